package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// typed is the interval of a quantity that stands in a text, in numbers of the
// unit.
func typed(q prose.Quantity, u briefing.Unit) (interval, bool) {
	f := briefing.Figure{Value: briefing.Some(q.Number), Precision: q.Word, Unit: q.Base}
	if q.High.Valid {
		f.Value, f.Low, f.High = briefing.MaybeNumber{}, briefing.Some(q.Number), q.High
	}
	if f.Precision == briefing.MoreThan || f.Precision == briefing.UpTo {
		f.Precision = briefing.Exact // it is the number that is looked for
	}
	i, ok := printed(f)
	if !ok {
		return i, false
	}
	power, ok := relation(u, q.Base)
	if !ok {
		return i, false
	}
	return i.scaled(power + q.Power)
}

// sameNumber reports whether a quantity is the printed number of the figure. A
// bare number is one only with a fraction: whole numbers stand for too much.
func sameNumber(q prose.Quantity, f briefing.Figure) bool {
	if !f.HasNumber() || f.IsVague() {
		return false
	}
	low, high := f.Value, f.Value
	if !f.Value.Valid {
		low, high = f.Low, f.High
	}
	if q.High.Valid != (low != high) || !low.Valid {
		return false
	}
	equal := func(n briefing.Number, m briefing.MaybeNumber, power int) bool {
		i, ok := interval{lo: n, hi: n}.scaled(power)
		return ok && m.Valid && i.lo.Cmp(m.Decimal) == 0
	}
	power := 0
	switch rel, ok := relation(f.Unit, q.Base); {
	case q.Base == "" && f.Unit.Base() != "":
		if power = q.Power - f.Unit.Power(); q.Power == 0 {
			if q.Number.Trim(0).Scale() == 0 {
				return false
			}
			power = 0
		}
	case !ok:
		return false
	default:
		power = rel + q.Power
	}
	return equal(q.Number, low, power) && (!q.High.Valid || equal(q.High.Decimal, high, power))
}

// known lists the facts whose printed figure, or stated change, a typed quantity
// is.
func (r *reading) known(q prose.Quantity) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range r.digits[significant(q.Number)] {
		c, _ := f.Claim()
		if sameNumber(q, c.Figure) || isChange(q, c) {
			out = append(out, f)
		}
	}
	return out
}

// digitsOf keeps the facts by the digits of what they print, so that a number in
// a text need not be held against each of them.
func digitsOf(s *project.Snapshot) map[string][]*briefing.Fact {
	out := map[string][]*briefing.Fact{}
	for _, f := range s.Facts {
		c, ok := f.Claim()
		if !ok {
			continue
		}
		for _, n := range []briefing.MaybeNumber{c.Figure.Value, c.Figure.Low, c.Change} {
			if !n.Valid {
				continue
			}
			key := significant(n.Decimal)
			if !slices.Contains(out[key], f) {
				out[key] = append(out[key], f)
			}
		}
	}
	return out
}

// significant are the digits of a number between its zeros: 2835 of 283.50.
func significant(n briefing.Number) string {
	return strings.Trim(strings.ReplaceAll(n.Abs().String(), ".", ""), "0")
}

// isChange reports whether a quantity is the change that a claim states.
func isChange(q prose.Quantity, c briefing.Claim) bool {
	if !c.Change.Valid || q.Base != "percent" && q.Base != "pp" && q.Base != briefing.Times {
		return false
	}
	u := c.ChangeUnit
	if u == "" {
		u = "percent"
	}
	return q.Base == u && q.Number.Cmp(c.Change.Decimal.Abs()) == 0
}

// closeBy reports whether a typed quantity and a figure differ, but by less than
// a tenth: a slip of the hand or another edition of the same number.
func closeBy(q prose.Quantity, f briefing.Figure) bool {
	if q.Base == "" || !f.Value.Valid || f.IsVague() {
		return false
	}
	a, okA := typed(q, f.Unit)
	b, okB := printed(f)
	if !okA || !okB || b.noLo || b.noHi || a.meets(b) || f.Value.Decimal.Sign() <= 0 {
		return false
	}
	gap, err := a.lo.Sub(f.Value.Decimal)
	if err != nil {
		return false
	}
	part, err := gap.Abs().Quo(f.Value.Decimal)
	return err == nil && part.Cmp(briefing.Tenths(1)) < 0
}

// telling reports whether a number has digits enough to be known by them alone:
// 283,5, not 200.
func telling(q prose.Quantity) bool { return len(significant(q.Number)) >= 3 }
