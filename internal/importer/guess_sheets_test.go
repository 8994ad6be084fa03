package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Each sheet has what its own title says; a sheet that adds up the others is not
// added to them.
func TestEachSheetHasItsOwnTitle(t *testing.T) {
	type sheet struct{ name, title string }
	head := []string{"Товар", "Стоимость"}
	for name, tt := range map[string]struct {
		sheets []sheet
		want   []string
	}{
		"years": {
			[]sheet{{"Лист1", "Экспорт Амурской области в КНР в 2024 году, тыс. долл. США"}, {"Лист2", "Экспорт Амурской области в КНР в 2025 году, тыс. долл. США"}},
			[]string{"export|RU|CN|10000|TOTAL|Соя|2024|USD|10000", "export|RU|CN|10000|TOTAL|Соя|2025|USD|20000"},
		},
		"months and what they come to": {
			[]sheet{{"янв", "Экспорт Амурской области в Китай в январе 2026 года, тыс. долл. США"}, {"фев", "Экспорт Амурской области в Китай в феврале 2026 года, тыс. долл. США"}, {"Итого", "Экспорт Амурской области в Китай в январе-феврале 2026 года, тыс. долл. США"}},
			[]string{"export|RU|CN|10000|TOTAL|Соя|2026-01..2026-02|USD|30000", "export|RU|CN|10000|TOTAL|Соя|2026-01|USD|10000", "export|RU|CN|10000|TOTAL|Соя|2026-02|USD|20000"},
		},
		"directions": {
			[]sheet{{"Лист1", "Экспорт Амурской области в КНР в 2025 году, тыс. долл. США"}, {"Лист2", "Импорт Амурской области из КНР в 2025 году, тыс. долл. США"}},
			[]string{"export|RU|CN|10000|TOTAL|Соя|2025|USD|10000", "import|RU|CN|10000|TOTAL|Соя|2025|USD|20000"},
		},
		"regions and units": {
			[]sheet{{"Лист1", "Экспорт Амурской области в КНР в 2025 году, тыс. долл. США"}, {"Лист2", "Экспорт Приморского края в КНР в 2025 году, млн долл. США"}},
			[]string{"export|RU|CN|05000|TOTAL|Соя|2025|USD|20000000", "export|RU|CN|10000|TOTAL|Соя|2025|USD|10000"},
		},
		"places and all of them": {
			[]sheet{{"Владивосток", "Экспорт в Китай в 2025 году, тыс. долл. США"}, {"Находка", "Экспорт в Китай в 2025 году, тыс. долл. США"}, {"Край всего", "Экспорт в Китай в 2025 году, тыс. долл. США"}},
			[]string{"export|RU|CN|Владивосток|TOTAL|Соя|2025|USD|10000", "export|RU|CN|Находка|TOTAL|Соя|2025|USD|20000"},
		},
		"the partner's provinces": {
			[]sheet{{"Хэйлунцзян", "Экспорт Амурской области, 2025 год, тыс. долл. США"}, {"Цзилинь", "Экспорт Амурской области, 2025 год, тыс. долл. США"}, {"КНР всего", "Экспорт Амурской области, 2025 год, тыс. долл. США"}},
			[]string{"export|RU|CN|10000|TOTAL|Соя|2025|USD|10000", "export|RU|CN|10000|TOTAL|Соя|2025|USD|20000"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var sheets []importertest.Sheet
			for i, s := range tt.sheets {
				sheets = append(sheets, importertest.Sheet{Name: s.name, Rows: importertest.Strings([][]string{{s.title}, head, {"Соя", []string{"10", "20", "30"}[i]}})})
			}
			data := importertest.Workbook(t, sheets...)
			g := guess(t, "b.xlsx", data)
			res := mustLoad(t, "b.xlsx", data, importer.Options{Shape: &g.Shape})
			got := lines(res.Figures)
			slices.Sort(got)
			equal(t, "stored", got, tt.want)
		})
	}
}

