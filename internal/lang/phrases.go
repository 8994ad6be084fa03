package lang

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// PeriodDative is the period after «к» or "on": «2021 году», «октябрю 2022 г.»,
// "2021", 2021年.
func PeriodDative(l briefing.Lang, p briefing.Period) string {
	return PeriodBehind(l, Period(l, p), "к")
}

// PeriodIn is the period as an adverbial: «в 2022 году», "in 2022", 2022年.
func PeriodIn(l briefing.Lang, p briefing.Period) string { return phrase(l, "in", p) }

func phrase(l briefing.Lang, form string, p briefing.Period) string {
	if p.Kind == briefing.YearPeriod {
		return T(l, "phrase."+form+".year", p.From.Year)
	}
	return T(l, "phrase."+form+".other", Period(l, p))
}

// PeriodBehind sets a printed period in the case that the words before it ask
// for: «в» and «2026 год» give «2026 году», «до» and «март 2023 г.» «марта 2023 г.».
// Languages without cases, and other words before it, leave it as it is.
func PeriodBehind(l briefing.Lang, period, before string) string {
	before = strings.ToLower(strings.TrimRight(before, " \u00a0"))
	forms, longest := "", 0
	for _, c := range []string{"in", "to", "of", "with"} {
		for word := range strings.SplitSeq(has(l, "phrase.case."+c+".after"), "|") {
			rest, ok := strings.CutSuffix(before, word)
			if last, _ := utf8.DecodeLastRuneInString(rest); ok && len(word) > longest && !unicode.IsLetter(last) {
				forms, longest = c, len(word)
			}
		}
	}
	if forms == "" {
		return period
	}
	in := map[string]string{}
	for pair := range strings.FieldsSeq(has(l, "phrase.case."+forms+".forms")) {
		word, form, _ := strings.Cut(pair, "=")
		in[word] = form
	}
	return letters().ReplaceAllStringFunc(period, func(w string) string { return cmp.Or(in[w], w) })
}

// PeriodBefore takes off a printed period the word that the text behind it says
// again: «2025 году» before « году» is «2025», «2026 г.» before « года» is «2026».
// Where the text has that word in a form that the period does not take («2025 год»
// before « года») the period stays, and again is the word.
func PeriodBefore(l briefing.Lang, period, after string) (fitted, again string) {
	rest, own := lastPart(l, strings.TrimRight(period, "."))
	next := firstPart(l, strings.TrimLeft(after, " \u00a0"))
	if own == "" || next == "" {
		return period, ""
	}
	for compound := range strings.SplitSeq(has(l, "phrase.again.compounds"), "|") {
		if compound != "" && strings.HasPrefix(after, compound) {
			return period, ""
		}
	}
	same := own == next
	for pair := range strings.FieldsSeq(has(l, "phrase.again.same")) {
		same = same || pair == own+"="+next
	}
	for forms := range strings.FieldsSeq(has(l, "phrase.again.forms")) {
		list := strings.Split(forms, "|")
		switch {
		case !slices.Contains(list, own) || !slices.Contains(list, next):
		case same:
			return strings.TrimRight(rest, " \u00a0"), ""
		default:
			return period, next
		}
	}
	return period, ""
}

// lastPart parts a text from its last word, in lower case; of one that sets no
// spaces from its last character.
func lastPart(l briefing.Lang, s string) (rest, word string) {
	at := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if at >= 0 {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	at = max(at, 0)
	if _, n := utf8.DecodeLastRuneInString(s); l == briefing.ZH && n < len(s)-at {
		at = len(s) - n
	}
	return s[:at], strings.ToLower(s[at:])
}

// firstPart is the word that a text begins with, or the character.
func firstPart(l briefing.Lang, s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if at < 0 {
		at = len(s)
	}
	if _, n := utf8.DecodeRuneInString(s); l == briefing.ZH && n < at {
		at = n
	}
	return strings.ToLower(s[:at])
}

var letters = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\p{L}+`) })

// MonthSpan names the months of a period without its year: «янв.–окт.».
func MonthSpan(l briefing.Lang, p briefing.Period) string {
	from, to := p.Start(), p.End()
	if from.IsZero() || to.IsZero() {
		return PeriodShort(l, p)
	}
	last := to.AddDate(0, 0, -1)
	if last.Year() != from.Year() {
		return PeriodShort(l, p)
	}
	a, b := Month(l, int(from.Month()), true), Month(l, int(last.Month()), true)
	if a == b {
		return a
	}
	return T(l, "phrase.span", a, b)
}

// DayMonth is a day without its year: «20 марта», "20 March", 3月20日.
func DayMonth(l briefing.Lang, d time.Time) string {
	return T(l, "phrase.day_month", d.Day(), T(l, "month."+strconv.Itoa(int(d.Month()))+".of"))
}

// CountrySides name the sides at the table: «Китайская сторона» where the texts
// have the adjective of each of the countries, else all by their countries'
// names. A side without a country has none.
func CountrySides(l briefing.Lang, codes []string) []string {
	sides, names := make([]string, len(codes)), make([]string, len(codes))
	all := true
	for i, code := range codes {
		if code == "" {
			continue
		}
		sides[i], names[i] = has(l, "phrase.side."+code), Country(l, code)
		all = all && sides[i] != ""
	}
	if all {
		return sides
	}
	return names
}

// PrecisionWord is the word of precision alone, empty for an exact figure.
func PrecisionWord(l briefing.Lang, p briefing.Precision) string {
	switch p {
	case briefing.Exact, briefing.HundredsOf, briefing.TensOf:
		return ""
	}
	return strings.TrimSpace(has(l, "precision."+string(p)))
}
