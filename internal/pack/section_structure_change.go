package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// twoYears are the goods of a view beside those of the year before, where both
// years have the same months.
type twoYears struct {
	v         goodsView       // its rows are of the period now
	then, now briefing.Period // years, or the months of them that there are
	before    figure.Filter   // the rows of then
	totals    [2]figure.Group // before and now
	growth    measure.Result
}

// twoYears looks for the year before a view's; ok is false where there is none
// that may be compared. Of a year that isn't over the same months are.
func (b *builder) twoYears(v goodsView) (y twoYears, ok bool) {
	s := of(b.stretches(v.filter, v.filter.Split.Frequency), v.year, briefing.Per(v.year))
	y = twoYears{v: v, now: s.period, before: v.filter}
	y.then = y.now.YearBefore()
	if _, whole := y.now.Months(); !whole || s.months > 0 || briefing.Per(v.year).Kind != briefing.YearPeriod {
		return y, false
	}
	y.before.From, y.before.To = y.then.Start(), y.then.End()
	groups, growth, err := measure.GrowthOfSet(b.s.Figures, y.both(), []figure.Dimension{"year"})
	if err != nil || len(groups) != 2 {
		return y, false
	}
	if runs, err := measure.Runs(b.s.Figures, y.both(), b.s.MakerOf); err != nil || len(runs) > 1 { // of other goods
		return y, false
	}
	y.totals = [2]figure.Group{groups[0], groups[1]}
	y.growth = growth[1].Value
	if v.weight {
		y.growth = growth[1].Weight
	}
	y.growth.Period, y.growth.Base = y.now, y.then
	y.growth.Inputs = slices.Clone(y.growth.Inputs)
	for i := range y.growth.Inputs { // a group by years calls ten months by their year
		in := &y.growth.Inputs[i]
		if in.Period = y.then; i == 0 {
			in.Period = y.now
		}
	}
	return y, y.growth.Defined
}

// sum is the value of one of the years as an input of a measure.
func (y twoYears) sum(i int) measure.Quantity {
	return quantity(y.totals[i], []briefing.Period{y.then, y.now}[i])
}

// both lets the rows of both years through.
func (y twoYears) both() figure.Filter {
	f := y.v.filter
	f.From = y.then.Start()
	if y.now.Kind == briefing.YearPeriod {
		return f
	}
	then, now := y.then, y.now
	f.Period = func(p briefing.Period) bool {
		within := func(of briefing.Period) bool { return !p.Start().Before(of.Start()) && !p.End().After(of.End()) }
		return within(then) || within(now)
	}
	return f
}

// shift is what a product had of the whole in two years.
type shift struct {
	code, name string
	then, now  briefing.MaybeNumber // amounts
	was, is    briefing.ObsStatus   // of them
}

// shifts are the largest products now, and the rest as one.
func (b *builder) shifts(y twoYears, now []figure.Group) ([]shift, bool) {
	then, ok, err := b.byChapter(y.v, y.before)
	if err != nil || !ok || len(then) < 2 {
		return nil, false
	}
	before, was := map[string]briefing.MaybeNumber{}, map[string]briefing.ObsStatus{}
	for _, g := range then {
		before[g.Keys[0]], was[g.Keys[0]] = y.v.sized(g), g.StatusOf(y.v.weight)
	}
	zero := briefing.SomeNum("0")
	var list []shift
	for _, g := range now {
		s := shift{code: g.Keys[0], name: b.product(g.Keys[0]), now: y.v.sized(g), then: before[g.Keys[0]], is: g.StatusOf(y.v.weight), was: was[g.Keys[0]]}
		delete(before, s.code)
		if !s.now.Valid {
			return nil, false
		}
		if !s.then.Valid {
			s.then = zero
		}
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(x, y shift) int { return y.now.Decimal.Cmp(x.now.Decimal) })
	rest := shift{name: b.t("structure.rest"), then: zero, now: zero}
	most := len(list)
	if most > topChapters+1 {
		most = topChapters
	}
	add := func(to *briefing.MaybeNumber, n briefing.MaybeNumber) bool {
		sum, err := to.Decimal.Add(n.Decimal)
		to.Decimal = sum
		return err == nil
	}
	fits := true
	for _, s := range list[most:] {
		fits = fits && add(&rest.now, s.now) && add(&rest.then, s.then)
		rest.is, rest.was = figure.Weaker(rest.is, s.is), figure.Weaker(rest.was, s.was)
	}
	for _, g := range then { // what is no longer traded
		if n, gone := before[g.Keys[0]]; gone && n.Valid {
			fits = fits && add(&rest.then, n)
			rest.was = figure.Weaker(rest.was, was[g.Keys[0]])
		}
	}
	list = list[:most]
	if !rest.now.Decimal.IsZero() || !rest.then.Decimal.IsZero() {
		list = append(list, rest)
	}
	return list, fits
}

