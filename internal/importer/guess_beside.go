package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/periods"
)

// What columns are to each other: the month and what has run up to it, the same
// figures in two moneys, figures and what they were before they were revised.

// Periods of columns whose month stands in the title alone: «当月 | 累计».
const (
	ofTitle = "-month" // the title's last month
	toTitle = "-year"  // from the year's start to it
)

// monthOfTitle reports whether a folded header says that its figures are of the
// one month that the table is about.
func monthOfTitle(f string) bool {
	return anyIn(f, "当月", "本月", "当期", "за отчетный месяц", "за месяц", "reporting month", "current month", "this month") && !anyIn(f, "至当月")
}

// ofTitle reports whether columns leave it to the title which month they are of.
func (s *Shape) ofTitle() bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool {
		return amountRole(c.Role) && (c.Series.Period == ofTitle || c.Series.Period == toTitle)
	})
}

// titlesPeriod is the period of such a column in a file whose title says which
// month, or months from January, it is about.
func titlesPeriod(said, title string) (string, bool) {
	p, ok := periods.Parse(title)
	if !ok || said != ofTitle && said != toTitle {
		return "", false
	}
	last := 0
	switch {
	case p.Kind == briefing.MonthPeriod:
		last = p.From.Month
	case periods.FromJanuary(p):
		last = p.To.Month
	default:
		return "", false
	}
	switch {
	case said == ofTitle || last == 1:
		return briefing.Month(p.From.Year, last).String(), true
	case last == 12:
		return briefing.Year(p.From.Year).String(), true
	}
	return briefing.Months(p.From.Year, 1, last).String(), true
}

// ofRows takes the title's month away from columns whose rows have months of their
// own: «За месяц» beside «Период» is the month of the row.
func (g *guesser) ofRows() {
	if !g.rowsHavePeriods() {
		return
	}
	for i := range g.columns {
		if c := &g.columns[i]; c.Series.Period == ofTitle || c.Series.Period == toTitle {
			c.Series.Period = ""
		}
	}
}

func (g *guesser) rowsHavePeriods() bool {
	return g.hasAny(RolePeriod, RoleMonth)
}

// hasMonths reports whether rows have months, and a column has what is of each.
func (g *guesser) hasMonths() bool {
	return g.rowsHavePeriods() && slices.ContainsFunc(g.columns, func(c ShapeColumn) bool { return amountRole(c.Role) && c.Aside == "" })
}

// besideMonth reports whether one month alone stands beside what has run up to
// it: the one does not tell the other.
func (g *guesser) besideMonth() bool {
	months, growing := map[string]bool{}, false
	for _, c := range g.columns {
		switch {
		case !amountRole(c.Role) || c.Aside == AsidePlan || c.Aside == AsideTwice:
		case c.Aside == AsideGrowing:
			growing = true
		case c.Series.Period != "":
			months[c.Series.Period] = true
		}
	}
	return growing && len(months) == 1 && months[ofTitle]
}

// twice sets aside the columns that hold what another holds as well: amounts of
// the same period, direction and country in a second money, or as they were
// before they were revised. One figure is stored of them.
func (g *guesser) twice() {
	for i := range g.columns {
		a := &g.columns[i]
		if !amountRole(a.Role) || a.Aside != "" || a.Series == (Dims{}) {
			continue
		}
		for j := range g.columns {
			b := &g.columns[j]
			if j == i || b.Role != a.Role || b.Series != a.Series || b.Aside != "" {
				continue
			}
			if better(*a, *b) || !better(*b, *a) && i < j {
				b.Aside = AsideTwice
			}
		}
	}
	// Without a series of their own: «Стоимость, млн долл.; Стоимость, млн руб.»
	for i := range g.columns {
		c := &g.columns[i]
		if c.Role != NoRole || g.reasons[i] != GuessUnknown || !g.looks[i].most(g.looks[i].numbers) {
			continue
		}
		role, told := headRole(c.Header)
		u := headUnit(c.Header)
		_, money := u.Currency()
		if !(told && role == RoleValue) && !money {
			continue
		}
		if lastYearHead(c.Header) {
			g.reasons[i] = GuessLastYear
			continue
		}
		if slices.ContainsFunc(g.columns, func(o ShapeColumn) bool { return o.Role == RoleValue && o.Series == (Dims{}) && o.Aside == "" }) {
			c.Role, c.Unit, c.Aside, g.reasons[i] = RoleValue, u, AsideTwice, GuessTwice
			if !money {
				c.Unit = ""
			}
		}
	}
}

