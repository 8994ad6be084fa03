package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// difference is what tells the pack of today from the one that went out.
type difference struct {
	then, now *printed
	changed   []changedItem
	added     []addedItem
	gone      []addedItem
	cells     []changedCell
}

// changedItem is one thing that the pack says of a record in another way, or a
// text of its own that reads otherwise.
type changedItem struct {
	record   briefing.Record // nil for a text
	title    string          // of a text
	label    string
	was, is  string
	sections []string
}

// addedItem is a record, a table or a text that one of the packs has and the
// other has not.
type addedItem struct {
	record   briefing.Record // nil for a table and a text
	title    string
	text     string
	sections []string
}

// changedCell is a number of a table made from observations.
type changedCell struct {
	table, row, column string
	was, is            string
	section            string
}

// compare finds the difference against the last pack issued. Without anything
// that differs the error's code is CodeNoChanges.
func (b *builder) compare() error {
	if len(b.o.Since) == 0 {
		return &briefing.Error{Code: briefing.CodeNoIssue, Op: "build addendum", Path: lang.Enum(b.l, "form", b.o.Form)}
	}
	d, err := differenceOf(b.s, b.l, b.o.Since, b.o.Since)
	if err != nil {
		return err
	}
	if len(d.changed)+len(d.added)+len(d.gone)+len(d.cells) == 0 {
		return &briefing.Error{Code: briefing.CodeNoChanges, Op: "build addendum", Path: lang.Enum(b.l, "form", b.o.Form)}
	}
	b.diff = d
	return nil
}

// differenceOf compares the last pack issued with that of a snapshot; numbered are
// the packs whose numbers of sources the latter keeps.
func differenceOf(s *project.Snapshot, l briefing.Lang, since, numbered []Issued) (*difference, error) {
	last := len(since) - 1
	then, err := printedPack(since[last].Snapshot, l, since[:last])
	if err != nil {
		return nil, err
	}
	now, err := printedPack(s, l, numbered)
	if err != nil {
		return nil, err
	}
	d := &difference{then: then, now: now}
	d.records()
	d.texts()
	d.tables()
	return d, nil
}

// records compares the records that the two packs print. Imported files are
// compared by the tables made of them.
func (d *difference) records() {
	for _, desc := range briefing.Descriptions() {
		if desc.Desk || slices.Contains([]briefing.Kind{briefing.KindImport, briefing.KindCommodity, briefing.KindGroup}, desc.Kind) {
			continue
		}
		for _, is := range d.now.s.Records(desc.Kind) {
			ref := is.Ref()
			was, there := d.then.s.Get(ref)
			switch {
			case there && d.shown(ref):
				d.record(was, is)
			case !there && d.fresh(ref):
				d.added = append(d.added, d.now.item(is, d.now.where[ref]))
			}
		}
		for _, was := range d.then.s.Records(desc.Kind) {
			ref := was.Ref()
			if _, there := d.now.s.Get(ref); !there && len(d.then.where[ref]) > 0 && ref.Kind != briefing.KindSource {
				d.gone = append(d.gone, d.then.item(was, d.then.where[ref]))
			}
		}
	}
}

// shown reports whether one of the packs prints the record. The pack's own
// record is its cover, a series the words of a chart and a table.
func (d *difference) shown(ref briefing.Ref) bool {
	return ref.Kind == briefing.KindPack || len(d.then.where[ref])+len(d.now.where[ref]) > 0
}

// fresh reports whether a record that the issued pack lacks is news to its
// reader: printed now, or kept for the addendum. A source is told of by what
// cites it, a series by its facts.
func (d *difference) fresh(ref briefing.Ref) bool {
	if ref.Kind == briefing.KindSource || ref.Kind == briefing.KindSeries {
		return false
	}
	return d.now.s.InPack(ref) && (len(d.now.where[ref]) > 0 || d.now.s.ForAddendum(ref))
}

func (d *difference) record(was, is briefing.Record) {
	where := d.then.where[was.Ref()]
	if len(where) == 0 {
		where = d.now.where[is.Ref()]
	}
	a, b := d.then.sayings(was), d.now.sayings(is)
	for i := range b {
		if a[i].text != b[i].text {
			d.changed = append(d.changed, changedItem{record: is, label: b[i].label, was: a[i].text, is: b[i].text, sections: where})
		}
	}
}

// item is a record as a line of what was added or withdrawn.
func (p *printed) item(r briefing.Record, where []string) addedItem {
	title := p.about(r)
	text := ""
	for _, s := range p.sayings(r) {
		switch {
		case s.text == "" || s.text == title || strings.HasSuffix(title, s.text):
		case strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。"): // a sentence has its own sign
			text += p.gap() + p.sentence(s.text)
		default:
			text = p.semis(text, s.text)
		}
	}
	return addedItem{record: r, title: title, text: text, sections: where}
}

// cellsTold is how many numbers of tables are told one by one.
const cellsTold = 40

// tables compares the tables that are made from observations: rows of records
// are told of as records.
func (d *difference) tables() {
	was := observed(d.then.sections)
	met := make([]bool, len(was))
	for _, t := range observed(d.now.sections) {
		if i := alike(was, met, t); i >= 0 {
			met[i] = true
			d.cells = append(d.cells, d.table(was[i], t)...)
		} else {
			d.added = append(d.added, addedItem{title: t.Label, text: t.Title, sections: []string{t.section}})
		}
	}
	for i, t := range was {
		if !met[i] {
			d.gone = append(d.gone, addedItem{title: t.Label, text: t.Title, sections: []string{t.section}})
		}
	}
}

