package pack_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// Of a year told from its start month after month the latest has a sentence and a
// table of goods; the same months of two years, a run of months and a period that
// begins later are told beside it.
func TestOfAGrowingYearTheLatestIsTold(t *testing.T) {
	row := func(p briefing.Period, code, value string) figure.Observation {
		o := shipment(figure.Export, "", "TR", code, "2025", value)
		o.Period = p
		return o
	}
	var growing []figure.Observation
	for m := 1; m <= 9; m++ {
		for good := range 3 {
			growing = append(growing, row(briefing.Months(2025, 1, m), fmt.Sprintf("%02d", good+1), fmt.Sprint(m*1_000_000)))
		}
	}
	later := row(briefing.Months(2025, 4, 8), "01", "7000000")
	before := []figure.Observation{row(briefing.Months(2024, 1, 8), "01", "5000000"), row(briefing.Months(2025, 1, 8), "01", "6000000")}
	for name, c := range map[string]struct {
		rows []figure.Observation
		want int // sentences of exports
	}{
		"growing":              {growing, 1},
		"one begins later":     {append([]figure.Observation{later}, growing...), 2},
		"one has a year more":  {append([]figure.Observation{before[0]}, growing...), 2},
		"two years, no longer": {before, 1},
	} {
		p := shipped(t, "", c.rows...)
		p.Facts, p.Series = nil, nil
		for _, l := range briefing.Langs() {
			n := 0
			for _, s := range trade(build(t, p, briefing.Leader, pack.Options{Lang: l})) {
				eachBlock(s.Blocks, func(b document.Block) {
					if para, ok := b.(document.Paragraph); ok && para.Style == document.Body {
						n++
					}
				})
			}
			if n != c.want {
				t.Errorf("%s, %s: %d sentences, want %d", name, l, n, c.want)
			}
		}
	}
}