// better reports whether a is to be stored rather than b: the revised figures,
// then dollars, then those whose unit is known.
func better(a, b ShapeColumn) bool {
	if x, y := revisedHead(a.Header), revisedHead(b.Header); x != y {
		return x
	}
	if x, y := lastYearHead(a.Header), lastYearHead(b.Header); x != y {
		return y
	}
	if x, y := invoiceHead(a.Header), invoiceHead(b.Header); x != y {
		return y
	}
	x, _ := a.Unit.Currency()
	y, _ := b.Unit.Currency()
	if (x == "USD") != (y == "USD") {
		return x == "USD"
	}
	return a.Unit != "" && b.Unit == ""
}

// statusIn is the status of figures that a folded header tells: «2026 (оценка)»,
// «предварительно», 初步.
func statusIn(f string) briefing.ObsStatus {
	if wordIn(f, "план") || wordIn(f, "прогноз") {
		return ""
	}
	says := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return wordIn(f, w) })
	}
	switch {
	case says("оценк", "оценочн", "estimate", "估计", "估算"):
		return briefing.Estimated
	case says("предварит", "предв.", "provisional", "preliminary", "初步", "快报"):
		return briefing.Provisional
	}
	return ""
}

// summed reports whether the columns have all the months or quarters that a
// half or a stretch of months is made of: then it says nothing new. The amount from
// January beside that of the last month alone does.
func (g *guesser) summed(p briefing.Period) bool {
	if p.Kind != briefing.HalfPeriod && (p.Kind != briefing.RangePeriod || p.From.Year != p.To.Year) {
		return false
	}
	all, ok := p.Months()
	if !ok {
		return false
	}
	months := map[int]bool{}
	for _, c := range g.columns {
		if !amountRole(c.Role) || c.Aside != "" {
			continue
		}
		var single briefing.Period
		if part, ok := strings.CutPrefix(c.Series.Period, "-"); ok {
			single, _ = briefing.ParsePeriod(briefing.Year(p.From.Year).String() + "-" + part)
		} else {
			single, _ = periods.Parse(c.Series.Period)
		}
		if single.Kind != briefing.MonthPeriod && single.Kind != briefing.QuarterPeriod || single.From.Year != p.From.Year {
			continue
		}
		n, _ := single.Months()
		for m := range n {
			months[single.From.Month+m] = true
		}
	}
	first := int(p.Start().Month())
	for m := first; m < first+all; m++ {
		if !months[m] {
			return false
		}
	}
	return true
}

// besides gives a weight or quantity without a direction of its own that of the
// value it stands beside: «Экспорт, долл. США | Масса, кг».
func (g *guesser) besides() {
	values, bare := 0, 0
	for _, c := range g.columns {
		switch {
		case c.Role == RoleValue && c.Series != (Dims{}) && c.Aside == "":
			values++
		case c.Role == RoleWeight && c.Series == (Dims{}):
			bare++
		}
	}
	if values != bare { // one weight beside exports and imports is of nobody knows which
		return
	}
	for i := 1; i < len(g.columns); i++ {
		c, left := &g.columns[i], g.columns[i-1]
		if !amountRole(c.Role) || c.Role == RoleValue || c.Series != (Dims{}) || !amountRole(left.Role) || left.Series == (Dims{}) || left.Aside != "" {
			continue
		}
		taken := slices.ContainsFunc(g.columns, func(o ShapeColumn) bool { return o.Role == c.Role && o.Series == left.Series && o.Index != c.Index })
		if !taken {
			c.Series = left.Series
		}
	}
}

// yearBeside gives «I квартал» beside «янв.25», «фев.25» their year, where all heads
// that tell one have the same.
func (g *guesser) yearBeside() {
	if g.rowsHavePeriods() || g.hasAny(RoleYear) {
		return
	}
	years := map[int]bool{}
	for _, c := range g.columns {
		if p, ok := periods.Parse(c.Series.Period); ok && amountRole(c.Role) {
			years[p.From.Year] = true
		}
	}
	if len(years) != 1 {
		return
	}
	for year := range years {
		for i := range g.columns {
			if part, ok := periods.Part(g.columns[i].Series.Period); ok {
				g.columns[i].Series.Period = periods.InYear(part, year).String()
			}
		}
	}
}
