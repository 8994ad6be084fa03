package importing_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// svod is a return as enterprises send it: a title, a header of two rows,
// names that no list knows, a total, a footnote.
const svod = "Сведения об отгрузке продукции за 2023 год;;;;\n;;;;\nПокупатель;Куда;Товар;Показатели;\n;;;тонн;на сумму\n" +
	"Trade Ltd;Китай;Мука;10;20,5\nFood Co;Индия;Рис;5;7\nПрочие;Китай;Мука;1;1\nИТОГО;;;16;28,5\n* данные предварительные;;;;\n"

// assistDesk makes delayed calls when told, and names files.
type assistDesk struct {
	*fakeDesk
	waiting []*desk.Later
	path    string // that the user picks
}

func (d *assistDesk) Later(t time.Duration, fn func()) *desk.Later {
	l := d.fakeDesk.Later(t, fn)
	d.waiting = append(d.waiting, l)
	return l
}

func (d *assistDesk) Dialogs() screen.Dialogs { return dialogs{d.path} }

// rest lets typing rest: what waits for that is done.
func (d *assistDesk) rest() {
	for _, l := range d.waiting {
		l.Flush()
	}
}

type dialogs struct{ path string }

func (x dialogs) Open(string, string, ...string) (string, error)         { return x.path, nil }
func (x dialogs) OpenMany(string, string, ...string) ([]string, error)   { return []string{x.path}, nil }
func (x dialogs) Save(string, string, string, ...string) (string, error) { return x.path, nil }
func (x dialogs) Folder(string, string) (string, error)                  { return "", nil }

func assistant(t *testing.T, l briefing.Lang, w, h float32, path string) *assistDesk {
	t.Helper()
	d := &assistDesk{fakeDesk: newDesk(t, theme.Light, l, desktest.Example(t), w, h)}
	d.Opened.World.Profiles = filepath.Join(t.TempDir(), "profiles")
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	importing.Show(d, path)
	d.press(t, lang.T(l, "gui.importing.assist.open"))
	return d
}

// grid is the table as it stands.
func (d *assistDesk) grid(t *testing.T) *kit.DataTable {
	t.Helper()
	return desktest.Find(t, d.Top(), func(x *kit.DataTable) bool { return x.OnActive != nil }) // the preview's has no use for it
}

// field is the input under a label.
func field[T fyne.CanvasObject](t *testing.T, d *assistDesk, label string) T {
	t.Helper()
	f := desktest.Find(t, d.Top(), func(f *kit.Field) bool { return f.Label == label })
	in, ok := f.Input().(T)
	if !ok {
		t.Fatalf("%q is a %T", label, f.Input())
	}
	return in
}

// set picks from the list under a label.
func (d *assistDesk) set(t *testing.T, label, text string) {
	t.Helper()
	test.Tap(field[*kit.SelectField](t, d, label))
	d.Pick(t, text)
	d.rest()
}

// enter types into the field under a label.
func (d *assistDesk) enter(t *testing.T, label, text string) {
	t.Helper()
	f := field[*kit.TextField](t, d, label)
	f.SetText("")
	d.Win.Canvas().Focus(f.Focusable())
	test.Type(f.Focusable(), text)
	d.rest()
}

