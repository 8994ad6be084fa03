package trade_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/trade"
	"briefing/internal/project"
)

// rows makes a project of two imports whose rows differ in everything.
func rows(t *testing.T) *project.Project {
	t.Helper()
	set := figure.NewSet()
	for i := range 48 {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN", Classification: "TNVED", Level: 4,
			Code: []string{"0202", "0207", "0402", "1704"}[i%4], Period: briefing.Month(2021+i/24, 1+i/2%12),
			Value: briefing.SomeNum(fmt.Sprint(1000500 + i*7301)), Currency: "USD",
			NetWeight: briefing.SomeNum(fmt.Sprint(300000 + i*911)), Import: "i-a", Line: i + 2, Status: briefing.Normal,
		}
		if i%9 == 8 {
			o.Status = briefing.Provisional
		}
		if i%16 == 15 {
			o.Code, o.Level, o.Conf, o.NetWeight = figure.HiddenCode, 0, "C", briefing.SomeNum("0.051")
		}
		if i%5 == 4 {
			o.Flow, o.Reporter, o.Partner, o.Region, o.Basis, o.Import = figure.Import, "CN", "RU", "", "CIF", "i-b"
		}
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return &project.Project{
		Figures: set,
		Sources: []*briefing.Source{{ID: "s-1", Kind: "statistics", Title: briefing.Text{RU: "Данные ФТС", EN: "FCS data"}}},
		Imports: []*briefing.Import{
			{ID: "i-a", File: "Экспорт_2022.csv", Profile: "fts-a", Read: 44, Stored: 39, SetAside: 3, Rejected: 2, Source: "s-1", By: "Иванов", Moment: "2023-03-20T14:10:00+03:00", Units: "value=thousand-usd,weight=kg"},
			{ID: "i-b", File: "2024进口.csv", Profile: "gacc-zh", Read: 9, Stored: 9, Moment: "2023-03-20T15:00:00+03:00"},
		},
	}
}

func show(t *testing.T, d *fakeDesk) *trade.Screen {
	t.Helper()
	s := trade.New(d)
	s.OnImport = func() { d.Said = append(d.Said, "import") }
	d.Put(s.Object())
	return s
}

func table(t *testing.T, d *fakeDesk) *kit.DataTable {
	t.Helper()
	return desktest.Find(t, d.Win.Content(), func(*kit.DataTable) bool { return true })
}

func (d *fakeDesk) chip(t *testing.T, text string) *kit.FilterChip {
	t.Helper()
	return desktest.Find(t, d.Win.Content(), func(c *kit.FilterChip) bool { return strings.Contains(c.Text, text) })
}

