package measure

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Unweighed reports whether tonnes of two periods are not of the same goods, since
// of some the mass is not told: now and then are the goods of both by the last of
// their keys. Goods that have no mass in either period are in neither sum. What
// is a hundredth of the value or less doesn't matter.
func Unweighed(now, then []figure.Group) bool {
	a, b := weighed(now), weighed(then)
	lacking := func(groups []figure.Group) bool {
		lack, whole := briefing.Num("0"), briefing.Num("0")
		for _, g := range groups {
			if !g.Value.Valid {
				continue
			}
			var err error
			if whole, err = whole.Add(g.Value.Decimal.Abs()); err != nil {
				return true
			}
			if x, y := a[lastKey(g)], b[lastKey(g)]; x == y && x != partly || x+y == wholly && x*y == 0 {
				continue
			}
			if lack, err = lack.Add(g.Value.Decimal.Abs()); err != nil {
				return true
			}
		}
		lack, err := lack.Mul(briefing.Num("100"))
		return err != nil || lack.Cmp(whole) > 0
	}
	return lacking(now) || lacking(then)
}

// Incomplete reports whether some of the rows that have a value lack the mass.
func Incomplete(groups ...figure.Group) bool {
	return slices.ContainsFunc(groups, func(g figure.Group) bool { return g.WeightRows < g.ValueRows && g.WeightRows > 0 })
}

// How much of the rows of a good has a mass. A good that came or went, with its
// mass, is in the sums as it should be; one without is in neither.
type massTold uint8

const (
	untraded massTold = iota // no rows
	nothing
	partly
	wholly
)

func weighed(groups []figure.Group) map[string]massTold {
	out := map[string]massTold{}
	for _, g := range groups {
		switch {
		case g.WeightRows >= g.ValueRows:
			out[lastKey(g)] = wholly
		case g.WeightRows > 0:
			out[lastKey(g)] = partly
		default:
			out[lastKey(g)] = nothing
		}
	}
	return out
}

// goodsOf are the goods of each group whose rows lack some of the mass or the value,
// and of all others then, since they are compared; nil, as in most data, where none
// lacks it.
func goodsOf(s *figure.Set, f figure.Filter, by []figure.Dimension, groups []figure.Group) (map[string][]figure.Group, error) {
	if !Incomplete(groups...) && !Partial(groups...) {
		return nil, nil
	}
	parts, err := s.Parts(f, by, "code")
	out := map[string][]figure.Group{}
	for _, g := range parts {
		key := groupKey(g.Keys[:len(by)], g.Split)
		out[key] = append(out[key], g)
	}
	return out, err
}
