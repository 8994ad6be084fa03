package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A table of partners cites the material that its rows came from; the other
// side, which is told of no file, is told of what was published, in tables and
// in the register, and of nothing that the house had as a return.
func TestTablesOfPartnersCiteTheirSources(t *testing.T) {
	p := &project.Project{
		Sources: []*briefing.Source{{ID: "s", Title: briefing.Text{RU: "Данные"}, Publisher: briefing.Text{RU: "UN Comtrade"}, Published: "2020"}},
		Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}},
		Figures: figure.NewSet(),
	}
	for _, partner := range []string{"RU", "VN"} {
		for year := 2017; year <= 2018; year++ {
			err := p.Figures.Append(figure.Observation{
				Flow: figure.Export, Reporter: "CN", Partner: partner, Classification: "HS", Code: "02", Level: 2,
				Period: briefing.Year(year), Value: briefing.SomeNum("5000000"), Currency: "USD", Import: "i",
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		who         briefing.Audience
		kind        string
		cited, file bool
	}{
		{briefing.Leader, "statistics", true, true},
		{briefing.Leader, "return", true, true},
		{briefing.Partner, "statistics", true, false},
		{briefing.Partner, "return", false, false},
	} {
		p.Sources[0].Kind = c.kind
		d, err := pack.Build(project.Take(p, project.Options{Audience: c.who}), nil, pack.Options{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		tables, register := 0, false
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				table, ok := b.(document.Table)
				if !ok {
					continue
				}
				if strings.Contains(table.Title, "по странам") {
					tables++
					if strings.Contains(table.Source, "[1]") != c.cited || strings.Contains(table.Source, "i.csv") != c.file {
						t.Errorf("%s, %s: %s: %q", c.who, c.kind, table.Title, table.Source)
					}
				}
				register = register || table.ID == "SOURCES" || strings.Contains(table.Title, "Источники")
			}
		}
		if tables == 0 || register != c.cited {
			t.Errorf("%s, %s: %d tables of partners, register %v", c.who, c.kind, tables, register)
		}
	}
}
