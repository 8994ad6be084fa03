package unitnames_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/unitnames"
	"briefing/internal/lang"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]briefing.Unit{
		"тыс. долл. США": "thousand-usd", "$, тыс.": "thousand-usd", "US$ '000": "thousand-usd", "USD mln": "million-usd", "Thousands USD": "thousand-usd",
		"万美元": briefing.Unit("usd").WithPower(4), "万元人民币": briefing.Unit("cny").WithPower(4), "人民币万元": briefing.Unit("cny").WithPower(4), "亿元": briefing.Unit("cny").WithPower(8),
		"кг": "kg", "千克": "kg", "тыс. т": "thousand-t", "metric tons": "t", "т р": "thousand-rub",
		"млн тенге": briefing.Unit("kzt").WithPower(6), "EGP": "egp",
		"": "", "тенге и тонны": "", "тыс. тыс. руб.": "", "сто": "", "top": "",
	} {
		if got := unitnames.Parse(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Every unit is read back from its code and from the names that the program gives it
// in the three languages: what was written by us is understood by us.
func TestOwnNamesAreReadBack(t *testing.T) {
	// A code that is a word, or the kilograms of bills of lading, is no money; neither
	// is a name of one word that may be something else where no scale stands beside it.
	words := map[string]bool{"ALL": true, "TOP": true, "SOS": true, "KGS": true}
	units := briefing.Units()
	for _, u := range briefing.Currencies() {
		for _, power := range []int{0, 3, 4, 6, 8, 9, 12} {
			units = append(units, u.WithPower(power))
		}
	}
	for _, u := range units {
		if u == "" {
			continue
		}
		code, money := u.Currency()
		if got := unitnames.Parse(string(u)); got != u && (!money || u.Power() > 0) {
			t.Errorf("the code %q: %q", u, got)
		}
		for _, l := range briefing.Langs() {
			name := lang.Unit(l, u)
			if words[code] && strings.Contains(name, code) || name == "тенге" {
				continue
			}
			if got := unitnames.Parse(name); got != u {
				t.Errorf("%s in %s, %q: %q", u, l, name, got)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"тыс. долл. США", "US$ '000", "万元人民币", "млн египетских фунтов", "12 кг"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if u := unitnames.Parse(s); u != "" && lang.Unit(briefing.RU, u) == "" {
			t.Errorf("%q is %q, which has no name", s, u)
		}
	})
}
