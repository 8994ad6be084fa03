package app

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// TradeGroup is the subtotal of the rows of one key that may be added.
type TradeGroup struct {
	figure.Group
	Open        bool
	Twin        bool // another group has the same key and must not be added to this one
	first, size int  // of its rows in the order
}

// Key is the group's key.
func (g *TradeGroup) Key() string { return g.Keys[0] }

// Price is the value of a tonne over the rows of the group, when each of them
// has both value and weight.
func (g *TradeGroup) Price() (price briefing.MaybeNumber, why string) {
	switch {
	case g.HiddenRows > 0:
		return price, "measure.why.hidden-code"
	case g.ValueRows < g.Rows:
		return price, "measure.why.value-missing"
	case g.WeightRows < g.Rows:
		return price, "measure.why.no-quantity"
	}
	return PriceOf(g.Value, g.Weight)
}

// TradeLine is a line of the table: a group with its subtotals, or a row with
// its number.
type TradeLine struct {
	Group  *TradeGroup
	Number int
	Row    TradeRow
}

// arrange filters, groups and sorts.
func (v *TradeView) arrange(ctx context.Context) error {
	v.order = make([]int32, 0, v.set.Len())
	f := v.Query.filter()
	for i := range v.set.Rows(f) {
		if v.order = append(v.order, int32(i)); i%65536 == 0 && ctx.Err() != nil {
			return cancelled(ctx.Err())
		}
	}
	if err := v.constants(f); err != nil {
		return err
	}
	if v.Query.Sort != "" {
		v.sort()
	}
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	if v.Query.By == "" {
		return nil
	}
	return v.group(f)
}

// constants finds the columns in which all rows say the same, and whether any
// of the rows is invented.
func (v *TradeView) constants(f figure.Filter) error {
	columns := []TradeColumn{TradeFlow, TradeReporter, TradePartner, TradePlace, TradePlace}
	groups, err := v.set.Aggregate(f, []figure.Dimension{"flow", "reporter", "partner", "region", "province"})
	if err != nil {
		return err
	}
	v.same = map[TradeColumn]string{}
	differs := map[TradeColumn]bool{}
	for i, c := range columns {
		if len(groups) == 0 || slices.ContainsFunc(groups, func(g figure.Group) bool { return g.Keys[i] != groups[0].Keys[i] }) {
			differs[c] = true
		} else if v.same[c] == "" { // a place: region or province
			v.same[c] = groups[0].Keys[i]
		}
	}
	for c := range differs {
		delete(v.same, c)
	}
	for _, g := range groups {
		v.sample = v.sample || g.Sample
	}
	return nil
}

// Constant tells what all rows have in a column (flow, reporter, partner or
// place), if they have the same.
func (v *TradeView) Constant(c TradeColumn) (value string, ok bool) {
	value, ok = v.same[c]
	return value, ok
}

// Sample reports whether some of the rows are invented.
func (v *TradeView) Sample() bool { return v.sample }

// group sets the rows of each group together, in the order they have, and
// adds the groups up.
func (v *TradeView) group(f figure.Filter) error {
	groups, err := v.added(f)
	if err != nil {
		return err
	}
	type identity struct {
		key   string
		split figure.Split
	}
	at := map[identity]int32{}
	first := 0
	for i, g := range groups {
		at[identity{g.Keys[0], g.Split}] = int32(i)
		v.groups = append(v.groups, TradeGroup{Group: g, first: first, size: g.Rows})
		first += g.Rows
		if i > 0 && groups[i-1].Keys[0] == g.Keys[0] {
			v.groups[i-1].Twin, v.groups[i].Twin = true, true
		}
	}
	place := make([]int32, len(v.order))
	for i, row := range v.order {
		o := v.set.At(int(row))
		place[i] = at[identity{v.keyOf(o), o.Split()}]
	}
	v.order = reordered(v.order, place, len(groups))
	v.count()
	return nil
}

