package measure

import "briefing/internal/briefing"

const (
	keyContribution      = "contribution"
	keyContributionShare = "contribution-share"
)

// Contribution is (V_k,t − V_k,0)/V_0·100 in percentage points (measure 8):
// what the part gave to the growth of the whole. Over all parts it adds up
// to the growth exactly.
func Contribution(partNow, partThen, wholeThen Quantity) Result {
	r := begin(keyContribution, partNow, partThen, wholeThen)
	r.alike(partNow, partThen)
	r.yearly(partNow, partThen)
	r.partOf(partThen, wholeThen)
	if partThen.Period != wholeThen.Period {
		r.refuse(WhyPeriodsDiffer)
	}
	s := r.spans(partNow, partThen, wholeThen)
	r.boundReasons(partThen)
	r.positiveBase(s[2])
	if r.refused() {
		return r
	}
	out, why := eval(contributionOf, s, up, down, both)
	return r.settle(out, why, "pp")
}

// Contributions are the contributions of the parts to the growth of their own
// sum, and that growth. now and then list the same parts in the same order; a
// part without a value on one side is refused, for a missing value is not zero.
func Contributions(now, then []Quantity) (parts []Result, growth Result) {
	parts = make([]Result, len(now))
	wholeThen, why := total(then)
	wholeNow, whyNow := total(now)
	for i := range now {
		if why != "" {
			parts[i] = begin(keyContribution, now[i], then[i])
			parts[i].refuse(why)
			continue
		}
		parts[i] = Contribution(now[i], then[i], wholeThen)
	}
	if why != "" || whyNow != "" {
		growth = begin(keyGrowth)
		growth.refuse(whyNow, why)
		return parts, growth
	}
	return parts, Growth(wholeNow, wholeThen)
}

// ContributionShare is ΔV_k/ΔV·100 in per cent (measure 9): how much of the
// change of the whole is the part's. Without a change of the whole there is
// none; a part that moves against the whole is noted.
func ContributionShare(partNow, partThen, wholeNow, wholeThen Quantity) Result {
	r := begin(keyContributionShare, partNow, partThen, wholeNow, wholeThen)
	r.alike(partNow, partThen)
	r.alike(wholeNow, wholeThen)
	r.yearly(partNow, partThen)
	r.partOf(partThen, wholeThen)
	if partThen.Period != wholeThen.Period || partNow.Period != wholeNow.Period {
		r.refuse(WhyPeriodsDiffer)
	}
	x, about := r.points(partNow, partThen, wholeNow, wholeThen)
	if r.refused() {
		return r
	}
	part, errPart := x[0].Sub(x[1])
	whole, err := x[2].Sub(x[3])
	if errPart != nil || err != nil {
		r.refuse(WhyOverflow)
		return r
	}
	if whole.IsZero() {
		r.refuse(WhyNoChange)
		return r
	}
	if part.Sign()*whole.Sign() < 0 {
		r.note(NoteSignsDiffer)
	}
	v, err := percentOf([]briefing.Number{part, whole})
	return r.exact(v, err, about, "percent")
}
