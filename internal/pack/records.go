package pack

import (
	"fmt"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// recordSheets are the compiler's registers: every record of the snapshot with
// every field of its kind, one sheet a kind and one row a record. They follow
// from the descriptions alone, so that no field can be forgotten; fields that no
// record of the kind has filled have no column. Colleagues write into the cells:
// what comes back is offered as a change of the record.
func (b *builder) recordSheets() []document.Sheet {
	var out []document.Sheet
	captions := b.captions()
	for _, d := range briefing.Descriptions() {
		list := b.s.Records(d.Kind)
		if d.Desk || len(list) == 0 {
			continue
		}
		columns := lang.RecordColumns(b.l, d)
		t := document.Table{
			ID: fmt.Sprintf("R%02d", len(out)+1), Title: b.t("book.records", lang.KindName(b.l, d.Kind, true)),
			Columns: []document.Column{{Key: bookkey.IDColumn, Title: b.t("col.no")}},
		}
		if d.Kind != briefing.KindPack && d.Kind != briefing.KindImport {
			t.New = d.Kind
		}
		for _, c := range columns {
			col := document.Column{Key: c.Key, Title: c.Title}
			if c.Number {
				col.Kind, col.Decimals = document.NumberColumn, -1
			}
			t.Columns = append(t.Columns, col)
		}
		for _, r := range list {
			ref := r.Ref()
			row := document.Row{Origin: &ref, Cells: []document.Cell{document.Txt(string(ref.ID))}}
			for _, c := range columns {
				cell := document.Cell{}
				if n, err := briefing.ParseNumber(c.Stored(r)); c.Number && err == nil {
					cell.Number = briefing.Some(n)
				} else {
					cell.Text = c.Text(r, captions)
				}
				cell.Shows = registered(r, c, cell.Text)
				row.Cells = append(row.Cells, cell)
			}
			t.Rows = append(t.Rows, row)
		}
		dropEmptyColumns(&t)
		t.Source = b.sourceLine(nil)
		out = append(out, b.sheet(document.RegisterSheet, t, nil))
	}
	return out
}

// registered says which stored fields a cell of a register shows; nil where the
// cell is the program's own. Of a child list the rows are told apart by what
// stands between them: not where a text of theirs has that too.
func registered(r briefing.Record, c lang.RecordColumn, text string) *document.Shown {
	f := c.Field()
	if ownedByProgram(r.Ref().Kind, f) || len(text) > longestShown {
		return nil
	}
	out := &document.Shown{Ref: r.Ref()}
	l := c.List()
	if l == nil {
		out.Fields = []document.ShownField{{Field: f.Key, Stored: f.Get(r)}}
		return out
	}
	n := l.Len(r)
	if n == 0 || n > 1 && strings.Count(text, strings.TrimSpace(lang.Between)) != n-1 {
		return nil
	}
	for i := range n {
		out.Fields = append(out.Fields, document.ShownField{Field: l.Key + "." + f.Key, Item: itemKey(*l, r, i), Stored: f.Get(l.At(r, i))})
	}
	if n > 1 {
		out.Join = lang.Between
	}
	return out
}

// longestShown is how many bytes of text a cell certainly holds whole.
const longestShown = 30000

// itemKey names a row of a child list: by the identifier that it has, else by
// its number from 0.
func itemKey(l briefing.List, r briefing.Record, i int) string {
	for _, f := range l.Fields {
		if f.Key == "claim" {
			if id := f.Get(l.At(r, i)); id != "" {
				return id
			}
		}
	}
	return itoa(i)
}

// ownedByProgram reports whether a field is written by the program or by a form
// that checks it against other fields: it stands in the register to be read. Of
// an import that is all but the note.
func ownedByProgram(k briefing.Kind, f briefing.Field) bool {
	switch k {
	case briefing.KindImport:
		return f.Label != "note"
	case briefing.KindPack:
		return f.Key == "sections" || f.Key == "template"
	case briefing.KindFact:
		return f.Key == "chosen" || f.Key == "claim" || f.Key == "formula" || f.Key == "parents"
	case briefing.KindGroup:
		return f.Key == "rule" || f.Key == "key"
	}
	return false
}

// captions gives the line that stands for a record of the snapshot.
func (b *builder) captions() func(briefing.Ref) string {
	known := map[briefing.Ref]string{}
	for _, d := range briefing.Descriptions() {
		for _, r := range b.s.Records(d.Kind) {
			known[r.Ref()] = d.Caption(r, b.l)
		}
	}
	return func(ref briefing.Ref) string { return known[ref] }
}
