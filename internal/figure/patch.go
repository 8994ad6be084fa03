package figure

import (
	"context"
	"slices"

	"briefing/internal/briefing"
)

// ComparePatch sets new observations beside the stored ones as Compare does,
// when each stands for itself alone: what they do not name is not gone, and
// stays when they take the place of the stored ones.
func ComparePatch(ctx context.Context, old, now *Set) (*Comparison, error) {
	old, now = old.opened(), now.opened()
	c, err := Compare(ctx, old, now)
	if err != nil {
		return nil, err
	}
	c.Pairs = slices.DeleteFunc(c.Pairs, func(p Pair) bool { return p.Difference() == Gone })
	if c.Same > 0 { // what is stored as it is would be stored twice
		keep := make([]bool, now.Len())
		for _, p := range c.Pairs {
			keep[p.New] = true
		}
		return ComparePatch(ctx, old, now.picked(func(i int) bool { return keep[i] }))
	}
	c.patch = true
	c.Batches = slices.DeleteFunc(c.Batches, func(b Batch) bool { return b.Changed == 0 })
	for i := range c.Batches {
		c.Batches[i].Outside += c.Batches[i].Gone
		c.Batches[i].Gone = 0
	}
	return c, nil
}

// unnamed gives the rows of an import that a patch does not name.
func (c *Comparison) unnamed(id briefing.ID) *Set {
	named := map[int32]bool{}
	for _, p := range c.Pairs {
		named[p.Old] = true
	}
	return c.Old.picked(func(i int) bool {
		b := c.Old.blockOf(i)
		return !named[int32(i)] && c.Old.frames.values[b.frames.at[i-b.start]].Import == id
	})
}
