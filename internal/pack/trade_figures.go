package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/whence"
)

// leastHeadlines is how many headline facts speak for the trade by themselves;
// below that the newest of the imported rows stands beside them.
const leastHeadlines = 3

// tradeHeadlines are the newest exports, imports, turnover and balance as
// headline figures, of the year so far and, where months is set, of its latest
// month or quarter. What a headline fact tells already is left to it.
func (b *builder) tradeHeadlines(facts []*briefing.Fact, months bool) []document.Block {
	if b.setting.Off["trade"] || b.s.Audience == briefing.Interpreter {
		return nil
	}
	if len(facts) >= leastHeadlines && b.s.Pack.Template != "bulletin" {
		return nil
	}
	t, ok := b.newest()
	if !ok {
		return nil
	}
	sums := func(of func(*standing) (flowSum, bool)) (out [2]*flowSum, ok bool) {
		for i, st := range []*standing{t.exports, t.imports} {
			if st == nil {
				continue
			}
			sum, there := of(st)
			if !there {
				continue
			}
			out[i], ok = &sum, true
		}
		if out[0] != nil && out[1] != nil && out[0].period != out[1].period { // of another month
			out[1] = nil
		}
		return out, ok
	}
	whole, _ := sums(func(st *standing) (flowSum, bool) { return st.sum, true })
	out := b.figuresOf(t, whole, facts, scale{})
	last, ok := sums((*standing).lastOf)
	if !ok || !months {
		return out
	}
	newest := b.figuresOf(t, last, facts, b.tradeScale(whole))
	if row, ok := b.oneRow(t, out, newest); ok {
		return row
	}
	for i, block := range out { // the section of sources is told once, behind the last row
		if k, ok := block.(document.KeyFigures); ok {
			k.After = " "
			out[i] = k
		}
	}
	return append(out, newest...)
}

// tradeScale is the one scale of what exports and imports come to.
func (b *builder) tradeScale(sums [2]*flowSum) scale {
	groups := groupsOf(sums[:]...)
	return b.moneyScale(groups, groups[0].Split.Currency)
}

// figuresOf is a heading with up to four headline figures of one period, in a
// scale that others have where these are not too small for it.
func (b *builder) figuresOf(t tradeNow, sums [2]*flowSum, facts []*briefing.Fact, others scale) []document.Block {
	x, m := sums[0], sums[1]
	first := x
	if first == nil {
		first = m
	}
	w := figuresOf{
		b: b, period: first.period, facts: facts, used: map[document.Sign]bool{},
		scaled: b.tradeScale(sums), sources: b.tradeSources(t),
	}
	for _, g := range groupsOf(x, m) {
		if n, ok := in(g.Value, others.unit.Base(), others.unit); others.unit != "" && ok && n.Valid && n.Decimal.Abs().Cmp(briefing.Num("1")) >= 0 {
			w.scaled = others
		}
	}
	few := false
	for i, st := range []*standing{t.exports, t.imports} {
		if sums[i] == nil {
			continue
		}
		name := b.flowName(st.view)
		few = few || b.someCodes(st.view.filter) != ""
		b.computes(st.view.title, sums[i].growth, st.view.filter)
		w.add(st.view.filter.Flow, name, quantity(sums[i].now, sums[i].period).Figure, sums[i].growth, "")
	}
	if x != nil && m != nil {
		of := ""
		if few {
			of = b.t("trade.now.these_goods")
		}
		now, then, growth := turnoverOf(*x, *m)
		title := b.tradeTitle(t.exports)
		b.derivesTurnover(t, *x, *m, growth, w.scaled.unit)
		w.add(check.Turnover, b.spaced(b.t("trade.now.turnover"), of), now.Figure, growth, "")
		balance := balanceOf(*x, *m)
		was := ""
		if before := (measure.Result{}); then.Figure.Value.Valid {
			before = measure.Balance(quantity(x.then, then.Period), quantity(m.then, then.Period))
			if before.Defined {
				was = b.t("trade.now.was", b.money(before.Figure.Value, w.scaled, true))
			}
		}
		if balance.Defined {
			scaled := balance // in the unit of what it was made of
			if n, ok := in(balance.Figure.Value, w.scaled.unit.Base(), w.scaled.unit); ok {
				scaled.Figure.Value, scaled.Figure.Unit = n, w.scaled.unit
			}
			b.derives(b.commas(title, b.t("trade.now.balance")), scaled, append(b.sidesOf(*x, *m, w.scaled.unit), b.rowsOfBoth(t)...)...)
			w.add(check.Balance, b.spaced(b.t("trade.now.balance"), of), balance.Figure, measure.Result{}, was)
		}
	}
	if len(w.out.Items) == 0 {
		return nil
	}
	w.out.Legend = b.signLegend(w.used)
	return []document.Block{
		document.Heading{Text: b.headlineTitle(t, lang.Period(b.l, first.period)), Level: 2}, w.out,
	}
}

