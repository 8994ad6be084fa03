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
// from the descriptions alone, so that no field can be forgotten. Fields that no
// record of the kind has filled stand behind the others to be filled in, those of
// texts in the book's language and wherever another one is there; what can't be
// entered has no column. Colleagues write into the cells: what comes back is
// offered as a change of the record.
func (b *builder) recordSheets() []document.Sheet {
	var out []document.Sheet
	captions := b.captions()
	for _, d := range briefing.Descriptions() {
		list := b.s.Records(d.Kind)
		if d.Desk || len(list) == 0 {
			continue
		}
		t := document.Table{
			ID: fmt.Sprintf("R%02d", len(out)+1), Title: b.t("book.records", lang.KindName(b.l, d.Kind, true)),
			Columns: []document.Column{{Key: bookkey.IDColumn, Title: b.t("col.no")}},
		}
		if d.Kind != briefing.KindPack && d.Kind != briefing.KindImport {
			t.New = d.Kind
		}
		for _, r := range list {
			ref := r.Ref()
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{document.Txt(string(ref.ID))}})
		}
		var filled, spare []recordColumn
		told := map[string]bool{} // texts that are there in some language
		for _, c := range lang.RecordColumns(b.l, d) {
			col := b.recordColumn(d, c, list, captions)
			if col.Spare {
				spare = append(spare, col)
				continue
			}
			filled, told[col.text] = append(filled, col), true
		}
		for _, col := range filled {
			col.into(&t)
		}
		for _, col := range spare {
			if col.open && (col.lang == "" || col.lang == b.l || told[col.text]) {
				col.into(&t)
			}
		}
		t.Source = b.sourceLine(nil)
		out = append(out, b.sheet(document.RegisterSheet, t, nil))
	}
	return out
}

// recordColumn is a column of a register with the cells of all records.
type recordColumn struct {
	document.Column
	cells []document.Cell
	open  bool          // what is typed into some of them is taken
	lang  briefing.Lang // of a text in three languages
	text  string        // which text that is
}

func (c recordColumn) into(t *document.Table) {
	t.Columns = append(t.Columns, c.Column)
	for i := range t.Rows {
		t.Rows[i].Cells = append(t.Rows[i].Cells, c.cells[i])
	}
}

func (b *builder) recordColumn(d briefing.Description, c lang.RecordColumn, list []briefing.Record, captions func(briefing.Ref) string) recordColumn {
	f := c.Field()
	out := recordColumn{Column: document.Column{Key: c.Key, Title: c.Title, Spare: true}, lang: f.Lang, text: strings.TrimSuffix(c.Key, "_"+string(f.Lang))}
	if c.Number {
		out.Kind, out.Decimals = document.NumberColumn, -1
	}
	for _, r := range list {
		cell := document.Cell{}
		if n, err := briefing.ParseNumber(c.Stored(r)); c.Number && err == nil {
			cell.Number = briefing.Some(n)
		} else {
			cell.Text = c.Text(r, captions)
		}
		cell.Shows = registered(r, c, cell.Text)
		out.open = out.open || cell.Shows != nil
		out.Spare = out.Spare && blank(cell)
		out.cells = append(out.cells, cell)
	}
	if out.open && !ownedByProgram(d.Kind, f) {
		out.Options = b.offered(f)
	}
	return out
}

// offered is what may stand in a cell of a field whose values are a closed list.
func (b *builder) offered(f briefing.Field) []string {
	var out []string
	switch f.Type {
	case briefing.EnumField:
		for _, o := range f.Options {
			if s := lang.FieldValue(b.l, f, o); s != "" {
				out = append(out, s)
			}
		}
	case briefing.BoolField:
		out = []string{lang.FieldValue(b.l, f, "1")}
	case briefing.RefField:
		d, _ := briefing.Describe(f.Target)
		records := b.s.Records(f.Target)
		if len(records) > mostOffered {
			return nil
		}
		for _, r := range records {
			out = with(out, strings.TrimSpace(d.Caption(r, b.l)))
		}
	}
	return out
}

// mostOffered is how many records a list offers; of more nobody chooses by looking.
const mostOffered = 300

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
