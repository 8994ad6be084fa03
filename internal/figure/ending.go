package figure

import (
	"briefing/internal/briefing"
)

// Ending is how far the months or quarters of a flow go, and whether the last of
// them is all there.
type Ending struct {
	Last, Before briefing.Period // Before is the one before the last
	// Steady goods are told of in each of the three steps before the last, Gone
	// are those of them that the last has nothing of.
	Steady, Gone int
	// GoneShare is what the goods that are gone were of the value of those three
	// steps, in whole per cent.
	GoneShare int
}

// Rules by which the last step is evidently not complete: goods that were there
// step by step do not all stop at once.
const (
	stepsBefore = 3
	leastSteady = 4
	hollow      = 40 // per cent of the value
)

// Hollow reports whether goods are gone that were a large part of the steps before:
// that may be so, and is to be looked at.
func (e Ending) Hollow() bool { return e.Gone > 0 && e.GoneShare >= hollow }

// Thin reports whether the last step evidently lacks rows: more than half of the
// goods that each step before it has.
func (e Ending) Thin() bool { return e.Steady >= leastSteady && 2*e.Gone > e.Steady }

// EndingOf tells how the rows of one flow end that the filter lets through, which
// are all of months, or all of quarters. Not ok of rows of anything else, or of a
// single step.
func (s *Set) EndingOf(f Filter) (e Ending, ok bool) {
	by := map[string]Dimension{"M": "month", "Q": "quarter"}
	if f.Split == nil || by[f.Split.Frequency] == "" {
		return e, false
	}
	goods := Dimension("code")
	if Harmonised(f.Split.Classification) {
		goods = "hs2"
	}
	groups, err := s.Aggregate(f, []Dimension{by[f.Split.Frequency], goods})
	if err != nil {
		return e, false
	}
	var steps []briefing.Period
	told := map[briefing.Period]map[string]bool{}
	worth := map[briefing.Period]map[string]briefing.Number{}
	for _, g := range groups { // in order of the step
		p, err := briefing.ParsePeriod(g.Keys[0])
		if err != nil || g.ValueRows == 0 {
			continue
		}
		if told[p] == nil {
			steps, told[p], worth[p] = append(steps, p), map[string]bool{}, map[string]briefing.Number{}
		}
		if code := g.Keys[1]; code != "" && code != TotalCode && code != HiddenCode {
			told[p][code], worth[p][code] = true, g.Value.Decimal
		}
	}
	n := len(steps)
	if n < 2 {
		return e, false
	}
	e.Last, e.Before = steps[n-1], steps[n-2]
	if n <= stepsBefore {
		return e, true
	}
	var all, gone briefing.Number
	sum := func(to briefing.Number, of string) briefing.Number {
		for _, p := range steps[n-1-stepsBefore : n-1] {
			if next, err := to.Add(worth[p][of]); err == nil {
				to = next
			}
		}
		return to
	}
	met := map[string]bool{}
	for _, p := range steps[n-1-stepsBefore : n-1] {
		for code := range told[p] {
			met[code] = true
		}
	}
	for code := range met {
		all = sum(all, code)
	}
	for code := range told[e.Before] {
		steady := true
		for _, p := range steps[n-1-stepsBefore : n-1] {
			steady = steady && told[p][code]
		}
		if !steady {
			continue
		}
		e.Steady++
		if !told[e.Last][code] {
			e.Gone++
			gone = sum(gone, code)
		}
	}
	if hundred, err := gone.Mul(briefing.Whole(100)); err == nil && all.Sign() > 0 {
		if part, err := hundred.Quo(all); err == nil {
			share, _, _ := part.Round(0).Int64(0)
			e.GoneShare = int(share)
		}
	}
	return e, true
}
