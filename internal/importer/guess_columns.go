package importer

import (
	"slices"

	"briefing/internal/importer/periods"
)

// guesser reads one possible header of a table.
type guesser struct {
	h       head
	from    int
	header  []string
	rows    [][]string // below it
	around  *surround
	columns []ShapeColumn
	reasons []string
	looks   []content

	someCodes bool // in the names of goods, but not of all
	mixed     bool // directions stand among goods or countries
}

func newGuesser(e *eye, h head, from, rows int, around *surround) *guesser {
	g := &guesser{h: h, from: from, header: h.header(from, rows), rows: h.rows[from+rows:], around: around}
	width := len(g.header)
	for _, r := range g.rows {
		if len(r) > width && slices.ContainsFunc(r[width:], func(s string) bool { return s != "" }) {
			width = len(r)
		}
	}
	for len(g.header) < width {
		g.header = append(g.header, "")
	}
	for i, text := range g.header {
		look := e.column(g.rows, i)
		c, reason := guessColumn(i+1, e.head(text), look)
		g.columns, g.reasons, g.looks = append(g.columns, c), append(g.reasons, reason), append(g.looks, look)
	}
	g.settle()
	return g
}

// guessColumn takes a column for something by itself.
func guessColumn(index int, head headLook, look content) (ShapeColumn, string) {
	c := ShapeColumn{Index: index, Header: head.series.Header}
	role, told := head.role, head.told
	if told && role == NoRole {
		return c, GuessUnused
	}
	if told && !amountRole(role) {
		c.Role = role
		if role == RolePartner && !look.most(look.countries) && look.most(look.numbers) {
			c.Role = NoRole // a number of countries, or their numbers
			return c, GuessUnknown
		}
		if role == RoleProduct && anyName(head.series.Header) && look.countries >= 2 && 3*look.countries >= look.filled {
			c.Role = RolePartner // «Наименование» over countries, their groups and parts
			return c, GuessCountries
		}
		if (role == RoleProduct || role == RoleAxis) && look.flows() {
			c.Role = RoleFlow // «Показатель» over «Экспорт», «Импорт», «Сальдо»
			return c, GuessFlows
		}
		if role == RoleFlow && turnoverHead(head.series.Header) && look.most(look.numbers) {
			c.Role = NoRole // 进出口 over amounts is the turnover beside 出口 and 进口
			return c, GuessUnused
		}
		if role == RoleProduct && look.most(look.commodities) {
			c.Role = RoleCode // «Товар» over codes
			return c, GuessCodes
		}
		if role == RoleMonth && look.most(look.periods) {
			c.Role = RolePeriod // «Месяц» over «ноябрь 2026»
			return c, GuessPeriods
		}
		if (role == RoleYear && !look.most(look.years) || role == RoleMonth && !look.most(look.twelve)) && look.most(look.numbers) {
			c.Role, c.Aside, c.Series = RoleValue, AsideGrowing, head.series.Series // «Год» behind months: what they come to
			return c, GuessCumulative
		}
		if role == RoleCode && look.filled > 0 && look.numbers == 0 && look.commodities == 0 {
			c.Role = RoleProduct // a code over names
			return c, GuessHeader
		}
		if role == RoleAxis && look.most(look.countries) {
			c.Role = RolePartner
			return c, GuessCountries
		}
		return c, GuessHeader
	}
	// A head that names an amount over a few numbers and many remarks still is
	// of amounts: what can't be read is rejected by name, not left out unseen.
	named := told || head.unit != "" || head.series.Series != (Dims{})
	_, content := look.role()
	figures := look.filled == 0 || look.most(look.numbers) || named && content == "" && 4*look.numbers >= look.filled
	c.Series, c.Aside, c.Status = head.series.Series, head.series.Aside, head.series.Status
	unit := head.unit
	if look.money+look.mass > 0 && (look.money == 0 || look.mass == 0) { // else a column of both is of neither
		c.Units = true
		if look.mass > 0 && unit == "" {
			unit = "t" // for the kind: each cell tells its own
		} else if unit == "" {
			unit = "usd"
		}
	}
	_, money := unit.Currency()
	switch {
	case told && figures:
		c.Role = role
	case figures && (money || unit.Mass()):
		if c.Role = RoleWeight; money {
			c.Role = RoleValue
		}
	case figures && c.Series != (Dims{}) && look.filled > 0:
		c.Role = RoleValue // the title may say that they are weights, see settle
		c.takeUnit(unit)
		return c, GuessSeries
	default:
		c.Units = false
		c.Series = Dims{}
		var reason string
		if c.Role, reason = look.role(); c.Role != NoRole {
			return c, reason
		}
		return c, GuessUnknown
	}
	if c.takeUnit(unit); c.Units && head.unit == "" {
		c.Unit = ""
	}
	switch {
	case c.Series != Dims{}:
		return c, GuessSeries
	case role == NoRole:
		return c, GuessUnit
	}
	return c, GuessHeader
}

