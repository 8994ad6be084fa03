package measure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Soya whose mass the source doesn't tell for 2024 has not been weightless: tonnes
// of wheat alone do not grow fourfold when soya is added. Where it is never
// weighed, or comes new with its mass, tonnes are compared.
func TestTonnesOfUnlikeGoodsAreNotCompared(t *testing.T) {
	growth := func(soyaThen, soyaNow string) string {
		s := figure.NewSet()
		for _, r := range [][3]string{{"1001", "2024", "100"}, {"1201", "2024", soyaThen}, {"1001", "2025", "100"}, {"1201", "2025", soyaNow}} {
			if r[2] == "none" {
				continue
			}
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: r[0], Classification: "TNVED", Level: 4, Currency: "USD",
				Period: briefing.Per(r[1]), Value: briefing.SomeNum("20"),
			}
			if r[2] != "" {
				o.NetWeight = briefing.SomeNum(r[2])
			}
			if err := s.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		_, growths, err := measure.GrowthOfSet(s, figure.Filter{}, []figure.Dimension{"year"})
		if err != nil || len(growths) != 2 {
			t.Fatal(growths, err)
		}
		if !growths[1].Value.Defined {
			t.Errorf("value: %s", growths[1].Value.Why)
		}
		return printed(growths[1].Weight, 1)
	}
	for _, c := range [][3]string{
		{"", "300", measure.WhyUnweighed},
		{"300", "", measure.WhyUnweighed},
		{"none", "", measure.WhyUnweighed},
		{"", "", "0 percent"},
		{"100", "300", "100 percent"},
		{"none", "300", "300 percent"},
	} {
		if got := growth(c[0], c[1]); got != c[2] {
			t.Errorf("soya %q, then %q: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
