package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// addendum is what a reader of the issued pack has to know: what reads
// otherwise now, what was added, what is no longer to be used.
func (b *builder) addendum() *document.Section {
	d := b.diff
	s := &document.Section{Bare: true, Title: b.t("section.addendum")}
	issued := b.o.Since[len(b.o.Since)-1]
	p := b.s.Pack
	s.Blocks = append(s.Blocks, document.Banner{
		Filled: true, Kicker: b.t("section.addendum"), Title: first(p.ShortTitle.In(b.l), b.in(p.Title)), Subtitle: b.issuedLine(issued),
		Side: b.formSide(),
	}, document.Paragraph{
		Style: document.Text,
		Runs:  document.Plain(b.t("addendum.intro", len(d.changed)+len(d.cells), len(d.added), len(d.gone))),
	})
	for _, t := range []document.Table{b.changedTable(), b.cellsTable(), b.addedTable("added", d.added, b), b.addedTable("gone", d.gone, d.then.builder)} {
		if len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, b.table(t))
		}
	}
	if n := len(d.cells) - cellsTold; n > 0 {
		s.Blocks = append(s.Blocks, document.Paragraph{Style: document.SourceLine, Runs: document.Plain(b.t("addendum.more", n))})
	}
	return s
}

// issuedLine names the pack that the addendum belongs to.
func (b *builder) issuedLine(i Issued) string {
	moment := lang.Moment(b.l, i.Snapshot.AsOf)
	if i.Snapshot.AsOf.IsZero() {
		return b.t("addendum.to_undated")
	}
	if i.Number > 0 {
		return b.t("addendum.to_issue", i.Number, moment)
	}
	return b.t("addendum.to_pack", moment)
}

// nothing stands where there was no text, or is none any more.
func (b *builder) orNothing(s string) document.Cell {
	if s == "" {
		return document.Cell{Runs: []document.Run{{Text: b.t("addendum.nothing"), Tone: document.Secondary}}}
	}
	return document.Txt(s)
}

// boldOrNothing is what stands now.
func (b *builder) boldOrNothing(s string) document.Cell {
	if s == "" {
		return b.orNothing(s)
	}
	return document.Cell{Runs: []document.Run{{Text: s, Bold: true}}}
}

func (b *builder) changedTable() document.Table {
	t := document.Table{
		Title: b.t("addendum.changed"),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.what"), Weight: 1.3},
			{Key: "was", Title: b.t("addendum.was"), Weight: 1.5},
			{Key: "is", Title: b.t("addendum.is"), Weight: 1.5},
			{Key: "section", Title: b.t("col.sections"), Weight: 0.55},
			{Key: "source", Title: b.t("col.source"), Weight: 0.6},
		},
	}
	for _, c := range b.diff.changed {
		was, is := passages(c.was, c.is)
		row := document.Row{Cells: []document.Cell{
			{Text: b.diff.about(c), Sub: c.label},
			b.orNothing(was), b.standsNow(is),
			document.Txt(b.inSections(c.sections)),
			{},
		}}
		if c.record != nil {
			ref := c.record.Ref()
			row.Origin = &ref
			row.Cells[4] = document.Cell{Runs: b.refs(b.diff.now.sourcesOfRecord(c.record)...)}
		}
		t.Rows = append(t.Rows, row)
	}
	dropEmptyColumns(&t)
	if len(t.Rows) > 0 {
		t.Source = b.sourceLine(nil)
	}
	return t
}

func (b *builder) cellsTable() document.Table {
	t := document.Table{
		Title: b.t("addendum.cells"),
		Columns: []document.Column{
			{Key: "table", Title: b.t("addendum.table"), Weight: 0.7},
			{Key: "row", Title: b.t("addendum.row"), Weight: 2},
			{Key: "column", Title: b.t("addendum.column"), Weight: 0.9},
			{Key: "was", Title: b.t("addendum.was"), Weight: 0.8},
			{Key: "is", Title: b.t("addendum.is"), Weight: 0.8},
			{Key: "section", Title: b.t("col.sections"), Weight: 0.55},
		},
	}
	cells := b.diff.cells
	for _, c := range cells[:min(len(cells), cellsTold)] {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Txt(c.table), document.Txt(c.row), document.Txt(c.column), b.orNothing(c.was),
			b.boldOrNothing(c.is), document.Txt(b.inSections([]string{c.section})),
		}})
	}
	return t
}

// addedTable lists what was added or withdrawn. Sources of what is gone are
// cited as the issued pack had them: from is whose builder knows them.
func (b *builder) addedTable(key string, items []addedItem, from *builder) document.Table {
	t := document.Table{
		Title: b.t("addendum." + key),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.what"), Weight: 1.4},
			{Key: "says", Title: b.t("addendum.says"), Weight: 2.4},
			{Key: "section", Title: b.t("col.sections"), Weight: 0.55},
			{Key: "source", Title: b.t("col.source"), Weight: 0.6},
		},
	}
	for _, it := range items {
		row := document.Row{Cells: []document.Cell{document.Txt(it.title), document.Txt(it.text), document.Txt(b.inSections(it.sections)), {}}}
		if it.record != nil {
			ref := it.record.Ref()
			row.Origin = &ref
			row.Cells[3] = document.Cell{Runs: b.knownRefs(from, it.record)}
		}
		t.Rows = append(t.Rows, row)
	}
	dropEmptyColumns(&t)
	if len(t.Rows) > 0 {
		t.Source = b.sourceLine(nil, b.t("addendum."+key+"_note"))
	}
	return t
}

// knownRefs cites sources that are still in the register; a withdrawn record
// may have stood on one that went with it.
func (b *builder) knownRefs(from *builder, r briefing.Record) []document.Run {
	return b.refs(from.sourcesOfRecord(r)...)
}

// inSections names sections of the issued pack by their numbers, new ones by
// their titles.
func (b *builder) inSections(keys []string) string {
	var parts []string
	for _, key := range keys {
		if n := b.diff.then.numbers[key]; n != "" {
			parts = append(parts, n)
		} else if key != "cover" {
			parts = append(parts, b.t("section."+key))
		}
	}
	return b.commas(parts...)
}
