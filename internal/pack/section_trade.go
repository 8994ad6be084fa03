package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pivot"
)

// trade is the dynamics: each series of facts with its chart beside its table,
// then what the imported statistics say.
func (b *builder) trade() *document.Section {
	s := b.decked(document.Section{NewPage: true}, "trade_deck")
	s.Blocks = append(s.Blocks, b.seriesBlocks("trade")...)
	s.Blocks = append(s.Blocks, b.statistics()...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// seriesBlocks sets the series of a section in their order.
func (b *builder) seriesBlocks(section string) []document.Block {
	var list []*briefing.Series
	for _, s := range b.s.Series {
		if first(s.Section, "trade") == section {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(x, y *briefing.Series) int { return x.Order - y.Order })
	var out []document.Block
	for i, s := range list {
		facts := b.factsOf(s)
		if len(facts) == 0 {
			out = append(out, b.textOnly(s)...)
			continue
		}
		if i > 0 && b.in(s.Title) != "" && s.Form != "table" {
			out = append(out, document.Heading{Text: b.in(s.Title), Level: 2})
		}
		out = append(out, b.exhibit(s, facts, s.Form)...)
		out = append(out, b.commentary(s)...)
	}
	return out
}

// textOnly is a series without facts: a text of the section under its title.
func (b *builder) textOnly(s *briefing.Series) []document.Block {
	text := b.commentary(s)
	if len(text) == 0 || b.in(s.Title) == "" || b.titlesPivot(s) {
		return text
	}
	return append([]document.Block{document.Heading{Text: b.in(s.Title), Level: 2}}, text...)
}

// titlesPivot reports whether the series is a pivot that bears its title.
func (b *builder) titlesPivot(s *briefing.Series) bool {
	texts, pivots := pivot.Split(s.Body.In(b.l))
	return len(pivots) == 1 && texts[0] == ""
}

// commentary is the text of a series and its neutral note.
func (b *builder) commentary(s *briefing.Series) []document.Block {
	out := b.seriesBody(s)
	if runs, ok := b.field(s, "caveat"); ok && len(runs) > 0 {
		out = append(out, document.Note{Title: b.t("word.note"), Runs: b.marked(runs, s.Caveat.In(b.l))})
	}
	return out
}

// seriesBody is the text of a series with its pivots where they stand in it.
func (b *builder) seriesBody(s *briefing.Series) []document.Block {
	ref := s.Ref()
	texts, pivots := pivot.Split(s.Body.In(b.l))
	if len(pivots) == 0 {
		if runs, ok := b.field(s, "body"); ok && len(runs) > 0 {
			return []document.Block{document.Paragraph{Runs: b.marked(runs, s.Body.In(b.l)), Origin: &ref}}
		}
		return nil
	}
	words := pivotWords{message: b.boundText(s.Message), caption: s.Caption.In(b.l)}
	if len(pivots) == 1 {
		words.title = s.Title.In(b.l)
	}
	var out []document.Block
	for i, text := range texts {
		if runs, ok := b.bound(text); ok && len(runs) > 0 {
			out = append(out, document.Paragraph{Runs: b.marked(runs, text), Origin: &ref})
		}
		if i < len(pivots) {
			out = append(out, b.pivotBlocks(ref, pivots[i], words)...)
		}
	}
	return out
}

// level is one row of a series: what is known of one period.
type level struct {
	period briefing.Period
	fact   *briefing.Fact // nil where no source gives a value
	plan   *briefing.Fact
}

// levelsOf orders the facts of a series by period, pairs plans with the year
// they were made for, and names the years for which nothing is known.
func levelsOf(facts []*briefing.Fact) []level {
	var out []level
	for _, f := range facts {
		if f.Nature != briefing.NaturePlan {
			out = append(out, level{period: f.Period(), fact: f})
		}
	}
	for _, f := range facts {
		if f.Nature != briefing.NaturePlan {
			continue
		}
		i := slices.IndexFunc(out, func(l level) bool { return l.period == f.Period() })
		if i >= 0 && out[i].plan == nil {
			out[i].plan = f
			continue
		}
		out = append(out, level{period: f.Period(), plan: f})
	}
	lo, hi := 0, 0
	for _, l := range out {
		if y := l.period.From.Year; y != 0 && (lo == 0 || y < lo) {
			lo = y
		}
		hi = max(hi, l.period.From.Year)
	}
	for y := lo + 1; y > 1 && y < hi && hi-lo < 30; y++ {
		if !slices.ContainsFunc(out, func(l level) bool { return l.period.From.Year == y }) {
			out = append(out, level{period: briefing.Year(y)})
		}
	}
	slices.SortStableFunc(out, func(x, y level) int {
		if c := x.period.From.Year - y.period.From.Year; c != 0 {
			return c
		}
		return x.period.End().Compare(y.period.End()) // January–October before the year
	})
	return out
}

// commonUnit is the unit most of the facts are stated in.
func commonUnit(facts []*briefing.Fact) briefing.Unit {
	count := map[briefing.Unit]int{}
	best := briefing.Unit("")
	for _, f := range facts {
		u := f.Figure().Unit
		if count[u]++; best == "" || count[u] > count[best] {
			best = u
		}
	}
	return best
}

// in converts a number to another scale of the same base; ok is false when
// the bases differ or the digits do not fit.
func in(n briefing.MaybeNumber, from, to briefing.Unit) (briefing.MaybeNumber, bool) {
	if !n.Valid || from == to {
		return n, true
	}
	if from.Base() != to.Base() {
		return briefing.MaybeNumber{}, false
	}
	shift := from.Power() - to.Power()
	for ; shift > 0; shift-- {
		m, err := n.Decimal.Mul(briefing.Num("10"))
		if err != nil {
			return briefing.MaybeNumber{}, false
		}
		n.Decimal = m
	}
	for ; shift < 0; shift++ {
		m, err := n.Decimal.Quo(briefing.Num("10"))
		if err != nil {
			return briefing.MaybeNumber{}, false
		}
		n.Decimal = m
	}
	return briefing.Some(n.Decimal.Trim(0)), true
}

// cell prints a fact's figure in the column's unit, with word and mark.
func (b *builder) cell(f *briefing.Fact, unit briefing.Unit) document.Cell {
	if f == nil {
		return document.Cell{Text: "…", Mark: "x"}
	}
	fig := f.Figure()
	ref := f.Ref()
	c := document.Cell{Origin: &ref, Mark: fig.Status.Mark()}
	if fig.IsVague() { // words, whatever number stands behind them
		c.Text = first(lang.Figure(b.l, fig), b.in(fig.Words), "…")
		switch {
		case !fig.Words.Empty():
			return b.showsClaim(c, f, "", "words")
		case fig.HasNumber(): // not what a field says
			return c
		}
		return b.showsClaim(c, f, unit, "value")
	}
	v, okV := in(fig.Value, fig.Unit, unit)
	lo, okL := in(fig.Low, fig.Unit, unit)
	hi, okH := in(fig.High, fig.Unit, unit)
	if !okV || !okL || !okH {
		c.Text = lang.Figure(b.l, fig)
		return c
	}
	c.Number, c.Word = v, lang.PrecisionWord(b.l, fig.Precision)
	switch {
	case v.Valid && unit.Base() == briefing.Times && v.Decimal.IsNeg(): // «в 1,5 раза меньше»
		c.Text, c.Number = lang.Change(b.l, briefing.Claim{Change: v, ChangeUnit: briefing.Times}), briefing.MaybeNumber{}
		return c
	case v.Valid:
	case lo.Valid && !hi.Valid: // «не менее 30»
		c.Number, c.Word = lo, lang.FigureParts(b.l, fig).Word
		return b.showsClaim(c, f, unit, "low")
	case hi.Valid && !lo.Valid:
		c.Number, c.Word = hi, lang.FigureParts(b.l, fig).Word
		return b.showsClaim(c, f, unit, "high")
	default:
		c.Low, c.High = lo, hi
		return joined(b.showsClaim(c, f, unit, "low", "high"), "–")
	}
	return b.showsClaim(c, f, unit, "value")
}

// changeCell is the change as the source states it, never computed back.
func (b *builder) changeCell(f *briefing.Fact) document.Cell {
	if f == nil {
		return document.Dash()
	}
	c, ok := f.Claim()
	if !ok || !c.Change.Valid {
		return document.Dash()
	}
	cell := b.statedChange(f, c)
	cell.Sub = b.t("word.by_source")
	return cell
}

// statedChange is a change in a column of per cent; points of them and «в 2 раза»
// say so.
func (b *builder) statedChange(f *briefing.Fact, c briefing.Claim) document.Cell {
	if c.ChangeUnit == "pp" || c.ChangeUnit == briefing.Times {
		return document.Txt(lang.Change(b.l, c))
	}
	return b.showsClaim(document.Cell{Number: c.Change}, f, "", "change")
}

// levels is a series by period: bars beside a table of period, value, change, plan.
func (b *builder) levels(s *briefing.Series, facts []*briefing.Fact) []document.Block {
	rows := levelsOf(facts)
	unit := b.seriesUnit(s, facts)
	t := document.Table{
		Title: b.in(s.Title), Unit: lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "period", Title: b.t("col.period"), Weight: 1.2},
			{Key: "value", Title: b.t("col.value"), Kind: document.NumberColumn, Decimals: b.decimals(facts, unit)},
			{Key: "change", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: -1, Percent: true, Signed: true},
		},
	}
	hasPlan := slices.ContainsFunc(rows, func(l level) bool { return l.plan != nil })
	if hasPlan {
		t.Columns = append(t.Columns, document.Column{Key: "plan", Title: b.t("col.plan"), Kind: document.NumberColumn, Decimals: -1})
	}
	for _, l := range rows {
		row := document.Row{Cells: []document.Cell{
			document.Txt(b.levelName(l)), b.cell(l.fact, unit), b.changeCell(l.fact),
		}}
		if l.fact == nil && l.plan != nil {
			row.Cells[1] = document.Dash()
		}
		if hasPlan {
			plan := document.Dash()
			if l.plan != nil {
				plan = b.cell(l.plan, unit)
			}
			row.Cells = append(row.Cells, plan)
		}
		if l.fact != nil {
			ref := l.fact.Ref()
			row.Origin = &ref
		}
		t.Rows = append(t.Rows, row)
	}
	if len(facts) < 2 {
		t.Source = b.sourceLine(b.factSources(facts...))
		return []document.Block{b.table(t)}
	}
	chart := b.levelChart(s, rows, unit, t.Columns[1].Decimals)
	return b.beside(chart, t, b.factSources(facts...), sampled(facts))
}

func sampled(facts []*briefing.Fact) bool {
	return slices.ContainsFunc(facts, func(f *briefing.Fact) bool { return f.Sample })
}

// beside sets a chart and its table side by side with one source line under both.
func (b *builder) beside(c document.Chart, t document.Table, sources []briefing.ID, sample bool) []document.Block {
	extra := ""
	if sample {
		c.Stamp, t.Stamp = b.t("word.sample"), b.t("word.sample")
		c.Title = first(c.Caption, c.Title) // a neutral title, without a message
		extra = b.t("word.sample")
	}
	line := b.dataLine(origin{sources: b.inOrder(sources)}, extra)
	t.Source, c.Source = line, line
	c, t = b.chart(c), b.table(t)
	b.chartSources[c.ID] = sources
	// Printed once under both; the workbook, where they part, keeps its own.
	onPage := t
	onPage.Source = ""
	c.Source = ""
	b.sheetSources[t.ID] = line
	return []document.Block{
		document.Columns{LeftWidth: chartWidth(t), Left: []document.Block{c}, Right: []document.Block{onPage}},
		document.Paragraph{Style: document.SourceLine, Runs: document.Plain(line)},
	}
}

// decimals is the one precision of a column: the least that any of its exact
// figures is stated with, at most two.
func (b *builder) decimals(facts []*briefing.Fact, unit briefing.Unit) int {
	least, stated := 2, commonUnit(facts)
	for _, f := range facts {
		fig := f.Figure()
		if f.Nature == briefing.NaturePlan || !fig.Value.Valid {
			continue
		}
		if v, ok := in(fig.Value, fig.Unit, stated); ok {
			least = min(least, v.Decimal.Trim(0).Scale())
		}
	}
	return min(max(least+unit.Power()-stated.Power(), 0), 2)
}
