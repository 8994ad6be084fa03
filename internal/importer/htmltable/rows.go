package htmltable

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"unicode/utf8"

	"golang.org/x/net/html"

	"briefing/internal/importer/cells"
)

// table is one table of a page.
type table struct {
	page               *Page
	at                 int64 // of its tag
	id, caption, title string
	name               string
	filled             bool
}

// Name is the table's id or caption, see Page.Tables.
func (t *table) Name() string { return t.name }

// Rows starts reading at the first row; lines are numbers of rows.
func (t *table) Rows(ctx context.Context) (cells.Rows, error) { return t.rows(ctx) }

func (t *table) rows(ctx context.Context) (*rows, error) {
	s := &rows{scanner: t.page.scan(ctx, t.at), columns: math.MaxInt, longest: math.MaxInt}
	if n := t.page.limits.Columns; n > 0 {
		s.columns = n
	}
	if n := t.page.limits.Line; n > 0 {
		s.longest = n
	}
	err := s.next() // the table's own tag
	return s, t.page.wrap("read table", err)
}

// Merged lists the spans of the table.
func (t *table) Merged(ctx context.Context) ([]cells.Range, error) {
	s, err := t.rows(ctx)
	if err != nil {
		return nil, err
	}
	s.note = true
	for {
		switch _, err := s.Next(); {
		case errors.Is(err, io.EOF):
			return s.merged, nil
		case err != nil:
			return nil, err
		}
	}
}

// widest is the last column that a span may reach.
const widest = 16_384

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

// rows reads one table. Tables inside its cells are read by themselves.
type rows struct {
	*scanner
	columns, longest int
	depth            int // of tables inside a cell
	done             bool
	again            bool // the tag that ended a row begins the next one
	line             int
	row              cells.Row
	text             []byte
	cells            []place
	carries          []carry
	note             bool
	merged           []cells.Range
	rowFill          cells.Colour
	inRow            bool
	cell             cell
	skip             skipped
}

// cell is the cell being read.
type cell struct {
	open, head, long bool
	column, from     int
	span             dress
	inner            cells.Colour // of an element in it
}

// skipped is an element whose text is not shown.
type skipped struct {
	name  string
	depth int
}

// Close ends the reading; there is nothing to give back.
func (s *rows) Close() error { return nil }

// Next gives the next row that has any text of its own.
func (s *rows) Next() (*cells.Row, error) {
	for !s.done {
		if !s.again {
			if err := s.next(); err != nil {
				if errors.Is(err, io.EOF) {
					err = errCut
				}
				return nil, s.page.wrap("read table", err)
			}
		}
		s.again = false
		if s.take() {
			return s.finish(), nil
		}
	}
	return nil, io.EOF
}

// take uses a token; true when it ended a row that has text.
func (s *rows) take() bool {
	switch {
	case s.kind == html.TextToken:
		if s.depth == 0 && s.cell.open && s.skip.depth == 0 {
			s.words(s.z.Raw())
		}
	case s.opens():
		return s.start()
	case s.kind == html.EndTagToken:
		return s.end()
	}
	return false
}

func (s *rows) start() bool {
	if s.skip.depth > 0 && (s.skip.name == "script" || s.skip.name == "style") {
		return false // what looks like a tag is none
	}
	name := string(s.name)
	switch {
	case name == "script" || name == "style":
		s.skip = skipped{name, 1}
	case name == "table":
		s.depth++
	case s.depth > 0:
	case name == "tr":
		if s.inRow {
			s.again = s.endRow()
			if s.again {
				return true
			}
		}
		s.startRow(s.dress().fill)
	case name == "td" || name == "th":
		s.endCell()
		if !s.inRow {
			s.startRow(cells.Colour{})
		}
		s.startCell(name == "th")
	case name == "thead" || name == "tbody" || name == "tfoot":
		return s.endRow()
	case s.cell.open:
		s.inline(name)
	}
	return false
}

// inline is an element in a cell.
func (s *rows) inline(name string) {
	switch name {
	case "br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6":
		if s.skip.depth == 0 {
			s.text = append(s.text, '\n')
		}
	}
	switch name {
	case "br", "img", "input", "hr", "wbr", "col", "meta", "link":
		return // has no end
	}
	switch d := s.dress(); {
	case s.skip.depth > 0:
		if s.skip.name == name {
			s.skip.depth++
		}
	case d.hidden || name == "noscript" || name == "template" || name == "select" || name == "title":
		if s.kind == html.StartTagToken {
			s.skip = skipped{name, 1}
		}
	case d.fill.Given && !s.cell.inner.Given:
		s.cell.inner = d.fill
	}
}

func (s *rows) end() bool {
	name := string(s.name)
	if s.skip.depth > 0 && s.skip.name == name {
		s.skip.depth--
		return false
	}
	switch {
	case s.skip.depth > 0 && (s.skip.name == "script" || s.skip.name == "style"):
	case name == "table" && s.depth > 0:
		s.depth--
	case name == "table", name == "body", name == "html":
		s.done = true
		return s.endRow()
	case s.depth > 0:
	case name == "tr", name == "thead", name == "tbody", name == "tfoot":
		return s.endRow()
	case name == "td", name == "th":
		s.endCell()
	case s.cell.open && s.skip.depth == 0 && (name == "p" || name == "div" || name == "li"):
		s.text = append(s.text, '\n')
	}
	return false
}

// words adds text to the open cell.
func (s *rows) words(raw []byte) {
	if s.cell.long {
		return
	}
	s.text = appendText(s.text, s.page.text(raw))
	if len(s.text)-s.cell.from > s.longest || len(s.text)/4 > s.longest {
		s.cell.long = true
		s.text = s.text[:min(len(s.text), s.cell.from+s.longest)]
	}
}

// appendText adds text with white space made single blanks and entities
// resolved. Line ends of the markup are blanks; those of the cell are added by
// inline.
func appendText(dst, text []byte) []byte {
	if bytes.IndexByte(text, '&') >= 0 {
		text = []byte(html.UnescapeString(string(text)))
	}
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r != ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f':
			dst = append(dst, text[:n]...)
		case len(dst) > 0 && dst[len(dst)-1] != ' ' && dst[len(dst)-1] != '\n':
			dst = append(dst, ' ')
		}
		text = text[n:]
	}
	return dst
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
