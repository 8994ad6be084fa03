package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// table answers for one key and period.
func (w *asking) table(k tableKey, p briefing.Period) (Table, error) {
	win := w.q.window(w.covered[k], k.split.Frequency, p)
	if w.alone {
		win.then = nil
	} else if err := w.mixed(k, &win); err != nil {
		return Table{}, err
	}
	t := Table{By: w.dims, Flow: k.flow, Split: k.split, Period: win.name, Base: win.base, Why: win.why, now: win.now, then: win.then}
	if win.why != "" { // whose it would be is known all the same
		if k.split.Area != figure.AreaCountry {
			of := w.q.Filter
			of.Flow, of.Split = k.flow, &k.split
			var err error
			if t.Regions, err = w.set.Regions(of); err != nil {
				return t, err
			}
		}
		return t, nil
	}
	s, err := w.asStated(k, win.now)
	if err != nil {
		return t, err
	}
	if alike, err := w.alike(k, win.then, s); err != nil {
		return t, err
	} else if !alike { // all countries beside some in one of the two periods only
		t.Why = measure.WhyCoverage
		return t, nil
	}
	t.filter = s.filter(w.q.Filter, nil)
	t.filter.Period = w.q.Filter.Period
	t.filter.Flow, t.filter.Split = k.flow, &k.split
	if k.split.Area != figure.AreaCountry {
		of := t.filter
		of.Period = also(of.Period, win.now)
		if t.Regions, err = w.set.Regions(of); err != nil {
			return t, err
		}
	}
	now, err := w.groups(win.now, w.dims, s)
	if err != nil {
		return t, err
	}
	then, err := w.groups(win.then, w.dims, s)
	if err != nil {
		return t, err
	}
	b := &building{asking: w, key: k, slice: s, win: win, table: &t}
	lines := paired(now[k], then[k])
	if len(lines) == 0 {
		return Table{}, nil
	}
	if err := b.arrange(lines); err != nil {
		return t, err
	}
	return t, b.measure()
}

// building is the work on one table.
type building struct {
	*asking
	key    tableKey
	slice  slice
	win    window
	table  *Table
	whole  Line            // what shares and contributions are of
	ranks  map[string]rank // of items by their keys
	levels levels
	other  otherGoods
	items  int                    // shown one by one
	shares *measure.ConstantShare // of the total, once it was asked for
	hidden bool                   // there are rows of confidential codes apart or not allocated
}

// rank is a place, among how many, and how many share it.
type rank struct{ place, of, tied int }

// paired sets the groups of the two periods side by side, in the order of
// keys.
func paired(now, then []figure.Group) []Line {
	at := map[string]int{}
	var out []Line
	for _, g := range now {
		at[strings.Join(g.Keys, "\x00")] = len(out)
		out = append(out, Line{Kind: Item, Keys: g.Keys, Now: g, HasNow: true})
	}
	for _, g := range then {
		key := strings.Join(g.Keys, "\x00")
		i, ok := at[key]
		if !ok {
			i = len(out)
			out = append(out, Line{Kind: Item, Keys: g.Keys, Now: figure.Group{Keys: g.Keys, Split: g.Split}})
		}
		out[i].Then, out[i].HasThen = g, true
	}
	for i := range out {
		if !out[i].HasThen {
			out[i].Then = figure.Group{Keys: out[i].Keys, Split: out[i].Now.Split}
		}
	}
	slices.SortStableFunc(out, func(a, b Line) int { return slices.Compare(a.Keys, b.Keys) })
	return out
}

