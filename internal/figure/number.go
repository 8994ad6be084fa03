package figure

import (
	"math"
	"math/bits"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

// absent is the mantissa that stands for a number that is not there, which is
// not zero.
const absent = math.MinInt64

var pow10 = [...]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// split gives the mantissa and scale of a number without trailing zeros after
// the point; ok is false when the mantissa needs more than 63 bits.
func split(n briefing.MaybeNumber) (mantissa int64, scale uint8, ok bool) {
	if !n.Valid {
		return absent, 0, true
	}
	d := n.Decimal.Trim(0)
	if d.Coef() > math.MaxInt64 {
		return 0, 0, false
	}
	m := int64(d.Coef())
	if d.Sign() < 0 {
		m = -m
	}
	return m, uint8(d.Scale()), true
}

// join is the number that split took apart; trailing zeros that a column's
// common scale brought in are dropped.
func join(mantissa int64, scale uint8) briefing.MaybeNumber {
	if mantissa == absent {
		return briefing.MaybeNumber{}
	}
	d, err := decimal.New(mantissa, int(scale))
	if err != nil { // scales come from decimals and are checked when decoded
		return briefing.MaybeNumber{}
	}
	return briefing.Some(d.Trim(0))
}

// rescale multiplies the mantissa by ten to the power, or refuses.
func rescale(m int64, power uint8) (int64, bool) {
	if m == absent || m == 0 || power == 0 {
		return m, true
	}
	if int(power) >= len(pow10) {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(max(m, -m)), uint64(pow10[power]))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if m < 0 {
		return -int64(lo), true
	}
	return int64(lo), true
}

// column is a column of exact numbers under one scale.
type column struct {
	mantissa []int64
	scale    uint8
}

// fits reports whether a mantissa of the scale and all numbers of the column
// can have one scale.
func (c *column) fits(m int64, scale uint8) bool {
	switch {
	case m == absent || m == 0 || scale == c.scale:
		return true
	case scale < c.scale:
		_, ok := rescale(m, c.scale-scale)
		return ok
	}
	for _, old := range c.mantissa {
		if _, ok := rescale(old, scale-c.scale); !ok {
			return false
		}
	}
	return true
}

// fit prepares the column for a mantissa that fits and gives it under the
// column's scale. Nothing is changed in place unless the column is the set's
// own: other sets may share the numbers.
func (c *column) fit(m int64, scale uint8, own bool) int64 {
	switch {
	case m == absent || m == 0 || scale == c.scale:
		return m
	case scale < c.scale:
		m, _ = rescale(m, c.scale-scale)
		return m
	}
	raised := c.mantissa
	if !own {
		raised = make([]int64, len(c.mantissa), cap(c.mantissa))
	}
	for i, old := range c.mantissa {
		raised[i], _ = rescale(old, scale-c.scale)
	}
	c.mantissa, c.scale = raised, scale
	return m
}

// sum is an exact sum of int64 values of one scale, in 128 bits.
type sum struct {
	hi int64
	lo uint64
}

func (s *sum) add(v int64) {
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, uint64(v), 0)
	s.hi = s.hi + (v >> 63) + int64(carry)
}

func (s *sum) addSum(o sum) {
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, o.lo, 0)
	s.hi += o.hi + int64(carry)
}
