package measure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

const keyUnitValue = "unit-value"

// UnitValue is V/Q in whole currency units per tonne (measure 7). Value and
// quantity are of one period, product and scope, and Q > 0.
func UnitValue(value, quantity Quantity) Result {
	r := begin(keyUnitValue, value, quantity)
	a, b := value, quantity
	a.Scope.Measure, b.Scope.Measure = "", ""
	a.Scope.Currency, b.Scope.Currency = "", ""
	r.alike(a, b)
	r.together(value, quantity)
	money, isMoney := value.Figure.Unit.Currency()
	if !isMoney || !quantity.Figure.Unit.Mass() {
		r.refuse(WhyUnitsDiffer)
	}
	v, why := spanOf(value.Figure)
	r.refuse(why)
	q, why := spanOf(quantity.Figure)
	if why == WhyValueMissing {
		why = WhyNoQuantity
	}
	r.refuse(why)
	if r.refused() {
		return r
	}
	if !q.noLo && q.lo.Sign() <= 0 || q.noLo && q.hi.Sign() <= 0 {
		r.refuse(WhyNoQuantity)
		return r
	}
	out, why := eval(divide, []span{v, q}, up, down)
	if why == "" {
		out, why = out.scaled(value.Figure.Unit.Power() - tonnes(quantity.Figure.Unit))
	}
	return r.settle(out, why, briefing.Unit(strings.ToLower(money)+"-per-t"))
}

// tonnes is the power of ten of a unit of mass in tonnes.
func tonnes(u briefing.Unit) int {
	if u.Base() == "kg" {
		return u.Power() - 3
	}
	return u.Power()
}

// Outliers notes, among unit values of one product, those above three times
// or under a third of the median; under five there is no median to trust.
func Outliers(rs []Result) []Result {
	out := slices.Clone(rs)
	var values []briefing.Number
	for _, r := range rs {
		if r.Defined && r.Figure.Value.Valid {
			values = append(values, r.Figure.Value.Decimal)
		}
	}
	median := UsualPrice(values)
	for i := range out {
		v := out[i].Figure.Value
		if out[i].Defined && v.Valid && FarPrice(v.Decimal, median) {
			out[i].Notes = append(slices.Clone(out[i].Notes), NoteOutlier)
		}
	}
	return out
}

// UsualPrice is the median of the unit values of one product, absent under
// five of them: then there is none to trust. It sorts the values.
func UsualPrice(values []briefing.Number) briefing.MaybeNumber {
	if len(values) < 5 {
		return briefing.MaybeNumber{}
	}
	slices.SortFunc(values, briefing.Number.Cmp)
	return briefing.Some(values[len(values)/2])
}

// FarPrice reports whether a unit value is above three times or under a third
// of the usual one; nothing is far where that is absent.
func FarPrice(value briefing.Number, usual briefing.MaybeNumber) bool {
	if !usual.Valid {
		return false
	}
	three := briefing.Num("3")
	far := func(a, b briefing.Number) bool { // a > 3b
		limit, err := b.Mul(three)
		return err == nil && a.Cmp(limit) > 0
	}
	return far(value, usual.Decimal) || far(usual.Decimal, value)
}
