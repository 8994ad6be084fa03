package importer

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// content is what the cells of a column look like.
type content struct {
	filled, blank                                      int
	numbers, countries, commodities, periods, years, m int
	money, mass                                        int // numbers with their unit: «1,5 млн долл.», «12 т»
	twelve                                             int // whole numbers from 1 to 12, 2026.10
	exports, imports, derived                          int // «Экспорт», «Импорт», «Сальдо» or «Оборот» as the whole text
}

// eye remembers what texts look like: each header and cell is looked at for
// every row that might be the header.
type eye struct {
	cells map[string]content
	heads map[string]headLook
}

func newEye() *eye { return &eye{cells: map[string]content{}, heads: map[string]headLook{}} }

// headLook is what a header tells by itself.
type headLook struct {
	role   Role
	told   bool
	series ShapeColumn // with Series and Aside only
	unit   briefing.Unit
}

func (e *eye) head(header string) headLook {
	const most, long = 4000, 300 // bounds what a table of nothing but words costs
	l, ok := e.heads[header]
	if !ok && (len(e.heads) >= most || len(header) > long) {
		return headLook{series: ShapeColumn{Header: header}}
	}
	if !ok {
		plain := plainHead(header)
		l.role, l.told = headRole(plain)
		l.series = ShapeColumn{Header: header}
		l.series.headSeries()
		l.unit = headUnit(plain)
		e.heads[header] = l
	}
	return l
}

// column looks at a column below the header.
func (e *eye) column(rows [][]string, c int) content {
	var out content
	for _, row := range rows {
		if c >= len(row) || row[c] == "" {
			out.blank++
			continue
		}
		s := row[c]
		l, ok := e.cells[s]
		if !ok {
			l = cellLook(s)
			e.cells[s] = l
		}
		out.filled++
		out.numbers += l.numbers
		out.countries += l.countries
		out.commodities += l.commodities
		out.periods += l.periods
		out.years += l.years
		out.money += l.money
		out.mass += l.mass
		out.twelve += l.twelve
		out.m += l.m
		out.exports += l.exports
		out.imports += l.imports
		out.derived += l.derived
	}
	return out
}

// cellLook tells what a cell can be; it can be several things.
func cellLook(s string) content {
	var out content
	if len(s) > 200 {
		return out
	}
	mark := func(n *int, yes bool) {
		if yes {
			*n = 1
		}
	}
	s = strings.TrimPrefix(s, "'") // a code that a table program is to leave as it is
	_, unit, united := unitedFigure(s)
	mark(&out.money, united && !unit.Mass())
	mark(&out.mass, united && unit.Mass())
	mark(&out.numbers, united || numeric(s) || missing([]byte(s)))
	_, country := codes.Name(s)
	mark(&out.countries, country && len(s) > 1)
	mark(&out.commodities, commodity(s))
	mark(&out.years, periods.IsYear(s))
	_, dotted := pointMonth(s)
	mark(&out.twelve, dotted || len(s) <= 4 && slices.Contains(twelveNumbers(), strings.TrimSuffix(strings.TrimLeft(s, "0"), ".0")))
	mark(&out.m, strings.IndexFunc(s, unicode.IsLetter) >= 0 && periods.MonthIn(s) > 0 || periods.QuarterIn(s) > 0)
	flow := figure.Flow("")
	if len(s) > 3 { // no codes: a column of numbers has 1 and 2 too
		flow = flowLabel(s).flow
	}
	mark(&out.exports, flow == figure.Export)
	mark(&out.imports, flow == figure.Import)
	mark(&out.derived, derivedFlow(s))
	if len(s) < 40 && strings.ContainsAny(s, "0123456789") {
		p, ok := periods.Parse(s)
		mark(&out.periods, ok && p.Kind != briefing.YearPeriod)
	}
	return out
}

func twelveNumbers() []string {
	return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}
}

// most reports whether at least three in five of the filled cells are such.
func (c content) most(n int) bool { return n > 0 && 5*n >= 3*c.filled }

// flows reports whether rows tell exports from imports: both stand there, or one
// of them beside a balance or a turnover.
func (c content) flows() bool {
	return c.exports > 0 && c.imports > 0 || (c.exports > 0 || c.imports > 0) && c.derived > 0
}

// derivedFlow reports whether a text names what exports and imports are worked
// out to: no flow of its own.
func derivedFlow(s string) bool {
	f := strings.TrimRight(codes.Fold(s), " :.")
	return slices.Contains([]string{
		"вто", "оборот", "товарооборот", "внешнеторговый оборот", "внешняя торговля", "сальдо", "торговое сальдо", "сальдо торгового баланса", "торговый баланс",
		"turnover", "trade turnover", "total trade", "balance", "trade balance", "net exports", "进出口总额", "贸易总额", "进出口", "差额", "贸易差额", "顺差", "逆差",
	}, f)
}

// role is the role that the cells tell by themselves.
func (c content) role() (Role, string) {
	switch {
	case c.filled == 0:
		return NoRole, ""
	case c.flows():
		return RoleFlow, GuessFlows
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
	if len(digits) < 4 || len(digits) > 10 || len(digits)%2 == 1 || strings.Trim(digits, "0123456789") != "" || periods.IsYear(digits) {
		return false
	}
	chapter := digits[:2]
	return chapter >= "01" && chapter <= "97" && (len(digits) == 4 || len(digits) == 6 || len(digits) == 8 || len(digits) == 10)
}