// shareChanges shows how the shares of the products moved from the year before:
// two dots a row beside a table.
func (b *builder) shareChanges(y twoYears, groups []figure.Group) []document.Block {
	list, ok := b.shifts(y, groups)
	if !ok || len(list) < 2 {
		return nil
	}
	thenYear, nowYear := lang.PeriodShort(b.l, y.then), lang.PeriodShort(b.l, y.now)
	of := b.t("structure.of_value")
	if y.v.weight {
		of = b.t("structure.of_weight")
	}
	number := func(n briefing.MaybeNumber, signed bool) string {
		return lang.Number(b.l, n.Decimal, lang.NumberStyle{Decimals: 1, Signed: signed, Column: true})
	}
	t := document.Table{
		Title: b.t("structure.shares", y.v.title), Unit: "%",
		Columns: []document.Column{
			{Key: "product", Title: b.t("col.product"), Weight: 1.6},
			{Key: "then", Title: thenYear, Kind: document.NumberColumn, Decimals: 1, Percent: true},
			{Key: "now", Title: nowYear, Kind: document.NumberColumn, Decimals: 1, Percent: true},
			{Key: "change", Title: b.t("col.pp"), Kind: document.NumberColumn, Decimals: 1, Signed: true, Points: true},
		},
		Periods: []briefing.Period{y.then, y.now},
	}
	c := document.Chart{
		Kind: document.Dumbbell, Title: b.t("structure.shares_title", thenYear, nowYear), Unit: "%",
		Caption: b.t("structure.shares_caption", y.v.title, of), Alt: y.v.title, SubHead: b.t("structure.pp"),
	}
	before, after := document.Series{Name: thenYear}, document.Series{Name: nowYear}
	for _, s := range list {
		then := measure.ShareOf(s.then, y.v.sized(y.totals[0]))
		now := measure.ShareOf(s.now, y.v.sized(y.totals[1]))
		move := measure.AbsoluteOf(now.Figure.Value, then.Figure.Value)
		if !then.Defined || !now.Defined || !move.Defined {
			return nil
		}
		// the share now is the ranking's number, which has noted it
		b.derivesPart(b.commas(y.v.title, thenYear), b.commas(y.v.title, s.name, thenYear), then, append([]string{
			b.amountOf(y, "Vk", s.then, s.name), b.amountOf(y, "ΣV", y.v.sized(y.totals[0]), b.t("word.total")),
		}, b.rowsFrom(y.before)...)...)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Txt(s.name), {Number: then.Figure.Value}, {Number: now.Figure.Value}, {Number: move.Figure.Value},
		}})
		c.Categories = append(c.Categories, s.name)
		before.Points = append(before.Points, document.ChartPoint{Value: then.Figure.Value, Label: number(then.Figure.Value, false)})
		after.Points = append(after.Points, document.ChartPoint{
			Value: now.Figure.Value, Label: number(now.Figure.Value, false), Sub: number(move.Figure.Value, true),
		})
	}
	c.Series = []document.Series{before, after}
	return b.goodsBeside(y.v, c, t)
}

// amountOf is an amount of one of the years as an input of a measure.
func (b *builder) amountOf(y twoYears, symbol string, n briefing.MaybeNumber, of string) string {
	to, from := b.goodsScale(y.v, y.totals[:])
	if scaled, ok := in(n, from, to.unit); ok {
		n = scaled
	}
	return b.amount(symbol, n, to.unit, of)
}

// leastCovered is how much of the value, in per cent, the products must have
// whose prices are compared.
const leastCovered = 75

