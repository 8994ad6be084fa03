package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// Imported rows by months or quarters: the course of the latest year beside
// that of the year before, and the year so far against the same months.

// steps is a flow by the months or quarters of its latest year.
type steps struct {
	by          figure.Dimension
	most        int  // steps of a year
	latest      int  // the year
	older       bool // there are years before the two
	now, before map[int]step
	date        stretch // what the latest year has
	dateBefore  stretch // what the year before has
	sums        [2]figure.Group
	same        bool // the year before has the same steps: its sum is sums[0]
	growth      measure.Result
	whole       figure.Group // the year before, where it has more than the same steps
	more        bool
}

// step is the rows of a month or quarter with their growth on a year before.
type step struct {
	group  figure.Group
	growth measure.Result
}

// stepsOf finds the steps of a flow; not ok where its rows are of whole years
// or of a single month.
func (b *builder) stepsOf(v flowView, spans map[string]stretch) (s steps, ok bool) {
	switch v.split.Frequency {
	case "M":
		s.by, s.most = "month", 12
	case "Q":
		s.by, s.most = "quarter", 4
	default:
		return s, false
	}
	groups, growth, err := measure.GrowthOfSet(b.s.Figures, v.filter, []figure.Dimension{s.by})
	if err != nil {
		return s, false
	}
	years := map[int]map[int]step{}
	for i, g := range groups {
		p, err := briefing.ParsePeriod(g.Keys[0])
		if err != nil || p.From.Month == 0 {
			continue
		}
		y := p.From.Year
		if years[y] == nil {
			years[y] = map[int]step{}
		}
		years[y][(p.From.Month-1)*s.most/12+1] = step{g, growth[i].Value}
		s.latest = max(s.latest, y)
	}
	for y := range years {
		s.older = s.older || y < s.latest-1
	}
	s.now, s.before = years[s.latest], years[s.latest-1]
	if len(s.now) == 0 || len(s.now)+len(s.before) < 2 {
		return s, false
	}
	s.date = of(spans, itoa(s.latest), briefing.Year(s.latest))
	s.dateBefore = of(spans, itoa(s.latest-1), briefing.Year(s.latest-1))
	return s, b.toDate(v, &s)
}

// toDate adds the steps of the latest year up, and the same steps of the year
// before.
func (b *builder) toDate(v flowView, s *steps) bool {
	sum := func(year int, these map[int]step) (figure.Group, bool) {
		f := v.filter
		f.Period = func(p briefing.Period) bool {
			_, there := these[(p.From.Month-1)*s.most/12+1]
			return p.From.Year == year && p.From.Month > 0 && there
		}
		groups, err := b.s.Figures.Totals(f, []figure.Dimension{"year"})
		if err != nil || len(groups) != 1 {
			return figure.Group{}, false
		}
		return groups[0], true
	}
	var ok bool
	if s.sums[1], ok = sum(s.latest, s.now); !ok {
		return false
	}
	s.same = len(s.before) > 0
	for n := range s.now {
		_, there := s.before[n]
		s.same = s.same && there
	}
	if s.same {
		s.sums[0], s.same = sum(s.latest-1, s.now)
	}
	if s.more = len(s.before) > 0 && (!s.same || len(s.before) > len(s.now)); s.more {
		s.whole, s.more = sum(s.latest-1, s.before)
	}
	if s.same && s.date.months == 0 && s.sums[0].World == s.sums[1].World {
		of := func(g figure.Group, p briefing.Period) measure.Quantity {
			q := measure.OfGroup(g, []figure.Dimension{"year"}, measure.Value)
			q.Period, q.Scope.Partner = p, v.filter.Partner
			return q
		}
		s.growth = measure.Growth(of(s.sums[1], s.date.period), of(s.sums[0], s.date.period.YearBefore()))
	}
	return true
}

// stepName is a month or quarter without its year.
func (b *builder) stepName(s steps, n int) string {
	if s.by == "quarter" {
		return b.t("stat.quarter." + itoa(n))
	}
	return lang.Month(b.l, n, true)
}

