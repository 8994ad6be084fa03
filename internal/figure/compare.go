package figure

import (
	"context"
	"slices"

	"briefing/internal/briefing"
)

// Difference is how a row of new observations stands to the stored ones.
type Difference string

// Differences.
const (
	Added   Difference = "added"   // what it is about is not stored yet
	Changed Difference = "changed" // stored with other amounts or another status
	Gone    Difference = "gone"    // stored, and not in what the new observations cover
)

// Pair is a stored row and the new one that tells of the same.
type Pair struct {
	Old, New int32 // rows of the two sets; −1 where there is none
}

// Difference tells what has become of the row.
func (p Pair) Difference() Difference {
	switch {
	case p.Old < 0:
		return Added
	case p.New < 0:
		return Gone
	}
	return Changed
}

// Batch counts what has become of the stored rows of one import.
type Batch struct {
	Import                       briefing.ID
	Same, Changed, Gone, Outside int // Outside: of periods or partners that the new observations do not cover
}

// Comparison is new observations beside the stored ones. Rows are of the same
// when flow, reporter, partner, both places, code, classification, period,
// currency, basis and supplementary unit agree; confidential codes, and
// goods without one, are told apart by their names. Invented rows are never those of real ones.
//
// Only the rows of imports that have something in common with the new
// observations are looked at, and of these only what the new ones cover: the
// flow, reporter, partner and period of at least one new row, and all partners
// of a flow, reporter and period of which the new rows have the most part.
type Comparison struct {
	Old, New *Set
	Pairs    []Pair // added and changed rows in the order of the new ones, then gone ones in the order of the old
	Same     int    // rows that are stored as they are
	Batches  []Batch
	restated []int32       // rows of New that are stored with these amounts, as revised ones
	patch    bool          // see ComparePatch
	again    []briefing.ID // see CompareAgain
}

// Overlaps reports whether any row is about what is stored already.
func (c *Comparison) Overlaps() bool { return len(c.Batches) > 0 }

// Count is the number of rows of a difference.
func (c *Comparison) Count(d Difference) (n int) {
	for _, p := range c.Pairs {
		if p.Difference() == d {
			n++
		}
	}
	return n
}

// Compare sets new observations beside the stored ones. It reads each row of
// the two once and keeps some 16 bytes for each new one. It ends with the
// context.
func Compare(ctx context.Context, old, now *Set) (*Comparison, error) {
	return CompareAgain(ctx, old, now, nil)
}

// CompareAgain is Compare when the new observations are those of a file that
// has been read before, in another way: all rows of the imports that it came
// with are covered, whatever the new ones are about.
func CompareAgain(ctx context.Context, old, now *Set, imports []briefing.ID) (*Comparison, error) {
	if old == nil {
		old = NewSet()
	}
	old, now = old.opened(), now.opened()
	c := &Comparison{Old: old, New: now, again: imports}
	w := newComparing(old, now, imports)
	w.cover()
	if !w.meets() { // the usual case: a period that is not there yet
		c.Pairs = make([]Pair, now.Len())
		for i := range c.Pairs {
			c.Pairs[i] = Pair{Old: none, New: int32(i)}
		}
		return c, stopped(ctx)
	}
	w.weighLists()
	if err := w.index(ctx); err != nil {
		return nil, err
	}
	if err := w.scan(ctx); err != nil {
		return nil, err
	}
	w.finish(c)
	return c, nil
}

// sameAmounts reports whether a changed row differs in its mark alone.
func (c *Comparison) sameAmounts(p Pair) bool {
	a, b := c.Old.blockOf(int(p.Old)), c.New.blockOf(int(p.New))
	return sameAmounts(a, int(p.Old)-a.start, b, int(p.New)-b.start)
}

// Revised gives the new observations as they are stored in the place of the
// old ones: what has other amounts is marked as revised, unless its own status
// is a weaker one, and what was revised before stays so.
func (c *Comparison) Revised() *Set {
	rows := slices.Clone(c.restated)
	for _, p := range c.Pairs {
		if p.Difference() == Changed && !c.sameAmounts(p) {
			rows = append(rows, p.New)
		}
	}
	return c.New.marked(rows, briefing.Revised)
}

// Additions gives the rows about what is not stored yet.
func (c *Comparison) Additions() *Set {
	return c.part(c.New, Added, func(p Pair) int32 { return p.New })
}

func (c *Comparison) part(s *Set, d Difference, row func(Pair) int32) *Set {
	keep := make([]bool, s.Len())
	for _, p := range c.Pairs {
		if p.Difference() == d {
			keep[row(p)] = true
		}
	}
	return s.picked(func(i int) bool { return keep[i] })
}

// Kept gives the rows of an import that stay when the new observations take
// the place of the stored ones they cover: what they do not cover and, unless
// these go too, what is gone.
func (c *Comparison) Kept(id briefing.ID, dropGone bool) *Set {
	if c.patch {
		return c.unnamed(id)
	}
	w := newComparing(c.Old, c.New, c.again)
	keep := make([]bool, c.Old.Len())
	w.cover()
	w.weighLists()
	for _, b := range c.Old.blocks {
		for i := range b.rows() {
			keep[b.start+i] = c.Old.frames.values[b.frames.at[i]].Import == id && !w.covered(b, i)
		}
	}
	for _, p := range c.Pairs {
		if p.Difference() != Gone || dropGone {
			continue
		}
		b := c.Old.blockOf(int(p.Old))
		keep[p.Old] = c.Old.frames.values[b.frames.at[int(p.Old)-b.start]].Import == id
	}
	return c.Old.picked(func(i int) bool { return keep[i] })
}

// Total is what the rows of one split add up to, by what has become of them.
type Total struct {
	Flow                   string
	Split                  Split
	Added, Gone            briefing.MaybeNumber // in whole currency units
	OldChanged, NewChanged briefing.MaybeNumber
	Rows                   map[Difference]int
}

// Totals adds the values up for each flow and split; they are not added to
// each other.
func (c *Comparison) Totals() ([]Total, error) {
	newRow, oldRow := func(p Pair) int32 { return p.New }, func(p Pair) int32 { return p.Old }
	var out []Total
	for _, part := range []struct {
		set  *Set
		d    Difference
		into func(*Total) *briefing.MaybeNumber
		rows bool
	}{
		{c.part(c.New, Changed, newRow), Changed, func(t *Total) *briefing.MaybeNumber { return &t.NewChanged }, true},
		{c.part(c.Old, Changed, oldRow), Changed, func(t *Total) *briefing.MaybeNumber { return &t.OldChanged }, false},
		{c.part(c.New, Added, newRow), Added, func(t *Total) *briefing.MaybeNumber { return &t.Added }, true},
		{c.part(c.Old, Gone, oldRow), Gone, func(t *Total) *briefing.MaybeNumber { return &t.Gone }, true},
	} {
		groups, err := part.set.Aggregate(Filter{}, []Dimension{"flow"})
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			at := slices.IndexFunc(out, func(t Total) bool { return t.Flow == g.Keys[0] && t.Split == g.Split })
			if at < 0 {
				at = len(out)
				out = append(out, Total{Flow: g.Keys[0], Split: g.Split, Rows: map[Difference]int{}})
			}
			*part.into(&out[at]) = g.Value
			if part.rows {
				out[at].Rows[part.d] += g.Rows
			}
		}
	}
	return out, nil
}
