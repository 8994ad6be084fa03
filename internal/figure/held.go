package figure

import (
	"cmp"
	"hash/fnv"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// Goods may be told twice: by a heading and by its subheadings, or all together
// and one by one. A sum takes them once. In the same trade and period the row
// of the wider code is the sum, since it is the source's own and what the parts
// don't tell is in it; its parts are left out. Where the wider code is told for
// some periods of a trade and the parts for others as well, the parts make the
// sum of all of them, so that a series is of one level, provided that they come
// to the wider code wherever both are told.

// nest tells which codes of a set's dictionary hold which.
type nest struct {
	codes []string // in order, each once
	id    []int32  // goods code → place in codes
	up    []int32  // by place: the nearest code that holds it; −1 for none
	total int32    // place of TotalCode; −1 for none
}

// nest is nil when no code of the set holds another.
func (s *Set) nest() *nest {
	made, _ := recall(s, "nest", func() ([]*nest, error) { return []*nest{nestOf(s.goods.values)}, nil })
	return made[0]
}

func nestOf(all []goods) *nest {
	n := &nest{total: -1}
	named := slices.ContainsFunc(all, goods.isWhole)
	for _, g := range all {
		n.codes = append(n.codes, g.nested(named))
	}
	slices.Sort(n.codes)
	n.codes = slices.Compact(n.codes)
	if len(n.codes) < 2 {
		return nil
	}
	held := false
	n.up = make([]int32, len(n.codes))
	var above []int32 // codes that hold the one looked at, the nearest last
	for i, code := range n.codes {
		n.up[i] = -1
		switch code {
		case TotalCode:
			n.total, held = int32(i), true
			continue
		case HiddenCode, AnyCode:
			continue
		}
		if strings.HasPrefix(code, TotalCode) { // goods by name, which hold no others
			continue
		}
		for len(above) > 0 && !strings.HasPrefix(code, n.codes[above[len(above)-1]]) {
			above = above[:len(above)-1]
		}
		if len(above) > 0 {
			n.up[i], held = above[len(above)-1], true
		}
		above = append(above, int32(i))
	}
	if !held {
		return nil
	}
	n.id = make([]int32, len(all))
	for i, g := range all {
		at, _ := slices.BinarySearch(n.codes, g.nested(named))
		n.id[i] = int32(at)
	}
	return n
}

// isWhole reports whether the goods are all goods together: they have no code
// and no name, or one that says so.
func (g goods) isWhole() bool {
	if g.Code != TotalCode {
		return false
	}
	switch strings.ToLower(g.Product) {
	case "", "всего", "итого", "все товары", "всего товаров", "total", "all goods", "all commodities", "all products", "total all products", "total - all commodities", "合计", "总计", "总值", "所有商品", "商品总值":
		return true
	}
	return false
}

// nested is what tells goods from others that hold them: the code or, of goods
// that have a name and no code beside rows of all goods, the name.
func (g goods) nested(named bool) string {
	if named && g.Code == TotalCode && !g.isWhole() {
		return TotalCode + "\x00" + g.Product
	}
	return g.Code
}

// unasked marks a code that the filter does not let through.
const unasked = -2

// within narrows the nest to the codes that the filter lets through and to what
// would be added to each other; nil when none of these holds another.
func (n *nest) within(s *Set, f *Filter, by []Dimension) []int32 {
	var dims []Dimension
	for _, d := range by {
		if d == "code" {
			return nil
		}
		if axisOf(d) == 2 {
			dims = append(dims, d)
		}
	}
	keys := make([]string, len(n.codes))
	let := make([]bool, len(n.codes))
	for i, g := range s.goods.values {
		if id := n.id[i]; !let[id] && f.good(g) {
			let[id] = true
			for _, d := range dims {
				keys[id] += f.goodKey(g, d) + "\x00"
			}
		}
	}
	up, held := make([]int32, len(n.codes)), false
	for i := range up {
		if up[i] = unasked; !let[i] {
			continue
		}
		at := n.up[i]
		for at >= 0 && !(let[at] && keys[at] == keys[i]) {
			at = n.up[at]
		}
		if at < 0 && n.total >= 0 && int32(i) != n.total && let[n.total] && keys[n.total] == keys[i] {
			at = n.total
		}
		up[i] = max(at, -1)
		held = held || at >= 0
	}
	if !held {
		return nil
	}
	return up
}

// Stated is a code that a source gives a sum of, beside the goods it holds.
type Stated struct {
	Flow    Flow
	Split   Split
	Region  string
	Partner string
	Period  briefing.Period
	Code    string               // TotalCode for all goods
	Own     briefing.MaybeNumber // as stated, in whole currency units
	Parts   briefing.MaybeNumber // what the goods it holds come to; absent where one has no value
	Taken   bool                 // sums are of it; else of its parts
}

// tolerance is by what part of a stated sum its parts may differ from it to be
// the same: what is confidential or below a threshold is in the one and not in
// the other.
const tolerance = 0.01

// Beyond reports whether the parts are more than the stated sum by more than a
// rounding: one of the two is wrong.
func (s Stated) Beyond() bool {
	return s.Own.Valid && s.Parts.Valid && asFloat(s.Parts)-asFloat(s.Own) > tolerance*max(asFloat(s.Own), -asFloat(s.Own))
}

// asFloat is near enough for a judgement; sums are exact.
func asFloat(n briefing.MaybeNumber) float64 {
	v, _ := n.Decimal.Float64()
	return v
}

// Stated lists the codes that stand beside goods they hold among the rows that
// the filter lets through, in the order of flow, partner, period and code. Sums
// by these dimensions take each of them once: see Aggregate.
func (s *Set) Stated(f Filter, by []Dimension) []Stated {
	if s.Len() == 0 {
		return nil
	}
	a := s.aside(&f, by)
	if a == nil {
		return nil
	}
	var out []Stated
	for i := range a.held {
		h := &a.held[i]
		if h.rows == 0 || !f.frame(h.frame) || !f.place(h.place) || !f.period(h.period) {
			continue
		}
		st := Stated{
			Flow: h.frame.Flow, Split: splitOf(h.frame, h.period), Region: h.place.Region, Partner: h.place.Partner,
			Period: h.period, Code: a.codes[h.code], Taken: h.taken,
		}
		st.Split.Area = areaOf(h.place)
		st.Own, _ = h.own.number()
		if h.rows == h.valued {
			st.Parts, _ = h.below.number()
		}
		out = append(out, st)
	}
	slices.SortStableFunc(out, func(a, b Stated) int {
		return cmp.Or(cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Partner, b.Partner), a.Period.Compare(b.Period), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// Summed yields the rows that a sum by the dimensions is of, with their index in
// the set, in order: those that the filter lets through without those left out.
func (s *Set) Summed(f Filter, by []Dimension) iter.Seq2[int, Observation] {
	if s.Len() == 0 {
		return s.Rows(f)
	}
	a := s.aside(&f, by)
	if a == nil {
		return s.Rows(f)
	}
	return func(yield func(int, Observation) bool) {
		nth := 0
		for i, o := range s.Rows(f) {
			for i >= s.blocks[nth].start+s.blocks[nth].rows() {
				nth++
			}
			row, out := i-s.blocks[nth].start, a.rows[nth]
			if (out == nil || out[row/64]>>(row%64)&1 == 0) && !yield(i, o) {
				return
			}
		}
	}
}

// LeavesOut reports whether a sum by the dimensions leaves any row out.
func (s *Set) LeavesOut(f Filter, by []Dimension) bool { return len(s.Stated(f, by)) > 0 }

// Goods adds up like Aggregate by the dimensions and code, but takes each good
// once and leaves out what is stated of all goods together: no code among the
// groups of one place and period holds another.
func (s *Set) Goods(f Filter, by []Dimension) ([]Group, error) {
	if s.Len() == 0 || s.nest() == nil {
		return s.Aggregate(f, append(slices.Clone(by), "code"))
	}
	further := f.Code
	f.Code = func(code string) bool { return code != TotalCode && (further == nil || further(code)) }
	return s.Parts(f, by, "code")
}

// aside are the rows that a sum leaves out.
type aside struct {
	codes []string
	held  []holder
	rows  [][]uint64 // by block, a bit for each row; nil where none is left out
}

// holder is a code in one trade and period, beside goods that it holds.
type holder struct {
	code   int32
	trade  int32
	frame  frame
	place  place
	period briefing.Period

	own    exact
	says   bool // it has a value or, where its parts have none either, a weight
	below  exact
	rows   int // of parts
	valued int
	taken  bool
}

// aside finds the rows that a sum of what the filter lets through leaves out;
// nil when it takes them all. Which they are depends on goods and imports, and
// not on places and periods: a sum of a year is the same whatever stands
// beside it.
func (s *Set) aside(f *Filter, by []Dimension) *aside {
	n := s.nest()
	if n == nil {
		return nil
	}
	up := n.within(s, f, by)
	if up == nil {
		return nil
	}
	h := fnv.New128a()
	for _, u := range up {
		h.Write([]byte{byte(u), byte(u >> 8), byte(u >> 16), byte(u >> 24)})
	}
	key := "aside " + string(h.Sum(nil))
	for _, id := range f.Imports {
		key += "\x00" + string(id)
	}
	found, _ := recall(s, key, func() ([]*aside, error) {
		return []*aside{newSorting(s.opened(), n, up, f.Imports).find()}, nil
	})
	return found[0]
}

// sorting is the work of aside.
type sorting struct {
	set     *Set
	nest    *nest
	up      []int32
	holds   []bool  // by code: it holds another
	deals   []int32 // frame → what of it tells trades apart; −1 for one that is not asked for
	places  []int32
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
