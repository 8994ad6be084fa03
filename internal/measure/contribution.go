package measure

const keyContribution = "contribution"

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
