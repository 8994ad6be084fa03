package periods

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

// A title may say of which part of a year the figures are («за январь–октябрь»,
// «9 месяцев», "first half") where the columns or rows have the years alone. Ten
// months must not be stored as the year.

// AnyYear is the year that a part of a year is read in.
const AnyYear = 2001

// PartOfYear finds the months, quarter or half that a text names, with its year
// or without; the period is of AnyYear. A text that names a whole year, a day,
// or nothing has none; neither has one that speaks of the state at a moment.
func PartOfYear(text string) (briefing.Period, bool) {
	f := plainMonths(codes.Fold(text))
	if len(f) > 600 || strings.Contains(f, "состоянию на") || strings.Contains(f, "as of") || strings.Contains(f, "截至") {
		return briefing.Period{}, false
	}
	if momentOfYear().MatchString(f) {
		return briefing.Period{}, false // «на 1 мая»: four months, not May
	}
	if p, ok := In(f); ok {
		return inAnyYear(p.Period)
	}
	words := strings.FieldsFunc(f, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/,;():|«»\"（），。；：", r)
	})
	if len(words) > 40 {
		return briefing.Period{}, false
	}
	for n := min(6, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			s := strings.Join(words[i:i+n], " ")
			if p, ok := yearless(s); ok {
				if part, ok := inAnyYear(p); ok {
					return part, true
				}
			}
		}
	}
	return briefing.Period{}, false
}

// plainMonths puts months into the nominative: «в январе–октябре», «с января по
// октябрь».
func plainMonths(folded string) string {
	if !strings.ContainsAny(folded, "еюя") {
		return folded
	}
	f := monthCases().Replace(folded)
	for _, with := range []string{"с ", "за период с "} { // «с января по октябрь»
		if at := strings.Index(f, with+"январ"); at >= 0 && (at == 0 || f[at-1] == ' ') {
			from := at + len(with)
			to := strings.Index(f[from:], " по ")
			if to > 0 && to < 24 {
				f = f[:at] + f[from:from+to] + "–" + f[from+to+len(" по "):]
			}
		}
	}
	return f
}

var monthCases = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, m := range []string{"январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр"} {
		pairs = append(pairs, m+"е", m+"ь", m+"ю", m+"ь", m+"я", m+"ь")
	}
	return strings.NewReplacer(append(pairs, "марте", "март", "марту", "март", "августе", "август", "августу", "август", " мае", " май", " маю", " май")...)
})

// yearless reads words that name a part of a year without saying which.
func yearless(s string) (briefing.Period, bool) {
	if len(s) < 4 || strings.IndexFunc(s, unicode.IsLetter) < 0 || strings.Contains(s, "2001") {
		return briefing.Period{}, false
	}
	for _, form := range []string{s + " 2001", s + " 2001 года", "2001年" + s} {
		if p, ok := Parse(form); ok && p.From.Year == AnyYear {
			return p, true
		}
	}
	return briefing.Period{}, false
}

func inAnyYear(p briefing.Period) (briefing.Period, bool) {
	months, ok := p.Months()
	if p.Kind == briefing.DayPeriod || !ok || months >= 12 || p.From.Year == 0 || p.To.Year != 0 && p.To.Year != p.From.Year {
		return briefing.Period{}, false
	}
	return InYear(p, AnyYear), true
}

// InYear is the same part of another year.
func InYear(p briefing.Period, year int) briefing.Period {
	p.From.Year = year
	if p.To.Year != 0 {
		p.To.Year = year
	}
	return p
}

// OnlyPart is the one part of a year that the texts name.
func OnlyPart(texts []string) (briefing.Period, bool) {
	var found []briefing.Period
	for _, t := range texts {
		if p, ok := PartOfYear(t); ok && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		return briefing.Period{}, false
	}
	return found[0], true
}

// PartText is a part of a year as shapes keep it: "-05", "-Q1", "-01..-10".
func PartText(p briefing.Period) string {
	return strings.ReplaceAll(InYear(p, AnyYear).String(), strconv.Itoa(AnyYear), "")
}

// Part reads what shapes keep of a part of a year that is told elsewhere:
// "-05", "-Q1", "-H2", "-01..-10". The period is of the year 2001.
func Part(s string) (briefing.Period, bool) {
	if !strings.HasPrefix(s, "-") {
		return briefing.Period{}, false
	}
	from, to, ranged := strings.Cut(s, "..")
	whole := strconv.Itoa(AnyYear) + from
	if ranged {
		whole += ".." + strconv.Itoa(AnyYear) + to
	}
	p, err := briefing.ParsePeriod(whole)
	if err != nil {
		return briefing.Period{}, false
	}
	return inAnyYear(p)
}

// IsPart reports whether a text is a part of a year without the year, see
// Part.
func IsPart(s string) bool {
	_, ok := Part(s)
	return ok
}