// settle looks at all columns together: one column a role, running totals and
// sums only beside what they add up, cells without a header.
func (g *guesser) settle() {
	g.mixedLabels()
	g.otherCountries()
	g.pivotRows()
	if !g.codesAcross() {
		g.across()
	}
	g.ofGoods()
	g.rangedCodes()
	g.rowUnits()
	g.turnovers()
	g.services()
	g.single()
	g.besides()
	g.ofRows()
	g.yearBeside()
	g.twice()
	month := g.besideMonth()
	across := 0
	for _, c := range g.columns {
		if d := c.Series; amountRole(c.Role) && c.Aside == "" && (d.Period != "" || d.Partner != "" || d.Region != "" || d.Province != "" || d.Code != "" || d.Product != "") {
			across++
		}
	}
	for i := range g.columns {
		c := &g.columns[i]
		if !amountRole(c.Role) {
			if c.Aside != "" && c.Role == NoRole && (c.Aside == AsideGrowing || c.Aside == AsideTotal) && g.looks[i].most(g.looks[i].numbers) && across > 1 {
				g.reasons[i] = c.Aside
				if c.Aside == AsideTotal && c.Series.Flow == "" {
					c.Role = g.roleAcross() // what the others come to, to be compared
					c.takeUnit(headUnit(c.Header))
				}
				continue
			}
			c.Aside = ""
			continue
		}
		p, ok := periods.Part(c.Series.Period) // the year may stand in the title
		if !ok {
			p, _ = periods.Parse(c.Series.Period)
		}
		switch {
		case c.Aside == AsidePlan:
			g.reasons[i] = AsidePlan
		case c.Aside == AsideTwice:
			g.reasons[i] = GuessTwice
		case c.Aside == AsideTurnover:
			g.reasons[i] = GuessTurnover
		case c.Aside == AsideServices:
			g.reasons[i] = GuessServices
		case c.Aside == AsideGrowing && month:
			c.Aside = "" // what the month alone does not tell
		case c.Aside == AsideGrowing && (across > 0 || g.hasMonths()) || g.summed(p):
			c.Aside, g.reasons[i] = AsideGrowing, GuessCumulative
		case c.Aside == AsideTotal && across > 1 && c.Series.Period == "" || c.Aside == AsideTotal && across > 1 && c.Series.Partner == "" && g.partnersAcross():
			g.reasons[i] = GuessTotal
		default:
			c.Aside = ""
		}
	}
}

// roleAcross is the role of the amounts that stand across, NoRole where they differ.
func (g *guesser) roleAcross() Role {
	role := NoRole
	for _, c := range g.columns {
		switch {
		case !amountRole(c.Role) || c.Aside != "" || c.Series == Dims{}:
		case role != NoRole && role != c.Role:
			return NoRole
		default:
			role = c.Role
		}
	}
	return role
}

// weights turns figures that only a series tells into weights when the title
// has a unit of mass and none of money.
func (g *guesser) weights() {
	mass := slices.ContainsFunc(g.around.titles, func(t string) bool { return unitIn(t).Mass() })
	if !mass || titleConstants(g.around).ValueUnit != "" {
		return
	}
	for i := range g.columns {
		c := &g.columns[i]
		series := g.reasons[i] == GuessSeries || g.reasons[i] == GuessTotal
		if role, told := headRole(c.Header); c.Role == RoleValue && series && c.Unit == "" && !(told && role == RoleValue) {
			c.Role = RoleWeight
		}
	}
}

func (g *guesser) partnersAcross() bool {
	return slices.ContainsFunc(g.columns, func(c ShapeColumn) bool { return c.Series.Partner != "" })
}

