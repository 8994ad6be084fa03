package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/project"
)

// check05: a unit value stays in its range: a stated one agrees with value and
// quantity, it does not jump from one period to the next, and goods of
// imported rows don't cost many times what they cost in other periods, which is
// how a slip in the unit of a file shows.
func check05() Check { return Check{Number: 5, data: unitValues} }

func unitValues(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if q, ok := measure.OfFact(f); ok && f.Measure == "unit-value" && outOfRange(q.Figure) {
			out = append(out, Finding{
				Severity: Warning, Ref: f.Ref(), Field: "claims",
				Evidence: text("check.05.range", func(l briefing.Lang) []any {
					whole := q.Figure
					whole.Value = briefing.MaybeNumber{}
					return []any{lang.Figure(l, q.Figure), lang.Figure(l, whole)}
				}),
				Mend: text("check.05.mend", nil),
			})
		}
	}
	out = append(out, jumps(s)...)
	return append(out, dearRows(s)...)
}

// outOfRange reports whether a value lies outside the range that its own claim
// gives.
func outOfRange(f briefing.Figure) bool {
	v := f.Value
	return v.Valid && (f.Low.Valid && v.Decimal.Cmp(f.Low.Decimal) < 0 || f.High.Valid && v.Decimal.Cmp(f.High.Decimal) > 0)
}

// pricePoint is a unit value that a pair of facts gives.
type pricePoint struct {
	value, weight *briefing.Fact
	price         measure.Result
}

// jumps compares unit values of one scope, made of value and weight of the same
// period, from one period to the next.
func jumps(s *project.Snapshot) []Finding {
	type scope struct {
		s      measure.Scope
		months int
	}
	weights := map[scope]map[briefing.Period]*briefing.Fact{}
	of := func(f *briefing.Fact) (scope, measure.Quantity, bool) {
		q, ok := measure.OfFact(f)
		months, whole := q.Period.Months()
		q.Scope.Measure = ""
		return scope{q.Scope, months}, q, ok && whole && q.Figure.Value.Valid
	}
	for _, f := range s.Facts {
		if key, q, ok := of(f); ok && q.Figure.Unit.Mass() && f.Measure != "storage" {
			if weights[key] == nil {
				weights[key] = map[briefing.Period]*briefing.Fact{}
			}
			weights[key][q.Period] = f
		}
	}
	points := map[scope][]pricePoint{}
	var order []scope
	for _, f := range s.Facts {
		key, q, ok := of(f)
		if _, money := q.Figure.Unit.Currency(); !ok || !money || weights[key][q.Period] == nil {
			continue
		}
		w := weights[key][q.Period]
		kilos, _ := measure.OfFact(w)
		if r := measure.UnitValue(q, kilos); r.Defined && r.Figure.Value.Valid {
			if points[key] == nil {
				order = append(order, key)
			}
			points[key] = append(points[key], pricePoint{f, w, r})
		}
	}
	var out []Finding
	for _, key := range order {
		list := points[key]
		for i := range list {
			if before, ok := previous(list, list[i]); ok && jumped(before.price.Figure, list[i].price.Figure) {
				out = append(out, jump(before, list[i]))
			}
		}
	}
	return out
}

// previous is the point of the period before, by start.
func previous(list []pricePoint, p pricePoint) (pricePoint, bool) {
	var found pricePoint
	ok := false
	for _, q := range list {
		if q.value.Period().Compare(p.value.Period()) < 0 && (!ok || q.value.Period().Compare(found.value.Period()) > 0) {
			found, ok = q, true
		}
	}
	return found, ok
}

// jumped reports whether one price is more than twice the other.
func jumped(a, b briefing.Figure) bool {
	over := func(x, y briefing.Number) bool {
		two, err := y.Mul(briefing.Whole(2))
		return err == nil && x.Cmp(two) > 0
	}
	return over(a.Value.Decimal, b.Value.Decimal) || over(b.Value.Decimal, a.Value.Decimal)
}

func jump(before, now pricePoint) Finding {
	rounded := func(f briefing.Figure) briefing.Figure {
		f.Value.Decimal = f.Value.Decimal.Round(0)
		return f
	}
	return Finding{
		Severity: Warning, Ref: now.value.Ref(), Field: "claims",
		Evidence: text("check.05.jump", func(l briefing.Lang) []any {
			return []any{
				lang.Figure(l, rounded(before.price.Figure)), lang.Period(l, before.value.Period()),
				lang.Figure(l, rounded(now.price.Figure)), lang.Period(l, now.value.Period()), titled(now.weight, l),
			}
		}),
		Mend: text("check.05.mend", nil),
	}
}
