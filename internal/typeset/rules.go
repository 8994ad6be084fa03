package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// Costs of breaking a line at a place, in the units of Knuth and Plass: 0 is
// an ordinary space, never forbids.
const (
	never      = 1e6
	atHyphen   = 50 // in «какой-либо»
	atSyllable = 60
	atDash     = 100 // in «янв.–окт.»
	afterCount = 100 // after a number of few digits, before what it counts
	afterShort = 300 // after a preposition or conjunction, before a short last word
	beforeRef  = 600 // before «[7]»
)

// notAtStart may not open a line, notAtEnd may not close one (kinsoku).
const (
	notAtStart = "、。，．：；！？）〕］｝〉》」』】〗’”…—～·％‰℃ー々°,.:;!?)]}»%′″"
	notAtEnd   = "（〔［｛〈《「『【〖‘“([{«№＄￥$¥€£§"
)

// isHan reports whether a line may break beside r without a space: Chinese
// characters and full-width signs.
func isHan(r rune) bool {
	return r >= 0x2E80 && r < 0xA000 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF00 && r < 0xFF61 || r >= 0xFFE0 && r < 0xFFE7
}

// hanQuote reports whether r is a sign that Chinese shares with the other
// scripts and that takes its look and its breaks from its neighbours.
func hanQuote(r rune) bool { return strings.ContainsRune("“”‘’…—·", r) }

// attached reports whether r belongs to the character before it.
func attached(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) }

// breakInside is the cost of a break between two characters without a space
// between them; before is what stands of the word so far, with a.
func breakInside(a, b rune, before string) float64 {
	switch {
	case attached(b):
		return never
	case isHan(a) || isHan(b):
		switch {
		case strings.ContainsRune(notAtStart, b), strings.ContainsRune(notAtEnd, a):
			return never
		case unicode.IsDigit(a) && !strings.ContainsRune(notAtEnd, b):
			return never // 283.5万吨, 2022年
		case a == '-' || a == '+' || a == '−' || b == '[' || unicode.Is(unicode.Latin, a) && unicode.Is(unicode.Latin, b):
			return never
		}
		return 0
	case a == '-' || a == '\u2010':
		if unicode.IsLetter(b) && letters(before) >= 2 {
			return atHyphen
		}
	case a == '–' || a == '—' || a == '/':
		if unicode.IsDigit(b) || endsWithDigit(strings.TrimRight(before, "–—/")) {
			return never
		}
		if utf8.RuneCountInString(before) > 2 && !strings.ContainsRune(notAtStart, b) && b != '/' {
			return atDash
		}
	}
	return never
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func endsWithDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// shortWords are the words of a letter or two, and a few of three, that Russian
// typography keeps with the word after them.
const shortWords = " в во и а о об у к ко с со на по за из от до не ни но или для без над под при про "

// units are the words that stay with the number before them.
const units = " тыс. тыс млн млрд трлн т кг г га км м ч мин ц л шт % ‰ ° долл. руб. евро юаней год года году годов годы годам г. гг. лет п. пп. раз раза чел. экз. " +
	"января февраля марта апреля мая июня июля августа сентября октября ноября декабря " +
	"January February March April May June July August September October November December " +
	"million billion thousand trillion tonnes t kg km ha pp "

// breakAtSpace is the cost of a break at the space between two words.
func breakAtSpace(prev, next string, l briefing.Lang) float64 {
	if next == "" || prev == "" {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case first == '—' || first == '–' && len(next) == len("–"):
		return never // a dash closes its line, it does not open the next
	case strings.ContainsRune("№§", lastRune(prev)):
		return never
	case isInitial(prev):
		return never
	case isInitial(next) && startsUpper(prev):
		return never
	case endsWithDigit(prev) && isUnit(next):
		return never
	case endsWithDigit(prev) && isGroup(next) && len(digitsAtEnd(prev)) <= 3:
		return never // 1 640
	case isClock(next) && endsWithDigit(strings.TrimRight(prev, ",")):
		return beforeRef // 20.03.2023 23:00
	case (prev == "т." || prev == "п.") && utf8.RuneCountInString(next) <= 3 && strings.Contains(next, "."):
		return never // т. д., п. п.
	case isScale(prev) && isUnit(next):
		if utf8.RuneCountInString(next) <= 2 {
			return never // тыс. т
		}
		return afterShort
	case strings.HasPrefix(prev, "долл"):
		return afterShort // долл. США
	case isCount(prev) && startsLower(next):
		return afterCount // 6 стран
	case l == briefing.EN && isCount(prev) && startsUpper(next):
		return afterShort // 20 March
	case l == briefing.EN && startsUpper(prev) && letters(prev) == len(prev) && isYear(next):
		return afterShort // March 2023
	case first == '[' && len(next) > 1 && next[1] >= '0' && next[1] <= '9':
		return beforeRef
	case l == briefing.RU && isShort(prev):
		return afterShort
	case startsUpper(prev) && startsUpper(next) && utf8.RuneCountInString(prev) <= 3 && letters(prev) == utf8.RuneCountInString(prev):
		return afterShort // Си Цзиньпин
	}
	return 0
}

// isClock reports whether the word begins with an hour of the day: «23:00».
func isClock(s string) bool {
	h, m, ok := strings.Cut(s, ":")
	if !ok || len(h) == 0 || len(h) > 2 || len(m) < 2 {
		return false
	}
	for _, d := range []byte(h + m[:2]) {
		if d < '0' || d > '9' {
			return false
		}
	}
	return true
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isCount reports whether a word is a number of three digits at most.
func isCount(s string) bool {
	return len(s) > 0 && len(s) <= 3 && digitsAtEnd(s) == s
}

// isYear reports whether a word is a number of four digits, perhaps with a sign
// of punctuation after it.
func isYear(s string) bool {
	s = strings.TrimRight(s, ",.;)")
	return len(s) == 4 && digitsAtEnd(s) == s
}

// isInitial reports whether the word is one capital letter with a point,
// perhaps with a sign of punctuation after it.
func isInitial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && strings.HasPrefix(s[n:], ".") && len(s)-n <= 2
}

func isUnit(s string) bool {
	if w := strings.TrimRight(s, ",;:)»!?]"); w != "" {
		return strings.Contains(units, " "+w+" ") || strings.Contains(units, " "+strings.TrimRight(w, ".")+" ")
	}
	return false
}

func isScale(s string) bool {
	return s == "тыс." || s == "млн" || s == "млрд" || s == "трлн"
}

func isGroup(s string) bool {
	d := strings.TrimRight(s, ".,;:)»!?]%")
	if len(d) != 3 {
		return false
	}
	for i := range 3 {
		if d[i] < '0' || d[i] > '9' {
			return false
		}
	}
	return true
}

func digitsAtEnd(s string) string {
	return s[len(strings.TrimRight(s, "0123456789")):]
}

func isShort(s string) bool {
	w := strings.TrimLeft(s, "«(\"")
	return len(w) <= 2*len("или") && strings.Contains(shortWords, " "+strings.ToLower(w)+" ")
}
