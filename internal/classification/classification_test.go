package classification_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
)

func TestEditionsOfCodes(t *testing.T) {
	span := briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: 2021, Month: 10}, To: briefing.Date{Year: 2022, Month: 3}}
	tests := map[string]struct {
		class  string
		period briefing.Period
		want   classification.Edition
	}{
		"ТН ВЭД follows the edition in force":      {"TNVED", briefing.Month(2021, 12), classification.HS2017},
		"and changes with it":                      {"TNVED", briefing.Month(2022, 1), classification.HS2022},
		"so does the Chinese tariff":               {"CN-HS", briefing.Year(2016), classification.HS2012},
		"a year before the list":                   {"TNVED", briefing.Year(2011), classification.HS2007},
		"a stated edition holds whenever":          {"HS2012", briefing.Year(2022), classification.HS2012},
		"plain HS may be a recalculation":          {"HS", briefing.Year(2022), 0},
		"a period across a change has no edition":  {"TNVED", span, 0},
		"no period, no edition":                    {"TNVED", briefing.Period{}, 0},
		"SITC has none":                            {"SITC4", briefing.Year(2022), 0},
		"an edition of a national list is read":    {"TNVED2017", briefing.Year(2022), classification.HS2017},
		"a year that is no edition is no edition":  {"HS2019", briefing.Year(2022), 0},
		"broad economic categories are not the HS": {"BEC5", briefing.Year(2022), 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := classification.EditionOf(tt.class, tt.period); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestCodesAreComparedAtTheDigitsTheyShare(t *testing.T) {
	side := func(class string, year int) classification.Side {
		return classification.Side{Class: class, Period: briefing.Year(year)}
	}
	tests := map[string]struct {
		a, b   classification.Side
		digits int
		why    string
	}{
		"China and the EAEU at six digits":         {side("CN-HS", 2022), side("TNVED", 2022), 6, ""},
		"and never across editions":                {side("CN-HS", 2021), side("TNVED", 2022), 0, classification.WhyEditions},
		"one list with itself at all digits":       {side("TNVED", 2021), side("TNVED", 2020), 10, ""},
		"but not across a change of edition":       {side("TNVED", 2022), side("TNVED", 2021), 0, classification.WhyEditions},
		"a stated edition against the list":        {side("HS2017", 2022), side("TNVED", 2022), 0, classification.WhyEditions},
		"a stated edition that fits":               {side("HS2022", 2022), side("TNVED", 2023), 6, ""},
		"an unknown edition is said":               {side("HS", 2022), side("TNVED", 2022), 6, classification.WhyUnknown},
		"SITC against the HS":                      {side("SITC4", 2022), side("TNVED", 2022), 0, classification.WhyForeign},
		"SITC against itself":                      {side("SITC4", 2022), side("SITC4", 2021), 10, ""},
		"economic categories against SITC":         {side("BEC5", 2022), side("SITC4", 2022), 0, classification.WhyForeign},
		"the HS against itself without an edition": {side("HS", 2022), side("HS", 2021), 6, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for _, pair := range [][2]classification.Side{{tt.a, tt.b}, {tt.b, tt.a}} {
				if digits, why := classification.Join(pair[0], pair[1]); digits != tt.digits || why != tt.why {
					t.Errorf("got %d %q, want %d %q", digits, why, tt.digits, tt.why)
				}
			}
		})
	}
}

func TestRules(t *testing.T) {
	tests := map[string]struct {
		rule string
		want string // of the codes below, in order: + in, ~ partly, - out
	}{
		"a chapter":                        {"02", "+++-+-"},
		"a heading":                        {"0207", "+~+---"},
		"a range of headings":              {"0201-0207", "+~+---"},
		"a range of chapters":              {"01–02", "+++-+-"},
		"with an exclusion":                {"02, !0207 14", "-~~-+-"},
		"an exclusion in words":            {"02; кроме 0207", "-~--+-"},
		"an exclusion stands anywhere":     {"!0207, 02", "-~--+-"},
		"ten digits":                       {"0207 14 100 0", "+~~---"},
		"no-break spaces and points":       {"0207.14\u00a0100 0", "+~~---"},
		"several lines":                    {"1001\n0208", "-~-++-"},
		"a range that ends inside another": {"0201-0207,0206-0208", "+~+-+-"},
	}
	codes := []string{"0207141000", "02", "0207", "1001990000", "0208", figure.HiddenCode}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r, err := classification.ParseRule(tt.rule)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, c := range codes {
				got += string("-~+"[r.Of(c)])
			}
			if got != tt.want {
				t.Errorf("%s: %s, want %s", tt.rule, got, tt.want)
			}
		})
	}
}

