package measure

import "briefing/internal/briefing"

const (
	keyConcentration = "hhi"
	keyNormalised    = "hhi-normalised"
	keyEffective     = "effective-number"
)

// Spread tells how a whole is spread over its parts (measure 11).
type Spread struct {
	HHI        Result // Σ s_k², 0…1
	Normalised Result // (HHI − 1/n)/(1 − 1/n), n > 1
	Effective  Result // 1/HHI, the number of equal parts of the same spread
}

// Concentration is the Herfindahl–Hirschman index over all parts of one
// whole, with its normalised form and the effective number of parts. A part
// without a value is refused, for a missing value is not zero; so is a
// negative one.
func Concentration(parts []Quantity) Spread {
	s := Spread{
		HHI: begin(keyConcentration, parts...), Normalised: begin(keyNormalised, parts...),
		Effective: begin(keyEffective, parts...),
	}
	shares, about, why := fractions(parts)
	if why != "" {
		s.HHI.refuse(why)
		s.Normalised.refuse(why)
		s.Effective.refuse(why)
		return s
	}
	if len(parts) > 0 {
		s.HHI.Period, s.Normalised.Period, s.Effective.Period = parts[0].Period, parts[0].Period, parts[0].Period
	}
	var hhi briefing.Number
	var err error
	for _, x := range shares {
		if hhi, err = hhi.AddMul(x, x); err != nil {
			break
		}
	}
	s.HHI = s.HHI.exact(hhi, err, about, "")
	if err != nil {
		return s
	}
	effective, err := one.Quo(hhi)
	s.Effective = s.Effective.exact(effective, err, about, "")
	if len(parts) < 2 {
		s.Normalised.refuse(WhyOnePart)
		return s
	}
	normal, err := normalised(hhi, len(parts))
	s.Normalised = s.Normalised.exact(normal, err, about, "")
	return s
}

// normalised is (h − 1/n)/(1 − 1/n) = (n·h − 1)/(n − 1): without the rounding
// of 1/n.
func normalised(h briefing.Number, n int) (briefing.Number, error) {
	above, err := h.Mul(briefing.Whole(n))
	if err != nil {
		return above, err
	}
	if above, err = above.Sub(one); err != nil {
		return above, err
	}
	return above.Quo(briefing.Whole(n - 1))
}

// fractions are the shares of the parts in their sum, 0…1.
func fractions(parts []Quantity) (shares []briefing.Number, about bool, why string) {
	var r Result
	for _, p := range parts {
		r.partOf(p, parts[0])
		r.together(parts[0], p)
	}
	if len(parts) == 0 {
		return nil, false, WhyValueMissing
	}
	x, about := r.points(parts...)
	if r.refused() {
		if r.Why == WhyBaseMissing {
			return nil, about, WhyValueMissing
		}
		return nil, about, r.Why
	}
	var sum briefing.Number
	var err error
	for _, v := range x {
		if v.Sign() < 0 {
			return nil, about, WhyNegativePart
		}
		if sum, err = sum.Add(v); err != nil {
			return nil, about, WhyOverflow
		}
	}
	if sum.Sign() <= 0 {
		return nil, about, WhyWholeNotPositive
	}
	for _, v := range x {
		share, err := v.Quo(sum)
		if err != nil {
			return nil, about, WhyOverflow
		}
		shares = append(shares, share)
	}
	return shares, about, ""
}
