package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// An amount that is said in words stands in the annex in words, with its unit,
// also where a number was given for it; no bar has its height.
func TestAnAmountInWordsIsNoNumberAnywhere(t *testing.T) {
	words := map[briefing.Lang]string{briefing.RU: "сотни тысяч тонн", briefing.EN: "hundreds of thousands of tonnes", briefing.ZH: "数十万吨"}
	p := demoProject(t)
	name := briefing.Text{RU: "Перевалка зерна", EN: "Grain handled", ZH: "粮食转运"}
	amount := func(id string, year int, n string, word briefing.Precision) *briefing.Fact {
		return &briefing.Fact{
			ID: briefing.ID(id), Statement: name, Product: name, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack, Nature: "fact", Chosen: "a", Series: "grain",
			Claims: []briefing.Claim{{ID: "a", Source: p.Sources[0].ID, Period: briefing.Year(year), Figure: briefing.Figure{Value: briefing.SomeNum(n), Unit: "thousand-t", Precision: word}}},
		}
	}
	p.Facts = append(p.Facts, amount("vague", 2021, "300", briefing.HundredsOf), amount("exact", 2022, "417", briefing.Exact))
	p.Series = append(p.Series, &briefing.Series{ID: "grain", Section: "trade", Title: name})
	for l, want := range words {
		d := build(t, p, briefing.Leader, pack.Options{Lang: l})
		found := 0
		tables(d, func(_ document.Section, table document.Table) {
			for _, r := range table.Rows {
				for _, c := range r.Cells {
					if c.Number.Valid && c.Number.Decimal.String() == "300" {
						t.Errorf("%s, %s: the number stands there", l, table.Title)
					}
					if plain(c.Text) == want {
						found++
					}
				}
			}
		})
		if found < 2 { // the series and the annex
			t.Errorf("%s: the words stand in %d tables", l, found)
		}
		if out := plain(dump(d)); strings.Contains(out, "2021: 300") {
			t.Errorf("%s: a bar has its height", l)
		}
	}
}
