package measure

import (
	"briefing/internal/briefing"
)

const (
	keyComplementarity = "complementarity"
	keyDiversification = "diversification"
)

// Complementarity is 100·(1 − ½Σ|m_k − x_k|) over the shares of products in a
// partner's imports and in own exports (measure 15): 100 where one sells just
// what the other buys. Both lists are of the same products in the same order
// and of one classification; a product that is not traded is an explicit zero.
func Complementarity(imports, exports []Quantity) Result {
	r := begin(keyComplementarity, append(append([]Quantity{}, imports...), exports...)...)
	d, about := r.distance(imports, exports)
	if r.refused() {
		return r
	}
	left, err := one.Sub(d)
	if err == nil {
		left, err = left.Mul(hundred)
	}
	return r.exact(left, err, about, "")
}

// Diversification is UNCTAD's ½Σ|h_ij − h_i|, 0…1, of own exports against the
// world's (measure 16): 0 where the structure is the world's own.
func Diversification(own, world []Quantity) Result {
	r := begin(keyDiversification, append(append([]Quantity{}, own...), world...)...)
	d, about := r.distance(own, world)
	if r.refused() {
		return r
	}
	return r.exact(d, nil, about, "")
}

// distance is ½Σ|a_k − b_k| of shares as fractions.
func (r *Result) distance(a, b []Quantity) (d briefing.Number, about bool) {
	if len(a) != len(b) {
		r.refuse(WhyPartsDiffer)
		return d, false
	}
	for i := range a {
		if x, y := a[i].Scope.Classification, b[i].Scope.Classification; x != y {
			r.refuse(Differing(WhyClassesDiffer, x, y))
		}
		if a[i].Scope.Codes != b[i].Scope.Codes || a[i].Scope.Product != b[i].Scope.Product {
			r.refuse(WhyPartsDiffer)
		}
		r.together(a[i], b[i])
	}
	x, aboutA, whyA := fractions(a)
	y, aboutB, whyB := fractions(b)
	r.refuse(whyA, whyB)
	if r.refused() {
		return d, false
	}
	for i := range x {
		gap, err := x[i].SubAbs(y[i])
		if err == nil {
			d, err = d.Add(gap)
		}
		if err != nil {
			r.refuse(WhyOverflow)
			return d, false
		}
	}
	d, err := d.Quo(briefing.Whole(2))
	if err != nil {
		r.refuse(WhyOverflow)
	}
	return d, aboutA || aboutB
}
