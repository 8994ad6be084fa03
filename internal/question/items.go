package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// overItems reports whether a measure looks into the items of a line.
func overItems(key string) bool {
	switch key {
	case "hhi", "hhi-normalised", "effective-number",
		"laspeyres", "paasche", "coverage", "base-coverage", "fisher", "volume-index",
		"price-effect", "volume-effect", "structure-effect", "unweighted-effect":
		return true
	}
	return false
}

// fewLines is up to how many lines are asked for their items one by one: that
// is quicker than all items of all lines at once.
const fewLines = 24

// overItem gives the items of the lines of a table, and keeps what was
// computed of each line.
type overItem struct {
	b         *building
	now, then map[string][]figure.Group // of all lines at once, by their keys
	prices    map[*Line]*measure.PriceAndVolume
	spread    map[*Line]*measure.Spread
	read      map[side][]figure.Group
}

// side is a line in one of the two periods; nil is the whole of the table.
type side struct {
	line *Line
	now  bool
}

// itemsOver prepares the items within the lines, when a measure asks for them.
func (b *building) itemsOver() (*overItem, error) {
	if !slices.ContainsFunc(b.q.Measures, overItems) {
		return nil, nil
	}
	o := &overItem{b: b, prices: map[*Line]*measure.PriceAndVolume{}, spread: map[*Line]*measure.Spread{}, read: map[side][]figure.Group{}}
	few := b.items <= fewLines
	for i := range b.items {
		_, can := narrow(figure.Filter{}, b.dims, b.table.Lines[i].Keys)
		few = few && can
	}
	if few {
		return o, nil
	}
	by := append(slices.Clone(b.dims), b.q.Over)
	var err error
	if o.now, err = b.itemsIn(b.win.now, by); err == nil {
		o.then, err = b.itemsIn(b.win.then, by)
	}
	return o, err
}

// itemsIn are the items of one side by the keys of their lines.
func (b *building) itemsIn(periods []briefing.Period, by []figure.Dimension) (map[string][]figure.Group, error) {
	s := b.slice
	groups, err := b.groups(periods, by, s)
	if err != nil {
		return nil, err
	}
	out := map[string][]figure.Group{}
	for _, g := range groups[b.key] {
		key := strings.Join(g.Keys[:len(b.dims)], "\x00")
		out[key] = append(out[key], g)
	}
	return out, nil
}

// of gives the items of a line in one period: of a total those of all rows, of
// a rest those of the lines that are not shown.
func (o *overItem) of(l *Line, now bool) ([]figure.Group, error) {
	at := side{l, now}
	if l.Kind == Total {
		at.line = nil
	}
	if groups, ok := o.read[at]; ok {
		return groups, nil
	}
	groups, err := o.find(l, now)
	o.read[at] = groups
	return groups, err
}

func (o *overItem) find(l *Line, now bool) ([]figure.Group, error) {
	b := o.b
	periods, all := b.win.then, o.then
	if now {
		periods, all = b.win.now, o.now
	}
	switch {
	case len(periods) == 0:
		return nil, nil
	case l.Kind == Total:
		in, err := b.itemsIn(periods, []figure.Dimension{b.q.Over})
		out := []figure.Group{}
		for _, groups := range in {
			out = append(out, groups...)
		}
		return out, err
	case l.Kind == Rest:
		return o.rest(now)
	case all != nil:
		return all[strings.Join(l.Keys, "\x00")], nil
	}
	s := b.slice
	f, _ := narrow(s.filter(b.q.Filter, periods), b.dims, l.Keys)
	f.Flow = b.key.flow
	groups, err := b.set.Aggregate(f, []figure.Dimension{b.q.Over})
	return slices.DeleteFunc(groups, func(g figure.Group) bool { return keyOf(string(b.key.flow), g.Split) != b.key }), err
}

