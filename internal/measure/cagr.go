package measure

import (
	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

const keyCAGR = "cagr"

// CAGR is the compound annual growth rate in per cent over n = year_T −
// year_0 years (measure 3). Both values must be positive; n is in Years and
// is printed with the years.
func CAGR(now, then Quantity) Result {
	r := begin(keyCAGR, now, then)
	r.alike(now, then)
	r.yearly(now, then)
	r.Notes = without(r.Notes, NoteYearsApart) // that is what it is for
	n := yearsApart(now.Period, then.Period)
	if n == 0 {
		r.refuse(WhyPeriodMissing)
	}
	s := r.spans(now, then)
	r.boundReasons(then)
	r.positiveBase(s[1])
	if !r.refused() && !s[0].noLo && s[0].lo.Sign() <= 0 {
		r.refuse(WhyNotPositive)
	}
	if r.refused() {
		return r
	}
	r.Years = n
	out, why := eval(compound(n), s, up, down)
	return r.settle(out, why, "percent")
}

func compound(n int) formula {
	return func(x []briefing.Number) (briefing.Number, error) {
		ratio, err := x[0].Quo(x[1])
		if err != nil {
			return ratio, err
		}
		root, err := nthRoot(ratio, n)
		if err != nil {
			return root, err
		}
		if root, err = root.Sub(one); err != nil {
			return root, err
		}
		return root.Mul(hundred)
	}
}

func nthRoot(x briefing.Number, n int) (briefing.Number, error) {
	if n == 1 {
		return x, nil
	}
	exponent, err := decimal.MustNew(1, 0).Quo(decimal.MustNew(int64(n), 0))
	if err != nil {
		return x, err
	}
	return x.Pow(exponent)
}

func without(in []string, key string) []string {
	var out []string
	for _, s := range in {
		if s != key {
			out = append(out, s)
		}
	}
	return out
}
