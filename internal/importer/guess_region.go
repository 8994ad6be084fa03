package importer

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// regionIn is the code of the one part of a country that the titles name, in
// whatever case: «Экспорт Тульской области», «в провинцию Хэйлунцзян», 山东省对
// 俄罗斯出口; empty where they name none or several, and for countries whose parts
// have no list.
func regionIn(titles []string, country string) string {
	found := regionsIn(titles, country)
	switch {
	case len(found) == 1:
		return found[0]
	case country == "RU" && len(found) == 0:
		if district := districtsIn(titles); len(district) == 1 {
			return district[0]
		}
	}
	return ""
}

// regionsIn are the codes of the parts of a country that the titles name, but for
// those that goods only pass or that are left out.
func regionsIn(titles []string, country string) []string {
	var found []string
	add := func(code string) {
		if !slices.Contains(found, code) {
			found = append(found, code)
		}
	}
	for _, t := range titles {
		if published(t) {
			continue
		}
		words := titleWords(codes.Fold(t))
		for _, r := range regionNames()[country] {
			if at := r.in(words); at >= 0 && !onTheWay(words[:at]) && !leftOut(words[:at]) {
				add(r.code)
			}
		}
		if country == "CN" {
			for _, code := range provincesWithin(t) {
				add(code)
			}
		}
	}
	return found
}

// leftOut reports whether what follows is taken out of something greater: «(без
// Приморского края)».
func leftOut(before []string) bool {
	return slices.ContainsFunc(before[max(0, len(before)-2):], without)
}

// without reports whether a folded word takes what follows out of something greater.
func without(word string) bool {
	switch word {
	case "без", "кроме", "исключая", "исключением":
		return true
	}
	return false
}

// onTheWay reports whether what follows is only passed through: «через пункты
// пропуска Приморского края».
func onTheWay(before []string) bool {
	const near = 4 // words
	return slices.ContainsFunc(before[max(0, len(before)-near):], func(w string) bool {
		return w == "через" || strings.HasPrefix(w, "пункт") || strings.HasPrefix(w, "пропуск") || strings.HasPrefix(w, "порт")
	})
}

// districtsIn are the names of the federal districts, and of the part of Russia
// known like one, that the titles name: less than the country, and no region of it.
func districtsIn(titles []string) []string {
	names := map[string][]string{
		"Дальневосточный федеральный округ": {"дфо", "дальневосточн"}, "Сибирский федеральный округ": {"сфо", "сибирск"},
		"Уральский федеральный округ": {"уфо", "уральск"}, "Приволжский федеральный округ": {"пфо", "приволжск"},
		"Южный федеральный округ": {"юфо", "южн"}, "Северо-Западный федеральный округ": {"сзфо", "северо-западн"},
		"Центральный федеральный округ": {"цфо", "центральн"}, "Северо-Кавказский федеральный округ": {"скфо", "северо-кавказск"},
	}
	var found []string
	for _, t := range titles {
		if published(t) {
			continue
		}
		words := titleWords(codes.Fold(t))
		for name, forms := range names {
			for i, w := range words {
				whole := w == forms[0] || strings.HasPrefix(w, forms[1]) && i+1 < len(words) && strings.HasPrefix(words[i+1], "федеральн")
				if whole && !slices.Contains(found, name) {
					found = append(found, name)
				}
			}
		}
		for i, w := range words {
			if strings.HasPrefix(w, "дальн") && i+1 < len(words) && strings.HasPrefix(words[i+1], "восток") && !slices.Contains(found, "Дальний Восток") {
				found = append(found, "Дальний Восток")
			}
		}
	}
	slices.Sort(found)
	return found
}

// provincesWithin finds Chinese provinces in text without blanks. A text that
// only says who publishes (数据来源：长春海关) is none of trade.
func provincesWithin(title string) []string {
	if strings.Contains(title, "来源") {
		return nil
	}
	title = notOfProvinces().Replace(title)
	var out []string
	for _, code := range ownProvinces() {
		name := strings.TrimSuffix(strings.TrimSuffix(lang.Region(briefing.ZH, "CN", code), "省"), "市")
		name, _, _ = strings.Cut(name, "壮族")
		name, _, _ = strings.Cut(name, "回族")
		name, _, _ = strings.Cut(name, "维吾尔")
		if strings.Contains(title, strings.TrimSuffix(name, "自治区")) {
			out = append(out, code)
		}
	}
	return out
}

