package figure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Aggregate adds up the observations that the filter lets through, by the
// dimensions in the order given. Rows of different reporter, currency, basis,
// classification or frequency are never added: they make groups of their own,
// told apart by Split. Exports, imports and re-exports are added unless the
// flow is filtered or grouped by. Groups are ordered by keys, then by split.
//
// hs2, hs4 and hs6 over rows of another classification give CodeMixed, an
// unknown dimension CodeUsage, a sum of more than 19 digits CodeOverflow.
func (s *Set) Aggregate(f Filter, by []Dimension) ([]Group, error) {
	for _, d := range by {
		if !d.Valid() {
			return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "aggregate by", Path: string(d)}
		}
	}
	if s.Len() == 0 {
		return nil, nil
	}
	a := newAggregation(s, &f, by)
	a.scan()
	if a.misfit != nil {
		return nil, &briefing.Error{Code: briefing.CodeMixed, Op: "aggregate by hs", Path: *a.misfit}
	}
	return a.groups()
}

// axis maps the codes of one dictionary to its part of a group's number.
type axis struct {
	parts  []int64    // by code: part × stride, or out for a row that is not wanted
	keys   [][]string // by part: the keys of the dimensions this dictionary answers
	splits []Split    // by part: its share of the split
	stride int64
	plain  bool // one part and every row wanted: the column need not be read
}

// out is the part of a row that the filter keeps out: so negative that no sum
// of four parts is positive with it.
const out = -1 << 60

// newAxis groups the values of a dictionary that ok lets through.
func newAxis[T any](values []T, ok func(T) bool, key func(T) ([]string, Split)) axis {
	a := axis{parts: make([]int64, len(values)), plain: true}
	type identity struct {
		keys  string
		split Split
	}
	known := map[identity]int64{}
	for i, v := range values {
		if !ok(v) {
			a.parts[i], a.plain = out, false
			continue
		}
		keys, split := key(v)
		id := identity{strings.Join(keys, "\x00"), split}
		part, seen := known[id]
		if !seen {
			part = int64(len(a.keys))
			known[id] = part
			a.keys, a.splits = append(a.keys, keys), append(a.splits, split)
		}
		a.parts[i] = part
	}
	a.plain = a.plain && len(a.keys) == 1
	return a
}

// multiply sets the stride and gives the next axis's.
func (a *axis) multiply(stride int64) int64 {
	a.stride = stride
	for i, p := range a.parts {
		if p != out {
			a.parts[i] = p * stride
		}
	}
	return stride * int64(max(len(a.keys), 1))
}

// part finds the axis's part in a group's number.
func (a *axis) part(group int64) int64 { return group / a.stride % int64(max(len(a.keys), 1)) }

// cell is what a group has gathered; its sums stand beside, by scale.
type cell struct {
	rows, valueRows, weightRows, hidden int
	flags                               uint64
}

type aggregation struct {
	set    *Set
	by     []Dimension
	axes   [4]axis // frames, places, goods, periods
	hidden []bool  // by goods code
	flags  []uint64
	wrong  []bool // by frame code: hs* was asked and its classification has none
	misfit *string
	size   int64
	dense  bool
	index  map[int64]int32 // group number → cell, when not dense
	number []int64         // cell → group number, when not dense
	cells  []cell
	value  map[uint8][]sum // by scale, then cell
	weight map[uint8][]sum
}

// denseLimit is the number of possible groups up to which a group's number
// is its place in the table of cells.
const denseLimit = 1 << 16

