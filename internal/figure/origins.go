package figure

import (
	"bytes"
	"runtime"
	"slices"
	"sync/atomic"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// Origin is what an import has of the rows that were asked for.
type Origin struct {
	Import      briefing.ID
	First, Last int // lines of its file
	Rows        int
	ValueRows   int // rows that have a value
	WeightRows  int // rows that have a weight
}

// Origins tells which imports the rows that the filter lets through came with,
// in the order of their first row.
func (s *Set) Origins(f Filter) []Origin {
	if s.Len() == 0 {
		return nil
	}
	key := s.question("origins", &f, nil)
	out, _ := recall(s, key, func() ([]Origin, error) {
		if out, ok := s.sharedOrigins(key, &f); ok {
			return out, nil
		}
		return s.origins(&f), nil
	})
	return slices.Clone(out)
}

// origins goes through the blocks on all processors; the block that comes
// first has the first row, whoever looked at it.
func (s *Set) origins(f *Filter) (out []Origin) {
	s, v := s.opened(), s.judge(f)
	found := make([][]Origin, len(s.blocks))
	var next atomic.Int64
	var all routine.Group
	for range max(1, min(runtime.GOMAXPROCS(0), len(s.blocks))) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(s.blocks); i = int(next.Add(1)) - 1 {
				found[i] = s.originsIn(s.blocks[i], &v)
			}
		})
	}
	all.Wait()
	for _, some := range found {
		for _, o := range some {
			i := slices.IndexFunc(out, func(x Origin) bool { return x.Import == o.Import })
			if i < 0 {
				out = append(out, o)
				continue
			}
			x := &out[i]
			x.First, x.Last = min(x.First, o.First), max(x.Last, o.Last)
			x.Rows, x.ValueRows, x.WeightRows = x.Rows+o.Rows, x.ValueRows+o.ValueRows, x.WeightRows+o.WeightRows
		}
	}
	return out
}

// sieves are the columns that tell rows of the block apart; ok is false when
// none of them can be wanted.
func (v *verdicts) sieves(b *block) (out []sieve, ok bool) {
	for _, c := range []struct {
		codes  *codes
		wanted []uint8
	}{{&b.frames, v.frames}, {&b.places, v.places}, {&b.goods, v.goods}, {&b.periods, v.periods}} {
		here := c.wanted[c.codes.low : c.codes.high+1]
		switch n := bytes.Count(here, []byte{1}); n {
		case 0:
			return nil, false
		case len(here):
		default:
			out = append(out, sieve{c.codes.at, c.wanted, float64(n) / float64(len(here))})
		}
	}
	bySize(out)
	return out, true
}

func (s *Set) originsIn(b *block, v *verdicts) (out []Origin) {
	sieves, ok := v.sieves(b)
	if !ok {
		return nil
	}
	of := map[uint32]int{} // place in out of a frame
	last, lastAt := uint32(0), -1
	var chosen [step]int32
	for from := 0; from < b.rows(); from += step {
		for _, j := range chooseBy(&chosen, sieves, from, min(from+step, b.rows())) {
			i := from + int(j)
			f, line := b.frames.at[i], int(b.lines[i])
			if f != last || lastAt < 0 {
				at, met := of[f]
				if !met {
					id := s.frames.values[f].Import
					if at = slices.IndexFunc(out, func(o Origin) bool { return o.Import == id }); at < 0 {
						at, out = len(out), append(out, Origin{Import: id, First: line})
					}
					of[f] = at
				}
				last, lastAt = f, at
			}
			o := &out[lastAt]
			o.Rows++
			o.First, o.Last = min(o.First, line), max(o.Last, line)
			if b.value.mantissa[i] != absent {
				o.ValueRows++
			}
			if b.weight.mantissa[i] != absent {
				o.WeightRows++
			}
		}
	}
	return out
}
