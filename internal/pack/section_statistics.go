package pack

import (
	"cmp"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// flowView is one set of rows that may be added: one reporter, flow, currency,
// basis, classification and frequency, towards one partner.
type flowView struct {
	split  figure.Split
	filter figure.Filter // of its rows
	title  string
	groups []figure.Group        // by year
	growth []measure.GroupGrowth // of each group, refused where years are not alike
	apart  []int                 // years of other goods by another source, which stand by themselves
	thin   briefing.Period       // the last month or quarter, where it lacks rows and is left out
}

// views is what the imported statistics can be asked about, found once: several
// sections ask.
func (b *builder) views() []flowView {
	if b.flows == nil {
		b.flows = b.findViews()
	}
	return b.flows
}

// findViews finds what the imported statistics can be asked about. A reporter's
// rows are shown towards the other side: our statistics towards the partner of
// the pack, anybody else's towards us. Rows without that other side are shown
// as they are where the pack names no partner or they are of all countries;
// else they are another story, and stand in the workbook only, as what a third
// country reports does once the pack names both its sides.
func (b *builder) findViews() []flowView {
	no := false
	by := []figure.Dimension{"flow", "partner"}
	groups, err := b.s.Figures.Aggregate(figure.Filter{Sample: &no}, by)
	if err != nil {
		return nil
	}
	type key struct {
		split figure.Split
		flow  figure.Flow
	}
	var keys []key
	partners := map[key][]string{}
	for _, g := range groups {
		k := key{g.Split.AnyYear(), figure.Flow(g.Keys[0])}
		if _, seen := partners[k]; !seen {
			keys = append(keys, k)
		}
		partners[k] = append(partners[k], g.Keys[1])
	}
	var out []flowView
	for _, k := range keys {
		if b.third(k.split.Reporter) {
			continue
		}
		v := flowView{split: k.split, filter: realRows(k.flow, k.split)}
		sides := b.otherSides(k.split.Reporter)
		if at := slices.IndexFunc(sides, func(p string) bool { return slices.Contains(partners[k], p) }); at >= 0 {
			v.filter.Partner = sides[at]
		} else if b.astray(partners[k]) {
			continue
		}
		for _, v := range b.runsOf(v) {
			v.filter, v.thin = b.withoutThinEnd(v.filter)
			if v.groups, v.growth, err = measure.GrowthOfSet(b.s.Figures, v.filter, []figure.Dimension{"year"}); err == nil && slices.ContainsFunc(v.groups, valued) {
				v.title = b.viewTitle(k.split.Reporter, v.filter, b.someCodes(v.filter))
				out = append(out, v)
			}
		}
	}
	out = b.latestFlows(out)
	slices.SortStableFunc(out, func(x, y flowView) int {
		return cmp.Or(b.farness(x.split.Reporter)-b.farness(y.split.Reporter), cmp.Compare(x.filter.Flow, y.filter.Flow), y.until().Compare(x.until()))
	})
	return out
}

// until is when the newest period of a view ends: of one flow the newest rows
// are read first, those by an older nomenclature after them.
func (v flowView) until() time.Time { return groupPeriod(v.groups[len(v.groups)-1]).End() }

// valued reports whether rows tell a value, or that it is withheld; a table of
// tonnes alone has no dynamics in money.
func valued(g figure.Group) bool { return g.ValueRows > 0 || g.Status == briefing.Missing }

// third reports whether a reporter is neither side of a pack that names both.
func (b *builder) third(reporter string) bool {
	p := b.s.Pack
	return p.Reporter != "" && p.Partner != "" && reporter != p.Reporter && reporter != p.Partner
}

// farness puts what the sides of the pack report before what others do.
func (b *builder) farness(reporter string) int {
	switch reporter {
	case b.s.Pack.Reporter:
		return 0
	case b.s.Pack.Partner:
		return 1
	}
	return 2
}

// astray reports whether rows towards these partners have nothing to do with
// the partner of the pack.
func (b *builder) astray(partners []string) bool {
	return b.s.Pack.Partner != "" && !slices.Contains(partners, "") && !slices.Contains(partners, "W00")
}

// realRows are the rows of a split that nobody invented.
func realRows(flow figure.Flow, split figure.Split) figure.Filter {
	no := false
	return figure.Filter{Flow: flow, Split: &split, Sample: &no}
}

// otherSides are whose trade with the reporter the pack is about, in order: of
// the pack's sides each other; of a third country, where the pack names one side
// only, that.
func (b *builder) otherSides(reporter string) []string {
	own, partner := b.s.Pack.Reporter, b.s.Pack.Partner
	var out []string
	for _, side := range []string{partner, own} {
		if side != "" && side != reporter {
			out = append(out, side)
		}
	}
	return out
}

// importsOf lists the imports that rows came with.
func (b *builder) importsOf(f figure.Filter) []*briefing.Import {
	var out []*briefing.Import
	for _, o := range b.s.Figures.Origins(f) {
		if imp, ok := b.s.Import(o.Import); ok {
			out = append(out, imp)
		}
	}
	return out
}

// statistics sets the newest of both flows side by side, then each view as a
// chart beside its table, with a paragraph written from the data.
func (b *builder) statistics() []document.Block {
	out, once := b.tradeMonths()
	for _, v := range b.views() {
		if t, ok := b.newest(); once && ok && t.holds(v) {
			out = append(out, b.flowWords(v)...)
			continue
		}
		out = append(out, b.flowBlocks(v)...)
	}
	return append(out, b.countries()...)
}

// flowBlocks is a flow by the years that are over and, of rows by months or
// quarters, by those of the latest year. A single amount is a sentence.
func (b *builder) flowBlocks(v flowView) []document.Block {
	var blocks []document.Block
	spans := b.stretches(v.filter, v.split.Frequency)
	s, stepped := b.stepsOf(v, spans)
	switch {
	case !stepped && len(v.groups) > 1:
		all := everyYear(v)
		blocks = b.yearBlocks(v, all, all, spans)
	case stepped:
		if s.older {
			rows, drawn := wholeYears(v, spans)
			blocks = b.yearBlocks(v, rows, drawn, spans)
		}
		blocks = append(blocks, b.stepBlocks(v, s)...)
	}
	text := b.openingParagraph(v, spans, s)
	switch {
	case len(blocks) > 0:
		blocks = append(blocks, text...)
	case len(text) > 0:
		o := b.originOf(v.filter)
		blocks = append(text, document.Paragraph{Style: document.SourceLine, Runs: document.Plain(b.dataLine(o, ""))})
	}
	note := join(b.gap(), b.totalsNote(v.filter), b.lostNote(v.filter))
	if len(blocks) > 0 {
		note = join(b.gap(), b.basisNote(v), note)
	}
	return append(blocks, b.noteOf(note)...)
}

// flowCaption is what a chart of a flow measures.
func (b *builder) flowCaption(v flowView, unit briefing.Unit) string {
	return b.t("stat.caption", lang.Unit(b.l, unit), first(lang.Classification(b.l, v.split.Classification), "—"), first(v.split.Basis, b.t("stat.no_basis")))
}

// yearBlocks sets the groups of years as a chart beside its table; drawn are
// those rows of it that a chart may set side by side.
func (b *builder) yearBlocks(v flowView, rows, drawn []int, spans map[string]stretch) []document.Block {
	scaled := b.moneyScale(v.groups, v.split.Currency)
	unit := scaled.unit
	t := document.Table{
		Title: v.title, Unit: lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "year", Title: b.t("col.period"), Weight: 1},
			{Key: "value", Title: b.t("col.value"), Kind: document.NumberColumn, Decimals: scaled.places},
			{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
		},
	}
	c := document.Chart{
		Kind: document.Bars, Title: v.title, Unit: lang.Unit(b.l, unit), Alt: v.title, Caption: b.flowCaption(v, unit),
	}
	var points []document.ChartPoint
	marks := map[string]bool{} // of the chart
	prev := -1                 // row of the year before
	for _, n := range rows {
		g := v.groups[n]
		name := b.short(of(spans, g.Keys[0], groupPeriod(g)))
		i := len(t.Rows)
		row := document.Row{Cells: []document.Cell{document.Txt(name), groupCell(g, scaled), document.Dash()}}
		if gr := v.growth[n].Value; prev >= 0 && gr.Defined {
			b.computes(v.title, gr, v.filter)
			row.Cells[2] = document.Cell{Number: gr.Figure.Value, How: &document.Formula{
				Op: document.OpGrowth, Args: []document.CellAt{{Row: i, Col: 1}, {Row: prev, Col: 1}},
			}}
		}
		t.Rows = append(t.Rows, row)
		prev = i
		if slices.Contains(drawn, n) {
			c.Categories = append(c.Categories, name)
			points = append(points, b.groupPoint(g, scaled, marks))
		}
	}
	o := b.originOf(v.filter)
	if len(points) < 2 { // nothing to compare by eye
		t.Source = b.dataLine(o, "")
		return []document.Block{b.table(t)}
	}
	if len(points) <= fewYears {
		c.Height = lowPlot
	}
	c.Series = []document.Series{{Points: points}}
	c.Caption = b.semis(append([]string{c.Caption}, b.markWords(marks)...)...)
	return b.besideWith(c, t, o, "")
}