// stepBlocks sets the months or quarters as a chart beside its table.
func (b *builder) stepBlocks(v flowView, s steps) []document.Block {
	groups := []figure.Group{}
	for _, year := range []map[int]step{s.before, s.now} {
		for _, st := range year {
			groups = append(groups, st.group)
		}
	}
	scaled := b.moneyScale(groups, v.split.Currency)
	years := lang.PeriodShort(b.l, briefing.Year(s.latest))
	if len(s.before) > 0 {
		years = join("–", lang.PeriodShort(b.l, briefing.Year(s.latest-1)), years)
	}
	title := b.commas(v.title, b.t("stat.by_"+string(s.by), years))
	t := b.stepTable(v, s, scaled)
	t.Title = title
	c := document.Chart{
		Kind: document.Bars, Title: title, Unit: lang.Unit(b.l, scaled.unit), Alt: title, Caption: b.flowCaption(v, scaled.unit),
	}
	now := document.Series{Name: lang.PeriodShort(b.l, briefing.Year(s.latest))}
	then := document.Series{Name: lang.PeriodShort(b.l, briefing.Year(s.latest-1)), Fill: document.Previous}
	marks := map[string]bool{}
	for n := 1; n <= s.most; n++ {
		if !s.has(n) {
			continue
		}
		c.Categories = append(c.Categories, b.stepName(s, n))
		now.Points = append(now.Points, b.stepPoint(s.now, n, scaled, marks))
		p := b.stepPoint(s.before, n, scaled, marks)
		if p.Fill == document.Actual {
			p.Fill = document.Previous
		}
		then.Points = append(then.Points, p)
	}
	c.Series = []document.Series{now}
	if len(s.before) > 0 {
		c.Kind, c.Series = document.Grouped, []document.Series{then, now}
	}
	if len(c.Categories)*len(c.Series) > mostLabelled { // the table beside has the others
		c.Height = tallPlot
		t.Dense = true
		for _, series := range c.Series[:len(c.Series)-1] {
			keepLabels(series.Points)
		}
		keepLabels(now.Points, highest(now.Points), latest(now.Points))
	}
	c.Caption = b.semis(append([]string{c.Caption}, b.markWords(marks)...)...)
	return b.besideWith(c, t, b.originOf(v.filter), "")
}

// mostLabelled is how many bars in a half of a page have room for their numbers.
const mostLabelled = 8

// tallPlot is the height in points of a plot beside a table of twelve months.
const tallPlot = 165

// Two or three years need no plot as high as that of many.
const (
	fewYears = 3
	lowPlot  = 80 // points
)

// keepLabels takes the labels off all points but some.
func keepLabels(points []document.ChartPoint, keep ...int) {
	for i := range points {
		if !slices.Contains(keep, i) {
			points[i].Label = ""
		}
	}
}

// highest is the place of the largest value.
func highest(points []document.ChartPoint) int {
	at := 0
	for i, p := range points {
		if p.Value.Valid && p.Value.Decimal.Cmp(points[at].Value.Decimal) > 0 {
			at = i
		}
	}
	return at
}

// has tells whether either year has the step.
func (s steps) has(n int) bool {
	_, now := s.now[n]
	_, then := s.before[n]
	return now || then
}

// latest is the place of the last value.
func latest(points []document.ChartPoint) int {
	at := 0
	for i, p := range points {
		if p.Value.Valid {
			at = i
		}
	}
	return at
}

func (b *builder) stepPoint(year map[int]step, n int, scaled scale, marks map[string]bool) document.ChartPoint {
	if st, ok := year[n]; ok {
		return b.groupPoint(st.group, scaled, marks)
	}
	return document.ChartPoint{Fill: document.Blank} // the table has a dash there
}

// stepTable has a row a month or quarter, the year so far, and the whole year
// before where it had more.
func (b *builder) stepTable(v flowView, s steps, scaled scale) document.Table {
	number := func(year int) document.Column {
		return document.Column{Key: "v" + itoa(year), Title: lang.PeriodShort(b.l, briefing.Year(year)), Kind: document.NumberColumn, Decimals: scaled.places}
	}
	t := document.Table{Unit: lang.Unit(b.l, scaled.unit), Columns: []document.Column{{Key: string(s.by), Title: b.t("col.period"), Weight: 1.1}}}
	two, nowCol := len(s.before) > 0, 1
	if two {
		nowCol = 2
		t.Columns = append(t.Columns, number(s.latest-1))
	}
	t.Columns = append(t.Columns, number(s.latest))
	if two {
		t.Columns = append(t.Columns, document.Column{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true})
	}
	row := func(kind document.RowKind, name string, then, now document.Cell, growth measure.Result) {
		r := document.Row{Kind: kind, Cells: []document.Cell{document.Txt(name), now}}
		if two {
			change := document.Dash()
			if growth.Defined {
				b.computes(v.title, growth, v.filter)
				change = document.Cell{Number: growth.Figure.Value, How: &document.Formula{
					Op: document.OpGrowth, Args: []document.CellAt{{Row: len(t.Rows), Col: 2}, {Row: len(t.Rows), Col: 1}},
				}}
			}
			r.Cells = []document.Cell{document.Txt(name), then, now, change}
		}
		t.Rows = append(t.Rows, r)
	}
	var rows []int // of the year so far
	for n := 1; n <= s.most; n++ {
		if !s.has(n) {
			continue
		}
		if _, ok := s.now[n]; ok {
			rows = append(rows, len(t.Rows))
		}
		row(document.BodyRow, b.stepName(s, n), stepCell(s.before, n, scaled), stepCell(s.now, n, scaled), s.now[n].growth)
	}
	sum := func(g figure.Group, col int) document.Cell {
		c := groupCell(g, scaled)
		if total, ok := sumIn(t, rows, col); ok && c.Number.Valid && total.Cmp(c.Number.Decimal) == 0 {
			c.How = &document.Formula{Op: document.OpSum, Args: column(rows, col)}
		}
		return c
	}
	then := document.Dash()
	if s.same {
		then = sum(s.sums[0], 1)
	}
	row(document.TotalRow, b.sumName(s.date), then, sum(s.sums[1], nowCol), s.growth)
	if s.more {
		row(document.MemoRow, b.sumName(s.dateBefore), groupCell(s.whole, scaled), document.Dash(), measure.Result{})
	}
	return t
}

