package project

import (
	"cmp"
	"math"
	"slices"

	"briefing/internal/briefing"
)

// InRank is a list of records with people in protocol order, those without a
// rank last in the order of entry; records of other kinds stay as they are.
func InRank(list []briefing.Record) []briefing.Record {
	rank := func(r briefing.Record) int {
		p, ok := r.(*briefing.Person)
		switch {
		case !ok:
			return 0
		case p.Rank == 0:
			return math.MaxInt
		}
		return p.Rank
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b briefing.Record) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}
