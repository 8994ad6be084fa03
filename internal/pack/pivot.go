package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pivot"
	"briefing/internal/project"
	"briefing/internal/question"
	"briefing/internal/whence"
)

// wideTable is how many columns of numbers a table has at most in the size of the
// text.
const wideTable = 7

// pivotWords are what a record says of its pivot; what it leaves open the pivot
// says of itself.
type pivotWords struct{ title, message, caption string }

// Pivot is the table of a pivot and the chart beside it as the pack prints them,
// in the language; the chart is nil where there is none.
func Pivot(s *project.Snapshot, l briefing.Lang, t *pivot.Table, form pivot.Form) (document.Table, *document.Chart, error) {
	b, err := newBuilder(s, nil, Options{Lang: l})
	if err != nil {
		return document.Table{}, nil, err
	}
	p := b.pivoted(t, pivotWords{}, nil)
	return p.table, p.chart(form), nil
}

// PivotTitle says what a pivot is of, in the language, without its period.
func PivotTitle(s *project.Snapshot, l briefing.Lang, t *pivot.Table) string {
	b, err := newBuilder(s, nil, Options{Lang: l})
	if err != nil {
		return ""
	}
	return b.pivotTitle(t)
}

// pivotBlocks sets the pivot that a line of a text refers to: chart and table
// side by side where there is room for both, else one over the other. There is
// nothing of one that can't be made: check 34 tells of it.
func (b *builder) pivotBlocks(owner briefing.Ref, m briefing.Binding, w pivotWords) []document.Block {
	teller, ok := b.s.Computed.(pivot.Teller)
	if !ok {
		return nil
	}
	made, fault := teller.Pivot(m)
	if fault != "" {
		return nil
	}
	p := b.pivoted(made, w, &owner)
	t := p.table
	of := b.originOf(made.Filter)
	var extra []string
	if made.Sample {
		extra = append(extra, b.t("word.sample"))
	}
	line := b.dataLine(of, extra...)
	b.noteResults(made, t.Title)
	chart := p.chart(pivot.Form(m.Form))
	if chart == nil {
		t.Source = line
		return []document.Block{b.table(t)}
	}
	c, t := b.chart(*chart), b.table(t)
	b.chartSources[c.ID], b.sheetSources[t.ID] = of.sources, line
	under := document.Paragraph{Style: document.SourceLine, Runs: document.Plain(line)}
	if len(t.Columns) > 4 {
		return []document.Block{c, t, under}
	}
	return []document.Block{document.Columns{LeftWidth: chartWidth(t), Left: []document.Block{c}, Right: []document.Block{t}}, under}
}

// noteResults notes what was computed in the last column, for the annex: all
// cells would fill pages with the same formula. Sums are of rows alone.
func (b *builder) noteResults(t *pivot.Table, title string) {
	if t.Spec.Of == question.Value || t.Spec.Of == question.Weight {
		return
	}
	b.uses(t.Spec.Of)
	last := len(t.Columns) - 1
	for r, row := range t.Cells {
		cell := row[last]
		if !cell.There || !cell.Result.Defined || t.Rows[r].Kind != question.Item || r >= chartRows {
			continue
		}
		table := &cell.Answer.Tables[cell.Table]
		rows, _, ok := table.Rows(table.Lines[cell.Line], true)
		if !ok {
			rows = t.Filter
		}
		b.computesOf(computed{title: b.commas(title, b.headName(t, t.Spec.Rows, t.Rows[r])), of: title, result: cell.Result, rows: rows})
	}
}

// printedPivot is a pivot as a table and what its chart is drawn from.
type printedPivot struct {
	b     *builder
	of    *pivot.Table
	words pivotWords
	table document.Table
	unit  string
	owner *briefing.Ref
}

