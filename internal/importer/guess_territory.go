package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// A title may name a place that is neither a country whole nor exactly one part
// of it: two regions, a city, a region less a city, what passes the checkpoints
// of a region. Such trade must not pass for the country's, nor for that of the
// one region that is known: it is asked for.

// territories are what the titles say of places that nobody could enter as they
// are, in the titles' own words: on the side of the reporting country and on that
// of its partner; empty where they say nothing of the kind.
func territories(titles []string, reporter, partner string) (own, other string) {
	own, other = unlisted(titles, reporter), unlisted(titles, partner)
	for _, t := range titles {
		if published(t) {
			continue
		}
		a, b := placesIn(t, reporter, partner)
		if own == "" {
			own = a
		}
		if other == "" {
			other = b
		}
	}
	return own, other
}

// openPlaces asks for the places that the titles of a table leave open, where nothing
// else of the shape tells them and the user has not.
func (s *Shape) openPlaces(titles []string, ask func(what, about string)) {
	own, other := territories(titles, s.Constants.Reporter, s.Constants.Partner)
	if own != "" && !s.Tells(RoleRegion) && !s.regionSaid {
		ask("region", own)
	}
	if other != "" && !s.Tells(RoleProvince) && !s.provinceSaid {
		ask("province", other)
	}
}

// unlisted names the parts of a country that the titles name, where these are
// several.
func unlisted(titles []string, country string) string {
	found := regionsIn(titles, country)
	if len(found) == 0 && country == "RU" {
		if found = districtsIn(titles); len(found) > 1 {
			return strings.Join(found, ", ")
		}
		return ""
	}
	if len(found) < 2 {
		return ""
	}
	var names []string
	for _, code := range found {
		names = append(names, lang.Region(briefing.RU, country, code))
	}
	return strings.Join(names, ", ")
}

// published reports whether a line only says who publishes or signs.
func published(title string) bool {
	f := codes.Fold(title)
	return strings.Contains(title, "来源") || slices.ContainsFunc([]string{"источник", "исполнитель", "составлено", "подготов", "source:", "制表"}, func(w string) bool {
		return strings.HasPrefix(f, w)
	})
}

// placesIn finds in one title places that are no listed part of a country.
func placesIn(title, reporter, partner string) (own, other string) {
	if reporter == "CN" || reporter == "" {
		if own = chinesePlace(title); own != "" {
			return own, ""
		}
	}
	words := titleWords(quoted().ReplaceAllString(title, " ")) // without names of enterprises, and of who publishes
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = codes.Fold(w)
	}
	trade := slices.ContainsFunc(folded, flowNoun) || slices.ContainsFunc(folded, func(f string) bool { return strings.HasPrefix(f, "транзит") })
	aboutPlace := trade || len(words) <= 4 && !strings.ContainsAny(title, "0123456789")
	if !aboutPlace {
		return "", ""
	}
	flow := flowIn(codes.Fold(title))
	put := func(at int, text string) {
		theirs := at > 0 && (flow == figure.Export && (folded[at-1] == "в" || folded[at-1] == "во") || flow == figure.Import && folded[at-1] == "из")
		switch {
		case theirs && other == "" && partner != "":
			other = text
		case own == "":
			own = text
		}
	}
	for i := range words {
		if n := severalAt(words, folded, i); n > 0 {
			put(i-n, strings.Join(words[i-n:i+1], " "))
		}
		if n := cityAt(words, folded, i); n > 0 && (trade || i == 0) {
			put(i, strings.Join(words[i:i+n], " "))
		}
		if n := withoutAt(words, folded, i); n > 0 {
			put(i, strings.Join(words[i:i+n], " "))
		}
		if n := passedAt(words, folded, i); n > 0 && trade && own == "" {
			own = strings.Join(words[i:i+n], " ")
		}
	}
	if own == "" && other == "" && trade && (reporter == "RU" || reporter == "") {
		own = unknownGenitive(words, folded)
	}
	return own, other
}

