package xlsx

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"briefing/internal/bookkey"
	"briefing/internal/document"
)

// The hidden column by which a workbook is read back (package bookkey). It is
// the last one of the Excel table, so that sorting takes it along, and it is
// not printed.

// wide is the number of columns with the hidden one.
func (s *sheet) wide() int {
	if s.keys != nil {
		return s.columns() + 1
	}
	return s.columns()
}

// keyColumns describes the columns as the hidden one names them, the column of
// notes with them.
func (s *sheet) keyColumns() []bookkey.Column {
	t := &s.in.Table
	n := namer{}
	var out []bookkey.Column
	for i, c := range t.Columns {
		k := bookkey.Column{Key: c.Key, Title: n.unique(head(c), 250)}
		k.Parts, k.Join = added(t, i)
		out = append(out, k)
	}
	if s.trend() {
		out = append(out, bookkey.Column{Key: "~trend", Title: n.unique(trendHead(s.book), 250)})
	}
	if s.notes {
		out = append(out, bookkey.Column{Key: "~notes", Title: n.unique(noteHead(s.book), 250)})
	}
	return out
}

// added is what a cell of the column becomes in a row that is added: what it is
// in the rows that are there.
func added(t *document.Table, column int) ([]bookkey.Part, string) {
	if t.New == "" {
		return nil, ""
	}
	for r := range t.Rows {
		if cells := t.Rows[r].Cells; column < len(cells) && cells[column].Shows != nil && cells[column].Shows.Ref.Kind == t.New {
			shows := cells[column].Shows
			var parts []bookkey.Part
			for _, f := range shows.Fields {
				part := bookkey.Part{Field: f.Field, Unit: f.Unit}
				if !slices.Contains(parts, part) { // of several rows of a list the new record has one
					parts = append(parts, part)
				}
			}
			if len(parts) == 1 {
				return parts, ""
			}
			return parts, shows.Join
		}
	}
	return nil, ""
}

// spareRows are how many rows below a table are prepared for records to be added.
const spareRows = 200

// offers are the lists that columns of the book offer, where it comes back.
func (o *output) offers() []formOffer {
	if !o.book.Keyed {
		return nil
	}
	var out []formOffer
	for n := range o.book.Sheets {
		t := &o.book.Sheets[n].Table
		for i, c := range t.Columns {
			if len(c.Options) > 0 {
				out = append(out, formOffer{
					sheet: o.names[n], column: i, of: FormColumn{Head: head(c), Options: c.Options}, first: firstRow, last: firstRow + t.Len() - 1 + spareRows,
				})
			}
		}
	}
	return out
}

// hideKeys hides the column, and the one of what is said of the whole table.
func (s *sheet) hideKeys(sw stream) error {
	if s.keys == nil {
		return nil
	}
	if err := sw.SetColVisible(s.apart()+1, s.apart()+1, false); err != nil {
		return err
	}
	return sw.SetColVisible(s.wide(), s.wide(), false)
}

// withKey puts what is said of the whole table into a row over it. It stands
// far to the right: a title goes on over empty cells only.
func (s *sheet) withKey(row []any, text string) []any {
	if s.keys == nil || text == "" {
		return row
	}
	for len(row) < s.apart() {
		row = append(row, nil)
	}
	return append(row, text)
}

// apart is the column of what is said of the whole table.
func (s *sheet) apart() int {
	right := s.right()
	if c := s.drawable(); c != nil {
		right = max(right, s.chartColumn()+len(seriesOf(c)))
	}
	return right + 2
}

// keyLines are the hidden cells over the head.
func (s *sheet) keyLines() ([headRow - titleRow]string, error) {
	if s.keys == nil {
		return [headRow - titleRow]string{}, nil
	}
	t := &s.in.Table
	h := bookkey.Head{
		Lang: s.book.Lang, Book: clean(s.book.Title), Table: t.ID, Columns: s.keys, New: t.New, Given: t.Given, Rows: t.Len(),
	}
	for _, l := range s.lines() {
		h.Over = append(h.Over, bookkey.Print(line(l.text)))
	}
	if s.drawable() != nil {
		h.Foot = bookkey.Print(s.chartSource())
	}
	for _, sheet := range s.book.Sheets {
		if sheet.Pivot == nil { // it follows from the rows and is not read back
			h.Tables = append(h.Tables, sheet.Table.ID)
		}
	}
	for r := range t.Rows {
		if ref := t.Rows[r].Origin; ref != nil {
			h.Keys = append(h.Keys, bookkey.Of(*ref))
		}
	}
	return bookkey.HeadText(h)
}

// key fills the hidden cell of a row, once the others are filled: it says what
// they show.
func (s *sheet) key(r int, in *document.Row) error {
	if s.keys == nil {
		return nil
	}
	at := s.columns()
	if in.Key != "" {
		prints := make([]string, at)
		for i := range prints {
			prints[i] = shownPrint(s.cells[i])
		}
		s.cells[at] = excelize.Cell{Value: bookkey.DataText(in.Key, s.keys, prints)}
		return nil
	}
	row := bookkey.Row{Key: "#" + strconv.Itoa(r+1)}
	if in.Origin != nil && !s.keyed[bookkey.Of(*in.Origin)] { // a second row of a record would be read as a copy of the first
		row.Key = bookkey.Of(*in.Origin)
		s.keyed[row.Key] = true
	}
	for i := range s.keys {
		row.Cells = append(row.Cells, s.keyCell(i, in, row.Key))
	}
	text, err := bookkey.RowText(row)
	s.cells[at] = excelize.Cell{Value: text}
	return err
}

// keyCell is what is kept of a cell.
func (s *sheet) keyCell(i int, in *document.Row, key string) bookkey.Cell {
	out := bookkey.Cell{Print: shownPrint(s.cells[i]), Live: s.cells[i].Formula != ""}
	if i >= len(in.Cells) || in.Cells[i].Shows == nil || out.Live {
		return out
	}
	shows := in.Cells[i].Shows
	if of := bookkey.Of(shows.Ref); of != key {
		out.Of = of
	}
	out.Join, out.Tail = shows.Join, shows.Tail
	for _, f := range shows.Fields {
		out.Parts = append(out.Parts, bookkey.Part{Field: f.Field, Item: f.Item, Unit: f.Unit, Stored: bookkey.Print(f.Stored)})
	}
	return out
}

// shownPrint is the check sum of what a cell shows.
func shownPrint(c excelize.Cell) string {
	switch v := c.Value.(type) {
	case nil:
		return ""
	case float64:
		return bookkey.Print(bookkey.Number(v))
	case string:
		return bookkey.Print(v)
	}
	return bookkey.Print(fmt.Sprint(c.Value))
}
