package pack

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/whence"
)

// computed is a number of the pack that was computed from imported rows.
type computed struct {
	title  string
	result measure.Result
	rows   figure.Filter
}

// uses notes that the pack prints a measure, so that the annex gives its
// formula.
func (b *builder) uses(key string) {
	if !slices.Contains(b.used, key) {
		b.used = append(b.used, key)
	}
}

// computes notes a number computed from imported rows, for the annex.
func (b *builder) computes(title string, r measure.Result, rows figure.Filter) {
	b.uses(r.Measure)
	b.derived = append(b.derived, computed{title, r, rows})
}

// measuresTable tells how the numbers of the pack were computed: the formula
// of each measure it uses, and under it each number with what it was made of,
// down to the lines of the imported files; then the facts that were derived
// from others.
func (b *builder) measuresTable() (document.Table, bool) {
	t := document.Table{
		Title: b.t("annex.measures"), Dense: true,
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.indicator"), Weight: 2},
			{Key: "value", Title: b.t("col.value"), Weight: 0.9},
			{Key: "formula", Title: b.t("annex.col.formula"), Weight: 1.1},
			{Key: "from", Title: b.t("annex.col.from"), Weight: 2.6},
		},
	}
	w := &whence.World{Figures: b.s.Figures, Facts: b.s.Facts, Imports: b.s.Imports}
	for _, m := range measure.All() {
		if !slices.Contains(b.used, m.Key) {
			continue
		}
		t.Rows = append(t.Rows, document.Row{Kind: document.GroupRow, Cells: []document.Cell{
			document.Txt(b.sentence(whence.Name(b.l, m.Key))), document.Txt(""), document.Txt(whence.Formula(b.l, m.Key)), document.Txt(""),
		}})
		for _, c := range b.derived {
			if c.result.Measure == m.Key {
				t.Rows = append(t.Rows, b.computedRow(w, c))
			}
		}
	}
	if facts := b.facts(func(f *briefing.Fact) bool { return len(f.Parents) > 0 && f.Figure().HasNumber() }); len(facts) > 0 {
		t.Rows = append(t.Rows, document.Row{Kind: document.GroupRow, Cells: []document.Cell{
			document.Txt(b.t("annex.derived_facts")), document.Txt(""), document.Txt(""), document.Txt(""),
		}})
		for _, f := range facts {
			t.Rows = append(t.Rows, b.derivedRow(w, f))
		}
	}
	if len(t.Rows) == 0 {
		return t, false
	}
	t.Source = b.sourceLine(nil)
	return b.annexTable(t), true
}

// computedRow is a number over imported rows with the sums it was made of.
func (b *builder) computedRow(w *whence.World, c computed) document.Row {
	n := w.OfResult(c.result, c.rows)
	var from []string
	for _, p := range n.Parents {
		text := b.t("annex.parent", p.Symbol, whence.Value(b.l, p.Result, whence.Style{}), lang.PeriodShort(b.l, p.Result.Period))
		for _, f := range p.Files {
			text = b.commas(text, b.t("annex.file", f.Name, f.First, f.Last))
		}
		from = append(from, text)
	}
	return document.Row{Indent: 1, Cells: []document.Cell{
		document.Txt(b.commas(c.title, lang.PeriodShort(b.l, c.result.Period))), document.Txt(whence.Value(b.l, c.result, whence.Style{})),
		document.Txt(""), document.Txt(b.semis(append(from, b.said(c.result.Notes)...)...)),
	}}
}

func (b *builder) said(notes []string) []string {
	if len(notes) == 0 {
		return nil
	}
	return []string{whence.Joined(b.l, notes)}
}

// letters name the parents of a derived fact in its formula: the numbers of
// facts are the compiler's own.
const letters = "ABCDEFGHIJ"

// derivedRow is a fact with its formula over the facts it was derived from.
func (b *builder) derivedRow(w *whence.World, f *briefing.Fact) document.Row {
	n, _ := w.OfFact(f.ID)
	symbols := map[string]string{}
	var from []string
	for i, p := range n.Parents {
		if i >= len(letters) {
			break
		}
		parent, ok := b.s.Fact(p.Ref.ID)
		if !ok {
			continue
		}
		letter := letters[i : i+1]
		symbols[p.Symbol] = letter
		from = append(from, b.t("annex.parent", letter, whence.Value(b.l, p.Result, whence.Style{}), b.commas(b.subject(parent), lang.PeriodShort(b.l, parent.Period())))+b.gap()+b.refText(b.sourcesOf(parent)...))
	}
	formula := lettered(n.Formula, symbols)
	return document.Row{Indent: 1, Cells: []document.Cell{
		document.Txt(b.commas(b.subject(f), lang.PeriodShort(b.l, f.Period()))), document.Txt(whence.Value(b.l, n.Result, whence.Style{})), document.Txt(formula), document.Txt(b.semis(from...)),
	}}
}

// lettered is a formula with letters in the place of the numbers of facts;
// empty when it names one that has no letter, since that number is the
// compiler's own.
func lettered(formula string, letters map[string]string) string {
	missing := false
	out := factSymbol().ReplaceAllStringFunc(formula, func(s string) string {
		if strings.IndexFunc(s, unicode.IsLetter) < 0 {
			return s // a number
		}
		letter, ok := letters[s]
		missing = missing || !ok
		return letter
	})
	if missing {
		return ""
	}
	return out
}

// factSymbol is a word of a formula as the check of formulas divides it.
var factSymbol = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}\p{N}_.\-]*[\p{L}\p{N}][\p{L}\p{N}_.\-]*`)
})
