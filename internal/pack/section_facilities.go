package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// facilities is each facility with what it stores, passes and could pass:
// three quantities that never stand in one column, and its plans.
func (b *builder) facilities() *document.Section {
	s := b.decked(document.Section{NewPage: true}, "hub_deck")
	names := []string{}
	for _, f := range b.s.Facilities {
		blocks := b.facility(f)
		if len(blocks) == 0 {
			continue
		}
		names = append(names, b.in(f.Name))
		if len(b.s.Facilities) > 1 {
			s.Blocks = append(s.Blocks, document.Heading{Text: b.in(f.Name), Level: 2})
		}
		s.Blocks = append(s.Blocks, blocks...)
	}
	s.Blocks = append(s.Blocks, b.seriesBlocks("hub")...)
	s.Blocks = append(s.Blocks, b.seriesBlocks("plan")...)
	if len(s.Blocks) == 0 {
		return nil
	}
	if len(names) == 1 {
		s.Title = names[0]
	}
	return s
}

func (b *builder) facility(fc *briefing.Facility) []document.Block {
	facts := b.facts(func(f *briefing.Fact) bool { return f.Facility == fc.ID })
	var out []document.Block
	ref := fc.Ref()
	if runs, ok := b.field(fc, "about"); ok && len(runs) > 0 {
		out = append(out, document.Paragraph{Runs: append(runs, b.tail(fc.Sources)...), Origin: &ref})
	}
	if b.s.Audience != briefing.Interpreter {
		if c, ok := b.planChart(fc, facts); ok {
			out = append(out, c)
		}
	}
	var kinds []document.KeyFigure
	for _, m := range []string{"storage", "throughput", "capacity"} {
		for _, f := range facts {
			if f.Measure == m && f.Figure().Unit.Base() != "usd" {
				kinds = append(kinds, b.quantity(f, m))
				break
			}
		}
	}
	if len(kinds) > 1 { // one of them differs from nothing
		out = append(out, document.Heading{Text: b.t("hub.quantities"), Level: 2})
	}
	if len(kinds) > 0 {
		out = append(out, document.KeyFigures{Items: kinds, After: " "})
	}
	if len(facts) > 0 {
		t := b.factRows(facts)
		t.Title = b.t("hub.table", b.in(fc.Name))
		t.Source = b.sourceLine(b.factSources(facts...), b.comparators(facts), b.contestedNote(facts))
		out = append(out, b.table(t))
	}
	return out
}

// comparators are the reasons why no change is computed, each once.
func (b *builder) comparators(facts []*briefing.Fact) string {
	seen := map[string]bool{}
	var out []string
	for _, f := range facts {
		if s := b.boundText(f.Comparator); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, b.sentence(b.closed(s)))
		}
	}
	return join(b.gap(), out...)
}

func (b *builder) quantity(f *briefing.Fact, m string) document.KeyFigure {
	if f.Contested() {
		return b.contestedFigure(f, b.t("hub.what."+m))
	}
	fig := f.Figure()
	p := lang.FigureParts(b.l, fig)
	ref := f.Ref()
	k := document.KeyFigure{
		Word: b.spaced(b.natureWord(f, fig), p.Word), Number: p.Number, Unit: p.Unit,
		What:   b.commas(b.t("hub.what."+m), lang.Period(b.l, f.Period())),
		Change: lang.Enum(b.l, "measure", m), Origin: &ref,
	}
	if k.Word == "" {
		k.Word = b.t("nature.fact")
	}
	if fig.IsVague() {
		k.Word, k.Number, k.Unit = b.t("hub.in_words"), "", b.in(fig.Words)
	}
	if nums := b.refText(b.sourcesOf(f)...); nums != "" {
		k.Source = b.t("word.source_line", nums)
	}
	return k
}

// factRows is a table of facts with their figures as printed.
func (b *builder) factRows(facts []*briefing.Fact) document.Table {
	t := document.Table{Columns: []document.Column{
		{Key: "what", Title: b.t("col.indicator"), Weight: 2.2},
		{Key: "measure", Title: b.t("col.measure"), Weight: 0.9},
		{Key: "period", Title: b.t("col.period"), Weight: 0.9},
		{Key: "value", Title: b.t("col.value"), Weight: 1.1},
		{Key: "source", Title: b.t("col.source"), Weight: 0.5},
	}}
	for _, f := range eachClaim(facts) {
		ref := f.Ref()
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.subjectCell(f), b.shows(document.Txt(lang.Enum(b.l, "measure", f.Measure)), f, "measure"),
			b.showsClaim(document.Txt(lang.Period(b.l, f.Period())), f, "", "period"), document.Txt(b.spoken(b.l, f)),
			{Runs: b.refs(b.sourcesOf(f)...)},
		}})
	}
	return t
}

// planChart ranks the plans of a facility's throughput; an actual value that
// no source gives is an empty slot, not a zero.
func (b *builder) planChart(fc *briefing.Facility, facts []*briefing.Fact) (document.Chart, bool) {
	var plans, actual []*briefing.Fact
	for _, f := range facts {
		if f.Measure != "throughput" || !f.Figure().Value.Valid {
			continue
		}
		if f.Nature == briefing.NaturePlan {
			plans = append(plans, f)
		} else {
			actual = append(actual, f)
		}
	}
	if len(plans) == 0 {
		return document.Chart{}, false
	}
	unit := b.seriesUnit(nil, plans)
	c := document.Chart{
		Kind: document.Ranking, Title: b.t("hub.chart", b.in(fc.Name)),
		Caption: b.t("hub.caption", lang.Unit(b.l, unit)), Unit: lang.Unit(b.l, unit), Alt: b.in(fc.Name),
	}
	var points []document.ChartPoint
	if len(actual) == 0 {
		c.Categories = append(c.Categories, b.t("chart.key.actual"))
		points = append(points, document.ChartPoint{Fill: document.NoData, Label: "[x] " + b.t("mark.x")})
		b.marks["x"] = true
	}
	for _, f := range append(actual, plans...) {
		v, ok := in(f.Figure().Value, f.Figure().Unit, unit)
		if !ok {
			continue
		}
		fill, word := document.Actual, b.t("chart.key.actual")
		if f.Nature == briefing.NaturePlan {
			fill, word = document.Plan, b.t("chart.key.plan")
		}
		ref := f.Ref()
		points = append(points, document.ChartPoint{
			Value: v, Fill: fill, Bound: f.Figure().IsBound(), Origin: &ref,
			Label: b.pointLabel(f.Figure(), v, v.Decimal.Trim(0).Scale()),
		})
		c.Categories = append(c.Categories, b.commas(word, lang.PeriodShort(b.l, f.Period())))
	}
	c.Series = []document.Series{{Points: points}}
	sources := b.factSources(append(actual, plans...)...)
	c.Source = b.sourceLine(sources)
	c = b.chart(c)
	b.chartSources[c.ID] = sources
	return c, true
}
