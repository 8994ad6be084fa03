package insight

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// mostNamed is how many parts a sentence names.
const mostNamed = 3

// compared are the parts with the absent side of a new or vanished part as the
// zero that the sum of the data has there.
func (w *writer) compared() (now, then []measure.Quantity) {
	for _, part := range w.s.Parts {
		a, b := part.Now, part.Then
		if !a.Figure.HasNumber() {
			a = nothing(b, w.s.Now.Period)
		}
		if !b.Figure.HasNumber() {
			b = nothing(a, w.s.Then.Period)
		}
		now, then = append(now, a), append(then, b)
	}
	return now, then
}

// untold reports whether some part has rows without a value: what it gave to the
// change is not known, and no zero.
func (w *writer) untold() bool {
	return slices.ContainsFunc(w.s.Parts, func(p Part) bool { return p.untold })
}

func nothing(like measure.Quantity, period briefing.Period) measure.Quantity {
	like.Figure = briefing.Figure{Value: briefing.SomeNum("0"), Unit: like.Figure.Unit}
	like.Period = period
	return like
}

// share is a part with what was measured of it: its contribution and its change.
type share struct {
	part           Part
	result, change measure.Result
	n              briefing.Number
}

// drivers names what gave most to the change, and what went against it. The
// parts must make the whole: else their contributions are not those of its
// growth.
func (w *writer) drivers() {
	total, ok := exact(w.growth)
	if !ok || len(w.s.Parts) < 2 || rounded(total, decimals).IsZero() || w.untold() {
		return
	}
	now, then := w.compared()
	results, growth := measure.Contributions(now, then)
	sum, ok := exact(growth)
	if !ok || sum.Cmp(total) != 0 || !w.whole(now, w.s.Now) { // of some goods growth may be the same by chance
		return
	}
	var with, against []share
	for i, r := range results {
		n, ok := exact(r)
		if !ok {
			return
		}
		switch s := (share{w.s.Parts[i], r, measure.AbsoluteChange(now[i], then[i]), n}); {
		case rounded(n, decimals).IsZero():
		case n.Sign() == total.Sign():
			with = append(with, s)
		default:
			against = append(against, s)
		}
	}
	with, against = largest(with), largest(against)
	if len(with) == 0 {
		return
	}
	// Beside «в 50 раз» nobody can place +2540 percentage points: what the parts
	// gave is then told in units.
	inUnits := w.growth.Times.Valid
	out := Sentence{Key: KeyDrivers}
	for _, s := range append(slices.Clone(with), against...) {
		if inUnits {
			s.result = s.change
		}
		out.Results = append(out.Results, s.result)
	}
	key := "drivers.up"
	if total.Sign() < 0 {
		key = "drivers.down"
	}
	w.say(out, func(p pen) string {
		told := p.contributions
		if inUnits {
			told = p.changes
		}
		a, b := told(with), told(against)
		if a == "" || len(against) > 0 && b == "" {
			return ""
		}
		if b != "" {
			b = p.t("drivers.against", b)
		}
		side := strings.TrimPrefix(key, "drivers.")
		return p.stop(p.sentence(key, p.piece("drivers"+side, a)) + p.piece("against", b))
	})
}

// whole reports whether parts add up to what they are parts of: they don't where
// a source states a total beside some of its goods.
func (w *writer) whole(parts []measure.Quantity, of measure.Quantity) bool {
	sum := briefing.Num("0")
	for _, p := range parts {
		n, err := sum.Add(p.Figure.Value.Decimal)
		if err != nil || !p.Figure.Value.Valid {
			return false
		}
		sum = n
	}
	return of.Figure.Value.Valid && sum.Cmp(of.Figure.Value.Decimal) == 0
}

// largest are the first few by size, and those equal to the last of them.
func largest(list []share) []share {
	slices.SortStableFunc(list, func(a, b share) int { return b.n.Abs().Cmp(a.n.Abs()) })
	if len(list) <= mostNamed {
		return list
	}
	n := mostNamed
	for n < len(list) && list[n].n.Abs().Cmp(list[mostNamed-1].n.Abs()) == 0 {
		n++
	}
	return list[:n]
}

func (p pen) contributions(list []share) string {
	return p.items(list, func(i int) string { return p.points(list[i].n) })
}

// changes are the same in units.
func (p pen) changes(list []share) string {
	figures := make([]briefing.Figure, len(list))
	for i, s := range list {
		figures[i] = s.change.Figure
	}
	texts := p.alike(figures...)
	return p.items(list, func(i int) string { return texts[i] })
}

// items names parts with what is told of each; empty where one has no name.
func (p pen) items(list []share, of func(i int) string) string {
	var items []string
	for i, s := range list {
		name := p.name(s.part)
		if name == "" {
			return ""
		}
		items = append(items, p.t("item", name, of(i)))
	}
	return p.commas(items)
}

