package figure

import (
	"cmp"
	"runtime"
	"slices"
	"sync/atomic"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// sorting is the work of aside.
type sorting struct {
	set     *Set
	nest    *nest
	up      []int32
	holds   []bool  // by code: it holds another
	deals   []int32 // frame → what of it tells trades apart; −1 for one that is not asked for
	nPlaces int
	spans   []int32 // period → its frequency
	nSpans  int
	trades  map[int64]*deal
	cells   map[int64][]int32 // trade and period → holders
	held    []holder
}

// deal is what is known of a trade over all its periods.
type deal struct {
	number int32
	codes  map[int32]bool // of holders; true where there are periods with parts alone
}

func newSorting(s *Set, n *nest, up []int32, imports []briefing.ID) *sorting {
	w := &sorting{
		set: s, nest: n, up: up, holds: make([]bool, len(up)),
		trades: map[int64]*deal{}, cells: map[int64][]int32{},
	}
	for _, u := range up {
		if u >= 0 {
			w.holds[u] = true
		}
	}
	type of struct {
		flow                                      Flow
		reporter, classification, currency, basis string
		sample                                    bool
	}
	known := map[of]int32{}
	for _, f := range s.frames.values {
		if len(imports) > 0 && !slices.Contains(imports, f.Import) {
			w.deals = append(w.deals, -1)
			continue
		}
		k := of{f.Flow, f.Reporter, f.Classification, f.Currency, f.Basis, f.Sample}
		if _, ok := known[k]; !ok {
			known[k] = int32(len(known))
		}
		w.deals = append(w.deals, known[k])
	}
	frequencies := map[string]int32{}
	for _, p := range s.periods.values {
		f := p.Frequency()
		if _, ok := frequencies[f]; !ok {
			frequencies[f] = int32(len(frequencies))
		}
		w.spans = append(w.spans, frequencies[f])
	}
	w.nPlaces, w.nSpans = len(s.places.values), len(frequencies)
	return w
}

// trade and cell number what a row is of, without its goods: over all periods
// of a frequency, and in one.
func (w *sorting) trade(deal int32, b *block, i int) int64 {
	return (int64(deal)*int64(w.nPlaces)+int64(b.places.at[i]))*int64(w.nSpans) + int64(w.spans[b.periods.at[i]])
}

func (w *sorting) cell(deal int32, b *block, i int) int64 {
	return (int64(deal)*int64(w.nPlaces)+int64(b.places.at[i]))*int64(len(w.spans)) + int64(b.periods.at[i])
}

func (w *sorting) find() *aside {
	for _, b := range w.set.blocks {
		w.holders(b)
	}
	if len(w.held) == 0 {
		return nil
	}
	for _, b := range w.set.blocks {
		w.parts(b)
	}
	w.judge()
	if !slices.ContainsFunc(w.held, func(h holder) bool { return h.rows > 0 }) {
		return nil
	}
	a := &aside{codes: w.nest.codes, held: w.held, rows: make([][]uint64, len(w.set.blocks))}
	var next atomic.Int64
	var all routine.Group
	for range max(1, min(runtime.GOMAXPROCS(0), len(a.rows))) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(a.rows); i = int(next.Add(1)) - 1 {
				a.rows[i] = w.leftOut(w.set.blocks[i])
			}
		})
	}
	all.Wait()
	return a
}

// holders notes the rows whose codes hold others.
func (w *sorting) holders(b *block) {
	if !slices.ContainsFunc(w.nest.id[b.goods.low:b.goods.high+1], func(id int32) bool { return w.holds[id] }) {
		return
	}
	for i, g := range b.goods.at {
		code, deal := w.nest.id[g], w.deals[b.frames.at[i]]
		if !w.holds[code] || deal < 0 {
			continue
		}
		h := w.at(w.cell(deal, b, i), code)
		if h == nil {
			h = w.begin(deal, code, b, i)
		}
		h.own.addScaled(b.value.mantissa[i], b.value.scale)
		h.says = h.says || b.value.mantissa[i] != absent || b.weight.mantissa[i] != absent
	}
}

func (w *sorting) begin(of, code int32, b *block, i int) *holder {
	number := w.trade(of, b, i)
	t := w.trades[number]
	if t == nil {
		t = &deal{number: int32(len(w.trades)), codes: map[int32]bool{}}
		w.trades[number] = t
	}
	if _, ok := t.codes[code]; !ok {
		t.codes[code] = false
	}
	cell := w.cell(of, b, i)
	w.cells[cell] = append(w.cells[cell], int32(len(w.held)))
	w.held = append(w.held, holder{
		code: code, trade: t.number,
		frame: w.set.frames.values[b.frames.at[i]], place: w.set.places.values[b.places.at[i]], period: w.set.periods.values[b.periods.at[i]],
	})
	return &w.held[len(w.held)-1]
}

func (w *sorting) at(cell int64, code int32) *holder {
	for _, at := range w.cells[cell] {
		if w.held[at].code == code {
			return &w.held[at]
		}
	}
	return nil
}

