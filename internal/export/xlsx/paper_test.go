package xlsx_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// onPaper is a sheet as it is printed: orientation, pages side by side, and what
// the lines over the table say.
type onPaper struct {
	upright bool
	pages   int
	lines   [5]string // by row
}

func printed(t *testing.T, s document.Sheet) onPaper {
	t.Helper()
	s.Name = "T01"
	f := opened(t, s)
	layout, err := f.GetPageLayout("T01")
	if err != nil {
		t.Fatal(err)
	}
	p := onPaper{upright: *layout.Orientation == "portrait", pages: 1}
	if layout.FitToWidth != nil {
		p.pages = *layout.FitToWidth
	}
	for row := 1; row <= 4; row++ {
		p.lines[row], _ = f.GetCellValue("T01", "A"+strconv.Itoa(row))
	}
	return p
}

func wideTable(columns int, text string) document.Table {
	t := document.Table{ID: "T01", Title: "Таблица", Rows: []document.Row{{}}}
	for range columns {
		t.Columns = append(t.Columns, document.Column{Key: "c" + strconv.Itoa(len(t.Columns)), Title: "Графа " + strconv.Itoa(len(t.Columns))})
		t.Rows[0].Cells = append(t.Rows[0].Cells, document.Txt(text))
	}
	return t
}

// printedPixels is how wide the columns of a sheet with a table of two are that
// come onto paper.
func printedPixels(t *testing.T, f *excelize.File) (wide float64) {
	t.Helper()
	const blank = 64 // a column that has no width of its own
	last := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == "T01" {
			last = n.RefersTo[strings.LastIndex(n.RefersTo, "$")+1:]
		}
	}
	columns, err := excelize.ColumnNameToNumber(last)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= columns; i++ {
		if i > 2 {
			wide += blank
			continue
		}
		column, _ := excelize.ColumnNumberToName(i)
		w, err := f.GetColWidth("T01", column)
		if err != nil {
			t.Fatal(err)
		}
		wide += w*7 + 5
	}
	return wide
}

// A sheet turns and then goes onto pages side by side before its letters get
// smaller than seven points.
func TestASheetIsPrintedInLettersThatCanBeRead(t *testing.T) {
	text := strings.Repeat("слово ", 5)
	for columns, want := range map[int]onPaper{2: {upright: true, pages: 1}, 5: {pages: 1}, 9: {pages: 2}} {
		got := printed(t, document.Sheet{Table: wideTable(columns, text)})
		if got.upright != want.upright || got.pages != want.pages {
			t.Errorf("%d columns: upright %t, %d pages", columns, got.upright, got.pages)
		}
	}
}

// A chart under a narrow table is on paper to its right edge.
func TestAChartIsPrintedWhole(t *testing.T) {
	const pixels = 760
	for _, c := range charts() {
		table := wideTable(2, "да")
		f := opened(t, document.Sheet{Name: "T01", Table: table, Chart: &c})
		if wide := printedPixels(t, f); wide < pixels {
			t.Errorf("%v: %.0f pixels on paper", c.Kind, wide)
		}
	}
}

// What does not fit into the line of sources goes on in the lines around it, whole
// sentences at a time, and the sources stay in their place.
func TestALongLineOfSourcesIsSpreadOverTheLinesAroundIt(t *testing.T) {
	note := strings.Repeat("Сказано о данных таблицы. ", 8)
	long := note + "Ещё одно примечание о том, что в данных учтено. Источник: ФТС России [2]."
	got := printed(t, document.Sheet{Table: wideTable(2, "да"), UnitLine: "Единица: т", SourceRow: long, MarksLine: "[e] оценка"})
	all := strings.Join(got.lines[2:], " ")
	if !strings.HasSuffix(got.lines[3], "Источник: ФТС России [2].") || len(got.lines[3]) == len(long) || !strings.HasPrefix(got.lines[2], "Единица: т") ||
		strings.Count(all, "Сказано о данных таблицы.") != 8 || !strings.Contains(all, "в данных учтено") {
		t.Errorf("lines %q", got.lines)
	}
	short := printed(t, document.Sheet{Table: wideTable(2, "да"), UnitLine: "Единица: т", SourceRow: "Источник: ФТС России [2].", MarksLine: "[e] оценка"})
	if short.lines[3] != "Источник: ФТС России [2]." || short.lines[2] != "Единица: т" || !short.upright {
		t.Errorf("short lines %q", short.lines)
	}
}

