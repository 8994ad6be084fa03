package measure

import (
	"briefing/internal/briefing"
)

// priceSums are the sums over matched products that the index numbers and the
// split are made of.
type priceSums struct {
	v0, v1          briefing.Number // Σp_0Q_0, Σp_tQ_t
	v1at0, v0at1    briefing.Number // Σp_tQ_0, Σp_0Q_t
	price, quantity briefing.Number // Bennet's parts
	err             error
}

// sumsOf adds the products up. ½(Q_0+Q_t)(p_t−p_0) is
// ½(p_tQ_0 − p_0Q_0 + p_tQ_t − p_0Q_t): sums of amounts of money only, so that
// no product of large numbers can leave the range of exact arithmetic.
func sumsOf(list []matched) (s priceSums) {
	add := func(sum *briefing.Number, n briefing.Number, err error) {
		if s.err == nil {
			s.err = err
		}
		if s.err == nil {
			*sum, s.err = sum.Add(n)
		}
	}
	for _, m := range list {
		add(&s.v0, m.v0, nil)
		add(&s.v1, m.v1, nil)
		a, err := scaledBy(m.v1, m.q0, m.q1)
		add(&s.v1at0, a, err)
		b, err := scaledBy(m.v0, m.q1, m.q0)
		add(&s.v0at1, b, err)
	}
	if s.err != nil {
		return s
	}
	half := func(a, b, c, d briefing.Number) (briefing.Number, error) { // ½(a − b + c − d)
		x, err := a.Sub(b)
		if err != nil {
			return x, err
		}
		y, err := c.Sub(d)
		if err != nil {
			return y, err
		}
		if x, err = x.Add(y); err != nil {
			return x, err
		}
		return x.Quo(briefing.Whole(2))
	}
	if s.price, s.err = half(s.v1at0, s.v0, s.v1, s.v0at1); s.err == nil {
		s.quantity, s.err = half(s.v0at1, s.v0, s.v1, s.v1at0)
	}
	return s
}

// scaledBy is v·(a/b), the quotient first: with the value in range the result
// is too unless the ratio is absurd.
func scaledBy(v, a, b briefing.Number) (briefing.Number, error) {
	ratio, err := a.Quo(b)
	if err != nil {
		return ratio, err
	}
	return v.Mul(ratio)
}

// indices fills what needs matched products.
func (out *PriceAndVolume) indices(s *sortedProducts) {
	refuse := func(why string) {
		for _, r := range []*Result{&out.Laspeyres, &out.Paasche, &out.Fisher, &out.Volume, &out.Coverage, &out.Before, &out.Matching, &out.Price, &out.Quantity} {
			r.refuse(why)
		}
	}
	if len(s.list) == 0 {
		refuse(WhyNothingMatched)
		return
	}
	sums := sumsOf(s.list)
	if s.err != nil || sums.err != nil {
		refuse(WhyOverflow)
		return
	}
	out.Price = out.Price.exact(sums.price, nil, s.about, s.unit)
	out.Quantity = out.Quantity.exact(sums.quantity, nil, s.about, s.unit)
	covered, err := percentOf([]briefing.Number{sums.v1, s.total})
	out.Coverage = out.Coverage.exact(covered, err, s.about, "percent")
	covered, err = percentOf([]briefing.Number{sums.v0, s.before})
	out.Before = out.Before.exact(covered, err, s.about, "percent")
	if sums.v0.Sign() > 0 {
		grown := GrowthOf(briefing.Some(sums.v1), briefing.Some(sums.v0))
		out.Matching = out.Matching.exact(grown.Figure.Value.Decimal, nil, s.about, "percent")
	} else {
		out.Matching.refuse(WhyNotPositive)
	}
	if sums.v0.Sign() <= 0 || sums.v0at1.Sign() <= 0 || sums.v1at0.Sign() <= 0 || sums.v1.Sign() <= 0 {
		for _, r := range []*Result{&out.Laspeyres, &out.Paasche, &out.Fisher, &out.Volume} {
			r.refuse(WhyNotPositive)
		}
		return
	}
	pl, err := sums.v1at0.Quo(sums.v0)
	out.Laspeyres = out.Laspeyres.exact(pl, err, s.about, "")
	pp, errP := sums.v1.Quo(sums.v0at1)
	out.Paasche = out.Paasche.exact(pp, errP, s.about, "")
	if err != nil || errP != nil {
		out.Fisher.refuse(WhyOverflow)
		out.Volume.refuse(WhyOverflow)
		return
	}
	pf, err := pl.Mul(pp)
	if err == nil {
		pf, err = pf.Sqrt()
	}
	out.Fisher = out.Fisher.exact(pf, err, s.about, "")
	if err != nil {
		out.Volume.refuse(WhyOverflow)
		return
	}
	volume, err := sums.v1.Quo(sums.v0)
	if err == nil {
		volume, err = volume.Quo(pf)
	}
	out.Volume = out.Volume.exact(volume, err, s.about, "")
}
