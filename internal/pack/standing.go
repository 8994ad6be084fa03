package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// What the imported rows have newest: how far exports and imports have come, for
// the readers who want one number and not a table.

// flowSum is what a flow came to in a period, beside the same of a year before.
type flowSum struct {
	period    briefing.Period
	now, then figure.Group
	base      bool // then is there
	growth    measure.Result
}

// standing is how far a flow has come: its newest year, or as many months of it
// as there are.
type standing struct {
	view    flowView
	sum     flowSum
	steps   steps // its months or quarters, where stepped is set
	stepped bool
}

// standingOf is not ok where months are missing between those that are there:
// such a sum is of no period that could be named.
func (b *builder) standingOf(v flowView) (st standing, ok bool) {
	spans := b.stretches(v.filter, v.split.Frequency)
	st.view = v
	if st.steps, st.stepped = b.stepsOf(v, spans); st.stepped {
		s := st.steps
		st.sum = flowSum{period: s.date.period, now: s.sums[1], then: s.sums[0], base: s.same, growth: s.growth}
		return st, s.date.months == 0 && st.sum.now.Value.Valid
	}
	last := len(v.groups) - 1
	span := of(spans, v.groups[last].Keys[0], groupPeriod(v.groups[last]))
	st.sum = flowSum{period: span.period, now: v.groups[last], growth: v.growth[last].Value}
	if st.sum.base = st.sum.growth.Defined && last > 0; st.sum.base {
		st.sum.then = v.groups[last-1]
	}
	return st, span.months == 0 && st.sum.now.Value.Valid
}

// lastOf is the latest month or quarter of a flow, where it is not all there is.
func (st standing) lastOf() (sum flowSum, ok bool) {
	s, last := st.steps, 0
	for n := range s.now {
		last = max(last, n)
	}
	if !st.stepped || len(s.now) < 2 {
		return sum, false
	}
	p, err := briefing.ParsePeriod(s.now[last].group.Keys[0])
	sum = flowSum{period: p, now: s.now[last].group, growth: s.now[last].growth}
	if then, there := s.before[last]; there {
		sum.then, sum.base = then.group, true
	}
	return sum, err == nil && sum.now.Value.Valid
}

// tradeNow is exports and imports of the same returns in the same period; one
// of them may not be there.
type tradeNow struct{ exports, imports *standing }

// either is the flow that is there, exports before imports.
func (t tradeNow) either() *standing {
	if t.exports != nil {
		return t.exports
	}
	return t.imports
}

func (t tradeNow) both() bool { return t.exports != nil && t.imports != nil }

// newest is the trade that the rows know latest, of whoever stands nearest to the
// pack's own side. Of two sets of rows that go as far, the one with both flows
// goes first, then the one of the longer period, the one with a base, the larger.
func (b *builder) newest() (tradeNow, bool) {
	if b.latest == nil {
		b.latest = b.findNewest()
	}
	if len(b.latest) == 0 {
		return tradeNow{}, false
	}
	return b.latest[0], true
}

// findNewest gives what newest chooses from, the chosen first.
func (b *builder) findNewest() []tradeNow {
	views := b.views()
	list := []tradeNow{}
	for _, v := range views {
		if b.farness(v.split.Reporter) != b.farness(views[0].split.Reporter) || v.filter.Flow != figure.Export && v.filter.Flow != figure.Import {
			continue
		}
		st, ok := b.standingOf(b.comparable(v, views))
		if !ok {
			continue
		}
		at := slices.IndexFunc(list, func(t tradeNow) bool { return t.lacks(st) })
		if at < 0 {
			list, at = append(list, tradeNow{}), len(list)
		}
		if v.filter.Flow == figure.Export {
			list[at].exports = &st
		} else {
			list[at].imports = &st
		}
	}
	slices.SortStableFunc(list, newerFirst)
	return list
}

