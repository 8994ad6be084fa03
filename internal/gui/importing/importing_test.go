package importing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

const comtrade = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n" +
	"HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"

const ftsHead = "napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n"

// fts has rows as the portal exports them; the figures are made up.
const fts = ftsHead +
	"ЭК\t01/2022\tCN\t0207120000\t\t1250,5\t610000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n" +
	"ЭК\t01/2022\tCN\t0207120000\t\t1250,5\t610000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n" +
	"ЭК\t02/2022\tCN\t0402100000\t\t12.345\t5000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n" +
	"ЭК\t02/2022\tCN\t1806310000\t\t99,5\t20000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (d *fakeDesk) rows() (n int) {
	d.Opened.Read(func(p *project.Project) { n = p.Figures.Len() })
	return n
}

func light(t *testing.T, w, h float32) *fakeDesk {
	d := newDesk(t, theme.Light, briefing.RU, desktest.Example(t), w, h)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	return d
}

// press presses the button whose text begins as given.
func (d *fakeDesk) press(t *testing.T, text string) {
	t.Helper()
	test.Tap(d.named(t, text))
}

// named is the button whose text begins as given: the one that leads on, where
// another one's does too.
func (d *fakeDesk) named(t *testing.T, text string) *kit.Button {
	t.Helper()
	leads := false
	begins := func(b *kit.Button) bool { return strings.HasPrefix(b.Text, text) && (!leads || b.Kind == kit.Primary) }
	desktest.Walk(d.Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && begins(b) && b.Kind == kit.Primary {
			leads = true
		}
	})
	return desktest.Find(t, d.Top(), begins)
}

func (d *fakeDesk) can(t *testing.T, text string) bool {
	t.Helper()
	return !d.named(t, text).Disabled()
}

// choose picks from the n-th select field of the dialog.
func (d *fakeDesk) choose(t *testing.T, n int, text string) {
	t.Helper()
	i := 0
	field := desktest.Find(t, d.Top(), func(*kit.SelectField) bool { i++; return i == n+1 })
	test.Tap(field)
	d.Pick(t, text)
}

func TestAFileIsStoredAfterItWasShown(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "2018.csv", comtrade))
	d.Wants(t, "UN Comtrade, прежний портал", "UTF-8", "100 из 100")
	columns := desktest.Find(t, d.Top(), func(*kit.DataTable) bool { return true }).TSV(kit.Range{Bottom: 34, Right: 4})
	for _, line := range []string{"32\tTrade Value (US$)\t5000\tСтоимость\tдолл.\u00a0США\n", "13\tPartner\tRussian Federation\tПартнёр, название\t\n", "4\tPeriod Desc.\t2018\tне используется\t\n"} {
		if !strings.Contains(columns, line) {
			t.Errorf("no column %q in %q", line, columns)
		}
	}
	d.press(t, "Далее")
	d.Wants(t, "Прочитано 1 = загружено 1 + отложено 0 + отклонено 0", "Первые строки", "5 000", "Россия")
	if d.rows() != before {
		t.Fatal("stored before the button was pressed")
	}
	d.press(t, "Загрузить записей: 1")
	if d.rows() != before+1 {
		t.Fatalf("%d rows, want %d", d.rows(), before+1)
	}
	d.Wants(t, "Загружено.", "Прочитано 1 = загружено 1 + отложено 0 + отклонено 0")
	d.press(t, "Открыть показатели")
	if len(d.Went) != 1 || !strings.HasPrefix(d.Went[0], "figures ") || len(d.Win.Canvas().Overlays().List()) != 0 {
		t.Errorf("went %v", d.Went)
	}
}

func TestUnitsHaveToBeChosen(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "DATTSVT.csv", fts))
	d.Wants(t, "нужно выбрать", "выбрать", "табуляция")
	d.Picture(t, "import-columns")
	d.press(t, "Далее")
	if d.can(t, "Далее") {
		t.Error("goes on without units")
	}
	d.Wants(t, "2 097,18", "2,10") // thousand dollars for kilograms, dollars for them
	d.choose(t, 0, "тыс. долл")
	if d.can(t, "Далее") {
		t.Error("one unit is not two")
	}
	d.choose(t, 1, "кг")
	d.Wants(t, "2 097,18 USD за тонну", "выбраны")
	d.Picture(t, "import-units")
	d.press(t, "Далее")
	d.Wants(t, "Прочитано 4 = загружено 2 + отложено 1 + отклонено 1", "полный повтор строки", "12.345", "число не распознано", "1 250 500")
	rejected := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool { return strings.Contains(tab.TSV(kit.Range{Right: 3}), "12.345") })
	if got := rejected.TSV(kit.Range{Right: 3}); got != "4\t6\t12.345\tчисло не распознано\n" {
		t.Errorf("rejected row %q", got)
	}
	d.Picture(t, "import-account")
	d.press(t, "Загрузить записей: 2")
	if d.rows() != before+2 {
		t.Errorf("%d rows, want %d", d.rows(), before+2)
	}
}

