package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/xlsx"
)

// opened writes sheets and opens the workbook.
func opened(t *testing.T, sheets ...document.Sheet) *excelize.File {
	t.Helper()
	data := write(t, &document.Book{
		Lang: briefing.RU, Title: "Проба", Words: document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание", Back: "←"}, Sheets: sheets,
	})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func textSheet(name string, texts ...string) document.Sheet {
	table := document.Table{ID: "T1", Title: "Таблица", Columns: []document.Column{{Key: "a", Title: "Графа"}}}
	for _, s := range texts {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Txt(s)}})
	}
	return document.Sheet{Name: name, Table: table}
}

// Text stays text whatever it begins with, and keeps its sign when it is edited.
func TestTextThatLooksLikeAFormulaStaysText(t *testing.T) {
	hard := []string{"=1+1", "+7 495", "-5", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\";\"y\")", "=cmd|' /C calc'!A0"}
	f := opened(t, textSheet("T1", hard...))
	for i, want := range hard {
		cell := fmt.Sprintf("A%d", 6+i)
		if formula, _ := f.GetCellFormula("T1", cell); formula != "" {
			t.Errorf("%q runs as %q", want, formula)
		}
		if kind, _ := f.GetCellType("T1", cell); kind == excelize.CellTypeNumber || kind == excelize.CellTypeFormula {
			t.Errorf("%q is of type %d", want, kind)
		}
		got, _ := f.GetCellValue("T1", cell)
		if strings.TrimSpace(got) != strings.TrimSpace(strings.NewReplacer("\r", "").Replace(want)) {
			t.Errorf("%q reads %q", want, got)
		}
		id, _ := f.GetCellStyle("T1", cell)
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
			t.Errorf("%q would run once it is edited: %+v %v", want, style, err)
		}
	}
}

// A cell holds 32 767 units; what is longer is cut, and says so.
func TestALongTextIsCutAtWhatACellHolds(t *testing.T) {
	f := opened(t, textSheet("T1", strings.Repeat("я", 40_000), strings.Repeat("𝄞", 20_000), strings.Repeat("я", 32_767)))
	for i, whole := range []bool{false, false, true} {
		got, err := f.GetCellValue("T1", fmt.Sprintf("A%d", 6+i))
		if n := len(utf16.Encode([]rune(got))); err != nil || n > 32_767 || n < 32_760 || !utf8.ValidString(got) || strings.HasSuffix(got, "…") == whole {
			t.Errorf("text %d: %d units, cut %t, %v", i, n, strings.HasSuffix(got, "…"), err)
		}
	}
}

// Names of sheets are what a spreadsheet takes, and each of its own.
func TestSheetNamesAreSafeAndUnique(t *testing.T) {
	long := strings.Repeat("Очень длинное имя ", 4)
	var sheets []document.Sheet
	for i, name := range []string{"Экспорт: [КНР]/*?\\", long + "А", long + "Б", "'кавычки'", "history", "", "экспорт", "Экспорт", "\x01\x02"} {
		s := textSheet(name, "да")
		s.Table.ID = fmt.Sprintf("T%d", i)
		sheets = append(sheets, s)
	}
	seen := map[string]bool{}
	names := opened(t, sheets...).GetSheetList()
	if len(names) != len(sheets)+2 {
		t.Fatalf("sheets %q", names)
	}
	for _, name := range names {
		low := strings.ToLower(name)
		if name == "" || len(utf16.Encode([]rune(name))) > 31 || strings.ContainsAny(name, `:\/?*[]`+"\x01\x02") || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") || low == "history" || seen[low] {
			t.Errorf("sheet %q", name)
		}
		seen[low] = true
	}
}

// Control characters and halves of characters don't break the file.
func TestControlCharactersAreLeftOut(t *testing.T) {
	f := opened(t, textSheet("T1", "а\x00б\x08в\x1fг", "д\xff\xfeе", "две\nстроки", "\uFFFE\uFFFFж"))
	for i, want := range []string{"абвг", "", "две\nстроки", "ж"} {
		got, err := f.GetCellValue("T1", fmt.Sprintf("A%d", 6+i))
		if err != nil || want != "" && got != want || !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\x08\x1f\uFFFE\uFFFF") {
			t.Errorf("text %d reads %q, %v", i, got, err)
		}
	}
}

// A day before 1900, which no spreadsheet counts, stays the text that it is.
func TestADayBefore1900StaysText(t *testing.T) {
	days := []string{"1899-12-31", "31.12.1899", "29 февраля 1900 г.", "1689-08-27"}
	f := opened(t, textSheet("T1", days...))
	for i, want := range days {
		got, _ := f.GetCellValue("T1", fmt.Sprintf("A%d", 6+i))
		if kind, _ := f.GetCellType("T1", fmt.Sprintf("A%d", 6+i)); got != want || kind == excelize.CellTypeNumber || kind == excelize.CellTypeDate {
			t.Errorf("%q reads %q, type %d", want, got, kind)
		}
	}
}

// What can't be computed is neither a formula nor a number that is none.
func TestWhatCannotBeComputedIsNoFormula(t *testing.T) {
	num := func(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }
	share := document.Txt("—")
	share.How = &document.Formula{Op: document.OpShare, Args: []document.CellAt{{Row: 0, Col: 1}, {Row: 1, Col: 1}}}
	s := document.Sheet{Name: "T1", Table: document.Table{
		ID: "T1", Title: "Таблица", Columns: []document.Column{{Key: "a", Title: "Товар"}, {Key: "b", Title: "2022", Kind: document.NumberColumn}, {Key: "c", Title: "Доля", Kind: document.NumberColumn}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt("Птица"), num("0"), share}},
			{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Всего"), num("0"), document.Txt("—")}},
			{Cells: []document.Cell{document.Txt("Нет данных"), {}, {}}},
		},
	}}
	f := opened(t, s)
	for row := 6; row <= 8; row++ {
		for _, column := range "ABC" {
			cell := fmt.Sprintf("%c%d", column, row)
			formula, _ := f.GetCellFormula("T1", cell)
			value, err := f.GetCellValue("T1", cell)
			if err != nil || formula != "" || strings.Contains(value, "NaN") || strings.Contains(value, "Inf") || strings.HasPrefix(value, "#") {
				t.Errorf("%s is %q by %q, %v", cell, value, formula, err)
			}
		}
	}
}

// More columns or rows than a sheet has are refused by name before anything is
// written.
func TestATableThatNoSheetHoldsIsRefused(t *testing.T) {
	wide := document.Sheet{Name: "Широкий", Table: document.Table{ID: "T1", Title: "Таблица", Columns: make([]document.Column, 20_000)}}
	long := document.Sheet{Name: "Длинный", Table: document.Table{ID: "T1", Title: "Таблица", Columns: make([]document.Column, 1), Long: &document.Long{Len: 1_048_576}}}
	for _, s := range []document.Sheet{wide, long} {
		var out bytes.Buffer
		err := xlsx.Write(&out, &document.Book{Lang: briefing.RU, Words: document.BookWords{CoverSheet: "1", ContentsSheet: "2"}, Sheets: []document.Sheet{s}})
		var told *briefing.Error
		if !errors.As(err, &told) || told.Code != briefing.CodeTooLarge || told.Path != s.Name || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes written", s.Name, err, out.Len())
		}
	}
}
