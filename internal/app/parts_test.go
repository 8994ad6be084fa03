package app_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// twoRegions has the exports of two regions to one country in two years, the
// pack being about the first.
func twoRegions(t *testing.T) *app.Project {
	t.Helper()
	set := figure.NewSet()
	for _, r := range []struct {
		region string
		year   int
		usd    string
	}{{"50000", 2024, "100000000"}, {"50000", 2025, "126000000"}, {"01000", 2024, "400000000"}, {"01000", 2025, "300000000"}} {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: r.region, Partner: "UZ", Code: "10", Level: 2, Classification: "HS",
			Period: briefing.Year(r.year), Currency: "USD", Value: briefing.SomeNum(r.usd), Import: "i",
		}
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	pr := &project.Project{Figures: set, Imports: []*briefing.Import{{ID: "i", File: "регионы.csv", Read: 4, Stored: 4}}}
	pr.Pack.Reporter, pr.Pack.Region, pr.Pack.Partner, pr.Pack.AsOf = "RU", "50000", "UZ", "2026-12-01T10:00:00+03:00"
	p, err := app.Create(world(t), filepath.Join(t.TempDir(), "x.briefing"), pr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// What the pack is offered, what is asked and what pivots set out are of the
// pack's own region; a neighbour's rows come in where regions are told apart.
func TestOffersQuestionsAndPivotsAreOfThePacksRegion(t *testing.T) {
	p := twoRegions(t)
	offers, err := p.InsightOffers(figure.Filter{})
	if err != nil || len(offers) == 0 {
		t.Fatal(len(offers), err)
	}
	text := strings.ReplaceAll(offers[0].Text.RU, "\u00a0", " ")
	if !strings.Contains(text, "экспорт Новосибирской области в Узбекистан") || !strings.Contains(text, "126 млн") || !strings.Contains(text, "на 26,0 % больше") {
		t.Errorf("offered: %s", text)
	}
	if _, err := p.TakeInsight(offers[0]); err != nil {
		t.Fatal(err)
	}
	for _, d := range p.WhenceText(offers[0].Bound.RU, -1) {
		for _, line := range p.DerivationLines(d, briefing.RU, false) {
			if strings.Contains(line.Text, "300") || strings.Contains(line.Text, "400") {
				t.Errorf("its derivation has the neighbour's rows: %s", line.Text)
			}
		}
	}
	s := p.Snapshot(time.Time{}, briefing.Leader)
	for _, b := range briefing.BindingsOf(offers[0].Bound.RU) {
		if text, ok := s.Computed.Print(b, briefing.RU); b.Form == "now" && (!ok || strings.ReplaceAll(text, "\u00a0", " ") != "126 млн долл. США") {
			t.Errorf("the text prints %q", text)
		}
	}

	a, err := p.Ask(app.Question{By: []figure.Dimension{"partner"}, Span: app.SpanPeriod, Measures: []string{"value"}}, "")
	if err != nil || len(a.Tables) != 1 || a.Aside != 2 {
		t.Fatalf("%+v, %v", a, err)
	}
	if got := a.Tables[0].Lines[0].Now.Value.Decimal.String(); got != "126000000" {
		t.Errorf("asked: %s", got)
	}
	a, err = p.Ask(app.Question{By: []figure.Dimension{"region"}, Span: app.SpanPeriod, Measures: []string{"value"}}, "")
	if err != nil || a.Aside != 0 || len(a.Tables[0].Lines) < 2 {
		t.Errorf("by region: %+v, %v", a, err)
	}

	for rows, want := range map[figure.Dimension]int{"partner": 1, "region": 2} {
		v, err := p.Pivot(app.PivotSpec{Rows: rows, Columns: "year", Of: "value", Flow: figure.Export}, pivot.NoChart, briefing.RU)
		if err != nil || v.Fault != "" {
			t.Fatal(v.Fault, err)
		}
		items := 0
		for _, r := range v.Table.Rows {
			if name := r.Cells[0].Text; name == "Узбекистан" || strings.Contains(name, "область") || strings.Contains(name, "край") {
				items++
			}
		}
		if items != want {
			t.Errorf("a pivot by %s has %d items: %+v", rows, items, v.Table.Rows)
		}
	}
}

// A copy for a reader, and the data for the partner, have the rows that its pack
// can show: of a neighbouring region only where a pivot sets regions side by side.
func TestACopyHasNoRowsOfOtherRegions(t *testing.T) {
	p := twoRegions(t)
	var imp briefing.Import
	p.ReadRecords(func(pr *project.Project) { imp = *pr.Imports[0] })
	imp.Source = "s"
	if err := p.Put(&briefing.Source{ID: "s", Kind: "official", Title: briefing.Text{RU: "Таможня"}, Published: "2026-02-01"}, &imp); err != nil {
		t.Fatal(err)
	}
	regions := func(who briefing.Audience) []string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "copy.briefing")
		if err := p.HandOver(path, who); err != nil {
			t.Fatal(err)
		}
		c, err := app.Open(world(t), path, true)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		var out []string
		c.Read(func(pr *project.Project) {
			for _, o := range pr.Figures.All() {
				if !slices.Contains(out, o.Region) {
					out = append(out, o.Region)
				}
			}
		})
		slices.Sort(out)
		return out
	}
	data := func() string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "rows.csv")
		if err := p.ExportSDMX(path, briefing.Partner); err != nil {
			t.Fatal(err)
		}
		out, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	for _, who := range []briefing.Audience{briefing.Leader, briefing.Partner} {
		if got := regions(who); !slices.Equal(got, []string{"50000"}) {
			t.Errorf("%v: rows of %v", who, got)
		}
	}
	if got := regions(briefing.Compiler); len(got) != 2 {
		t.Errorf("the compiler's copy has rows of %v", got)
	}
	if out := data(); !strings.Contains(out, "50000") || strings.Contains(out, "01000") {
		t.Errorf("data for the partner:\n%s", out)
	}
	s := app.PivotSpec{Rows: "region", Columns: "year", Of: "value", Flow: figure.Export}
	if err := p.Put(&briefing.Series{ID: "by-region", Section: "trade", Body: briefing.Text{RU: s.Binding(pivot.NoChart).String()}}); err != nil {
		t.Fatal(err)
	}
	if got := regions(briefing.Partner); len(got) != 2 || !strings.Contains(data(), "01000") {
		t.Errorf("beside a pivot of regions: rows of %v", got)
	}
}