// A row of the choices taken as a whole is both units.
func TestAChoiceOfUnitsIsTakenWhole(t *testing.T) {
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "DATTSVT.csv", fts))
	d.press(t, "Далее")
	choices := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool {
		return strings.Contains(plainSpaces(tab.TSV(kit.Range{Right: 2})), "долл. США")
	})
	for row, line := range strings.Split(plainSpaces(choices.TSV(kit.Range{Right: 2, Bottom: 3})), "\n") {
		if strings.HasPrefix(plainSpaces(line), "тыс. долл. США\tт\t") {
			choices.OnOpen(row, 0)
		}
	}
	d.Wants(t, "2,10 USD за тонну", "выбраны")
	if !d.can(t, "Далее") {
		t.Error("both units are chosen, and it does not go on")
	}
}

func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestTheSameFileAgainStoresNothing(t *testing.T) {
	d := light(t, 1280, 800)
	path := write(t, "2018.csv", comtrade)
	for range 2 {
		importing.Show(d, path)
		if len(d.Win.Canvas().Overlays().List()) == 0 {
			t.Fatal("no dialog")
		}
		if strings.Contains(d.Texts(), "Не изменилось.") {
			break
		}
		d.press(t, "Далее")
		d.press(t, "Загрузить")
		d.press(t, "Готово")
	}
	d.Wants(t, "Не изменилось.", "Прочитано 1 = загружено 0 + отложено 1 + отклонено 0", "без изменений: файл уже загружен")
	if n := len(d.Opened.ImportList()); n != 2 { // the example's and this
		t.Errorf("%d imports", n)
	}
}

func TestAFileThatCannotBeReadLetsTheOthersGoOn(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "empty.csv", ""), write(t, "other.csv", "кто,что,где,когда\nа,б,в,г\nд,е,ж,з\nи,к,л,м\n"), filepath.Join(t.TempDir(), "gone.csv"), write(t, "2018.csv", comtrade))
	d.Wants(t, "Файл пуст", "empty.csv", "файл 1 из 4")
	d.press(t, "Следующий файл")
	d.Wants(t, "Таблица не распознана", "other.csv", "Выберите вид сами", "кто · что · где · когда", "не загружен")
	d.Picture(t, "import-unknown")
	d.choose(t, 0, "UN Comtrade, прежний")
	d.Wants(t, "Профиль не подходит")
	d.press(t, "Следующий файл")
	d.Wants(t, "не найдены", "gone.csv")
	d.press(t, "Следующий файл")
	d.press(t, "Далее")
	d.press(t, "Загрузить")
	d.Wants(t, "Загружено.", "не загружен", "загружен")
	if d.rows() != before+1 || len(d.Failed) > 0 {
		t.Errorf("%d rows, failed %v", d.rows(), d.Failed)
	}
}

func TestCancelLeavesTheProjectAsItWas(t *testing.T) {
	path := write(t, "2018.csv", comtrade)
	for name, stop := range map[string]func(d *fakeDesk){
		"by the button": func(d *fakeDesk) { d.press(t, "Отмена") },
		"by Esc":        func(d *fakeDesk) { d.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		d := light(t, 1280, 800)
		before := d.rows()
		importing.Show(d, path)
		d.press(t, "Далее")
		stop(d)
		if d.rows() != before || len(d.Opened.ImportList()) != 1 || len(d.Win.Canvas().Overlays().List()) != 0 {
			t.Errorf("%s: something is left", name)
		}
		// While a job runs, the last one above all.
		importing.Show(d, path)
		d.press(t, "Далее")
		d.Hold = true
		d.press(t, "Загрузить")
		stop(d)
		d.Held()
		if d.rows() != before || len(d.Win.Canvas().Overlays().List()) != 0 {
			t.Errorf("%s: stored although it was cancelled", name)
		}
	}
}

func TestAFileThatDoesNotTellItsFlowAsks(t *testing.T) {
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "downloadData.csv", "Date of data,Trading partner code,Trading partner,Commodity code,Commodity,Quantity,Unit,Supplementary Quantity,Supplementary Unit,US dollar\n202401,344,Russian Federation,2071421,Frozen chicken wings,1500,Kilogram,0,?,12345\n"))
	d.press(t, "Далее")
	if d.can(t, "Далее") {
		t.Error("goes on without the flow")
	}
	d.choose(t, 0, "экспорт")
	d.press(t, "Далее")
	d.Wants(t, "Прочитано 1 = загружено 1 + отложено 0 + отклонено 0", "12 345")
}

