package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// cardFigures are the figures of a pocket card: those of what is to be said,
// what else may be said of the facts and, in the room that these leave, the newest
// of the trade with its growth.
func (b *builder) cardFigures() document.Table {
	t, ranks := b.saidFigures(b.readAloud())
	t.Rows = mostNeeded(t.Rows, ranks, cardFigures)
	other := b.interpretedTo()
	if len(t.Columns) == 0 { // nobody to interpret to: one language
		t = document.Table{Columns: []document.Column{
			{Key: "what", Title: b.t("col.indicator"), Weight: 1.1}, {Key: "here", Title: b.t("col.value"), Weight: 1},
		}}
	}
	if b.setting.Off["trade"] || b.s.Audience == briefing.Interpreter {
		return t
	}
	now, ok := b.newest()
	if !ok {
		return t
	}
	told := b.facts(func(f *briefing.Fact) bool { return !f.Sample && f.Use == briefing.Aloud })
	for _, r := range b.tradeLines(now, told) {
		if len(t.Rows) == cardFigures {
			break
		}
		cells := []document.Cell{document.Txt(r.what), document.Txt(r.say(b.l))}
		if len(t.Columns) > 2 {
			cells = append(cells, document.Txt(r.say(other)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

// mostNeeded are so many rows of the least ranks, in the order of all.
func mostNeeded(rows []document.Row, ranks []int, most int) (out []document.Row) {
	if len(rows) <= most {
		return rows
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return ranks[x] - ranks[y] })
	order = order[:most]
	slices.Sort(order)
	for _, i := range order {
		out = append(out, rows[i])
	}
	return out
}

// tradeLine is an amount with its growth as it is said.
type tradeLine struct {
	what   string
	figure briefing.Figure // not rounded: languages have scales of their own
	places int
	growth measure.Result
	signed bool
}

// say is the line in a language: «40,3 млн долл. США (+18,0 %)».
func (t tradeLine) say(l briefing.Lang) string {
	style := lang.NumberStyle{Decimals: -1, Signed: t.signed}
	if l == briefing.ZH {
		style.Significant = 4
	} else {
		t.figure.Value.Decimal = t.figure.Value.Decimal.Round(t.places)
	}
	out := lang.FigureIn(l, t.figure, style)
	if !t.growth.Defined || !t.growth.Figure.Value.Valid {
		return out
	}
	change := lang.T(l, "pack.change.year", growthText(l, t.growth))
	if l == briefing.ZH {
		return out + lang.T(l, "pack.word.in_brackets", change)
	}
	return out + "\u00a0" + lang.T(l, "pack.word.in_brackets", change)
}

// tradeLines are exports, imports, turnover and balance of the newest trade,
// without what facts tell.
func (b *builder) tradeLines(t tradeNow, told []*briefing.Fact) []tradeLine {
	var out []tradeLine
	add := func(flow figure.Flow, name string, fig briefing.Figure, growth measure.Result, p briefing.Period) {
		for _, f := range told {
			if of, ok := check.FlowOf(f); ok && of == flow && f.Period() == p {
				return
			}
		}
		scaled := b.moneyScale([]figure.Group{t.either().sum.now}, t.either().view.split.Currency)
		if b.l == briefing.ZH { // its languages scale for themselves
			scaled = scale{unit: scaled.unit.Base().WithPower(6), places: 1}
		}
		v, ok := in(fig.Value, scaled.unit.Base(), scaled.unit)
		if !ok || !v.Valid {
			return
		}
		out = append(out, tradeLine{
			what:   b.commas(b.sentence(name), lang.PeriodShort(b.l, p)),
			figure: briefing.Figure{Value: briefing.Some(v.Decimal), Unit: scaled.unit}, places: scaled.places, growth: growth, signed: flow == check.Balance,
		})
	}
	for _, st := range []*standing{t.exports, t.imports} {
		if st != nil {
			add(st.view.filter.Flow, b.flowName(st.view), quantity(st.sum.now, st.sum.period).Figure, st.sum.growth, st.sum.period)
		}
	}
	if t.both() {
		x, m := t.exports.sum, t.imports.sum
		now, _, growth := turnoverOf(x, m)
		add(check.Turnover, b.t("trade.now.turnover"), now.Figure, growth, x.period)
		if r := balanceOf(x, m); r.Defined {
			add(check.Balance, b.t("trade.now.balance"), r.Figure, measure.Result{}, x.period)
		}
	}
	return out
}