func TestRulesThatAreNone(t *testing.T) {
	for _, s := range []string{"", " , ;", "!0207", "мясо", "0208-0201", "02-0208", "207", "02071410001", "0201--0208", "00", "X"} {
		if _, err := classification.ParseRule(s); briefing.CodeOf(err) != briefing.CodeBadRule {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestIdleExclusionsAreFound(t *testing.T) {
	r, err := classification.ParseRule("0201-0208, !0208 90, !0301-0302")
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Idle(); !slices.Equal(got, []string{"0301-0302"}) || r.Empty() || r.Deep() {
		t.Errorf("idle %q", got)
	}
}

func grouping(t *testing.T, rules ...string) classification.Grouping {
	t.Helper()
	var g classification.Grouping
	for i, text := range rules {
		r, err := classification.ParseRule(text)
		if err != nil {
			t.Fatal(err)
		}
		g = append(g, classification.Group{Key: string(rune('a' + i)), Rule: r, Scheme: classification.TNVED})
	}
	return g
}

func TestGroupsTakeEachCodeOnce(t *testing.T) {
	g := grouping(t, "0207 14 100 0", "02", "1001, 1003")
	for _, tt := range []struct{ class, code, want string }{
		{"TNVED", "0207141000", "a"},
		{"TNVED", "0207149000", "b"},
		{"TNVED", "020714", classification.Undecided},
		{"CN-HS", "02071410", classification.Undecided}, // what follows the sixth digit is Chinese
		{"CN-HS", "02071300", "b"},
		{"TNVED", "1001", "c"},
		{"TNVED", "10", classification.Undecided},
		{"TNVED", "2204", classification.Remainder},
		{"TNVED", figure.HiddenCode, figure.HiddenCode},
		{"TNVED", figure.TotalCode, figure.TotalCode},
	} {
		if got := g.Of(tt.class, tt.code); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.class, tt.code, got, tt.want)
		}
	}
	if o := g.Overlaps(); len(o) != 1 || o[0].First != "a" || o[0].Second != "b" || !slices.Equal(o[0].Codes, []string{"0207141000"}) {
		t.Errorf("overlaps %+v", o)
	}
	if !g.Deep() {
		t.Error("a rule of ten digits is deep")
	}
}

// Whatever the rules: a full code is in the first group that lists it and in
// no other, as a plain reading of the text says.
func TestGroupsAgreeWithAPlainReading(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	code := func(n int) string { return fmt.Sprintf("%010d", 100000000+r.IntN(400000000))[:n] }
	for range 300 {
		var texts []string
		for range 1 + r.IntN(3) {
			var parts []string
			for range 1 + r.IntN(4) {
				n := 2 * (1 + r.IntN(3))
				a, b := code(n), code(n)
				switch {
				case r.IntN(3) == 0:
					parts = append(parts, min(a, b)+"-"+max(a, b))
				case len(parts) > 0 && r.IntN(3) == 0:
					parts = append(parts, "!"+a)
				default:
					parts = append(parts, a)
				}
			}
			texts = append(texts, strings.Join(parts, ", "))
		}
		g := grouping(t, texts...)
		for range 50 {
			c := code(10)
			want := classification.Remainder
			for i := range texts {
				if plain(texts[i], c) {
					want = string(rune('a' + i))
					break
				}
			}
			if got := g.Of("TNVED", c); got != want {
				t.Fatalf("%s in %q: %q, want %q", c, texts, got, want)
			}
		}
	}
}

func plain(rule, code string) bool {
	in := false
	for _, part := range strings.Split(rule, ", ") {
		text, not := strings.CutPrefix(part, "!")
		from, to, both := strings.Cut(text, "-")
		if !both {
			to = from
		}
		if c := code[:len(from)]; from <= c && c <= to {
			if not {
				return false
			}
			in = true
		}
	}
	return in
}

func FuzzParseRule(f *testing.F) {
	f.Add("0201-0208, 1601, !0208 90", "0207")
	f.Fuzz(func(t *testing.T, text, code string) {
		r, err := classification.ParseRule(text)
		if err != nil {
			return
		}
		if r.Of(code) == classification.In && r.Of(code+"0") != classification.In && len(code) < classification.MaxDigits {
			t.Fatalf("%q has %q and not what is under it", text, code)
		}
	})
}
