package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// market is what must be equal for rows of countries to be parts of a row of
// all countries, but for period and goods.
type market struct {
	flow                              figure.Flow
	reporter, region, province, class string
	currency, basis                   string
}

// moment is a period and goods in a market: by code, or by name where no code
// tells them apart.
type moment struct {
	period        briefing.Period
	code, product string
}

func momentOf(o *figure.Observation) moment {
	w := wareOf(o)
	return moment{o.Period, w.code, w.product}
}

// shares are the amounts of a market: of all countries as the file states them,
// and of the countries it names.
type shares struct {
	world, parts map[moment]*heap
}

type heap struct {
	value, weight briefing.MaybeNumber // absent where no row has one
	rows          int
}

// settleWorld decides whether the rows of all countries stay. Where the
// countries of the file add up to them they say the same twice, and are a total
// of the file. Where the file names some countries only, or none, they are
// something that no other row says: the whole that a share is of. They stay
// then, for all goods and periods of that market, and are never added to the
// countries.
func (s *stage) settleWorld() error {
	if s.settled || !s.set.May(figure.Filter{Partner: figure.World}) {
		return nil
	}
	markets, err := marketsOf(s.set)
	if err != nil {
		return err
	}
	totals := map[market]bool{}
	for k, m := range markets {
		if len(m.world) == 0 {
			continue
		}
		s.state(k, m)
		switch stays, err := m.stays(); {
		case err != nil:
			return err
		case !stays:
			totals[k] = true
		case len(m.parts) == 0:
			s.led.note(NoteWorldOnly)
		default:
			s.led.note(NoteWorld)
		}
	}
	if len(totals) == 0 {
		return nil
	}
	kept, gone := figure.NewSet(), 0
	for _, o := range s.set.All() {
		if o.Partner == figure.World && totals[marketOf(o)] {
			gone++
			s.twice = slices.DeleteFunc(s.twice, func(at RowAt) bool { return at.Line == o.Line })
			continue
		}
		if err := kept.Append(o); err != nil {
			return err
		}
	}
	s.set = kept
	s.led.withdraw(AsideTotal, gone)
	for k := range totals { // what was counted as told twice is gone
		for _, a := range markets[k].world {
			s.repeated -= a.rows - 1
		}
	}
	if s.repeated <= 0 {
		s.repeated, s.twice = 0, nil
		delete(s.led.notes, NoteRepeated)
	}
	return nil
}

// worldTotals tells of observations in which market the rows of all countries
// are totals. Of the beginning of a file the countries can't be added up: where
// there are any the rows are taken for totals.
func worldTotals(set *figure.Set, whole bool) (map[market]bool, error) {
	markets, err := marketsOf(set)
	if err != nil {
		return nil, err
	}
	out := map[market]bool{}
	for k, m := range markets {
		stays, err := m.stays()
		if err != nil {
			return nil, err
		}
		out[k] = !stays || !whole && len(m.parts) > 0
	}
	return out, nil
}

func marketOf(o figure.Observation) market {
	return market{o.Flow, o.Reporter, o.Region, o.Province, o.Classification, o.Currency, o.Basis}
}

