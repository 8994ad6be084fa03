package document

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
)

// WithUnit puts the unit of a table behind its title: «…, январь–октябрь 2026 г.,
// млн долл. США». The full stop of a sentence goes, that of an abbreviation
// stays.
func WithUnit(title, unit string, l briefing.Lang) string {
	switch {
	case unit == "":
		return title
	case title == "":
		return unit
	}
	if cut, ok := strings.CutSuffix(title, "."); ok && !abbreviated(cut) {
		title = cut
	}
	if l == briefing.ZH {
		return title + "，" + unit
	}
	return title + ", " + unit
}

// abbreviated reports whether the last word is a short one in small letters, as
// of «2026 г.», «9 мес.», "approx.".
func abbreviated(s string) bool {
	const short = 6
	words := strings.FieldsFunc(s, unicode.IsSpace)
	if len(words) == 0 {
		return false
	}
	last := []rune(words[len(words)-1])
	if len(last) > short {
		return false
	}
	for _, r := range last {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return len(last) <= 2 || len(words) > 1 && strings.ContainsAny(words[len(words)-2], "0123456789") || known(string(last))
}

// known are abbreviations that may end a title without a number before them.
func known(w string) bool {
	switch w {
	case "обл", "респ", "долл", "руб", "тыс", "кв", "мес", "гг", "пр", "др", "etc", "approx", "prov":
		return true
	}
	return false
}
