package importer_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Hidden sheets are told and not read, unless they are asked for.
func TestHiddenSheets(t *testing.T) {
	shown := importertest.Sheet{Name: "2022", Rows: importertest.Strings(ftsRows())}
	hidden := importertest.Sheet{Name: "старое", Rows: importertest.Strings(ftsRows()[:3]), Hidden: true}
	both := importertest.Workbook(t, shown, hidden)
	res := mustLoad(t, "a.xlsx", both, thousandUSD)
	if fmt.Sprint(res.Report.Hidden) != "[a.xlsx [старое]]" || len(res.Tables) != 1 || res.Report.Stored != 7 {
		t.Errorf("%v, %d tables, %d stored", res.Report.Hidden, len(res.Tables), res.Report.Stored)
	}
	o := thousandUSD
	o.Hidden = true
	if res = mustLoad(t, "a.xlsx", both, o); len(res.Report.Hidden) != 0 || len(res.Tables) != 2 {
		t.Errorf("asked for: %v, %d tables", res.Report.Hidden, len(res.Tables))
	}
	only := importertest.Workbook(t, importertest.Sheet{Name: "титул", Rows: [][]any{{"Сводка"}}}, hidden)
	_, err := load("a.xlsx", only, thousandUSD)
	if briefing.CodeOf(err) != briefing.CodeHiddenSheets || !strings.Contains(err.Error(), "старое") {
		t.Errorf("only a hidden sheet has figures: %v", err)
	}
	if res = mustLoad(t, "a.xlsx", only, o); res.Report.Stored == 0 {
		t.Error("nothing was read of the hidden sheet")
	}
}

// Rows that a workbook does not show are read, and the report says so.
func TestHiddenRowsAreTold(t *testing.T) {
	le := binary.LittleEndian
	for name, want := range map[string]bool{"shown": false, "hidden": true} {
		b := make([]byte, 16)
		le.PutUint16(b, 2)
		if want {
			b[12] = 0x20
		}
		data := importertest.XLSLaidOut(ftsRows(), 1<<20, 0, nil, []importertest.XLSRecord{{Kind: 0x0208, Body: b}}, nil)
		res := mustLoad(t, "a.xls", data, thousandUSD)
		if got := slices.Contains(res.Report.Notes, importer.NoteUnseen); got != want || res.Report.Stored != 7 {
			t.Errorf("%s: note %v, %d stored", name, got, res.Report.Stored)
		}
	}
}

// Several sheets of one kind are read one after another; one that is no table
// of figures is named.
func TestSeveralSheets(t *testing.T) {
	rows := ftsRows()
	data := importertest.Workbook(t,
		importertest.Sheet{Name: "пояснение", Rows: [][]any{{"Источник: ФТС"}}},
		importertest.Sheet{Name: "1", Rows: importertest.Strings(rows)},
		importertest.Sheet{Name: "2", Rows: importertest.Strings([][]string{rows[0], {"ЭК", "02/2022", "CN", "0207120000", "", "5", "1", "0", "", ""}})},
	)
	res := mustLoad(t, "a.xlsx", data, thousandUSD)
	if res.Report.Stored != 8 || fmt.Sprint(res.Report.Skipped) != "[a.xlsx [пояснение]]" {
		t.Errorf("%d stored, skipped %v", res.Report.Stored, res.Report.Skipped)
	}
}

// Merged cells tell how far a head reaches, and that rows below belong to the
// name above.
func TestMergedHeader(t *testing.T) {
	data := importertest.Workbook(t, importertest.Sheet{
		Name: "свод",
		Rows: [][]any{
			{"Экспорт продукции АПК, тыс. долл."},
			{"Страна", "Продукция", "2022 год", "", "2023 год", "", "Прирост"},
			{"", "", "экспорт", "импорт", "экспорт", "импорт", "за год"},
			{"Китай", "Масло", 10, 1, 12, 2, 3},
			{"", "Мука", 20, 3, 22, 4, 5},
			{"", "Зерно", 30, 5, 32, 6, 7},
			{"Турция", "Масло", 40, 7, 42, 8, 9},
			{"", "Зерно", 50, 9, 52, 10, 11},
		},
		Merged: [][2]string{{"A1", "G1"}, {"A2", "A3"}, {"B2", "B3"}, {"C2", "D2"}, {"E2", "F2"}, {"A4", "A6"}, {"A7", "A8"}},
	})
	g := guess(t, "svod.xlsx", data)
	equal(t, "columns", guessed(g), []string{
		"1 partner filled: header", "2 product: header", "3 value 2022 export: series", "4 value 2022 import: series",
		"5 value 2023 export: series", "6 value 2023 import: series", "7 : unused",
	})
	if c := g.Columns[0]; !c.FillDown || c.Header != "Страна" || g.Columns[3].Header != "2022 год / импорт" || g.Columns[6].Header != "Прирост / за год" {
		t.Errorf("%+v", g.Columns)
	}
	res := mustLoad(t, "svod.xlsx", data, importer.Options{Shape: &g.Shape})
	if got := lines(res.Figures); res.Report.Stored != 20 || !strings.Contains(strings.Join(got, "\n"), "export|RU|TR||TOTAL|Зерно|2023|USD|52000") {
		t.Errorf("%s\n%s", account(res.Report), strings.Join(got, "\n"))
	}
}
