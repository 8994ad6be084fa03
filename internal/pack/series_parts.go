package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// partsOf splits a series into its total and the parts that name it.
func partsOf(facts []*briefing.Fact) (total *briefing.Fact, parts []*briefing.Fact) {
	for _, f := range facts {
		if f.PartOf != "" {
			parts = append(parts, f)
			continue
		}
		if total == nil && f.Figure().Value.Valid && len(f.Parents) == 0 {
			total = f
		}
	}
	if total != nil {
		parts = slices.DeleteFunc(parts, func(f *briefing.Fact) bool { return f.PartOf != total.ID })
	}
	return total, parts
}

// implied is a fact's level one period earlier, from the change it states.
type implied struct {
	fact *briefing.Fact
	now  briefing.MaybeNumber
	base measure.Result // estimated: derived from a published rate
}

// waterfall shows what gave the change of a total: its level a period before,
// the step of each part, its level now. Levels of the base period follow from
// the published rates and are marked [e]; the rates are printed as published.
func (b *builder) waterfall(s *briefing.Series, facts []*briefing.Fact) []document.Block {
	total, parts := partsOf(facts)
	if total == nil || len(parts) == 0 {
		return b.levels(s, facts)
	}
	unit := b.seriesUnit(s, facts)
	rows := []implied{}
	for _, f := range append(slices.Clone(parts), total) {
		c, _ := f.Claim()
		v, ok := in(c.Figure.Value, c.Figure.Unit, unit)
		if !ok || !v.Valid || !c.Change.Valid {
			return b.levels(s, facts)
		}
		fig := c.Figure
		fig.Value, fig.Unit = v, unit
		base := measure.ImpliedBase(measure.Quantity{Figure: fig, Period: c.Period}, c.Change.Decimal)
		if !base.Defined {
			return b.levels(s, facts)
		}
		rows = append(rows, implied{fact: f, now: v, base: base})
	}
	t := b.flowTable(s, rows, unit)
	for _, f := range facts {
		if f.PartOf == "" && f != total && f.Figure().Value.Valid {
			t.Rows = append(t.Rows, b.memoRow(f, unit))
		}
	}
	return b.beside(b.waterfallChart(s, rows, unit), t, b.factSources(facts...), sampled(facts))
}