func TestRowsAreFilteredByMenusOfWhatIsPresent(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	show(t, d)
	d.Wants(t, "строк 48 из 48", "экспорт", "янв. 2021")
	for _, step := range []struct{ filter, value, want string }{
		{"Партнёр", "Китай", "строк 39 из 48"},
		{"Год", "2022", "строк 19 из 48"},
		{"Группа", "02", "строк 9 из 48"},
	} {
		test.Tap(d.button(t, "filter"))
		d.Pick(t, step.filter)
		d.Pick(t, step.value)
		d.Wants(t, step.want, step.filter)
	}
	d.chip(t, "Группа").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	d.Wants(t, "строк 19 из 48")
	test.Tap(d.button(t, "filter"))
	d.Pick(t, "Загрузка")
	d.Pick(t, "Экспорт_2022")
	d.Wants(t, "строк 19 из 48", "Загрузка: Экспорт_2022.csv")
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

func TestSelectionIsToldAtTheFoot(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	show(t, d)
	tab := table(t, d)
	value := 7 // all columns show: the rows differ in each
	press := func(key fyne.KeyName) { tab.TypedKey(&fyne.KeyEvent{Name: key}) }
	tab.SetActive(0, value)
	tab.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	press(fyne.KeyDown)
	press(fyne.KeyDown)
	d.Wants(t, "чисел", "3 023 403 USD", "1 007 801", "макс.")
	press(fyne.KeyRight)
	press(fyne.KeyRight)
	d.Wants(t, "разные показатели не складываются")
	tab.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	tab.SetActive(37, value)
	tab.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	press(fyne.KeyDown)
	press(fyne.KeyDown) // rows of another import come after them
	d.Wants(t, "без суммы: валюта, базис")
	if got := tab.TSV(kit.Range{Top: 0, Left: value, Bottom: 0, Right: value + 2}); got != "1000500\tUSD\t300\n" {
		t.Errorf("copied %q", got)
	}
}

func TestInspectorTellsWhenceACellIs(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	show(t, d)
	tab := table(t, d)
	tab.SetActive(1, 9)
	tab.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // the price
	d.Wants(t, "Откуда", "Экспорт_2022.csv", "Данные ФТС", "20.03.2023 14:10 МСК", "Иванов", "Как вычислено", "1 007 801 ÷ 300,911\n= 3 349,17 USD за т")
	link := desktest.Find(t, d.Win.Content(), func(b *kit.Button) bool { return b.Text == "Данные ФТС" })
	test.Tap(link)
	if len(d.Went) != 1 || d.Went[0] != "sources s-1" {
		t.Errorf("went %v", d.Went)
	}
	test.Tap(d.button(t, "panel.close"))
	if strings.Contains(d.Texts(), "Откуда") {
		t.Error("the inspector is still there")
	}
}

func TestGroupsHaveSubtotalsOfTheirOwnKind(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	show(t, d)
	test.Tap(d.button(t, "group"))
	d.Pick(t, "группа (2")
	d.Wants(t, "По: группа (2 знака)", "Код товара скрыт", "5 · Китай, USD, CIF, ТН ВЭД, месячные", "19 · Россия, регион, USD, ТН ВЭД, месячные")
	before := strings.Count(d.Texts(), "0402")
	tab := table(t, d)
	tab.SetActive(1, 9)
	tab.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // a subtotal tells whence its rows are
	d.Wants(t, "Откуда", "Строки файла", "Экспорт_2022.csv", "Данные ФТС", ", всего ")
	tab.SetActive(0, 0)
	tab.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if strings.Count(d.Texts(), "0202") == before {
		t.Error("opening a group shows no rows")
	}
	d.Picture(t, "trade-groups")
}

func TestAnImportIsRemovedAfterAsking(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	s := show(t, d)
	s.Show(briefing.Ref{Kind: briefing.KindImport, ID: "i-a"}, "")
	d.Wants(t, "Прочитано 44 = сохранено 39 + отложено 3 + отклонено 2", "тыс. долл. США; кг")
	d.Picture(t, "trade-imports")
	test.Tap(d.button(t, "imports.remove"))
	d.Wants(t, "Файл «Экспорт_2022.csv»: из проекта будет удалено 39 строк.")
	test.Tap(d.button(t, "remove.no"))
	if n := len(d.Opened.ImportList()); n != 2 {
		t.Fatalf("%d imports after «Отмена»", n)
	}
	test.Tap(d.button(t, "imports.remove"))
	test.Tap(d.button(t, "remove.yes"))
	if l := d.Opened.ImportList(); len(l) != 1 || l[0].ID != "i-b" || len(d.Failed) > 0 {
		t.Errorf("imports %v, failed %v", l, d.Failed)
	}
	test.Tap(d.button(t, "imports.show"))
	d.Wants(t, "строк 9 из 9")
}

func TestAnEmptyProjectOffersTheImport(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, &project.Project{Figures: figure.NewSet()}, 1440, 900)
	show(t, d)
	test.Tap(d.button(t, "empty.button"))
	if len(d.Said) != 1 {
		t.Error("the button does nothing")
	}
	d.Wants(t, "Строк торговли пока нет")
}

func TestInspectorIsCalledInANarrowWindow(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1100, 700)
	show(t, d)
	if strings.Contains(d.Texts(), "Откуда") {
		t.Error("the inspector takes room that is not there")
	}
	test.Tap(d.button(t, "panel"))
	d.Wants(t, "Откуда")
	d.Picture(t, "trade-narrow")
}

