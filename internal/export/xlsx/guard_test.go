package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/xlsx"
)

func sums(guarded bool) *document.Book {
	num := func(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }
	total := num("550")
	total.How = &document.Formula{Op: document.OpSum, Args: []document.CellAt{{Row: 0, Col: 1}, {Row: 1, Col: 1}}}
	table := func(id string, last document.Cell) document.Table {
		return document.Table{
			ID: id, Title: "Экспорт", Columns: []document.Column{{Key: "what", Title: "Товар"}, {Key: "y", Title: "2022", Kind: document.NumberColumn}},
			Rows: []document.Row{
				{Cells: []document.Cell{document.Txt("Птица"), num("403")}},
				{Cells: []document.Cell{document.Txt("Говядина"), num("147")}},
				{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Всего"), last}},
			},
		}
	}
	return &document.Book{
		Lang: briefing.RU, Title: "Проба", Guarded: guarded, Words: document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание"},
		Sheets: []document.Sheet{{Name: "T1", Table: table("T1", total)}, {Name: "T2", Table: table("T2", num("550"))}},
	}
}

// locked reads whether a cell may be edited, as a spreadsheet does.
func locked(t *testing.T, f *excelize.File, sheet, cell string) bool {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return style.Protection == nil || style.Protection.Locked
}

func TestFormulasAreProtectedWhereThatIsWanted(t *testing.T) {
	for _, guarded := range []bool{false, true} {
		var out bytes.Buffer
		if err := xlsx.Write(&out, sums(guarded)); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		for sheet, want := range map[string]bool{"xl/worksheets/sheet3.xml": guarded, "xl/worksheets/sheet4.xml": false} { // only where something calculates
			if strings.Contains(partOf(t, out.Bytes(), sheet), "<sheetProtection") != want {
				t.Errorf("guarded %v: %s", guarded, sheet)
			}
		}
		if !guarded {
			continue
		}
		for cell, want := range map[string]bool{"B8": true, "B6": false, "A6": false, "A8": false} {
			if locked(t, f, "T1", cell) != want {
				t.Errorf("%s locked: %v", cell, !want)
			}
		}
	}
}
