package figure

import (
	"slices"

	"briefing/internal/briefing"
)

// Sets made from a set by choosing or marking rows; they share what they can.

// picked gives the set of the rows that keep lets through.
func (s *Set) picked(keep func(row int) bool) *Set {
	c := s.opened().Clone()
	blocks := c.blocks
	c.blocks, c.rows, c.used = nil, 0, make([]int, len(c.frames.values))
	for _, b := range blocks {
		mask := make([]bool, b.rows())
		kept := 0
		for i := range mask {
			if mask[i] = keep(b.start + i); mask[i] {
				kept++
				c.used[b.frames.at[i]]++
			}
		}
		if kept > 0 {
			c.addBlock(b.pick(mask))
		}
	}
	return c
}

// Marked gives the set with a status on the rows that the filter lets through,
// where their own is not a weaker one.
func (s *Set) Marked(f Filter, status briefing.ObsStatus) *Set {
	s = s.opened()
	v := s.judge(&f)
	var rows []int32
	for _, b := range s.blocks {
		for i := range b.rows() {
			if v.row(b, i) {
				rows = append(rows, int32(b.start+i))
			}
		}
	}
	return s.marked(rows, status)
}

// marked gives the set with a status on some rows, where their own is not a
// weaker one.
func (s *Set) marked(rows []int32, status briefing.ObsStatus) *Set {
	c := s.opened().Clone()
	own := map[*block]bool{} // blocks whose frames are the set's own already
	for _, row := range rows {
		b := c.blockOf(int(row))
		if !own[b] {
			b.frames.at = slices.Clone(b.frames.at)
			own[b] = true
		}
		at := &b.frames.at[int(row)-b.start]
		f := c.frames.values[*at]
		f.Status = Weaker(f.Status, status)
		if f.WeightStatus != "" {
			f.WeightStatus = Weaker(f.WeightStatus, status)
		}
		to := c.frames.code(f)
		c.used[*at]--
		c.count(to, 1)
		b.frames.low, b.frames.high = min(b.frames.low, to), max(b.frames.high, to)
		*at = to
	}
	return c
}
