package figure

import (
	"cmp"
	"runtime"
	"slices"
	"sync/atomic"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// scan goes through all blocks once, on all processors. Sums are exact, so
// it does not matter who adds up what.
func (a *aggregation) scan() error {
	scans := make([]scanner, max(1, min(runtime.GOMAXPROCS(0), len(a.set.blocks))))
	var next atomic.Int64
	var all routine.Group
	for i := range scans[1:] {
		all.Go(func() { scans[1+i].work(a, &next) })
	}
	scans[0].work(a, &next)
	all.Wait()
	misfit := -1
	for i := range scans {
		a.tables.take(scans[i].tables, a.size)
		for group, n := range scans[i].out {
			if a.out == nil {
				a.out = map[int64]int{}
			}
			a.out[group] += n
		}
		if m := scans[i].misfit; scans[i].stopped && (misfit < 0 || m < misfit) {
			misfit = m
		}
	}
	if misfit < 0 {
		return nil
	}
	return &briefing.Error{Code: briefing.CodeMixed, Op: "aggregate by hs", Path: a.set.At(misfit).Classification}
}

// step is how many rows are gone through at a time: what is noted of them
// stays in the processor's nearest cache.
const step = 2048

// scanner goes through blocks on one processor.
type scanner struct {
	a       *aggregation
	tables  tables
	chosen  [step]int32 // rows of the step that are wanted
	kept    [step]int32 // those of them that sums are of
	group   [step]int64 // the group of each of these
	values  [step]int64 // of the chosen rows, where these are few
	weights [step]int64
	misfit  int // the first row that must not be added up so
	stopped bool
	out     map[int64]int // rows left out, by group
}

// work takes blocks in order until there is none left or a row does not fit.
// Whoever stops has seen all rows before it, alone or by others: the first
// misfit of all is the same however the work was shared.
func (w *scanner) work(a *aggregation, next *atomic.Int64) {
	w.a = a
	for !w.stopped {
		n := int(next.Add(1)) - 1
		if n >= len(a.set.blocks) {
			return
		}
		w.block(n)
	}
}

// plan is what a block needs: the columns to filter by, the columns that tell
// the group, and the part of its number that is the same for all rows.
type plan struct {
	filters []sieve
	groups  []planned
	base    int64
	flags   uint64
	frames  bool // flags differ by row
}

type planned struct {
	codes []uint32
	axis  *axis
}

// fewCodes is how many codes of a block are looked at to find out that they
// mean the same.
const fewCodes = 64

// plan is not ok when no row of the block is wanted.
func (a *aggregation) plan(b *block) (p plan, ok bool) {
	for i, c := range [...]*codes{&b.frames, &b.places, &b.goods, &b.periods} {
		x := &a.axes[i]
		few := c.high-c.low < fewCodes
		wanted := x.wanted[c.low : c.high+1]
		if few && !slices.Contains(wanted, 1) || x.share == 0 {
			return p, false
		}
		if x.share < 1 && !(few && !slices.Contains(wanted, 0)) {
			p.filters = append(p.filters, sieve{c.at, x.wanted, x.share})
		}
		part, same := x.parts[c.low+uint32(max(slices.Index(wanted, 1), 0))], true
		if len(x.keys) > 1 {
			for code := c.low; same && code <= c.high; code++ {
				same = few && (x.wanted[code] == 0 || x.parts[code] == part)
			}
		}
		if same {
			p.base += part
		} else {
			p.groups = append(p.groups, planned{c.at, x})
		}
	}
	bySize(p.filters)
	p.flags = a.flags[b.frames.low]
	for _, f := range a.flags[b.frames.low : b.frames.high+1] {
		p.frames = p.frames || f != p.flags
	}
	return p, true
}

func (w *scanner) block(nth int) {
	b := w.a.set.blocks[nth]
	var out []uint64
	if w.a.aside != nil {
		out = w.a.aside.rows[nth]
	}
	p, ok := w.a.plan(b)
	if !ok {
		return
	}
	t := w.tables.of(b.value.scale, b.weight.scale, w.a.size)
	for from := 0; from < b.rows() && !w.stopped; from += step {
		to := min(from+step, b.rows())
		chosen := w.choose(&p, from, to)
		if out != nil {
			chosen = w.leave(&p, chosen, out, from, to)
		}
		if len(chosen) == 0 {
			continue
		}
		group := w.number(&p, chosen, from, to)
		t.place(group)
		if p.frames || w.a.marks {
			p.flags = 0
			if w.mark(t, b, from, chosen, group); w.stopped {
				return
			}
		}
		values, weights := b.value.mantissa[from:to], b.weight.mantissa[from:to]
		if len(chosen) < (to-from)/2 {
			// Far between: fetching them is the work, and goes faster by itself.
			values, weights = fetched(&w.values, values, chosen), fetched(&w.weights, weights, chosen)
			chosen = everyRow[:len(chosen)]
		}
		gather(t.cells, group, chosen, values, weights, p.flags)
	}
}

// everyRow is the choice where nothing is filtered.
var everyRow = func() (out [step]int32) {
	for i := range out {
		out[i] = int32(i)
	}
	return out
}()

// choose lists the rows of a step that all filters of the plan let through.
func (w *scanner) choose(p *plan, from, to int) []int32 {
	return chooseBy(&w.chosen, p.filters, from, to)
}

// sieve is a column that rows of a block have to be judged by.
type sieve struct {
	at     []uint32
	wanted []uint8 // by code: 1 for those let through
	share  float64 // of the codes that are wanted
}

// bySize puts the sieve that lets the least through first.
func bySize(sieves []sieve) {
	slices.SortStableFunc(sieves, func(x, y sieve) int { return cmp.Compare(x.share, y.share) })
}

// chooseBy lists the rows from..to, counted from the first of them, that all
// sieves let through, without a branch that the processor could only guess.
func chooseBy(chosen *[step]int32, sieves []sieve, from, to int) []int32 {
	if len(sieves) == 0 {
		return everyRow[:to-from]
	}
	n := uint(0)
	wanted := sieves[0].wanted
	for i, c := range sieves[0].at[from:to] {
		chosen[n%step] = int32(i)
		n += uint(wanted[c])
	}
	for _, f := range sieves[1:] {
		codes, wanted, of := f.at[from:to], f.wanted, chosen[:n]
		n = 0
		for _, i := range of {
			chosen[n%step] = i
			n += uint(wanted[codes[i]])
		}
	}
	return chosen[:n]
}

// leave takes the rows that are left out of sums from those chosen, and counts
// them by group.
func (w *scanner) leave(p *plan, chosen []int32, out []uint64, from, to int) []int32 {
	kept := w.kept[:0]
	var left []int32
	for _, i := range chosen {
		row := from + int(i)
		if out[row/64]>>(row%64)&1 == 0 {
			kept = append(kept, i)
		} else {
			left = append(left, i)
		}
	}
	if len(left) > 0 {
		if w.out == nil {
			w.out = map[int64]int{}
		}
		for _, group := range w.number(p, left, from, to) {
			w.out[group]++
		}
	}
	return kept
}

// number gives each chosen row the number of its group.
func (w *scanner) number(p *plan, chosen []int32, from, to int) []int64 {
	group := w.group[:len(chosen)]
	for i := range group {
		group[i] = p.base
	}
	for _, g := range p.groups {
		codes, parts := g.codes[from:to], g.axis.parts
		for i, row := range chosen {
			group[i] += parts[codes[row]]
		}
	}
	return group
}

func fetched(to *[step]int64, from []int64, chosen []int32) []int64 {
	for i, row := range chosen {
		to[i%step] = from[row]
	}
	return to[:len(chosen)]
}

// mark notes what differs by row beside the numbers.
func (w *scanner) mark(t *table, b *block, from int, chosen []int32, group []int64) {
	a := w.a
	for i, row := range chosen {
		f := b.frames.at[from+int(row)]
		if a.wrong[f] {
			w.stopped, w.misfit = true, b.start+from+int(row)
			return
		}
		c := &t.cells[group[i]]
		c.flags |= a.flags[f]
		c.hidden += uint32(a.hidden[b.goods.at[from+int(row)]])
	}
}

// gather adds the chosen rows to their cells.
func gather(cells []cell, group []int64, chosen []int32, values, weights []int64, flags uint64) {
	group = group[:len(chosen)]
	for i, row := range chosen {
		c := &cells[group[i]]
		c.rows++
		c.flags |= flags
		if v := values[row]; v != absent {
			c.value.add(v)
		} else {
			c.noValue++
		}
		if v := weights[row]; v != absent {
			c.weight.add(v)
		} else {
			c.noWeight++
		}
	}
}