// notOfProvinces takes out words that have the name of a province in them.
var notOfProvinces = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("上海合作", " ", "北京时间", " ", "海南省份", "海南")
})

// ownProvinces leaves out what has statistics and a code of its own as a
// country: Taiwan, Hong Kong, Macao.
func ownProvinces() []string {
	return slices.DeleteFunc(lang.Regions("CN"), func(code string) bool { return code > "70" })
}

// regionName is a name of a region as beginnings of its words, which its cases
// share.
type regionName struct {
	code  string
	stems []string
	long  []int // letters of the words
}

var regionNames = sync.OnceValue(func() map[string][]regionName {
	out := map[string][]regionName{}
	add := func(country, code, name string, declined bool, behind ...string) { // words behind the name, which stay as they are
		r := regionName{code: code}
		for _, w := range titleWords(codes.Fold(name)) {
			letters := []rune(w)
			keep := len(letters)
			if declined {
				keep--
			}
			if declined && keep > 4 {
				keep--
			}
			r.stems, r.long = append(r.stems, string(letters[:keep])), append(r.long, len(letters))
		}
		for _, w := range behind {
			r.stems, r.long = append(r.stems, w), append(r.long, len([]rune(w)))
		}
		if len(r.stems) > 0 {
			out[country] = append(out[country], r)
		}
	}
	for _, code := range lang.Regions("RU") {
		name, _, _ := strings.Cut(lang.Region(briefing.RU, "RU", code), " – ")
		add("RU", code, name, true)
		if first, rest, _ := strings.Cut(name, " "); strings.HasPrefix(rest, "автономн") { // «Еврейской АО»
			add("RU", code, first, true, "ао")
		} else if rest == "область" { // «Амурской обл.»
			add("RU", code, first, true, "обл")
		}
		if short, ok := strings.CutPrefix(name, "Республика "); ok && short != "Алтай" && !strings.Contains(short, "(") {
			add("RU", code, short, true)
		}
	}
	for _, code := range ownProvinces() {
		name := lang.Region(briefing.RU, "CN", code)
		whole, _, long := strings.Cut(name, "-")
		add("CN", code, name, !strings.HasSuffix(name, "и"))
		if long { // «Синьцзяна», «Гуанси»
			add("CN", code, whole, !strings.HasSuffix(whole, "и"))
		}
		english, _, _ := strings.Cut(lang.Region(briefing.EN, "CN", code), " (")
		add("CN", code, english, false)
	}
	add("CN", "22", "Гирин", true)
	for _, r := range [...][2]string{{"Приморье", "05000"}, {"Приамурье", "10000"}, {"Забайкалье", "76000"}, {"Якутия", "98000"}} {
		add("RU", r[1], r[0], true)
	}
	for _, r := range [...][2]string{{"ЕАО", "99000"}, {"ХМАО", "71100"}, {"ЯНАО", "71140"}} {
		add("RU", r[1], r[0], false)
	}
	return out
})

// several reports whether the word speaks of more than one region: «Тульской и
// Московской областей».
func several(word string) bool {
	switch word {
	case "областей", "областям", "областями", "областях", "краев", "краям", "республик", "республикам", "округов", "округам":
		return true
	}
	return false
}

// in is where the words stand in a row among the folded words of a text, −1 where
// they don't.
func (r regionName) in(words []string) int {
	for i := range words {
		if r.begins(words[i:]) {
			return i
		}
	}
	return -1
}

// begins reports whether folded words begin with the name.
func (r regionName) begins(words []string) bool {
	if len(r.stems) > len(words) {
		return false
	}
	for k, stem := range r.stems {
		n := len([]rune(words[k]))
		if !strings.HasPrefix(words[k], stem) || several(words[k]) || n > r.long[k]+2 || n < r.long[k]-1 {
			return false
		}
	}
	return true
}

// beginsWithPart reports whether folded words begin with the name of a part of a
// country.
func beginsWithPart(country string, words []string) bool {
	return slices.ContainsFunc(regionNames()[country], func(r regionName) bool { return r.begins(words) })
}