func (b *builder) flowTable(s *briefing.Series, rows []implied, unit briefing.Unit) document.Table {
	last := rows[len(rows)-1]
	period := last.fact.Period()
	t := document.Table{
		Title: b.in(s.Title), Unit: lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "flow", Title: b.t("col.flow"), Weight: 1.4},
			{Key: "base", Title: lang.PeriodShort(b.l, period.YearBefore()), Kind: document.NumberColumn, Decimals: 1},
			{Key: "now", Title: lang.PeriodShort(b.l, period), Kind: document.NumberColumn, Decimals: 1},
			{Key: "change", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
			{Key: "contribution", Title: b.t("col.contribution"), Kind: document.NumberColumn, Decimals: 1, Signed: true, Points: true},
		},
	}
	totalAt := len(rows) - 1
	for i, r := range rows {
		c, _ := r.fact.Claim()
		ref := r.fact.Ref()
		row := document.Row{Origin: &ref, Cells: []document.Cell{
			b.subjectCell(r.fact),
			{Number: r.base.Figure.Value, Mark: r.base.Figure.Status.Mark()},
			b.showsClaim(document.Cell{Number: r.now, Origin: &ref, Mark: c.Figure.Status.Mark()}, r.fact, unit, "value"),
			b.showsClaim(document.Cell{Number: c.Change}, r.fact, "", "change"),
		}}
		con := measure.ContributionTo(r.now, r.base.Figure.Value, last.base.Figure.Value)
		cell := document.Dash()
		if con.Defined {
			b.impliedFrom(r, unit)
			b.derives(b.commas(b.subject(r.fact), lang.PeriodShort(b.l, period)), con,
				b.amount("Vk1", r.now, unit, b.refText(b.sourcesOf(r.fact)...)), b.impliedBefore("Vk0", r, unit, ""), b.impliedBefore("V0", last, unit, b.subject(last.fact)))
			cell = document.Cell{Number: con.Figure.Value, How: &document.Formula{
				Op: document.OpContribution, Args: []document.CellAt{{Row: i, Col: 2}, {Row: i, Col: 1}, {Row: totalAt, Col: 1}},
			}}
		}
		row.Cells = append(row.Cells, cell)
		if i == totalAt {
			row.Kind = document.TotalRow
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// factMarks are the marks of a fact's sources; empty without a fact.
func (b *builder) factMarks(f *briefing.Fact) string {
	if f == nil {
		return ""
	}
	return b.refText(b.sourcesOf(f)...)
}

// impliedBefore is the level of the year before as an input of a measure, with
// the sources of the level and the rate that it was derived from.
func (b *builder) impliedBefore(symbol string, r implied, unit briefing.Unit, of string) string {
	year := lang.PeriodShort(b.l, r.fact.Period().YearBefore())
	return b.spaced(b.amount(symbol, r.base.Figure.Value, unit, b.commas(of, year)), b.factMarks(r.fact))
}

// impliedFrom notes the level of the year before, for the annex: the level now
// and the rate that was published with it.
func (b *builder) impliedFrom(r implied, unit briefing.Unit) {
	c, _ := r.fact.Claim()
	b.derives(b.subject(r.fact), r.base,
		b.spaced(b.amount("V1", r.now, unit, lang.PeriodShort(b.l, r.fact.Period())), b.factMarks(r.fact)),
		b.parent("g", measure.Plain("growth", measure.Quantity{Figure: briefing.Figure{Value: c.Change, Unit: "percent"}}), b.refText(b.sourcesOf(r.fact)...)))
}

// memoRow is a line below the total: a balance.
func (b *builder) memoRow(f *briefing.Fact, unit briefing.Unit) document.Row {
	ref := f.Ref()
	return document.Row{Kind: document.MemoRow, Origin: &ref, Cells: []document.Cell{
		b.subjectCell(f), document.Dash(), b.cell(f, unit), b.changeCell(f), document.Dash(),
	}}
}

func (b *builder) waterfallChart(s *briefing.Series, rows []implied, unit briefing.Unit) document.Chart {
	last := rows[len(rows)-1]
	period := last.fact.Period()
	c := document.Chart{
		Kind: document.Waterfall, Title: first(b.boundText(s.Message), b.in(s.Title)),
		Caption: first(s.Caption.In(b.l), b.commas(b.in(s.Title), lang.Unit(b.l, unit))),
		Unit:    lang.Unit(b.l, unit), Alt: b.in(s.Title),
	}
	num := func(n briefing.MaybeNumber, signed bool) string {
		return lang.Number(b.l, n.Decimal, lang.NumberStyle{Decimals: 1, Signed: signed, Column: true})
	}
	base := last.base.Figure
	points := []document.ChartPoint{{
		Value: base.Value, Fill: document.Derived, Label: join("\u00a0", num(base.Value, false), "["+base.Status.Mark()+"]"),
	}}
	c.Categories = append(c.Categories, lang.PeriodShort(b.l, period.YearBefore()))
	for _, r := range rows[:len(rows)-1] {
		step := measure.AbsoluteOf(r.now, r.base.Figure.Value)
		con := measure.ContributionTo(r.now, r.base.Figure.Value, base.Value)
		fill := document.RiseFill
		if step.Figure.Value.Decimal.IsNeg() {
			fill = document.FallFill
		}
		step.Figure.Unit = unit
		b.derives(b.commas(b.subject(r.fact), lang.PeriodShort(b.l, period)), step,
			b.amount("V1", r.now, unit, b.refText(b.sourcesOf(r.fact)...)), b.impliedBefore("V0", r, unit, ""))
		ref := r.fact.Ref()
		p := document.ChartPoint{Value: step.Figure.Value, Fill: fill, Label: num(step.Figure.Value, true), Origin: &ref}
		if con.Defined {
			p.Sub = num(con.Figure.Value, true) + "\u00a0" + lang.Unit(b.l, "pp")
		}
		points = append(points, p)
		c.Categories = append(c.Categories, b.subject(r.fact))
	}
	points = append(points, document.ChartPoint{Value: last.now, Fill: document.Actual, Label: num(last.now, false)})
	c.Categories = append(c.Categories, lang.PeriodShort(b.l, period))
	c.Series = []document.Series{{Points: points}}
	return c
}

// ranking is a total's parts by size with their shares; what the parts leave
// of the total is a row of its own.
func (b *builder) ranking(s *briefing.Series, facts []*briefing.Fact) []document.Block {
	total, parts := partsOf(facts)
	if total == nil || len(parts) == 0 {
		return []document.Block{b.factTable(s, facts)}
	}
	unit := b.seriesUnit(s, facts)
	slices.SortStableFunc(parts, func(x, y *briefing.Fact) int {
		return y.Figure().Value.Decimal.Cmp(x.Figure().Value.Decimal)
	})
	t := document.Table{
		Title: b.in(s.Title), Unit: lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.product"), Weight: 1.4},
			{Key: "value", Title: b.t("col.value"), Kind: document.NumberColumn, Decimals: b.decimals(facts, unit)},
			{Key: "share", Title: b.t("col.share"), Kind: document.NumberColumn, Decimals: 1, Percent: true},
			{Key: "change", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: -1, Percent: true, Signed: true},
		},
	}
	c := document.Chart{
		Kind: document.Ranking, Title: first(b.boundText(s.Message), b.in(s.Title)),
		Caption: first(s.Caption.In(b.l), b.commas(b.in(s.Title), lang.Unit(b.l, unit))),
		Unit:    lang.Unit(b.l, unit), Alt: b.in(s.Title),
	}
	whole, _ := in(total.Figure().Value, total.Figure().Unit, unit)
	rest := whole
	at := len(parts)
	points := []document.ChartPoint{}
	add := func(name string, v briefing.MaybeNumber, f *briefing.Fact, row int) {
		share := measure.ShareOf(v, whole)
		of := f
		if of == nil { // the rest stands on the total it was taken from
			of = total
		}
		if from := b.amount("Vk", v, unit, b.factMarks(of)); share.Defined {
			b.derivesPart(b.in(s.Title), b.commas(b.in(s.Title), name), share, from, b.amount("ΣV", whole, unit, b.spaced(b.subject(total), b.factMarks(total))))
		}
		r := document.Row{Cells: []document.Cell{document.Txt(name), {Number: v}, document.Dash(), b.changeCell(f)}}
		p := document.ChartPoint{Value: v, Fill: document.Actual, Label: lang.Number(b.l, v.Decimal, lang.NumberStyle{Decimals: t.Columns[1].Decimals, Column: true})}
		if f != nil {
			ref := f.Ref()
			r.Origin, p.Origin = &ref, &ref
			r.Cells[0], r.Cells[1] = b.subjectCell(f), b.showsClaim(r.Cells[1], f, unit, "value")
		} else {
			p.Fill = document.Previous
		}
		if share.Defined {
			r.Cells[2] = document.Cell{Number: share.Figure.Value, How: &document.Formula{
				Op: document.OpShare, Args: []document.CellAt{{Row: row, Col: 1}, {Row: at, Col: 1}},
			}}
			p.Sub = lang.Percent(b.l, share.Figure.Value.Decimal, 1, false)
		}
		t.Rows = append(t.Rows, r)
		points = append(points, p)
		c.Categories = append(c.Categories, name)
	}
	for _, f := range parts {
		v, _ := in(f.Figure().Value, f.Figure().Unit, unit)
		if d, err := rest.Decimal.Sub(v.Decimal); err == nil {
			rest = briefing.Some(d)
		}
	}
	if rest.Decimal.IsPos() {
		at++
	}
	for i, f := range parts {
		v, _ := in(f.Figure().Value, f.Figure().Unit, unit)
		add(b.subject(f), v, f, i)
	}
	if rest.Decimal.IsPos() {
		add(b.t("structure.rest"), rest, nil, len(parts))
		b.leaves(b.in(s.Title), rest, unit, total, parts)
	}
	ref := total.Ref()
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Origin: &ref, Cells: []document.Cell{
		b.subjectCell(total), b.showsClaim(document.Cell{Number: whole}, total, unit, "value"), {Number: briefing.SomeNum("100")}, b.changeCell(total),
	}})
	c.Series = []document.Series{{Points: points}}
	return b.beside(c, t, b.factSources(facts...), sampled(facts))
}

// factTable lists facts as they are: statement, figure in words, source.
func (b *builder) factTable(s *briefing.Series, facts []*briefing.Fact) document.Table {
	t := document.Table{
		Title: b.in(s.Title),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.indicator"), Weight: 2},
			{Key: "period", Title: b.t("col.period"), Weight: 1},
			{Key: "value", Title: b.t("col.value"), Weight: 1.2},
			{Key: "kind", Title: b.t("col.kind"), Weight: 0.7},
			{Key: "source", Title: b.t("col.source"), Weight: 0.5},
		},
	}
	for _, f := range eachClaim(facts) {
		ref := f.Ref()
		src := b.sourcesOf(f)
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.subjectCell(f), b.showsClaim(document.Txt(lang.Period(b.l, f.Period())), f, "", "period"),
			document.Txt(b.figureOf(f)), b.shows(document.Txt(lang.Enum(b.l, "nature", f.Nature)), f, "nature"),
			{Runs: b.refs(src...)},
		}})
	}
	t.Source = b.sourceLine(b.factSources(facts...), b.contestedNote(facts))
	return b.table(t)
}
