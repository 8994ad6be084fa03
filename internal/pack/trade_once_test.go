package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// Of one year by months the section on trade prints the numbers of a flow once: in
// the table of both flows, under their chart. With a year before each flow has
// its own chart and table, since these compare.
func TestMonthsOfOneYearArePrintedOnce(t *testing.T) {
	rows := func(year int) (out []figure.Observation) {
		for _, flow := range []figure.Flow{figure.Export, figure.Import} {
			for m := 1; m <= 12; m++ {
				n := 100*m + 11
				if flow == figure.Import {
					n += 7
				}
				out = append(out, shipment(flow, "60000", "TR", "10", fmt.Sprintf("%d-%02d", year, m), fmt.Sprintf("%d000000", n)))
			}
		}
		return out
	}
	for _, l := range briefing.Langs() {
		for _, c := range []struct {
			years          []int
			tables, charts int
		}{{[]int{2025}, 1, 1}, {[]int{2024, 2025}, 3, 2}} {
			var all []figure.Observation
			for _, y := range c.years {
				all = append(all, rows(y)...)
			}
			p := shipped(t, "", all...)
			p.Facts, p.Series = nil, nil
			tables, charts, texts := 0, 0, 0
			for _, s := range trade(build(t, p, briefing.Leader, pack.Options{Lang: l})) {
				eachBlock(s.Blocks, func(b document.Block) {
					switch b := b.(type) {
					case document.Table:
						tables++
						for _, row := range b.Rows {
							for i := range row.Cells {
								if c.tables == 1 && row.Cells[i].Text == "—" {
									t.Errorf("%s: a dash in %q", l, b.Title)
								}
							}
						}
					case document.Chart:
						charts++
						if c.charts == 1 && (len(b.Series) != 2 || len(b.Categories) != 12 || !strings.Contains(b.Title, "2025")) {
							t.Errorf("%s: %q has %d series of %d", l, b.Title, len(b.Series), len(b.Categories))
						}
					case document.Paragraph:
						if b.Style == document.Body {
							texts++
						}
					}
				})
			}
			if tables != c.tables || charts != c.charts || texts != 2 {
				t.Errorf("%s: %v have %d tables, %d charts, %d sentences", l, c.years, tables, charts, texts)
			}
		}
	}
}

// eachBlock goes through blocks and those side by side.
func eachBlock(blocks []document.Block, f func(document.Block)) {
	for _, b := range blocks {
		if c, ok := b.(document.Columns); ok {
			eachBlock(c.Left, f)
			eachBlock(c.Right, f)
			continue
		}
		f(b)
	}
}
