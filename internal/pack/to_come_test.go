package pack_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A plan of a year that is not over is an outline and no gap: nobody can know
// yet what it has been. A year that is over without a figure is a gap.
func TestAPlanToComeIsNoGap(t *testing.T) {
	fact := func(id string, year int, n, nature string) *briefing.Fact {
		return &briefing.Fact{
			ID: briefing.ID(id), Status: briefing.Confirmed, Use: briefing.Aloud, Nature: nature, Measure: "throughput", Series: "s", Product: all("Контейнеры"),
			Claims: []briefing.Claim{{ID: "a", Source: "src", Figure: briefing.Figure{Value: briefing.SomeNum(n), Unit: "thousand-teu"}, Period: briefing.Year(year)}},
		}
	}
	for moment, want := range map[briefing.Stamp]string{"2026-02-08T18:00:00+03:00": "", "2027-02-08T18:00:00+03:00": "нет данных [x]"} {
		p := &project.Project{
			Pack:    briefing.Pack{Title: all("Визит"), AsOf: moment, Partner: "CN"},
			Sources: []*briefing.Source{{ID: "src", Kind: "media", Title: all("Материал"), Published: "2025-12-30"}},
			Series:  []*briefing.Series{{ID: "s", Title: all("Контейнеры: факт и план"), Section: "trade", Form: "levels"}},
			Facts: []*briefing.Fact{
				fact("f24", 2024, "11", briefing.NatureFact), fact("f25", 2025, "12.4", briefing.NatureFact), fact("p26", 2026, "15", briefing.NaturePlan),
			},
		}
		seen := false
		for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
			chartsIn(s.Blocks, func(c document.Chart) {
				last := c.Series[0].Points[len(c.Series[0].Points)-1]
				if seen = true; last.Fill != document.NoData || !last.PlanLow.Valid || last.Label != want {
					t.Errorf("%s: %+v, want %q", moment, last, want)
				}
			})
		}
		if !seen {
			t.Errorf("%s: no chart", moment)
		}
	}
}

func chartsIn(blocks []document.Block, visit func(document.Chart)) {
	for _, b := range blocks {
		switch v := b.(type) {
		case document.Chart:
			visit(v)
		case document.Columns:
			chartsIn(v.Left, visit)
			chartsIn(v.Right, visit)
		}
	}
}
