package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// mirror holds a line against what its partner reports of the same trade.
func (b *building) mirror(l *Line) (gap, ratio measure.Result, err error) {
	partner := b.partnerOf(l)
	refused := func(why ...string) (measure.Result, measure.Result, error) {
		r := measure.Refused("", b.win.name, why...)
		return r, r, nil
	}
	flow := map[figure.Flow]figure.Flow{figure.Export: figure.Import, figure.Import: figure.Export}[b.key.flow]
	switch {
	case partner == "" && l.Kind == Total && has(b.dims, "partner"), partner == figure.World:
		return gap, ratio, nil
	case partner == "" || flow == "":
		return refused(measure.WhyByPartner)
	case b.key.split.Area != figure.AreaCountry:
		return refused(measure.WhyOfRegion)
	}
	by := slices.DeleteFunc(slices.Clone(b.dims), func(d figure.Dimension) bool { return d == "partner" })
	f, groups, why, err := b.returns(partner, flow, b.key.split.Reporter, b.win.now, by)
	if err != nil || why != nil {
		gap, ratio, _ = refused(why...)
		return gap, ratio, err
	}
	var keys []string
	for i, d := range b.dims {
		if d != "partner" && i < len(l.Keys) {
			keys = append(keys, l.Keys[i])
		}
	}
	at := slices.IndexFunc(groups, func(g figure.Group) bool { return slices.Equal(g.Keys, keys) })
	if l.Kind == Total && len(by) > 0 {
		if _, groups, why, err = b.returns(partner, flow, b.key.split.Reporter, b.win.now, nil); err != nil || why != nil {
			gap, ratio, _ = refused(why...)
			return gap, ratio, err
		}
		at, by = 0, nil
	}
	if at < 0 {
		return refused(measure.WhyNoReturns)
	}
	own, theirs := b.quantity(*l, b.q.Amount, true), b.otherSum(groups[at], by, f)
	own.Scope.Partner, own.Scope.Flow = partner, string(b.key.flow)
	theirs.Scope.Classification, theirs.Scope.Product, theirs.Scope.Codes = own.Scope.Classification, own.Scope.Product, own.Scope.Codes
	if b.key.flow == figure.Import { // M is what is imported here
		own, theirs = theirs, own
	}
	gap, ratio = measure.MirrorGap(theirs, own, briefing.MaybeNumber{})
	return gap, ratio, nil
}

// constantShare splits the change of all exports over goods and markets. It needs
// what each market imported of all countries in both periods.
func (b *building) constantShare(l *Line) (measure.ConstantShare, error) {
	refused := func(why ...string) (measure.ConstantShare, error) {
		r := measure.Refused("", b.win.name, why...)
		return measure.ConstantShare{World: r, Product: r, Market: r, Competitiveness: r}, nil
	}
	switch {
	case l.Kind != Total:
		return measure.ConstantShare{}, nil
	case b.key.flow != figure.Export:
		return refused(measure.WhyOfExports)
	case b.key.split.Area != figure.AreaCountry && b.region() == "":
		return refused(measure.WhyOneRegion)
	}
	if b.shares != nil {
		return *b.shares, nil
	}
	out, why, err := b.marketCells()
	if err != nil || why != nil {
		got, _ := refused(why...)
		b.shares = &got
		return got, err
	}
	got := measure.ConstantMarketShare(out)
	b.shares = &got
	return got, nil
}

func (b *building) marketCells() (cells []measure.MarketCell, why []string, err error) {
	by := []figure.Dimension{"partner", b.q.Over}
	type sold struct{ now, then figure.Group }
	all, order := map[string]*sold{}, []string(nil)
	for i, periods := range [][]briefing.Period{b.win.now, b.win.then} {
		f := b.table.filter
		f.Period = also(b.q.Filter.Period, periods)
		groups, err := b.set.Aggregate(f, by)
		if err != nil {
			return nil, nil, err
		}
		for _, g := range groups {
			if g.Keys[0] == figure.World {
				continue
			}
			if g.Keys[0] == "" || unlike(g) {
				return nil, []string{measure.WhyMixedGoods}, nil
			}
			key := strings.Join(g.Keys, "\x00")
			if all[key] == nil {
				all[key] = &sold{}
				order = append(order, key)
			}
			if i == 0 {
				all[key].now = g
			} else {
				all[key].then = g
			}
		}
	}
	slices.Sort(order)
	demand := map[string][2][]figure.Group{}
	filters := map[string]figure.Filter{}
	for _, key := range order {
		market, product, _ := strings.Cut(key, "\x00")
		if _, read := demand[market]; !read {
			var both [2][]figure.Group
			for i, periods := range [][]briefing.Period{b.win.now, b.win.then} {
				f, groups, why, err := b.returns(market, figure.Import, "", periods, []figure.Dimension{b.q.Over})
				if err != nil || why != nil {
					return nil, why, err
				}
				both[i], filters[market] = groups, f
			}
			demand[market] = both
		}
		cell := measure.MarketCell{Product: product, Market: market}
		own := b.table.filter
		cell.ExportsNow = b.cell(all[key].now, []string{market, product}, by, own, b.win.name)
		cell.ExportsThen = b.cell(all[key].then, []string{market, product}, by, own, b.win.base)
		for i, to := range []*measure.Quantity{&cell.DemandNow, &cell.DemandThen} {
			groups := demand[market][i]
			var g figure.Group
			if at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Keys[0] == product }); at >= 0 {
				g = groups[at]
			} else if len(groups) > 0 {
				g.Split = groups[0].Split
			}
			*to = b.cell(g, []string{product}, by[1:], filters[market], []briefing.Period{b.win.name, b.win.base}[i])
		}
		cells = append(cells, cell)
	}
	return cells, nil, nil
}

// cell is an input of one product in one market; without rows it is an explicit
// zero.
func (b *building) cell(g figure.Group, keys []string, by []figure.Dimension, f figure.Filter, p briefing.Period) measure.Quantity {
	if g.Keys == nil {
		if g.Split.Reporter == "" {
			g.Split = b.key.split
		}
		g.Value, g.Weight = briefing.SomeNum("0"), briefing.SomeNum("0")
	}
	g.Keys = keys
	q := b.otherSum(g, by, f)
	q.Period = p
	return q
}

// season is the index of a month over all full years that the rows are of.
func (b *building) season(l *Line) (measure.Result, error) {
	month := b.win.name
	if b.time != "month" || month.Kind != briefing.MonthPeriod {
		return b.refuse(measure.WhyByMonth)
	}
	f := b.table.filter
	f.Period = b.q.Filter.Period
	if l.Kind == Item {
		narrowed, ok := narrow(f, b.dims, l.Keys)
		if !ok {
			return blank()
		}
		f = narrowed
	}
	groups, err := b.set.Totals(f, []figure.Dimension{"month"})
	if err != nil {
		return measure.Result{}, err
	}
	var months []measure.Quantity
	absent := false
	for _, p := range b.covered[b.key] {
		at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Keys[0] == p.String() })
		g := figure.Group{Keys: []string{p.String()}, Split: b.key.split, Value: briefing.SomeNum("0"), Weight: briefing.SomeNum("0")}
		if at >= 0 {
			g = groups[at]
		} else {
			absent = true
		}
		q := b.otherSum(g, []figure.Dimension{"month"}, f)
		q.Period = p
		months = append(months, q)
	}
	r := measure.SeasonalIndex(months)[month.From.Month-1]
	r.Period = month
	if absent && r.Defined {
		r.Notes = append(slices.Clone(r.Notes), measure.NoteNoRows)
	}
	return r, nil
}
