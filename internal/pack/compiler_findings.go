package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// unboundCheck is the check that lists numbers typed by hand; they have a table
// of their own, since each of them is a thing to do.
const unboundCheck = 35

// isUnbound reports whether a finding is of a number typed by hand.
func isUnbound(f check.Finding) bool { return f.Number == unboundCheck }

// compilerFindings lists what the checks found, blocking ones first, and what
// was decided about it.
func (b *builder) compilerFindings() *document.Section {
	list := slices.DeleteFunc(slices.Clone(b.findings), isUnbound)
	if len(list) == 0 {
		return &document.Section{Blocks: []document.Block{document.Paragraph{Style: document.Text, Runs: document.Plain(b.t("compiler.no_findings"))}}}
	}
	t := document.Table{
		Title: b.t("compiler.findings"),
		Columns: append([]document.Column{
			{Key: "no", Title: b.t("col.check"), Weight: 0.3},
			{Key: "severity", Title: b.t("col.severity"), Weight: 0.7},
			{Key: "record", Title: b.t("col.record"), Weight: 0.7},
			{Key: "evidence", Title: b.t("col.evidence"), Weight: 2},
			{Key: "mend", Title: b.t("col.mend"), Weight: 1.6},
		}, b.decisionColumns()...),
	}
	slices.SortStableFunc(list, func(x, y check.Finding) int { return int(x.Severity) - int(y.Severity) })
	for _, f := range list {
		t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{
			document.Txt(itoa(f.Number)), document.Txt(b.severity(f)),
			document.Txt(string(f.Ref.ID)), document.Txt(f.Evidence.In(b.l)), document.Txt(f.Mend.In(b.l)),
		}, b.decisionCells(f)...)})
	}
	dropEmptyColumns(&t)
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}

// compilerUnbound lists the numbers of texts that are bound to no fact: where
// each stands, and the figure that it could be bound to.
func (b *builder) compilerUnbound() *document.Section {
	t := document.Table{
		Title: b.t("compiler.unbound"),
		Columns: append([]document.Column{
			{Key: "record", Title: b.t("col.record"), Weight: 0.8},
			{Key: "field", Title: b.t("col.field"), Weight: 0.8},
			{Key: "evidence", Title: b.t("col.evidence"), Weight: 2},
			{Key: "mend", Title: b.t("col.mend"), Weight: 1.6},
		}, b.decisionColumns()...),
	}
	for _, f := range b.findings {
		if !isUnbound(f) || !f.InPack {
			continue
		}
		ref := f.Ref
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: append([]document.Cell{
			document.Txt(string(f.Ref.ID)), document.Txt(b.fieldName(f.Ref.Kind, f.Field)),
			document.Txt(f.Evidence.In(b.l)), document.Txt(f.Mend.In(b.l)),
		}, b.decisionCells(f)...)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	dropEmptyColumns(&t)
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}

// decisionColumns are the columns of acceptances; without one they go.
func (b *builder) decisionColumns() []document.Column {
	return []document.Column{
		{Key: "accepted", Title: b.t("col.accepted"), Weight: 1.4},
		{Key: "accepted_by", Title: b.t("col.accepted_by"), Weight: 0.9},
	}
}

// decisionCells tell the reason of an acceptance, and whose it is. One that
// held for other words is told as that.
func (b *builder) decisionCells(f check.Finding) []document.Cell {
	a, reason := f.Acceptance, f.Acceptance.Reason
	if f.Lapsed.ID != "" {
		a, reason = f.Lapsed, b.t("compiler.lapsed", f.Lapsed.Reason)
	}
	if a.ID == "" {
		return make([]document.Cell, 2)
	}
	return []document.Cell{document.Txt(reason), document.Txt(b.commas(a.By, lang.Stamp(b.l, a.At)))}
}

// severity is what a finding weighs, in words.
func (b *builder) severity(f check.Finding) string {
	word := b.t("severity." + f.Weight().String())
	if f.Severity == check.Accepted {
		return b.t("compiler.accepted", word)
	}
	return word
}

// fieldName is the label of a field of a kind.
func (b *builder) fieldName(kind briefing.Kind, key string) string {
	d, ok := briefing.Describe(kind)
	if !ok {
		return key
	}
	i := slices.IndexFunc(d.Fields, func(f briefing.Field) bool { return f.Key == key })
	if i < 0 {
		return key
	}
	return lang.Label(b.l, kind, d.Fields[i].Label)
}