// alike finds the earlier state of a table: of those of its title that have not
// been met, the first one that shares most rows with it. Two tables of one
// title are told apart by what their rows are of.
func alike(was []foundTable, met []bool, t foundTable) int {
	now, _ := keyedRows(&t.Table)
	best, most := -1, -1
	for i := range was {
		if met[i] || was[i].Title != t.Title {
			continue
		}
		shared := 0
		old, _ := keyedRows(&was[i].Table)
		for key := range old {
			if now[key] != nil {
				shared++
			}
		}
		if shared > most {
			best, most = i, shared
		}
	}
	return best
}

type foundTable struct {
	document.Table
	section string
}

// observed lists the tables of sections none of whose rows is a record.
func observed(sections []document.Section) []foundTable {
	var out []foundTable
	for _, sec := range sections {
		if sec.Key == "glossary" || sec.Key == "sources" {
			continue
		}
		for _, p := range pairs(sec.Blocks) {
			if len(p.table.Rows) > 0 && !slices.ContainsFunc(p.table.Rows, func(r document.Row) bool { return r.Origin != nil }) &&
				slices.ContainsFunc(p.table.Columns, func(c document.Column) bool { return c.Kind == document.NumberColumn }) {
				out = append(out, foundTable{p.table, sec.Key})
			}
		}
	}
	return out
}

// table compares two states of a table by what its rows and columns are of;
// what only one of them has is told of, too.
func (d *difference) table(was, is foundTable) []changedCell {
	columns := map[string]int{}
	for i, c := range was.Columns {
		columns[c.Title+"\n"+c.Unit] = i
	}
	before := func(r *document.Row, c document.Column) string {
		j, ok := columns[c.Title+"\n"+c.Unit]
		if r == nil || !ok || j >= len(r.Cells) {
			return ""
		}
		return d.then.cellText(was.Columns[j], r.Cells[j])
	}
	old, order := keyedRows(&was.Table)
	now, _ := keyedRows(&is.Table)
	var out []changedCell
	tell := func(label string, c document.Column, a, b string) {
		if a != b {
			out = append(out, changedCell{is.Label, label, c.Title, a, b, is.section})
		}
	}
	known := rowCounter{}
	for i := range is.Rows {
		r := &is.Rows[i]
		key := known.key(&is.Table, r)
		for i, c := range is.Columns {
			if c.Kind == document.NumberColumn && i < len(r.Cells) {
				tell(rowLabel(&is.Table, r), c, before(old[key], c), d.now.cellText(c, r.Cells[i]))
			}
		}
	}
	for _, key := range order {
		if now[key] != nil {
			continue
		}
		for i, c := range was.Columns {
			if r := old[key]; c.Kind == document.NumberColumn && i < len(r.Cells) {
				tell(rowLabel(&was.Table, r), c, d.then.cellText(c, r.Cells[i]), "")
			}
		}
	}
	return out
}

// keyedRows are the rows of a table by what they are of, and their order.
func keyedRows(t *document.Table) (rows map[string]*document.Row, order []string) {
	rows = map[string]*document.Row{}
	known := rowCounter{}
	for i := range t.Rows {
		key := known.key(t, &t.Rows[i])
		rows[key], order = &t.Rows[i], append(order, key)
	}
	return rows, order
}

// about names what a change is of.
func (d *difference) about(c changedItem) string {
	if c.record == nil {
		return c.title
	}
	return d.now.about(c.record)
}

// rowCounter tells rows of one name apart by their order.
type rowCounter map[string]int

// key is what a row is of: its words, or for a row beside the items, whose
// words count the others, its kind alone.
func (c rowCounter) key(t *document.Table, r *document.Row) string {
	of := rowLabel(t, r)
	if r.Kind == document.MemoRow {
		of = "\n"
	}
	c[of]++
	return of + "\n" + itoa(c[of])
}

// rowLabel is what stands in the text columns of a row, without its place in
// an order.
func rowLabel(t *document.Table, r *document.Row) string {
	var parts []string
	for i, cell := range r.Cells {
		if i < len(t.Columns) && t.Columns[i].Kind == document.TextColumn && t.Columns[i].Key != "no" {
			parts = append(parts, cell.Text+document.RunsText(cell.Runs))
		}
	}
	return join(" ", parts...)
}

// cellText is a cell as it is printed.
func (b *builder) cellText(c document.Column, cell document.Cell) string {
	style := lang.NumberStyle{Decimals: c.Decimals, Signed: c.Signed}
	s := cell.Text + document.RunsText(cell.Runs)
	switch {
	case cell.Number.Valid:
		s += lang.Number(b.l, cell.Number.Decimal, style)
	case cell.Low.Valid || cell.High.Valid:
		s += lang.Number(b.l, cell.Low.Decimal, style) + "–" + lang.Number(b.l, cell.High.Decimal, style)
	}
	if cell.Mark != "" {
		s = b.spaced(s, "["+cell.Mark+"]")
	}
	return b.spaced(cell.Word, s)
}
