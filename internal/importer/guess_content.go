package importer

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

// content is what the cells of a column look like.
type content struct {
	filled, blank                                      int
	numbers, countries, commodities, periods, years, m int
}

// contentOf looks at a column below the header.
func contentOf(rows [][]string, c int) content {
	var out content
	for _, row := range rows {
		if c >= len(row) || row[c] == "" {
			out.blank++
			continue
		}
		out.filled++
		s := row[c]
		if numeric(s) || missing([]byte(s)) {
			out.numbers++
		}
		if len(s) > 1 {
			if _, ok := codes.Name(s); ok {
				out.countries++
			}
		}
		if commodity(s) {
			out.commodities++
		}
		if yearWord(s) {
			out.years++
		}
		if monthIn(s) > 0 && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			out.m++
		}
		if p, ok := parsePeriod(s); ok && p.Kind != briefing.YearPeriod && len(s) < 40 {
			out.periods++
		}
	}
	return out
}

// most reports whether at least three in five of the filled cells are such.
func (c content) most(n int) bool { return n > 0 && 5*n >= 3*c.filled }

// role is the role that the cells tell by themselves.
func (c content) role() (Role, string) {
	switch {
	case c.filled == 0:
		return NoRole, ""
	case c.most(c.countries):
		return RolePartner, GuessCountries
	case c.most(c.years):
		return RoleYear, GuessPeriods
	case c.most(c.periods) && !c.most(c.commodities):
		return RolePeriod, GuessPeriods
	case c.most(c.m):
		return RoleMonth, GuessPeriods
	case c.most(c.commodities):
		return RoleCode, GuessCodes
	}
	return NoRole, ""
}

func numeric(s string) bool {
	if len(s) > 40 {
		return false
	}
	if _, reason := parseNumber([]byte(s), NumberPoint); reason == "" {
		return true
	}
	_, reason := parseNumber([]byte(s), NumberComma)
	return reason == ""
}

// commodity tells codes from other numbers: an even number of digits from four
// up, that may begin with a zero.
func commodity(s string) bool {
	digits := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
	if len(digits) < 4 || len(digits) > 10 || len(digits)%2 == 1 || strings.Trim(digits, "0123456789") != "" || yearWord(digits) {
		return false
	}
	chapter := digits[:2]
	return chapter >= "01" && chapter <= "97" && (len(digits) == 4 || len(digits) == 6 || len(digits) == 8 || len(digits) == 10)
}
