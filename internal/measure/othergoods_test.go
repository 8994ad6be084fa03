package measure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Growth by year stops where another source tells of other goods, and goes on
// where it tells of the same.
func TestGrowthStopsAtASourceOfOtherGoods(t *testing.T) {
	s := figure.NewSet()
	for _, r := range []struct {
		year, partner, code string
		imp                 briefing.ID
		value               string
	}{
		{"2019", "RU", "1001", "wits", "600"},
		{"2019", "RU", "1512", "wits", "300"},
		{"2020", "RU", "1001", "wits", "700"},
		{"2020", "RU", "1512", "wits", "400"},
		{"2021", "RU", "1001", "map", "1500"},
		{"2022", "RU", "1001", "map", "1900"},
		{"2020", "UA", "1001", "wits", "50"},
		{"2021", "UA", "1001", "map", "60"},
	} {
		err := s.Append(figure.Observation{
			Flow: figure.Import, Reporter: "EG", Partner: r.partner, Classification: "HS", Code: r.code, Level: 4, Currency: "USD",
			Period: briefing.Per(r.year), Import: r.imp, Value: briefing.SomeNum(r.value), Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	by := []figure.Dimension{"partner", "year"}
	for _, tt := range []struct {
		maker func(briefing.ID) string
		want  map[string]string
	}{
		{func(id briefing.ID) string { return string(id) }, map[string]string{"RU 2020": "22.2", "RU 2021": measure.WhyOtherGoods, "RU 2022": "26.7", "UA 2021": "20.0"}},
		{func(briefing.ID) string { return "one" }, map[string]string{"RU 2020": "22.2", "RU 2021": "36.4", "RU 2022": "26.7", "UA 2021": "20.0"}},
	} {
		groups, growths, err := measure.GrowthOfSet(s, figure.Filter{Flow: figure.Import}, by)
		if err == nil {
			err = measure.RefuseOtherGoods(s, figure.Filter{Flow: figure.Import}, by, groups, growths, tt.maker)
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range groups {
			key, got := g.Keys[0]+" "+g.Keys[1], growths[i].Value.Why
			if growths[i].Value.Defined {
				got = growths[i].Value.Figure.Value.Decimal.Round(1).Pad(1).String()
			}
			if want, asked := tt.want[key]; asked && got != want {
				t.Errorf("%s: %q, want %q", key, got, want)
			}
		}
	}
}