// quoted are names in quotation marks, of enterprises and programmes, and those
// whose data the figures are.
var quoted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`«[^»]*»|"[^"]*"|“[^”]*”|(?i:по данным)[^,;()]*`)
})

// capital reports whether a word is written as a name: «Благовещенска», and not
// as an abbreviation.
func capital(w string) bool {
	letters := []rune(w)
	return len(letters) > 3 && unicode.Is(unicode.Cyrillic, letters[0]) && unicode.IsUpper(letters[0]) && unicode.IsLower(letters[1])
}

// severalAt counts the words before the one at i that with it name several
// regions: «Приморского и Хабаровского краёв».
func severalAt(words, folded []string, i int) int {
	n := 1
	if i > 1 && (strings.HasPrefix(folded[i-1], "федеральн") || strings.HasPrefix(folded[i-1], "автономн")) {
		n = 2
	}
	if i < n || !several(folded[i]) || !capital(words[i-n]) || strings.HasPrefix(folded[i-n], "федеральн") || strings.HasPrefix(folded[i-n], "автономн") {
		return 0
	}
	for i-n-1 >= 0 && (capital(words[i-n-1]) && !flowNoun(folded[i-n-1]) || folded[i-n-1] == "и" || folded[i-n-1] == "или") {
		n++
	}
	return n
}

// cityAt counts the words from i on that name a city or a part of a region:
// «города Благовещенска», «г. Артёма», «Хасанского района». Cities that are
// regions of their own are none.
func cityAt(words, folded []string, i int) int {
	next := func(n int) bool {
		return i+n < len(words) && (capital(words[i+n]) || strings.ToUpper(words[i+n]) == words[i+n] && len([]rune(words[i+n])) > 3)
	}
	switch f := folded[i]; {
	case f == "г" || f == "г." || f == "гор." || f == "город" || f == "города" || f == "городу" || f == "городе" || f == "городом":
		if next(1) && !beginsWithPart("RU", folded[i+1:]) && (i == 0 || strings.Trim(folded[i-1], "0123456789") != "" || folded[i-1] == "") {
			return 2
		}
	case strings.HasPrefix(f, "муниципальн"), strings.HasPrefix(f, "городск") && i+1 < len(folded) && strings.HasPrefix(folded[i+1], "округ"):
		return min(3, len(words)-i)
	case capital(words[i]) && i+1 < len(folded) && (strings.HasPrefix(folded[i+1], "район") || strings.HasPrefix(folded[i+1], "агломерац")):
		return 2
	}
	return 0
}

// withoutAt counts the words from i on that leave a place out: «без Владивостока»,
// «за исключением Находки»; countries may be left out of the partners.
func withoutAt(words, folded []string, i int) int {
	if !without(folded[i]) {
		return 0
	}
	at := i + 1
	if at < len(folded) && (folded[at] == "г." || folded[at] == "города" || folded[at] == "учета") {
		at++
	}
	if at >= len(words) || !capital(words[at]) {
		return 0
	}
	for n := min(3, len(words)-at); n > 0; n-- {
		if genitive(words[at:at+n]) != "" || country(strings.Join(words[at:at+n], " ")) != "" {
			return 0
		}
	}
	return at - i + 1
}

// passedAt counts the words from i on that tell where goods only pass: «через
// пункты пропуска Приморского края», «Благовещенской таможни».
func passedAt(words, folded []string, i int) int {
	const most = 6
	phrase := func(n int) int {
		for i+n < len(words) && n < most && !preposition(folded[i+n]) && folded[i+n] != "и" && !scaled(words[i+n]) {
			n++
		}
		return n
	}
	switch f := folded[i]; {
	case f == "через":
		return phrase(1)
	case strings.HasPrefix(f, "пункт") && i+1 < len(folded) && strings.HasPrefix(folded[i+1], "пропуск"):
		return phrase(2)
	case i+1 < len(folded) && capital(words[i]) && strings.HasSuffix(f, "ой") && strings.HasPrefix(folded[i+1], "таможн"),
		i+2 < len(folded) && capital(words[i]) && strings.HasPrefix(folded[i+1], "таможенн") && strings.HasPrefix(folded[i+2], "управлени"):
		return phrase(2)
	}
	return 0
}

