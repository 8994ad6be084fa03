package importer_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// A copy of a sheet, an older state, the same figures in another unit: one table
// is not to count twice, and which of them counts somebody has to say. Sheets of
// places, of which many things are alike, are read.
func TestOneTableOnTwoSheetsIsAskedFor(t *testing.T) {
	table := func(unit string, rows ...string) [][]any {
		out := [][]any{{"Экспорт России в Китай, " + unit}, {"Код ТН ВЭД", "Товар", "2024", "2025"}}
		for _, r := range rows {
			var line []any
			for _, cell := range strings.Split(r, ";") {
				line = append(line, cell)
			}
			out = append(out, line)
		}
		return out
	}
	wheat, soya := "1001;Пшеница;9000;10000", "1201;Соя;19000;20000"
	for _, c := range []struct {
		names  [2]string
		second [][]any
		same   bool
	}{
		{[2]string{"Данные", "Данные (2)"}, table("тыс. долл.", wheat, soya), true},
		{[2]string{"старая", "новая (уточнено)"}, table("тыс. долл.", "1001;Пшеница;9100;10000", "1201;Соя;19000;20500"), true},
		{[2]string{"Раздел", "Приложение"}, table("млн долл.", "1001;Пшеница;9;10", "1201;Соя;19;20"), true},
		{[2]string{"Находка", "Владивосток"}, table("тыс. долл.", "1001;Пшеница;700;800", soya), false},
		{[2]string{"Приморский край", "Амурская область"}, table("тыс. долл.", wheat, soya), false},
	} {
		book := importertest.Workbook(t, importertest.Sheet{Name: c.names[0], Rows: table("тыс. долл.", wheat, soya)}, importertest.Sheet{Name: c.names[1], Rows: c.second})
		g, err := importer.Guess(context.Background(), "two.xlsx", bytes.NewReader(book), int64(len(book)), importer.Options{})
		if err != nil {
			t.Fatal(c.names, err)
		}
		res, err := load("two.xlsx", book, importer.Options{Shape: &g.Shape})
		if got := briefing.CodeOf(err) == briefing.CodeSameSheets; got != c.same || !c.same && err != nil {
			t.Errorf("%v: %v", c.names, err)
		}
		if !c.same && err == nil && res.Figures.Len() != 8 {
			t.Errorf("%v: %v", c.names, rowsOf(res.Figures))
		}
	}
}
