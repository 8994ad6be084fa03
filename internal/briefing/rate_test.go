package briefing_test

import (
	"testing"

	"briefing/internal/briefing"
)

func TestARateNeedsNumberDateAndSource(t *testing.T) {
	for text, want := range map[string]string{
		"CNY/USD=0.1488 2022 Bank of Russia":        "CNY/USD:0.1488:2022:",
		" cny/usd = 0.155  2022-12-31  ЦБ,  обзор ": "CNY/USD:0.155:2022-12-31:",
		"EUR/RUB=75.6553 2022-Q4 x":                 "EUR/RUB:75.6553:2022-Q4:",
		"USD/CNY=7 2024-02 x":                       "USD/CNY:7:2024-02:",
		"CNY/USD=0 2022 x":                          "",
		"CNY/USD=0.000 2022 x":                      "",
		"CNY/USD=-0.1 2022 x":                       "",
		"CNY/USD=NaN 2022 x":                        "",
		"CNY/USD=Inf 2022 x":                        "",
		"CNY/USD=1e-1 2022 x":                       "",
		"CNY/USD=0x1 2022 x":                        "",
		"CNY/USD=1_0 2022 x":                        "",
		"CNY/USD=0,155 2022 x":                      "", // the command line's numbers have points
		"CNY/USD=0.1234567890123 2022 x":            "",
		"CNY/USD=0.1 0022 x":                        "",
		"CNY/USD=0.1 9999 x":                        "",
		"CNY/USD=0.1 2022-13 x":                     "",
		"CNY/USD=0.1 2022-02-30 x":                  "",
		"CNY/USD=0.1 2021..2022 x":                  "",
		"CNY/USD=0.1 by-2022 x":                     "",
		"CNY/USD=0.1 x":                             "",
		"CNY/USD=0.1 2022":                          "",
		"CNY/USD=0.1 2022   ":                       "",
		"CNY/USD 0.1 2022 x":                        "",
		"CNY=0.1 2022 x":                            "",
		"CNY/CNY=1 2022 x":                          "",
		"XXX/USD=1 2022 x":                          "",
		"KG/USD=1 2022 x":                           "",
		"":                                          "",
	} {
		r, err := briefing.ParseRate(text)
		if want == "" {
			if briefing.CodeOf(err) != briefing.CodeBadRate {
				t.Errorf("%q: %+v, %v", text, r, err)
			}
			continue
		}
		if err != nil || r.String() != want {
			t.Errorf("%q: %q, %v; want %q", text, r.String(), err, want)
		}
		r.Source = "s-1"
		again, err := briefing.ParseStoredRate(r.String())
		if r.Words = ""; err != nil || again != r {
			t.Errorf("%q is read back as %+v, %v", r.String(), again, err)
		}
	}
}

func TestConversionIsExactToTheCent(t *testing.T) {
	for _, c := range [][3]string{
		{"1092000", "0.155", "169260"},
		{"0.03", "0.5", "0.02"}, // half goes away from zero
		{"-0.03", "0.5", "-0.02"},
		{"123456789012345.67", "0.14889123", "18381633167898.63"}, // 25 digits before rounding
		{"1", "0.0001", "0"},
	} {
		r, err := briefing.ParseRate("CNY/USD=" + c[1] + " 2022 x")
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Convert(briefing.Num(c[0]))
		if err != nil || got.Cmp(briefing.Num(c[2])) != 0 {
			t.Errorf("%s × %s = %s, %v; want %s", c[0], c[1], got, err, c[2])
		}
	}
	r, err := briefing.ParseRate("USD/RUB=100 2022 x")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Convert(briefing.Num("9999999999999999999")); briefing.CodeOf(err) != briefing.CodeOverflow {
		t.Errorf("too large: %v", err)
	}
}

func TestARateCoversItsPeriod(t *testing.T) {
	for _, c := range []struct {
		date    string
		period  briefing.Period
		covered bool
	}{
		{"2022", briefing.Year(2022), true},
		{"2022", briefing.Month(2022, 12), true},
		{"2022", briefing.Month(2023, 1), false},
		{"2022-03", briefing.Month(2022, 3), true},
		{"2022-03", briefing.Year(2022), false},
		{"2022-12-31", briefing.Year(2019), true}, // a day's rate is for whatever it is stated for
		{"2022", briefing.Period{}, false},
	} {
		r, err := briefing.ParseRate("CNY/USD=0.1 " + c.date + " x")
		if err != nil {
			t.Fatal(err)
		}
		if r.Covers(c.period) != c.covered {
			t.Errorf("%s over %s", c.date, c.period)
		}
	}
}
