package periods

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

// Found is a period found in a header.
type Found struct {
	Period  briefing.Period
	Rest    string // the header without it
	Growing bool   // from the start of the year
}

// In finds the period in a folded header: the longest run of words that
// reads as one. A header with two of them ("between 2020 and 2024") has none.
func In(folded string) (Found, bool) {
	if marketingYear().MatchString(folded) {
		return Found{}, false // from July to June: neither of the two years
	}
	folded = plainPhrases(folded)
	if long := spelledPeriod(folded); long != "" {
		folded = long
	}
	folded = plainMonths(folded)
	words := strings.FieldsFunc(folded, func(r rune) bool {
		return unicode.IsSpace(r) || r == '/' || r == ',' || r == ';' || r == '(' || r == ')' || r == ':' || r == '|'
	})
	year := slices.IndexFunc(words, hasYear)
	if len(words) > 40 || year < 0 {
		return Found{}, false
	}
	for n := min(6, len(words)); n > 0; n-- {
		for i := max(0, year-n+1); i <= year && i+n <= len(words); i++ {
			p, ok := wordsPeriod(words[i : i+n])
			if !ok {
				continue
			}
			rest := append(slices.Clone(words[:i]), words[i+n:]...)
			if strings.Contains(folded, "between") || slices.ContainsFunc(rest, IsYear) {
				return Found{}, false
			}
			if (p.Kind == briefing.YearPeriod || p.Kind == briefing.MonthPeriod) && partOfTheYear().MatchString(folded) {
				return Found{}, false
			}
			return Found{Period: p, Rest: strings.Join(rest, " "), Growing: FromJanuary(p)}, true
		}
	}
	return Found{}, false
}

// marketingYear tells a year that lies in two: 2024/25, 2024/2025.
var marketingYear = sync.OnceValue(func() *regexp.Regexp {
	var pairs []string
	for y := 1980; y < 2060; y++ {
		pairs = append(pairs, fmt.Sprintf("%d/(?:%d|%02d)", y, y+1, (y+1)%100))
	}
	return regexp.MustCompile(`(?:^|[^0-9/.])(?:` + strings.Join(pairs, "|") + `)(?:[^0-9/.]|$)`)
})

// hasYear reports whether a year of four digits stands in a word.
func hasYear(w string) bool {
	for i := 0; i+4 <= len(w); i++ {
		if IsYear(w[i : i+4]) {
			return len(w) < 32
		}
	}
	return false
}

// IsYear reports whether a word is a year of four digits, of this century or the last.
func IsYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789") == ""
}

// wordsPeriod reads words as a period of this century or the last, whole words
// only: a bare number is a year of four digits.
func wordsPeriod(words []string) (briefing.Period, bool) {
	switch words[len(words)-1] {
	case "по", "до", "to", "till", "until", "through", "-", "–", "—": // «в 2025 году по странам», "exports 2025 to China": the end of no stretch
		return briefing.Period{}, false
	}
	s := strings.Join(words, " ")
	if strings.Trim(s, "0123456789") == "" && !IsYear(s) && len(s) != 6 || !strings.ContainsAny(s, "12") {
		return briefing.Period{}, false
	}
	if len(s) == 8 && s[4:6] == "-m" {
		s = strings.ToUpper(s)
	}
	p, ok := Parse(s)
	if !ok || p.Kind == briefing.DayPeriod || p.Kind == briefing.ByYearPeriod || p.From.Year < 1960 || p.From.Year > 2100 {
		return briefing.Period{}, false
	}
	return p, true
}

// FromJanuary tells the running totals from other periods.
func FromJanuary(p briefing.Period) bool {
	return p.Kind == briefing.RangePeriod && p.From.Month == 1 && p.To.Month > 1 && p.From.Year == p.To.Year
}

// growingWords say that a column holds the amount from the start of the year.
func growingWords() []string {
	return []string{"с начала года", "нараст", "накопл", "year to date", "year-to-date", "ytd", "cumulative", "累计", "1至当月"}
}

// Growing reports whether a folded header says so.
func Growing(folded string) bool {
	return slices.ContainsFunc(growingWords(), func(w string) bool { return strings.Contains(folded, w) })
}