// single leaves each role of a key to one column, the one that its header
// tells; others tell rows apart, or nothing.
func (g *guesser) single() {
	best := map[Role]int{}
	better := func(i, j int) bool {
		if (g.reasons[i] == GuessHeader) != (g.reasons[j] == GuessHeader) {
			return g.reasons[i] == GuessHeader
		}
		if a, b := g.columns[i], g.columns[j]; amountRole(a.Role) && (a.Unit == "") != (b.Unit == "") {
			return a.Unit != "" // "Value CHF" beside "Value USD"
		}
		if g.columns[i].Role == RoleValue && g.reasons[i] == g.reasons[j] {
			return better(g.columns[i], g.columns[j]) || !better(g.columns[j], g.columns[i]) && i < j
		}
		if a, b := partHead(g.columns[i].Header), partHead(g.columns[j].Header); g.columns[i].Role == RoleMonth && a != b {
			return a < b // months tell their quarter
		}
		if a, b := dispatchHead(g.columns[i].Header), dispatchHead(g.columns[j].Header); g.columns[i].Role == RolePartner && a != b {
			return b // imports are counted by the country of origin
		}
		return i < j
	}
	sum := func(i int) bool { return g.reasons[i] == GuessTotal || g.reasons[i] == GuessTurnover } // it keeps its role beside what it adds up
	for i, c := range g.columns {
		if j, ok := best[c.Role]; !sum(i) && (!ok || better(i, j)) {
			best[c.Role] = i
		}
	}
	for i := range g.columns {
		c := &g.columns[i]
		if sum(i) || c.Role == NoRole || c.Role == RoleAxis || amountRole(c.Role) && c.Series != (Dims{}) || best[c.Role] == i {
			continue
		}
		if g.reasons[i] == GuessHeader && keyRole(c.Role) {
			c.Role = RoleAxis
			continue
		}
		c.Role, c.Unit, c.Aside, g.reasons[i] = NoRole, "", "", GuessUnknown
	}
	g.groupsForGoods(best)
	// Names of goods without a header of their own: the first column of words. Where
	// nothing else names rows, and the head is empty or a unit, they are the goods.
	if _, ok := best[RoleProduct]; !ok {
		alone := !g.hasAny(RoleCode, RolePartner, RolePartnerISO, RolePartnerName, RoleRegion, RoleProvince, RoleAxis, RoleFlow, RolePeriod, RoleYear, RoleMonth)
		for i := range g.columns {
			l := g.looks[i]
			if g.columns[i].Role == NoRole && g.reasons[i] == GuessUnknown && l.filled > l.blank && l.numbers == 0 {
				g.columns[i].Role = RoleAxis
				if head := lastPart(g.columns[i].Header); alone && (head == "" || onlyUnit(head)) {
					g.columns[i].Role = RoleProduct
				}
				alone = false
			}
		}
	}
}

// groupsForGoods takes groups of goods, that are of no use beside goods, for
// the goods of a table that has nothing finer.
func (g *guesser) groupsForGoods(best map[Role]int) {
	_, product := best[RoleProduct]
	_, code := best[RoleCode]
	_, partner := best[RolePartner]
	if product || code || partner {
		return
	}
	for i := range g.columns {
		l := g.looks[i]
		if g.reasons[i] == GuessUnused && groupHead(g.columns[i].Header) && l.filled > l.blank && l.numbers == 0 {
			g.columns[i].Role, g.reasons[i], best[RoleProduct] = RoleProduct, GuessHeader, i
			return
		}
	}
}

// fillDown finds the columns of names whose blanks mean what stands above.
func (g *guesser) fillDown() {
	for i := range g.columns {
		if keyRole(g.columns[i].Role) && g.h.mergedBelow(i+1, len(g.h.rows)-len(g.rows)) {
			g.columns[i].FillDown = true
			continue
		}
		if !keyRole(g.columns[i].Role) || len(g.rows) < 3 || i >= len(g.rows[0]) || g.rows[0][i] == "" {
			continue
		}
		blank, rows := 0, 0
		if g.columns[i].Role == RoleCode && g.namesOtherGoods(i) {
			continue
		}
		for _, r := range g.rows {
			if g.figures(r) && !slices.ContainsFunc(r, totalWord) {
				rows++
				if i >= len(r) || r[i] == "" {
					blank++
				}
			}
		}
		g.columns[i].FillDown = rows > 2 && (blank*4 >= rows || blank > 0 && g.columns[i].Role == RoleFlow) // no row is without a direction
	}
}

// namesOtherGoods reports whether rows without a code name goods: these are
// others than those above.
func (g *guesser) namesOtherGoods(code int) bool {
	at := slices.IndexFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleProduct })
	return at >= 0 && slices.ContainsFunc(g.rows, func(r []string) bool {
		return g.figures(r) && at < len(r) && r[at] != "" && (code >= len(r) || r[code] == "") && !slices.ContainsFunc(r, totalWord)
	})
}

// figures reports whether a row has any.
func (g *guesser) figures(row []string) bool {
	for i, c := range g.columns {
		if amountRole(c.Role) && i < len(row) && row[i] != "" {
			return true
		}
	}
	return false
}