// groupPoint is the amount of rows in a chart, with its mark among marks.
func (b *builder) groupPoint(g figure.Group, scaled scale, marks map[string]bool) document.ChartPoint {
	val := groupCell(g, scaled).Number
	if !val.Valid {
		return document.ChartPoint{Fill: document.NoData, Label: b.t("chart.no_data")}
	}
	return document.ChartPoint{
		Value: val, Fill: document.Actual,
		Label: b.withStatus(lang.Number(b.l, val.Decimal, lang.NumberStyle{Decimals: scaled.places, Column: true}), g.Status, marks),
	}
}

// groupPeriod is the period of a yearly group.
func groupPeriod(g figure.Group) briefing.Period { return groupPeriodBy(g, 0) }

// groupPeriodBy is the same where the key of that number is the year.
func groupPeriodBy(g figure.Group, key int) briefing.Period {
	if g.Split.Span != "" {
		p, _ := briefing.ParsePeriod(g.Split.Span)
		return p
	}
	p, _ := briefing.ParsePeriod(g.Keys[key])
	return p
}

// besideWith is beside with a first sentence of its own in the source line.
func (b *builder) besideWith(c document.Chart, t document.Table, o origin, extra string) []document.Block {
	line := b.dataLine(o, extra)
	c, t = b.chart(c), b.table(t)
	b.chartSources[c.ID] = o.sources
	b.sheetSources[t.ID] = line
	return []document.Block{
		document.Columns{LeftWidth: chartWidth(t), Left: []document.Block{c}, Right: []document.Block{t}},
		document.Paragraph{Style: document.SourceLine, Runs: document.Plain(line)},
	}
}

