package question

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// relations are the measures that hold a line against other rows than those of its
// table: the country's or the world's, the partner's own returns, other years.
func relations() map[string]func(*building, *Line) (measure.Result, error) {
	of := func(pick func(measure.ConstantShare) measure.Result) func(*building, *Line) (measure.Result, error) {
		return func(b *building, l *Line) (measure.Result, error) {
			all, err := b.constantShare(l)
			return pick(all), err
		}
	}
	return map[string]func(*building, *Line) (measure.Result, error){
		"rca":              (*building).rca,
		"localisation":     (*building).localisation,
		"rca-symmetric":    (*building).symmetric,
		"trade-intensity":  (*building).intensity,
		"complementarity":  (*building).complementarity,
		"diversification":  (*building).diversification,
		"seasonal-index":   (*building).season,
		"mirror-gap":       func(b *building, l *Line) (measure.Result, error) { gap, _, err := b.mirror(l); return gap, err },
		"mirror-asymmetry": func(b *building, l *Line) (measure.Result, error) { _, ratio, err := b.mirror(l); return ratio, err },

		"cms-world":           of(func(c measure.ConstantShare) measure.Result { return c.World }),
		"cms-product":         of(func(c measure.ConstantShare) measure.Result { return c.Product }),
		"cms-market":          of(func(c measure.ConstantShare) measure.Result { return c.Market }),
		"cms-competitiveness": of(func(c measure.ConstantShare) measure.Result { return c.Competitiveness }),
	}
}

// Related reports whether a measure holds a line against other rows than those of
// its table.
func Related(key string) bool { return relations()[key] != nil }

// overRelated reports whether a related measure looks into the items of a line.
func overRelated(key string) bool {
	return key == "complementarity" || key == "diversification" || strings.HasPrefix(key, "cms-")
}

// related is a cell of such a measure, under the key that was asked for.
func (b *building) related(l *Line, key string) (measure.Result, error) {
	switch {
	case l.Kind == Hidden, l.Kind == OfHidden, l.Kind == Outside, l.Kind == Rest, l.Kind == Unallocated:
		return measure.Result{Measure: key}, nil
	case strings.HasPrefix(key, "cms-") && b.win.whyThen != nil:
		return measure.Refused(key, b.win.name, b.win.whyThen...), nil
	}
	r, err := relations()[key](b, l)
	r.Measure = key
	if r.Period.Kind == briefing.NoPeriod {
		r.Period = b.win.name
	}
	return r, err
}

// blank is a cell of a line for which a measure means nothing.
func blank() (measure.Result, error) { return measure.Result{}, nil }

func (b *building) refuse(why ...string) (measure.Result, error) {
	return measure.Refused("", b.win.name, why...), nil
}

// beside are the rows that lines are held against: all that are known.
func (b *building) beside() *figure.Set { return cmp.Or(b.q.All, b.set) }

// region is the one region that the rows of the table are of; empty where they are
// of the country, or of several.
func (b *building) region() string {
	if r := b.q.Filter.Region; r != "" {
		return r
	}
	if len(b.table.Regions) == 1 {
		return b.table.Regions[0]
	}
	return ""
}

// yardstick is what a line is held against: the whole country for a region, the
// world or the reporter asked for (Question.Against) for a country.
type yardstick struct {
	filter figure.Filter
	note   string
	why    []string
}

func (b *building) yardstick() (yardstick, error) {
	y := yardstick{filter: b.q.Filter}
	split := b.key.split
	y.filter.Flow, y.filter.Reporter, y.filter.Region, y.filter.Split = b.key.flow, "", "", &split
	y.filter.Period = also(b.q.Filter.Period, b.win.now)
	if split.Area != figure.AreaCountry && b.q.Against == "" {
		if b.region() == "" {
			y.why = []string{measure.WhyOneRegion}
			return y, nil
		}
		split.Area = figure.AreaCountry
		if b.beside().May(y.filter) {
			if groups, err := b.beside().Totals(y.filter, nil); err != nil || len(groups) > 0 {
				return y, err
			}
		}
		split.Area = b.key.split.Area // the regions together, as far as there are rows
		regions, err := b.beside().Regions(y.filter)
		if err == nil && len(regions) == 1 {
			y.why = []string{measure.WhyNoYardstick}
		}
		y.note = measure.NoteRegionsTogether
		return y, err
	}
	split.Area = figure.AreaCountry
	split.Reporter = cmp.Or(b.q.Against, figure.World)
	groups, err := b.beside().Totals(y.filter, nil)
	if err != nil || len(groups) > 0 {
		return y, err
	}
	of := y.filter
	of.Reporter, of.Split = split.Reporter, nil
	apart, err := b.beside().Totals(of, nil)
	if y.why = nearestOf(split, apart); y.why == nil {
		y.why = []string{measure.WhyNoYardstick}
	}
	return y, err
}