func newAggregation(s *Set, f *Filter, by []Dimension) *aggregation {
	a := &aggregation{set: s, by: by, value: map[uint8][]sum{}, weight: map[uint8][]sum{}}
	a.axes[0] = newAxis(s.frames.values, f.frame, func(r frame) ([]string, Split) {
		return keysOf(r.key, by), splitOf(r, briefing.Period{})
	})
	a.axes[1] = newAxis(s.places.values, f.place, func(p place) ([]string, Split) { return keysOf(p.key, by), Split{} })
	a.axes[2] = newAxis(s.goods.values, f.good, func(g goods) ([]string, Split) { return keysOf(g.key, by), Split{} })
	a.axes[3] = newAxis(s.periods.values, f.period, func(p briefing.Period) ([]string, Split) {
		return keysOf(func(d Dimension) (string, bool) { return periodKey(p, d) }, by),
			Split{Frequency: p.Frequency(), Span: span(p)}
	})
	a.size = 1
	for i := range a.axes {
		a.size = a.axes[i].multiply(a.size)
	}
	a.dense = a.size <= denseLimit
	if a.dense {
		a.cells = make([]cell, a.size)
	} else {
		a.index = map[int64]int32{}
	}
	a.hidden = judged(s.goods.values, func(g goods) bool { return g.Code == HiddenCode })
	harmonised := slices.ContainsFunc(by, Dimension.harmonised)
	a.wrong = judged(s.frames.values, func(r frame) bool { return harmonised && !Harmonised(r.Classification) })
	for _, r := range s.frames.values {
		a.flags = append(a.flags, frameFlags(r))
	}
	return a
}

// keysOf collects the keys of the dimensions that the tuple answers.
func keysOf(key func(Dimension) (string, bool), by []Dimension) []string {
	var keys []string
	for _, d := range by {
		if k, ok := key(d); ok {
			keys = append(keys, k)
		}
	}
	return keys
}

// Flags of a group gather what any of its rows has: bit 0 invented data, then
// a bit for each status by weakness, then a bit for each level of code.
const (
	sampleFlag  = 1
	statusShift = 1
	levelShift  = 16
)

func frameFlags(r frame) uint64 {
	w := max(slices.Index(weakness[:], r.Status), 0)
	f := uint64(1)<<(statusShift+w) | uint64(1)<<(levelShift+min(int(r.Level), 40))
	if r.Sample {
		f |= sampleFlag
	}
	return f
}

// scan goes through all blocks once, some thousand rows at a time.
func (a *aggregation) scan() {
	const step = 4096
	group := make([]int64, step)
	for _, b := range a.set.blocks {
		for from := 0; from < b.rows(); from += step {
			to := min(from+step, b.rows())
			g := group[:to-from]
			a.number4(g, b, from, to)
			a.gather(g, b, from)
			if a.misfit != nil {
				return
			}
		}
	}
}

// number4 gives each row the number of its group, negative for a row that is
// filtered out.
func (a *aggregation) number4(g []int64, b *block, from, to int) {
	clear(g)
	for i, codes := range [...][]uint32{b.frames, b.places, b.goods, b.periods} {
		if a.axes[i].plain {
			continue
		}
		parts := a.axes[i].parts
		for j, c := range codes[from:to] {
			g[j] += parts[c]
		}
	}
}

// gather adds the rows to their cells.
func (a *aggregation) gather(g []int64, b *block, from int) {
	n := len(g)
	frames, goods := b.frames[from:from+n], b.goods[from:from+n]
	values, weights := b.value.mantissa[from:from+n], b.weight.mantissa[from:from+n]
	a.place(g)
	valueSums, weightSums := a.sums(a.value, b.value.scale), a.sums(a.weight, b.weight.scale)
	for i, at := range g {
		if at < 0 {
			continue
		}
		f := frames[i]
		if a.wrong[f] {
			a.misfit = &a.set.frames.values[f].Classification
			return
		}
		c := &a.cells[at]
		c.rows++
		c.flags |= a.flags[f]
		if a.hidden[goods[i]] {
			c.hidden++
		}
		if v := values[i]; v != absent {
			c.valueRows++
			valueSums[at].add(v)
		}
		if w := weights[i]; w != absent {
			c.weightRows++
			weightSums[at].add(w)
		}
	}
}

// place turns numbers of groups into places of their cells.
func (a *aggregation) place(g []int64) {
	if a.dense {
		return
	}
	for i, number := range g {
		if number < 0 {
			continue
		}
		at, ok := a.index[number]
		if !ok {
			at = int32(len(a.cells))
			a.index[number] = at
			a.cells = append(a.cells, cell{})
			a.number = append(a.number, number)
		}
		g[i] = int64(at)
	}
}

// sums gives the sums of a scale, one a cell.
func (a *aggregation) sums(by map[uint8][]sum, scale uint8) []sum {
	if missing := len(a.cells) - len(by[scale]); missing > 0 {
		by[scale] = append(by[scale], make([]sum, missing)...)
	}
	return by[scale]
}
