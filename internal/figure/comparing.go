package figure

import (
	"context"
	"math"
	"slices"

	"briefing/internal/briefing"
)

// What tells one row from another, tuple by tuple: two rows are about the
// same when all four agree.

type frameKey struct {
	Flow                                                    Flow
	Reporter, Classification, Currency, Basis, QuantityUnit string
	Sample                                                  bool
}

func (f frame) identity() frameKey {
	return frameKey{f.Flow, f.Reporter, f.Classification, f.Currency, f.Basis, f.QuantityUnit, f.Sample}
}

func (g goods) identity() goods {
	if g.Code != HiddenCode && g.Code != TotalCode { // what is hidden, or has no code, is told apart by its name only
		g.Product = ""
	}
	return g
}

// whose is the part of a frame that says which figures a row belongs to.
type whose struct {
	Flow     Flow
	Reporter string
	Sample   bool
}

// unknown is the number of a tuple that no new row has.
const unknown = math.MaxUint32

// numbered gives equal keys of new tuples one number and those of old tuples
// the number of the new one they equal.
type numbered struct {
	old, now []uint32
	count    int // of different keys
}

func number[T any, K comparable](old, now []T, key func(T) K) (n numbered) {
	index := make(map[K]uint32, len(now))
	n.now = make([]uint32, len(now))
	for i, v := range now {
		k := key(v)
		c, ok := index[k]
		if !ok {
			c = uint32(len(index))
			index[k] = c
		}
		n.now[i] = c
	}
	n.old = make([]uint32, len(old))
	for i, v := range old {
		c, ok := index[key(v)]
		if !ok {
			c = unknown
		}
		n.old[i] = c
	}
	n.count = len(index)
	return n
}

// none ends a list of rows.
const none = -1

// What a new row stands for: nothing yet, a row stored as it is, or, from 0
// on, the old row that it changes.
const (
	alone  = -1
	stored = -2
)

// comparing is a comparison at work.
type comparing struct {
	old, now                     *Set
	frames, places, goods, spans numbered // identity
	who, partners                numbered // cover
	bits                         []uint64
	far                          map[uint64]struct{} // the cover where it is too wide for bits
	slots                        []int32             // group by the hash of its key
	groups                       []group
	next                         []int32 // the following new row of the same group
	known                        []link  // old rows of groups
	match                        []int32
	gone, restated               []int32
	whole                        map[uint64]bool // lists of which the new rows have the most part, see vanished.go
	imports                      []briefing.ID
	importOf                     []int // old frame → import
	counts                       []Batch
	touched                      []bool
	again                        []bool // imports of the same file, see CompareAgain
}

// group is the rows of one key.
type group struct {
	first, last       int32 // new rows
	oldFirst, oldLast int32 // places in known
}

// link is an old row and the place of the next one of its group.
type link struct{ row, next int32 }

func newComparing(old, now *Set, again []briefing.ID) *comparing {
	w := &comparing{
		old: old, now: now,
		frames:   number(old.frames.values, now.frames.values, frame.identity),
		places:   number(old.places.values, now.places.values, func(p place) place { return p }),
		goods:    number(old.goods.values, now.goods.values, goods.identity),
		spans:    number(old.periods.values, now.periods.values, func(p briefing.Period) briefing.Period { return p }),
		who:      number(old.frames.values, now.frames.values, func(f frame) whose { return whose{f.Flow, f.Reporter, f.Sample} }),
		partners: number(old.places.values, now.places.values, func(p place) string { return p.Partner }),
	}
	at := map[briefing.ID]int{}
	for _, f := range old.frames.values {
		i, ok := at[f.Import]
		if !ok {
			i = len(w.imports)
			at[f.Import] = i
			w.imports = append(w.imports, f.Import)
		}
		w.importOf = append(w.importOf, i)
	}
	w.counts, w.touched, w.again = make([]Batch, len(w.imports)), make([]bool, len(w.imports)), make([]bool, len(w.imports))
	for i, id := range w.imports {
		w.again[i] = slices.Contains(again, id)
		w.touched[i] = w.again[i]
	}
	return w
}

// mostBits is how wide a cover may be to be kept as bits: 8 MB of them.
const mostBits = 1 << 26

// area is a number for what covers a row: whose it is, partner and period.
func (w *comparing) area(who, partner, span uint32) uint64 {
	return (uint64(who)*uint64(w.partners.count)+uint64(partner))*uint64(w.spans.count) + uint64(span)
}

// cover notes what the new rows cover.
func (w *comparing) cover() {
	size := uint64(w.who.count) * uint64(w.partners.count) * uint64(w.spans.count)
	if size <= mostBits {
		w.bits = make([]uint64, size/64+1)
	} else {
		w.far = map[uint64]struct{}{}
	}
	for _, b := range w.now.blocks {
		for i := range b.rows() {
			a := w.area(w.who.now[b.frames.at[i]], w.partners.now[b.places.at[i]], w.spans.now[b.periods.at[i]])
			if w.bits != nil {
				w.bits[a/64] |= 1 << (a % 64)
			} else {
				w.far[a] = struct{}{}
			}
		}
	}
}

