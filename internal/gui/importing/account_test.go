package importing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// savingDesk answers what is asked for a name with a file of a folder.
type savingDesk struct {
	*fakeDesk
	folder string
	asked  []string
}

func (d *savingDesk) Dialogs() screen.Dialogs { return d }

func (d *savingDesk) Open(string, string, ...string) (string, error)       { return "", nil }
func (d *savingDesk) OpenMany(string, string, ...string) ([]string, error) { return nil, nil }
func (d *savingDesk) Folder(string, string) (string, error)                { return d.folder, nil }
func (d *savingDesk) Save(_, _, name string, _ ...string) (string, error) {
	d.asked = append(d.asked, name)
	return filepath.Join(d.folder, name), nil
}

// totalled has total rows of two years, of which one is not what its parts add
// up to since a row of them can't be read.
const totalled = "HS,2019,2019,2019,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,70OO,,,0\n" +
	"HS,2019,2019,2019,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,03,Fish,8,Weight in kilograms,,,,,1000,,3000,,,0\n" +
	"HS,2019,2019,2019,2,0,1,Import,156,China,CHN,0,World,WLD,,,,,,,,TOTAL,All,8,Weight in kilograms,,,,,1000,,10000,,,0\n" +
	"HS,2018,2018,2018,2,0,1,Import,156,China,CHN,0,World,WLD,,,,,,,,TOTAL,All,8,Weight in kilograms,,,,,1000,,5000,,,0\n"

// The report accounts for all: totals of the file with the difference, places
// of what was rejected, and what tells the file from any other; rejected rows
// and report can be saved, and the rows, mended, are taken in.
func TestTheReportAccountsForAll(t *testing.T) {
	for name, c := range map[string]struct {
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{"ru": {briefing.RU, theme.Light, 1280, 800}, "en-small": {briefing.EN, theme.Dark, 900, 600}, "zh": {briefing.ZH, theme.Light, 1440, 900}} {
		t.Run(name, func(t *testing.T) {
			d := &savingDesk{fakeDesk: newDesk(t, c.set, c.l, desktest.Example(t), c.w, c.h), folder: t.TempDir()}
			d.Put(kit.NewText("", kit.Body, theme.Ink))
			text := func(key string) string { return lang.T(c.l, "gui."+key) }
			store, _, _ := strings.Cut(lang.T(c.l, "gui.importing.store", "|"), "|")
			importing.Show(d, write(t, "years.csv", comtrade+totalled))
			d.press(t, text("importing.next"))
			d.Wants(t, text("importreport.totals"), text("importreport.from.hash"), text("importreport.from.not"))
			tables := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool {
				return strings.HasPrefix(tab.TSV(kit.Range{}), text("importreport.totals.differs"))
			})
			got := strings.ReplaceAll(tables.TSV(kit.Range{Bottom: 1, Right: 4}), ",", "")
			if lines := strings.Split(got, "\n"); len(lines) != 3 || !strings.Contains(lines[0], text("importreport.totals.differs")) || !strings.HasSuffix(lines[0], "\t10000\t3000\t-7000") || !strings.HasSuffix(lines[1], "\t5000\t5000\t0") {
				t.Errorf("totals %q", got)
			}
			d.Picture(t, "import-report-"+name)
			d.press(t, text("importreport.save.rejects"))
			d.press(t, text("importreport.save.report"))
			if len(d.Failed) > 0 || len(d.asked) != 2 {
				t.Fatalf("asked %v, failed %v", d.asked, d.Failed)
			}
			report, err := os.ReadFile(filepath.Join(d.folder, d.asked[1]))
			if err != nil || !strings.Contains(string(report), "70OO") || !strings.Contains(string(report), "SHA-256") {
				t.Errorf("report %s, %v", report, err)
			}
			d.press(t, strings.TrimRight(store, " :："))
			d.Wants(t, text("importreport.from.lines"))
			desktest.Find(t, d.Top(), func(s *container.Scroll) bool { return s.Size().Width > 400 }).ScrollToBottom()
			d.Picture(t, "import-report-stored-"+name)
			d.press(t, text("importing.done"))
			before := d.rows()
			path := filepath.Join(d.folder, d.asked[0])
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(b), "70OO", "7000")), 0o600); err != nil {
				t.Fatal(err)
			}
			importing.Show(d, path)
			d.press(t, text("importing.next"))
			d.press(t, strings.TrimRight(store, " :："))
			if d.rows() != before+1 {
				t.Errorf("%d rows, want %d", d.rows(), before+1)
			}
		})
	}
}

func TestTheKeyboardBeginsAtTheButtonThatGoesOn(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 800)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	importing.Show(d, write(t, "years.csv", comtrade+totalled))
	for _, key := range []string{"importing.next", "importing.store"} {
		want, _, _ := strings.Cut(lang.T(briefing.RU, "gui."+key, "|"), "|")
		b, ok := d.Win.Canvas().Focused().(*kit.Button)
		if !ok || !strings.HasPrefix(b.Text, want) {
			t.Fatalf("the cursor is at %v, want %q", d.Win.Canvas().Focused(), want)
		}
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// What agrees though it differs says how far apart totals may be, and the
// numbers that are to be compared are not cut.
func TestATotalThatAgreesButForRoundingTellsTheTolerance(t *testing.T) {
	d := light(t, 1280, 800)
	row := func(code, name, value string) string {
		return "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,," + code + "," + name + ",8,Weight in kilograms,,,,,1000,," + value + ",,,0\n"
	}
	head, _, _ := strings.Cut(comtrade, "\n")
	world := strings.Replace(row("TOTAL", "All", "9945719442"), "643,Russian Federation,RUS", "0,World,WLD", 1)
	file := head + "\n" + row("02", "Meat", "9945711442") + world
	importing.Show(d, write(t, "near.csv", file))
	d.press(t, "Далее")
	d.Wants(t, "Сверка с итогами файла", "сходится в пределах 0,01 %", "9 945 719 442", "9 945 711 442", "8 000")
	d.Picture(t, "import-totals")
}

// A total of all goods that is more than the goods of the file is no
// contradiction: it is stored, and the goods are said not to be all.
func TestTheReportTellsThatGoodsAreNotAll(t *testing.T) {
	d := light(t, 1280, 800)
	row := "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,TOTAL,All,8,Weight in kilograms,,,,,,,12000,,,0\n"
	importing.Show(d, write(t, "2018.csv", comtrade+row))
	d.press(t, "Далее")
	d.Wants(t, "Прочитано 2 = загружено 2 + отложено 0 + отклонено 0", "перечислены не все товары")
	table := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool {
		return strings.HasPrefix(tab.TSV(kit.Range{}), "товары не все")
	})
	if got := strings.TrimSpace(table.TSV(kit.Range{Right: 4})); !strings.HasSuffix(got, "12 000\t5 000\t−7 000") && !strings.HasSuffix(got, "12000\t5000\t-7000") {
		t.Errorf("%q", got)
	}
	d.Picture(t, "import-goods-not-all")
}
