package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// A head bears marks of footnotes and remarks on its figures: «2026 год¹», «март*»,
// «2026 год (предв.)», «2025, оценка», «2026 год 1)». What it says is read as if they
// weren't there; what they say of the figures is told by statusIn and the legend.

var (
	headMarks = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`([^\s,;(/*` + raised + `]*)[ \x{a0}]?(?:\*+|[` + raised + `]+(?:[,;][` + raised + `]+)*)⁾?`)
	})
	numberedMark = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*\S)[ \x{a0}]*(?:\(([1-9])\)|\[([1-9])\])$`) })
	loneBracket  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([^()]*[^()\s])[ \x{a0}]*([1-9])\)$`) })
	stuckDigit   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*\pL\.?)([1-9])$`) })
	inBrackets   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[ \x{a0}]*[(（]([^()（）]*)[)）]`) })
)

// plainHead is a header without the marks of footnotes and without the remarks on
// its figures.
func plainHead(header string) string {
	parts := strings.Split(header, " / ")
	for i, p := range parts {
		parts[i] = plainPart(p)
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " / ")
}

func plainPart(s string) string {
	s = withoutMarks(s)
	s = inBrackets().ReplaceAllStringFunc(s, func(with string) string {
		if saysStatus(inBrackets().FindStringSubmatch(with)[1]) {
			return ""
		}
		return with
	})
	if i := strings.LastIndexAny(s, ",，;"); i > 0 && saysStatus(strings.TrimLeft(s[i:], ",，; ")) {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// withoutMarks takes the marks of footnotes off a part of a header.
func withoutMarks(s string) string {
	if strings.ContainsAny(s, "*"+raised) {
		s = headMarks().ReplaceAllStringFunc(s, func(with string) string {
			word := headMarks().FindStringSubmatch(with)[1]
			if word == "" || !strings.Contains(with, "*") && areaUnit().MatchString(word) { // м², * as a sign of its own
				return with
			}
			return word
		})
		if strings.Count(s, ")") > strings.Count(s, "(") {
			s = strings.TrimSuffix(s, ")")
		}
	}
	base, _ := numbered(s)
	return base
}

// numbered divides the end of a head from the number of a footnote that no raised
// digit shows: «2026 год 1)», «2026 год (1)», «2026 год1».
func numbered(s string) (base, mark string) {
	if m := numberedMark().FindStringSubmatch(s); m != nil && periodHead(m[1]) {
		return m[1], m[2] + m[3]
	}
	if m := loneBracket().FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	if m := stuckDigit().FindStringSubmatch(s); m != nil && periodHead(m[1]) {
		return m[1], m[2]
	}
	return s, ""
}

// periodHead reports whether a text is a period, with its year or without.
func periodHead(s string) bool {
	if periods.NamesPart(s) {
		return true
	}
	p, ok := periods.In(codes.Fold(s))
	return ok && strings.Trim(p.Rest, " .года") == ""
}

// saysStatus reports whether a text says nothing but how sure figures are.
func saysStatus(s string) bool {
	f := strings.Trim(codes.Fold(s), " .")
	if len(f) > 80 || strings.ContainsAny(f, "0123456789") || planned(f) || revisedHead(f) || unitIn(s) != "" {
		return false
	}
	if f == "факт" || f == "отчет" || f == "actual" || f == "provisional" || f == "p" || f == "e" || f == "п" || f == "о" {
		return true
	}
	return statusIn(f) != "" || provisional(f)
}

// headPeriod is the period that a header tells with its year: «2026 год¹ / I квартал»
// is the quarter, whatever stands between the two.
func headPeriod(header string) (periods.Found, bool) {
	plain := plainHead(header)
	found, ok := periods.In(codes.Fold(plain))
	if !ok || !strings.Contains(plain, " / ") {
		return found, ok
	}
	whole, _ := found.Period.Months()
	var rest []string
	finer := briefing.Period{}
	for part := range strings.SplitSeq(plain, " / ") {
		f := codes.Fold(part)
		if own, ok := periods.In(f); ok {
			rest = append(rest, own.Rest)
			continue
		}
		p, ok := periods.PartOfYear(part)
		if ok && finer == (briefing.Period{}) {
			if n, _ := p.Months(); n < whole && found.Period.Start().Year() == found.Period.End().AddDate(0, 0, -1).Year() {
				finer = periods.InYear(p, found.Period.From.Year)
				rest = append(rest, "{}")
				continue
			}
		}
		rest = append(rest, f)
	}
	if finer == (briefing.Period{}) {
		return found, true
	}
	return periods.Found{Period: finer, Rest: strings.Join(strings.Fields(strings.Join(rest, " ")), " "), Growing: periods.FromJanuary(finer)}, true
}

// vagueHead reports whether a header that is read as one of a whole year speaks of
// a part of it that can't be made out: its figures must not pass for the year's.
func vagueHead(header string) bool {
	found, ok := headPeriod(header)
	return ok && found.Period.Kind == briefing.YearPeriod && periods.SpeaksOfPart(codes.Fold(plainHead(header)), found.Period.From.Year)
}