// rowOfFigures is how many headline figures stand in a row.
const rowOfFigures = 4

// oneRow puts the figures of the year so far and of its latest month in one row,
// each with its period, where there is room: alone each would have a line.
func (b *builder) oneRow(t tradeNow, whole, last []document.Block) ([]document.Block, bool) {
	if len(whole) != 2 || len(last) != 2 {
		return nil, false
	}
	row, ok := whole[1].(document.KeyFigures)
	more, ok2 := last[1].(document.KeyFigures)
	latest, ok3 := t.either().lastOf()
	if !ok || !ok2 || !ok3 || len(row.Items)+len(more.Items) > rowOfFigures {
		return nil, false
	}
	items := slices.Clone(row.Items)
	for i := range items {
		items[i].What = b.commas(items[i].What, lang.PeriodShort(b.l, t.either().sum.period))
	}
	for _, item := range more.Items {
		item.What = b.commas(item.What, lang.PeriodShort(b.l, latest.period))
		items = append(items, item)
	}
	row.Items = items
	for _, sign := range more.Legend {
		row.Legend = with(row.Legend, sign)
	}
	return []document.Block{document.Heading{Text: b.headlineTitle(t, ""), Level: 2}, row}, true
}

// headlineTitle names the trade and the period of its headline figures; one flow
// with several countries by its own title.
func (b *builder) headlineTitle(t tradeNow, period string) string {
	st := t.either()
	if _, several := b.several(st.view.filter); !t.both() && several && st.view.filter.Partner == "" {
		title := b.viewTitle(st.view.split.Reporter, st.view.filter, "")
		if period == "" {
			return title
		}
		return b.t("trade.now.flow_title", title, period)
	}
	if period == "" {
		return b.tradeTitle(st)
	}
	return b.t("trade.now.title", b.tradeOf(st), period)
}

// figuresOf gathers headline figures of a period.
type figuresOf struct {
	b       *builder
	period  briefing.Period
	facts   []*briefing.Fact
	scaled  scale
	sources string
	used    map[document.Sign]bool
	out     document.KeyFigures
}

// add adds a figure, unless a headline fact tells it. A balance has no growth,
// but what it was.
func (w *figuresOf) add(flow figure.Flow, name string, fig briefing.Figure, growth measure.Result, was string) {
	b := w.b
	if slices.ContainsFunc(w.facts, func(f *briefing.Fact) bool {
		of, ok := check.FlowOf(f)
		return ok && of == flow && f.Period() == w.period
	}) {
		return
	}
	v, ok := in(fig.Value, w.scaled.unit.Base(), w.scaled.unit)
	if !ok || !v.Valid {
		return
	}
	style := b.sumStyle(flow == check.Balance)
	parts := lang.FigurePartsIn(b.l, b.sumIn(v, w.scaled), style)
	item := document.KeyFigure{Word: b.t("nature.fact"), Number: parts.Number, Unit: parts.Unit, What: name, Source: w.sources}
	if mark := fig.Status.Mark(); mark != "" {
		item.Word = b.t("mark." + markOf(mark, true))
	}
	switch {
	case flow == check.Balance:
		item.Change = was
	case !growth.Defined || !growth.Figure.Value.Valid:
		item.Sign, item.Change = document.SignNoBase, b.notCompared(growth)
	default:
		item.Sign = document.SignRise
		if growth.Figure.Value.Decimal.Round(1).IsNeg() {
			item.Sign = document.SignFall
		}
		item.Change = b.grown(growth, w.period)
	}
	w.used[item.Sign] = item.Sign != document.NoSign
	w.out.Items = append(w.out.Items, item)
}

// notCompared says why there is no growth: that there is no base, or what forbids
// to compare with the one there is.
func (b *builder) notCompared(growth measure.Result) string {
	if len(growth.Reasons) == 0 || growth.Why == measure.WhyBaseMissing {
		return b.t("sign.no_base")
	}
	return whence.Refusal(b.l, growth.Reasons)
}

// grown is a growth with its base: «+18,0 % к периоду январь–октябрь 2025 г.».
func (b *builder) grown(growth measure.Result, p briefing.Period) string {
	change := growthText(b.l, growth)
	if b.l == briefing.ZH {
		return b.t("change.year", change) // 同比 says the base by itself
	}
	return b.onBase(change, p.YearBefore())
}

