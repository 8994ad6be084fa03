package figure

import (
	"slices"

	"briefing/internal/briefing"
)

// Aggregate adds up the observations that the filter lets through, by the
// dimensions in the order given. Rows of different reporter, currency, basis,
// classification, frequency or area are never added: they make groups of their own,
// told apart by Split. Exports, imports and re-exports are added unless the
// flow is filtered or grouped by. Groups are ordered by keys, then by split.
// Goods that are told twice, by codes of which one holds the other, are taken
// once: see Stated. The rows left out of a sum count in Group.Rows.
//
// hs2, hs4, hs6 and product groups over rows of another classification give
// CodeMixed, an unknown dimension or one without its groups CodeUsage, a sum of more than 19 digits CodeOverflow.
func (s *Set) Aggregate(f Filter, by []Dimension) ([]Group, error) {
	for _, d := range by {
		if !d.Valid() || d == ByGroup && f.GroupOf == nil {
			return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "aggregate by", Path: string(d)}
		}
	}
	if s.Len() == 0 {
		return nil, nil
	}
	key := s.question("sums", &f, by)
	groups, err := recall(s, key, func() ([]Group, error) {
		out := s.aside(&f, by)
		if out == nil { // imports have nothing to do with each other
			if groups, ok := s.sharedSums(key, &f, by); ok {
				return groups, nil
			}
		}
		a := newAggregation(s.opened(), &f, by)
		a.aside = out
		if err := a.scan(); err != nil {
			return nil, err
		}
		return a.groups()
	})
	return slices.Clone(groups), err
}

// Parts adds up like Aggregate by the dimensions and one more, but of those rows
// only that a sum by the dimensions alone takes: what it is made of.
func (s *Set) Parts(f Filter, by []Dimension, of Dimension) ([]Group, error) {
	finer := append(slices.Clone(by), of)
	for _, d := range finer {
		if !d.Valid() || d == ByGroup && f.GroupOf == nil {
			return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "parts by", Path: string(d)}
		}
	}
	out := s.aside(&f, by)
	if out == nil {
		return s.Aggregate(f, finer)
	}
	key := s.question("parts", &f, finer)
	groups, err := recall(s, key, func() ([]Group, error) {
		a := newAggregation(s.opened(), &f, finer)
		a.aside = out
		if err := a.scan(); err != nil {
			return nil, err
		}
		return a.groups()
	})
	return slices.Clone(groups), err
}

// axis maps the codes of one dictionary to its part of a group's number.
type axis struct {
	parts  []int64    // by code: part × stride
	wanted []uint8    // by code: 1 when the filter lets it through
	keys   [][]string // by part: the keys of the dimensions this dictionary answers
	splits []Split    // by part: its share of the split
	stride int64
	share  float64 // of the codes that are wanted
	lets   int     // how many are
}

// kin is what the values of a dictionary put into the split of a group.
type kin[T any] struct {
	name  func([]byte, T) []byte // appends what tells it apart
	split func(T) Split
}

// kinOf is of dictionaries with few values: told apart by the split itself.
func kinOf[T any](split func(T) Split) kin[T] {
	return kin[T]{split: split, name: func(name []byte, v T) []byte {
		s := split(v)
		for _, t := range s.fields() {
			name = append(append(name, t...), 0)
		}
		return name
	}}
}

// multiply sets the stride and gives the next axis's. The parts may be others'
// too, and are copied where they change.
func (a *axis) multiply(stride int64) int64 {
	if a.stride = stride; stride != 1 {
		parts := make([]int64, len(a.parts))
		for i, part := range a.parts {
			parts[i] = part * stride
		}
		a.parts = parts
	}
	return stride * int64(max(len(a.keys), 1))
}

// part finds the axis's part in a group's number.
func (a *axis) part(group int64) int64 { return group / a.stride % int64(max(len(a.keys), 1)) }

type aggregation struct {
	set    *Set
	by     []Dimension
	axes   [4]axis // frames, places, goods, periods
	hidden []uint8 // by goods code: 1 for those that are
	flags  []uint64
	wrong  []bool // by frame code: hs* was asked and its classification has none
	marks  bool   // rows must be looked at for hidden or wrong
	size   int64  // number of possible groups
	aside  *aside // rows that are left out of sums; nil for none
	tables tables
	out    map[int64]int // how many of each group
}

func newAggregation(s *Set, f *Filter, by []Dimension) *aggregation {
	a := &aggregation{set: s, by: by}
	var dims [4][]Dimension
	for _, d := range by {
		dims[axisOf(d)] = append(dims[axisOf(d)], d)
	}
	a.axes = [4]axis{s.frameAxis(f, dims[0]), s.placeAxis(f, dims[1]), s.goodsAxis(f, dims[2]), s.periodAxis(f, dims[3])}
	a.size = 1
	for i := range a.axes {
		a.size = a.axes[i].multiply(a.size)
	}
	hidden := s.hiddenGoods()
	a.hidden = hidden.wanted
	harmonised := slices.ContainsFunc(by, Dimension.harmonised)
	a.wrong = judged(s.frames.values, func(r frame) bool { return harmonised && !Harmonised(r.Classification) })
	a.marks = hidden.lets > 0 || slices.Contains(a.wrong, true)
	for _, r := range s.frames.values {
		a.flags = append(a.flags, frameFlags(r))
	}
	return a
}

// Flags of a group gather what any of its rows has: bit 0 invented data, then
// a bit for each status of the value by weakness, then of the weight, then a bit
// for each level of code.
const (
	sampleFlag  = 1
	statusShift = 1
	weightShift = statusShift + len(weakness)
	levelShift  = weightShift + len(weakness)
	mostLevel   = 63 - levelShift
)

func frameFlags(r frame) uint64 {
	w := max(slices.Index(weakness[:], r.Status), 0)
	f := uint64(1)<<(statusShift+w) | uint64(1)<<(levelShift+min(int(r.Level), mostLevel))
	f |= uint64(1) << (weightShift + max(slices.Index(weakness[:], r.weightStatus()), 0))
	if r.Sample {
		f |= sampleFlag
	}
	return f
}