// The line of the source stands under the chart and not behind it.
func TestAChartDoesNotCoverItsSource(t *testing.T) {
	data := write(t, book())
	xml := partOf(t, data, "xl/drawings/drawing1.xml")
	m := regexp.MustCompile(`<xdr:to>.*?<xdr:row>(\d+)</xdr:row>`).FindStringSubmatch(xml)
	if m == nil {
		t.Fatalf("no anchor in %.300s", xml)
	}
	last, _ := strconv.Atoi(m[1])
	last++ // counted from 0
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	rows, err := f.GetRows(f.GetSheetName(2))
	if err != nil {
		t.Fatal(err)
	}
	under := 0
	for n := len(rows); n > 0 && under == 0; n-- {
		if len(rows[n-1]) > 0 && rows[n-1][0] != "" {
			under = n
		}
	}
	if under <= last {
		t.Errorf("the chart ends in row %d, its source stands in row %d: %q", last, under, rows[under-1])
	}
}

// The columns on paper are as wide as the lines over the table, or these would be
// cut where the paper of the sheet ends.
func TestNothingOverATableIsCutInPrint(t *testing.T) {
	const letter = 6.2 // pixels of a Russian letter of eleven points
	note := strings.Repeat("Сказано о данных таблицы. ", 9)
	for name, s := range map[string]document.Sheet{
		"notes": {SourceRow: note + "Источник: последнее.", MarksLine: "[e] расчёт или оценка"},
		"stamp": {SourceRow: "Источник: " + strings.Repeat("название, ", 12)},
		"marks": {SourceRow: "Источник: [1].", MarksLine: strings.Repeat("[e] расчёт или оценка; ", 7)},
		"title": {SourceRow: "Источник: [1]."},
	} {
		s.Table, s.Name = wideTable(2, "да"), "T01"
		switch name {
		case "stamp":
			s.Table.Stamp = "ОБРАЗЕЦ · условные данные"
		case "title":
			s.Table.Title = strings.Repeat("Длинное название таблицы ", 5)
		}
		f := opened(t, s)
		wide := printedPixels(t, f)
		for row := 1; row <= 4; row++ {
			text, _ := f.GetCellValue("T01", "A"+strconv.Itoa(row))
			if need := float64(len([]rune(text))) * letter; need > wide {
				t.Errorf("%s: line %d needs %.0f pixels of %.0f: %q", name, row, need, wide, text)
			}
		}
	}
}

// A chart that may not have room below its table begins a page, since a page that
// ends inside it would cut it in two; under a short table it stays.
func TestAPageDoesNotEndInsideAChart(t *testing.T) {
	table := func(rows int, text string) document.Table {
		out := wideTable(2, text)
		for len(out.Rows) < rows {
			out.Rows = append(out.Rows, out.Rows[0])
		}
		return out
	}
	long := strings.Repeat("слово ", 60)
	for name, c := range map[string]struct {
		table  document.Table
		breaks bool
	}{
		"short":                   {table(6, "да"), false},
		"as long as there's room": {table(20, "да"), false},
		"longer":                  {table(34, "да"), true},
		"over several pages":      {table(150, "да"), true},
		"rows of several lines":   {table(12, long), true},
	} {
		chart := charts()[0]
		s := document.Sheet{Name: "T01", Table: c.table, Chart: &chart}
		data := write(t, &document.Book{Lang: briefing.RU, Words: document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание", Back: "←"}, Sheets: []document.Sheet{s}})
		m := regexp.MustCompile(`<brk [^>]*id="(\d+)"`).FindStringSubmatch(partOf(t, data, "xl/worksheets/sheet3.xml"))
		if (m != nil) != c.breaks {
			t.Errorf("%s: breaks %v", name, m)
			continue
		}
		anchor := regexp.MustCompile(`<xdr:from>.*?<xdr:row>(\d+)</xdr:row>`).FindStringSubmatch(partOf(t, data, "xl/drawings/drawing1.xml"))
		if m != nil && m[1] != anchor[1] { // both count the rows above
			t.Errorf("%s: the page ends after row %s, the chart begins after row %s", name, m[1], anchor[1])
		}
	}
}
