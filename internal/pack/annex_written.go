package pack

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/whence"
)

// behind is who can tell what a text stands on that was written from the
// observations.
type behind interface {
	Behind(briefing.Binding) (insight.Stand, bool)
}

func (b *builder) behind(m briefing.Binding) (insight.Stand, bool) {
	teller, ok := b.s.Computed.(behind)
	if !ok || m.Data == "" {
		return insight.Stand{}, false
	}
	return teller.Behind(m)
}

// standsOn notes the numbers that a binding to the observations prints, for the
// annex.
func (b *builder) standsOn(m briefing.Binding) {
	stand, ok := b.behind(m)
	if !ok {
		return
	}
	title := insight.Title(stand.Subject).In(b.l) // the period is told beside
	for _, n := range stand.Numbers {
		of := n.Of.In(b.l)
		b.computesOf(computed{title: b.commas(title, of), of: title, result: n.Result, rows: stand.Rows, from: b.parents(n, &stand)})
	}
}

// mostParents is how many inputs of a measure over many items are told.
const mostParents = 12

// parents are what a number of a written text was made of, in words, then the
// files of the rows. A sum is of rows alone.
func (b *builder) parents(n insight.Number, stand *insight.Stand) []string {
	r := n.Result
	var out []string
	for i, in := range r.Inputs {
		if r.Measure == string(measure.Value) || r.Measure == string(measure.Weight) {
			break
		}
		if i == mostParents {
			out = append(out, lang.Plural(b.l, "pack.annex.items", len(r.Inputs)-i))
			break
		}
		of := b.commas(stand.Subject.PartName(in.Scope).In(b.l), lang.PeriodShort(b.l, in.Period))
		value := measure.Plain("", measure.Quantity{Figure: in.Figure})
		if in.Scope.Measure != "" { // a sum of rows, which has more digits than it means
			value.Measure = in.Scope.Measure
		}
		if f, ok := b.s.Fact(in.Ref.ID); ok && in.Ref.Kind == briefing.KindFact {
			of = b.spaced(of, b.refText(b.sourcesOf(f)...))
		}
		out = append(out, b.parent(whence.SymbolOf(r.Measure, i, len(r.Inputs)), value, of))
	}
	return append(out, b.rowsFrom(stand.Rows)...)
}

// parent is an input of a measure: what the formula calls it, its value, what
// it is of.
func (b *builder) parent(symbol string, value measure.Result, of string) string {
	text := whence.Value(b.l, value, whence.Style{})
	switch {
	case symbol == "":
		return b.t("annex.parent_unnamed", text, of)
	case of == "":
		return b.t("annex.parent_bare", symbol, text)
	case strings.HasPrefix(of, "["): // marks alone
		return b.t("annex.parent_bare", symbol, text) + b.gap() + of
	}
	return b.t("annex.parent", symbol, text, of)
}

// dataSources are the sources of the observations that a text was written from.
func (b *builder) dataSources(text string) (ids []briefing.ID) {
	seen := map[string]bool{}
	for _, m := range briefing.BindingsOf(text) {
		stand, ok := b.behind(m)
		if !ok || seen[m.Data] {
			continue
		}
		seen[m.Data] = true
		ids = append(ids, b.originOf(stand.Rows).sources...)
	}
	return ids
}

// marked is a text with the marks of its sources after it.
func (b *builder) marked(runs []document.Run, text string) []document.Run {
	refs := b.refs(b.dataSources(text)...)
	if len(refs) == 0 {
		return runs
	}
	return append(append(runs, document.Run{Text: "\u00a0"}), refs...)
}

// amount is an input of a measure that is a bare number of a table.
func (b *builder) amount(symbol string, n briefing.MaybeNumber, unit briefing.Unit, of string) string {
	if u := unit.WithPower(3); unit.Power() == 4 { // as exact as in other languages
		if v, ok := in(n, unit, u); ok {
			n, unit = v, u
		}
	}
	n.Decimal = whence.Sensible(n.Decimal, unit).Trim(0)
	return b.parent(symbol, measure.Plain("", measure.Quantity{Figure: briefing.Figure{Value: n, Unit: unit}}), of)
}

// leaves notes what the parts leave of a total, for the annex.
func (b *builder) leaves(title string, rest briefing.MaybeNumber, unit briefing.Unit, total *briefing.Fact, parts []*briefing.Fact) {
	c := computed{
		title: b.commas(title, b.t("structure.rest")), formula: "V − ΣVk",
		result: measure.Plain("", measure.Quantity{Figure: briefing.Figure{Value: rest, Unit: unit}}),
	}
	for i, f := range append([]*briefing.Fact{total}, parts...) {
		symbol := "V"
		if i > 0 {
			symbol = "V" + itoa(i)
		}
		q, _ := measure.OfFact(f)
		c.from = append(c.from, b.parent(symbol, measure.Plain("", q), b.spaced(b.subject(f), b.factMarks(f))))
	}
	b.computesOf(c)
}
