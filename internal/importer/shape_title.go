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
	"briefing/internal/importer/periods"
	"briefing/internal/importer/unitnames"
)

// unitIn finds a unit in a text: the text itself, or its longest run of words
// that is one. A single letter is a unit only by itself.
func unitIn(s string) briefing.Unit {
	s = unitnames.OwnDollars(s)
	if u := unitnames.Parse(s); u != "" {
		return u
	}
	s = nomenclatureName().ReplaceAllString(s, " ") // its first word is no tonne
	words := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;()[]:/（）：，、_", r)
	})
	if len(words) > 24 {
		words = words[len(words)-24:]
	}
	for _, plain := range []bool{false, true} { // what has a scale first: 千美元，吨
		for n := min(5, len(words)); n > 0; n-- {
			for i := len(words) - n; i >= 0; i-- {
				w := strings.Join(words[i:i+n], " ")
				u := unitnames.Parse(w)
				_, money := u.Currency()
				switch {
				case !money && !u.Mass(), (u.Power() == 0) != plain, !unitWord(w), len([]rune(w)) == 1 && !endsWithUnit(s, w):
				case plain && scaled(s):
					return "" // "thousands", but of what is not clear: better asked than a thousandfold slip
				default:
					return u
				}
			}
		}
	}
	return ""
}

// massIn finds a unit of mass in a text, also beside one of money: «(тыс. долл.
// США, тонн)». A scale in the text has to be that of the money then, or stand
// with the mass itself: else it is better asked.
func massIn(s string) briefing.Unit {
	u := unitIn(s)
	if u.Mass() {
		return u
	}
	if _, money := u.Currency(); !money || u.Power() == 0 && scaled(s) {
		return ""
	}
	parts := strings.FieldsFunc(strings.NewReplacer("т. ч.", ";", "т.ч.", ";", "т. д.", ";", " и ", ";", " and ", ";", "和", ";").Replace(s), func(r rune) bool { return strings.ContainsRune(",;()[]/（）；，、", r) })
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if m := unitnames.Parse(part); m.Mass() {
			return m
		}
		if m := unitIn(part); m.Mass() && (m.Power() > 0 || !scaled(part)) && !strings.HasSuffix(part, " т") {
			return m
		}
	}
	return ""
}

var nomenclatureName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)ТН\s*ВЭД`) })

// scaled reports that a text speaks of thousands or more.
func scaled(s string) bool {
	f := codes.Fold(s)
	return slices.ContainsFunc([]string{"тыс", "млн", "млрд", "миллион", "миллиард", "thousand", "million", "billion", "'000", "000 ", "千", "万", "亿", "百万"},
		func(w string) bool { return strings.Contains(f, w) })
}

// unitWord leaves out words that are too short to be units in a sentence.
func unitWord(w string) bool {
	r := []rune(strings.Trim(w, "."))
	return len(r) > 1 || strings.Contains("$€₽₸£₺₹₩тt吨元", w)
}

// endsWithUnit reports whether a letter that may be a unit stands where units
// do: behind a comma at the end, or in brackets; a sign of its own stands
// anywhere.
func endsWithUnit(s, w string) bool {
	if strings.Contains("$€₽₸£₺₹₩吨元т", w) {
		return true
	}
	s = strings.TrimRight(s, " .")
	return strings.Contains(s, "("+w+")") || strings.HasSuffix(s, ", "+w) || strings.HasSuffix(s, ","+w)
}

// titleConstants reads from titles and names what holds for all rows: the only
// period, the only direction, the only units of money and of mass.
func titleConstants(around *surround) Constants {
	var c Constants
	texts := slices.Clone(around.titles)
	var told []string
	flows := map[figure.Flow]bool{}
	for _, t := range texts {
		f := codes.Fold(t)
		if p, ok := periods.In(f); ok && !slices.Contains(told, p.Period.String()) {
			told = append(told, p.Period.String())
		}
		if flow := flowIn(f); flow != "" {
			flows[flow] = true
		}
		u := unitIn(t)
		if _, money := u.Currency(); money && c.ValueUnit == "" {
			c.ValueUnit = u
		}
		if m := massIn(t); m != "" && c.WeightUnit == "" {
			c.WeightUnit = m
		}
	}
	if len(told) == 1 {
		c.Period = told[0]
	}
	if p, ok := periodOfName(around.file); ok && len(told) == 0 {
		c.Period = p.String()
	}
	if len(flows) == 0 {
		if f := flowOfName(around.file); f != "" {
			flows[f] = true
		}
	}
	if len(flows) == 1 {
		for f := range flows {
			c.Flow = string(f)
		}
	}
	return c
}

// flowIn reads the direction from the words of a folded text; empty when it
// has none or several.
func flowIn(f string) figure.Flow {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(f, w) })
	}
	in := has("импорт", "ввоз", "ввез", "import", "进口")
	out := has("экспорт", "вывоз", "вывез", "поставки на экспорт", "отгружено", "export", "出口")
	switch {
	case has("реэкспорт", "реимпорт", "re-export", "re-import", "товарооборот", "turnover", "进出口"), in == out:
		return ""
	case in:
		return figure.Import
	}
	return figure.Export
}
