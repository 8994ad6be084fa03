package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/unitnames"
	"briefing/internal/lang"
)

// countriesIn lists the countries that words of a text name.
func countriesIn(s string) []string {
	s = currencyNames().ReplaceAllString(unitnames.OwnDollars(s), " ")
	words := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()–—/", r)
	})
	var out []string
	for i := range words[:min(len(words), 40)] {
		for n := 3; n > 0; n-- {
			if i+n > len(words) {
				continue
			}
			forms := []string{strings.Join(words[i:i+n], " ")}
			if n == 1 {
				forms = append(forms, nominatives(words[i])...)
			} else {
				forms = append(forms, fullName(words[i:i+n]))
			}
			at := slices.IndexFunc(forms, func(f string) bool { c := countryName(f); return c != "" && c != figure.World })
			if at >= 0 {
				out = append(out, countryName(forms[at]))
				break
			}
		}
	}
	return append(out, countriesWithin(s)...)
}

// currencyNames are the countries in the names of their money.
var currencyNames = sync.OnceValue(func() *regexp.Regexp {
	names := []string{`(?i)долл[\p{L}.]*\s*США`, `US\s*(?:dollars?|\$)`, `Hong Kong dollars?`, `дирхам\p{L}*\s*ОАЭ`, `UAE dirhams?`, `вон\p{L}*\s*Республики Корея`}
	for _, u := range briefing.Currencies() {
		code, _ := u.Currency()
		if name := lang.Currency(briefing.ZH, code); name != code {
			names = append(names, regexp.QuoteMeta(name))
		}
	}
	return regexp.MustCompile(strings.Join(names, "|"))
})

// countriesWithin finds names of countries in Chinese text, which has no blanks
// between words: 山东省对俄罗斯出口. Inner Mongolia is no country.
func countriesWithin(s string) []string {
	const longest = 12 // letters of a name
	letters := []rune(strings.ReplaceAll(s, "内蒙古", " "))
	letters = letters[:min(len(letters), 120)]
	out := shortCountries(letters)
	for i := 0; i < len(letters); i++ {
		for n := min(longest, len(letters)-i); n > 1 && unicode.Is(unicode.Han, letters[i]); n-- {
			name := string(letters[i : i+n])
			if n == len(letters) || !unicode.Is(unicode.Han, letters[i+n-1]) {
				continue // the whole text has been looked at
			}
			if c := countryName(name); c != "" && c != figure.World {
				out = append(out, c)
				i += n - 1
				break
			}
		}
	}
	return out
}

// shortCountries finds countries by one character, as headlines of the customs
// have them: 对俄进出口, 自日进口.
func shortCountries(letters []rune) []string {
	short := map[rune]string{'俄': "RU", '美': "US", '日': "JP", '韩': "KR", '朝': "KP", '蒙': "MN", '印': "IN", '越': "VN", '泰': "TH", '德': "DE", '法': "FR", '英': "GB", '哈': "KZ", '澳': "AU", '华': "CN"}
	var out []string
	for i := 1; i+1 < len(letters); i++ {
		if code := short[letters[i]]; code != "" && strings.ContainsRune("对自从与", letters[i-1]) && strings.ContainsRune("进出贸外", letters[i+1]) {
			out = append(out, code)
		}
	}
	return out
}

// fullName puts the words of a country's full name into the nominative: «в
// Турецкую Республику», «с Исламской Республикой Иран».
func fullName(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(w)
		for _, e := range [...][2]string{{"кую", "кая"}, {"кой", "кая"}, {"ную", "ная"}, {"ной", "ная"}} {
			if stem, ok := strings.CutSuffix(out[i], e[0]); ok {
				out[i] = stem + e[1]
				break
			}
		}
		for stem, whole := range map[string]string{"республик": "республика", "королевств": "королевство", "государств": "государство", "федераци": "федерация", "конфедераци": "конфедерация", "княжеств": "княжество", "султанат": "султанат"} {
			if rest, ok := strings.CutPrefix(out[i], stem); ok && len(rest) <= 6 {
				out[i] = whole
			}
		}
	}
	return strings.Join(out, " ")
}

// nominatives are the forms that a Russian name of a country may have in the
// nominative: «из Китая», «с Индией», «в Казахстан».
func nominatives(word string) []string {
	var out []string
	const endings = "ии=ия ией=ия ию=ия ая=ай аю=ай аем=ай ае=ай ом= а= у= е= ы=а у=а ой=а и=ь и=а еи=ея ей=ея ея=ей я=ь ю=ь ем=ь ов=ы пта=пет пту=пет птом=пет пте=пет"
	for e := range strings.FieldsSeq(endings) {
		from, to, _ := strings.Cut(e, "=")
		if stem, ok := strings.CutSuffix(word, from); ok && len(stem) >= 6 {
			out = append(out, stem+to)
		}
	}
	return out
}
