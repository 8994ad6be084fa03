package measure

import "briefing/internal/briefing"

const keyImplied = "implied-base"

// ImpliedBase is the level of a year before that follows from a level and the
// growth rate published with it: V_t/(1 + g/100). It is an estimate ([e]); the
// growth itself is printed as published and never computed back from it.
func ImpliedBase(now Quantity, growth briefing.Number) Result {
	r := begin(keyImplied, now)
	r.Base = now.Period
	switch {
	case now.Period.Kind == briefing.NoPeriod:
		r.refuse(WhyPeriodMissing)
	case now.Period.Ambiguous():
		r.refuse(WhyPlanYear)
	default:
		r.Period = now.Period.YearBefore()
	}
	s := r.spans(now)
	factor, err := growth.Quo(hundred)
	if err == nil {
		factor, err = factor.Add(one)
	}
	switch {
	case err != nil:
		r.refuse(WhyOverflow)
	case factor.Sign() <= 0:
		r.refuse(WhyBaseNegative)
	}
	if r.refused() {
		return r
	}
	out, why := eval(divide, []span{s[0], point(factor)}, up, down)
	r = r.settle(out, why, now.Figure.Unit)
	r.Figure.Status = briefing.Estimated
	r.note(NoteImplied)
	return r
}
