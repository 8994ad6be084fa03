package figure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// What an observation says of its own group is what Aggregate groups it by.
func TestAnObservationKnowsItsGroup(t *testing.T) {
	for _, o := range []figure.Observation{
		{Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN", Province: "SH", Code: "0207120000", Classification: "TNVED", Currency: "USD", Basis: "FOB", Period: briefing.Month(2022, 5)},
		{Flow: figure.Import, Reporter: "CN", Partner: "RU", Code: figure.HiddenCode, Classification: "HS", Currency: "CNY", Period: briefing.Year(2021)},
		{Reporter: "RU", Partner: figure.World, Code: "02", Period: briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: 2022, Month: 1}, To: briefing.Date{Year: 2022, Month: 10}}},
	} {
		set := figure.NewSet()
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
		for _, d := range figure.Dimensions() {
			f := figure.Filter{GroupOf: func(code string) string { return "g" + code }}
			groups, err := set.Aggregate(f, []figure.Dimension{d})
			if err != nil || len(groups) != 1 {
				t.Fatalf("%s: %v, %v", d, groups, err)
			}
			if got := o.KeyIn(&f, d); got != groups[0].Keys[0] || o.Split() != groups[0].Split {
				t.Errorf("%s: %q %+v, want %q %+v", d, got, o.Split(), groups[0].Keys[0], groups[0].Split)
			}
		}
	}
}
