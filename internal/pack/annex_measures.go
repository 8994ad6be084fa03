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
	of     string // what the numbers of one table or text are of together; empty: the title
	result measure.Result
	rows   figure.Filter
	from   []string // what it was made of, where it isn't looked up in the rows
	// formula is its own, where it is no measure's
	formula string
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
	b.computesOf(computed{title: title, result: r, rows: rows})
}

// derivesPart is derives of one of the parts of a whole.
func (b *builder) derivesPart(of, title string, r measure.Result, from ...string) {
	if r.Defined {
		b.computesOf(computed{title: title, of: of, result: r, from: from})
	}
}

// derives notes a number computed from what the strings say, for the annex.
func (b *builder) derives(title string, r measure.Result, from ...string) {
	if r.Defined {
		b.computesOf(computed{title: title, result: r, from: from})
	}
}

// computesOf notes a number once, however often it is printed.
func (b *builder) computesOf(c computed) {
	b.uses(c.result.Measure)
	same := func(o computed) bool {
		return o.title == c.title && o.result.Measure == c.result.Measure && o.result.Period == c.result.Period &&
			o.result.Figure == c.result.Figure || sameNumber(o.result, c.result)
	}
	if !slices.ContainsFunc(b.derived, same) {
		b.derived = append(b.derived, c)
	}
}

// sameNumber reports whether two results are the same measure of the same sums:
// a table and a sentence print one number.
func sameNumber(a, b measure.Result) bool {
	same := func(x, y string) bool { return x == y || x == "" || y == "" } // one of them may not say
	if a.Measure != b.Measure || a.Period != b.Period || a.Period.Kind == briefing.NoPeriod {
		return false
	}
	return slices.EqualFunc(a.Inputs, b.Inputs, func(x, y measure.Input) bool {
		return x.Figure.Value == y.Figure.Value && x.Figure.Unit == y.Figure.Unit && x.Period == y.Period &&
			x.Scope.Codes == y.Scope.Codes && x.Scope.Flow == y.Scope.Flow && x.Scope.Reporter == y.Scope.Reporter &&
			same(x.Scope.Region, y.Scope.Region) && same(x.Scope.Partner, y.Scope.Partner) && same(x.Scope.Province, y.Scope.Province)
	})
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
	keys := []string{string(measure.Value), string(measure.Weight)} // sums of rows, then the registry
	for _, m := range measure.All() {
		keys = append(keys, m.Key)
	}
	for _, key := range keys {
		head := document.Row{Kind: document.GroupRow, Cells: []document.Cell{
			document.Txt(b.sentence(whence.Name(b.l, key))), document.Txt(""), document.Txt(first(whence.Formula(b.l, key), b.t("annex.sum"))), document.Txt(""),
		}}
		for _, row := range b.rowsOfMeasure(w, key) {
			if head.Cells != nil { // no formula without a number of it
				t.Rows = append(t.Rows, head)
				head.Cells = nil
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Rows = append(t.Rows, b.derivedRows(w)...)
	if len(t.Rows) == 0 {
		return t, false
	}
	t.Source = b.sourceLine(nil)
	return b.annexTable(b.measuresPage(t)), true
}

// derivedRows are the numbers that were computed from published values by no
// measure: derived facts, what parts leave of a total.
func (b *builder) derivedRows(w *whence.World) []document.Row {
	rows := []document.Row{{Kind: document.GroupRow, Cells: []document.Cell{
		document.Txt(b.t("annex.derived_facts")), document.Txt(""), document.Txt(""), document.Txt(""),
	}}}
	for _, f := range b.facts(func(f *briefing.Fact) bool { return len(f.Parents) > 0 && f.Figure().HasNumber() }) {
		if row, ok := b.derivedRow(w, f); ok {
			rows = append(rows, row)
		}
	}
	for _, c := range b.derived {
		if row, ok := b.computedRow(w, c); ok && c.formula != "" {
			rows = append(rows, row)
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// computedRow is a number over imported rows with the sums it was made of; not
// ok where the other side may see nothing of what it was made of.
func (b *builder) computedRow(w *whence.World, c computed) (row document.Row, ok bool) {
	from := c.from
	if from == nil {
		from = b.madeOf(w, c)
	}
	if len(from) == 0 && b.s.Audience == briefing.Partner {
		return document.Row{}, false
	}
	return document.Row{Indent: 1, Cells: []document.Cell{
		document.Txt(b.commas(c.title, lang.PeriodShort(b.l, c.result.Period))), document.Txt(whence.Value(b.l, c.result, whence.Style{})),
		document.Txt(c.formula), document.Txt(b.semis(append(from, b.said(c.result.Notes)...)...)),
	}}, true
}

// madeOf are the sums of a number over imported rows, each with the numbers of
// its sources; the compiler is told the lines of the files too.
func (b *builder) madeOf(w *whence.World, c computed) []string {
	from := []string{}
	for _, p := range w.OfResult(c.result, c.rows).Parents {
		text := b.parent(p.Symbol, p.Result, lang.PeriodShort(b.l, p.Result.Period))
		var o origin
		for _, f := range p.Files {
			if imp, ok := b.s.Import(f.Import); ok {
				o.from(b, imp)
			}
			switch {
			case f.Name == "" || b.s.Audience != briefing.Compiler && !slices.Contains(o.files, f.Name):
				continue
			case f.First == f.Last:
				text = b.commas(text, b.t("annex.file_line", f.Name, f.First))
			default:
				text = b.commas(text, b.t("annex.file", f.Name, f.First, f.Last))
			}
		}
		from = append(from, b.spaced(text, b.refText(o.sources...)))
	}
	return from
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

// derivedRow is a fact with its formula over the facts it was derived from; not
// ok for the other side when it may not see all of them: a value beside a
// formula without values tells it nothing.
func (b *builder) derivedRow(w *whence.World, f *briefing.Fact) (row document.Row, ok bool) {
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
	formula := b.decimalSigns(lettered(n.Formula, symbols))
	if b.s.Audience == briefing.Partner && (formula == "" || len(symbols) < len(f.Parents)) {
		return document.Row{}, false
	}
	return document.Row{Indent: 1, Cells: []document.Cell{
		document.Txt(b.commas(b.subject(f), lang.PeriodShort(b.l, f.Period()))), document.Txt(whence.Value(b.l, n.Result, whence.Style{})), document.Txt(formula), document.Txt(b.semis(from...)),
	}}, true
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

// decimalSigns writes the numbers of a formula, which is stored with points, as
// the language writes them.
func (b *builder) decimalSigns(formula string) string {
	sign := lang.Number(b.l, briefing.Num("0.1"), lang.NumberStyle{Decimals: 1})[1:2]
	return decimalPoint().ReplaceAllString(formula, "${1}"+sign+"${2}")
}

var decimalPoint = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\d)\.(\d)`) })

// factSymbol is a word of a formula as the check of formulas divides it.
var factSymbol = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}\p{N}_.\-]*[\p{L}\p{N}][\p{L}\p{N}_.\-]*`)
})
