package figure

import (
	"time"

	"briefing/internal/briefing"
)

// Periods counts the observations of each period.
func (s *Set) Periods() map[briefing.Period]int {
	out := map[briefing.Period]int{}
	if s == nil {
		return out
	}
	s = s.opened() // packed blocks tell nothing of their rows
	rows := make([]int, len(s.periods.values))
	for _, b := range s.blocks {
		for _, p := range b.periods.at {
			rows[p]++
		}
	}
	for i, n := range rows {
		if n > 0 {
			out[s.periods.values[i]] += n
		}
	}
	return out
}

// Range is the time that observations speak of, from the first to the last, in
// months where one of them is shorter than a year, in years otherwise; none of
// a set of none. It does not look at the rows, so it may be too long for a set
// that has lost some.
func (s *Set) Range() briefing.Period {
	if s.Len() == 0 {
		return briefing.Period{}
	}
	var from, to time.Time
	years := true
	for _, p := range s.periods.values {
		a, b := p.Start(), p.End()
		if a.IsZero() || b.IsZero() {
			continue
		}
		if from.IsZero() || a.Before(from) {
			from = a
		}
		if b.After(to) {
			to = b
		}
		years = years && p.Kind == briefing.YearPeriod
	}
	if from.IsZero() {
		return briefing.Period{}
	}
	month := func(t time.Time) briefing.Date {
		if years {
			return briefing.Date{Year: t.Year()}
		}
		return briefing.Date{Year: t.Year(), Month: int(t.Month())}
	}
	return briefing.Period{Kind: briefing.RangePeriod, From: month(from), To: month(to.AddDate(0, 0, -1))} // its end is the day after
}
