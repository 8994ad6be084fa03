package importer_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Tables of one sheet are read as if each stood on a sheet of its own; one that is
// not understood, or of another shape, is offered and never added to the first.
func TestSeveralTablesOnASheet(t *testing.T) {
	for name, c := range map[string]struct {
		rows   [][]string
		want   []string
		others []string
	}{
		"one below the other, by years": {
			[][]string{
				{"Экспорт России в Китай, 2024 год, тыс. долл. США"},
				{"Код ТН ВЭД", "Товар", "Стоимость"},
				{"1001", "Пшеница", "1"},
				{"Итого", "", "1"},
				{},
				{"Экспорт России в Китай, 2025 год, тыс. долл. США"},
				{"Код ТН ВЭД", "Товар", "Стоимость"},
				{"1001", "Пшеница", "2"},
				{"Итого", "", "2"},
			},
			[]string{"export|RU|CN||1001|Пшеница|2024|USD|1000", "export|RU|CN||1001|Пшеница|2025|USD|2000"},
			nil,
		},
		"side by side under titles of their own": {
			[][]string{
				{"Экспорт Амурской области в Китай в 2025 году, тыс. долл. США", "", "", "Импорт Амурской области из Китая в 2025 году, млн долл. США"},
				{"Код ТН ВЭД", "Стоимость", "", "Код ТН ВЭД", "Стоимость"},
				{"1001", "1", "", "8703", "5"},
				{"", "", "", "8429", "7"},
			},
			[]string{"export|RU|CN|10000|1001||2025|USD|1000", "import|RU|CN|10000|8429||2025|USD|7000000", "import|RU|CN|10000|8703||2025|USD|5000000"},
			nil,
		},
		"side by side without a blank column": {
			[][]string{
				{"Внешняя торговля России с Китаем в 2025 году, тыс. долл. США"},
				{"Экспорт", "", "Импорт"},
				{"Код ТН ВЭД", "Стоимость", "Код ТН ВЭД", "Стоимость"},
				{"1001", "1", "8703", "5"},
				{"1201", "2", "8429", "7"},
			},
			[]string{"export|RU|CN||1001||2025|USD|1000", "export|RU|CN||1201||2025|USD|2000", "import|RU|CN||8429||2025|USD|7000", "import|RU|CN||8703||2025|USD|5000"},
			nil,
		},
		"a list in two columns": {
			[][]string{
				{"Экспорт России в 2025 году, тыс. долл. США"}, {"Страна", "Стоимость", "", "Страна", "Стоимость"}, {"Китай", "1", "", "Индия", "5"}, {"Иран", "2", "", "Египет", "7"},
			},
			[]string{"export|RU|CN||TOTAL||2025|USD|1000", "export|RU|EG||TOTAL||2025|USD|7000", "export|RU|IN||TOTAL||2025|USD|5000", "export|RU|IR||TOTAL||2025|USD|2000"},
			nil,
		},
		"another head": {
			[][]string{
				{"Экспорт России в Китай по товарам, тыс. долл. США"},
				{"Код ТН ВЭД", "Товар", "2024", "2025"},
				{"1001", "Пшеница", "9", "10"},
				{},
				{"Экспорт России по странам, тыс. долл. США"},
				{"Страна", "2024", "2025"},
				{"Китай", "24", "30"},
				{"Индия", "5", "6"},
			},
			[]string{"export|RU|CN||1001|Пшеница|2024|USD|9000", "export|RU|CN||1001|Пшеница|2025|USD|10000"},
			[]string{"Лист1!A5"},
		},
		"a table of something else first": {
			[][]string{
				{"Структура экспорта"},
				{"Показатель", "Доля, %"},
				{"АПК", "30"},
				{},
				{"Экспорт России в Китай, тыс. долл. США"},
				{"Код ТН ВЭД", "Товар", "2024", "2025"},
				{"1001", "Пшеница", "9", "10"},
			},
			[]string{"export|RU|CN||1001|Пшеница|2024|USD|9000", "export|RU|CN||1001|Пшеница|2025|USD|10000"},
			[]string{"Лист1!A1"},
		},
		"the same in another unit": {
			[][]string{
				{"Экспорт России в Китай в 2025 году, тыс. долл. США"},
				{"Код ТН ВЭД", "Стоимость"},
				{"1001", "1000"},
				{},
				{"Экспорт России в Китай в 2025 году, млн долл. США"},
				{"Код ТН ВЭД", "Стоимость"},
				{"1001", "1"},
			},
			[]string{"export|RU|CN||1001||2025|USD|1000000"},
			[]string{"Лист1!A5"},
		},
		"other goods of other countries": {
			[][]string{
				{"Экспорт пшеницы из России в Китай, тыс. долл. США"},
				{"Регион", "2024", "2025"},
				{"Амурская область", "1", "2"},
				{},
				{"Экспорт сои из России в Египет, тыс. долл. США"},
				{"Регион", "2024", "2025"},
				{"Амурская область", "10", "20"},
			},
			[]string{"export|RU|CN|10000|TOTAL||2024|USD|1000", "export|RU|CN|10000|TOTAL||2025|USD|2000"},
			[]string{"Лист1!A5"},
		},
		"words and dashes below a blank row are rows": {
			[][]string{
				{"Экспорт России, тыс. долл. США"}, {"Страна", "2024", "2025"}, {"Китай", "1", "2"}, {}, {"Индия", "–", "–"}, {"Иран", "3", "4"},
			},
			[]string{"export|RU|CN||TOTAL||2024|USD|1000", "export|RU|CN||TOTAL||2025|USD|2000", "export|RU|IR||TOTAL||2024|USD|3000", "export|RU|IR||TOTAL||2025|USD|4000"},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := importertest.Workbook(t, importertest.Sheet{Name: "Лист1", Rows: importertest.Strings(c.rows)})
			g := guess(t, "t.xlsx", data)
			equal(t, "others", g.Others, c.others)
			res := mustLoad(t, "t.xlsx", data, importer.Options{Shape: &g.Shape})
			got := lines(res.Figures)
			slices.Sort(got)
			equal(t, "rows", got, c.want)
			if len(res.Report.Rejected) > 0 || res.Report.Contradicted() {
				t.Errorf("%s, totals %+v", account(res.Report), res.Report.Totals)
			}
			said := strings.Join(res.Report.Said(briefing.RU), "\n")
			for _, o := range c.others {
				if !strings.Contains(said, "["+o+"]") {
					t.Errorf("%s is not told: %s", o, said)
				}
				other, err := importer.Guess(t.Context(), "t.xlsx", bytes.NewReader(data), int64(len(data)), importer.Options{Table: o})
				if err == nil && other.Table != o {
					t.Errorf("%s chosen, %s found", o, other.Table)
				}
			}
		})
	}
}

// What is rejected of tables that stand side by side has its own columns, and is read
// again by the table's own title.
func TestRejectedRowsOfTablesSideBySide(t *testing.T) {
	data := importertest.Workbook(t, importertest.Sheet{Name: "Лист1", Rows: importertest.Strings([][]string{
		{"Экспорт Амурской области в Китай в 2025 году, тыс. долл. США", "", "", "Импорт Амурской области из Китая в 2025 году, тыс. долл. США"},
		{"Код ТН ВЭД", "Стоимость", "", "Код ТН ВЭД", "Стоимость"},
		{"1001", "1", "", "8703", "пять"},
		{"1201", "2", "", "8429", "7"},
	})})
	g := guess(t, "t.xlsx", data)
	res := mustLoad(t, "t.xlsx", data, importer.Options{Shape: &g.Shape})
	if r := res.Report.Rejected; len(r) != 1 || r[0].Line != 3 || r[0].Column != 5 || r[0].File != "t.xlsx [Лист1!D1]" {
		t.Fatalf("%+v", r)
	}
}