// The way by mouse: header, role, constant; kept under a name; the next file
// of the kind is read without a question.
func TestTheAssistantFromRawTableToProfile(t *testing.T) {
	path := write(t, "otgruzka.csv", svod)
	d := assistant(t, briefing.RU, 1440, 900, path)
	d.Wants(t, "Как читать таблицу: otgruzka.csv", "Сведения об", "Для всех строк")
	d.Picture(t, "assist-svod-first")

	d.set(t, "Строка заголовков", "4")
	d.Wants(t, "Столбец")
	d.set(t, "Строка заголовков", "3")
	d.grid(t).OnActive(5, 3)
	d.Wants(t, "Столбец D")
	d.set(t, "Что в столбце", "Количество")
	d.Wants(t, "выбрано вами")
	d.set(t, "Что в столбце", "Вес нетто")
	d.set(t, "Единица", "т")
	d.Wants(t, "Укажите единицу")
	d.set(t, "Направление", "экспорт")
	d.set(t, "Единица стоимости", "тыс. долл")
	d.enter(t, "Откладывать строки, где сказано", "Прочие")
	d.enter(t, "Период", "2023")
	d.Wants(t, "загружено 2", "20 500", "10 000", "Китай")
	d.Picture(t, "assist-svod-read")
	d.enter(t, "Название профиля", "Отгрузка")
	d.press(t, "Читать так")
	d.press(t, "Далее")
	d.Wants(t, "загружено 2")
	saved, err := d.Opened.World.Shapes()
	if err != nil || len(saved) != 1 || saved[0].Name != "Отгрузка" || saved[0].Shape.Constants.Period != "" {
		t.Fatalf("kept %+v, %v", saved, err)
	}
	d.press(t, "Отмена")

	before := d.rows()
	next := strings.NewReplacer("за 2023 год", "за 2024 год", "Trade Ltd;Китай;Мука;10;20,5", "Trade Ltd;Казахстан;Мука;12;30,5").Replace(svod)
	importing.Show(d, write(t, "otgruzka-2.csv", next))
	d.Wants(t, "Отгрузка", "Настроить столбцы и строки")
	d.press(t, "Далее")
	d.Wants(t, "загружено 2")
	d.press(t, "Загрузить записей: 2")
	if d.rows() != before+2 {
		t.Fatalf("%d rows, want %d", d.rows(), before+2)
	}
	var got []string
	d.Opened.Read(func(p *project.Project) {
		for i, o := range p.Figures.All() {
			if i >= before {
				got = append(got, strings.Join([]string{o.Period.String(), string(o.Flow), o.Reporter, o.Partner, o.Product, o.Value.Decimal.String(), o.Currency, o.NetWeight.Decimal.String()}, " "))
			}
		}
	})
	slices.Sort(got)
	want := []string{"2024 export RU IN Рис 7000 USD 5000", "2024 export RU KZ Мука 30500 USD 12000"} // period from the new title
	if !slices.Equal(got, want) {
		t.Errorf("stored %q, want %q", got, want)
	}
}

// The way by keys alone: arrows to a cell, Enter for what it means, letters to
// choose, Enter; Esc leaves all as it was.
func TestTheAssistantIsWorkedByKeys(t *testing.T) {
	d := assistant(t, briefing.RU, 1280, 800, write(t, "otgruzka.csv", svod))
	c := d.Win.Canvas()
	grid := d.grid(t)
	if c.Focused() != grid.Focusable() {
		t.Fatalf("the focus is on %T", c.Focused())
	}
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyHome, fyne.KeyRight, fyne.KeyReturn)
	d.Pick(t, "Регион")
	d.rest()
	d.Wants(t, "Столбец B", "выбрано вами")
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.Wants(t, "Предложение: как читать эту таблицу")
}

// A profile is handed on as a file, taken from one, and taken out.
func TestAProfileIsSharedAsAFile(t *testing.T) {
	d := assistant(t, briefing.RU, 1440, 900, write(t, "otgruzka.csv", svod))
	d.path = filepath.Join(t.TempDir(), "svod.briefing-profile")
	d.enter(t, "Название профиля", "Свод")
	d.press(t, "Записать в файл")
	got, err := app.LoadShape(d.path)
	if err != nil || got.Name != "Свод" {
		t.Fatalf("written %+v, %v", got, err)
	}
	if _, err := d.Opened.World.SaveShape("Прежний", got.Shape); err != nil {
		t.Fatal(err)
	}
	d.press(t, "Взять из файла")
	d.Wants(t, "Прежний", "Сохранённые профили")
	test.Tap(desktest.Find(t, d.Top(), func(b *kit.Button) bool {
		return b.AccessibilityLabel() == "Удалить профиль «Прежний»"
	}))
	if saved, _ := d.Opened.World.Shapes(); len(saved) != 0 || len(d.Failed) > 0 {
		t.Errorf("left %+v, failed %v", saved, d.Failed)
	}
}

