package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// Names of places inside a sentence: «экспорт Ростовской области в Турцию».
// Russian inflects them by rules; where no rule is sure of a name, ok is false
// and the caller sets it in a form that needs no case.

// ToCountry is where goods go: «в Турцию», “Türkiye” (with its article), 土耳其.
func ToCountry(l briefing.Lang, code string) (text string, ok bool) {
	if l != briefing.RU {
		return WithArticle(l, Country(l, code)), true
	}
	acc, _, ok := russianCases(code)
	if !ok {
		return "", false
	}
	if code == "W00" {
		return "во " + acc, true
	}
	return intoWord(acc) + acc, true
}

// FromCountry is where goods come from: «из Турции».
func FromCountry(l briefing.Lang, code string) (text string, ok bool) {
	text, ok = OfCountry(l, code)
	if l == briefing.RU && ok {
		text = "из " + text
	}
	return text, ok
}

// OfCountry is whose the goods are: «Турции».
func OfCountry(l briefing.Lang, code string) (text string, ok bool) {
	if l != briefing.RU {
		return WithArticle(l, Country(l, code)), true
	}
	_, gen, ok := russianCases(code)
	return gen, ok
}

// OfRegion is the same of a part of a country, by its name.
func OfRegion(l briefing.Lang, name string) (text string, ok bool) {
	if l != briefing.RU {
		return WithArticle(l, name), true
	}
	_, text, ok = regionCases(name)
	return text, ok
}

// WithArticle is a name as an English sentence has it: “the Rostov Region”,
// “the United States”. Other languages have none.
func WithArticle(l briefing.Lang, name string) string {
	if l != briefing.EN {
		return name
	}
	for _, end := range []string{" Region", " Territory", " Area", " Republic", " Federation", " Emirates", " Islands", "Netherlands", "Philippines"} {
		if strings.HasSuffix(name, end) || name == end {
			return "the " + name
		}
	}
	if strings.HasPrefix(name, "United ") || strings.HasPrefix(name, "Republic of ") || strings.Contains(name, " Region – ") || strings.Contains(name, " Area – ") {
		return "the " + name
	}
	return name
}

// irregular are names whose accusative and genitive no rule gives.
func irregular(code string) (acc, gen string, ok bool) {
	switch code {
	case "W00":
		return "все страны", "всех стран", true
	case "AE":
		return "Объединённые Арабские Эмираты", "Объединённых Арабских Эмиратов", true
	case "BY":
		return "Беларусь", "Беларуси", true
	case "EG":
		return "Египет", "Египта", true
	case "GB":
		return "Соединённое Королевство", "Соединённого Королевства", true
	case "IL":
		return "Израиль", "Израиля", true
	case "IR":
		return "Иран", "Ирана", true
	case "KR":
		return "Республику Корея", "Республики Корея", true
	case "MD":
		return "Республику Молдова", "Республики Молдова", true
	case "NL":
		return "Нидерланды", "Нидерландов", true
	case "SA":
		return "Саудовскую Аравию", "Саудовской Аравии", true
	}
	return "", "", false
}

// goneTo are islands, and a country in dispute about it: Russian goes «на» them
// or is not sure of the preposition.
const goneTo = " BB BM BS CU CY DM DO FJ GD GL HT JM KM KY LC LK MG MT MU MV PH PR SB SC TO TW UA WS "

// russianCases are the accusative and the genitive of a country's name of one
// word.
func russianCases(code string) (acc, gen string, ok bool) {
	if acc, gen, ok = irregular(code); ok {
		return acc, gen, true
	}
	name := Country(briefing.RU, code)
	if name == code || strings.ContainsAny(name, " (-–") || strings.Contains(goneTo, " "+code+" ") {
		return "", "", false
	}
	last, size := utf8.DecodeLastRuneInString(name)
	stem := name[:len(name)-size]
	before, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case unicode.IsUpper(last): // США
		return name, name, true
	case last == 'я':
		return stem + "ю", stem + "и", true
	case last == 'а' && strings.ContainsRune("аеиоуыэюя", before): // Никарагуа
		return name, name, true
	case last == 'а' && strings.ContainsRune("гкхжшчщ", before):
		return stem + "у", stem + "и", true
	case last == 'а':
		return stem + "у", stem + "ы", true
	case last == 'й':
		return name, stem + "я", true
	case strings.ContainsRune("оеиуэ", last):
		return name, name, true
	case strings.ContainsRune("бвгджзклмнпрстфхцчшщ", last):
		return name, name + "а", true
	}
	return "", "", false
}

// intoWord is the preposition before a name: «во Францию», «во Вьетнам».
func intoWord(name string) string {
	r := []rune(name)
	if len(r) > 1 && (r[0] == 'В' || r[0] == 'Ф') && !strings.ContainsRune("аеёиоуыэюя", r[1]) {
		return "во "
	}
	return "в "
}
