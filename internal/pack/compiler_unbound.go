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

// compilerUnbound lists the numbers of texts that are bound to no fact: where
// each stands, and the figure that it could be bound to.
func (b *builder) compilerUnbound() *document.Section {
	t := document.Table{
		Title: b.t("compiler.unbound"),
		Columns: []document.Column{
			{Key: "record", Title: b.t("col.record"), Weight: 0.8},
			{Key: "field", Title: b.t("col.field"), Weight: 0.8},
			{Key: "evidence", Title: b.t("col.evidence"), Weight: 2},
			{Key: "mend", Title: b.t("col.mend"), Weight: 1.6},
		},
	}
	for _, f := range b.findings {
		if !isUnbound(f) || !f.InPack {
			continue
		}
		ref := f.Ref
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			document.Txt(string(f.Ref.ID)), document.Txt(b.fieldName(f.Ref.Kind, f.Field)),
			document.Txt(f.Evidence.In(b.l)), document.Txt(f.Mend.In(b.l)),
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return &document.Section{Blocks: []document.Block{b.table(t)}}
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