// pricesAndVolumes parts the change of value into prices and volumes, where the
// products of both years have their mass.
func (b *builder) pricesAndVolumes(y twoYears) []document.Block {
	if y.v.weight {
		return nil
	}
	now, err1 := b.s.Figures.Goods(y.v.filter, nil)
	then, err2 := b.s.Figures.Goods(y.before, nil)
	if err1 != nil || err2 != nil {
		return nil
	}
	p := measure.PricesOfSums(y.sum(1), y.sum(0), measure.SoldOf(now, then))
	p.Weighed(y.totals[0].WeightStatus, y.totals[1].WeightStatus)
	covered := func(r measure.Result) bool {
		return r.Defined && r.Figure.Value.Decimal.Cmp(briefing.Num(itoa(leastCovered))) >= 0
	}
	if !p.Fisher.Defined || !p.Volume.Defined || !p.Matching.Defined || !covered(p.Coverage) || !covered(p.Before) {
		return nil
	}
	hundred := briefing.SomeNum("100")
	price, ok1 := percentOf(p.Fisher)
	volume, ok2 := percentOf(p.Volume)
	dear, more := measure.GrowthOf(price, hundred), measure.GrowthOf(volume, hundred)
	scaled := b.moneyScale(y.totals[:], y.v.filter.Split.Currency)
	unit := scaled.unit
	if scaled.places > 1 { // indices stand in the same column, with one digit
		unit = unit.WithPower(4)
	}
	v0, ok3 := in(y.totals[0].Value, unit.Base(), unit)
	v1, ok4 := in(y.totals[1].Value, unit.Base(), unit)
	if !ok1 || !ok2 || !ok3 || !ok4 || !dear.Defined || !more.Defined {
		return nil
	}
	for _, r := range []measure.Result{p.Fisher, p.Volume, p.Coverage, p.Before} {
		b.computes(y.v.title, r, y.both())
	}
	thenYear, nowYear := lang.PeriodShort(b.l, y.then), lang.PeriodShort(b.l, y.now)
	t := document.Table{
		Title: b.commas(y.v.title, nowYear),
		Columns: []document.Column{
			{Key: "indicator", Title: b.t("col.indicator"), Weight: 1.8},
			{Key: "then", Title: thenYear, Kind: document.NumberColumn, Decimals: 1},
			{Key: "now", Title: nowYear, Kind: document.NumberColumn, Decimals: 1},
			{Key: "change", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
		},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(b.commas(b.t("structure.value"), lang.Unit(b.l, unit))), {Number: v0, Mark: y.totals[0].Status.Mark()}, {Number: v1, Mark: y.totals[1].Status.Mark()}, {Number: y.growth.Figure.Value, Mark: y.growth.Figure.Status.Mark()}}},
			{Cells: []document.Cell{document.Txt(b.t("structure.prices")), {Number: hundred}, {Number: price, Mark: p.Fisher.Figure.Status.Mark()}, {Number: dear.Figure.Value, Mark: p.Fisher.Figure.Status.Mark()}}},
			{Cells: []document.Cell{document.Txt(b.t("structure.volumes")), {Number: hundred}, {Number: volume, Mark: p.Volume.Figure.Status.Mark()}, {Number: more.Figure.Value, Mark: p.Volume.Figure.Status.Mark()}}},
		},
		Notes:   b.priceNotes(p, thenYear, nowYear),
		Periods: []briefing.Period{y.then, y.now},
	}
	return append([]document.Block{document.Heading{Text: b.t("structure.price_volume"), Level: 2}},
		b.goodsBeside(y.v, b.priceVolumeChart(y, price, volume, thenYear), t)...)
}

// priceNotes say what prices and volumes are of: where that is not all of the
// value of both years, why they do not multiply to its change.
func (b *builder) priceNotes(p measure.PriceAndVolume, thenYear, nowYear string) []string {
	percent := func(r measure.Result, signed bool) string {
		return lang.Percent(b.l, r.Figure.Value.Decimal, 1, signed)
	}
	if p.New+p.Vanished+p.LeftOut == 0 && percent(p.Coverage, false) == percent(p.Before, false) {
		return []string{b.t("structure.price_note", percent(p.Coverage, false))}
	}
	return []string{b.t("structure.price_note_both", percent(p.Before, false), thenYear, percent(p.Coverage, false), nowYear, percent(p.Matching, true))}
}

