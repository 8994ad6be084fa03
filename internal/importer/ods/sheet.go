package ods

import (
	"bytes"
	"context"
	"errors"
	"io"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
	"briefing/internal/importer/xmlscan"
)

type sheet struct {
	book   *Book
	name   string
	at     int
	hidden bool
}

// Name is the sheet's name.
func (s *sheet) Name() string { return s.name }

// Hidden reports whether the spreadsheet does not show the sheet's tab.
func (s *sheet) Hidden() bool { return s.hidden }

// Merged lists the merged ranges.
func (s *sheet) Merged(ctx context.Context) ([]cells.Range, error) {
	r, err := s.rows(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	for {
		switch _, err := r.Next(); {
		case errors.Is(err, io.EOF):
			return r.merged, nil
		case err != nil:
			return nil, err
		}
	}
}

// Rows starts reading at the first row.
func (s *sheet) Rows(ctx context.Context) (cells.Rows, error) { return s.rows(ctx) }

func (s *sheet) rows(ctx context.Context) (*rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, cancelled(s.book.name, err)
	}
	r, err := s.book.open(content)
	if err != nil {
		return nil, err
	}
	return &rows{sheet: s, ctx: ctx, src: r, x: xmlscan.New(r), left: s.at + 1}, nil
}

func cancelled(name string, err error) error {
	return &briefing.Error{Code: briefing.CodeCancelled, Op: "read sheet", Path: name, Err: err}
}

// columns is a run of columns of one look.
type columns struct {
	to     int // last of them
	style  string
	hidden bool
}

// place is where a cell's text stands in the row's own text.
type place struct {
	column, repeat int
	from, to       int
	kind           cells.Kind
}

type rows struct {
	sheet  *sheet
	ctx    context.Context
	src    io.Closer
	x      *xmlscan.Reader
	count  int
	depth  int
	body   int // depth of the list of sheets
	left   int // sheets to come until ours has begun
	table  int // depth of ours
	skip   int // depth of an element whose inside is no cell of ours
	done   bool
	looks  []columns
	line   int // of the row that was read last
	again  int // times that it is still to be handed over
	repeat int
	shut   bool
	row    cells.Row
	text   []byte
	size   int // bytes of the row with its repetitions
	cells  []place
	column int // last column of the row so far
	merged []cells.Range
	c      cell
}

// Close closes the part.
func (s *rows) Close() error { return s.src.Close() }

// Next gives the next row that has any cell.
func (s *rows) Next() (*cells.Row, error) {
	if s.again > 0 {
		s.again--
		s.line++
		s.row.Line = s.line
		return &s.row, nil
	}
	for !s.done {
		if s.count++; s.count%4096 == 0 && s.ctx.Err() != nil {
			return nil, cancelled(s.sheet.book.name, s.ctx.Err())
		}
		k, err := s.x.Next()
		if errors.Is(err, io.EOF) {
			err = xmlscan.ErrForm // the part ends inside its data
		}
		if err != nil {
			return nil, s.sheet.book.wrap("read sheet "+s.sheet.name, err)
		}
		switch k {
		case xmlscan.StartTag:
			if s.depth++; s.skip == 0 {
				s.start(string(s.x.Name))
			}
		case xmlscan.CharData:
			if s.skip == 0 && s.c.paragraph > 0 {
				s.chars()
			}
		case xmlscan.EndTag:
			if s.end(string(s.x.Name)) {
				return &s.row, nil
			}
		}
	}
	return nil, io.EOF
}

func (s *rows) start(name string) {
	switch {
	case s.c.open:
		s.inCell(name)
	case name == "spreadsheet" && s.body == 0:
		s.body = s.depth
	case s.body == 0:
	case name == "table" && s.depth == s.body+1:
		if s.left--; s.left > 0 {
			s.skip = s.depth
		} else {
			s.table = s.depth
		}
	case s.table == 0:
		s.skip = s.depth
	case name == "table-column":
		s.addColumns()
	case name == "table-row":
		s.startRow()
	case name == "table-cell", name == "covered-table-cell":
		s.startCell(name[0] == 'c')
	case name == "table-columns", name == "table-rows", name == "table-header-columns", name == "table-header-rows",
		name == "table-column-group", name == "table-row-group":
	default: // shapes, links, scenarios: nothing of theirs is a cell
		s.skip = s.depth
	}
}

