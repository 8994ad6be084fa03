package figure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// The rows of the whole country, of a region, of a place in it and of a
// province of the partner hold one another: none is added to another.
func TestAreasAreNeverAdded(t *testing.T) {
	s := figure.NewSet()
	for _, x := range []struct{ region, province, value string }{
		{"", "", "1000"}, {"60000", "", "100"}, {"46000", "", "200"}, {"Азов", "", "10"}, {"Таганрог", "", "20"}, {"", "Шаньдун", "5"},
	} {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: x.region, Partner: "TR", Province: x.province, Code: "1001", Level: 4, Classification: "HS",
			Period: briefing.Year(2025), Currency: "USD", Value: briefing.SomeNum(x.value), Import: "i",
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{"": "1000", "+province": "5", "place": "30", "region": "300"}
	groups, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
	if err != nil || len(groups) != len(want) {
		t.Fatalf("%d groups, %v", len(groups), err)
	}
	for _, g := range groups {
		if got := g.Value.Decimal.String(); got != want[g.Split.Area] {
			t.Errorf("%q: %s, want %s", g.Split.Area, got, want[g.Split.Area])
		}
		again, err := s.Aggregate(figure.Filter{Area: &g.Split.Area}, nil)
		if err != nil || len(again) != 1 || again[0].Value != g.Value {
			t.Errorf("%q asked for alone: %+v, %v", g.Split.Area, again, err)
		}
		n := 0
		for range s.Rows(figure.Filter{Split: &g.Split}) {
			n++
		}
		if n != g.Rows {
			t.Errorf("%q: %d rows, want %d", g.Split.Area, n, g.Rows)
		}
	}
}