func (b *builder) priceVolumeChart(y twoYears, price, volume briefing.MaybeNumber, thenYear string) document.Chart {
	hundred := briefing.SomeNum("100")
	number := func(n briefing.MaybeNumber) string {
		return lang.Number(b.l, n.Decimal, lang.NumberStyle{Decimals: 1, Column: true})
	}
	change := func(word string, n briefing.MaybeNumber) string {
		return b.spaced(b.t(word), lang.Percent(b.l, measure.GrowthOf(n, hundred).Figure.Value.Decimal, 1, true))
	}
	pair := func(n briefing.MaybeNumber) document.Series {
		return document.Series{Points: []document.ChartPoint{{Value: hundred, Label: "100"}, {Value: n, Label: number(n)}}}
	}
	return document.Chart{
		Kind: document.PriceVolume, Title: b.t("structure.price_title"), Alt: y.v.title,
		Caption: b.t("structure.price_caption", y.v.title, thenYear),
		Series: []document.Series{pair(volume), pair(price), {Points: []document.ChartPoint{
			{Label: thenYear}, {Label: change("structure.price_word", price)}, {Label: change("structure.volume_word", volume)},
		}}},
	}
}

// percentOf is an index number as per cent of the base, to a tenth.
func percentOf(r measure.Result) (briefing.MaybeNumber, bool) {
	n, err := r.Figure.Value.Decimal.Mul(briefing.Num("100"))
	return briefing.Some(n.Round(1)), err == nil
}

// The months of a year are shown for at most so many products, and only where
// there are enough months to see a course.
const (
	mostCourses = 4 // they stand side by side on a page of A4
	leastMonths = 6
)

// courses shows the largest products month by month, each in a small chart of
// its own on the same scale. Their numbers are in the annex.
func (b *builder) courses(v goodsView, groups []figure.Group) []document.Block {
	if v.filter.Split.Frequency != "M" {
		return nil
	}
	cells, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"hs2", "month"})
	if err != nil {
		return nil
	}
	scaled, from := b.goodsScale(v, groups)
	unit := scaled.unit
	var months []string
	at := map[string]briefing.MaybeNumber{}
	for _, g := range cells {
		if n, ok := in(v.sized(g), from, unit); ok && n.Valid {
			at[g.Keys[0]+"|"+g.Keys[1]] = n
		}
		if !slices.Contains(months, g.Keys[1]) {
			months = append(months, g.Keys[1])
		}
	}
	slices.Sort(months)
	top := slices.Clone(groups)
	top = slices.DeleteFunc(top, func(g figure.Group) bool { return codeText(g.Keys[0]) == "" || !v.sized(g).Valid })
	slices.SortStableFunc(top, func(x, y figure.Group) int { return v.sized(y).Decimal.Cmp(v.sized(x).Decimal) })
	if len(months) < leastMonths || len(top) < 2 {
		return nil
	}
	c := document.Chart{
		Kind: document.Multiples, Title: b.t("structure.courses"), Alt: v.title, Unit: lang.Unit(b.l, unit),
		Caption: b.t("structure.courses_caption", b.commas(v.title, lang.Period(b.l, briefing.Per(v.year))), lang.Unit(b.l, unit)),
	}
	for _, m := range months {
		c.Categories = append(c.Categories, lang.Month(b.l, briefing.Per(m).From.Month, true))
	}
	for _, g := range top[:min(mostCourses, len(top))] {
		s := document.Series{Name: b.product(g.Keys[0])}
		for _, m := range months {
			n := at[g.Keys[0]+"|"+m]
			p := document.ChartPoint{Value: n}
			if n.Valid {
				p.Label = lang.Number(b.l, n.Decimal, lang.NumberStyle{Decimals: scaled.places, Column: true})
			}
			s.Points = append(s.Points, p)
		}
		c.Series = append(c.Series, s)
	}
	origin, extra, _ := b.goodsSources(v)
	if v.sample {
		c.Stamp = b.t("word.sample")
	}
	c.Source = b.dataLine(origin, extra)
	c = b.chart(c)
	b.chartSources[c.ID] = origin.sources
	return []document.Block{c}
}
