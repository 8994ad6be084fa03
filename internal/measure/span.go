package measure

import (
	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

// span is what a figure with its word of precision says: a point, a range, or
// everything on one side of a bound.
type span struct {
	lo, hi     briefing.Number
	noLo, noHi bool // open on that side; lo or hi is then nothing
	about      bool
}

func point(n briefing.Number) span { return span{lo: n, hi: n} }

// spanOf reads a figure; why is the reason when it says nothing to compute with.
func spanOf(f briefing.Figure) (s span, why string) {
	switch {
	case f.Status == briefing.Missing && f.Value.Valid: // a sum of which a part is not published
		return s, WhyUnpublished
	case f.Status == briefing.Missing || f.Status == briefing.NotApplied:
		return s, WhyValueMissing
	case !f.HasNumber() && f.Words.Empty():
		return s, WhyValueMissing
	case f.IsVague():
		return s, WhyVague
	}
	if f.Value.Valid {
		s = point(f.Value.Decimal)
	} else {
		s = span{lo: f.Low.Decimal, hi: f.High.Decimal, noLo: !f.Low.Valid, noHi: !f.High.Valid}
	}
	switch f.Precision {
	case briefing.About, briefing.Almost:
		s.about = true
	case briefing.MoreThan:
		s.noHi = true
	case briefing.UpTo:
		s.noLo = true
	}
	if s.noLo && s.noHi {
		return s, WhyBoundsUnclear
	}
	return s, ""
}

func (s span) isPoint() bool { return !s.noLo && !s.noHi && s.lo.Cmp(s.hi) == 0 }

// figure is the printed form: a bound has one side only, a range two.
func (s span) figure(u briefing.Unit) briefing.Figure {
	f := briefing.Figure{Unit: u}
	switch {
	case s.isPoint():
		f.Value = briefing.Some(s.lo.Trim(0))
	default:
		f.Low = briefing.MaybeNumber{Decimal: s.lo.Trim(0), Valid: !s.noLo}
		f.High = briefing.MaybeNumber{Decimal: s.hi.Trim(0), Valid: !s.noHi}
	}
	if s.about && !s.noLo && !s.noHi {
		f.Precision = briefing.About
	}
	return f
}

// direction tells how a function follows one of its arguments.
type direction int8

const (
	up   direction = 1
	down direction = -1
	both direction = 0 // up or down, depending on the other arguments
)

type formula func(x []briefing.Number) (briefing.Number, error)

// eval carries spans through a formula that is monotonic in each argument.
// With all sides closed the result lies between its corners; an open side
// opens the side of the result that it reaches.
func eval(f formula, args []span, dirs ...direction) (span, string) {
	out := span{}
	closed := true
	for i, a := range args {
		out.about = out.about || a.about
		if !a.noLo && !a.noHi {
			continue
		}
		closed = false
		reachesLow := dirs[i] == both || a.noLo == (dirs[i] == up)
		reachesHigh := dirs[i] == both || a.noHi == (dirs[i] == up)
		out.noLo = out.noLo || reachesLow
		out.noHi = out.noHi || reachesHigh
	}
	if out.noLo && out.noHi {
		return out, openBoth(args)
	}
	var err error
	if closed {
		out.lo, out.hi, err = corners(f, args)
	} else {
		if !out.noLo {
			out.lo, err = corner(f, args, dirs, up)
		}
		if err == nil && !out.noHi {
			out.hi, err = corner(f, args, dirs, down)
		}
	}
	if err != nil {
		return out, WhyOverflow
	}
	return out, ""
}

// openBoth names why nothing bounds the result on either side.
func openBoth(args []span) string {
	lower, upper := 0, 0
	for _, a := range args {
		switch {
		case a.noHi:
			lower++
		case a.noLo:
			upper++
		}
	}
	switch {
	case lower > 1 && upper == 0:
		return WhyLowerBounds
	case upper > 1 && lower == 0:
		return WhyUpperBounds
	}
	return WhyBoundsUnclear
}

// corner evaluates at the least (side up) or the greatest (side down) values
// that the directions make of the arguments.
func corner(f formula, args []span, dirs []direction, side direction) (briefing.Number, error) {
	x := make([]briefing.Number, len(args))
	for i, a := range args {
		if dirs[i] == side || a.isPoint() {
			x[i] = a.lo
		} else {
			x[i] = a.hi
		}
	}
	return f(x)
}

// corners evaluates at all combinations of ends.
func corners(f formula, args []span) (lo, hi briefing.Number, err error) {
	x := make([]briefing.Number, len(args))
	for mask := range 1 << len(args) {
		for i, a := range args {
			x[i] = a.lo
			if mask>>i&1 == 1 {
				x[i] = a.hi
			}
		}
		v, err := f(x)
		if err != nil {
			return lo, hi, err
		}
		if mask == 0 {
			lo, hi = v, v
		}
		lo, hi = lo.Min(v), hi.Max(v)
	}
	return lo, hi, nil
}

// scaled multiplies both ends by a power of ten.
func (s span) scaled(power int) (span, string) {
	if power == 0 {
		return s, ""
	}
	ten, err := powerOfTen(power)
	if err != nil {
		return s, WhyOverflow
	}
	lo, err := s.lo.Mul(ten)
	if err != nil {
		return s, WhyOverflow
	}
	hi, err := s.hi.Mul(ten)
	if err != nil {
		return s, WhyOverflow
	}
	s.lo, s.hi = lo, hi
	return s, ""
}

func powerOfTen(n int) (briefing.Number, error) {
	if n < 0 {
		return decimal.New(1, -n)
	}
	return decimal.MustNew(10, 0).PowInt(n)
}

var (
	one     = decimal.MustNew(1, 0)
	hundred = decimal.MustNew(100, 0)
)

// Formulas.

func subtract(x []briefing.Number) (briefing.Number, error) { return x[0].Sub(x[1]) }

func divide(x []briefing.Number) (briefing.Number, error) { return x[0].Quo(x[1]) }

// percentOf is x₀/x₁·100. The quotient is taken first: with both in range it
// is too, which the product may not be.
func percentOf(x []briefing.Number) (briefing.Number, error) {
	q, err := x[0].Quo(x[1])
	if err != nil {
		return q, err
	}
	return q.Mul(hundred)
}

// growthOf is (x₀/x₁ − 1)·100, from the difference so that no digit is lost.
func growthOf(x []briefing.Number) (briefing.Number, error) {
	d, err := x[0].Sub(x[1])
	if err != nil {
		return d, err
	}
	return percentOf([]briefing.Number{d, x[1]})
}

// contributionOf is (x₀ − x₁)/x₂·100.
func contributionOf(x []briefing.Number) (briefing.Number, error) {
	d, err := x[0].Sub(x[1])
	if err != nil {
		return d, err
	}
	return percentOf([]briefing.Number{d, x[2]})
}
