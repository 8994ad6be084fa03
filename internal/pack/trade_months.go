package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// tradeMonths is exports, imports, turnover and balance by the months or quarters
// of the newest year, with the year so far and the same of the year before. It
// needs both flows: each by itself stands with its chart. Where it holds all that
// is known of the two (tradeNow.once) their chart is with it, and once is set.
func (b *builder) tradeMonths() (blocks []document.Block, once bool) {
	t, ok := b.newest()
	if !ok || !t.both() || !t.exports.stepped || !t.imports.stepped {
		return nil, false
	}
	x, m := t.exports.steps, t.imports.steps
	var both []int
	for n := 1; n <= x.most; n++ {
		_, out := x.now[n]
		if _, in := m.now[n]; in && out {
			both = append(both, n)
		}
	}
	if x.by != m.by || x.latest != m.latest || len(both) < 2 {
		return nil, false
	}
	sums := []flowSum{t.exports.sum, t.imports.sum}
	scaled := b.moneyScale(groupsOf(&sums[0], &sums[1]), t.exports.view.split.Currency)
	number := func(key string) document.Column {
		return document.Column{Key: key, Title: b.t("trade.now." + key), Kind: document.NumberColumn, Decimals: scaled.places}
	}
	balance := number("balance")
	balance.Signed = true
	tab := document.Table{
		Title: b.t("trade.now.flows", b.tradeOf(t.exports), b.t("stat.by_"+string(x.by), lang.PeriodShort(b.l, briefing.Year(x.latest)))),
		Unit:  lang.Unit(b.l, scaled.unit),
		Columns: []document.Column{
			{Key: string(x.by), Title: b.t("col.period"), Weight: 1.2},
			number("export"), number("import"), number("turnover"),
			{Key: "change", Title: b.t("trade.now.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
			balance,
		},
		Notes: b.goodsOfBoth(t),
	}
	add := func(kind document.RowKind, name string, x, m flowSum) {
		tab.Rows = append(tab.Rows, b.tradeRow(len(tab.Rows), kind, name, x, m, scaled))
	}
	for _, n := range both {
		add(document.BodyRow, b.stepName(x, n), stepSum(x, n), stepSum(m, n))
	}
	whole, then := sums, sums
	add(document.TotalRow, b.sumName(x.date), whole[0], whole[1])
	if sums[0].base && sums[1].base {
		for i := range then {
			then[i] = flowSum{period: sums[i].period.YearBefore(), now: sums[i].then}
		}
		add(document.MemoRow, lang.PeriodShort(b.l, then[0].period), then[0], then[1])
		// the growth of the total is told by the row below it
		at := len(tab.Rows) - 1
		if c := &tab.Rows[at-1].Cells[4]; c.Number.Valid {
			c.How = &document.Formula{Op: document.OpGrowth, Args: []document.CellAt{{Row: at - 1, Col: 3}, {Row: at, Col: 3}}}
		}
		_, _, growth := turnoverOf(sums[0], sums[1])
		b.derivesTurnover(t, sums[0], sums[1], growth, scaled.unit)
	}
	if !slices.ContainsFunc(tab.Rows, func(r document.Row) bool { return r.Cells[4].Number.Valid }) {
		dropColumn(&tab, 4) // nothing to compare with
	}
	tab.Source = b.dataLine(b.originOfBoth(t))
	if !t.once(both, scaled) {
		return []document.Block{b.table(tab)}, false
	}
	chart := b.flowsChart(t, both, scaled) // told before the table, which has its numbers
	return []document.Block{chart, b.table(tab)}, true
}

// originOfBoth is where the rows of both flows come from.
func (b *builder) originOfBoth(t tradeNow) origin {
	o, more := b.originOf(t.exports.view.filter), b.originOf(t.imports.view.filter)
	o.sources, o.files = with(o.sources, more.sources...), with(o.files, more.files...)
	return o
}

// stepSum is a month or quarter as a sum.
func stepSum(s steps, n int) flowSum {
	st := s.now[n]
	p, _ := briefing.ParsePeriod(st.group.Keys[0])
	sum := flowSum{period: p, now: st.group, growth: st.growth}
	if then, ok := s.before[n]; ok {
		sum.then, sum.base = then.group, true
	}
	return sum
}

// tradeRow is a row of both flows with what they make.
func (b *builder) tradeRow(at int, kind document.RowKind, name string, x, m flowSum, scaled scale) document.Row {
	cells := []document.Cell{document.Txt(name), groupCell(x.now, scaled), groupCell(m.now, scaled), document.Dash(), document.Dash(), document.Dash()}
	of := func(op document.Operation) *document.Formula {
		return &document.Formula{Op: op, Args: []document.CellAt{{Row: at, Col: 1}, {Row: at, Col: 2}}}
	}
	now, _, growth := turnoverOf(x, m)
	status := now.Figure.Status.Mark()
	if n, ok := in(now.Figure.Value, scaled.unit.Base(), scaled.unit); ok && n.Valid {
		cells[3] = document.Cell{Number: n, Mark: status, How: of(document.OpSum)}
	}
	if growth.Defined {
		b.uses(growth.Measure)
		cells[4] = document.Cell{Number: growth.Figure.Value}
	}
	if r := measure.Balance(quantity(x.now, x.period), quantity(m.now, m.period)); r.Defined {
		if n, ok := in(r.Figure.Value, scaled.unit.Base(), scaled.unit); ok && n.Valid {
			b.uses(r.Measure)
			cells[5] = document.Cell{Number: n, Mark: status, How: of(document.OpDifference)}
		}
	}
	return document.Row{Kind: kind, Cells: cells}
}

// goodsOfBoth says of which goods the two flows are, where these are few, and
// that their prices are of different bases.
func (b *builder) goodsOfBoth(t tradeNow) []string {
	var notes []string
	flows := []*standing{t.exports, t.imports}
	if slices.ContainsFunc(flows, func(st *standing) bool { return b.someCodes(st.view.filter) != "" }) {
		notes = append(notes, b.closed(b.semis(b.flowName(t.exports.view), lowerFirst(b.flowName(t.imports.view), b.l))))
	}
	if r := balanceOf(t.exports.sum, t.imports.sum); len(r.Notes) > 0 {
		for _, n := range b.said(r.Notes) {
			notes = append(notes, b.closed(b.sentence(n)))
		}
	}
	return notes
}
