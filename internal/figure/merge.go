package figure

import (
	"math/big"
	"slices"

	"briefing/internal/briefing"
)

// Merge adds groups up exactly: the sum of all that were not asked for one by
// one. Keys are those of none; the split is that of the first. A sum of more
// than 19 digits is CodeOverflow.
func Merge(groups ...Group) (Group, error) {
	var g Group
	var values, weights exact
	for i, o := range groups {
		if i == 0 {
			g.Split = o.Split
		}
		values.add(o.Value)
		weights.add(o.Weight)
		g.Rows += o.Rows
		g.ValueRows += o.ValueRows
		g.WeightRows += o.WeightRows
		g.HiddenRows += o.HiddenRows
		g.Sample = g.Sample || o.Sample
		g.Status = Weaker(g.Status, o.Status)
		for _, l := range o.Levels {
			if !slices.Contains(g.Levels, l) {
				g.Levels = append(g.Levels, l)
			}
		}
	}
	slices.Sort(g.Levels)
	var err error
	if g.Value, err = values.number(); err == nil {
		g.Weight, err = weights.number()
	}
	return g, err
}

// exact adds decimals of any scale without rounding.
type exact struct {
	sum   big.Int
	scale uint8
	any   bool
}

func (e *exact) add(n briefing.MaybeNumber) {
	if !n.Valid {
		return
	}
	e.any = true
	var m big.Int
	m.SetUint64(n.Decimal.Coef())
	if n.Decimal.Sign() < 0 {
		m.Neg(&m)
	}
	scale := uint8(n.Decimal.Scale())
	switch {
	case scale > e.scale:
		e.sum.Mul(&e.sum, tenTo(scale-e.scale))
		e.scale = scale
	case scale < e.scale:
		m.Mul(&m, tenTo(e.scale-scale))
	}
	e.sum.Add(&e.sum, &m)
}

func (e *exact) number() (briefing.MaybeNumber, error) {
	if !e.any {
		return briefing.MaybeNumber{}, nil
	}
	ten, scale := big.NewInt(10), e.scale
	all := new(big.Int).Set(&e.sum)
	for ; scale > 0; scale-- {
		q, r := new(big.Int).QuoRem(all, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		all = q
	}
	return decimalOf(all, scale)
}