// parts adds up what the holders hold: each row with the nearest of them.
func (w *sorting) parts(b *block) {
	lastTrade, lastCell := int64(-1), int64(-1)
	var t *deal
	var here []int32
	for i, g := range b.goods.at {
		code, deal := w.nest.id[g], w.deals[b.frames.at[i]]
		if deal < 0 || w.up[code] < 0 {
			continue
		}
		if n := w.trade(deal, b, i); n != lastTrade {
			lastTrade, t = n, w.trades[n]
		}
		if t == nil {
			continue
		}
		if n := w.cell(deal, b, i); n != lastCell {
			lastCell, here = n, w.cells[n]
		}
		nearest := true
		if w.holds[code] {
			nearest = false // as a holder it is told of by judge
		}
		for u := w.up[code]; u >= 0; u = w.up[u] {
			at := slices.IndexFunc(here, func(n int32) bool { return w.held[n].code == u })
			if at < 0 {
				if _, ok := t.codes[u]; ok {
					t.codes[u] = true
				}
				continue
			}
			if !nearest {
				continue
			}
			nearest = false
			h := &w.held[here[at]]
			h.rows++
			h.below.addScaled(b.value.mantissa[i], b.value.scale)
			if b.value.mantissa[i] != absent {
				h.valued++
			}
		}
	}
}

// judge decides for each code of each trade whether it or its parts make sums,
// the narrowest codes first, since what they come to is part of the wider ones.
func (w *sorting) judge() {
	order := make([]int32, len(w.held))
	for i := range order {
		order[i] = int32(i)
	}
	depth := func(i int32) int {
		code := w.held[i].code
		if code == w.nest.total {
			return 0
		}
		return len(w.nest.codes[code])
	}
	trades := make([]*deal, len(w.trades))
	for _, t := range w.trades {
		trades[t.number] = t
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(depth(b)-depth(a), cmp.Compare(w.held[a].trade, w.held[b].trade), cmp.Compare(w.held[a].code, w.held[b].code))
	})
	cellOf := make([]int64, len(w.held))
	for cell, of := range w.cells {
		for _, at := range of {
			cellOf[at] = cell
		}
	}
	for from := 0; from < len(order); {
		first := &w.held[order[from]]
		to := from + 1
		for to < len(order) && w.held[order[to]].trade == first.trade && w.held[order[to]].code == first.code {
			to++
		}
		series := trades[first.trade].codes[first.code] // parts alone in some periods
		for _, at := range order[from:to] {
			series = series && w.held[at].fits()
		}
		for _, at := range order[from:to] {
			h := &w.held[at]
			h.taken = !series || h.rows == 0
			if h.rows > 0 && (!h.says || !h.own.any && h.valued > 0) { // it says less than its parts
				h.taken = false
			}
			w.raise(h, w.cells[cellOf[at]])
		}
		from = to
	}
}

// fits reports whether the parts come to what is stated.
func (h *holder) fits() bool {
	if h.rows == 0 {
		return true
	}
	own, err1 := h.own.number()
	below, err2 := h.below.number()
	if err1 != nil || err2 != nil || !own.Valid || !below.Valid || h.valued < h.rows {
		return !own.Valid
	}
	gap := asFloat(below) - asFloat(own)
	return max(gap, -gap) <= tolerance*max(asFloat(own), -asFloat(own))
}

// raise adds what a holder comes to to the nearest one that holds it.
func (w *sorting) raise(h *holder, here []int32) {
	for u := w.up[h.code]; u >= 0; u = w.up[u] {
		at := slices.IndexFunc(here, func(n int32) bool { return w.held[n].code == u })
		if at < 0 {
			continue
		}
		over := &w.held[here[at]]
		if h.taken {
			over.rows++
			if h.own.any {
				over.valued++
			}
			over.below.join(&h.own)
		} else {
			over.rows, over.valued = over.rows+h.rows, over.valued+h.valued
			over.below.join(&h.below)
		}
		return
	}
}

// leftOut marks the rows of a block that a sum leaves out.
func (w *sorting) leftOut(b *block) (bits []uint64) {
	lastCell := int64(-1)
	var here []int32
	for i, g := range b.goods.at {
		code, deal := w.nest.id[g], w.deals[b.frames.at[i]]
		if deal < 0 || w.up[code] == unasked || w.up[code] < 0 && !w.holds[code] {
			continue
		}
		if n := w.cell(deal, b, i); n != lastCell {
			lastCell, here = n, w.cells[n]
		}
		if len(here) > 0 && w.out(code, here) {
			if bits == nil {
				bits = make([]uint64, (b.rows()+63)/64)
			}
			bits[i/64] |= 1 << (i % 64)
		}
	}
	return bits
}

// out reports whether a code is left out beside these holders: one of them is
// taken that holds it, or it is a holder that is not.
func (w *sorting) out(code int32, here []int32) bool {
	for u := code; u >= 0; u = w.up[u] {
		at := slices.IndexFunc(here, func(n int32) bool { return w.held[n].code == u })
		switch {
		case at < 0:
		case u == code && !w.held[here[at]].taken, u != code && w.held[here[at]].taken:
			return true
		}
	}
	return false
}
