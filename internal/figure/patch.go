package figure

import (
	"context"

	"briefing/internal/briefing"
)

// ComparePatch sets new observations beside the stored ones whose place they
// take: was names, for each of them, the observation as it is stored, with the
// import and the line that it came with. Nothing else of the stored ones is
// covered, and rows that say of themselves the same as another keep apart. A
// stored one that is not there any more is CodeRowsChanged.
func ComparePatch(ctx context.Context, old, now *Set, was []Observation) (*Comparison, error) {
	old, now = old.opened(), now.opened()
	c := &Comparison{Old: old, New: now, Pairs: make([]Pair, len(was)), patch: true}
	wanted := map[int32][]int{} // by line
	for i, o := range was {
		c.Pairs[i] = Pair{Old: none, New: int32(i)}
		wanted[int32(o.Line)] = append(wanted[int32(o.Line)], i)
	}
	for _, b := range old.blocks {
		if err := stopped(ctx); err != nil {
			return nil, err
		}
		for i := range b.rows() {
			for _, n := range wanted[int32(b.lines[i])] {
				if row := b.start + i; c.Pairs[n].Old == none && equal(old.At(row), was[n]) {
					c.Pairs[n].Old = int32(row)
					break
				}
			}
		}
	}
	counts := map[briefing.ID]int{}
	for _, p := range c.Pairs {
		if p.Old == none {
			return nil, &briefing.Error{Code: briefing.CodeRowsChanged, Op: "compare figures"}
		}
		counts[old.importAt(int(p.Old))]++
	}
	for _, id := range old.Imports() {
		if n := counts[id]; n > 0 {
			c.Batches = append(c.Batches, Batch{Import: id, Changed: n, Outside: old.RowsOf(id) - n})
		}
	}
	return c, nil
}

// equal reports whether two observations say the same in all.
func equal(a, b Observation) bool {
	if !briefing.SameNumber(a.Value, b.Value) || !briefing.SameNumber(a.NetWeight, b.NetWeight) || !briefing.SameNumber(a.Quantity, b.Quantity) {
		return false
	}
	a.Value, a.NetWeight, a.Quantity = b.Value, b.NetWeight, b.Quantity
	return a == b
}

// importAt is the import of a row.
func (s *Set) importAt(row int) briefing.ID {
	b := s.blockOf(row)
	return s.frames.values[b.frames.at[row-b.start]].Import
}

// RowsOf counts the rows of an import.
func (s *Set) RowsOf(id briefing.ID) (n int) {
	if s == nil {
		return 0
	}
	for i, f := range s.frames.values {
		if f.Import == id {
			n += s.used[i]
		}
	}
	return n
}

// unnamed gives the rows of an import that a patch does not name.
func (c *Comparison) unnamed(id briefing.ID) *Set {
	named := map[int32]bool{}
	for _, p := range c.Pairs {
		named[p.Old] = true
	}
	return c.Old.picked(func(i int) bool { return !named[int32(i)] && c.Old.importAt(i) == id })
}
