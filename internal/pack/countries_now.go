package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// Whom the trade is with, where it is with several countries: what each came to in
// the newest period beside the year before, and its share.

const (
	topCountries   = 12 // that have a row of their own
	mostDirections = 3  // that the sentence names
)

// countries is a heading with a sentence, a chart and a table for each flow with
// several countries.
func (b *builder) countries() []document.Block {
	var out []document.Block
	for _, v := range latestFlows(b.views()) {
		out = append(out, b.countryBlocks(v)...)
	}
	if len(out) == 0 {
		return nil
	}
	return append([]document.Block{document.Heading{Text: b.t("countries.title"), Level: 2}}, out...)
}

// latestFlows leaves out what an older run of rows says of the same flow.
func latestFlows(views []flowView) (out []flowView) {
	for _, v := range views { // the newest of a flow come first
		if !slices.ContainsFunc(out, func(o flowView) bool {
			return o.filter.Flow == v.filter.Flow && o.split.Reporter == v.split.Reporter && o.split.Area == v.split.Area && o.filter.Partner == v.filter.Partner
		}) {
			out = append(out, v)
		}
	}
	return out
}

// country is what one country, or the rest of them, came to.
type country struct {
	code, name string
	now, then  figure.Group
}

// countryBlocks is nothing where the rows are with one country, or months are
// missing among them.
func (b *builder) countryBlocks(v flowView) []document.Block {
	if v.filter.Partner != "" {
		return nil
	}
	st, ok := b.standingOf(v)
	if !ok {
		return nil
	}
	sum := st.sum
	list, ok := b.countryList(v, sum)
	if !ok || len(list) < 2 {
		return nil
	}
	w := countryTable{b: b, v: v, sum: sum, scaled: b.moneyScale([]figure.Group{sum.now, sum.then}, v.split.Currency), based: sum.base && sum.growth.Defined}
	for i, c := range list {
		w.add(i, len(list), c)
	}
	t := w.finished(len(list))
	if list[len(list)-1].code != "" { // nothing is behind «прочие»
		b.countriesShown[rowsKey(v.filter)] = len(t.Periods)
	}
	return append(b.directions(w, list), b.besideWith(w.chart(), t, b.originOf(v.filter), "")...)
}

// rowsKey tells one set of rows from others.
func rowsKey(f figure.Filter) string { return join("|", string(f.Flow), splitText(*f.Split)) }

func splitText(s figure.Split) string {
	return join("|", s.Reporter, s.Currency, s.Basis, s.Classification, s.Frequency, s.Area, s.Span)
}

// countryList is the countries of the period by amount, the rest as one row; not
// ok where they come to more than the whole.
func (b *builder) countryList(v flowView, sum flowSum) ([]country, bool) {
	at := func(p briefing.Period) ([]figure.Group, error) {
		f := v.filter
		f.From, f.To = p.Start(), p.End()
		return b.s.Figures.Aggregate(f, []figure.Dimension{"partner"})
	}
	groups, err := at(sum.period)
	if err != nil {
		return nil, false
	}
	before := map[string]figure.Group{}
	if sum.base {
		then, err := at(sum.period.YearBefore())
		if err != nil {
			return nil, false
		}
		for _, g := range then {
			before[g.Keys[0]] = g
		}
	}
	list := []country{}
	left, leftThen := sum.now.Value, sum.then.Value // of the whole
	take := func(from *briefing.MaybeNumber, n briefing.MaybeNumber) {
		if rest, err := from.Decimal.Sub(n.Decimal); err == nil && n.Valid {
			from.Decimal = rest
		}
	}
	for _, g := range groups {
		code := g.Keys[0]
		if code == figure.World || code == "" || !g.Value.Valid && g.Status != briefing.Missing || g.Value.Valid && g.Value.Decimal.IsZero() {
			continue
		}
		list = append(list, country{code: code, name: lang.Country(b.l, code), now: g, then: before[code]})
	}
	slices.SortStableFunc(list, func(x, y country) int { return y.now.Value.Decimal.Cmp(x.now.Value.Decimal) })
	if at := slices.IndexFunc(list, func(c country) bool { return c.code == "ZZ" }); at >= 0 { // no country: last
		list = append(slices.Delete(slices.Clone(list), at, at+1), list[at])
	}
	others := 0
	if len(list) > topCountries+1 {
		others = len(list) - topCountries
		list = list[:topCountries]
	}
	for _, c := range list {
		take(&left, c.now.Value)
		take(&leftThen, c.then.Value)
	}
	if left.Decimal.IsNeg() || len(list) < 2 {
		return nil, false
	}
	if others == 0 && left.Decimal.IsZero() && leftThen.Decimal.IsZero() {
		return list, true
	}
	rest := country{name: b.t("countries.rest")}
	if others > 0 {
		rest.name = b.t("annex.other_partners", others)
	}
	rest.now, rest.then = sum.now, sum.then
	rest.now.Value, rest.then.Value = left, leftThen
	return append(list, rest), true
}

