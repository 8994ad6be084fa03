package figure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// A weight that a source has estimated, or withholds, marks sums of tonnes and no
// sum of money, before and after the rows are stored.
func TestWeightHasAStatusOfItsOwn(t *testing.T) {
	of := func(partner string, value, weight briefing.ObsStatus) figure.Observation {
		return figure.Observation{
			Flow: figure.Import, Reporter: "RU", Partner: partner, Code: "100199", Classification: "HS2022", Level: 6, Currency: "USD",
			Period: briefing.Per("2022"), Value: briefing.SomeNum("10"), NetWeight: briefing.SomeNum("2"), Status: value, WeightStatus: weight,
		}
	}
	s := figure.NewSet()
	for _, o := range []figure.Observation{of("CN", briefing.Normal, ""), of("TR", briefing.Normal, briefing.Estimated), of("KZ", briefing.Missing, briefing.Normal), of("DE", briefing.Provisional, "")} {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	_, data := s.Segment(0)
	stored, err := figure.DecodeSegment(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []*figure.Set{s, stored} {
		groups, err := set.Aggregate(figure.Filter{}, []figure.Dimension{"partner"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, g := range groups {
			got += g.Keys[0] + " " + string(g.Status) + "/" + string(g.WeightStatus) + " "
		}
		if want := "CN A/A DE P/P KZ M/A TR A/E "; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		all, err := figure.Merge(groups...)
		if err != nil || all.Status != briefing.Missing || all.WeightStatus != briefing.Estimated || all.StatusOf(true) != briefing.Estimated {
			t.Errorf("%+v, %v", all, err)
		}
	}
}