// result is a measure over the items of a line.
func (o *overItem) result(b *building, l *Line, key string) (measure.Result, error) {
	switch l.Kind {
	case Hidden, OfHidden, Outside, Unallocated:
		return measure.Refused(key, b.win.name, measure.WhyMixedGoods), nil
	}
	if spread, prices := o.spread[l], o.prices[l]; spread == nil || prices == nil {
		now, err := o.of(l, true)
		if err != nil {
			return measure.Result{}, err
		}
		then, err := o.of(l, false)
		if err != nil {
			return measure.Result{}, err
		}
		o.spread[l], o.prices[l] = b.spread(l, now), b.prices(l, now, then)
		single, err := o.single(now)
		if err != nil {
			return measure.Result{}, err
		}
		if single {
			o.spread[l].Refuse(measure.WhyOnePart)
		}
	}
	if strings.HasPrefix(key, "hhi") || key == "effective-number" {
		return map[string]measure.Result{
			"hhi": o.spread[l].HHI, "hhi-normalised": o.spread[l].Normalised, "effective-number": o.spread[l].Effective,
		}[key], nil
	}
	if b.win.whyThen != nil {
		return measure.Refused(key, b.win.name, b.win.whyThen...), nil
	}
	p := o.prices[l]
	r := map[string]measure.Result{
		"laspeyres": p.Laspeyres, "paasche": p.Paasche, "coverage": p.Coverage, "base-coverage": p.Before, "fisher": p.Fisher, "volume-index": p.Volume,
		"price-effect": p.Price, "volume-effect": p.Quantity, "structure-effect": p.Structure, "unweighted-effect": p.Unweighted,
	}[key]
	r.Period, r.Base = b.win.name, b.win.base
	return r, nil
}

// single reports whether the data hold one item alone, here and in all lines:
// how a sum is spread over items can't be told from them. Where the others have
// more, a line that has one is the extreme of a scale.
func (o *overItem) single(now []figure.Group) (bool, error) {
	if len(now) > 1 {
		return false, nil
	}
	all, err := o.of(&Line{Kind: Total}, true)
	items := map[string]bool{}
	for _, g := range all {
		items[g.Keys[len(g.Keys)-1]] = true
	}
	return len(items) == 1, err
}

// rest are the items of all lines but those shown: what these leave of the
// items of all.
func (o *overItem) rest(now bool) ([]figure.Group, error) {
	whole := &Line{Kind: Total}
	all, err := o.of(whole, now)
	if err != nil {
		return nil, err
	}
	shown := map[string][]figure.Group{}
	for i := range o.b.table.Lines {
		l := &o.b.table.Lines[i]
		if l.Kind != Item && (l.Kind != Unallocated && l.Kind != Hidden || l.Stated) {
			continue
		}
		items, err := o.of(l, now)
		if err != nil {
			return nil, err
		}
		for _, g := range items {
			item := g.Keys[len(g.Keys)-1]
			shown[item] = append(shown[item], g)
		}
	}
	var out []figure.Group
	for _, g := range all {
		less, err := figure.Merge(shown[g.Keys[len(g.Keys)-1]]...)
		if err != nil {
			return nil, err
		}
		if g.Rows -= less.Rows; g.Rows == 0 {
			continue
		}
		g.Value, g.Weight = without(g.Value, less.Value), without(g.Weight, less.Weight)
		g.ValueRows, g.WeightRows = g.ValueRows-less.ValueRows, g.WeightRows-less.WeightRows
		out = append(out, g)
	}
	return out, nil
}

// without takes away a part that may be absent.
func without(whole, part briefing.MaybeNumber) briefing.MaybeNumber {
	if !whole.Valid || !part.Valid {
		return whole
	}
	n, err := whole.Decimal.SubExact(part.Decimal, max(whole.Decimal.Scale(), part.Decimal.Scale()))
	return briefing.MaybeNumber{Decimal: n.Trim(0), Valid: err == nil}
}

// unlike reports whether an item is none: a code that is hidden or not told.
func unlike(g figure.Group) bool { return measure.NoItem(g.Keys[len(g.Keys)-1]) }

func (b *building) spread(l *Line, now []figure.Group) *measure.Spread {
	var parts []briefing.Number
	left := false
	for _, g := range now {
		n := g.Value
		if b.q.Amount == measure.Weight {
			n = g.Weight
		}
		if unlike(g) && len(now) > 1 || !n.Valid {
			left = true
			continue
		}
		parts = append(parts, n.Decimal)
	}
	s := measure.ConcentrationOfSums(b.quantity(*l, b.q.Amount, true), parts)
	if left {
		for _, r := range []*measure.Result{&s.HHI, &s.Normalised, &s.Effective} {
			r.Notes = append(slices.Clone(r.Notes), measure.NoteHiddenApart)
		}
	}
	return &s
}

// prices compares the products of both periods.
func (b *building) prices(l *Line, now, then []figure.Group) *measure.PriceAndVolume {
	out := measure.PricesOfSums(b.quantity(*l, measure.Value, true), b.quantity(*l, measure.Value, false), measure.SoldOf(now, then))
	out.Weighed(l.Now.WeightStatus, l.Then.WeightStatus)
	return &out
}
