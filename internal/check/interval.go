package check

import (
	"strings"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

// interval is where the true value of a printed figure lies: half a unit of
// its last digit to both sides, or all of one side of a bound.
type interval struct {
	lo, hi     briefing.Number
	noLo, noHi bool
}

// printed is the interval of a figure; ok is false when it names no number.
func printed(f briefing.Figure) (interval, bool) {
	if f.IsVague() || f.Status == briefing.Missing || f.Status == briefing.NotApplied {
		return interval{}, false
	}
	low, high := f.Value, f.Value
	if !f.Value.Valid {
		low, high = f.Low, f.High
	}
	rough := f.Precision == briefing.About || f.Precision == briefing.Almost
	var i interval
	var err1, err2 error
	if i.noLo = !low.Valid; low.Valid {
		i.lo, err1 = low.Decimal.Sub(half(low.Decimal, rough))
	}
	if i.noHi = !high.Valid; high.Valid {
		i.hi, err2 = high.Decimal.Add(half(high.Decimal, rough))
	}
	i.noHi = i.noHi || f.Precision == briefing.MoreThan
	i.noLo = i.noLo || f.Precision == briefing.UpTo
	return i, err1 == nil && err2 == nil
}

// half is half a unit of the last digit printed; of a rough number, of its
// last digit that is not zero («около 90» is 85–95).
func half(n briefing.Number, rough bool) briefing.Number {
	if rough {
		digits := n.Trim(0).Abs().String()
		if !strings.Contains(digits, ".") {
			zeros := len(digits) - len(strings.TrimRight(digits, "0"))
			if zeros > 0 && zeros < len(digits) {
				if p, err := decimal.MustNew(10, 0).PowInt(zeros - 1); err == nil {
					if h, err := p.Mul(decimal.MustNew(5, 0)); err == nil {
						return h
					}
				}
			}
		}
	}
	return decimal.MustNew(5, min(n.Scale()+1, decimal.MaxScale))
}

// scaled turns the interval into another scale of its unit.
func (i interval) scaled(power int) (interval, bool) {
	if power == 0 {
		return i, true
	}
	var ten briefing.Number
	var err error
	if power < 0 {
		ten, err = decimal.New(1, -power)
	} else {
		ten, err = decimal.MustNew(10, 0).PowInt(power)
	}
	if err != nil {
		return i, false
	}
	var err1, err2 error
	i.lo, err1 = i.lo.Mul(ten)
	i.hi, err2 = i.hi.Mul(ten)
	return i, err1 == nil && err2 == nil
}

func (i interval) add(j interval) (interval, bool) {
	lo, err1 := i.lo.Add(j.lo)
	hi, err2 := i.hi.Add(j.hi)
	return interval{lo: lo, hi: hi, noLo: i.noLo || j.noLo, noHi: i.noHi || j.noHi}, err1 == nil && err2 == nil
}

// meets reports whether both can be of one value.
func (i interval) meets(j interval) bool {
	below := !i.noHi && !j.noLo && i.hi.Cmp(j.lo) < 0
	above := !i.noLo && !j.noHi && i.lo.Cmp(j.hi) > 0
	return !below && !above
}

// differs reports whether what is printed are two numbers: 5 and 6, though
// both may be 5.5 before rounding.
func (i interval) differs(j interval) bool {
	below := !i.noHi && !j.noLo && i.hi.Cmp(j.lo) <= 0
	above := !i.noLo && !j.noHi && i.lo.Cmp(j.hi) >= 0
	return below || above
}

// above reports whether all of i lies above all of j.
func (i interval) above(j interval) bool {
	return !i.noLo && !j.noHi && i.lo.Cmp(j.hi) > 0
}

// growth is the interval of (i/base − 1)·100; ok is false unless the base is
// positive and both are closed.
func (i interval) growth(base interval) (interval, bool) {
	if i.noLo || i.noHi || base.noLo || base.noHi || base.lo.Sign() <= 0 {
		return interval{}, false
	}
	lo, ok1 := percent(i.lo, base.hi)
	hi, ok2 := percent(i.hi, base.lo)
	if i.lo.Sign() < 0 {
		lo, ok1 = percent(i.lo, base.lo)
	}
	return interval{lo: lo, hi: hi}, ok1 && ok2
}

func percent(now, then briefing.Number) (briefing.Number, bool) {
	d, err := now.Sub(then)
	if err != nil {
		return d, false
	}
	q, err := d.Quo(then)
	if err != nil {
		return q, false
	}
	p, err := q.Mul(decimal.MustNew(100, 0))
	return p, err == nil
}

// minus is the interval of i − j.
func (i interval) minus(j interval) (interval, bool) {
	if i.noLo || i.noHi || j.noLo || j.noHi {
		return interval{}, false
	}
	lo, err1 := i.lo.Sub(j.hi)
	hi, err2 := i.hi.Sub(j.lo)
	return interval{lo: lo, hi: hi}, err1 == nil && err2 == nil
}

// relation is the power of ten from numbers of unit b to numbers of unit a.
func relation(a, b briefing.Unit) (power int, ok bool) {
	power = b.Power() - a.Power()
	switch {
	case a.Base() == b.Base():
		return power, true
	case a.Mass() && b.Mass() && b.Base() == "kg":
		return power - 3, true
	case a.Mass() && b.Mass():
		return power + 3, true
	}
	return 0, false
}

// in is the interval of a figure in another unit of the same kind.
func in(u briefing.Unit, f briefing.Figure) (interval, bool) {
	i, ok := printed(f)
	if !ok {
		return i, false
	}
	power, ok := relation(u, f.Unit)
	if !ok {
		return i, false
	}
	return i.scaled(power)
}
