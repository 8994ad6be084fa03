package measure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Soya whose value is not told for one of the years has not been free. Where it has
// no rows at all, it was not traded; a mass in a row of its own is no untold value.
func TestValuesOfUnlikeGoodsAreNotCompared(t *testing.T) {
	for _, c := range []struct{ outcome, soyaThen, soyaNow, want string }{
		{"untold now", "50", "", measure.WhyUnvalued},
		{"untold then", "", "50", measure.WhyUnvalued},
		{"untold in both", "", "", "10 percent"},
		{"told in both", "50", "55", "10 percent"},
		{"new", "none", "55", "65 percent"},
		{"too little to matter", "0.5", "", "9.5 percent"},
		{"the mass in a row of its own", "50 and a mass", "55 and a mass", "10 percent"},
	} {
		s := figure.NewSet()
		add := func(code, year, value string) {
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: code, Classification: "TNVED", Level: 4, Currency: "USD",
				Period: briefing.Per(year), NetWeight: briefing.SomeNum("1"),
			}
			if value != "" {
				o.Value, o.NetWeight = briefing.SomeNum(value), briefing.MaybeNumber{}
			}
			if err := s.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		add("1001", "2024", "100")
		add("1001", "2025", "110")
		for year, v := range map[string]string{"2024": c.soyaThen, "2025": c.soyaNow} {
			switch v {
			case "none":
			case "50 and a mass", "55 and a mass":
				add("1201", year, v[:2])
				add("1201", year, "")
			default:
				add("1201", year, v)
			}
		}
		_, growths, err := measure.GrowthOfSet(s, figure.Filter{}, []figure.Dimension{"year"})
		if err != nil || len(growths) != 2 {
			t.Fatal(growths, err)
		}
		if got := printed(growths[1].Value, 1); got != c.want {
			t.Errorf("%s: %s, want %s", c.outcome, got, c.want)
		}
	}
}
