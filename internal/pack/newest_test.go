package pack_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// byEditions has a flow told by two editions of the nomenclature.
func byEditions(t *testing.T) *project.Project {
	t.Helper()
	var rows []figure.Observation
	for year, edition := range map[string]string{"2020": "HS2017", "2021": "HS2017", "2023": "HS2022", "2024": "HS2022"} {
		for code, usd := range map[string]string{"10": "70000000", "15": "30000000"} {
			o := shipment(figure.Export, "60000", "TR", code, year, usd)
			o.Classification = edition
			rows = append(rows, o)
		}
	}
	return shipped(t, "", rows...)
}

// The newest rows of a flow are read first; the structure of an older edition
// is not printed beside that of a later year.
func TestTheNewestComesFirst(t *testing.T) {
	d := build(t, byEditions(t), briefing.Leader, pack.Options{Lang: briefing.RU})
	var first []string
	structures := ""
	tables(d, func(sec document.Section, table document.Table) {
		switch {
		case sec.Key == "trade" && strings.Contains(plain(table.Title), " в Турцию"):
			first = append(first, table.Rows[0].Cells[0].Text)
		case sec.Key == "structure":
			structures += plain(table.Title) + "\n"
		}
	})
	if !slices.Equal(first, []string{"2023", "2020"}) {
		t.Errorf("tables begin with %v", first)
	}
	if !strings.Contains(structures, "2024 год") || strings.Contains(structures, "2021") {
		t.Errorf("structures:\n%s", structures)
	}
}

// A section of a figure or two leaves room for what follows on its page.
func TestNoPageIsLeftToAFigure(t *testing.T) {
	p := ofRows(t, shortRow{figure.Export, "RU", "CN", 2020, "6000000000"}, shortRow{figure.Export, "RU", "CN", 2021, "7000000000"})
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
	for i, s := range d.Sections {
		if i > 0 && d.Sections[i-1].Key == "summary" && !s.Joins {
			t.Errorf("%s opens a page beneath a summary of one figure", s.Key)
		}
	}
	full := build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.RU})
	for i, s := range full.Sections {
		if i > 0 && full.Sections[i-1].Key == "summary" && s.Joins {
			t.Errorf("%s goes on beneath the page of headlines and messages", s.Key)
		}
	}
}
