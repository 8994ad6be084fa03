// Package codes turns what files call a country into one code, ISO 3166-1
// alpha-2. A numeric code is never looked up without its source: 344 is Hong
// Kong to the UN and Russia to the Chinese customs.
package codes

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// Unknown is the partner that a source leaves open.
const Unknown = "ZZ"

// Fold is the form in which headers, names and words are compared: small
// letters, single blanks, no quotation marks around, ё as е.
func Fold(s string) string {
	if plain(s) { // as most codes are
		return s
	}
	var room [128]byte
	b := room[:0]
	blank := false
	for _, r := range s {
		switch r = lower(r); {
		case cells.IsSpace(r):
			blank = true
			continue
		case r == 'ё':
			r = 'е'
		case r == '’':
			r = '\''
		}
		if blank && len(b) > 0 {
			b = append(b, ' ')
		}
		blank = false
		b = utf8.AppendRune(b, r)
	}
	return strings.Trim(string(b), "\"«»")
}

// plain reports whether a text is of small letters and digits alone, which are
// their own folded form.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// lower is unicode.ToLower, with the letters that come most told first.
func lower(r rune) rune {
	switch {
	case r <= unicode.MaxASCII:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	case 'а' <= r && r <= 'я':
		return r
	}
	return unicode.ToLower(r)
}

// tables are made once, when the first file is read, and never change.
type tables struct {
	alpha2 map[string]bool
	m49    map[string]string
	names  map[string]string
}

var built = sync.OnceValue(func() tables {
	t := tables{alpha2: map[string]bool{}, m49: comtradeCodes(), names: map[string]string{}}
	namers := []display.Namer{
		display.Regions(language.Russian), display.Regions(language.English), display.Regions(language.SimplifiedChinese),
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			r, err := language.ParseRegion(code)
			if err != nil || !r.IsCountry() || r.String() != code || r.Canonicalize() != r { // VD was North Vietnam
				continue
			}
			t.alpha2[code] = true
			if n := r.M49(); n != 0 {
				t.addM49(n, code)
			}
			for _, n := range namers {
				t.addName(n.Name(r), code)
			}
			for _, l := range briefing.Langs() {
				t.addName(lang.Country(l, code), code)
			}
		}
	}
	for _, others := range []map[string]string{tradeMapNames(), otherNames()} {
		for code, names := range others {
			for name := range strings.SplitSeq(names, "|") {
				t.names[Fold(name)] = code
			}
		}
	}
	for code, names := range officialNames() {
		for name := range strings.SplitSeq(names, "|") {
			t.addName(name, code)
		}
	}
	for _, c := range customsCodes() {
		for name := range strings.SplitSeq(c.names, "|") {
			t.addName(name, c.alpha2)
		}
	}
	return t
})

// addName does not let a later table overrule an earlier one.
func (t *tables) addName(name, code string) {
	if f := Fold(name); f != "" && t.names[f] == "" {
		t.names[f] = code
	}
}

func (t *tables) addM49(n int, code string) {
	digits := string([]byte{byte('0' + n/100%10), byte('0' + n/10%10), byte('0' + n%10)})
	if t.m49[digits] == "" {
		t.m49[digits] = code
	}
}

// Name finds a country by its name in Russian, English or Chinese, however
// statistics write it; World and Unknown too.
func Name(name string) (string, bool) {
	f := Fold(name)
	if c, ok := built().names[f]; ok {
		return c, true
	}
	// «Р. Беларусь», «Респ. Корея»: shortened as in columns that are narrow.
	for _, short := range [...]string{"р.", "респ.", "р-ка"} {
		rest, is := strings.CutPrefix(f, short)
		if rest = strings.TrimSpace(rest); !is || rest == "" {
			continue
		}
		for _, full := range [...]string{"республика " + rest, rest} {
			if c, ok := built().names[full]; ok {
				return c, true
			}
		}
	}
	// «Прочие страны дальнего зарубежья»: what is left of a group bears no country.
	for _, left := range [...]string{"прочие страны ", "другие страны ", "остальные страны ", "иные страны ", "other countries of ", "rest of "} {
		if strings.HasPrefix(f, left) {
			return Unknown, true
		}
	}
	// «Турция*», «Китай¹»: the mark of a footnote is not the name.
	if bare := strings.TrimRight(f, "*¹²³⁴⁵⁶⁷⁸⁹⁾ "); bare != f && bare != "" {
		return Name(bare)
	}
	// «Китай (включая Тибет)», "China (mainland)": the note is not the name.
	if i := strings.IndexAny(f, "(（"); i > 0 {
		c, ok := built().names[strings.TrimSpace(f[:i])]
		return c, ok
	}
	return "", false
}

// Alpha2 checks a code of two letters; "NNN" and "ZZ" are unknown partners,
// codes of former states stay as they are. NA is Namibia.
func Alpha2(s string) (string, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	switch s {
	case "NNN", "NN", Unknown, "XX", "QU", "QV", "QW", "QX", "QY", "QZ":
		return Unknown, true // the user-assigned ones stand for areas not specified
	case figure.World:
		return figure.World, true
	case "AN", "CS", "YU", "SU", "DD", "TP", "ZR", "XK", "EU":
		return s, true
	}
	return s, built().alpha2[s]
}

// Alpha3 finds a country by its code of three letters.
func Alpha3(s string) (string, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	switch s {
	case "WLD", figure.World:
		return figure.World, true
	case "ROM":
		return "RO", true
	case "ZAR":
		return "CD", true
	case "TMP":
		return "TL", true
	case "SER", "SUD": // WITS: Serbia, Sudan before 2012
		return map[string]string{"SER": "RS", "SUD": "SD"}[s], true
	case "EUN":
		return "EU", true
	case "OAS": // «Other Asia», as Comtrade's 490
		return "TW", true
	case "UNS", "BUN", "FRE", "SPE": // WITS: unspecified, bunkers, free zones, special categories
		return Unknown, true
	}
	if len(s) != 3 {
		return "", false
	}
	r, err := language.ParseRegion(s)
	if err != nil || !built().alpha2[r.String()] {
		return "", false
	}
	return r.String(), true
}

// M49 finds a country by the UN's numeric code, as UN Comtrade uses it.
func M49(s string) (string, bool) {
	c, ok := built().m49[pad3(s)]
	return c, ok
}

// Customs finds a country by the numeric code of the Chinese customs.
func Customs(s string) (string, bool) {
	c, ok := customsCodes()[pad3(s)]
	return c.alpha2, ok
}

func pad3(s string) string {
	s = strings.TrimSpace(s)
	for len(s) < 3 && s != "" {
		s = "0" + s
	}
	return s
}