func TestNothingLacksAText(t *testing.T) {
	for name, c := range map[string]struct {
		l   briefing.Lang
		set theme.Set
	}{"ru": {briefing.RU, theme.Light}, "en-dark": {briefing.EN, theme.Dark}} {
		d := newDesk(t, c.set, c.l, desktest.Example(t), 1440, 900)
		s := show(t, d)
		d.Wants(t)
		d.Picture(t, "trade-example-"+name)
		s.Show(briefing.Ref{Kind: briefing.KindImport, ID: "sample-2022"}, "")
		d.Wants(t)
		d = newDesk(t, c.set, c.l, rows(t), 1440, 900)
		show(t, d)
		table(t, d).SetActive(3, 7)
		d.Picture(t, "trade-rows-"+name)
		for _, by := range []string{"год", "месяц", "направление", "регион"} {
			if c.l != briefing.RU {
				continue
			}
			test.Tap(d.button(t, "group"))
			d.Pick(t, by)
			d.Wants(t)
		}
	}
}

// A code is named in the language of the window: by the list that was taken in
// for it, else by its chapter.
func TestCodesHaveNamesInTheLanguageOfTheWindow(t *testing.T) {
	list := filepath.Join(t.TempDir(), "hs2022.csv")
	if err := os.WriteFile(list, []byte("Код ТН ВЭД;Наименование\n0207;Мясо домашней птицы\n0202;Говядина мороженая\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"Мясо домашней птицы", "Говядина мороженая", "17"},
		briefing.EN: {"Meat and edible offal"},
		briefing.ZH: {"肉及食用杂碎"},
	} {
		d := newDesk(t, theme.Light, l, rows(t), 1440, 900)
		if _, err := d.Opened.Import(context.Background(), list, app.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		show(t, d)
		table(t, d).SetActive(1, 6)
		d.Wants(t, want...)
	}
}

func TestRowsAreNarrowedToAProductGroup(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	s := show(t, d)
	test.Tap(d.button(t, "filter"))
	if strings.Contains(d.Texts(), "Товарная группа") {
		t.Error("a project without groups offers them")
	}
	d.Pick(t, "Год")
	d.Pick(t, "2022")
	d.chip(t, "Год").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if _, err := d.Opened.AddAgroExport(); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	test.Tap(d.button(t, "filter"))
	d.Pick(t, "Товарная группа")
	d.Pick(t, "Мясная и молочная")
	d.Wants(t, "Товарная группа: Мясная и молочная", "из 48")
	test.Tap(d.button(t, "group"))
	d.Pick(t, "товарная группа: ")
	d.Wants(t, "По: товарная группа")
	if _, err := d.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	d.Wants(t, "строк 48 из 48")
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

func TestAListOfNamesIsRemovedAndBroughtBack(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	s := show(t, d)
	s.Show(briefing.Ref{Kind: briefing.KindNomenclature}, "")
	test.Tap(d.button(t, "names.import"))
	if len(d.Said) != 1 || d.Said[0] != "import" {
		t.Errorf("said %v", d.Said)
	}
	list := filepath.Join(t.TempDir(), "hs2022.csv")
	if err := os.WriteFile(list, []byte("Код ТН ВЭД;Наименование\n0207;Мясо домашней птицы\n0202;Говядина мороженая\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Opened.Import(context.Background(), list, app.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	d.Wants(t, "ТН ВЭД, 2022", "русский", "hs2022.csv")
	d.Picture(t, "trade-names")
	test.Tap(d.button(t, "names.remove"))
	d.Wants(t, "ТН ВЭД, 2022: из проекта будет удалено наименований: 2 (файл «hs2022.csv»).")
	test.Tap(d.button(t, "remove.no"))
	d.Wants(t, "hs2022.csv")
	test.Tap(d.button(t, "names.remove"))
	test.Tap(d.button(t, "remove.yes"))
	d.Wants(t, "Справочников наименований пока нет")
	if _, ok := d.Opened.ListName(briefing.RU, "", "0207"); !ok || d.Opened.Names().Len() != 0 || len(d.Failed) > 0 {
		t.Errorf("%d names are left, failed %v", d.Opened.Names().Len(), d.Failed)
	}
	if _, err := d.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	d.Wants(t, "hs2022.csv")
	if name, _ := d.Opened.ListName(briefing.RU, "", "0207"); name.Name != "Мясо домашней птицы" {
		t.Errorf("brought back: %+v", name)
	}
}
