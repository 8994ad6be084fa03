package pack

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// recordSheets are the compiler's registers: every record of the snapshot with
// every field of its kind, one sheet a kind and one row a record. They follow
// from the descriptions alone, so that no field can be forgotten; fields that no
// record of the kind has filled have no column.
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
			Columns: []document.Column{{Key: "id", Title: b.t("col.no")}},
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