// unions are what stands where a country's name would and is no country.
func unions() []string {
	return []string{"еаэс", "снг", "ес", "брикс", "шос", "атэс", "тор", "тоср", "спв", "оэз"}
}

// unknownGenitive is what stands where a title names whose trade it is, when that
// is a name and neither a country nor a part of one: «Экспорт Благовещенска»,
// «Экспорт стран ЕАЭС».
func unknownGenitive(words, folded []string) string {
	known := make([]bool, len(words))
	for _, country := range []string{"RU", "CN"} {
		for _, r := range regionNames()[country] {
			if at := r.in(folded); at >= 0 {
				for k := range r.stems {
					known[at+k] = true
				}
			}
		}
	}
	district := len(districtsIn([]string{strings.Join(words, " ")})) > 0
	const goods = 6
	for i := range words {
		if !flowNoun(folded[i]) {
			continue
		}
		for j := i + 1; j < len(words) && j <= i+goods && !preposition(folded[j]); j++ {
			if slices.Contains(unions(), folded[j]) && strings.ToUpper(words[j]) == words[j] {
				return words[j]
			}
			if slices.ContainsFunc([]int{1, 2, 3}, func(n int) bool { return j+n <= len(words) && genitive(words[j:j+n]) != "" }) || known[j] || district {
				break
			}
			if capital(words[j]) && genitiveEnding(folded[j]) && !flowNoun(folded[j]) && !statusWord(folded[j]) {
				return words[j]
			}
		}
	}
	return ""
}

// genitiveEnding tells words that may stand in the genitive.
func genitiveEnding(f string) bool {
	return slices.ContainsFunc([]string{"а", "я", "ы", "и", "ого", "его", "ой", "ей"}, func(e string) bool { return strings.HasSuffix(f, e) })
}

// statusWord tells words of titles that are written with a capital and name no
// place.
func statusWord(f string) bool {
	return slices.ContainsFunc([]string{"федерац", "российск", "республик", "таблиц", "групп", "област", "кра", "стран", "товар", "продукц"}, func(w string) bool { return strings.HasPrefix(f, w) })
}

// chinesePlace is a city, a port of entry or a group of provinces that a Chinese
// title about trade names.
func chinesePlace(title string) string {
	if !strings.Contains(title, "口") && !strings.Contains(title, "贸") {
		return ""
	}
	for _, m := range chinesePlaces().FindAllStringIndex(title, -1) {
		name := title[m[0]:m[1]]
		rest := title[m[1]:]
		if strings.HasPrefix(rest, "场") || slices.ContainsFunc([]string{"北京市", "上海市", "天津市", "重庆市", "各市", "分市", "县市"}, func(w string) bool { return strings.HasSuffix(name, w) }) {
			continue
		}
		return name
	}
	return ""
}

var chinesePlaces = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Han}{2,4}市|\p{Han}{2,6}(?:口岸|综合保税区|自贸试验区|自贸区|自治州)|东北三省|东北地区|长三角|珠三角|粤港澳大湾区|京津冀|(?:西部|中部|东部|沿海)(?:地区|省份)|(?:不含|不包括)\p{Han}{2,4}`)
})

// titledPlace reports whether the titles name what a user calls a place: all words of
// the answer stand in them, in whatever case.
func titledPlace(titles []string, said string) bool {
	const least = 4 // letters of a word that tells something
	told := 0
	for w := range strings.FieldsSeq(codes.Fold(said)) {
		letters := []rune(w)
		if len(letters) < least && strings.IndexFunc(w, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
			continue
		}
		stem := string(letters[:max(min(len(letters), 3), len(letters)-3)])
		if !slices.ContainsFunc(titles, func(t string) bool { return strings.Contains(codes.Fold(t), stem) }) {
			return false
		}
		told++
	}
	return told > 0
}
