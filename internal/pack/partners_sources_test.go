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

// A table of partners cites the material that its rows came from.
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
	d, err := pack.Build(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if table, ok := b.(document.Table); ok && strings.Contains(table.Title, "по странам") {
				found = true
				if !strings.Contains(table.Source, "[1]") {
					t.Errorf("%s: %q", table.Title, table.Source)
				}
			}
		}
	}
	if !found {
		t.Error("no table of partners")
	}
}
