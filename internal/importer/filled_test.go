package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Direction, month and country that are merged over several rows hold for all
// of them, also in a table of a known kind; amounts do not.
func TestMergedCellsOfAKnownTableHoldForTheirRows(t *testing.T) {
	rows := [][]any{
		{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл.", "Вес нетто, т"},
		{"Экспорт", "10.2026", "Узбекистан", "1001190000", 100, 400},
		{nil, nil, nil, "1101001500", 50, 150},
		{nil, nil, "Казахстан", "1001190000", 70, nil},
		{"", "", "", "", "", ""},
		{nil, "11.2026", nil, "1101001500", 30, 90},
	}
	data := importertest.Workbook(t, importertest.Sheet{Name: "Лист", Rows: rows, Merged: [][2]string{{"A2", "A6"}, {"B2", "B5"}, {"C2", "C3"}, {"C4", "C6"}, {"F2", "F4"}}})
	res := mustLoad(t, "m.xlsx", data, importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 export RU→UZ 2026-10 1001190000/10 TNVED 100000USD kg=400000 q=– A",
		"3 export RU→UZ 2026-10 1101001500/10 TNVED 50000USD kg=– q=– A",
		"4 export RU→KZ 2026-10 1001190000/10 TNVED 70000USD kg=– q=– A",
		"6 export RU→KZ 2026-11 1101001500/10 TNVED 30000USD kg=90000 q=– A",
	})
	if got := account(res.Report); got != "4 = 4" {
		t.Error(got)
	}
	// Without merging an empty cell is an empty cell.
	res = mustLoad(t, "m.xlsx", importertest.Workbook(t, importertest.Sheet{Name: "Лист", Rows: rows}), importer.Options{})
	if got := account(res.Report); !strings.HasPrefix(got, "4 = 1 + 3:") {
		t.Error(got)
	}
}