// countryTable gathers the rows of the table with the points of its chart.
type countryTable struct {
	b      *builder
	v      flowView
	sum    flowSum
	scaled scale
	based  bool // there is a year before to compare with
	t      document.Table
	c      document.Chart
	marks  map[string]bool // of the chart
}

func (w *countryTable) add(at, total int, c country) {
	b := w.b
	cells := []document.Cell{document.Txt(c.name)}
	col := 1 // of the amounts now
	if w.based {
		then := document.Dash()
		if c.then.Value.Valid || c.then.Rows > 0 {
			then = groupCell(c.then, w.scaled)
		}
		cells, col = append(cells, then), 2
	}
	cells = append(cells, groupCell(c.now, w.scaled))
	if w.based {
		change := document.Dash()
		if r := measure.GrowthOf(c.now.Value, c.then.Value); r.Defined && whole(c.now) && whole(c.then) {
			b.uses(r.Measure)
			change = document.Cell{Number: r.Figure.Value, How: &document.Formula{Op: document.OpGrowth, Args: []document.CellAt{{Row: at, Col: 2}, {Row: at, Col: 1}}}}
		}
		cells = append(cells, change)
	}
	share, sub := document.Dash(), ""
	if r := measure.ShareOf(c.now.Value, w.sum.now.Value); r.Defined && whole(c.now) && whole(w.sum.now) {
		share = document.Cell{Number: r.Figure.Value, How: &document.Formula{Op: document.OpShare, Args: []document.CellAt{{Row: at, Col: col}, {Row: total, Col: col}}}}
		sub = lang.Percent(b.l, r.Figure.Value.Decimal, 1, false)
		b.derivesPart(b.commas(w.title(), w.period()), b.commas(w.v.title, c.name, w.period()), r, append([]string{
			w.amount("Vk", c.now.Value, c.name), w.amount("ΣV", w.sum.now.Value, b.t("word.total")),
		}, b.rowsFrom(w.v.filter)...)...)
	}
	w.t.Rows = append(w.t.Rows, document.Row{Cells: append(cells, share)})
	if w.marks == nil {
		w.marks = map[string]bool{}
		w.c.Series = []document.Series{{}}
	}
	p := b.groupPoint(c.now, w.scaled, w.marks)
	p.Sub = sub
	if c.code == "" && p.Fill == document.Actual {
		p.Fill = document.Previous
	}
	w.c.Series[0].Points = append(w.c.Series[0].Points, p)
	w.c.Categories = append(w.c.Categories, c.name)
}

// whole reports whether no row of a sum lacks its value.
func whole(g figure.Group) bool { return g.Value.Valid && g.Status != briefing.Missing }

// title is the same whichever countries there are: an addendum knows the table by it.
func (w *countryTable) title() string {
	return w.b.partnersTitle(w.v.filter, []string{w.b.s.Pack.Partner, w.b.s.Pack.Reporter})
}

func (w *countryTable) period() string { return lang.Period(w.b.l, w.sum.period) }

func (w *countryTable) amount(symbol string, n briefing.MaybeNumber, of string) string {
	v, _ := in(n, w.scaled.unit.Base(), w.scaled.unit)
	return w.b.amount(symbol, v, w.scaled.unit, of)
}

