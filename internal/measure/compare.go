package measure

import "briefing/internal/briefing"

// unitRelation gives the power of ten that turns a number of unit b into one
// of unit a, or the reason why there is none.
func unitRelation(a, b briefing.Unit) (power int, why string) {
	power = b.Power() - a.Power()
	switch {
	case a.Base() == b.Base():
		return power, ""
	case a.Mass() && b.Mass():
		if b.Base() == "kg" {
			return power - 3, ""
		}
		return power + 3, ""
	}
	ofA, moneyA := a.Currency()
	ofB, moneyB := b.Currency()
	if moneyA && moneyB {
		return 0, Differing(WhyCurrenciesDiffer, ofA, ofB)
	}
	return 0, WhyUnitsDiffer
}

// spans reads the quantities as spans in the unit of the first. The first is
// «value» and the others «base» where a reason needs to tell them apart.
func (r *Result) spans(qs ...Quantity) []span {
	out := make([]span, len(qs))
	for i, q := range qs {
		s, why := spanOf(q.Figure)
		if why == WhyValueMissing && i > 0 {
			why = WhyBaseMissing
		}
		r.refuse(why)
		if why != "" {
			continue
		}
		power, why := unitRelation(qs[0].Figure.Unit, q.Figure.Unit)
		r.refuse(why)
		if why == "" {
			s, why = s.scaled(power)
			r.refuse(why)
		}
		out[i] = s
	}
	return out
}

// points reads the quantities as numbers in the unit of the first, for
// measures of many inputs through which bounds and ranges can't be carried.
func (r *Result) points(qs ...Quantity) (x []briefing.Number, about bool) {
	x = make([]briefing.Number, len(qs))
	for i, s := range r.spans(qs...) {
		if !s.isPoint() {
			r.refuse(WhyBoundsUnclear)
		}
		x[i], about = s.lo, about || s.about
	}
	return x, about
}

// exact puts a number that was computed from points into the result.
func (r Result) exact(v briefing.Number, err error, about bool, u briefing.Unit) Result {
	if err != nil {
		r.refuse(WhyOverflow)
		return r
	}
	s := point(v)
	s.about = about
	return r.settle(s, "", u)
}

// alike refuses quantities of different scope; only what both state must
// agree in the basis, which many sources leave out.
func (r *Result) alike(a, b Quantity) {
	x, y := a.Scope, b.Scope
	switch {
	case x.Basis == y.Basis:
	case x.Basis == "" || y.Basis == "":
		r.note(NoteBasisUnknown)
	default:
		r.refuse(Differing(WhyBasesDiffer, x.Basis, y.Basis))
	}
	if x.Currency != y.Currency {
		r.refuse(Differing(WhyCurrenciesDiffer, x.Currency, y.Currency))
	}
	if x.Classification != y.Classification {
		r.refuse(Differing(WhyClassesDiffer, x.Classification, y.Classification))
	}
	for _, s := range []*Scope{&x, &y} { // of which it was said
		s.Basis, s.Currency, s.Classification = "", "", ""
	}
	if x != y {
		r.refuse(WhyScopeDiffers)
	}
}

// yearly refuses periods that are not the same part of different years: ten
// months against a year, months against other months, a plan whose year can
// be read in two ways.
func (r *Result) yearly(now, then Quantity) {
	r.Period, r.Base = now.Period, then.Period
	a, b := now.Period, then.Period
	switch {
	case a.Kind == briefing.NoPeriod && b.Kind == briefing.NoPeriod:
		return
	case a.Ambiguous() || b.Ambiguous():
		r.refuse(WhyPlanYear)
	case a.Kind == briefing.NoPeriod || b.Kind == briefing.NoPeriod:
		r.refuse(WhyPeriodMissing)
	case a == b:
		r.refuse(WhySamePeriod)
	default:
		n := yearsApart(a, b)
		if n <= 0 {
			r.refuse(WhyPeriodsDiffer)
		} else if n > 1 {
			r.note(NoteYearsApart)
		}
	}
}

// yearsApart is the number of years by which b lies before a when both are
// the same part of a year, else 0.
func yearsApart(a, b briefing.Period) int {
	n := a.From.Year - b.From.Year
	if a.From.Year == 0 {
		n = a.To.Year - b.To.Year
	}
	if n <= 0 {
		return 0
	}
	for range n {
		a = a.YearBefore()
	}
	if a != b {
		return 0
	}
	return n
}

// together refuses quantities of different periods. A plan's ambiguous year
// is no hindrance when both have the very same.
func (r *Result) together(a, b Quantity) {
	r.Period = a.Period
	switch {
	case a.Period == b.Period:
	case a.Period.Kind == briefing.NoPeriod || b.Period.Kind == briefing.NoPeriod:
		r.refuse(WhyPeriodMissing)
	default:
		r.refuse(WhyPeriodsDiffer)
	}
}

// positiveBase refuses a base that is zero or less.
func (r *Result) positiveBase(base span) {
	if r.refused() {
		return
	}
	least := base.lo
	if base.noLo {
		least = base.hi
	}
	switch least.Sign() {
	case 0:
		r.refuse(WhyBaseZero)
	case -1:
		r.refuse(WhyBaseNegative)
	}
}

// boundReasons adds, to a result refused already, that its base or value is
// a bound too: one reason mended would leave the other.
func (r *Result) boundReasons(base Quantity) {
	if !r.refused() {
		return
	}
	switch base.Figure.Precision {
	case briefing.MoreThan:
		r.refuse(WhyBaseLowerBound)
	case briefing.UpTo:
		r.refuse(WhyBaseUpperBound)
	}
}
