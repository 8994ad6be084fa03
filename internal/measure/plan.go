package measure

import "briefing/internal/briefing"

const (
	keyFulfilment = "plan-fulfilment"
	keyGap        = "plan-gap"
)

// PlanFulfilment is actual/target·100 in per cent (measure 26). A target
// given as a range (915–930) gives two values: the result is a range. An
// actual of a part of the target's period is noted.
func PlanFulfilment(actual, target Quantity) Result {
	return overPlan(keyFulfilment, percentOf, actual, target)
}

// PlanGap is actual − target in the unit of the actual (measure 26), positive
// when the plan is exceeded.
func PlanGap(actual, target Quantity) Result {
	r := begin(keyGap, actual, target)
	s := r.against(actual, target)
	if r.refused() {
		return r
	}
	out, why := eval(subtract, s, up, down)
	return r.settle(out, why, changeUnit(actual.Figure.Unit))
}

// against compares an actual with its plan. The result is no plan itself.
func (r *Result) against(actual, target Quantity) []span {
	r.Planned = actual.Nature == briefing.NaturePlan
	r.alike(actual, target)
	r.Period, r.Base = actual.Period, target.Period
	switch a, t := actual.Period, target.Period; {
	case a.Ambiguous() || t.Ambiguous():
		r.refuse(WhyPlanYear)
	case a == t:
	case a.Kind == briefing.NoPeriod || t.Kind == briefing.NoPeriod:
		r.refuse(WhyPeriodMissing)
	case within(a, t):
		r.note(NotePartOfPeriod)
	default:
		r.refuse(WhyPeriodsDiffer)
	}
	s := r.spans(actual, target)
	r.boundReasons(target)
	return s
}

// within reports whether a begins with t and ends inside it: October alone tells
// nothing of how far a year's plan has come.
func within(a, t briefing.Period) bool {
	if a.Start().IsZero() || a.End().IsZero() || t.Start().IsZero() || t.End().IsZero() {
		return false
	}
	return a.Start().Equal(t.Start()) && !a.End().After(t.End())
}

const keyVariance = "plan-variance"

// PlanVariance is (AC − PL)/PL·100 in per cent (measure 30), beside PlanGap,
// which is the same in the unit of the plan. Whether more is good or bad is
// not for a measure to say: the place that prints it knows.
func PlanVariance(actual, target Quantity) Result {
	return overPlan(keyVariance, growthOf, actual, target)
}

// overPlan is a percentage of a target, which must be positive.
func overPlan(key string, f formula, actual, target Quantity) Result {
	r := begin(key, actual, target)
	s := r.against(actual, target)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(f, s, up, down)
	return r.settle(out, why, "percent")
}
