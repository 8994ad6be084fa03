package importer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Rows of all countries are a total of the file where its countries add up to
// them, else the whole that no other row tells.
func TestTheWorldStaysWhereTheCountriesAreNotAllOfIt(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]string // code, partner, value
		want string
		note string
	}{
		"the countries add up to it": {
			[][]string{{"0207", "RU", "60"}, {"0207", "KR", "40"}, {"0207", "W", "100"}}, "3 = 2 + total 1", "",
		},
		"but for what is not told, less than a half in a hundred": {
			[][]string{{"0207", "RU", "600"}, {"0207", "KR", "397"}, {"0207", "W", "1000"}}, "3 = 2 + total 1", "",
		},
		"some countries only": {
			[][]string{{"0207", "RU", "60"}, {"0207", "W", "100"}}, "2 = 2", importer.NoteWorld,
		},
		"no country": {
			[][]string{{"0207", "W", "100"}, {"0208", "W", "50"}}, "2 = 2", importer.NoteWorldOnly,
		},
		"all goods of the world beside goods of all countries": {
			[][]string{{"0207", "RU", "60"}, {"0208", "KR", "40"}, {"TOTAL", "W", "100"}}, "3 = 2 + total 1", "",
		},
		"all goods of the world beside goods of some": {
			[][]string{{"0207", "RU", "60"}, {"TOTAL", "W", "100"}}, "2 = 2", importer.NoteWorld,
		},
		"goods without a country beside goods whose countries are there": {
			[][]string{{"0207", "RU", "60"}, {"0207", "KR", "40"}, {"0207", "W", "100"}, {"0208", "W", "5"}}, "4 = 4", importer.NoteWorld,
		},
	} {
		t.Run(name, func(t *testing.T) {
			var rows [][]string
			for _, r := range c.rows {
				rows = append(rows, []string{r[0], "Import", r[1], "", r[2], "0"})
			}
			res := mustLoad(t, "c.csv", importertest.Text{Delimiter: ','}.Write(t, legacy(rows...)), importer.Options{})
			if got := account(res.Report); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for _, note := range []string{importer.NoteWorld, importer.NoteWorldOnly} {
				if slices.Contains(res.Report.Notes, note) != (note == c.note) {
					t.Errorf("notes %q, want %q", res.Report.Notes, c.note)
				}
			}
		})
	}
}

// A row «Всего» in the place of a country is the world, subtotals are not.
func TestATotalInThePlaceOfACountry(t *testing.T) {
	table := func(rows ...string) []byte {
		return plainFile(append([]string{"Экспорт России в 2023 году, тыс. долл. США", "Страна;Код ТН ВЭД;Стоимость"}, rows...)...)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
		all  string // sum of the rows of all countries
	}{
		"of all its countries":       {table("Китай;0207;60", "Индия;0207;40", "Всего;0207;100"), "4 = 2 + title 1 + total 1", ""},
		"of more than its countries": {table("Китай;0207;60", "Индия;0207;10", "Всего;0207;100"), "4 = 3 + title 1", "W00 100000"},
		"alone":                      {table("Всего;0207;100", "Всего;0208;50"), "3 = 2 + title 1", "W00 150000"},
		"of blocks":                  {table("Китай;0207;60", "Итого;0207;60", "Индия;0207;10", "Итого;0207;10", "Всего;0207;70"), "6 = 2 + title 1 + total 3", ""},
		"without goods":              {table("Китай;0207;60", "Индия;0208;10", "Всего;;100"), "4 = 2 + title 1 + total 1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			g := guess(t, "t.csv", c.data)
			res := mustLoad(t, "t.csv", c.data, importer.Options{Shape: &g.Shape})
			if got := account(res.Report); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			var want []string
			if c.all != "" {
				want = []string{c.all}
			}
			equal(t, "world", sums(t, res.Figures, figure.Filter{Partner: figure.World}, "partner"), want)
			if slices.Contains(res.Report.Notes, importer.NoteRepeated) {
				t.Error("totals are told as repeated rows")
			}
		})
	}
}

// Repeated rows are named by their places, each once, the first of many.
func TestRepeatedRowsAreNamedByTheirPlaces(t *testing.T) {
	table := func(n int) *importer.Result {
		rows := []string{"Экспорт России в 2023 году, тыс. долл. США", "Страна;Код ТН ВЭД;Стоимость"}
		for i := range n {
			rows = append(rows, fmt.Sprintf("Китай;0207;%d", 60+i))
		}
		data := plainFile(rows...)
		g := guess(t, "t.csv", data)
		return mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	}
	for n, want := range map[int]string{3: "Таких записей 2: t.csv, строки: 4, 5.", 9: "Таких записей 8, первые: t.csv, строки: 4, 5, 6, 7, 8."} {
		r := table(n).Report
		if got := r.Note(briefing.RU, importer.NoteRepeated); !strings.HasSuffix(got, want) {
			t.Errorf("%s", got)
		}
	}
}
