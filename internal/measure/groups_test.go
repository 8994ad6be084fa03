package measure_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

func TestGrowthOfGroups(t *testing.T) {
	s := figure.NewSet()
	add := func(flow figure.Flow, period, value, currency string) {
		t.Helper()
		err := s.Append(figure.Observation{
			Flow: flow, Reporter: "CN", Partner: "RU", Code: "02", Classification: "HS", Level: 2,
			Period: briefing.Per(period), Value: briefing.SomeNum(value), Currency: currency, Import: "i", Line: 1,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add("import", "2017", "41390293056", "USD")
	add("import", "2018", "58886549221", "USD")
	add("import", "2018", "5", "CNY")
	add("export", "2018", "7", "USD")
	by := []figure.Dimension{"year", "flow"}
	groups, growth, err := measure.GrowthOfSet(s, figure.Filter{}, by)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for i, g := range groups {
		got[strings.Join(g.Keys, " ")+" "+g.Split.Currency] = printed(growth[i].Value, 1)
	}
	want := map[string]string{
		"2017 import USD": measure.WhyBaseMissing, "2018 import USD": "42.3 percent",
		"2018 import CNY": "measure.why.currencies-differ CNY USD", "2018 export USD": measure.WhyBaseMissing,
	}
	for k, w := range want {
		if got[k] != w {
			t.Errorf("%s: %s, want %s", k, got[k], w)
		}
	}
	if k := growth[0].Weight.Why; k != measure.WhyBaseMissing {
		t.Errorf("weight: %s", k)
	}
}

func TestYearsOfMonthsNeedTheSameMonths(t *testing.T) {
	set := func(months ...string) *figure.Set {
		s := figure.NewSet()
		for _, m := range months {
			if err := s.Append(figure.Observation{Flow: "import", Reporter: "CN", Partner: "RU", Period: briefing.Per(m), Value: briefing.SomeNum("10"), Currency: "USD", Import: "i"}); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	tests := []struct {
		outcome string
		set     *figure.Set
		by      []figure.Dimension
		want    string
	}{
		{"the same months", set("2021-01", "2021-02", "2022-01", "2022-02"), []figure.Dimension{"year"}, "0 percent"},
		{"fewer months", set("2021-01", "2021-02", "2022-01"), []figure.Dimension{"year"}, measure.WhyCoverage},
		{"months by themselves", set("2021-01", "2021-02", "2022-01"), []figure.Dimension{"month"}, "0 percent"},
		{"ranges of the same months", set("2021-01..2021-10", "2022-01..2022-10"), []figure.Dimension{"year"}, "0 percent"},
		{"ranges of other months", set("2021-01..2021-09", "2022-01..2022-10"), []figure.Dimension{"year"}, measure.WhyBaseMissing},
		{"years that were years", set("2021", "2022"), []figure.Dimension{"year"}, "0 percent"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			groups, growth, err := measure.GrowthOfSet(tt.set, figure.Filter{}, tt.by)
			if err != nil {
				t.Fatal(err)
			}
			last := growth[len(groups)-1].Value
			if got := printed(last, 1); got != tt.want {
				t.Errorf("got %s, want %s (%v)", got, tt.want, groups)
			}
		})
	}
}

// Halves of a year are compared with the same half a year before, and a year
// that has one of them is no year.
func TestHalvesOfYearsAreComparedWithTheSameHalf(t *testing.T) {
	s := figure.NewSet()
	for _, x := range [][2]string{{"2024-H1", "1900"}, {"2024-H2", "2000"}, {"2025-H1", "2300"}} {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "KZ", Code: figure.TotalCode, Classification: "HS",
			Period: briefing.Per(x[0]), Currency: "USD", Value: briefing.SomeNum(x[1]), Import: "i",
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	groups, growths, err := measure.GrowthOfSet(s, figure.Filter{}, []figure.Dimension{"year"})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for i, g := range groups {
		got += g.Split.Span + " " + g.Value.Decimal.String()
		if r := growths[i].Value; r.Defined {
			got += " " + r.Figure.Value.Decimal.Round(1).String()
		}
		got += "\n"
	}
	if want := "2024-H1 1900\n2024-H2 2000\n2025-H1 2300 21.1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
