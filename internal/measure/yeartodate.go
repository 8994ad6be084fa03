package measure

import "briefing/internal/briefing"

const keyYearToDate = "ytd"

// Cumulated is a year to date and the same months of the year before.
type Cumulated struct {
	Now, Then Result // sums; Period is "2022-01..2022-10"
	Growth    Result
}

// YearToDate adds up the months of the year from January as far as they go,
// and the same months of the year before (measure 22): never months against a
// full year. A month missing in between, or stated twice, refuses both.
func YearToDate(months []Quantity, year int) Cumulated {
	last := 0
	for _, q := range months {
		if q.Period.Kind == briefing.MonthPeriod && q.Period.From.Year == year {
			last = max(last, q.Period.From.Month)
		}
	}
	c := Cumulated{Now: cumulate(months, year, last), Then: cumulate(months, year-1, last)}
	if c.Now.Defined && c.Then.Defined {
		c.Growth = Growth(sumOf(c.Now, months), sumOf(c.Then, months))
		return c
	}
	c.Growth = begin(keyGrowth)
	c.Growth.Period, c.Growth.Base = c.Now.Period, c.Then.Period
	c.Growth.refuse(c.Now.Reasons...)
	c.Growth.refuse(c.Then.Reasons...)
	return c
}

func sumOf(r Result, months []Quantity) Quantity {
	q := r.Quantity()
	q.Scope = months[0].Scope
	return q
}

func cumulate(months []Quantity, year, last int) Result {
	var picked []Quantity
	var reasons Result
	for m := 1; m <= last; m++ {
		picked = append(picked, reasons.pick(months, briefing.Month(year, m))...)
	}
	if last == 0 {
		reasons.refuse(WhyValueMissing)
	}
	return sumOfMonths(keyYearToDate, picked, monthsOf(year, last), reasons)
}

// sumOfMonths adds up the months that were picked, one for each of the
// period; reasons are those found while picking.
func sumOfMonths(key string, picked []Quantity, p briefing.Period, reasons Result) Result {
	for _, q := range picked {
		reasons.alike(picked[0], q)
	}
	r := begin(key, picked...)
	r.Period = p
	r.refuse(reasons.Reasons...)
	if r.refused() {
		return r
	}
	sum, why := total(picked)
	r.refuse(why)
	if r.refused() {
		return r
	}
	status, conf := r.Figure.Status, r.Figure.Conf
	r.Figure, r.Defined = sum.Figure, true
	r.Figure.Status, r.Figure.Conf = status, conf
	return r
}

// monthsOf is the period from January to the month: one month stays a month
// and twelve are the year.
func monthsOf(year, last int) briefing.Period {
	switch last {
	case 0:
		return briefing.Period{}
	case 1:
		return briefing.Month(year, 1)
	case 12:
		return briefing.Year(year)
	}
	return briefing.Period{
		Kind: briefing.RangePeriod,
		From: briefing.Date{Year: year, Month: 1}, To: briefing.Date{Year: year, Month: last},
	}
}
