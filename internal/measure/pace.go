package measure

import "briefing/internal/briefing"

const (
	keyPace        = "pace"
	keyPaceAgainst = "pace-against"
)

// Pace is what each month left has to bring for the target to be reached:
// (target − year to date)/(months left), in the target's unit a month
// (measure 27). A target already reached is refused as WhyReached
// («выполнен»), which is good news and printed as such.
func Pace(target, done Quantity) Result {
	r := begin(keyPace, target, done)
	r.Planned = false
	r.alike(target, done)
	left := r.monthsLeft(target.Period, done.Period)
	s := r.spans(target, done)
	if r.refused() {
		return r
	}
	if t, d := s[0], s[1]; !t.noHi && !d.noLo && d.lo.Cmp(t.hi) >= 0 {
		r.refuse(WhyReached)
		return r
	}
	if left == 0 {
		r.refuse(WhyNoMonthsLeft)
		return r
	}
	months := briefing.Whole(left)
	out, why := eval(func(x []briefing.Number) (briefing.Number, error) {
		d, err := x[0].Sub(x[1])
		if err != nil {
			return d, err
		}
		return d.Quo(months)
	}, s, up, down)
	return r.settle(out, why, target.Figure.Unit)
}

// PaceAgainst is the pace needed against the average of the same months left
// of the year before, in per cent of change: what the rest of the year has to
// do better (measure 27). before is the sum of those months.
func PaceAgainst(target, done, before Quantity) Result {
	r := begin(keyPaceAgainst, target, done, before)
	r.Planned = false
	pace := Pace(target, done)
	r.Period, r.Base = pace.Period, before.Period
	r.refuse(pace.Reasons...)
	r.alike(target, before)
	if r.refused() {
		return r
	}
	left := r.monthsLeft(target.Period, done.Period)
	if rest, ok := restOf(target.Period, done.Period); !ok || rest.YearBefore() != before.Period {
		r.refuse(WhyPeriodsDiffer)
	}
	s := r.spans(pace.Quantity(), before)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	months := briefing.Whole(left)
	out, why := eval(func(x []briefing.Number) (briefing.Number, error) {
		average, err := x[1].Quo(months)
		if err != nil {
			return average, err
		}
		return growthOf([]briefing.Number{x[0], average})
	}, s, up, down)
	return r.settle(out, why, "percent")
}

// monthsLeft counts the months of the target's period after those done.
func (r *Result) monthsLeft(target, done briefing.Period) int {
	r.Period, r.Base = done, target
	if target.Ambiguous() || done.Ambiguous() {
		r.refuse(WhyPlanYear)
		return 0
	}
	all, okAll := target.Months()
	part, okPart := done.Months()
	if !okAll || !okPart || !target.Start().Equal(done.Start()) || part > all {
		r.refuse(WhyPeriodsDiffer)
		return 0
	}
	return all - part
}

// restOf is the period of the months left, inside one year.
func restOf(target, done briefing.Period) (briefing.Period, bool) {
	from, to := done.End(), target.End().AddDate(0, -1, 0)
	if from.IsZero() || to.Before(from) {
		return briefing.Period{}, false
	}
	a := briefing.Date{Year: from.Year(), Month: int(from.Month())}
	b := briefing.Date{Year: to.Year(), Month: int(to.Month())}
	if a == b {
		return briefing.Month(a.Year, a.Month), true
	}
	return briefing.Period{Kind: briefing.RangePeriod, From: a, To: b}, true
}

const keyExpected = "expected-by-now"

// ExpectedByNow is what a year's target asks for by the end of the period
// done (measure 28): an equal part a month, or, with the twelve seasonal
// indices of SeasonalIndex, the share of those months. Which of the two is
// told by a note.
func ExpectedByNow(target, done Quantity, seasonal *[12]Result) Result {
	r := begin(keyExpected, target)
	r.alike(target, done)
	left := r.monthsLeft(target.Period, done.Period)
	all, _ := target.Period.Months()
	if !r.refused() && all != 12 {
		r.refuse(WhyNotAYear)
	}
	s := r.spans(target)
	part := briefing.Whole(all - left)
	if seasonal == nil {
		r.note(NoteEvenMonths)
	} else {
		r.note(NoteSeasonal)
		part = r.seasonalPart(seasonal, all-left)
	}
	if r.refused() {
		return r
	}
	out, why := eval(func(x []briefing.Number) (briefing.Number, error) {
		n, err := x[0].Quo(briefing.Whole(12))
		if err != nil {
			return n, err
		}
		return n.Mul(part)
	}, s, up)
	return r.settle(out, why, target.Figure.Unit)
}

// seasonalPart adds up the indices of the first months of the year.
func (r *Result) seasonalPart(seasonal *[12]Result, months int) (part briefing.Number) {
	for m := range max(0, min(months, 12)) {
		r.refuse(seasonal[m].Reasons...)
		if !seasonal[m].Defined {
			continue
		}
		sum, err := part.Add(seasonal[m].Figure.Value.Decimal)
		if err != nil {
			r.refuse(WhyOverflow)
		}
		part = sum
	}
	return part
}