// arrange sorts the lines by what they are, the items by size, and adds the
// rest and the total.
func (b *building) arrange(lines []Line) error {
	var items, apart, stated, partly []Line
	for _, l := range lines {
		switch kind := b.kind(l.Keys); kind {
		case Total:
			stated = append(stated, l)
		case "":
			partly = append(partly, l) // all countries of one product, all goods of one country
		case Item:
			items = append(items, l)
		default:
			l.Kind = kind
			apart = append(apart, l)
		}
	}
	if len(items)+len(apart) == 0 { // nothing else is there to be added up
		items, stated = append(stated, partly...), nil
	}
	b.hidden = len(apart) > 0
	slices.SortStableFunc(items, func(x, y Line) int { return briefing.LargestFirst(b.amount(x), b.amount(y)) })
	b.rank(items)
	out, others := b.told(items)
	b.items = len(out)
	if len(others) > 0 {
		rest, err := merged(Rest, others)
		if err != nil {
			return err
		}
		rest.Count = len(others)
		out = append(out, rest)
	}
	for _, kind := range []Kind{Unallocated, Hidden} {
		of := slices.DeleteFunc(slices.Clone(apart), func(l Line) bool { return l.Kind != kind })
		if len(of) == 0 {
			continue
		}
		line, err := merged(kind, of)
		if err != nil {
			return err
		}
		if len(of) == 1 {
			line.Keys = of[0].Keys
		}
		out = append(out, line)
	}
	return b.total(out, append(slices.Clone(items), apart...), stated)
}

