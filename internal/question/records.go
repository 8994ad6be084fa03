package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// RecordColumns lists the measures that are of facts, such as plans and
// facilities, and of what the rows say beside them: they are asked for by
// themselves.
func RecordColumns() []string {
	return []string{
		"plan-fulfilment", "plan-gap", "plan-variance", "pace", "pace-against", "expected-by-now",
		"utilisation", "turns", "implied-base",
	}
}

func ofPlan(key string) bool {
	return strings.HasPrefix(key, "plan-") || strings.HasPrefix(key, "pace") || key == "expected-by-now"
}

// Against is an actual of a plan, which the rows have; Before is the sum of the
// months that are left in the year before, without a number where it is not known.
type Against struct{ Actual, Plan, Before measure.Quantity }

// OfRecords answers for each plan with each actual of it, for each facility with
// its throughput, and for each fact whose source tells its growth. rows gives the
// actuals that the imported rows have of a plan. A plan without an actual is told
// with that. Measures that are none of these are CodeUsage.
func OfRecords(facts []*briefing.Fact, rows func(plan measure.Quantity) []Against, measures []string) (Table, error) {
	for _, m := range measures {
		if !slices.Contains(RecordColumns(), m) {
			return Table{}, &briefing.Error{Code: briefing.CodeUsage, Op: "ask", Path: m}
		}
	}
	var known []measure.Quantity
	for _, f := range facts {
		if q, ok := measure.OfFact(f); ok {
			known = append(known, q)
		}
	}
	t := Table{OfRecords: true}
	asked := func(of func(string) bool) bool { return slices.ContainsFunc(measures, of) }
	if asked(ofPlan) {
		t.Lines = append(t.Lines, plans(known, rows, measures)...)
	}
	if asked(func(m string) bool { return m == "utilisation" || m == "turns" }) {
		t.Lines = append(t.Lines, facilities(known, measures)...)
	}
	if asked(func(m string) bool { return m == "implied-base" }) {
		t.Lines = append(t.Lines, implied(facts, measures)...)
	}
	return t, nil
}

// line is one of records: what the measures of its kind give, blank where another
// was asked for.
func line(of briefing.Ref, p briefing.Period, measures []string, result func(key string) (measure.Result, bool)) Line {
	l := Line{Kind: Item, Of: of, At: p}
	for _, key := range measures {
		r, ok := result(key)
		if !ok {
			r = measure.Result{}
		}
		r.Measure = key
		l.Results = append(l.Results, r)
	}
	return l
}

func plans(known []measure.Quantity, rows func(measure.Quantity) []Against, measures []string) (out []Line) {
	for _, plan := range known {
		if plan.Nature != briefing.NaturePlan || !plan.Figure.HasNumber() {
			continue
		}
		pairs := rows(plan)
		for _, q := range known {
			if q.Nature == briefing.NatureFact && q.Scope == plan.Scope && alikeUnits(q, plan) && beginsWith(q.Period, plan.Period) {
				pairs = append(pairs, Against{Actual: q, Plan: plan})
			}
		}
		if len(pairs) == 0 {
			out = append(out, line(plan.Ref, plan.Period, measures, func(key string) (measure.Result, bool) {
				why := measure.WhyNoActual
				if plan.Period.Ambiguous() {
					why = measure.WhyPlanYear
				}
				return measure.Refused(key, plan.Period, why), ofPlan(key)
			}))
		}
		for _, a := range pairs {
			out = append(out, line(plan.Ref, a.Actual.Period, measures, func(key string) (measure.Result, bool) {
				return ofPair(key, a), ofPlan(key)
			}))
		}
	}
	return out
}

// ofPair is a measure of a plan and an actual of it.
func ofPair(key string, a Against) measure.Result {
	switch key {
	case "plan-fulfilment":
		return measure.PlanFulfilment(a.Actual, a.Plan)
	case "plan-gap":
		return measure.PlanGap(a.Actual, a.Plan)
	case "plan-variance":
		return measure.PlanVariance(a.Actual, a.Plan)
	case "pace":
		return measure.Pace(a.Plan, a.Actual)
	case "pace-against":
		return measure.PaceAgainst(a.Plan, a.Actual, a.Before)
	}
	return measure.ExpectedByNow(a.Plan, a.Actual, nil)
}

// alikeUnits reports whether two amounts are of one kind, whatever their power.
func alikeUnits(a, b measure.Quantity) bool {
	return a.Figure.Unit.Base() == b.Figure.Unit.Base() || a.Figure.Unit.Mass() && b.Figure.Unit.Mass()
}

// beginsWith reports whether an actual is of the plan's period, or of its
// beginning.
func beginsWith(actual, plan briefing.Period) bool {
	if actual == plan {
		return true
	}
	a, b := actual, plan
	return !a.Start().IsZero() && a.Start().Equal(b.Start()) && !a.End().After(b.End())
}

// facilities sets each facility's throughput against what it can take in a year,
// and against the room of its store.
func facilities(known []measure.Quantity, measures []string) (out []Line) {
	limits := map[string]func(a, b measure.Quantity) measure.Result{"capacity": measure.Utilisation, "storage": measure.Turns}
	keys := map[string]string{"capacity": "utilisation", "storage": "turns"}
	for _, limit := range known {
		of := keys[limit.Scope.Measure]
		if of == "" || limit.Scope.Facility == "" || !slices.Contains(measures, of) {
			continue
		}
		found := false
		for _, q := range known {
			if q.Scope.Measure != "throughput" || q.Scope.Facility != limit.Scope.Facility {
				continue
			}
			found = true
			out = append(out, line(limit.Ref, q.Period, measures, func(key string) (measure.Result, bool) {
				return limits[limit.Scope.Measure](q, limit), key == of
			}))
		}
		if !found {
			out = append(out, line(limit.Ref, limit.Period, measures, func(key string) (measure.Result, bool) {
				return measure.Refused(key, limit.Period, measure.WhyNoThroughput), key == of
			}))
		}
	}
	return out
}

// implied are the levels that follow from growth rates which sources tell.
func implied(facts []*briefing.Fact, measures []string) (out []Line) {
	for _, f := range facts {
		c, ok := f.Claim()
		if !ok || !c.Change.Valid || !c.Figure.HasNumber() {
			continue
		}
		q := measure.OfClaim(f, c)
		out = append(out, line(f.Ref(), q.Period, measures, func(key string) (measure.Result, bool) {
			return measure.ImpliedBase(q, c.Change.Decimal), key == "implied-base"
		}))
	}
	return out
}
