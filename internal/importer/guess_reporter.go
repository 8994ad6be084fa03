package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// reporterIn finds whose trade a title is about: «Экспорт Казахстана в Китай»,
// "Viet Nam's imports from China", 越南对中国出口. It is empty where the title
// names no country in that place; a country behind a preposition is the other
// side.
func reporterIn(title string) string {
	title = currencyNames().ReplaceAllString(title, " ")
	if c := reporterRussian(title); c != "" {
		return c
	}
	for _, m := range reporterEnglish().FindAllStringSubmatch(title, -1) {
		for _, name := range m[1:] {
			if c := namedFirst(name); c != "" {
				return c
			}
		}
	}
	letters := []rune(strings.TrimLeft(title, "0123456789年月日-—–至~～前季度上下半 \u3000")) // 2026年1-2月俄罗斯对中国出口
	for n := min(12, len(letters)-1); n > 1; n-- {
		if c := country(string(letters[:n])); c != "" && unicode.Is(unicode.Han, letters[0]) && strings.ContainsRune("对从自向的出进外海", letters[n]) {
			return c
		}
	}
	// 山东省对俄罗斯出口: the province stands first, and behind 对 the other side.
	if at := strings.IndexAny(title, "对自从与"); at > 0 && len(provincesWithin(title[:at])) == 1 {
		return "CN"
	}
	return ""
}

// country is the code of a country, no total, that the whole text names.
func country(s string) string {
	if c := countryName(s); c != figure.World {
		return c
	}
	return ""
}

// reporterRussian looks for a genitive behind the word of the flow, at most
// some words of goods after it and without a preposition between.
func reporterRussian(title string) string {
	words := titleWords(title)
	const goods = 6 // words that name what is traded
	for i, w := range words {
		if !flowNoun(codes.Fold(w)) {
			continue
		}
		for j := i + 1; j < len(words) && j <= i+goods; j++ {
			if preposition(codes.Fold(words[j])) {
				if c := ownSide(flowIn(codes.Fold(w)), words[j:]); c != "" {
					return c
				}
				break
			}
			for n := min(3, len(words)-j); n > 0; n-- {
				if c := genitive(words[j : j+n]); c != "" {
					return c
				}
			}
			if c := countryOfPart(words[j:]); c != "" {
				return c // «Импорт провинции Хэйлунцзян из России»
			}
		}
	}
	return ""
}

// countryOfPart is the country whose part words begin with.
func countryOfPart(words []string) string {
	folded := make([]string, min(len(words), 5))
	for i := range folded {
		folded[i] = codes.Fold(words[i])
	}
	at := 0
	if len(folded) > 1 && strings.HasPrefix(folded[0], "провинци") {
		at = 1
	}
	for _, c := range []string{"CN", "RU"} {
		if beginsWithPart(c, folded[at:]) {
			return c
		}
	}
	return ""
}

// ownSide is the country whose trade is told from its own side behind a
// preposition: who exports «из Турции», who imports «в Египет».
func ownSide(flow figure.Flow, words []string) string {
	own := map[figure.Flow][]string{figure.Export: {"из", "с", "со"}, figure.Import: {"в", "во", "на"}}[flow]
	for i, w := range words {
		if !slices.Contains(own, codes.Fold(w)) {
			continue
		}
		for n := min(3, len(words)-i-1); n > 0; n-- {
			name := words[i+1 : i+1+n]
			if c := genitive(name); c != "" {
				return c
			}
			if c := countriesIn(strings.Join(name, " ")); n == 1 && len(c) == 1 {
				return c[0]
			}
		}
	}
	return ""
}

// titleWords are the words of a title.
func titleWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()–—/«»\"", r) })
}

func flowNoun(f string) bool {
	return slices.ContainsFunc([]string{"экспорт", "импорт", "вывоз", "ввоз", "товарооборот", "торговл", "реэкспорт", "поставки", "поставок"},
		func(w string) bool { return strings.HasPrefix(f, w) })
}

func preposition(f string) bool {
	switch f {
	case "в", "во", "на", "из", "с", "со", "от", "для", "до", "к", "ко", "по", "через", "между":
		return true
	}
	return false
}

// genitive is the country whose name in the genitive the words are. A name
// that does not decline is its own.
func genitive(words []string) string {
	last := words[len(words)-1]
	if len(words) == 1 && strings.ToUpper(last) == last && len([]rune(last)) <= 4 {
		return country(last) // РФ, КНР, США, ОАЭ
	}
	heads := []string{""}
	for _, w := range words[:len(words)-1] {
		var next []string
		for _, form := range adjectives(w) {
			for _, h := range heads {
				next = append(next, h+form+" ")
			}
		}
		heads = next
	}
	ends := nominatives(last)
	if len(words) > 1 {
		ends = append(ends, last) // «Республики Казахстан», «Республики Корея»
	}
	for _, h := range heads {
		for _, e := range ends {
			if c := country(h + e); c != "" {
				return c
			}
		}
	}
	if len(words) == 2 && isState(words[0]) { // «Республики Казахстан»
		return country(last)
	}
	return ""
}

func isState(w string) bool {
	switch codes.Fold(w) {
	case "республики", "королевства", "государства", "княжества", "султаната", "эмирата":
		return true
	}
	return false
}

// adjectives are the forms that a word before the last of a country's name may
// have in the nominative: «Саудовской», «Соединённых», «Республики».
func adjectives(w string) []string {
	out := []string{w}
	const endings = "ской=ская ой=ая ей=яя ых=ые их=ие ого=ый ого=ой ики=ика ства=ство"
	for e := range strings.FieldsSeq(endings) {
		from, to, _ := strings.Cut(e, "=")
		if stem, ok := strings.CutSuffix(w, from); ok && stem != "" {
			out = append(out, stem+to)
		}
	}
	return out
}

// reporterEnglish is where a title names who exports or imports.
var reporterEnglish = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*([\p{L}][\p{L} .'’&-]*?)(?:'s|’s|’|:)?\s+(?:total\s+|merchandise\s+|agricultural\s+|foreign\s+)?(?:exports?|imports?|trade)\b` +
		`|\b(?:exports?|imports?)\s+of\s+([\p{L}][\p{L} .'’&-]*)` +
		`|\bexports?\s+from\s+([\p{L}][\p{L} .'’&-]*)` +
		`|\b(?:exported|imported)\s+by\s+([\p{L}][\p{L} .'’&-]*)`)
})

// namedFirst is the country that a text begins with.
func namedFirst(s string) string {
	words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(s), "the "))
	for n := min(5, len(words)); n > 0; n-- {
		if c := country(strings.Trim(strings.Join(words[:n], " "), ".,:")); c != "" {
			return c
		}
	}
	return ""
}