// openingParagraph says in words what the latest period of a flow came to:
// value, change and its base; no growth where there is no base.
func (b *builder) openingParagraph(v flowView, spans map[string]stretch, s steps) []document.Block {
	g, growth := v.groups[len(v.groups)-1], v.growth[len(v.groups)-1].Value
	if b.writtenOf(v, of(spans, g.Keys[0], groupPeriod(g)).period) {
		return nil
	}
	if s.growth.Defined { // the same months, where a year isn't over
		growth = s.growth
	}
	scaled := b.moneyScale(v.groups, v.split.Currency)
	val := groupCell(g, scaled).Number
	if !val.Valid {
		return nil
	}
	fig := briefing.Figure{Value: briefing.Some(val.Decimal.Round(scaled.places)), Unit: scaled.unit}
	span := of(spans, g.Keys[0], groupPeriod(g))
	p := span.period
	text, ok := b.sentenceOf(v, p, lang.Figure(b.l, fig))
	if !ok {
		text = b.t("stat.opening", v.title, b.opening(p), lang.Figure(b.l, fig))
	}
	if span.months > 0 {
		text = b.spaced(text, b.t("stat.months", span.months))
	}
	text += b.changed(growth, p) + b.lastStep(s, scaled)
	return []document.Block{document.Paragraph{Runs: document.Plain(b.closed(text))}}
}

