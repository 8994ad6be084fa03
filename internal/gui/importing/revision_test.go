package importing_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// revised is comtrade with another value, a row fewer and a row more.
var (
	first   = comtrade + strings.ReplaceAll(comtradeRow, ",02,Meat,", ",03,Fish,") + strings.ReplaceAll(comtradeRow, ",02,Meat,", ",04,Dairy,")
	revised = strings.ReplaceAll(comtrade, ",5000,", ",6500,") + strings.ReplaceAll(comtradeRow, ",02,Meat,", ",03,Fish,") + strings.ReplaceAll(comtradeRow, ",02,Meat,", ",10,Cereals,")
)

const comtradeRow = "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"

// take takes a file in as far as its check.
func (d *fakeDesk) take(t *testing.T, path string) {
	t.Helper()
	importing.Show(d, path)
	d.press(t, lang.T(d.In, "gui.importing.next"))
}

func (d *fakeDesk) marks() (out []string) {
	d.Opened.Read(func(p *project.Project) {
		for _, o := range p.Figures.Rows(figure.Filter{Partner: "RU", From: briefing.Year(2018).Start(), To: briefing.Year(2018).End()}) {
			out = append(out, o.Code+" "+o.Value.Decimal.String()+string(o.Status))
		}
	})
	return out
}

func TestARevisedFileIsShownBeforeAnythingIsApplied(t *testing.T) {
	for name, c := range map[string]struct {
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{"ru": {briefing.RU, theme.Light, 1280, 800}, "en-small": {briefing.EN, theme.Dark, 900, 600}, "zh": {briefing.ZH, theme.Light, 1440, 900}} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, c.set, c.l, desktest.Example(t), c.w, c.h)
			d.Put(kit.NewText("", kit.Body, theme.Ink))
			store, _, _ := strings.Cut(lang.T(c.l, "gui.importing.store", "|"), "|")
			store = strings.TrimRight(store, " :：")
			d.take(t, write(t, "2018.csv", first))
			d.press(t, store)
			d.press(t, lang.T(c.l, "gui.importing.done"))
			before := strings.Join(d.marks(), ", ")
			d.take(t, write(t, "2018-revised.csv", revised))
			d.Wants(t, "2018.csv", lang.T(c.l, "gui.importing.revision"), lang.T(c.l, "gui.importing.revise.replace-gone"), lang.T(c.l, "gui.importing.revision.not.beside"))
			d.Picture(t, "import-revision-"+name)
			table := desktest.Find(t, d.Top(), func(*kit.DataTable) bool { return true })
			if got := table.TSV(kit.Range{Bottom: 2, Right: 7}); strings.Count(got, "\n") != 3 || !strings.Contains(got, "\t5000\t6500\t1500\n") && c.l == briefing.RU {
				t.Errorf("differences %q", got)
			}
			if d.can(t, store) || strings.Join(d.marks(), ", ") != before {
				t.Error("goes on without a decision")
			}
			tabs := desktest.Find(t, d.Top(), func(*kit.Segmented) bool { return true })
			tabs.OnSelect(string(figure.Gone))
			if got := table.TSV(kit.Range{Right: 4}); strings.Count(got, "\n") != 1 || !strings.Contains(got, "\t04\n") {
				t.Errorf("gone %q", got)
			}
			group := desktest.Find(t, d.Top(), func(*kit.RadioGroup) bool { return true })
			group.FocusGained()
			group.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			group.OnSelect(string(app.ReplaceGone))
			d.press(t, store)
			if got := strings.Join(d.marks(), ", "); got != "02 6500R, 03 5000A, 10 5000A" {
				t.Errorf("stored %s", got)
			}
			d.Wants(t)
			d.Picture(t, "import-revised-"+name)
			if _, err := d.Opened.Undo(); err != nil || strings.Join(d.marks(), ", ") != before {
				t.Errorf("after undo %v: %v", err, d.marks())
			}
		})
	}
}

func TestSeveralFilesEndInASummary(t *testing.T) {
	d := light(t, 1280, 800)
	path := write(t, "2018.csv", comtrade)
	importing.Show(d, path, write(t, "empty.csv", ""), write(t, "again.csv", comtrade))
	d.press(t, "Далее")
	d.press(t, "Загрузить")
	if strings.Contains(d.Texts(), "Итог по файлам") {
		t.Error("a summary before the end")
	}
	d.press(t, "Следующий файл")
	d.press(t, "Следующий файл")
	d.Wants(t, "Итог по файлам", "файлов: 3", "Этот файл уже загружен под именем 2018.csv")
	table := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool { return strings.Contains(tab.TSV(kit.Range{Bottom: 2}), "empty.csv") })
	if got := table.TSV(kit.Range{Bottom: 2, Right: 5}); got != "2018.csv\tзагружен\t1\t1\t0\t0\nempty.csv\tне загружен\t—\t—\t—\t—\nagain.csv\tне изменилось\t1\t0\t1\t0\n" {
		t.Errorf("summary %q", got)
	}
	d.Picture(t, "import-summary")
}

// A file that is there already can be read once more under other answers.
func TestAFileThatIsThereIsReadOtherwise(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 800)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	path := write(t, "2018.csv", first)
	store := "Загрузить"
	d.take(t, path)
	d.press(t, store)
	d.press(t, lang.T(briefing.RU, "gui.importing.done"))
	importing.Show(d, path)
	d.Wants(t, lang.T(briefing.RU, "gui.importing.unchanged"))
	d.press(t, lang.T(briefing.RU, "gui.importing.unchanged.anew"))
	d.press(t, lang.T(briefing.RU, "gui.importing.next"))
	d.Wants(t, lang.T(briefing.RU, "gui.importing.units.mirror"), lang.T(briefing.RU, "gui.importing.hint.again"))
	d.Picture(t, "import-again")
}