// Whose trade a title tells.
func TestWhoseTradeATitleTells(t *testing.T) {
	for title, want := range map[string]string{
		"Импорт из России в Египет, тыс. долл. США":                                     "import EG-RU",
		"Импорт Египта из России, тыс. долл. США":                                       "import EG-RU",
		"Экспорт в Россию из Турции, тыс. долл. США":                                    "export TR-RU",
		"Экспорт из Китая в Амурскую область, млн долл. США":                            "export CN-RU10000",
		"Экспорт Израиля в Россию, тыс. долл. США":                                      "export IL-RU",
		"Экспорт из Приморского края в Китай, тыс. долл. США":                           "export RU05000-CN",
		"Импорт в Приморский край из Китая, тыс. долл. США":                             "import RU05000-CN",
		"Импорт из Китая в Россию, тыс. долл. США":                                      "import RU-CN",
		"Экспорт ДФО в Китай, тыс. долл. США":                                           "export RUДальневосточный федеральный округ-CN",
		"Экспорт Сибирского федерального округа в Китай, тыс. долл. США":                "export RUСибирский федеральный округ-CN",
		"Экспорт регионов Дальнего Востока в Китай, тыс. долл. США":                     "export RUДальний Восток-CN",
		"Экспорт России в Китай через пункты пропуска Приморского края, тыс. долл. США": "export RU-CN",
	} {
		g := guess(t, "t.csv", plainFile(title, "Товар;2025;2026", "Соя;5;6", "Лес;7;8"))
		c := g.Shape.Constants
		if got := c.Flow + " " + c.Reporter + c.Region + "-" + c.Partner + c.Province; got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// Heads that name both sides tell each column's own.
func TestHeadsTellBothSides(t *testing.T) {
	got, _ := byFlow(t, "Млн долл. США", "Год;Экспорт Китая в Россию;Экспорт России в Китай", "2024;10;5", "2025;12;6")
	equal(t, "stored", got, []string{"export CN-RU 2024 USD 10000000", "export CN-RU 2025 USD 12000000", "export RU-CN 2024 USD 5000000", "export RU-CN 2025 USD 6000000"})
}

// A column called «month» may hold the year too.
func TestMonthsWithTheirYear(t *testing.T) {
	for _, cells := range [][2]string{{"октябрь 2026", "ноябрь 2026"}, {"10.2026", "11.2026"}, {"2026-10", "2026-11"}} {
		got, _ := byFlow(t, "Экспорт Амурской области в Китай, тыс. долл. США", "Месяц;Стоимость", cells[0]+";5", cells[1]+";6")
		equal(t, cells[0], got, []string{"export RU10000-CN 2026-10 USD 5000", "export RU10000-CN 2026-11 USD 6000"})
	}
}

// A saved profile does not lend its partner to a file that names another, and
// says what it lends.
func TestAProfileOfAnotherFile(t *testing.T) {
	first := plainFile("Экспорт Амурской области в КНР в 2025 году, тыс. долл. США", "Товар;Стоимость", "Соя;5", "Лес;6")
	g := guess(t, "a.csv", first)
	res := mustLoad(t, "b.csv", plainFile("Импорт Приморского края из Японии", "Товар;Стоимость", "Машины;7"), importer.Options{Shape: &g.Shape})
	equal(t, "stored", lines(res.Figures), []string{"import|RU|JP|05000|TOTAL|Машины|2025|USD|7000"})
	if !slices.Contains(res.Report.Notes, importer.NoteKept) {
		t.Error("notes:", res.Report.Notes)
	}
	if res = mustLoad(t, "a.csv", first, importer.Options{Shape: &g.Shape}); slices.Contains(res.Report.Notes, importer.NoteKept) || !slices.Contains(res.Report.Notes, importer.NoteRegion) {
		t.Error("notes of the first:", res.Report.Notes)
	}
}

// What may well be otherwise is told.
func TestDoubtsOfAGuess(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		doubt string
		want  bool
	}{
		"thousands or decimals": {[]string{"Importers;Exported value in 2025;Exported value in 2026", "China;12.345;13.456", "India;999;1.000"}, importer.AssumedPoint, true},
		"decimals":              {[]string{"Importers;Exported value in 2025;Exported value in 2026", "China;12.345;13.4", "India;999;1.000"}, importer.AssumedPoint, false},
	} {
		if g := guess(t, "t.csv", plainFile(c.lines...)); slices.Contains(g.Assumed, c.doubt) != c.want {
			t.Errorf("%s: %v", name, g.Assumed)
		}
	}
}

// A row named by a unit alone is not stored in the unit of the others.
func TestARowNamedByAUnit(t *testing.T) {
	got, res := byFlow(t, "Экспорт Приморского края в Китай, 2025 год, тыс. долл. США", "Товар;Стоимость", "Рыба;100", "тонн;20", "Лес;50", "т;7")
	equal(t, "stored", got, []string{"export RU05000-CN 2025 USD 100000 Рыба", "export RU05000-CN 2025 USD 50000 Лес"})
	if asideFor(res, importer.AsideUnitRow) != 2 {
		t.Error("set aside:", res.Report.SetAside)
	}
}