// comparable leaves the last month or quarter out of a flow where the other flow
// of the same returns has none of it yet: headlines are of what can be set beside
// a year before and against the other side. The tables of the flow show what there
// is, and a check names it. One that lacks most of its goods no view has.
func (b *builder) comparable(v flowView, views []flowView) flowView {
	e, ok := b.s.Figures.EndingOf(v.filter)
	if !ok {
		return v
	}
	short := e.Thin()
	for _, o := range views {
		mine, theirs := v.split, o.split
		mine.Basis, theirs.Basis = "", ""
		if main := o.filter.Flow == figure.Export || o.filter.Flow == figure.Import; !main || mine != theirs || o.filter.Flow == v.filter.Flow || o.filter.Partner != v.filter.Partner {
			continue
		}
		other, there := b.s.Figures.EndingOf(o.filter)
		short = short || there && other.Last == e.Before && !other.Thin()
	}
	if !short {
		return v
	}
	cut := v
	cut.filter.To = e.Last.Start()
	var err error
	if cut.groups, cut.growth, err = measure.GrowthOfSet(b.s.Figures, cut.filter, []figure.Dimension{"year"}); err != nil || len(cut.groups) == 0 {
		return v
	}
	return cut
}

// lacks reports whether a flow is the other side of the one that is there. The
// basis of prices is another in most countries' returns.
func (t tradeNow) lacks(st standing) bool {
	have := t.either()
	if t.both() || have.view.filter.Flow == st.view.filter.Flow {
		return false
	}
	mine, theirs := have.view.split, st.view.split
	mine.Basis, theirs.Basis = "", ""
	return mine == theirs && have.view.filter.Partner == st.view.filter.Partner && have.sum.period == st.sum.period
}

func newerFirst(x, y tradeNow) int {
	a, b := x.either(), y.either()
	if c := b.sum.period.End().Compare(a.sum.period.End()); c != 0 {
		return c
	}
	yes := func(ok bool) int { return 1 - after(ok) }
	if c := yes(y.both()) - yes(x.both()); c != 0 {
		return c
	}
	long, _ := a.sum.period.Months()
	longer, _ := b.sum.period.Months()
	if c := longer - long; c != 0 {
		return c
	}
	if c := yes(b.sum.growth.Defined) - yes(a.sum.growth.Defined); c != 0 {
		return c
	}
	return b.sum.now.Value.Decimal.Cmp(a.sum.now.Value.Decimal)
}

// quantity is a sum of rows as an input of a measure.
func quantity(g figure.Group, p briefing.Period) measure.Quantity {
	q := measure.OfGroup(g, []figure.Dimension{"year"}, measure.Value)
	q.Period = p
	return q
}

// turnoverOf is what two flows come to together, with its growth where both have
// theirs: what is missing from one of them is missing from the sum.
func turnoverOf(x, m flowSum) (now, then measure.Quantity, growth measure.Result) {
	add := func(a, c figure.Group, p briefing.Period) measure.Quantity {
		q := quantity(a, p)
		sum, err := a.Value.Decimal.Add(c.Value.Decimal)
		q.Figure.Value = briefing.MaybeNumber{Decimal: sum, Valid: err == nil && a.Value.Valid && c.Value.Valid}
		q.Figure.Status = figure.Weaker(a.Status, c.Status)
		return q
	}
	now = add(x.now, m.now, x.period)
	if x.growth.Defined && m.growth.Defined && x.base && m.base {
		then = add(x.then, m.then, x.period.YearBefore())
		growth = measure.Growth(now, then)
	}
	return now, then, growth
}

// balanceOf is exports less imports.
func balanceOf(x, m flowSum) measure.Result {
	return measure.Balance(quantity(x.now, x.period), quantity(m.now, m.period))
}

// tradeTitle names whose trade with whom: «Новосибирская область, партнёр —
// Узбекистан»; with several countries whose it is alone, since the other flow may
// be with others.
func (b *builder) tradeTitle(st *standing) string {
	return b.tradeNamed(st, b.reporterName(st.view.split.Reporter, st.view.filter))
}

// tradeOf is the same behind “of”, where English has an article.
func (b *builder) tradeOf(st *standing) string {
	return b.tradeNamed(st, lang.WithArticle(b.l, b.reporterName(st.view.split.Reporter, st.view.filter)))
}

func (b *builder) tradeNamed(st *standing, reporter string) string {
	f := st.view.filter
	if _, several := b.several(f); several && f.Partner == "" {
		if whose, ok := b.reporterGenitive(st.view.split.Reporter, f); ok {
			return b.t("trade.now.own", whose)
		}
	}
	return b.t("trade.now.of", reporter, b.partners(f))
}

// flowName is the flow of a view with the few goods that it is of.
func (b *builder) flowName(v flowView) string {
	return b.withCountries(b.sentence(lang.Enum(b.l, "flow", string(v.filter.Flow))), v.filter) + b.someCodes(v.filter) + b.mirrored(v.filter)
}
