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
		g.Held += o.Held
		g.Sample = g.Sample || o.Sample
		g.Status = Weaker(g.Status, o.Status)
		g.WeightStatus = Weaker(g.WeightStatus, o.WeightStatus)
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

// exact adds decimals of any scale without rounding: in a machine word while
// they fit one, which is the usual case.
type exact struct {
	small int64
	large *big.Int
	scale uint8
	any   bool
}

func (e *exact) add(n briefing.MaybeNumber) {
	if !n.Valid {
		return
	}
	m, scale, ok := split(n)
	if e.large == nil && ok {
		if !e.any {
			e.small, e.scale, e.any = m, scale, true
			return
		}
		if a, b, to, fits := level(e.small, m, e.scale, scale); fits {
			if sum := a + b; (sum > a) == (b > 0) {
				e.small, e.scale = sum, to
				return
			}
		}
	}
	e.addLarge(n)
}

// level brings two numbers to the larger of their scales.
func level(a, b int64, x, y uint8) (c, d int64, to uint8, ok bool) {
	to = max(x, y)
	c, ok = rescale(a, to-x)
	if !ok {
		return a, b, to, false
	}
	d, ok = rescale(b, to-y)
	return c, d, to, ok
}

func (e *exact) addLarge(n briefing.MaybeNumber) {
	if e.large == nil {
		e.large = big.NewInt(e.small)
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
		e.large.Mul(e.large, tenTo(scale-e.scale))
		e.scale = scale
	case scale < e.scale:
		m.Mul(&m, tenTo(e.scale-scale))
	}
	e.large.Add(e.large, &m)
}

func (e *exact) number() (briefing.MaybeNumber, error) {
	switch {
	case !e.any:
		return briefing.MaybeNumber{}, nil
	case e.large == nil:
		return join(e.small, e.scale), nil
	}
	ten, scale, all := big.NewInt(10), e.scale, new(big.Int).Set(e.large)
	for ; scale > 0; scale-- {
		q, r := new(big.Int).QuoRem(all, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		all = q
	}
	return decimalOf(all, scale)
}

// addScaled is add for a mantissa of a scale.
func (e *exact) addScaled(m int64, scale uint8) {
	if m == absent {
		return
	}
	if e.large == nil {
		if !e.any {
			e.small, e.scale, e.any = m, scale, true
			return
		}
		if a, b, to, fits := level(e.small, m, e.scale, scale); fits {
			if sum := a + b; (sum > a) == (b > 0) {
				e.small, e.scale = sum, to
				return
			}
		}
	}
	e.addLarge(join(m, scale))
}

// join adds what another has added.
func (e *exact) join(o *exact) {
	switch {
	case !o.any:
	case o.large == nil:
		e.addScaled(o.small, o.scale)
	default:
		if n, err := o.number(); err == nil {
			e.add(n)
		}
	}
}
