package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// changesID is the name of the table of changes.
const changesID = "CHANGES"

// changes lists what the pack says otherwise than the one its reader has, line
// by line; nil when no pack went out to him.
func (b *builder) changes() (*document.Table, error) {
	since := b.o.Before
	if len(since) == 0 {
		return nil, nil
	}
	d, err := differenceOf(b.s, b.l, since, b.o.Since)
	if err != nil {
		return nil, err
	}
	last := since[len(since)-1]
	t := &document.Table{
		ID: changesID, Title: b.t("book.changes_last"), Notes: []string{b.sentence(b.issuedLine(last))},
		Columns: []document.Column{
			{Key: "kind", Title: b.t("book.change.kind")},
			{Key: "what", Title: b.t("col.what")},
			{Key: "column", Title: b.t("addendum.column")},
			{Key: "was", Title: b.t("addendum.was")},
			{Key: "is", Title: b.t("addendum.is")},
			{Key: "section", Title: b.t("col.sections")},
		},
	}
	if last.Number > 0 {
		t.Title = b.t("book.changes_since", last.Number)
	}
	held := b.diff
	b.diff = d // whose sections are named
	defer func() { b.diff = held }()
	add := func(kind string, of briefing.Record, what, column, was, is string, sections ...string) {
		row := document.Row{Cells: []document.Cell{
			document.Txt(b.t("book.change." + kind)), document.Txt(what), document.Txt(column),
			document.Txt(first(was, b.t("addendum.nothing"))), document.Txt(first(is, b.t("addendum.nothing"))), document.Txt(b.inSections(sections)),
		}}
		if of != nil {
			ref := of.Ref()
			row.Origin = &ref
		}
		t.Rows = append(t.Rows, row)
	}
	for _, c := range d.changed {
		add("changed", c.record, d.about(c), c.label, c.was, c.is, c.sections...)
	}
	for _, c := range d.cells {
		add("cell", nil, join(" ", c.table, c.row), c.column, c.was, c.is, c.section)
	}
	for _, i := range d.added {
		add("added", i.record, i.title, "", "", first(i.text, i.title), i.sections...)
	}
	for _, i := range d.gone {
		add("gone", nil, i.title, "", first(i.text, i.title), "", i.sections...)
	}
	if len(t.Rows) == 0 {
		t.Rows = []document.Row{{Cells: []document.Cell{document.Txt(b.sentence(b.t("book.changes_none")))}}}
	}
	t.Source = b.sourceLine(nil)
	return t, nil
}
