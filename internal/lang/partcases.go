package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Parts of countries inside a sentence: «экспорт Амурской области в провинцию
// Хэйлунцзян». Russian inflects them by the pattern of their names; a province of
// China stands behind the word for it, which alone is inflected.

// ToPart is where goods go: «в провинцию Хэйлунцзян», “the Amur Region”.
func ToPart(l briefing.Lang, country, code string) (text string, ok bool) {
	if l != briefing.RU {
		return OfPart(l, country, code)
	}
	acc, _, ok := partCases(country, code)
	if !ok {
		return "", false
	}
	return intoWord(acc) + acc, true
}

// FromPart is where goods come from: «из провинции Хэйлунцзян».
func FromPart(l briefing.Lang, country, code string) (text string, ok bool) {
	text, ok = OfPart(l, country, code)
	if l == briefing.RU && ok {
		text = "из " + text
	}
	return text, ok
}

// OfPart is whose the goods are: «провинции Хэйлунцзян», «Амурской области».
func OfPart(l briefing.Lang, country, code string) (text string, ok bool) {
	if l != briefing.RU {
		name := Region(l, country, code)
		return WithArticle(l, name), name != code
	}
	_, gen, ok := partCases(country, code)
	return gen, ok
}

// partCases are the accusative and the genitive of a part's Russian name.
func partCases(country, code string) (acc, gen string, ok bool) {
	name := Region(briefing.RU, country, code)
	if name == code {
		return "", "", false
	}
	if country != "CN" {
		return regionCases(name)
	}
	switch provinceOf(code) {
	case "11":
		return name, "Пекина", true
	case "12":
		return name, "Тяньцзиня", true
	case "31":
		return name, "Шанхая", true
	case "50":
		return name, "Чунцина", true
	case "15":
		return "Внутреннюю Монголию", "Внутренней Монголии", true
	case "54":
		return name, "Тибета", true
	case "45", "64", "65": // автономные районы
		return regionCases(name)
	case "71": // islands: «на», and a dispute
		return "", "", false
	case "81":
		return name, strings.Replace(name, "Гонконг", "Гонконга", 1), true
	case "82":
		return name, name, true
	}
	return "провинцию " + name, "провинции " + name, true
}

// regionCases are the accusative and the genitive of a region by the pattern of
// its name: «Амурская область», «Республика Алтай», «Кемеровская область – Кузбасс».
func regionCases(name string) (acc, gen string, ok bool) {
	if head, tail, double := strings.Cut(name, " – "); double && !strings.HasPrefix(name, "Республика ") {
		tails := map[string][2]string{"Кузбасс": {"Кузбасс", "Кузбасса"}, "Югра": {"Югру", "Югры"}}[tail]
		if acc, gen, ok = regionCases(head); !ok || tails[0] == "" {
			return "", "", false
		}
		return acc + " – " + tails[0], gen + " – " + tails[1], true
	}
	switch name {
	case "Москва":
		return "Москву", "Москвы", true
	case "Санкт-Петербург":
		return name, "Санкт-Петербурга", true
	case "Севастополь":
		return name, "Севастополя", true
	}
	for _, head := range []struct{ is, into, of string }{{"Республика ", "Республику ", "Республики "}, {"провинция ", "провинцию ", "провинции "}} {
		if rest, found := strings.CutPrefix(name, head.is); found {
			return head.into + rest, head.of + rest, true
		}
	}
	for _, noun := range []struct{ is, into, of, adjective, intoAdjective, ofAdjective string }{
		{" область", " область", " области", "ая", "ую", "ой"},
		{" Республика", " Республику", " Республики", "ая", "ую", "ой"},
		{" край", " край", " края", "ий", "ий", "ого"},
		{" автономный округ", " автономный округ", " автономного округа", "ий", "ий", "ого"},
		{" автономный район", " автономный район", " автономного района", "ий", "ий", "ого"},
	} {
		words, found := strings.CutSuffix(name, noun.is)
		if !found {
			continue
		}
		into, of := strings.Fields(words), strings.Fields(words)
		for i, w := range of {
			stem, found := strings.CutSuffix(w, noun.adjective)
			if !found {
				return "", "", false
			}
			into[i], of[i] = stem+noun.intoAdjective, stem+noun.ofAdjective
		}
		return strings.Join(into, " ") + noun.into, strings.Join(of, " ") + noun.of, len(of) > 0
	}
	return "", "", false
}
