package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// A figure of some goods, by their codes, or of a weight is held against the rows
// of the same goods. Rows may be of a part of them: one heading of a chapter, ten
// goods of an enterprise. So rows that come to much less are a note.

// goodsFact is what a fact states of goods by code, or of the weight of a trade.
func goodsFact(f *briefing.Fact) (c briefing.Claim, flow figure.Flow, ok bool) {
	c, flow, ok = overFact(f)
	unit := c.Figure.Unit
	_, money := unit.Currency()
	return c, flow, ok && (flow == figure.Export || flow == figure.Import) && (unit.Mass() || money && f.Codes != "")
}

// rowsOfGoods are the sums of the rows that a fact of goods is of, each of a series
// that tells all of the span.
func (a *adding) rowsOfGoods(s *project.Snapshot, f *briefing.Fact, of whose, mass bool) (sums map[series]briefing.Number) {
	span, _ := briefing.ParsePeriod(of.span)
	area := figure.AreaCountry
	if of.region != "" {
		area = figure.AreaRegion
	}
	filter := figure.Filter{
		Flow: figure.Flow(of.flow), Reporter: of.reporter, Partner: of.partner, Region: of.region, Currency: of.currency, Area: &area,
		From: span.Start(), To: span.End(), Codes: strings.Fields(f.Codes),
	}
	groups, err := s.Figures.Aggregate(filter, nil)
	if err != nil { // of classifications that don't go together
		return nil
	}
	filter.Codes = []string{figure.HiddenCode}
	hidden, err := s.Figures.Aggregate(filter, nil)
	if err != nil || f.Codes != "" && len(hidden) > 0 { // they may be of these goods
		return nil
	}
	sums = map[series]briefing.Number{}
	twice := map[series]bool{}
	for _, g := range groups {
		n, rows := g.Value, g.ValueRows
		if mass {
			n, rows = g.Weight, g.WeightRows
		}
		in := series{g.Split.Frequency, g.Split.Classification}
		trade := of
		trade.currency = g.Split.Currency
		if _, whole := a.spanned(trade)[in]; !whole || !n.Valid || rows < g.Rows || g.Status == briefing.Missing {
			continue
		}
		if _, before := sums[in]; before {
			twice[in] = true // one in dollars, one in roubles: of two sources
		}
		sums[in] = n.Decimal
	}
	for in := range twice {
		delete(sums, in)
	}
	return sums
}

// goodsAgainst finds what the rows come to where no series of them says what the
// fact does, the nearest of several; far says that it is much less.
func (a *adding) goodsAgainst(s *project.Snapshot, f *briefing.Fact, of whose, c briefing.Claim) (sum briefing.Number, in series, far, ok bool) {
	stated, known := printed(c.Figure)
	stated, known2 := stated.scaled(c.Figure.Unit.Power())
	if !known || !known2 || stated.noLo && stated.noHi {
		return sum, in, false, false
	}
	mass := c.Figure.Unit.Mass()
	near := stated.lo
	if stated.noLo {
		near = stated.hi
	}
	for x, n := range a.rowsOfGoods(s, f, of, mass) {
		if mass && c.Figure.Unit.Base() == "t" {
			var err error
			if n, err = n.Quo(briefing.Num("1000")); err != nil {
				continue
			}
		}
		if (stated.noLo || n.Cmp(stated.lo) >= 0) && (stated.noHi || n.Cmp(stated.hi) <= 0) {
			return sum, in, false, false // one of them says so
		}
		if !ok || gapTo(n, near).Cmp(gapTo(sum, near)) < 0 || gapTo(n, near).Cmp(gapTo(sum, near)) == 0 && x.compare(in) < 0 {
			sum, in, ok = n, x, true
		}
	}
	if !ok {
		return sum, in, false, false
	}
	limit, err := near.Mul(farBelow())
	far = err == nil && sum.Abs().Cmp(limit.Abs()) < 0
	if f.Codes == "" && far && someGoods(s, of, figure.Flow(of.flow), in) { // a part of the trade, as for its value
		return sum, in, false, false
	}
	return sum, in, far, true
}
