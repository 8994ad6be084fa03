package measure

import "briefing/internal/briefing"

const (
	keyRolling  = "rolling-12"
	keySeasonal = "seasonal-index"
	keyIndex    = "index"
)

// RollingYear is the sum of the twelve months that end with the given one
// (measure 23). A month missing in between, or stated twice, refuses it.
func RollingYear(months []Quantity, end briefing.Period) Result {
	var picked []Quantity
	var reasons Result
	if end.Kind != briefing.MonthPeriod {
		reasons.refuse(WhyPeriodMissing)
	} else {
		for _, p := range twelveMonths(end) {
			picked = append(picked, reasons.pick(months, p)...)
		}
	}
	p := end
	if len(picked) > 0 {
		from := picked[0].Period.From
		p = briefing.Period{Kind: briefing.RangePeriod, From: from, To: end.From}
		if from.Year == end.From.Year {
			p = briefing.Year(from.Year)
		}
	}
	return sumOfMonths(keyRolling, picked, p, reasons)
}

// twelveMonths are the months up to and with the given one, the earliest first.
func twelveMonths(end briefing.Period) []briefing.Period {
	var out []briefing.Period
	for back := 11; back >= 0; back-- {
		n := end.From.Year*12 + end.From.Month - 1 - back
		out = append(out, briefing.Month(n/12, n%12+1))
	}
	return out
}

// pick finds the one quantity of a period.
func (r *Result) pick(months []Quantity, p briefing.Period) []Quantity {
	var found []Quantity
	for _, q := range months {
		if q.Period == p {
			found = append(found, q)
		}
	}
	switch {
	case len(found) == 0:
		r.refuse(WhyGap)
	case len(found) > 1:
		r.refuse(WhyRepeated)
	}
	return found
}

// SeasonalIndex is, for each month from January, the mean of that month over
// the mean of all (measure 24), over the full years among the months given: at
// least three, without a gap between them. 1 is an even month.
func SeasonalIndex(months []Quantity) [12]Result {
	var out [12]Result
	years, reasons := fullYears(months)
	var picked []Quantity
	for _, y := range years {
		for m := 1; m <= 12; m++ {
			picked = append(picked, reasons.pick(months, briefing.Month(y, m))...)
		}
	}
	for _, q := range picked {
		reasons.alike(picked[0], q)
	}
	x, about := reasons.points(picked...)
	var sum briefing.Number
	var byMonth [12]briefing.Number
	var err error
	if !reasons.refused() {
		for i, v := range x {
			if byMonth[i%12], err = byMonth[i%12].Add(v); err != nil {
				break
			}
			if sum, err = sum.Add(v); err != nil {
				break
			}
		}
		if err == nil && sum.Sign() <= 0 {
			reasons.refuse(WhyWholeNotPositive)
		}
	}
	for m := range out {
		out[m] = begin(keySeasonal, picked...)
		out[m].refuse(reasons.Reasons...)
		if out[m].refused() {
			continue
		}
		share, failed := byMonth[m], err // mean of the month over the mean of all is 12 times its share
		if failed == nil {
			share, failed = share.Quo(sum)
		}
		if failed == nil {
			share, failed = share.Mul(briefing.Whole(12))
		}
		out[m].Years = len(years)
		out[m] = out[m].exact(share, failed, about, "")
	}
	return out
}

// fullYears are the years of which all twelve months are there, if they are
// at least three on end.
func fullYears(months []Quantity) (years []int, r Result) {
	count := map[int]map[int]bool{}
	first, last := 0, 0
	for _, q := range months {
		if q.Period.Kind != briefing.MonthPeriod {
			continue
		}
		y := q.Period.From.Year
		if count[y] == nil {
			count[y] = map[int]bool{}
		}
		count[y][q.Period.From.Month] = true
		if len(count[y]) == 12 {
			if first == 0 || y < first {
				first = y
			}
			last = max(last, y)
		}
	}
	for y := first; y <= last && first > 0; y++ {
		if len(count[y]) < 12 {
			r.refuse(WhyGap)
		}
		years = append(years, y)
	}
	if len(years) < 3 {
		r.refuse(WhyThreeYears)
	}
	return years, r
}

// Index is V_t/V_base·100 (measure 25). The base is in Base and is named where
// it is printed: «2019 = 100».
func Index(now, base Quantity) Result {
	r := begin(keyIndex, now, base)
	r.alike(now, base)
	if now.Period == base.Period { // the base itself is 100
		r.Period, r.Base = now.Period, base.Period
	} else if now.Period.Compare(base.Period) > 0 {
		r.yearly(now, base)
	} else { // an index may also look back
		r.yearly(base, now)
		r.Period, r.Base = now.Period, base.Period
	}
	r.Notes = without(r.Notes, NoteYearsApart)
	s := r.spans(now, base)
	r.boundReasons(base)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(percentOf, s, up, down)
	return r.settle(out, why, "")
}
