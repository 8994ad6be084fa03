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
	if len(values) < 5 {
		return out
	}
	slices.SortFunc(values, briefing.Number.Cmp)
	median := values[len(values)/2]
	three := briefing.Num("3")
	for i := range out {
		v := out[i].Figure.Value
		if !out[i].Defined || !v.Valid {
			continue
		}
		far := func(a, b briefing.Number) bool { // a > 3b
			limit, err := b.Mul(three)
			return err == nil && a.Cmp(limit) > 0
		}
		if far(v.Decimal, median) || far(median, v.Decimal) {
			out[i].Notes = append(slices.Clone(out[i].Notes), NoteOutlier)
		}
	}
	return out
}
