package measure

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Unvalued reports whether amounts of two periods are not of the same goods, since
// of some the value is told in one of them only, though there are rows of it in the
// other: now and then are the goods of both by the last of their keys. A good that
// came or went has no rows at all. What is a hundredth of the value or less doesn't
// matter.
func Unvalued(now, then []figure.Group) bool {
	lacking := func(groups, others []figure.Group) bool {
		empty := map[string]bool{}
		for _, g := range others {
			key := lastKey(g)
			was, known := empty[key]
			empty[key] = !g.Value.Valid && (was || !known)
		}
		lack, whole := briefing.Num("0"), briefing.Num("0")
		for _, g := range groups {
			if !g.Value.Valid {
				continue
			}
			var err error
			if whole, err = whole.Add(g.Value.Decimal.Abs()); err != nil {
				return true
			}
			if !empty[lastKey(g)] {
				continue
			}
			if lack, err = lack.Add(g.Value.Decimal.Abs()); err != nil {
				return true
			}
		}
		lack, err := lack.Mul(briefing.Num("100"))
		return err != nil || lack.Cmp(whole) > 0
	}
	return lacking(now, then) || lacking(then, now)
}

// Partial reports whether some rows of a sum have no value.
func Partial(groups ...figure.Group) bool {
	return slices.ContainsFunc(groups, func(g figure.Group) bool { return g.ValueRows < g.Rows && g.ValueRows > 0 })
}
