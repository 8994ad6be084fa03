package figure

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"

	"briefing/internal/briefing"
)

// Goods may be told twice: by a heading and by its subheadings, or all together
// and one by one. A sum takes them once. In the same trade and period the row
// of the wider code is the sum, since it is the source's own and what the parts
// don't tell is in it; its parts are left out. Where the wider code is told for
// some periods of a trade and the parts for others as well, the parts make the
// sum of all of them, so that a series is of one level, provided that they come
// to the wider code wherever both are told.

// Stated is a code that a source gives a sum of, beside the goods it holds.
type Stated struct {
	Flow    Flow
	Split   Split
	Region  string
	Partner string
	Period  briefing.Period
	Code    string               // TotalCode for all goods
	Own     briefing.MaybeNumber // as stated, in whole currency units
	Parts   briefing.MaybeNumber // what the goods it holds come to; absent where one has no value
	Taken   bool                 // sums are of it; else of its parts
}

// tolerance is by what part of a stated sum its parts may differ from it to be
// the same: what is confidential or below a threshold is in the one and not in
// the other.
const tolerance = 0.01

// Beyond reports whether the parts are more than the stated sum by more than a
// rounding: one of the two is wrong.
func (s Stated) Beyond() bool {
	return s.Own.Valid && s.Parts.Valid && asFloat(s.Parts)-asFloat(s.Own) > tolerance*max(asFloat(s.Own), -asFloat(s.Own))
}

// asFloat is near enough for a judgement; sums are exact.
func asFloat(n briefing.MaybeNumber) float64 {
	v, _ := n.Decimal.Float64()
	return v
}

// Stated lists the codes that stand beside goods they hold among the rows that
// the filter lets through, in the order of flow, partner, period and code. Sums
// by these dimensions take each of them once: see Aggregate.
func (s *Set) Stated(f Filter, by []Dimension) []Stated {
	if s.Len() == 0 {
		return nil
	}
	a := s.aside(&f, by)
	if a == nil {
		return nil
	}
	var out []Stated
	for i := range a.held {
		h := &a.held[i]
		if h.rows == 0 || !f.frame(h.frame) || !f.place(h.place) || !f.period(h.period) {
			continue
		}
		st := Stated{
			Flow: h.frame.Flow, Split: splitOf(h.frame, h.period), Region: h.place.Region, Partner: h.place.Partner,
			Period: h.period, Code: a.codes[h.code], Taken: h.taken,
		}
		st.Split.Area = areaOf(h.place)
		st.Own, _ = h.own.number()
		if h.rows == h.valued {
			st.Parts, _ = h.below.number()
		}
		out = append(out, st)
	}
	slices.SortStableFunc(out, func(a, b Stated) int {
		return cmp.Or(cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Partner, b.Partner), a.Period.Compare(b.Period), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// Summed yields the rows that a sum by the dimensions is of, with their index in
// the set, in order: those that the filter lets through without those left out.
func (s *Set) Summed(f Filter, by []Dimension) iter.Seq2[int, Observation] {
	if s.Len() == 0 {
		return s.Rows(f)
	}
	a := s.aside(&f, by)
	if a == nil {
		return s.Rows(f)
	}
	return func(yield func(int, Observation) bool) {
		nth := 0
		for i, o := range s.Rows(f) {
			for i >= s.blocks[nth].start+s.blocks[nth].rows() {
				nth++
			}
			row, out := i-s.blocks[nth].start, a.rows[nth]
			if (out == nil || out[row/64]>>(row%64)&1 == 0) && !yield(i, o) {
				return
			}
		}
	}
}

// LeavesOut reports whether a sum by the dimensions leaves any row out.
func (s *Set) LeavesOut(f Filter, by []Dimension) bool { return len(s.Stated(f, by)) > 0 }

// Goods adds up like Aggregate by the dimensions and code, but takes each good
// once and leaves out what is stated of all goods together: no code among the
// groups of one place and period holds another.
func (s *Set) Goods(f Filter, by []Dimension) ([]Group, error) {
	if s.Len() == 0 || s.nest() == nil {
		return s.Aggregate(f, append(slices.Clone(by), "code"))
	}
	further := f.Code
	f.Code = func(code string) bool { return code != TotalCode && (further == nil || further(code)) }
	return s.Parts(f, by, "code")
}

// aside are the rows that a sum leaves out.
type aside struct {
	codes []string
	held  []holder
	rows  [][]uint64 // by block, a bit for each row; nil where none is left out
}

// holder is a code in one trade and period, beside goods that it holds.
type holder struct {
	code   int32
	trade  int32
	frame  frame
	place  place
	period briefing.Period

	own    exact
	says   bool // it has a value or, where its parts have none either, a weight
	below  exact
	rows   int // of parts
	valued int
	taken  bool
}

// aside finds the rows that a sum of what the filter lets through leaves out;
// nil when it takes them all. Which they are depends on goods and imports, and
// not on places and periods: a sum of a year is the same whatever stands
// beside it.
func (s *Set) aside(f *Filter, by []Dimension) *aside {
	n := s.nest()
	if n == nil {
		return nil
	}
	up := n.within(s, f, by)
	if up == nil {
		return nil
	}
	h := fnv.New128a()
	for _, u := range up {
		h.Write([]byte{byte(u), byte(u >> 8), byte(u >> 16), byte(u >> 24)})
	}
	key := "aside " + string(h.Sum(nil))
	for _, id := range f.Imports {
		key += "\x00" + string(id)
	}
	found, _ := recall(s, key, func() ([]*aside, error) {
		return []*aside{newSorting(s.opened(), n, up, f.Imports).find()}, nil
	})
	return found[0]
}