// stepCell is the amount of a month or quarter, a dash where there is none.
func stepCell(year map[int]step, n int, scaled scale) document.Cell {
	if st, ok := year[n]; ok {
		return groupCell(st.group, scaled)
	}
	return document.Dash()
}

// groupCell is the amount of rows.
func groupCell(g figure.Group, scaled scale) document.Cell {
	val, ok := in(g.Value, scaled.unit.Base(), scaled.unit)
	if !ok || !val.Valid {
		return document.Cell{Text: "…", Mark: "x"}
	}
	return document.Cell{Number: val, Mark: g.Status.Mark()}
}

// sumIn adds up cells of a column; not ok where one of them has no number.
func sumIn(t document.Table, rows []int, col int) (sum briefing.Number, ok bool) {
	for _, r := range rows {
		n := t.Rows[r].Cells[col].Number
		next, err := sum.Add(n.Decimal)
		if !n.Valid || err != nil {
			return sum, false
		}
		sum = next
	}
	return sum, len(rows) > 0
}

// sumName names what steps come to: «янв.–сент.», «за год», «11 мес.».
func (b *builder) sumName(s stretch) string {
	switch {
	case s.months > 0:
		return b.t("stat.sum_months", s.months)
	case s.period.Kind == briefing.YearPeriod:
		return b.t("stat.sum_year")
	}
	return lang.MonthSpan(b.l, s.period)
}

// lastStep says the latest month or quarter of a flow, as the second part of
// the sentence on the year so far; empty where it is all there is.
func (b *builder) lastStep(s steps, scaled scale) string {
	if len(s.now) < 2 {
		return ""
	}
	last := 0
	for n := range s.now {
		last = max(last, n)
	}
	st := s.now[last]
	val := groupCell(st.group, scaled).Number
	if val.Valid && val.Decimal.Abs().Cmp(briefing.Num("1")) < 0 { // too small for the words of a year
		scaled = b.moneyScale([]figure.Group{st.group}, st.group.Split.Currency)
		val = groupCell(st.group, scaled).Number
	}
	p, err := briefing.ParsePeriod(st.group.Keys[0])
	if err != nil || !val.Valid {
		return ""
	}
	fig := briefing.Figure{Value: briefing.Some(val.Decimal.Round(scaled.places)), Unit: scaled.unit}
	return b.t("stat.last_step", lang.PeriodIn(b.l, p), lang.Figure(b.l, fig)) + b.changed(st.growth, p)
}

// everyYear is the places of all groups of a flow.
func everyYear(v flowView) (all []int) {
	for i := range v.groups {
		all = append(all, i)
	}
	return all
}

// wholeYears are the groups that a table by years has beside one of months: all
// but the latest, where it isn't over and stands among the months; drawn are
// those that may stand side by side in a chart.
func wholeYears(v flowView, spans map[string]stretch) (rows, drawn []int) {
	for i, g := range v.groups {
		s := of(spans, g.Keys[0], groupPeriod(g))
		whole := s.months == 0 && s.period.Kind == briefing.YearPeriod
		if whole {
			drawn = append(drawn, i)
		}
		if whole || i < len(v.groups)-1 {
			rows = append(rows, i)
		}
	}
	return rows, drawn
}
