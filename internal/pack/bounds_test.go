package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
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

// The annex of countries marks each figure as its rows are marked, and what is of no
// country stands last, without a place.
func TestTheAnnexOfCountriesMarksItsFigures(t *testing.T) {
	var rows []figure.Observation
	for i, partner := range []string{"CN", "KR", "ZZ"} {
		for _, year := range []string{"2020", "2021", "2022"} {
			o := shipment(figure.Import, "", partner, "10", year, []string{"100000000", "50000000", "900000000"}[i])
			if year == "2022" {
				o.Status = briefing.Provisional
			}
			rows = append(rows, o)
		}
	}
	p := shipped(t, "", rows...)
	p.Pack.Partner = ""
	found := false
	tables(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}), func(s document.Section, table document.Table) {
		if s.Key != "annex" || len(table.Columns) < 2 || table.Columns[1].Key != "partner" {
			return
		}
		found = true
		for i, name := range []string{"Китай", "Республика Корея", "прочие и неуказанные"} {
			r := table.Rows[i]
			last := r.Cells[1+3]
			if r.Cells[1].Text != name || (r.Cells[0].Text == "") != (i == 2) || last.Mark != "p" || r.Cells[2].Mark != "" {
				t.Errorf("row %d: %+v", i, r.Cells)
			}
		}
	})
	if !found {
		t.Error("no table of countries")
	}
}