// MonthIn is the month that a header or a cell names without a year, 0 when
// it names none.
func MonthIn(s string) int {
	f := codes.Fold(strings.TrimRight(strings.TrimSpace(s), ".,"))
	if f == "" || len(f) > 40 {
		return 0
	}
	if len(f) <= 2 && strings.Trim(f, "0123456789") == "" {
		n := int(f[len(f)-1] - '0')
		if len(f) == 2 {
			n += 10 * int(f[0]-'0')
		}
		if n >= 1 && n <= 12 {
			return n
		}
		return 0
	}
	if strings.ContainsAny(f, "0123456789") && !strings.HasSuffix(f, "月") {
		return 0
	}
	for _, form := range []string{f + " 2001", "2001年" + f} {
		if p, ok := Parse(form); ok && p.Kind == briefing.MonthPeriod {
			return p.From.Month
		}
	}
	return 0
}

// QuarterIn is the quarter that a text without a year names: «I кв.», "Q1",
// 第一季度; 0 for any other text.
func QuarterIn(s string) int {
	f := codes.Fold(strings.TrimRight(strings.TrimSpace(s), ".,"))
	if len(f) < 2 || len(f) > 40 || !strings.Contains(f, "кв") && !strings.ContainsAny(f, "q季") {
		return 0
	}
	for _, form := range []string{f + " 2001", f + ". 2001", "2001年" + f, "2001-" + f} {
		if p, ok := Parse(form); ok && p.Kind == briefing.QuarterPeriod && p.From.Year == 2001 {
			return (p.From.Month + 2) / 3
		}
	}
	return 0
}

// NamesPart reports whether a text names a month, quarter, half or stretch, or the
// whole of a year, without saying which year.
func NamesPart(s string) bool {
	if MonthIn(s) > 0 || QuarterIn(s) > 0 || wholeYear(s) {
		return true
	}
	_, ok := StretchIn(s)
	return ok
}

// StretchIn is the half or stretch of months that a text without a year names:
// «I полугодие», «9 месяцев», "Jan–Sep".
func StretchIn(s string) (briefing.Period, bool) {
	f := codes.Fold(strings.TrimSpace(s))
	if len(f) < 4 || len(f) > 60 || hasYear(f) {
		return briefing.Period{}, false
	}
	p, ok := yearless(f)
	if !ok || p.Kind != briefing.HalfPeriod && p.Kind != briefing.RangePeriod {
		return briefing.Period{}, false
	}
	return inAnyYear(p)
}

// wholeYear reports whether a text says that the whole year is meant.
func wholeYear(s string) bool {
	switch strings.TrimRight(codes.Fold(s), " :.") {
	case "год", "за год", "год в целом", "весь год", "12 месяцев", "12 мес", "year", "full year", "annual", "12 months", "全年":
		return true
	}
	return false
}

// ownYear reads a row's text that says by itself of which year it is, among months:
// «2025 год» below December. One of another year than the table's is none.
func ownYear(month, year string) (string, bool) {
	if !hasYear(codes.Fold(month)) {
		return "", false
	}
	p, ok := Parse(month)
	if !ok {
		return "", false
	}
	of, told := Parse(strings.TrimSpace(year))
	return p.String(), !told || of.From.Year == p.From.Year
}

// Join makes a period of what a row and the constants say: a year and a
// month, or a period that is whole by itself. Text that is none is handed on
// as it is, for the row to be rejected with it.
func Join(period, year, month, constant string) string {
	if part, ok := Part(constant); ok && month == "" {
		joined := Join(period, year, month, "")
		if p, known := Parse(joined); known && p.Kind == briefing.YearPeriod {
			return InYear(part, p.From.Year).String()
		}
		return joined
	}
	if IsPart(period) {
		period, month = "", period
	}
	if part, ok := Part(month); ok { // a stretch of months as well
		if p, known := Parse(strings.TrimSpace(cmp.Or(year, constant))); known && period == "" {
			return InYear(part, p.From.Year).String()
		}
		month = month[1:]
	}
	if period != "" {
		if len(period) <= 2 || !NamesPart(period) {
			return period
		}
		month = period
	}
	if year == "" {
		year = constant
	}
	if month == "" {
		return year
	}
	if whole, ok := ownYear(month, year); ok {
		return whole
	}
	m, q := MonthIn(month), QuarterIn(month)
	p, ok := Parse(strings.TrimSpace(year))
	if ok && m == 0 && q == 0 {
		if wholeYear(month) {
			return briefing.Year(p.From.Year).String()
		}
		if part, known := StretchIn(month); known {
			return InYear(part, p.From.Year).String()
		}
	}
	if q > 0 && ok {
		return fmt.Sprintf("%04d-Q%d", p.From.Year, q)
	}
	if m == 0 || !ok {
		return strings.TrimSpace(year + " " + month)
	}
	return briefing.Month(p.From.Year, m).String()
}
