package measure

import (
	"slices"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

const keyRank = "rank"

// Rank is the place of the i-th quantity among all by value: 1 + number of
// larger ones (measure 6). Equal values share a place (Tied counts them); Of
// is among how many. Those without a value are left out and noted. A place
// that a bound or a range leaves open is refused.
func Rank(i int, all []Quantity) Result {
	r := begin(keyRank, all[i])
	r.Period = all[i].Period
	own, why := spanOf(all[i].Figure)
	r.refuse(why)
	place, about := 1, own.about
	for j, q := range all {
		if r.refused() {
			return r
		}
		r.Sample = r.Sample || q.Sample
		s, why := r.ranked(all[i], q)
		if why == WhyValueMissing || why == WhyVague {
			r.note(NoteLeftOut)
			continue
		}
		r.refuse(why)
		if j != i {
			r.partOf(q, all[i])
			r.together(all[i], q)
		}
		r.Of++
		about = about || s.about
		switch {
		case i == j || s.isPoint() && own.isPoint() && s.lo.Cmp(own.lo) == 0:
			r.Tied++
		case !s.noLo && !own.noHi && s.lo.Cmp(own.hi) >= 0:
			place++
		case !s.noHi && !own.noLo && s.hi.Cmp(own.lo) <= 0:
		default:
			r.refuse(WhyRankUnclear)
		}
	}
	if r.refused() {
		return r
	}
	if about {
		r.note(NoteApproximate)
	}
	r.Figure.Value = briefing.Some(decimal.MustNew(int64(place), 0))
	r.Defined = true
	return r
}

// Placed is a rank that the caller has found by sorting plain numbers of one
// scope: the place, among how many, and how many share it.
func Placed(q Quantity, place, of, tied int) Result {
	r := begin(keyRank, q)
	r.Period, r.Of, r.Tied = q.Period, of, tied
	r.Figure.Value, r.Defined = briefing.Some(briefing.Whole(place)), true
	return r
}

// ranked reads a quantity in the unit of the one that is ranked.
func (r *Result) ranked(own, q Quantity) (span, string) {
	s, why := spanOf(q.Figure)
	if why != "" {
		return s, why
	}
	power, why := unitRelation(own.Figure.Unit, q.Figure.Unit)
	if why != "" {
		return s, why
	}
	return s.scaled(power)
}

// Ranking lists the indices of all in order of value, the largest first;
// equal values keep their order, those without a value come last.
func Ranking(all []Quantity) []int {
	order := make([]int, len(all))
	values := make([]briefing.MaybeNumber, len(all))
	for i, q := range all {
		order[i] = i
		power, why := unitRelation(all[0].Figure.Unit, q.Figure.Unit)
		s, missing := spanOf(q.Figure)
		if why != "" || missing != "" {
			continue
		}
		if s, why = s.scaled(power); why == "" {
			values[i] = briefing.MaybeNumber{Decimal: s.lo, Valid: true}
			if s.noLo {
				values[i].Decimal = s.hi
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return briefing.LargestFirst(values[a], values[b]) })
	return order
}
