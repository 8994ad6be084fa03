package figure

import "briefing/internal/briefing"

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