func (b *builder) pivoted(p *pivot.Table, w pivotWords, owner *briefing.Ref) printedPivot {
	scale := pivotScale(p)
	percent, decimals := scale == "percent" || scale == "pp", pivotDecimals(p, scale)
	unit := lang.Unit(b.l, scale)
	title := first(w.title, b.pivotTitle(p))
	if p.Period.Kind != briefing.NoPeriod { // it goes on with the data, as a title kept in a record does not
		if of := lang.PeriodShort(b.l, p.Period); !strings.Contains(title, of) {
			title = b.commas(title, of)
		}
	}
	t := document.Table{
		Title: title, Unit: unit, Dense: len(p.Columns) > wideTable,
		Columns: []document.Column{{Key: "rows", Title: b.sentence(lang.Enum(b.l, "dimension", string(p.Spec.Rows))), Weight: 1.6}},
	}
	for i, h := range p.Columns {
		t.Columns = append(t.Columns, document.Column{
			Key: "c" + itoa(i+1), Title: b.sentence(b.headName(p, p.Spec.Columns, h)), Kind: document.NumberColumn,
			Decimals: decimals, Percent: scale == "percent", Signed: signedMeasure(p.Spec.Of),
		})
		if h.Period.Kind != briefing.NoPeriod {
			t.Periods = append(t.Periods, h.Period)
		}
	}
	for r, h := range p.Rows {
		if h.Period.Kind != briefing.NoPeriod {
			t.Periods = append(t.Periods, h.Period)
		}
		row := document.Row{Origin: owner, Cells: []document.Cell{document.Txt(b.sentence(b.headName(p, p.Spec.Rows, h)))}}
		switch h.Kind {
		case question.Total:
			row.Kind = document.TotalRow
		case question.OfHidden, question.Outside:
			row.Kind = document.MemoRow
		}
		for c := range p.Columns {
			cell := p.Cells[r][c]
			row.Cells = append(row.Cells, cellOfPivot(cell, scale, h.Kind == question.Item && p.Columns[c].Kind == question.Item))
		}
		t.Rows = append(t.Rows, row)
	}
	if !percent {
		addUp(&t, p)
	}
	t.Notes = b.pivotNotes(p)
	if p.Sample {
		t.Stamp = b.t("word.sample")
	}
	return printedPivot{b: b, of: p, words: w, table: t, unit: unit, owner: owner}
}

// pivotNotes are what a reader has to be told: what is refused, what is left
// out, how the numbers are to be read.
func (b *builder) pivotNotes(p *pivot.Table) []string {
	var out []string
	if why := p.Why(); len(why) > 0 {
		out = append(out, b.closed("— "+whence.Refusal(b.l, why)))
	}
	for _, g := range p.Gaps {
		out = append(out, b.closed(b.colon(lang.PeriodShort(b.l, g.Period), whence.Refusal(b.l, []string{g.Why}))))
	}
	if p.Left > 0 {
		key := "pivot.left"
		if pivot.Timed(p.Spec.Columns) || pivot.Timed(p.Spec.Rows) {
			key = "pivot.left_times"
		}
		out = append(out, b.t(key, p.Left))
	}
	if p.Apart && (p.Left == 0) {
		out = append(out, b.t("pivot.apart"))
	}
	var notes []string
	for _, row := range p.Cells {
		for _, c := range row {
			if !c.There {
				continue
			}
			for _, n := range append(slices.Clone(c.Result.Notes), c.Answer.Tables[c.Table].Notes...) {
				if !slices.Contains(notes, n) {
					notes = append(notes, n)
				}
			}
		}
	}
	if len(notes) > 0 {
		out = append(out, b.closed(b.sentence(whence.Joined(b.l, notes))))
	}
	return out
}

// cellOfPivot is a number in the scale of the table. Of an item nothing is known
// where the data have no rows; of what is no item there is nothing.
func cellOfPivot(c pivot.Cell, scale briefing.Unit, item bool) document.Cell {
	switch {
	case !c.There && item:
		return document.Cell{Text: "…", Mark: "x"}
	case !c.There || !c.Result.Defined:
		return document.Dash()
	}
	n, unit := c.Result.Figure.Value, c.Result.Figure.Unit
	if unit == "kg" && scale.Base() == "t" && n.Valid {
		tonnes, err := n.Decimal.Mul(briefing.Num("0.001"))
		n, unit = briefing.MaybeNumber{Decimal: tonnes, Valid: err == nil}, "t"
	}
	n, ok := in(n, unit, scale)
	if !ok || !n.Valid {
		return document.Dash()
	}
	n.Decimal = whence.Sensible(n.Decimal, scale)
	return document.Cell{Number: n, Mark: c.Result.Figure.Status.Mark()}
}

// addUp tells of totals that are the sums of the rows above them, for the
// workbook.
func addUp(t *document.Table, p *pivot.Table) {
	if s := p.Spec.Of; s != question.Value && s != question.Weight && s != pivot.Balance || pivot.Timed(p.Spec.Rows) {
		return
	}
	for r, h := range p.Rows {
		if h.Kind != question.Total || h.Stated {
			continue
		}
		for c := range p.Columns {
			f := &document.Formula{Op: document.OpSum}
			for above := range r {
				if t.Rows[above].Cells[c+1].Number.Valid {
					f.Args = append(f.Args, document.CellAt{Row: above, Col: c + 1})
				}
			}
			if t.Rows[r].Cells[c+1].Number.Valid && len(f.Args) > 0 {
				t.Rows[r].Cells[c+1].How = f
			}
		}
	}
}