// added adds the rows up by the dimension of the query.
func (v *TradeView) added(f figure.Filter) ([]figure.Group, error) {
	if v.Query.By != figure.ByGroup {
		return v.set.Totals(f, []figure.Dimension{v.Query.By})
	}
	filters, err := byGroups(v.set, f, v.rules)
	if err != nil {
		return nil, err
	}
	var out []figure.Group
	for _, one := range filters {
		groups, err := v.set.Totals(one, []figure.Dimension{figure.ByGroup})
		if err != nil {
			return nil, err
		}
		out = append(out, groups...)
	}
	slices.SortStableFunc(out, func(a, b figure.Group) int {
		if c := cmp.Compare(a.Keys[0], b.Keys[0]); c != 0 {
			return c
		}
		return a.Split.Compare(b.Split)
	})
	return out, nil
}

// keyOf is the key of the group that a row is in.
func (v *TradeView) keyOf(o figure.Observation) string {
	if v.Query.By == figure.ByGroup {
		return v.rules.Of(o.Classification, o.Code)
	}
	return o.Key(v.Query.By)
}

// count works out the lines at which groups begin.
func (v *TradeView) count() {
	v.starts = v.starts[:0]
	line := 0
	for i := range v.groups {
		v.starts = append(v.starts, line)
		line++
		if v.groups[i].Open {
			line += v.groups[i].size
		}
	}
	v.starts = append(v.starts, line)
}

// Lines is the number of lines shown: rows, or groups with the rows of those
// that are open.
func (v *TradeView) Lines() int {
	if v.Query.By == "" {
		return len(v.order)
	}
	return v.starts[len(v.starts)-1]
}

// Line gives a line.
func (v *TradeView) Line(i int) TradeLine {
	g, row := v.locate(i)
	if row < 0 {
		return TradeLine{Group: g}
	}
	return TradeLine{Number: row + 1, Row: v.At(row)}
}

// locate finds the group or the row of a line.
func (v *TradeView) locate(i int) (g *TradeGroup, row int) {
	if v.Query.By == "" {
		return nil, i
	}
	n := sort.SearchInts(v.starts, i+1) - 1
	g = &v.groups[n]
	if i == v.starts[n] {
		return g, -1
	}
	return nil, g.first + i - v.starts[n] - 1
}

// Toggle opens or closes the group of a line; a line that is none is left.
func (v *TradeView) Toggle(line int) {
	if g, _ := v.locate(line); g != nil {
		g.Open = !g.Open
		v.count()
	}
}

// Frozen is the view as it stands, for work beside the window while groups go
// on being opened and closed.
func (v *TradeView) Frozen() *TradeView {
	c := *v
	c.groups, c.starts = slices.Clone(v.groups), slices.Clone(v.starts)
	return &c
}

// OpenGroups opens or closes all groups.
func (v *TradeView) OpenGroups(open bool) {
	for i := range v.groups {
		v.groups[i].Open = open
	}
	v.count()
}