// besideFacts are headline figures of facts with those of the trade behind them
// in one row, each with its period: a sheet of one page has room for no more.
func (b *builder) besideFacts(k document.KeyFigures) (document.KeyFigures, []document.Block) {
	blocks := b.tradeHeadlines(b.headlines(), false)
	if len(k.Items) == 0 || len(blocks) < 2 {
		return k, blocks
	}
	trade, ok := blocks[1].(document.KeyFigures)
	t, found := b.newest()
	if !ok || !found {
		return k, nil
	}
	p := lang.PeriodShort(b.l, t.either().sum.period)
	for _, item := range trade.Items {
		item.What = b.commas(item.What, p)
		k.Items = append(k.Items, item)
	}
	for _, sign := range trade.Legend {
		k.Legend = with(k.Legend, sign)
	}
	return k, nil
}

// growthText is a growth as a fact's change is printed: «+18,0 %», «в 3,4 раза»
// above two hundred per cent, 增长18.0%.
func growthText(l briefing.Lang, growth measure.Result) string {
	c := briefing.Claim{Change: briefing.Some(growth.Figure.Value.Decimal.Round(1).Pad(1))}
	if growth.Times.Valid {
		c = briefing.Claim{Change: briefing.Some(growth.Times.Decimal.Round(1)), ChangeUnit: briefing.Times}
	}
	return lang.Change(l, c)
}

// money is an amount in a scale, in words.
func (b *builder) money(n briefing.MaybeNumber, scaled scale, signed bool) string {
	v, _ := in(n, scaled.unit.Base(), scaled.unit)
	return lang.FigureIn(b.l, b.sumIn(v, scaled), b.sumStyle(signed))
}

// sumIn is a sum in a scale, for sumStyle. What that rounds is not rounded before:
// 6 817.47 becomes 6 817, and not by way of 6 817.5.
func (b *builder) sumIn(v briefing.MaybeNumber, scaled scale) briefing.Figure {
	if b.l != briefing.ZH {
		v.Decimal = v.Decimal.Round(scaled.places)
	}
	return briefing.Figure{Value: briefing.Some(v.Decimal), Unit: scaled.unit}
}

// sumStyle is how a sum beside others is printed. In Chinese one of them may pass
// from 万 to 亿 by itself and would carry the digits of 万 behind the point.
func (b *builder) sumStyle(signed bool) lang.NumberStyle {
	style := lang.NumberStyle{Decimals: -1, Signed: signed}
	if b.l == briefing.ZH {
		style.Significant = 4
	}
	return style
}

// groupsOf are the sums of flows that are there.
func groupsOf(sums ...*flowSum) (out []figure.Group) {
	for _, s := range sums {
		if s != nil {
			out = append(out, s.now)
		}
	}
	return out
}

// tradeSources is the line of sources of a trade.
func (b *builder) tradeSources(t tradeNow) string {
	var ids []briefing.ID
	for _, st := range []*standing{t.exports, t.imports} {
		if st != nil {
			ids = with(ids, b.originOf(st.view.filter).sources...)
		}
	}
	switch nums := b.refText(ids...); {
	case nums == "":
		return ""
	case len(ids) > 1:
		return b.t("word.sources_line", nums)
	default:
		return b.t("word.source_line", nums)
	}
}

// sidesOf are the two flows as inputs of what is made of them.
func (b *builder) sidesOf(x, m flowSum, unit briefing.Unit) []string {
	input := func(symbol string, g figure.Group) string {
		n, _ := in(g.Value, unit.Base(), unit)
		return b.amount(symbol, n, unit, lang.Enum(b.l, "flow", flowKey(symbol)))
	}
	return []string{input("X", x.now), input("M", m.now)}
}

func flowKey(symbol string) string {
	if symbol == "X" {
		return string(figure.Export)
	}
	return string(figure.Import)
}

// derivesTurnover notes the growth of a turnover for the annex.
func (b *builder) derivesTurnover(t tradeNow, x, m flowSum, growth measure.Result, unit briefing.Unit) {
	sum := func(a, c figure.Group) briefing.MaybeNumber {
		n, err := a.Value.Decimal.Add(c.Value.Decimal)
		out, _ := in(briefing.MaybeNumber{Decimal: n, Valid: err == nil}, unit.Base(), unit)
		return out
	}
	if growth.Defined {
		b.derives(b.commas(b.tradeTitle(t.exports), b.t("trade.now.turnover")), growth, append([]string{
			b.amount("V1", sum(x.now, m.now), unit, lang.PeriodShort(b.l, x.period)),
			b.amount("V0", sum(x.then, m.then), unit, lang.PeriodShort(b.l, x.period.YearBefore())),
		}, b.rowsOfBoth(t)...)...)
	}
}

// rowsOfBoth tells whence the rows of both flows are.
func (b *builder) rowsOfBoth(t tradeNow) []string {
	return with(b.rowsFrom(t.exports.view.filter), b.rowsFrom(t.imports.view.filter)...)
}