func TestAReadOnlyProjectSaysSo(t *testing.T) {
	d := light(t, 1280, 800)
	if err := d.Opened.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(d.Opened.World, d.Opened.Path, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	d.Opened = p
	importing.Show(d, write(t, "2018.csv", comtrade))
	d.Wants(t, "только для чтения")
	if strings.Contains(d.Texts(), "Далее") {
		t.Error("goes on")
	}
}

func TestNothingLacksATextAndAllFits(t *testing.T) {
	for name, c := range map[string]struct {
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{"ru-small": {briefing.RU, theme.Light, 900, 600}, "en-dark": {briefing.EN, theme.Dark, 1440, 900}} {
		d := newDesk(t, c.set, c.l, desktest.Example(t), c.w, c.h)
		d.Put(kit.NewText("", kit.Body, theme.Ink))
		next := lang.T(c.l, "gui.importing.next")
		importing.Show(d, write(t, "DATTSVT.csv", fts), write(t, "2018.csv", comtrade))
		d.Wants(t)
		d.Picture(t, "import-columns-"+name)
		d.press(t, next)
		d.Wants(t)
		d.choose(t, 0, map[briefing.Lang]string{briefing.RU: "тыс. долл", briefing.EN: "US$"}[c.l])
		d.choose(t, 1, map[briefing.Lang]string{briefing.RU: "кг", briefing.EN: "kg"}[c.l])
		d.Wants(t)
		d.Picture(t, "import-units-"+name)
		d.press(t, next)
		d.Wants(t)
		d.Picture(t, "import-account-"+name)
		d.press(t, strings.SplitN(lang.T(c.l, "gui.importing.store", "2"), " ", 2)[0])
		d.Wants(t)
		d.Picture(t, "import-done-"+name)
		foot := desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Text == lang.T(c.l, "gui.importing.next.file") })
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(foot)
		if at.X+foot.Size().Width > c.w || at.Y+foot.Size().Height > c.h {
			t.Errorf("%s: the button is at %v", name, at)
		}
	}
}

func TestEveryProfileAndRoleHasAName(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, key := range append(app.ImportProfiles(), "sample") {
			if _, ok := lang.Has(l, "gui.importing.profile."+key); !ok {
				t.Errorf("%s: no name for the kind of file %q", l, key)
			}
		}
		for _, key := range app.ImportRoles() {
			if _, ok := lang.Has(l, "gui.importing.role."+key); !ok {
				t.Errorf("%s: no name for the field %q", l, key)
			}
		}
	}
}

// TestATableOfUnknownFormIsProposed: the columns with their reasons, and what
// the table does not tell is asked for.
func TestATableOfUnknownFormIsProposed(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "экспорт.csv", "Экспорт России по странам, млн долл. США\n;;;\nСтрана;2021 г.;2022 г.;2023 г.\nВесь мир;15,5;25;37\nКитай;10,5;20;30\nИндия;5;5;7\n"))
	d.Wants(t, "Предложение: как читать эту таблицу", "2022 г.", "Читать так")
	d.Picture(t, "import-guess")
	d.press(t, "Читать так")
	d.press(t, "Далее")
	d.Wants(t, "загружено 6")
	d.press(t, "Загрузить")
	if got := d.rows(); got != before+6 {
		t.Errorf("%d rows, want %d", got, before+6)
	}
}

// While a file is read «Next» stands where it will be pressed, though it can't
// be yet: a press too many does not reach what gives the import up.
func TestWhileAFileIsReadNextKeepsItsPlace(t *testing.T) {
	d := light(t, 1280, 800)
	d.Hold = true
	importing.Show(d, write(t, "2018.csv", comtrade))
	place := func() fyne.Position {
		b := desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Text == "Далее" })
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	}
	if d.can(t, "Далее") {
		t.Error("it can be pressed before the file is read")
	}
	before := place()
	d.press(t, "Далее")
	test.TapCanvas(d.Win.Canvas(), before.AddXY(10, 10))
	if len(d.Win.Canvas().Overlays().List()) == 0 {
		t.Fatal("a press on it gives the import up")
	}
	d.Hold = false
	d.Held()
	if after := place(); after != before || !d.can(t, "Далее") {
		t.Errorf("it stands at %v, stood at %v", after, before)
	}
}
