package clip_test

import (
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/clip"
	"briefing/internal/export/officetest"
)

// hard are texts that a spreadsheet would run or take for numbers.
func hard() *document.Table {
	t := &document.Table{
		Label: "Таблица 5", Title: "Экспорт", Unit: "т", Columns: []document.Column{{Title: "Товар"}, {Title: "2022", Kind: document.NumberColumn}},
	}
	for i, s := range []string{"=1+1", "@SUM(A1)", "+7", "-1", "=HYPERLINK(\"http://x\")", "0203", "2022", "01.02.2023", "Мясо; свежее", "3/4"} {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Txt(s), {Number: briefing.SomeNum(strconv.Itoa(i) + ".25")}}})
	}
	return t
}

// What is pasted: numbers are numbers, text stays text, nothing is calculated. As
// plain text a code can't be told from a number; the HTML says so.
func TestLibreOfficeTakesWhatIsPasted(t *testing.T) {
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} { // the comma and the point
		for name, c := range map[string]struct {
			text, ending, filter string
			codes                bool
		}{
			"text": {clip.Text(hard(), l), ".csv", officetest.Tabs(l), false},
			"HTML": {clip.HTML(hard(), l), ".html", officetest.HTML(l), true},
		} {
			t.Run(name+" "+string(l), func(t *testing.T) {
				rows := officetest.Open(t, c.filter, c.ending, []string{c.text})[0]
				for n, r := range hard().Rows {
					want := r.Cells[0].Says()
					got := find(rows, want)
					if got == nil {
						t.Fatalf("%q is not there: %+v", want, rows)
					}
					number := strconv.Itoa(n) + ".25"
					if got[1].Kind != "float" || got[1].Value != number || got[0].Formula+got[1].Formula != "" {
						t.Errorf("%q: %+v, want the number %s and no formula", want, got, number)
					}
					like := want[0] >= '0' && want[0] <= '9'
					if got[0].Kind != "string" && (c.codes || !like) {
						t.Errorf("text %q is %+v", want, got[0])
					}
				}
			})
		}
	}
}

// find gives the cells of the row that begins with a text, guarded or not.
func find(rows [][]officetest.Cell, text string) []officetest.Cell {
	for _, r := range rows {
		if len(r) < 2 {
			continue
		}
		got := strings.TrimPrefix(r[0].Text, "'")
		if got == text || strings.TrimLeft(text, "0") == got || r[0].Kind == "date" && strings.HasPrefix(text, "01.02") {
			return r
		}
	}
	return nil
}
