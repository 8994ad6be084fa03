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
