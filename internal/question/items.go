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
		"laspeyres", "paasche", "coverage", "fisher", "volume-index",
		"price-effect", "volume-effect", "structure-effect", "unweighted-effect":
		return true
	}
	return false
}

// overItem holds the items of all lines of a table, and what was computed of
// each line.
type overItem struct {
	now, then map[string][]figure.Group
	prices    map[*Line]*measure.PriceAndVolume
	spread    map[*Line]*measure.Spread
	lines     map[string]bool // keys of lines shown one by one
}

// itemsOver adds up the items within the lines, when a measure asks for them.
func (b *building) itemsOver() (*overItem, error) {
	if !slices.ContainsFunc(b.q.Measures, overItems) {
		return nil, nil
	}
	o := &overItem{prices: map[*Line]*measure.PriceAndVolume{}, spread: map[*Line]*measure.Spread{}, lines: map[string]bool{}}
	for i := range b.items {
		o.lines[strings.Join(b.table.Lines[i].Keys, "\x00")] = true
	}
	by := append(slices.Clone(b.dims), b.q.Over)
	// The rows of all goods as one are no items; those of all countries may be.
	s := b.slice
	s.whole = false
	var err error
	if o.now, err = b.itemsIn(b.win.now, by, s); err == nil {
		o.then, err = b.itemsIn(b.win.then, by, s)
	}
	return o, err
}

// itemsIn are the items of one side by the keys of their lines, without what
// stands for other items together.
func (b *building) itemsIn(periods []briefing.Period, by []figure.Dimension, s slice) (map[string][]figure.Group, error) {
	groups, err := b.groups(periods, by, s)
	if err != nil {
		return nil, err
	}
	out := map[string][]figure.Group{}
	for _, g := range groups[b.key] {
		if k := b.kind(g.Keys[:len(b.dims)]); k == Total || k == "" {
			continue
		}
		key := strings.Join(g.Keys[:len(b.dims)], "\x00")
		out[key] = append(out[key], g)
	}
	return out, nil
}

// result is a measure over the items of a line.
func (o *overItem) result(b *building, l *Line, key string) measure.Result {
	switch l.Kind {
	case Hidden, OfHidden, Outside, Unallocated:
		return measure.Refused(key, b.win.name, measure.WhyMixedGoods)
	}
	now, then := o.of(l, o.now), o.of(l, o.then)
	if strings.HasPrefix(key, "hhi") || key == "effective-number" {
		if o.spread[l] == nil {
			o.spread[l] = b.spread(now)
		}
		return map[string]measure.Result{
			"hhi": o.spread[l].HHI, "hhi-normalised": o.spread[l].Normalised, "effective-number": o.spread[l].Effective,
		}[key]
	}
	if b.win.whyThen != "" {
		return measure.Refused(key, b.win.name, b.win.whyThen)
	}
	if o.prices[l] == nil {
		o.prices[l] = b.prices(now, then)
	}
	p := o.prices[l]
	r := map[string]measure.Result{
		"laspeyres": p.Laspeyres, "paasche": p.Paasche, "coverage": p.Coverage, "fisher": p.Fisher, "volume-index": p.Volume,
		"price-effect": p.Price, "volume-effect": p.Quantity, "structure-effect": p.Structure, "unweighted-effect": p.Unweighted,
	}[key]
	r.Period, r.Base = b.win.name, b.win.base
	return r
}

// of gives the items of a line: of a rest those of all lines not shown, of a
// total those of all, added up across the lines.
func (o *overItem) of(l *Line, side map[string][]figure.Group) []figure.Group {
	if l.Kind == Item {
		return side[strings.Join(l.Keys, "\x00")]
	}
	byItem := map[string][]figure.Group{}
	var order []string
	for line, groups := range side {
		if l.Kind == Rest && o.lines[line] {
			continue
		}
		for _, g := range groups {
			item := g.Keys[len(g.Keys)-1]
			if byItem[item] == nil {
				order = append(order, item)
			}
			byItem[item] = append(byItem[item], g)
		}
	}
	slices.Sort(order)
	out := make([]figure.Group, 0, len(order))
	for _, item := range order {
		sum, err := figure.Merge(byItem[item]...)
		if err != nil {
			continue // a sum that is too large was refused with the total
		}
		sum.Keys = []string{item}
		out = append(out, sum)
	}
	return out
}

// itemLine makes a line of an item, to read its amounts like those of lines.
func itemLine(now, then figure.Group, hasNow, hasThen bool) Line {
	return Line{Kind: Item, Now: now, Then: then, HasNow: hasNow, HasThen: hasThen}
}

// unlike reports whether an item is none: a code that is hidden or not told.
func unlike(g figure.Group) bool {
	item := g.Keys[len(g.Keys)-1]
	return item == "" || item == figure.HiddenCode || item == figure.TotalCode || item == figure.World || item == "ZZ"
}

func (b *building) spread(now []figure.Group) *measure.Spread {
	var parts []measure.Quantity
	left := false
	for _, g := range now {
		if unlike(g) && len(now) > 1 {
			left = true
			continue
		}
		q := b.quantity(itemLine(g, figure.Group{}, true, false), b.q.Amount, true)
		q.Keys, q.Scope.Codes, q.Scope.Partner = []string{g.Keys[len(g.Keys)-1]}, "", ""
		if q.Figure.Value.Valid {
			parts = append(parts, q)
		} else {
			left = true
		}
	}
	s := measure.Concentration(parts)
	if left {
		for _, r := range []*measure.Result{&s.HHI, &s.Normalised, &s.Effective} {
			r.Notes = append(slices.Clone(r.Notes), measure.NoteHiddenApart)
		}
	}
	return &s
}

// prices compares the products of both periods. The mass of a product counts
// only where it is of the very rows the value is of, and never where the code
// is hidden: those are not one product.
func (b *building) prices(now, then []figure.Group) *measure.PriceAndVolume {
	at := map[string]int{}
	var lines []Line
	for _, g := range now {
		at[g.Keys[len(g.Keys)-1]] = len(lines)
		lines = append(lines, itemLine(g, figure.Group{Keys: g.Keys, Split: g.Split}, true, false))
	}
	for _, g := range then {
		item := g.Keys[len(g.Keys)-1]
		i, ok := at[item]
		if !ok {
			i = len(lines)
			lines = append(lines, itemLine(figure.Group{Keys: g.Keys, Split: g.Split}, g, false, false))
		}
		lines[i].Then, lines[i].HasThen = g, true
	}
	var list []measure.Priced
	for _, l := range lines {
		keys := l.Now.Keys
		p := measure.Priced{
			NowValue: b.quantity(l, measure.Value, true), ThenValue: b.quantity(l, measure.Value, false),
			NowQuantity: b.quantity(l, measure.Weight, true), ThenQuantity: b.quantity(l, measure.Weight, false),
		}
		hidden := unlike(l.Now)
		if l.HasNow && (hidden || l.Now.WeightRows != l.Now.ValueRows) {
			p.NowQuantity.Figure.Value = briefing.MaybeNumber{}
		}
		if l.HasThen && (hidden || l.Then.WeightRows != l.Then.ValueRows) {
			p.ThenQuantity.Figure.Value = briefing.MaybeNumber{}
		}
		for _, q := range []*measure.Quantity{&p.NowValue, &p.ThenValue, &p.NowQuantity, &p.ThenQuantity} {
			q.Keys = keys[len(keys)-1:]
		}
		list = append(list, p)
	}
	out := measure.Prices(list)
	return &out
}