// prices splits the change into what prices and what amounts gave. Only the
// split of a change that is wholly covered is written.
func (w *writer) prices() {
	if _, ok := exact(w.growth); !ok || w.s.Kind != Products || w.s.Now.Figure.Unit.Mass() || w.untold() {
		return
	}
	split, ok := w.pricesOfGoods()
	if !ok {
		return
	}
	price, okP := exact(split.Price)
	volume, okV := exact(split.Quantity)
	structure, okS := exact(split.Structure)
	unweighted, okU := exact(split.Unweighted)
	change, okC := exact(measure.AbsoluteChange(w.s.Now, w.s.Then))
	if !okP || !okV || !okS || !okU || !okC || split.Matched == 0 || change.IsZero() {
		return
	}
	if now, then := w.compared(); !w.whole(now, w.s.Now) || !w.whole(then, w.s.Then) {
		return
	}
	s := Sentence{Key: KeyPrices, Results: []measure.Result{split.Price, split.Quantity}}
	if !structure.IsZero() {
		s.Results = append(s.Results, split.Structure)
	}
	if !unweighted.IsZero() {
		s.Results = append(s.Results, split.Unweighted)
	}
	w.say(s, func(p pen) string {
		of := p.alike(split.Price.Figure, split.Quantity.Figure, split.Structure.Figure, split.Unweighted.Figure)
		text := p.sentence("prices", p.piece("price", of[0]), p.piece("volume", of[1]))
		rest := ""
		if !structure.IsZero() {
			rest += p.t("prices.structure", of[2])
		}
		if !unweighted.IsZero() {
			rest += p.t("prices.unweighted", of[3])
		}
		mostly := ""
		switch {
		case moreThanHalf(price, change) && volume.Sign()*change.Sign() >= 0:
			mostly = p.t("prices.mostly-price")
		case moreThanHalf(volume, change) && price.Sign()*change.Sign() >= 0:
			mostly = p.t("prices.mostly-volume")
		}
		return p.stop(text + p.piece("others", rest) + p.piece("mostly", mostly))
	})
}

// pricedApart is up to how many goods the split names the value and the weight of
// each as what it was worked out from.
const pricedApart = 200

// pricesOfGoods splits the change by goods as the tables of the pack do; what is
// estimated of their weights is estimated in the prices.
func (w *writer) pricesOfGoods() (measure.PriceAndVolume, bool) {
	var apart []measure.Priced
	var sums []measure.Sold
	weighed := false
	now, then := w.s.Now, w.s.Then
	for _, g := range w.s.Goods {
		weighed = weighed || g.NowQuantity.Figure.HasNumber()
		apart = append(apart, measure.Priced{NowValue: g.Now, NowQuantity: g.NowQuantity, ThenValue: g.Then, ThenQuantity: g.ThenQuantity})
		sums = append(sums, measure.Sold{
			NowValue: g.Now.Figure.Value, NowQuantity: g.NowQuantity.Figure.Value, ThenValue: g.Then.Figure.Value, ThenQuantity: g.ThenQuantity.Figure.Value,
		})
		if g.NowQuantity.Figure.Status == briefing.Estimated {
			now.Figure.Status = briefing.Estimated
		}
		if g.ThenQuantity.Figure.Status == briefing.Estimated {
			then.Figure.Status = briefing.Estimated
		}
	}
	switch {
	case !weighed:
		return measure.PriceAndVolume{}, false
	case len(apart) <= pricedApart:
		return measure.Prices(apart), true
	}
	return measure.PricesOfSums(now, then, sums), true
}

// moreThanHalf reports whether part is of the sign of whole and more than half of it.
func moreThanHalf(part, whole briefing.Number) bool {
	twice, err := part.Add(part)
	return err == nil && part.Sign() == whole.Sign() && twice.Abs().Cmp(whole.Abs()) > 0
}

// comings name the parts that the data have in one period only. Whether they
// were traded in the other the data do not say, so the sentence does not; of a
// zero that is stated it would be untrue.
func (w *writer) comings() {
	if w.s.Refusal != "" || !w.s.Then.Figure.HasNumber() {
		return
	}
	var appeared, vanished []Part
	for _, part := range w.s.Parts {
		now, then := positive(part.Now), positive(part.Then)
		switch {
		case w.s.unnamed(part), part.untold: // what no code or country is told for, or no value, neither comes nor goes
		case now && !part.Then.Figure.HasNumber():
			appeared = append(appeared, part)
		case then && !part.Now.Figure.HasNumber():
			vanished = append(vanished, part)
		}
	}
	w.coming(KeyAppeared, appeared, w.s.Then.Period, func(p Part) measure.Quantity { return p.Now })
	w.coming(KeyVanished, vanished, w.s.Now.Period, func(p Part) measure.Quantity { return p.Then })
}

func positive(q measure.Quantity) bool {
	f := q.Figure
	return f.Value.Valid && f.Value.Decimal.Sign() > 0 || f.Low.Valid && f.Low.Decimal.Sign() > 0
}

func (w *writer) coming(key string, parts []Part, absent briefing.Period, amount func(Part) measure.Quantity) {
	if len(parts) == 0 {
		return
	}
	all := make([]measure.Quantity, len(parts))
	for i, part := range parts {
		all[i] = amount(part)
	}
	s := Sentence{Key: key}
	order := measure.Ranking(all)
	if len(order) > mostNamed {
		order = order[:mostNamed]
	}
	for _, i := range order {
		s.Inputs = append(s.Inputs, all[i])
	}
	w.say(s, func(p pen) string {
		var items []string
		for _, i := range order {
			name := p.name(parts[i])
			if name == "" {
				return ""
			}
			items = append(items, p.t("item.amount", name, p.amount(all[i].Figure)))
		}
		list := p.commas(items)
		if rest := len(parts) - len(order); rest > 0 {
			list += lang.Plural(p.l, "insight.more", rest)
		}
		return p.stop(p.sentence(key, p.in(absent), p.piece(key, list)))
	})
}
