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
	period := briefing.Period{}
	if len(parts) > 0 {
		period = parts[0].Period
	}
	s.of(shares, about, why, period)
	return s
}

// ConcentrationOfSums is Concentration over the parts of one sum, which are
// alike in all but what they are of; the whole is the input of the results.
func ConcentrationOfSums(whole Quantity, parts []briefing.Number) Spread {
	s := Spread{HHI: begin(keyConcentration, whole), Normalised: begin(keyNormalised, whole), Effective: begin(keyEffective, whole)}
	shares, why := fractionsOf(parts)
	s.of(shares, whole.Figure.Precision == briefing.About, why, whole.Period)
	return s
}

// Refuse takes the values away and says why there are none: a key of texts,
// one of the Why… of this package.
func (s *Spread) Refuse(why string) {
	for _, r := range []*Result{&s.HHI, &s.Normalised, &s.Effective} {
		r.Defined, r.Figure = false, briefing.Figure{}
		r.refuse(why)
	}
}

// of fills the results from the shares.
func (s *Spread) of(shares []briefing.Number, about bool, why string, period briefing.Period) {
	if why != "" {
		s.Refuse(why)
		return
	}
	s.HHI.Period, s.Normalised.Period, s.Effective.Period = period, period, period
	var hhi briefing.Number
	var err error
	for _, x := range shares {
		if hhi, err = hhi.AddMul(x, x); err != nil {
			break
		}
	}
	s.HHI = s.HHI.exact(hhi, err, about, "")
	if err != nil {
		return
	}
	effective, err := one.Quo(hhi)
	s.Effective = s.Effective.exact(effective, err, about, "")
	if len(shares) < 2 {
		s.Normalised.refuse(WhyOnePart)
		return
	}
	normal, err := normalised(hhi, len(shares))
	s.Normalised = s.Normalised.exact(normal, err, about, "")
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
	shares, why = fractionsOf(x)
	return shares, about, why
}

// fractionsOf are the shares of the numbers in their sum.
func fractionsOf(x []briefing.Number) (shares []briefing.Number, why string) {
	if len(x) == 0 {
		return nil, WhyValueMissing
	}
	var sum briefing.Number
	var err error
	for _, v := range x {
		if v.Sign() < 0 {
			return nil, WhyNegativePart
		}
		if sum, err = sum.Add(v); err != nil {
			return nil, WhyOverflow
		}
	}
	if sum.Sign() <= 0 {
		return nil, WhyWholeNotPositive
	}
	shares = make([]briefing.Number, 0, len(x))
	for _, v := range x {
		share, err := v.Quo(sum)
		if err != nil {
			return nil, WhyOverflow
		}
		shares = append(shares, share)
	}
	return shares, ""
}