// marketsOf adds up what the rows say of all countries and of each.
func marketsOf(set *figure.Set) (map[market]*shares, error) {
	out := map[market]*shares{}
	for _, o := range set.All() {
		k := marketOf(o)
		m := out[k]
		if m == nil {
			m = &shares{map[moment]*heap{}, map[moment]*heap{}}
			out[k] = m
		}
		in := m.parts
		if o.Partner == figure.World {
			in = m.world
		}
		if err := heapAt(in, momentOf(&o)).add(o.Value, o.NetWeight); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// heapAt is the amount at the key, a new one where there is none.
func heapAt[K comparable](in map[K]*heap, at K) *heap {
	a := in[at]
	if a == nil {
		a = &heap{}
		in[at] = a
	}
	return a
}

func (a *heap) add(value, weight briefing.MaybeNumber) error {
	a.rows++
	if err := grow(&a.value, value); err != nil {
		return err
	}
	return grow(&a.weight, weight)
}

func grow(sum *briefing.MaybeNumber, by briefing.MaybeNumber) error {
	if !by.Valid {
		return nil
	}
	n, err := plus(sum.Decimal, by.Decimal, "add up countries")
	if err != nil {
		return err
	}
	*sum = briefing.Some(n)
	return nil
}

// state notes what the rows of all countries say, to be compared with the
// countries that are stored.
func (s *stage) state(k market, m *shares) {
	goods := map[string]bool{} // without a code, by name
	for _, in := range []map[moment]*heap{m.world, m.parts} {
		for at := range in {
			if at.product != "" {
				goods[at.product] = true
			}
		}
	}
	for at, a := range m.world {
		code := at.code
		if code == figure.TotalCode {
			code = ""
		}
		if a.value.Valid && (at.product == "" || len(goods) == 1) { // «All commodities» is what all goods are called
			key := checkKey{flow: k.flow, reporter: k.reporter, partner: "", code: code, currency: k.currency, period: at.period}
			s.led.state(key, stated{amount: a.value.Decimal, unclear: a.rows > 1})
		}
	}
}

// stays reports whether the rows of all countries are more than the sum of the
// file's countries. Rows that state one and the same thing several times are
// subtotals of blocks that are not told apart here: no whole.
func (m *shares) stays() (bool, error) {
	for _, w := range m.world {
		if w.rows > 1 {
			return false, nil
		}
	}
	if len(m.parts) == 0 {
		return true, nil
	}
	world, parts := m.world, m.parts
	if !alike(world, parts) { // of all goods here, by goods there
		world, parts = allGoods(world), allGoods(parts)
	}
	stated, named := map[briefing.Period]*heap{}, map[briefing.Period]*heap{}
	for at, w := range world {
		if err := heapAt(stated, at.period).add(w.value, w.weight); err != nil {
			return false, err
		}
		p := heapAt(parts, at)
		if err := heapAt(named, at.period).add(p.value, p.weight); err != nil {
			return false, err
		}
	}
	for period, all := range stated {
		if !all.coveredBy(named[period]) && !all.exceededBy(named[period]) {
			return true, nil
		}
	}
	return false, nil // where countries come to more, one of the two is wrong
}

// alike reports whether some goods are stated of all countries and of one in
// the same period.
func alike(world, parts map[moment]*heap) bool {
	for at := range world {
		if parts[at] != nil {
			return true
		}
	}
	return false
}

// allGoods adds goods up to all goods: the total where it is stated, else the
// goods that no other goods hold.
func allGoods(in map[moment]*heap) map[moment]*heap {
	out := map[moment]*heap{}
	for at, a := range in {
		all := moment{period: at.period, code: figure.TotalCode}
		if total := in[all]; total != nil {
			out[all] = total
			continue
		}
		if heldBy(in, at) {
			continue
		}
		_ = heapAt(out, all).add(a.value, a.weight) // what does not fit is no total either
	}
	return out
}

// heldBy reports whether goods above these are there too.
func heldBy(in map[moment]*heap, at moment) bool {
	if strings.Trim(at.code, "0123456789") != "" {
		return false
	}
	for n := len(at.code) - 1; n > 0; n-- {
		if in[moment{period: at.period, code: at.code[:n]}] != nil {
			return true
		}
	}
	return false
}

// worldTolerance is by how much countries may miss their total and still be all
// of them: roundings of many rows, and countries that the source does not tell.
var worldTolerance = briefing.Num("0.005")

// exceededBy reports whether the parts come to more than the whole.
func (a *heap) exceededBy(parts *heap) bool {
	if a.value.Valid {
		return parts.value.Decimal.Cmp(a.value.Decimal) > 0
	}
	return parts.weight.Decimal.Cmp(a.weight.Decimal) > 0
}

// coveredBy reports whether the parts add up to the whole: by value, else by
// weight. A whole of nothing is covered.
func (a *heap) coveredBy(parts *heap) bool {
	whole, sum := a.value.Decimal, parts.value.Decimal
	if !a.value.Valid {
		whole, sum = a.weight.Decimal, parts.weight.Decimal
	}
	short, err := whole.Sub(sum)
	if err != nil {
		return false
	}
	small, err := whole.Mul(worldTolerance)
	return err == nil && short.Abs().Cmp(small.Abs()) <= 0
}