// finished is the table with its head and its total.
func (w *countryTable) finished(countries int) document.Table {
	b := w.b
	number := func(key, title string) document.Column {
		return document.Column{Key: key, Title: title, Kind: document.NumberColumn, Decimals: w.scaled.places}
	}
	rows := make([]int, countries)
	for i := range rows {
		rows[i] = i
	}
	sum := func(g figure.Group, col int) document.Cell {
		c := groupCell(g, w.scaled)
		if total, ok := sumIn(w.t, rows, col); ok && c.Number.Valid && total.Cmp(c.Number.Decimal) == 0 {
			c.How = &document.Formula{Op: document.OpSum, Args: column(rows, col)}
		}
		return c
	}
	w.t.Title, w.t.Unit = b.commas(w.title(), w.period()), lang.Unit(b.l, w.scaled.unit)
	w.t.Periods = []briefing.Period{w.sum.period}
	w.t.Columns = []document.Column{{Key: "partner", Title: b.t("col.partner"), Weight: 1.6}}
	cells := []document.Cell{document.Txt(b.t("word.total"))}
	if w.based {
		then := w.sum.period.YearBefore()
		w.t.Periods = []briefing.Period{then, w.sum.period}
		w.t.Columns = append(w.t.Columns, number("then", lang.PeriodShort(b.l, then)))
		cells = append(cells, sum(w.sum.then, 1))
	}
	w.t.Columns = append(w.t.Columns, number("now", lang.PeriodShort(b.l, w.sum.period)))
	cells = append(cells, sum(w.sum.now, len(cells)))
	if w.based {
		w.t.Columns = append(w.t.Columns, document.Column{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true})
		b.computes(w.v.title, w.sum.growth, w.v.filter)
		cells = append(cells, document.Cell{Number: w.sum.growth.Figure.Value, How: &document.Formula{
			Op: document.OpGrowth, Args: []document.CellAt{{Row: countries, Col: 2}, {Row: countries, Col: 1}},
		}})
	}
	w.t.Columns = append(w.t.Columns, document.Column{Key: "share", Title: b.t("col.share"), Kind: document.NumberColumn, Decimals: 1, Percent: true})
	all := document.Dash()
	if whole(w.sum.now) {
		all = document.Cell{Number: briefing.SomeNum("100")}
	}
	w.t.Rows = append(w.t.Rows, document.Row{Kind: document.TotalRow, Cells: append(cells, all)})
	return w.t
}

func (w *countryTable) chart() document.Chart {
	b := w.b
	c := w.c
	c.Kind, c.Title, c.Alt, c.Unit = document.Ranking, b.t("countries.chart."+string(w.v.filter.Flow)), w.title(), lang.Unit(b.l, w.scaled.unit)
	c.Caption = b.semis(append([]string{b.commas(w.title(), w.period(), c.Unit)}, b.markWords(w.marks)...)...)
	return c
}

// directions names the largest countries with their amounts and shares.
func (b *builder) directions(w countryTable, list []country) []document.Block {
	if len(list) <= mostDirections || !whole(w.sum.now) {
		return nil
	}
	var parts []string
	together := briefing.MaybeNumber{Valid: true}
	for _, c := range list[:mostDirections] {
		r := measure.ShareOf(c.now.Value, w.sum.now.Value)
		v, ok := in(c.now.Value, w.scaled.unit.Base(), w.scaled.unit)
		sum, err := together.Decimal.Add(c.now.Value.Decimal)
		if !r.Defined || !ok || !whole(c.now) || c.code == "" || c.code == "ZZ" || err != nil {
			return nil
		}
		together.Decimal = sum
		fig := briefing.Figure{Value: briefing.Some(v.Decimal.Round(w.scaled.places)), Unit: w.scaled.unit}
		parts = append(parts, b.t("countries.each", c.name, lang.Figure(b.l, fig), lang.Percent(b.l, r.Figure.Value.Decimal, 1, false)))
	}
	share := measure.ShareOf(together, w.sum.now.Value)
	if !share.Defined {
		return nil
	}
	b.derives(b.commas(w.v.title, b.t("countries.together"), w.period()), share,
		append([]string{w.amount("Vk", together, b.t("countries.together")), w.amount("ΣV", w.sum.now.Value, b.t("word.total"))}, b.rowsFrom(w.v.filter)...)...)
	text := b.t("countries.said."+string(w.v.filter.Flow), b.opening(w.sum.period), b.semis(parts...), lang.Percent(b.l, share.Figure.Value.Decimal, 1, false))
	return []document.Block{document.Paragraph{Runs: document.Plain(b.closed(text))}}
}