// nearestOf tells what the groups have otherwise than a split; nil where there are
// none.
func nearestOf(split figure.Split, groups []figure.Group) []string {
	var others []figure.Split
	for _, g := range groups {
		others = append(others, g.Split)
	}
	return measure.Nearest(split, others)
}

// overShare is the share of a line over the same share in the yardstick.
func (b *building) overShare(l *Line, of func(own, ownAll, other, otherAll measure.Quantity) measure.Result) (measure.Result, error) {
	y, err := b.yardstick()
	if err != nil || y.why != nil {
		return measure.Refused("", b.win.name, y.why...), err
	}
	parts, err := b.beside().Totals(y.filter, b.dims)
	if err != nil {
		return measure.Result{}, err
	}
	whole, err := b.beside().Totals(y.filter, nil)
	if err != nil || len(whole) != 1 {
		return measure.Refused("", b.win.name, measure.WhyNoYardstick), err
	}
	at := slices.IndexFunc(parts, func(g figure.Group) bool { return slices.Equal(g.Keys, l.Keys) })
	part := figure.Group{Keys: l.Keys, Split: whole[0].Split} // not traded there
	if at >= 0 {
		part = parts[at]
	}
	r := of(b.ofRegion(b.quantity(*l, b.q.Amount, true)), b.ofRegion(b.quantity(b.whole, b.q.Amount, true)),
		b.otherSum(part, b.dims, y.filter), b.otherSum(whole[0], nil, y.filter))
	if y.note != "" && r.Defined {
		r.Notes = append(slices.Clone(r.Notes), y.note)
	}
	return r, nil
}

func (b *building) ofRegion(q measure.Quantity) measure.Quantity {
	if q.Scope.Region == "" {
		q.Scope.Region = b.region()
	}
	return q
}

// otherSum makes an input of a sum of other rows, in the period of the table.
func (b *building) otherSum(g figure.Group, by []figure.Dimension, f figure.Filter) measure.Quantity {
	q := measure.OfGroup(g, by, b.q.Amount)
	q.Period = b.win.name
	q.Scope.Flow = string(f.Flow)
	q.Scope.Partner = cmp.Or(q.Scope.Partner, f.Partner)
	if g.World {
		q.Scope.Partner = figure.World
	}
	q.Scope.Codes = cmp.Or(q.Scope.Codes, strings.Join(f.Codes, " "))
	return q
}

// ofOne reports whether the lines of the table are told apart by one dimension of
// the kind alone.
func (b *building) ofOne(kind func(figure.Dimension) bool) bool {
	return len(b.dims) == 1 && kind(b.dims[0])
}

func (b *building) rca(l *Line) (measure.Result, error) {
	switch {
	case !b.ofOne(ofGoods):
		return b.refuse(measure.WhyByGoods)
	case b.key.split.Area != figure.AreaCountry:
		return b.refuse(measure.WhyIsLocalisation)
	case l.Kind != Item:
		return blank()
	}
	return b.overShare(l, measure.RCA)
}

func (b *building) localisation(l *Line) (measure.Result, error) {
	switch {
	case !b.ofOne(ofGoods):
		return b.refuse(measure.WhyByGoods)
	case b.key.split.Area == figure.AreaCountry:
		return b.refuse(measure.WhyOneRegion)
	case l.Kind != Item:
		return blank()
	}
	return b.overShare(l, measure.RCA)
}

func (b *building) symmetric(l *Line) (measure.Result, error) {
	switch {
	case !b.ofOne(ofGoods):
		return b.refuse(measure.WhyByGoods)
	case l.Kind != Item:
		return blank()
	}
	return b.overShare(l, func(own, ownAll, other, otherAll measure.Quantity) measure.Result {
		return measure.SymmetricRCA(measure.RCA(own, ownAll, other, otherAll))
	})
}

func (b *building) intensity(l *Line) (measure.Result, error) {
	switch {
	case !b.ofOne(func(d figure.Dimension) bool { return d == "partner" }):
		return b.refuse(measure.WhyByPartner)
	case l.Kind != Item:
		return blank()
	}
	return b.overShare(l, measure.TradeIntensity)
}

// joined reports whether codes of two classifications mean the same as far as the
// items have digits: chapters do in all editions.
func (b *building) joined(class string, p briefing.Period) bool {
	own := b.key.split.Classification
	if own == class {
		return true
	}
	digits, _ := classification.Join(classification.Side{Class: own, Period: p}, classification.Side{Class: class, Period: p})
	return digits >= 2 && b.q.Over == "hs2"
}