// sort orders the rows by the query's column; rows without a value come last.
func (v *TradeView) sort() {
	l := v.Query.Lang
	var ranks []int32
	var most int
	text := func(of func(o figure.Observation) string) {
		ranks, most = ranked(v, of, cmp.Compare[string], func(s string) bool { return s == "" })
	}
	number := func(of func(o figure.Observation) briefing.MaybeNumber) {
		ranks, most = ranked(v, of, func(a, b briefing.MaybeNumber) int { return a.Decimal.Cmp(b.Decimal) },
			func(n briefing.MaybeNumber) bool { return !n.Valid })
	}
	switch v.Query.Sort {
	case TradePeriod:
		ranks, most = ranked(v, func(o figure.Observation) briefing.Period { return o.Period }, briefing.Period.Compare,
			func(p briefing.Period) bool { return p.Kind == briefing.NoPeriod })
	case TradeValue:
		number(func(o figure.Observation) briefing.MaybeNumber { return o.Value })
	case TradeWeight:
		number(func(o figure.Observation) briefing.MaybeNumber { return o.NetWeight })
	case TradePrice:
		number(func(o figure.Observation) briefing.MaybeNumber { return TradeRow{Observation: o}.Amount(TradePrice) })
	case TradeFlow:
		text(func(o figure.Observation) string { return lang.Enum(l, "flow", string(o.Flow)) })
	case TradeReporter:
		text(func(o figure.Observation) string { return lang.Country(l, o.Reporter) })
	case TradePartner:
		text(func(o figure.Observation) string { return lang.Country(l, o.Partner) })
	case TradePlace:
		text(func(o figure.Observation) string { return o.Region + "\x00" + o.Province })
	case TradeProduct:
		text(func(o figure.Observation) string { return v.Product(o, l) })
	case TradeCurrency:
		text(func(o figure.Observation) string { return o.Currency + "\x00" + o.Basis })
	case TradeStatus:
		text(func(o figure.Observation) string { return string(o.Status) + string(o.Conf) })
	case TradeImport:
		text(func(o figure.Observation) string { return v.imports[o.Import].File })
	default:
		text(func(o figure.Observation) string { return o.Code })
	}
	v.order = reordered(v.order, ranks, most)
}

// ranked gives each row of the order the place of its key among all keys, the
// largest first when the query goes down. Rows without a key have the last.
func ranked[K comparable](v *TradeView, of func(figure.Observation) K, compare func(a, b K) int, none func(K) bool) (ranks []int32, places int) {
	ids, known := make([]int32, len(v.order)), map[K]int32{}
	var keys []K
	for i, row := range v.order {
		k := of(v.set.At(int(row)))
		id, ok := known[k]
		if !ok {
			id = int32(len(keys))
			known[k] = id
			keys = append(keys, k)
		}
		ids[i] = id
	}
	byKey := make([]int32, len(keys))
	for i := range byKey {
		byKey[i] = int32(i)
	}
	slices.SortFunc(byKey, func(a, b int32) int {
		x, y := keys[a], keys[b]
		if none(x) || none(y) {
			return cmp.Compare(flag(none(x)), flag(none(y)))
		}
		if v.Query.Down {
			x, y = y, x
		}
		return compare(x, y)
	})
	rank := make([]int32, len(keys))
	for i, id := range byKey {
		same := i > 0 && !none(keys[id]) && !none(keys[byKey[i-1]]) && compare(keys[id], keys[byKey[i-1]]) == 0
		if !same && i > 0 {
			places++
		}
		rank[id] = int32(places)
	}
	for i, id := range ids {
		ids[i] = rank[id]
	}
	return ids, places + 1
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

// reordered sorts rows by their ranks below most, equal ones as they are.
func reordered(rows, ranks []int32, most int) []int32 {
	next := make([]int32, most+1)
	for _, r := range ranks {
		next[r+1]++
	}
	for i := 1; i <= most; i++ {
		next[i] += next[i-1]
	}
	out := make([]int32, len(rows))
	for i, r := range ranks {
		out[next[r]] = rows[i]
		next[r]++
	}
	return out
}

// PriceOf divides a value by the tonnes of a weight in kilograms, to two
// decimals; why is the key of the reason when there is no price.
func PriceOf(value, kg briefing.MaybeNumber) (price briefing.MaybeNumber, why string) {
	switch {
	case !value.Valid:
		return price, "measure.why.value-missing"
	case !kg.Valid || kg.Decimal.Sign() <= 0:
		return price, "measure.why.no-quantity"
	}
	q, err := value.Decimal.Quo(kg.Decimal)
	if err == nil {
		q, err = q.Mul(briefing.Num("1000"))
	}
	if err != nil {
		return price, "measure.why.overflow"
	}
	return briefing.Some(q.Round(2)), ""
}
