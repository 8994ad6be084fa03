package figure_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Rows of a country's trade and of a region's are those that a reading row by
// row finds, in their order, over several blocks.
func TestSidesAreThoseOfANaiveReading(t *testing.T) {
	s := figure.NewSet()
	for i := range 2*figure.BlockRows + 500 {
		o := figure.Observation{
			Flow: "export", Reporter: []string{"RU", "CN", "KZ"}[i%3], Region: []string{"", "46000", "46100", "10000", "Благовещенск"}[i/3%5],
			Partner: []string{"CN", "RU", figure.World, "VN", ""}[i/15%5], Province: []string{"", "37"}[i/75%2], Code: "02", Level: 2,
			Period: briefing.Year(2022), Currency: "USD", Import: []briefing.ID{"a", "b"}[i/150%2], Line: i + 1, Value: briefing.SomeNum("1"),
		}
		if i < figure.BlockRows+100 { // a block of which all rows are wanted
			o.Reporter, o.Region, o.Partner, o.Province = "RU", "46000", "CN", "37"
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	part := func(country, code, own string) bool {
		return country != "RU" && country != "CN" || code == "" || strings.Trim(code, "0123456789") != "" || strings.HasPrefix(code, own)
	}
	for name, tt := range map[string]struct {
		take func(*figure.Set) (*figure.Set, map[briefing.ID]int)
		want func(figure.Observation) bool
	}{
		"trade of China": {
			func(s *figure.Set) (*figure.Set, map[briefing.ID]int) { return s.TradeOf("CN") },
			func(o figure.Observation) bool {
				return o.Reporter == "CN" || o.Partner == "CN" || o.Partner == figure.World || o.Partner == ""
			},
		},
		"a region and a province": {
			func(s *figure.Set) (*figure.Set, map[briefing.ID]int) {
				return s.OfParts(map[string]string{"RU": "46", "CN": "37"})
			},
			func(o figure.Observation) bool {
				own := map[string]string{"RU": "46", "CN": "37"}
				return part(o.Reporter, o.Region, own[o.Reporter]) && part(o.Partner, o.Province, own[o.Partner])
			},
		},
	} {
		got, dropped := tt.take(s)
		var want []int
		out := map[briefing.ID]int{}
		for i := range s.Len() {
			if o := s.At(i); tt.want(o) {
				want = append(want, o.Line)
			} else {
				out[o.Import]++
			}
		}
		if got.Len() != len(want) || len(want) == s.Len() {
			t.Fatalf("%s: %d rows, want %d", name, got.Len(), len(want))
		}
		for i, line := range want {
			if got.At(i).Line != line {
				t.Fatalf("%s: row %d is line %d, want %d", name, i, got.At(i).Line, line)
			}
		}
		if len(dropped) != len(out) || dropped["a"] != out["a"] || dropped["b"] != out["b"] {
			t.Errorf("%s: %v left out, want %v", name, dropped, out)
		}
	}
	if same, dropped := s.OfParts(map[string]string{"DE": "1"}); same != s || dropped != nil {
		t.Error("a set of which nothing is left out was made anew")
	}
}
