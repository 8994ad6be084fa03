package htmltable

import (
	"bytes"
	"unicode/utf8"

	"briefing/internal/importer/cells"
)

// carry is what a cell of an earlier row leaves in a column.
type carry struct {
	rows  int // still to come; −1: to the end of the table
	first bool
	text  []byte // of a head, which stands in each row it spans
	fill  cells.Colour
}

// place is where a cell's text stands in the row's own text.
type place struct {
	column, from, to int
	fill             cells.Colour
}

// cell is the cell being read.
type cell struct {
	open, head, long bool
	column, from     int
	span             dress
	inner            cells.Colour // of an element in it
}

func (s *rows) startRow(fill cells.Colour) {
	s.line++
	s.inRow, s.rowFill = true, fill
	s.row = cells.Row{Line: s.line, Cells: s.row.Cells[:0]}
	s.text, s.cells = s.text[:0], s.cells[:0]
	s.cell = cell{}
}

// startCell finds the next column that no span holds.
func (s *rows) startCell(head bool) {
	s.skip = skipped{}
	column := s.cell.column + max(s.cell.span.columns, 1)
	if s.cell.column == 0 {
		column = 1
	}
	for column <= len(s.carries) && s.carries[column-1].rows != 0 {
		column++
	}
	s.text = append(s.text, '\n') // so that white space at the start of the cell is dropped
	s.cell = cell{open: true, head: head, column: column, from: len(s.text), span: s.dress()}
}

// endCell notes what the open cell holds and what it leaves to other places.
func (s *rows) endCell() {
	if !s.cell.open {
		return
	}
	s.cell.open, s.skip = false, skipped{}
	c := &s.cell
	c.span.columns = min(max(c.span.columns, 1), max(widest-c.column+1, 1))
	text := cells.Trim(s.text[c.from:])
	if s.row.Fault == "" && bytes.IndexByte(s.text[c.from:], 0) >= 0 {
		s.row.Fault, s.row.Column = cells.FaultNUL, c.column
	}
	if len(text) > 0 { // blanks that a browser shows before a text tell how far in it stands
		from := bytes.Index(s.text[c.from:], text)
		shown := bytes.TrimLeft(s.text[c.from:c.from+from], " \t\r\n\f")
		c.from += from - len(shown)
		text = s.text[c.from : c.from+len(shown)+len(text)]
	}
	fill := c.span.fill
	if c.inner.Given {
		fill = c.inner
	}
	if !fill.Given {
		fill = s.rowFill
	}
	if c.long && s.row.Fault == "" {
		s.row.Fault, s.row.Column = cells.FaultCell, c.column
	}
	if len(text) > 0 && (c.column > s.columns || len(s.cells) >= s.columns) {
		if s.row.Fault == "" {
			s.row.Fault, s.row.Column = cells.FaultColumns, c.column
		}
	} else if c.column <= s.columns {
		s.cells = append(s.cells, place{c.column, c.from, c.from + len(text), fill})
	}
	s.spread(text, fill)
}

// spread leaves the cell's spans to the columns and rows they reach.
func (s *rows) spread(text []byte, fill cells.Colour) {
	c := &s.cell
	down := max(c.span.rows, 1) - 1
	if c.span.rest {
		down = -1
	}
	if c.span.columns == 1 && down == 0 {
		return
	}
	if s.note && len(s.merged) < cells.MergedLimit && down >= 0 {
		s.merged = append(s.merged, cells.Range{FromRow: s.line, FromColumn: c.column, ToRow: s.line + down, ToColumn: c.column + c.span.columns - 1})
	}
	if down == 0 {
		return
	}
	var head []byte
	if c.head {
		head = bytes.Clone(text)
	}
	for at := c.column; at < c.column+c.span.columns && at <= min(widest, s.columns); at++ {
		for len(s.carries) < at {
			s.carries = append(s.carries, carry{})
		}
		s.carries[at-1] = carry{rows: down, first: true, text: head, fill: fill}
		head = nil // the text stands once a row
	}
}

// endRow ends the open row; true when it has text of its own.
func (s *rows) endRow() bool {
	s.endCell()
	if !s.inRow {
		return false
	}
	s.inRow = false
	filled := s.row.Fault != ""
	for _, p := range s.cells {
		filled = filled || p.to > p.from
	}
	for i := range s.carries {
		c := &s.carries[i]
		switch {
		case c.rows == 0:
		case c.first: // spanned from this row on
			c.first = false
		default:
			if filled && (len(c.text) > 0 || c.fill.Given) {
				from := len(s.text)
				s.text = append(s.text, c.text...)
				s.cells = append(s.cells, place{i + 1, from, len(s.text), c.fill})
			}
			if c.rows > 0 {
				c.rows--
			}
		}
	}
	for n := len(s.carries); n > 0 && s.carries[n-1].rows == 0; n-- {
		s.carries = s.carries[:n-1]
	}
	return filled
}

// finish lays the cells of the row out in their columns.
func (s *rows) finish() *cells.Row {
	for _, p := range s.cells {
		for len(s.row.Cells) < p.column {
			s.row.Cells = append(s.row.Cells, cells.Cell{})
		}
		s.row.Cells[p.column-1] = cells.Cell{Text: s.text[p.from:p.to], Look: cells.Look{Fill: p.fill}}
	}
	for i, c := range s.row.Cells {
		if s.row.Fault != "" {
			break
		}
		if !utf8.Valid(c.Text) || bytes.Contains(c.Text, []byte("\uFFFD")) {
			s.row.Fault, s.row.Column = cells.FaultEncoding, i+1
		}
	}
	return &s.row
}
