package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// structures are the two lists of items as inputs of a measure: of the same goods
// in the same order, what one side does not trade an explicit zero.
func (b *building) structures(a, z []figure.Group, of [2]figure.Filter) (x, y []measure.Quantity) {
	var keys []string
	for _, g := range append(slices.Clone(a), z...) {
		if key := g.Keys[len(g.Keys)-1]; !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	side := func(groups []figure.Group, f figure.Filter) (out []measure.Quantity) {
		for _, key := range keys {
			at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Keys[len(g.Keys)-1] == key })
			g := figure.Group{Split: groups[0].Split, Value: briefing.SomeNum("0"), Weight: briefing.SomeNum("0")}
			if at >= 0 {
				g = groups[at]
			}
			g.Keys = []string{key}
			q := b.otherSum(g, []figure.Dimension{b.q.Over}, f)
			q.Scope.Classification = b.key.split.Classification // that they join was seen
			out = append(out, q)
		}
		return out
	}
	if len(a) == 0 || len(z) == 0 {
		return nil, nil
	}
	return side(a, of[0]), side(z, of[1])
}

// goodsTold leaves out what no good is named for, and reports whether that was
// anything.
func goodsTold(groups []figure.Group) (out []figure.Group, left bool) {
	out = slices.DeleteFunc(slices.Clone(groups), unlike)
	return out, len(out) < len(groups)
}

func nested(groups []figure.Group) bool {
	if len(groups) == 0 {
		return false
	}
	return figure.Nested(codesOf(groups, len(groups[0].Keys)-1))
}

// diversification holds the structure of a line against that of the yardstick.
func (b *building) diversification(l *Line) (measure.Result, error) {
	y, err := b.yardstick()
	if err != nil || y.why != nil {
		return measure.Refused("", b.win.name, y.why...), err
	}
	own, err := (&overItem{b: b, read: map[side][]figure.Group{}}).of(l, true)
	if err != nil {
		return measure.Result{}, err
	}
	other, err := b.beside().Totals(y.filter, []figure.Dimension{b.q.Over})
	if err != nil {
		return measure.Result{}, err
	}
	f := b.table.filter
	return b.distance(own, other, [2]figure.Filter{f, y.filter}, y.note, measure.Diversification), nil
}

// complementarity holds what a partner buys of all countries against what is
// exported to all of them.
func (b *building) complementarity(l *Line) (measure.Result, error) {
	partner := b.partnerOf(l)
	switch {
	case b.key.flow != figure.Export:
		return b.refuse(measure.WhyOfExports)
	case partner == "" && l.Kind == Total && b.ofOne(func(d figure.Dimension) bool { return d == "partner" }):
		return blank()
	case partner == "" || len(b.dims) > 1 || len(b.dims) == 1 && b.dims[0] != "partner":
		return b.refuse(measure.WhyByPartner)
	}
	mine := b.table.filter
	mine.Partner, mine.Province, mine.Period = "", "", also(b.q.Filter.Period, b.win.now)
	own, err := b.set.Totals(mine, []figure.Dimension{b.q.Over})
	if err != nil {
		return measure.Result{}, err
	}
	f, groups, why, err := b.returns(partner, figure.Import, "", b.win.now, []figure.Dimension{b.q.Over})
	if err != nil || why != nil {
		return measure.Refused("", b.win.name, why...), err
	}
	return b.distance(groups, own, [2]figure.Filter{f, mine}, "", measure.Complementarity), nil
}

// distance is a measure of two structures.
func (b *building) distance(a, z []figure.Group, of [2]figure.Filter, note string, measured func(a, z []measure.Quantity) measure.Result) measure.Result {
	a, leftA := goodsTold(a)
	z, leftZ := goodsTold(z)
	switch {
	case len(a) == 0 || len(z) == 0:
		return measure.Refused("", b.win.name, measure.WhyNoYardstick)
	case nested(a) || nested(z):
		return measure.Refused("", b.win.name, measure.WhyLevels)
	}
	x, y := b.structures(a, z, of)
	r := measured(x, y)
	for _, n := range []struct {
		key   string
		holds bool
	}{{note, note != ""}, {measure.NoteHiddenApart, leftA || leftZ}} {
		if n.holds && r.Defined {
			r.Notes = append(slices.Clone(r.Notes), n.key)
		}
	}
	return r
}

// partnerOf is the one partner that a line is of.
func (b *building) partnerOf(l *Line) string {
	if at := slices.Index(b.dims, "partner"); at >= 0 && at < len(l.Keys) {
		return l.Keys[at]
	}
	return b.q.Filter.Partner
}

// returns are a partner's own returns of a flow, with one country or all of them,
// in the currency, the classification and the frequency of the table, whatever
// their basis of prices is: with the filter of their rows, or why there are none
// that can be compared.
func (b *building) returns(reporter string, flow figure.Flow, with string, periods []briefing.Period, by []figure.Dimension) (f figure.Filter, groups []figure.Group, why []string, err error) {
	f = b.q.Filter
	f.Flow, f.Reporter, f.Partner = flow, reporter, with
	f.Region, f.Province, f.Split, f.Basis, f.Area = "", "", nil, "", nil
	f.Classification, f.Currency, f.Frequency = "", b.key.split.Currency, b.key.split.Frequency
	f.Period = also(b.q.Filter.Period, periods)
	groups, err = b.beside().Totals(f, by)
	if err != nil {
		return f, nil, nil, err
	}
	if with == "" { // what is stated of all countries, where it is of all goods too
		world := f
		world.Partner = figure.World
		if stated, err := b.beside().Aggregate(world, by); err == nil && len(stated) > 0 && len(stated) == len(groups) {
			f, groups = world, stated
		}
	}
	goods := narrowed(b.q.Filter) || slices.ContainsFunc(by, ofGoods)
	for _, g := range groups {
		switch {
		case g.Split != groups[0].Split:
			return f, nil, append(measure.Mixed(groups[0].Split, g.Split), measure.WhyScopeDiffers)[:1], nil
		case goods && !b.joined(g.Split.Classification, b.win.name):
			return f, nil, []string{measure.Differing(measure.WhyClassesDiffer, b.key.split.Classification, g.Split.Classification)}, nil
		}
	}
	if len(groups) > 0 {
		f.Classification = groups[0].Split.Classification
		return f, groups, nil, nil
	}
	any := f
	any.Currency, any.Frequency = "", ""
	others, err := b.beside().Totals(any, nil)
	for i := range others { // what is compared in spite of it
		s := &others[i].Split
		s.Reporter, s.Area, s.Basis, s.Classification = b.key.split.Reporter, b.key.split.Area, b.key.split.Basis, b.key.split.Classification
	}
	if why = nearestOf(b.key.split, others); why == nil {
		why = []string{measure.WhyNoReturns}
	}
	return f, nil, why, err
}
