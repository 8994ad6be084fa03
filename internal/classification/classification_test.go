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

func TestGroupsOfAgriculturalExports(t *testing.T) {
	var g classification.Grouping
	for _, one := range classification.AgroExport() {
		r, err := classification.ParseRule(one.Rule)
		if err != nil {
			t.Fatalf("%s: %v", one.Key, err)
		}
		if errs := briefing.Validate(&one); len(errs) > 0 || one.Note.RU == "" {
			t.Errorf("%s: %v", one.Key, errs)
		}
		g = append(g, classification.Group{Key: one.Key, Rule: r})
		if idle := r.Idle(); len(idle) > 0 {
			t.Errorf("%s: idle %q", one.Key, idle)
		}
	}
	if o := g.Overlaps(); len(o) > 0 || g.Deep() {
		t.Errorf("overlaps %+v", o)
	}
	for code, want := range map[string]string{
		"1001990000": "grain", "1512": "oils", "2306300000": "oils", "0207": "meat-dairy", "0402": "meat-dairy", "0407": "other",
		"0303": "fish", "230120": "fish", "230110": "food", "1806": "food", "2208": "food", "1205": "other", "5101": "other",
		"2709": classification.Remainder, "2301": classification.Undecided, "15": classification.Undecided,
	} {
		if got := g.Of("TNVED", code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	// Every heading of the first 24 chapters has its group.
	for chapter := 1; chapter <= 24; chapter++ {
		for heading := 1; heading <= 99; heading++ {
			code := fmt.Sprintf("%02d%02d", chapter, heading)
			if exists := chapter != 15 || heading != 19 && heading <= 22; !exists || chapter == 4 && heading > 10 || chapter == 16 && heading > 5 || chapter == 23 && heading > 9 {
				continue
			}
			if got := g.Of("TNVED", code); got == classification.Remainder {
				t.Errorf("%s is in no group", code)
			}
		}
	}
}

func TestNamesOfCodes(t *testing.T) {
	list := func(s classification.Scheme, e classification.Edition, l briefing.Lang, names ...string) classification.List {
		m := map[string]string{}
		for i := 0; i < len(names); i += 2 {
			m[names[i]] = names[i+1]
		}
		return classification.List{Scheme: s, Edition: e, Lang: l, Names: m}
	}
	n := classification.NewNames(
		list(classification.TNVED, classification.HS2022, briefing.RU, "0207", "мясо птицы", "0207141000", "части"),
		list(classification.TNVED, classification.HS2017, briefing.RU, "0207", "мясо птицы 2017"),
		list(classification.CNHS, classification.HS2022, briefing.ZH, "02071411", "鸡翼"),
		list(classification.HS, classification.HS2022, briefing.EN, "0207", "Poultry", "020714", "Cuts"),
	)
	tests := map[string]struct {
		lang  briefing.Lang
		class string
		year  int
		code  string
		want  string
	}{
		"the name of the code":                      {briefing.RU, "TNVED", 2022, "0207141000", "части 0207141000 TNVED HS2022"},
		"of its edition":                            {briefing.RU, "TNVED", 2021, "0207", "мясо птицы 2017 0207 TNVED HS2017"},
		"another edition is told":                   {briefing.RU, "TNVED", 2015, "0207", "мясо птицы 0207 TNVED HS2022"},
		"up to six digits any list names":           {briefing.RU, "CN-HS", 2022, "0207", "мясо птицы 0207 TNVED HS2022"},
		"digits after the sixth are the list's own": {briefing.RU, "CN-HS", 2022, "0207141000", "мясо птицы 0207 TNVED HS2022"},
		"a longer code is named by its heading":     {briefing.EN, "TNVED", 2022, "0207149900", "Cuts 020714 HS2022"},
		"the Chinese name":                          {briefing.ZH, "CN-HS", 2022, "02071411", "鸡翼 02071411 CN-HS HS2022"},
		"no name of another language":               {briefing.ZH, "TNVED", 2022, "0207", ""},
		"SITC has no name of the HS":                {briefing.EN, "SITC4", 2022, "0207", ""},
		"a hidden code has none":                    {briefing.EN, "TNVED", 2022, figure.HiddenCode, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := ""
			if f, ok := n.Find(tt.lang, tt.class, briefing.Year(tt.year), tt.code); ok {
				got = f.Name + " " + f.Code + " " + f.Of()
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestNamesAreStoredAndReadBack(t *testing.T) {
	l := classification.List{Names: map[string]string{"0207": "мясо\t птицы\n", "10": "злаки"}}
	a, err := l.Pack()
	if err != nil {
		t.Fatal(err)
	}
	got, err := classification.Unpack(a)
	if err != nil || got["0207"] != "мясо птицы" || len(got) != 2 {
		t.Errorf("%q, %v", got, err)
	}
	if b, _ := l.Pack(); string(a) != string(b) {
		t.Error("the same names give other bytes")
	}
	for _, bad := range [][]byte{nil, []byte("x"), a[:len(a)-3], append([]byte("briefing names 1\n"), 1, 2, 3)} {
		if _, err := classification.Unpack(bad); briefing.CodeOf(err) != briefing.CodeDamaged {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestCodesThatATextSpeaksOf(t *testing.T) {
	for _, c := range []struct {
		text   string
		spaced bool
		want   string
	}{
		{"0201-0208, 1601, !0208 90", false, "0201 0208 1601 020890"},
		{"0203–0206; кроме 0204.10\n02", false, "0203 0206 020410 02"},
		{"0201 0202", true, "0201 0202"},
		{"0207，0207", true, "0207"},
		{"мясо, 0, X, 12345678901", false, ""},
		{"", true, ""},
	} {
		if got := strings.Join(classification.Mentioned(c.text, c.spaced), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
