package question_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
)

// twoSources are three codes of one source, then two of another; 1001 is in both.
func twoSources(t *testing.T) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for r, imp := range map[string]briefing.ID{
		"import CN 1001 2020 700 7": "wits", "import CN 1512 2020 400 4": "wits", "import KZ 1001 2020 100 1": "wits",
		"import CN 1001 2021 900 9": "map", "import CN 1001 2022 950 9": "map", "import KZ 1001 2022 120 1": "map", "import KZ 1001 2021 110 1": "map",
	} {
		o := row(t, r)
		o.Import = imp
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// What the page keeps apart a question does not compare either: sums of other
// goods of another source. Sums of the same goods are compared.
func TestNothingIsComparedAcrossASourceOfOtherGoods(t *testing.T) {
	self := func(id briefing.ID) string { return string(id) }
	one := func(briefing.ID) string { return "one" }
	of := func(by figure.Dimension, year string, maker func(briefing.ID) string) map[string]string {
		t.Helper()
		q := question.Question{By: []figure.Dimension{by}, Filter: figure.Filter{Flow: figure.Import}, Period: briefing.Per(year), Measures: []string{"value", "growth", "absolute-change", "contribution", "share"}, Maker: maker}
		a, err := question.Ask(twoSources(t), q)
		if err != nil || len(a.Tables) != 1 {
			t.Fatal(len(a.Tables), err)
		}
		out := map[string]string{}
		for _, l := range a.Tables[0].Lines {
			name := string(l.Kind)
			if l.Kind == question.Item {
				name = l.Keys[0]
			}
			for i, r := range l.Results {
				key := name + " " + q.Measures[i]
				switch {
				case slices.Contains(r.Reasons, measure.WhyOtherGoods):
					out[key] = "refused"
				case r.Defined && r.Figure.Value.Valid:
					out[key] = r.Figure.Value.Decimal.Round(1).Trim(0).String()
				}
			}
		}
		return out
	}
	for _, tt := range []struct {
		by    figure.Dimension
		year  string
		maker func(briefing.ID) string
		want  map[string]string
	}{
		{"partner", "2021", self, map[string]string{"CN value": "900", "CN growth": "refused", "CN absolute-change": "refused", "CN contribution": "refused", "CN share": "89.1", "KZ growth": "10", "KZ contribution": "refused", "total growth": "refused", "total value": "1010"}},
		{"partner", "2022", self, map[string]string{"CN growth": "5.6", "KZ growth": "9.1", "total growth": "5.9"}},
		{"partner", "2021", one, map[string]string{"CN growth": "-18.2", "total growth": "-15.8"}},
		{"code", "2021", self, map[string]string{"1001 growth": "26.2", "total growth": "refused", "1001 contribution": "refused"}},
	} {
		got := of(tt.by, tt.year, tt.maker)
		for key, want := range tt.want {
			if got[key] != want {
				t.Errorf("%s, %s, %s: %q, want %q", tt.by, tt.year, key, got[key], want)
			}
		}
	}
}