// covered reports whether an old row lies in what the new ones cover.
func (w *comparing) covered(b *block, i int) bool {
	if w.again[w.importOf[b.frames.at[i]]] {
		return true
	}
	who, partner, span := w.who.old[b.frames.at[i]], w.partners.old[b.places.at[i]], w.spans.old[b.periods.at[i]]
	if who == unknown || span == unknown {
		return false
	}
	if w.whole[w.list(w.importOf[b.frames.at[i]], who, span)] {
		return true
	}
	if partner == unknown {
		return false
	}
	a := w.area(who, partner, span)
	if w.bits != nil {
		return w.bits[a/64]&(1<<(a%64)) != 0
	}
	_, ok := w.far[a]
	return ok
}

// meets reports whether any old row lies in what the new ones cover.
func (w *comparing) meets() bool {
	for _, b := range w.old.blocks {
		for i := range b.rows() {
			if w.covered(b, i) {
				return true
			}
		}
	}
	return false
}

// key is what identifies a row.
type key struct{ frame, place, goods, span uint32 }

func (k key) unknown() bool {
	return k.frame == unknown || k.place == unknown || k.goods == unknown || k.span == unknown
}

func (k key) hash() uint64 {
	h := uint64(k.frame)*0x9E3779B97F4A7C15 ^ uint64(k.place)*0xC2B2AE3D27D4EB4F ^ uint64(k.goods)*0x165667B19E3779F9 ^ uint64(k.span)*0xD6E8FEB86659FD93
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>29
}

func (w *comparing) newKey(b *block, i int) key {
	return key{w.frames.now[b.frames.at[i]], w.places.now[b.places.at[i]], w.goods.now[b.goods.at[i]], w.spans.now[b.periods.at[i]]}
}

func (w *comparing) oldKey(b *block, i int) key {
	return key{w.frames.old[b.frames.at[i]], w.places.old[b.places.at[i]], w.goods.old[b.goods.at[i]], w.spans.old[b.periods.at[i]]}
}

// slot finds the place of a key: that of its group, or the free one for it.
func (w *comparing) slot(k key) *int32 {
	mask := uint64(len(w.slots) - 1)
	for at := k.hash() & mask; ; at = (at + 1) & mask {
		g := w.slots[at]
		if g == none {
			return &w.slots[at]
		}
		first := int(w.groups[g].first)
		b := w.now.blockOf(first)
		if w.newKey(b, first-b.start) == k {
			return &w.slots[at]
		}
	}
}

// index puts the new rows into groups.
func (w *comparing) index(ctx context.Context) error {
	size := 1 << 8
	for size < 2*w.now.Len() {
		size *= 2
	}
	w.slots, w.next, w.match = make([]int32, size), make([]int32, w.now.Len()), make([]int32, w.now.Len())
	for i := range w.slots {
		w.slots[i] = none
	}
	for _, b := range w.now.blocks {
		if err := stopped(ctx); err != nil {
			return err
		}
		for i := range b.rows() {
			row := int32(b.start + i)
			w.next[row], w.match[row] = none, alone
			at := w.slot(w.newKey(b, i))
			if *at == none {
				*at = int32(len(w.groups))
				w.groups = append(w.groups, group{row, row, none, none})
				continue
			}
			g := &w.groups[*at]
			w.next[g.last], g.last = row, row
		}
	}
	return nil
}

// scan sorts the old rows into groups, gone and outside, and then settles the
// groups.
func (w *comparing) scan(ctx context.Context) error {
	for _, b := range w.old.blocks {
		if err := stopped(ctx); err != nil {
			return err
		}
		for i := range b.rows() {
			k, row := w.oldKey(b, i), int32(b.start+i)
			imp := w.importOf[b.frames.at[i]]
			at := int32(none)
			if !k.unknown() {
				at = *w.slot(k)
			}
			switch {
			case at != none:
				w.touched[imp] = true
				w.groups[at].join(&w.known, row)
			case w.covered(b, i):
				w.gone = append(w.gone, row)
			default:
				w.counts[imp].Outside++
			}
		}
	}
	for n := range w.groups {
		if n%BlockRows == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
		}
		if g := &w.groups[n]; g.oldFirst != none {
			w.settle(g)
		}
	}
	return nil
}

func (g *group) join(known *[]link, row int32) {
	at := int32(len(*known))
	*known = append(*known, link{row, none})
	if g.oldFirst == none {
		g.oldFirst = at
	} else {
		(*known)[g.oldLast].next = at
	}
	g.oldLast = at
}

// finish lists what differs. Rows of imports that have nothing in common with
// the new ones are none of their business.
func (w *comparing) finish(c *Comparison) {
	for row, m := range w.match {
		if m == stored {
			c.Same++
			continue
		}
		c.Pairs = append(c.Pairs, Pair{Old: m, New: int32(row)})
	}
	c.restated = w.restated
	slices.Sort(w.gone)
	slices.Sort(w.restated)
	for _, row := range w.gone {
		b := w.old.blockOf(int(row))
		if imp := w.importOf[b.frames.at[int(row)-b.start]]; w.touched[imp] {
			w.counts[imp].Gone++
			c.Pairs = append(c.Pairs, Pair{Old: row, New: alone})
		}
	}
	for i, id := range w.imports {
		if w.touched[i] {
			w.counts[i].Import = id
			c.Batches = append(c.Batches, w.counts[i])
		}
	}
}

func stopped(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return &briefing.Error{Code: briefing.CodeCancelled, Op: "compare figures", Err: err}
	}
	return nil
}