// end closes an element; true when a row is to be handed over.
func (s *rows) end(name string) (ready bool) {
	s.depth--
	switch {
	case s.skip > 0:
		if s.depth < s.skip {
			s.skip = 0
		}
	case s.c.open && s.depth < s.c.depth:
		s.endCell()
	case s.c.open:
		if s.depth < s.c.paragraph {
			s.c.paragraph = 0
		}
	case s.table > 0 && s.depth < s.table:
		s.done = true
	case name == "table-row":
		return s.endRow()
	}
	return false
}

func (s *rows) addColumns() {
	const most = 1 << 12
	last := 0
	if n := len(s.looks); n > 0 {
		last = s.looks[n-1].to
	}
	if len(s.looks) < most {
		v := string(xmlscan.Attr(s.x.Attrs, "table:visibility"))
		s.looks = append(s.looks, columns{
			to: last + attrCount(s.x.Attrs, "table:number-columns-repeated"), hidden: v == "collapse" || v == "filter",
			style: attrText(s.x.Attrs, "table:default-cell-style-name"),
		})
	}
}

// look is how the column looks.
func (s *rows) look(column int) columns {
	for _, c := range s.looks {
		if column <= c.to {
			return c
		}
	}
	return columns{}
}

func (s *rows) startRow() {
	s.repeat = attrCount(s.x.Attrs, "table:number-rows-repeated")
	v := string(xmlscan.Attr(s.x.Attrs, "table:visibility"))
	s.shut = v == "collapse" || v == "filter"
	s.row = cells.Row{Cells: s.row.Cells[:0], Hidden: s.shut}
	s.text, s.cells, s.column, s.size = s.text[:0], s.cells[:0], 0, 0
}

// endRow lays the cells of the row out in their columns; a row that is
// repeated is handed over again.
func (s *rows) endRow() bool {
	first := s.line + 1
	if len(s.cells) == 0 && s.row.Fault == "" {
		s.line = min(s.line+s.repeat, lastRow+1)
		return false
	}
	if s.line += 1; s.line+s.repeat-1 > lastRow {
		s.row.Fault, s.row.Column, s.repeat = cells.FaultPlace, 0, 1
		s.line = min(s.line, lastRow)
	}
	s.row.Line, s.again = first, s.repeat-1
	for _, p := range s.cells {
		hidden := s.look(p.column).hidden
		for len(s.row.Cells) < p.column-1 {
			s.row.Cells = append(s.row.Cells, cells.Cell{})
		}
		for range p.repeat {
			s.row.Cells = append(s.row.Cells, cells.Cell{Text: s.text[p.from:p.to], Kind: p.kind})
		}
		s.row.Hidden = s.row.Hidden || hidden
	}
	s.row.CheckText()
	return true
}

// blame keeps the first fault of the row.
func (s *rows) blame(fault string, column int) {
	if s.row.Fault == "" {
		s.row.Fault, s.row.Column = fault, column
	}
}

// add takes a cell into the row.
func (s *rows) add(p place) {
	l := s.sheet.book.limits
	most := lastColumn
	if l.Columns > 0 {
		most = min(most, l.Columns)
	}
	if p.column+p.repeat-1 > most {
		s.blame(cells.FaultColumns, max(p.column, most+1))
		if p.repeat = most - p.column + 1; p.repeat < 1 {
			return
		}
	}
	if s.size += (p.to - p.from) * p.repeat; l.Line > 0 && s.size > 4*l.Line {
		s.blame(cells.FaultCell, p.column)
		return
	}
	s.cells = append(s.cells, p)
}

// number writes a number as workbooks of other kinds give it.
func (s *rows) number(raw []byte) cells.Kind {
	out, ok := serial.AppendNumber(s.text[:s.c.from], bytes.TrimSpace(raw))
	if s.text = out; !ok {
		s.text = append(s.text, raw[:min(len(raw), 64)]...)
		return cells.Fault
	}
	return cells.Number
}
