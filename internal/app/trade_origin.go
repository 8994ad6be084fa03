package app

import (
	"context"

	"briefing/internal/briefing"
)

// TradeOrigin is what an import has of the rows of a group.
type TradeOrigin struct {
	Import      briefing.Import
	Rows        int
	First, Last int // lines of its file; 0 where they are not known
}

// Origins lists the imports that the rows of a group came with, in the order of
// its rows. It goes through all of them and ends with the context.
func (v *TradeView) Origins(ctx context.Context, g TradeGroup) (out []TradeOrigin, err error) {
	at := map[briefing.ID]int{}
	for i, row := range v.order[g.first : g.first+g.size] {
		if i%65536 == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx.Err())
		}
		o := v.set.At(int(row))
		n, ok := at[o.Import]
		if !ok {
			n = len(out)
			at[o.Import] = n
			out = append(out, TradeOrigin{Import: v.imports[o.Import], First: o.Line, Last: o.Line})
		}
		f := &out[n]
		f.Rows++
		f.First, f.Last = min(f.First, o.Line), max(f.Last, o.Line)
	}
	return out, nil
}

// Size is how many rows the group has.
func (g *TradeGroup) Size() int { return g.size }
