package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// A figure with one end says so in words: «30–…» is nothing to lay before anybody.
func TestAFigureWithOneEndIsToldInWords(t *testing.T) {
	for _, l := range briefing.Langs() {
		p := demoProject(t)
		least := *p.Facts[0]
		least.ID, least.Statement = "least", briefing.Text{RU: "Минимум", EN: "Minimum", ZH: "下限"}
		least.Product, least.Parents, least.Formula, least.Chosen, least.Place = briefing.Text{}, nil, "", "", ""
		c := least.Claims[0]
		c.Figure = briefing.Figure{Low: briefing.SomeNum("30"), Unit: "million-usd"}
		c.Change = briefing.MaybeNumber{}
		least.Claims = []briefing.Claim{c}
		p.Put(&least)
		found := false
		tables(build(t, p, briefing.Compiler, pack.Options{Lang: l}), func(_ document.Section, table document.Table) {
			for _, r := range table.Rows {
				for i, cell := range r.Cells {
					if i < len(table.Columns) && table.Columns[i].Key == "value" && r.Origin != nil && r.Origin.ID == "least" {
						found = found || strings.Contains(lang.FigureParts(l, c.Figure).Word, cell.Word) && cell.Word != "" && cell.Number.Valid
						if cell.Low.Valid || cell.High.Valid {
							t.Errorf("%s: %+v", l, cell)
						}
					}
				}
			}
		})
		if !found {
			t.Errorf("%s: the word is not there", l)
		}
	}
}