// In each language nothing lacks a text; for the pictures too.
func TestTheAssistantInAllLanguages(t *testing.T) {
	paste := "Country\tExport, US$ million\t\n\t2022\t2023\nChina\t12.5\t14\nIndia\t5\t7.25\nLaputa\t1\t1\nTotal\t18.5\t22.25\n"
	for name, c := range map[string]struct {
		l          briefing.Lang
		file, text string
	}{
		"ru-return": {briefing.RU, "otgruzka.csv", svod}, "en-paste": {briefing.EN, "clipboard.tsv", paste},
		"zh-years": {briefing.ZH, "出口.csv", "2023年对俄出口（万美元）,,\n国家,2022年,2023年\n俄罗斯,100,200\n中国香港,5,6\n合计,105,206\n"},
	} {
		d := assistant(t, c.l, 1440, 900, write(t, c.file, c.text))
		d.rest()
		d.Wants(t)
		d.Picture(t, "assist-"+name)
		desktest.Find(t, d.Top(), func(s *kit.Segmented) bool { return s.Selected() == "first" }).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		d.Wants(t)
	}
}

// A return as a workbook: merged cells over its header.
func TestTheAssistantOnAWorkbookWithMergedHeader(t *testing.T) {
	f := excelize.NewFile()
	sheet := f.GetSheetName(0)
	for i, row := range [][]any{
		{"Отгрузка на экспорт, ООО «Пример»"},
		{"Страна", "Код ТН ВЭД", "2022 год", nil, "2023 год", nil},
		{nil, nil, "тонн", "тыс. долл. США", "тонн", "тыс. долл. США"},
		{"Китай", "1512119000", 10, 15.5, 12, 18},
		{"Индия", "1512119000", 4, 6, 5, 7},
		{"Итого", nil, 14, 21.5, 17, 25},
	} {
		if err := f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"A1", "F1"}, {"A2", "A3"}, {"B2", "B3"}, {"C2", "D2"}, {"E2", "F2"}} {
		if err := f.MergeCell(sheet, m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "otgruzka.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	d := assistant(t, briefing.RU, 1440, 900, path)
	d.rest()
	d.Wants(t, "загружено 4 + отложено 3 + отклонено 0", "1512119000", "15 500", "12 000", "2022 год", "экспорт")
	d.Picture(t, "assist-merged")
	desktest.Find(t, d.Top(), func(s *kit.Segmented) bool { return s.Selected() == "first" }).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.Wants(t, "отложена", "Итого")
	d.Picture(t, "assist-merged-odd")
}

// A file of a portal whose profile is known can be read otherwise too.
func TestTheAssistantOnATradeMapFile(t *testing.T) {
	path := filepath.Join("..", "..", "..", "..", "shared", "samples", "trademap_yearly_suppliers.xls")
	if _, err := os.Stat(path); err != nil {
		t.Skip("sample trademap_yearly_suppliers.xls is not there")
	}
	d := assistant(t, briefing.RU, 1440, 900, path)
	d.rest()
	d.Wants(t, "Как читать таблицу: trademap_yearly_suppliers.xls", "Партнёр", "2016 год", "2017 год")
	d.Wants(t, "Прочитано 3 247 = загружено 2 686 + отложено 561 + отклонено 0", "195 303 000", "Алжир")
	d.Picture(t, "assist-trademap")
}

// Of several tables on a sheet the one that is chosen is read, with its own title.
func TestTheAssistantOnSeveralTablesOfASheet(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"Экспорт России в Китай по товарам, тыс. долл. США"},
		{"Код ТН ВЭД", "Товар", "2024", "2025"},
		{"1001", "Пшеница", 9, 10},
		{},
		{"Экспорт России по странам, тыс. долл. США"},
		{"Страна", "2024", "2025"},
		{"Китай", 24, 30},
		{"Индия", 5, 6},
	} {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "two.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	d := assistant(t, briefing.RU, 1440, 900, path)
	d.rest()
	d.Wants(t, "загружено 2 + отложено 1", "Пшеница", "Sheet1!A1")
	d.set(t, "Лист", "Sheet1!A5")
	d.Wants(t, "загружено 4 + отложено 1", "30 000", "Sheet1!A5")
	d.Picture(t, "assist-tables")
}
