package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// A chapter of one product without a name of its own is one row of the table by
// months, under the name of the chapter; its numbers are not told twice, and the
// total adds each of them once.
func TestAChapterOfOneProductIsOneRow(t *testing.T) {
	var rows []figure.Observation
	for m := 1; m <= 3; m++ {
		for code, value := range map[string]string{"7403110000": "5000000", "4407119000": "2000000", "4407129000": "1000000", "15": "4000000"} {
			o := shipment(figure.Export, "", "TR", code, "2025", value)
			o.Period = briefing.Month(2025, m)
			rows = append(rows, o)
		}
	}
	p := shipped(t, "", rows...)
	p.Facts = nil
	for l, sum := range map[briefing.Lang]string{briefing.RU: "36000", briefing.EN: "36000", briefing.ZH: "3600"} { // thousands, 万
		var codes []string
		tables(build(t, p, briefing.Leader, pack.Options{Lang: l}), func(_ document.Section, table document.Table) {
			if len(table.Columns) < 4 || table.Columns[2].Key != "m01" {
				return
			}
			for i, r := range table.Rows {
				codes = append(codes, strings.ReplaceAll(plain(r.Cells[0].Text), " ", ""))
				if name := r.Cells[1].Text; name == "" && r.Indent == 0 {
					t.Errorf("%s: row %d has no name", l, i)
				}
				total := r.Cells[len(r.Cells)-2]
				if r.Kind == document.TotalRow && (total.Number.Decimal.Cmp(briefing.Num(sum)) != 0 || len(r.Cells[2].How.Args) != 3) {
					t.Errorf("%s: total %v of %d rows", l, total.Number, len(r.Cells[2].How.Args))
				}
				for c, cell := range r.Cells {
					if cell.How != nil && cell.How.Op == document.OpShare && cell.How.Args[1].Row != len(table.Rows)-1 {
						t.Errorf("%s: the share in row %d, column %d is of row %d", l, i, c, cell.How.Args[1].Row)
					}
				}
			}
		})
		if got := strings.Join(codes, " "); got != "15 44 4407119000 4407129000 7403110000 " {
			t.Errorf("%s: rows %q", l, got)
		}
	}
}
