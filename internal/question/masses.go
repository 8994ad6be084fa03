package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// goodsOf are the goods of a line in one of the periods, by their codes; ok is
// false of lines that no filter can be narrowed to.
func (b *building) goodsOf(l *Line, periods []briefing.Period) (goods []figure.Group, ok bool, err error) {
	f := b.slice.filter(b.q.Filter, periods)
	f.Flow = b.key.flow
	switch {
	case len(periods) == 0:
		return nil, false, nil
	case l.Kind == Total:
	case l.Kind == Rest, len(l.Keys) != len(b.dims):
		return nil, false, nil
	default:
		if f, ok = narrow(f, b.dims, l.Keys); !ok {
			return nil, false, nil
		}
	}
	groups, err := b.set.Goods(f, nil)
	return slices.DeleteFunc(groups, func(g figure.Group) bool { return keyOf(string(b.key.flow), g.Split) != b.key }), true, err
}

// unlikeGoods tells why the tonnes, or the values, of a line in the two periods
// are not of the same goods: of some they are told in one of them only. Empty where
// they are.
func (b *building) unlikeGoods(l *Line) (why string, err error) {
	incomplete, unlike, why := measure.Partial, measure.Unvalued, measure.WhyUnvalued
	if b.q.Amount == measure.Weight {
		incomplete, unlike, why = measure.Incomplete, measure.Unweighed, measure.WhyUnweighed
	}
	if !incomplete(l.Now, l.Then) {
		return "", nil
	}
	now, ok, err := b.goodsOf(l, b.win.now)
	var then []figure.Group
	if ok && err == nil {
		then, ok, err = b.goodsOf(l, b.win.then)
	}
	switch {
	case err != nil:
		return why, err
	case !ok && b.q.Amount == measure.Value: // of the rest it can't be told; that values lack is noted
		return "", nil
	case !ok || unlike(now, then):
		return why, nil
	}
	return "", nil
}

// unitValue is refused of rows that hold unlike goods by secrecy, and of a
// weight that is not of the rows the value is of. Where secret goods are among
// the rows, the price is of the others: of those it would be divided by a mass
// that they don't have.
func (b *building) unitValue(l *Line) (measure.Result, error) {
	hidden := measure.Refused("unit-value", b.win.name, "measure.why.hidden-code")
	if l.Kind == Hidden || l.Kind == OfHidden || l.Kind == Outside {
		return hidden, nil
	}
	of := *l
	if l.Now.HiddenRows > 0 {
		goods, ok, err := b.goodsOf(l, b.win.now)
		if err != nil || !ok {
			return hidden, err
		}
		goods = slices.DeleteFunc(goods, unlike)
		if of.Now, err = figure.Merge(goods...); err != nil || len(goods) == 0 {
			return hidden, err
		}
		of.Now.Keys, of.Now.Split = l.Now.Keys, l.Now.Split
	}
	if of.Now.WeightRows != of.Now.ValueRows && of.Now.WeightRows > 0 {
		return measure.Refused("unit-value", b.win.name, measure.WhyScopeDiffers), nil
	}
	r := measure.UnitValue(b.quantity(of, measure.Value, true), b.quantity(of, measure.Weight, true))
	if l.Now.HiddenRows > 0 {
		r.Notes = append(slices.Clone(r.Notes), measure.NoteHiddenApart)
	}
	return r, nil
}
