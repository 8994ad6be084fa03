package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Columns to be filled in stand in the table and not on paper, and offer what
// their field may be; a list keeps nobody from typing other words.
func TestSpareColumnsAreFilledInAndNotPrinted(t *testing.T) {
	ref := briefing.Ref{Kind: briefing.KindSource, ID: "s1"}
	table := document.Table{
		ID: "R01", Title: "Источники", New: briefing.KindSource,
		Columns: []document.Column{{Key: "id", Title: "№"}, {Key: "title_ru", Title: "Название"}, {Key: "kind", Title: "Вид", Options: []string{"официальный", "СМИ, агентства"}, Spare: true}},
		Rows:    []document.Row{{Origin: &ref, Cells: []document.Cell{document.Txt("s1"), document.Txt(strings.Repeat("слово ", 30)), {Shows: &document.Shown{Ref: ref, Fields: []document.ShownField{{Field: "kind"}}}}}}},
	}
	book := func(keyed bool) *excelize.File {
		data := write(t, &document.Book{
			Lang: briefing.RU, Title: "Проба", Keyed: keyed, Words: document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание", Lists: "Списки"},
			Sheets: []document.Sheet{{Name: "R01", Table: table}},
		})
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		return f
	}
	f := book(true)
	if head, _ := f.GetCellValue("R01", "C5"); head != "Вид" {
		t.Errorf("head %q", head)
	}
	printed := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == "R01" {
			printed = n.RefersTo
		}
	}
	if !strings.HasSuffix(printed, "$A:$B") {
		t.Errorf("printed %q", printed)
	}
	rules, err := f.GetDataValidations("R01")
	if err != nil || len(rules) != 1 || !strings.HasPrefix(rules[0].Sqref, "C6:C") || rules[0].Formula1 != "'Списки'!$A$2:$A$3" || rules[0].ShowErrorMessage {
		t.Errorf("offers %+v, %v", rules, err)
	}
	if second, _ := f.GetCellValue("Списки", "A3"); second != "СМИ, агентства" {
		t.Errorf("offered %q", second)
	}
	if shown, err := f.GetSheetVisible("Списки"); err != nil || shown {
		t.Error("the lists show")
	}
	if plain := book(false); len(plain.GetSheetList()) != 3 {
		t.Errorf("a book that does not come back has lists: %q", plain.GetSheetList())
	}
}