// told divides the items, which are in order, into those shown one by one and
// those that are the rest.
func (b *building) told(items []Line) (out, others []Line) {
	if b.q.Items == nil {
		n := len(items)
		if b.q.Top > 0 {
			n = min(n, b.q.Top)
		}
		return slices.Clone(items[:n]), items[n:]
	}
	place := func(l Line) int {
		return slices.IndexFunc(b.q.Items, func(keys []string) bool { return slices.Equal(keys, l.Keys) })
	}
	for _, l := range items {
		if place(l) < 0 {
			others = append(others, l)
		} else {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(x, y Line) int { return place(x) - place(y) })
	return out, others
}

// kind is what a line's keys make of it; empty for one that is stated in one
// dimension and a part in another.
func (b *building) kind(keys []string) Kind { return kindOf(b.dims, keys) }

func kindOf(dims []figure.Dimension, keys []string) Kind {
	stated, could, kind := 0, 0, Item
	for i, d := range dims {
		switch key := keys[i]; {
		case d == "partner" && key == figure.World, ofGoods(d) && key == figure.TotalCode:
			stated++
			could++
		case ofGoods(d) && key == figure.HiddenCode:
			kind, could = Hidden, could+1
		case key == "" && d != figure.ByGroup, d == "partner" && key == "ZZ", d == figure.ByGroup && key == classification.Undecided:
			if kind != Hidden {
				kind = Unallocated
			}
			could++
		case d == "partner" || ofGoods(d):
			could++
		}
	}
	switch stated {
	case 0:
		return kind
	case could:
		return Total
	}
	return ""
}

// amount is what lines are ordered by: that of the period or, where a balance
// or the past is all there is, of the base.
func (b *building) amount(l Line) briefing.MaybeNumber {
	if b.q.Amount == measure.Weight {
		return l.Now.Weight
	}
	return l.Now.Value
}

// merged is the exact sum of lines.
func merged(kind Kind, lines []Line) (Line, error) {
	out := Line{Kind: kind}
	var now, then []figure.Group
	for _, l := range lines {
		if l.HasNow {
			now = append(now, l.Now)
		}
		if l.HasThen {
			then = append(then, l.Then)
		}
	}
	out.HasNow, out.HasThen = len(now) > 0, len(then) > 0
	var err error
	if out.Now, err = figure.Merge(now...); err == nil {
		out.Then, err = figure.Merge(then...)
	}
	if len(lines) > 0 {
		out.Now.Split, out.Then.Split = lines[0].Now.Split, lines[0].Then.Split
	}
	return out, err
}

// total closes the table: by the source's own total where there is one, with
// what the parts lack to it, else by their exact sum; then what of it is
// confidential.
func (b *building) total(out, all, stated []Line) error {
	sum, err := merged(Total, all)
	if err != nil {
		return err
	}
	if len(stated) > 0 {
		whole, err := b.statedWhole(stated)
		if err != nil {
			return err
		}
		if len(b.dims) > 1 && (whole.HasNow != sum.HasNow && sum.HasNow || whole.HasThen != sum.HasThen && sum.HasThen) {
			stated = nil // the source states it in one of the two periods only
		}
		if len(stated) > 0 {
			rest, less := lacking(whole, sum)
			if less {
				out = append(out, rest)
			}
			whole.Stated = less || isStated(whole, stated)
			sum = whole
		}
	}
	b.whole = sum
	if len(b.dims) > 0 {
		out = append(out, sum)
	} else if len(out) == 1 {
		out[0].Kind = Total
		b.items = 0
	}
	if sum.Now.HiddenRows+sum.Then.HiddenRows > 0 && !slices.ContainsFunc(b.dims, ofGoods) {
		if out, err = b.confidential(out, OfHidden); err != nil {
			return err
		}
	}
	if narrowed(b.q.Filter) {
		if out, err = b.confidential(out, Outside); err != nil {
			return err
		}
	}
	b.table.Lines = out
	if err := b.sources(); err != nil {
		return err
	}
	return b.look(all)
}

// statedWhole is what is stated of all lines together. Of goods alone it is the
// sum without them, which takes the source's total or, where that is told for
// one of the periods only and the goods make it, the goods.
func (b *building) statedWhole(stated []Line) (Line, error) {
	if len(b.dims) > 1 || !ofGoods(b.dims[0]) {
		return merged(Total, stated)
	}
	now, err := b.groups(b.win.now, nil, b.slice)
	if err != nil {
		return Line{}, err
	}
	then, err := b.groups(b.win.then, nil, b.slice)
	if err != nil {
		return Line{}, err
	}
	return merged(Total, paired(now[b.key], then[b.key]))
}

// isStated reports whether a whole is one of the stated lines, and no sum of goods
// that was taken in its place.
func isStated(whole Line, stated []Line) bool {
	return slices.ContainsFunc(stated, func(l Line) bool {
		return l.Now.Value == whole.Now.Value && l.Now.Weight == whole.Now.Weight && l.Then.Value == whole.Then.Value && l.Then.Weight == whole.Then.Weight
	}) || len(stated) > 1
}

// lacking is what the parts lack to a stated total; nothing where they make it.
func lacking(whole, sum Line) (Line, bool) {
	rest := Line{Kind: Unallocated, Stated: true, HasNow: whole.HasNow, HasThen: whole.HasThen}
	rest.Now.Split, rest.Then.Split = whole.Now.Split, whole.Then.Split
	less := func(a, b briefing.MaybeNumber) briefing.MaybeNumber {
		if !b.Valid {
			return briefing.MaybeNumber{}
		}
		return without(a, b)
	}
	rest.Now.Value, rest.Now.Weight = less(whole.Now.Value, sum.Now.Value), less(whole.Now.Weight, sum.Now.Weight)
	rest.Then.Value, rest.Then.Weight = less(whole.Then.Value, sum.Then.Value), less(whole.Then.Weight, sum.Then.Weight)
	any := false
	for _, n := range []briefing.MaybeNumber{rest.Now.Value, rest.Now.Weight, rest.Then.Value, rest.Then.Weight} {
		any = any || n.Valid && !n.Decimal.IsZero()
	}
	return rest, any
}

// confidential adds a line of the rows whose code is confidential: those in
// the total, or those that may hold more of the goods asked for.
func (b *building) confidential(out []Line, kind Kind) ([]Line, error) {
	s := b.slice
	s.hidden = true
	now, err := b.groups(b.win.now, nil, s)
	if err != nil {
		return out, err
	}
	then, err := b.groups(b.win.then, nil, s)
	if err != nil {
		return out, err
	}
	for _, l := range paired(now[b.key], then[b.key]) {
		l.Kind, l.Keys = kind, nil
		out = append(out, l)
	}
	return out, nil
}

// rank finds the places of the items, which are sorted, among all of them.
func (b *building) rank(items []Line) {
	b.ranks = map[string]rank{}
	if !slices.Contains(b.q.Measures, "rank") {
		return
	}
	of := 0
	for of < len(items) && b.amount(items[of]).Valid {
		of++
	}
	for from := 0; from < of; {
		to := from + 1
		for to < of && briefing.LargestFirst(b.amount(items[to]), b.amount(items[from])) == 0 {
			to++
		}
		for _, l := range items[from:to] {
			b.ranks[strings.Join(l.Keys, "\x00")] = rank{place: from + 1, of: of, tied: to - from}
		}
		from = to
	}
}
