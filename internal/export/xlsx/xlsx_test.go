package xlsx_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/xlsx"
)

func number(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }

// book is a table with a sum, a share, a mark, a range and a text that would
// be a formula if someone typed it.
func book() *document.Book {
	share := func(row int, n string) document.Cell {
		c := number(n)
		c.How = &document.Formula{Op: document.OpShare, Args: []document.CellAt{{Row: row, Col: 1}, {Row: 2, Col: 1}}}
		return c
	}
	total := number("400")
	total.How = &document.Formula{Op: document.OpSum, Args: []document.CellAt{{Row: 0, Col: 1}, {Row: 1, Col: 1}}}
	marked := number("300")
	marked.Mark, marked.Word = "e", "около"
	return &document.Book{
		Lang: briefing.RU, Title: "Книга", AsOf: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC),
		Words: document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание", Contents: "Содержание", Back: "← Содержание", ColSheet: "Лист", ColTitle: "Таблица", ColRows: "Строк", ColUnit: "Единица", Page: "стр."},
		Cover: []document.LabelValue{{Label: "Название", Lines: []string{"Книга"}}},
		Sheets: []document.Sheet{{
			Name: "T01 Товары", UnitLine: "Единица: т", SourceRow: "Источник: [1]",
			Table: document.Table{
				ID: "T01", Label: "Таблица 1", Title: "Товары", Stamp: "ОБРАЗЕЦ · условные данные",
				Columns: []document.Column{
					{Key: "name", Title: "Товар"},
					{Key: "n", Title: "т", Kind: document.NumberColumn, Decimals: 1},
					{Key: "s", Title: "Доля, %", Kind: document.NumberColumn, Decimals: 1},
					{Key: "p", Title: "План", Kind: document.NumberColumn, Decimals: -1},
				},
				Rows: []document.Row{
					{Cells: []document.Cell{document.Txt("=1+1"), number("100"), share(0, "25"), {Low: briefing.SomeNum("915"), High: briefing.SomeNum("930")}}},
					{Cells: []document.Cell{document.Txt("Молоко"), marked, share(1, "75"), document.Dash()}},
					{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Итого"), total, share(2, "100"), document.Dash()}},
				},
			},
			Chart: &document.Chart{Kind: document.Bars, Title: "Товары", Categories: []string{"А", "Б"}, Series: []document.Series{{Points: []document.ChartPoint{{Value: briefing.SomeNum("100")}, {Value: briefing.SomeNum("300")}}}}},
		}},
	}
}

func write(t *testing.T, b *document.Book) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := xlsx.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestSameBookGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, book()), write(t, book())) {
		t.Error("two runs differ")
	}
}

func TestSheetReadsAsTheBook(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, book())))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if got := f.GetSheetList(); strings.Join(got, "|") != "Обложка|Содержание|T01 Товары" || f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheets %q, active %d", got, f.GetActiveSheetIndex())
	}
	sheet := "T01 Товары"
	for cell, want := range map[string]string{
		"A1": "Таблица 1 — Товары", "A3": "ОБРАЗЕЦ · условные данные. Источник: [1]", "A5": "Товар", "E5": "Пометка",
		"A6": "=1+1", "B6": "100.0", "C6": "25.0", "D6": "915–930", "B8": "400.0", "E7": "т: около [e]",
	} {
		got, err := f.GetCellValue(sheet, cell)
		if err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", cell, got, want, err)
		}
	}
	for cell, want := range map[string]string{"B8": "SUM(B6:B7)", "C6": "B6/B8*100", "A6": ""} {
		if got, _ := f.GetCellFormula(sheet, cell); got != want {
			t.Errorf("%s: formula %q, want %q", cell, got, want)
		}
	}
	if merged, _ := f.GetMergeCells(sheet); len(merged) != 0 {
		t.Errorf("merged cells: %v", merged)
	}
	if tables, _ := f.GetTables(sheet); len(tables) != 1 || tables[0].Name != "tbl_t01" || tables[0].Range != "A5:E8" {
		t.Errorf("tables: %+v", tables)
	}
}

// A reader that does not calculate finds a value beside each formula.
func TestFormulasHaveTheirValues(t *testing.T) {
	data := write(t, book())
	formulas := 0
	for name, text := range sheetParts(t, data) {
		for _, cell := range strings.Split(text, "<c ")[1:] {
			if strings.Contains(cell, "<f") {
				formulas++
				if !strings.Contains(cell, "<v>") {
					t.Errorf("%s: no value in %s", name, cell)
				}
			}
		}
	}
	if formulas != 4 {
		t.Errorf("%d formulas, want 4", formulas)
	}
}

// Readers of large sheets believe the range that a sheet says it has.
func TestSheetsSayTheirExtentAndRowsTheirHeight(t *testing.T) {
	b := book()
	b.Sheets[0].Table.Rows[1].Cells[0] = document.Txt(strings.Repeat("слово ", 40))
	data := write(t, b)
	for name, want := range map[string]string{"sheet1": "A1:B2", "sheet2": "A1:F6", "sheet3": "A1:I30"} {
		xml := partOf(t, data, "xl/worksheets/"+name+".xml")
		if !strings.Contains(xml, `<dimension ref="`+want+`"`) {
			_, after, _ := strings.Cut(xml, "<dimension")
			t.Errorf("%s: %s, want %s", name, after[:24], want)
		}
		if name == "sheet3" && !strings.Contains(xml, `<row r="7" ht="75" customHeight="1"`) {
			_, after, _ := strings.Cut(xml, `<row r="7"`)
			t.Errorf("a row of five lines: %s", after[:60])
		}
	}
}

// The rows of a long table, which go their own way, read as those of others.
func TestALongTableReadsAsAShortOne(t *testing.T) {
	short := book()
	short.Sheets[0].Chart = nil
	rows := short.Sheets[0].Table.Rows
	for r := range rows {
		rows[r].Kind = document.BodyRow
		for c := range rows[r].Cells {
			rows[r].Cells[c].How = nil
		}
	}
	for _, text := range []string{"a < b & \"c\" > 'd'", " края ", "две\nстроки", "+7", "\tтаб", "_x0041_", "плохо\x01\uFFFF", "中文", ""} {
		rows = append(rows, document.Row{Cells: []document.Cell{document.Txt(text), number("0.1234567"), number("-1234567890123.5"), number("12")}})
	}
	short.Sheets[0].Table.Rows = rows
	long := *short
	long.Sheets = []document.Sheet{short.Sheets[0]}
	table := &long.Sheets[0].Table
	table.Rows, table.Long = nil, &document.Long{Len: len(rows), Row: func(i int, into *document.Row) {
		into.Kind = rows[i].Kind
		copy(into.Cells, rows[i].Cells)
	}}
	want, got := cellsOf(t, write(t, short)), cellsOf(t, write(t, &long))
	for sheet, cells := range want {
		for at, c := range cells {
			if got[sheet][at] != c {
				t.Errorf("%s!%s: %q, want %q", sheet, at, got[sheet][at].value, c.value)
			}
		}
	}
	for _, f := range faultsOf(write(t, &long)) {
		t.Error(f)
	}
}
