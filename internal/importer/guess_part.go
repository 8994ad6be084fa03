package importer

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

// anyYear is the year that a part of a year is read in.
const anyYear = 2001

// partOfYear finds the months, quarter or half that a text names, with its year
// or without; the period is of anyYear. A text that names a whole year, a day,
// or nothing has none; neither has one that speaks of the state at a moment.
func partOfYear(text string) (briefing.Period, bool) {
	f := plainMonths(codes.Fold(text))
	if len(f) > 600 || strings.Contains(f, "состоянию на") || strings.Contains(f, "as of") || strings.Contains(f, "截至") {
		return briefing.Period{}, false
	}
	if p, ok := periodIn(f); ok {
		return inAnyYear(p.period)
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
		if p, ok := parsePeriod(form); ok && p.From.Year == anyYear {
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
	return inYear(p, anyYear), true
}

// inYear is the same part of another year.
func inYear(p briefing.Period, year int) briefing.Period {
	p.From.Year = year
	if p.To.Year != 0 {
		p.To.Year = year
	}
	return p
}

// onlyPart is the one part of a year that the texts name.
func onlyPart(texts []string) (briefing.Period, bool) {
	var found []briefing.Period
	for _, t := range texts {
		if p, ok := partOfYear(t); ok && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		return briefing.Period{}, false
	}
	return found[0], true
}

// yearPartText is a part of a year as shapes keep it: "-05", "-Q1", "-01..-10".
func yearPartText(p briefing.Period) string {
	return strings.ReplaceAll(inYear(p, anyYear).String(), strconv.Itoa(anyYear), "")
}

// PartPeriod reads what shapes keep of a part of a year that is told elsewhere:
// "-05", "-Q1", "-H2", "-01..-10". The period is of the year 2001.
func PartPeriod(s string) (briefing.Period, bool) {
	if !strings.HasPrefix(s, "-") {
		return briefing.Period{}, false
	}
	from, to, ranged := strings.Cut(s, "..")
	whole := strconv.Itoa(anyYear) + from
	if ranged {
		whole += ".." + strconv.Itoa(anyYear) + to
	}
	p, err := briefing.ParsePeriod(whole)
	if err != nil {
		return briefing.Period{}, false
	}
	return inAnyYear(p)
}

// yearsAlone reports whether columns or rows tell the time of figures by years
// alone. rows are the first ones below the header.
func (s *Shape) yearsAlone(rows [][]string) bool {
	across := false
	for _, c := range s.Columns {
		if !amountRole(c.Role) || c.Series.Period == "" || c.Aside == AsidePlan {
			continue
		}
		if p, ok := parsePeriod(c.Series.Period); !ok || p.Kind != briefing.YearPeriod {
			return false
		}
		across = true
	}
	if s.hasRole(RoleMonth) {
		return false
	}
	for _, c := range s.Columns {
		if c.Role != RoleYear && c.Role != RolePeriod {
			continue
		}
		for _, r := range rows {
			if c.Index <= len(r) && r[c.Index-1] != "" && !yearWord(r[c.Index-1]) && !totalWord(r[c.Index-1]) {
				return false
			}
		}
		across = true
	}
	return across
}

// readPart has years mean the part of the year that stands above the table.
func (s *Shape) readPart(titles []string, rows [][]string) {
	if !s.yearsAlone(rows) {
		return
	}
	if part, ok := onlyPart(titles); ok {
		s.Constants.Period = yearPartText(part)
	} else if partOnly(s.Constants.Period) {
		s.Constants.Period = ""
	}
}
