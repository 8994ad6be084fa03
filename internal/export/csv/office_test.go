package csv_test

import (
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/export/csv"
	"briefing/internal/export/officetest"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// demoBook is the example's workbook in a language.
func demoBook(t *testing.T, l briefing.Lang) *document.Book {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	made, err := pack.BuildBook(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: l, Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// Numbers are numbers, text stays text — codes with their noughts, years, days —
// and nothing is calculated, in each language.
func TestLibreOfficeReadsNumbersAsNumbersAndTextAsText(t *testing.T) {
	hard := book(briefing.RU)
	hard.Sheets = hard.Sheets[:1]
	table := &hard.Sheets[0].Table
	for _, s := range []string{"0203", "2022", "2022-01", "1.02", "01.02.2023", "3/4", "12:30", "1e5", "+7 495", "-1", "@A1", "=HYPERLINK(\"http://x\")", "1 234,5", "007"} {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Txt(s), number("0.25")}})
	}
	for _, l := range briefing.Langs() {
		t.Run(string(l), func(t *testing.T) {
			hard.Lang = l
			for name, b := range map[string]*document.Book{"hard texts": hard, "the example": demoBook(t, l)} {
				_, texts := files(t, b)
				texts = texts[1 : len(texts)-1] // without the list and the description
				for i, got := range officetest.Open(t, officetest.CSV(l), ".csv", texts) {
					sheet := &b.Sheets[i].Table
					if sheet.Len() > 2000 {
						continue
					}
					compareSheet(t, name+", "+b.Sheets[i].Name, l, sheet, got)
				}
			}
		})
	}
}

func compareSheet(t *testing.T, name string, l briefing.Lang, table *document.Table, got [][]officetest.Cell) {
	t.Helper()
	var scratch document.Row
	checked := 0
	for r := range table.Len() {
		row := table.Row(r, &scratch)
		if r+1 >= len(got) {
			t.Fatalf("%s: %d lines, want %d", name, len(got), table.Len()+1)
		}
		for c := range row.Cells {
			x, is := &row.Cells[c], officetest.Cell{}
			if c < len(got[r+1]) {
				is = got[r+1][c]
			}
			checked++
			switch {
			case is.Formula != "":
				t.Errorf("%s, line %d: %q is calculated", name, r+2, is.Formula)
			case x.Number.Valid:
				want, _ := csv.Shortest(x.Number.Decimal).Float64()
				if v, err := strconv.ParseFloat(is.Value, 64); err != nil || is.Kind != "float" || v != want {
					t.Errorf("%s, line %d: number %v is %+v", name, r+2, want, is)
				}
			case csv.Cell(l, x) == "":
				if is.Kind != "" && is.Text != "" {
					t.Errorf("%s, line %d: nothing is %+v", name, r+2, is)
				}
			case is.Kind != "string" || flat(is.Text) != flat(csv.Cell(l, x)):
				t.Errorf("%s, line %d: text %q is %+v", name, r+2, csv.Cell(l, x), is)
			}
		}
	}
	if checked == 0 {
		t.Errorf("%s: nothing was compared", name)
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
