package prose

import (
	"slices"

	"briefing/internal/briefing"
)

// goOn puts the numerals of lower scales behind an amount that has no unit yet
// on it, as amounts are read out: «шестьдесят один миллион семьсот тысяч
// долларов», "sixty-one million seven hundred thousand dollars", «миллион триста
// тысяч тонн». What is no part of it is left where it stands.
func (r *sayer) goOn(i int, q *Quantity) {
	for q.Base == "" {
		at := i + r.upTo(i, q.End)
		if !r.follows(at) {
			return
		}
		if and := r.x.said.and.at(r.words, at); and > 0 && r.follows(at+and) {
			at += and
		}
		v, n := r.numerals(at)
		if n == 0 || !v.IsInt() || r.timely(at+n) {
			return
		}
		next := r.begin(at, n, v, SaidAmount).Quantity
		r.scale(&next)
		if slices.Contains([]briefing.Unit{"hour", "day", "percent", "pp", briefing.Times}, next.Base) {
			return
		}
		sum, ok := next.onto(*q)
		if !ok {
			return
		}
		q.Number, q.Power, q.Base, q.End = sum, next.Power, next.Base, next.End
	}
}

// onto is the number on another, in its own scale, where it is less than the last
// digit that the other tells.
func (q Quantity) onto(other Quantity) (sum briefing.Number, ok bool) {
	scale := powerOfTen(q.Power)
	whole, err1 := other.Number.Mul(powerOfTen(other.Power))
	part, err2 := q.Number.Mul(scale)
	if err1 != nil || err2 != nil || !whole.IsInt() || whole.Sign() <= 0 {
		return sum, false
	}
	step, rest, ten := briefing.Whole(1), whole, briefing.Whole(10)
	for {
		less, err := rest.Quo(ten)
		if err != nil || !less.IsInt() {
			break
		}
		rest = less.Trim(0)
		if step, err = step.Mul(ten); err != nil {
			return sum, false
		}
	}
	if part.Cmp(step) >= 0 {
		return sum, false
	}
	if whole, err1 = whole.Quo(scale); err1 != nil || !whole.IsInt() {
		return sum, false
	}
	sum, err2 = whole.Trim(0).Add(q.Number)
	return sum, err2 == nil
}

// powerOfTen is ten to a power that is not below zero.
func powerOfTen(power int) briefing.Number {
	n := briefing.Whole(1)
	for range power {
		more, err := n.Mul(briefing.Whole(10))
		if err != nil {
			return n
		}
		n = more
	}
	return n
}
