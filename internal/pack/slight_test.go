package pack_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// A summary of a few messages without figures leaves its page to what follows;
// with figures it is the page of the leader.
func TestASummaryOfAFewMessagesIsNoPage(t *testing.T) {
	for _, figures := range []bool{true, false} {
		p := demoProject(t)
		kept := p.Messages[:0]
		for _, m := range p.Messages {
			if m.Kind != "open-question" {
				kept = append(kept, m)
			}
		}
		p.Messages = kept
		for _, f := range p.Facts {
			if !figures {
				f.Headline = 0
			}
			f.Open = briefing.Text{}
		}
		p.Agreements = nil
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		for i, s := range d.Sections {
			if i > 0 && d.Sections[i-1].Key == "summary" && s.Joins == figures {
				t.Errorf("figures %v: %s joins: %v (%d blocks above)", figures, s.Key, s.Joins, len(d.Sections[i-1].Blocks))
			}
		}
	}
}

// The head of a column says what is measured; the unit stands in the title.
func TestTheHeadOfGoodsSaysWhatIsMeasured(t *testing.T) {
	p := shipped(t, "", shipment(figure.Export, "60000", "TR", "1001", "2025", "11000000"), shipment(figure.Export, "60000", "TR", "0207", "2025", "5000000"))
	p.Facts, p.Series = nil, nil
	for l, want := range map[briefing.Lang]string{briefing.RU: "Стоимость", briefing.EN: "Value", briefing.ZH: "金额"} {
		found := false
		for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: l}).Sections {
			eachBlock(s.Blocks, func(b document.Block) {
				tab, ok := b.(document.Table)
				if ok && s.Key == "structure" && len(tab.Columns) > 2 && tab.Columns[2].Key == "amount" {
					found = true
					if tab.Columns[2].Title != want || tab.Unit == "" {
						t.Errorf("%s: %q, unit %q", l, tab.Columns[2].Title, tab.Unit)
					}
				}
			})
		}
		if !found {
			t.Errorf("%s: no table of goods", l)
		}
	}
}

// Two years need no plot as high as that of many, and what every figure says in
// the same words is not explained under them once more.
func TestTwoYearsTakeALowPlot(t *testing.T) {
	years := func(n int) (out []shortRow) {
		for y := range n {
			out = append(out, shortRow{figure.Export, "RU", "CN", 2021 - n + 1 + y, fmt.Sprint(6_000_000_000 + int64(y))})
		}
		return out
	}
	height := func(n int) float64 {
		h := -1.0
		for _, s := range trade(build(t, ofRows(t, years(n)...), briefing.Leader, pack.Options{Lang: briefing.RU})) {
			chartsIn(s.Blocks, func(c document.Chart) { h = c.Height })
		}
		return h
	}
	if low, usual := height(2), height(4); low <= 0 || low > 100 || usual != 0 {
		t.Errorf("plots of %.0f and %.0f points", low, usual)
	}
	for _, s := range build(t, ofRows(t, years(1)...), briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
		eachBlock(s.Blocks, func(b document.Block) {
			if k, ok := b.(document.KeyFigures); ok && (len(k.Legend) > 0 || k.Items[0].Sign != document.SignNoBase) {
				t.Errorf("%+v", k)
			}
		})
	}
}