// pivotScale is the unit of the table: that of its cells, in a scale in which
// the largest has one to four digits before the separator.
func pivotScale(p *pivot.Table) briefing.Unit {
	unit, largest := briefing.Unit(""), briefing.Num("0")
	for _, row := range p.Cells {
		for _, c := range row {
			if f := c.Result.Figure; c.There && c.Result.Defined {
				if unit = f.Unit; f.Value.Valid && f.Value.Decimal.Abs().Cmp(largest) > 0 {
					largest = f.Value.Decimal.Abs()
				}
			}
		}
	}
	_, money := unit.Currency()
	if !money && unit != "kg" {
		return unit
	}
	power := 0
	for _, n := range []int{3, 6, 9, 12} {
		if largest.Cmp(briefing.Num("1"+zeros(n+1))) >= 0 {
			power = n
		}
	}
	if unit == "kg" && power > 0 { // nobody says million kilograms
		return briefing.Unit("t").WithPower(power - 3)
	}
	return unit.WithPower(power)
}

// pivotDecimals is the precision of all numbers of the table, one for all.
func pivotDecimals(p *pivot.Table, scale briefing.Unit) int {
	whole, small := true, false
	for _, row := range p.Cells {
		for _, c := range row {
			n := cellOfPivot(c, scale, false).Number
			whole = whole && (!n.Valid || n.Decimal.Trim(0).Scale() == 0)
			small = small || n.Valid && n.Decimal.Abs().Cmp(briefing.Num("100")) < 0
		}
	}
	switch {
	case p.Spec.Of == "unit-value" && small:
		return 2
	case p.Spec.Of == "unit-value", whole:
		return 0
	}
	return 1
}

func signedMeasure(key string) bool {
	return slices.Contains([]string{"growth", "absolute-change", "contribution", pivot.Balance}, key)
}

// pivotTitle says of what the pivot is: «Россия, экспорт, Китай: стоимость по
// товарным группам и годам».
func (b *builder) pivotTitle(p *pivot.Table) string {
	s := p.Spec
	flow := b.t("pivot.trade")
	if s.Flow != "" {
		flow = lang.Enum(b.l, "flow", string(s.Flow))
	}
	var goods string
	switch {
	case s.Code != "":
		goods = b.spaced(codeText(s.Code), b.product(s.Code))
	case s.Group != nil:
		goods = b.headName(p, figure.ByGroup, pivot.Head{Kind: question.Item, Key: *s.Group})
	}
	partner := ""
	if s.Partner != "" {
		partner = lang.Country(b.l, s.Partner)
	}
	by := b.t("pivot.over", b.t("pivot.by."+string(s.Rows)))
	if s.Columns != "" {
		by = b.t("pivot.over2", b.t("pivot.by."+string(s.Rows)), b.t("pivot.by."+string(s.Columns)))
	}
	return b.colon(b.commas(b.reporterName(s.Split.Reporter, p.Filter), flow, partner, goods), b.spaced(whence.Name(b.l, s.Of), by))
}

// headName is what a row or a column is called.
func (b *builder) headName(p *pivot.Table, d figure.Dimension, h pivot.Head) string {
	switch {
	case h.Kind == question.Rest:
		return b.t("pivot.rest")
	case h.Kind == question.Total && h.Stated:
		return lang.T(b.l, "whence.kind.total.stated")
	case h.Kind != question.Item && h.Kind != "":
		return lang.T(b.l, "whence.kind."+string(h.Kind))
	case h.Period.Kind != briefing.NoPeriod:
		return lang.PeriodShort(b.l, h.Period)
	}
	switch d {
	case figure.ByGroup:
		return b.groupName(h.Key)
	case "hs2", "hs4", "hs6", "code":
		name := h.Key
		if figure.Harmonised(p.Spec.Split.Classification) {
			name = b.product(h.Key)
		}
		if code := codeText(h.Key); name != h.Key && code != "" && !strings.HasPrefix(name, code) {
			name = b.spaced(code, name)
		}
		return name
	}
	return whence.KeyName(b.l, whence.Key{Dimension: d, Value: h.Key, Class: p.Spec.Split.Classification})
}

// groupName is the name of a product group.
func (b *builder) groupName(key string) string {
	for _, g := range b.s.Groups {
		if g.GroupKey() == key {
			return g.Name.Any(b.l)
		}
	}
	switch key {
	case classification.Remainder:
		return lang.T(b.l, "app.group.remainder")
	case classification.Undecided:
		return lang.T(b.l, "app.group.undecided")
	case figure.HiddenCode:
		return lang.T(b.l, "app.group.hidden")
	case figure.TotalCode:
		return lang.T(b.l, "app.group.total")
	}
	return key
}
