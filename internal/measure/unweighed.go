package measure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Unweighed reports whether tonnes of two periods are not of the same goods, since
// of some the mass is not told: now and then are the goods of both by the last of
// their keys. Goods that have no mass in either period are in neither sum. What
// is a hundredth of the value or less doesn't matter.
func Unweighed(now, then []figure.Group) bool {
	a, b := weighed(now), weighed(then)
	var lack, whole [2]briefing.Number
	for len(a)+len(b) > 0 {
		x, y := a.first(b)
		told := [2]massTold{x.told(), y.told()}
		same := told[0] == told[1] && told[0] != partly || told[0]+told[1] == wholly && told[0]*told[1] == 0
		for side, goods := range []weighedGoods{x, y} {
			for _, g := range goods {
				if !g.Value.Valid {
					continue
				}
				var err error
				if whole[side], err = whole[side].Add(g.Value.Decimal.Abs()); err != nil {
					return true
				}
				if same {
					continue
				}
				if lack[side], err = lack[side].Add(g.Value.Decimal.Abs()); err != nil {
					return true
				}
			}
		}
		a, b = a[len(x):], b[len(y):]
	}
	for side := range lack {
		of, err := lack[side].Mul(briefing.Num("100"))
		if err != nil || of.Cmp(whole[side]) > 0 {
			return true
		}
	}
	return false
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

// weighedGoods are groups in the order of their last keys.
type weighedGoods []*figure.Group

func weighed(groups []figure.Group) weighedGoods {
	out := make(weighedGoods, len(groups))
	for i := range groups {
		out[i] = &groups[i]
	}
	byGood := func(x, y *figure.Group) int { return strings.Compare(goodOf(x), goodOf(y)) }
	if !slices.IsSortedFunc(out, byGood) {
		slices.SortStableFunc(out, byGood)
	}
	return out
}

func goodOf(g *figure.Group) string { return g.Keys[len(g.Keys)-1] }

// first gives what both have of the first good that either has.
func (w weighedGoods) first(o weighedGoods) (mine, theirs weighedGoods) {
	var key string
	switch {
	case len(w) == 0:
		key = goodOf(o[0])
	case len(o) == 0:
		key = goodOf(w[0])
	default:
		key = min(goodOf(w[0]), goodOf(o[0]))
	}
	return w.of(key), o.of(key)
}

// of gives the goods in front that have the key.
func (w weighedGoods) of(key string) weighedGoods {
	n := 0
	for n < len(w) && goodOf(w[n]) == key {
		n++
	}
	return w[:n]
}

// told tells of goods of one key; the last of them counts.
func (w weighedGoods) told() massTold {
	if len(w) == 0 {
		return untraded
	}
	switch g := w[len(w)-1]; {
	case g.WeightRows >= g.ValueRows:
		return wholly
	case g.WeightRows > 0:
		return partly
	}
	return nothing
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
	for from := 0; from < len(parts); { // most often goods of one group follow one another
		first, to := parts[from], from+1
		for to < len(parts) && parts[to].Split == first.Split && slices.Equal(parts[to].Keys[:len(by)], first.Keys[:len(by)]) {
			to++
		}
		key := groupKey(first.Keys[:len(by)], first.Split)
		if out[key] == nil {
			out[key] = parts[from:to:to]
		} else {
			out[key] = append(out[key], parts[from:to]...)
		}
		from = to
	}
	return out, err
}
