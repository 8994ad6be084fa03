package figure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func TestWhatCountsGoodsTwice(t *testing.T) {
	for _, c := range []struct {
		codes []string
		want  bool
	}{
		{nil, false},
		{[]string{"1001", "120600"}, false},
		{[]string{"1001", "10019900"}, true},
		{[]string{"1001", "1001"}, false},
		{[]string{figure.TotalCode}, false},
		{[]string{figure.TotalCode, "1001"}, true},
		{[]string{figure.HiddenCode, "1001"}, false},
	} {
		s := figure.NewSet()
		for i, code := range c.codes {
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: []string{"TR", "KZ"}[i%2], Code: code, Classification: "HS",
				Period: briefing.Year(2025), Currency: "USD", Value: briefing.SomeNum("1"), Import: "i",
			}
			if err := s.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := s.CountsTwice(figure.Filter{}); err != nil || got != c.want {
			t.Errorf("%v: %v, %v, want %v", c.codes, got, err, c.want)
		}
	}
}