// writtenOf reports whether a text of the section tells already what the flow
// came to in the period: the same sentence does not stand in it twice.
func (b *builder) writtenOf(v flowView, p briefing.Period) bool {
	for _, s := range b.s.Series {
		if first(s.Section, "trade") != "trade" {
			continue
		}
		for _, m := range briefing.BindingsOf(s.Body.In(b.l)) {
			k, ok := insight.ParseKey(m.Data)
			same := ok && m.Form == "now" && k.Flow == v.filter.Flow && k.Period == p && k.Reporter == v.split.Reporter && k.Currency == v.split.Currency
			if same && k.Basis == v.split.Basis && k.Classification == v.split.Classification && (k.Area == "" || k.Area == v.split.Area) && (k.Partner == "" || v.filter.Partner == "" || k.Partner == v.filter.Partner) {
				return true
			}
		}
	}
	return false
}

// changed says a growth on the year before a period: «, на 5,0 % больше, чем в
// 2021 году»; empty where there is none.
func (b *builder) changed(growth measure.Result, p briefing.Period) string {
	if !growth.Defined || !growth.Figure.Value.Valid {
		return ""
	}
	if growth.Times.Valid { // above +200 %
		said := growthText(b.l, growth)
		if b.l == briefing.ZH { // 为去年的2.5倍: the multiple alone
			said = lang.Number(b.l, growth.Times.Decimal.Round(1).Trim(0), lang.AsIs()) + lang.Unit(b.l, briefing.Times)
		}
		return b.t("stat.times", said, b.before(p))
	}
	g, key := growth.Figure.Value.Decimal, "stat.up"
	switch r := g.Round(1); {
	case g.IsZero():
		key = "stat.flat"
	case r.IsZero():
		key = "stat.flat_nearly"
	case r.IsNeg():
		key = "stat.down"
	}
	return b.t(key, lang.Percent(b.l, g.Abs(), 1, false), b.before(p))
}

// opening is the period where a sentence starts with it (Russian) or goes on
// with it.
func (b *builder) opening(p briefing.Period) string {
	if b.l == briefing.RU {
		return b.sentence(lang.PeriodIn(b.l, p))
	}
	return lang.PeriodIn(b.l, p)
}

// before is the year before as what a change is measured against: «чем в 2017
// году», "on 2017".
func (b *builder) before(p briefing.Period) string {
	if b.l == briefing.RU {
		return lang.PeriodIn(b.l, p.YearBefore())
	}
	return lang.PeriodDative(b.l, p.YearBefore())
}

// basisNote warns of what the numbers can't be compared with (formats.md §7).
func (b *builder) basisNote(v flowView) string {
	var notes []string
	if v.split.Basis != "" {
		notes = append(notes, b.t("stat.basis."+v.split.Basis))
	}
	if !figure.Harmonised(v.split.Classification) {
		notes = append(notes, b.t("stat.not_harmonised", lang.Classification(b.l, v.split.Classification)))
	}
	notes = append(notes, b.statedNotes(v.filter, []figure.Dimension{"year"})...)
	notes = append(notes, b.levelNotes(v.growth)...)
	if len(v.apart) > 0 {
		notes = append(notes, b.t("stat.apart", b.yearsOf(v.apart)))
	}
	if note := b.thinNote(v.thin); note != "" {
		notes = append(notes, note)
	}
	return join(b.gap(), notes...)
}
