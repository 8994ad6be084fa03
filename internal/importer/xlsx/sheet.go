package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
	"briefing/internal/importer/xmlscan"
)

// The last row and column a sheet can have.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

type sheet struct {
	book   *Book
	name   string
	part   string
	hidden bool
}

// Name is the sheet's name.
func (s *sheet) Name() string { return s.name }

// Hidden reports whether the workbook does not show the sheet's tab.
func (s *sheet) Hidden() bool { return s.hidden }

// place is where a cell's text stands: in the row's own text, or in a shared
// string.
type place struct {
	column   int
	from, to int
	shared   []byte
	kind     cells.Kind
	formula  bool
	indent   uint8
}

type rows struct {
	sheet  *sheet
	src    io.Closer
	x      *xmlscan.Reader
	inside bool // in sheetData
	done   bool
	line   int
	row    cells.Row
	text   []byte
	shared int // bytes of the row's shared strings
	cells  []place
	c      cell
	unseen columnSet
	shut   bool // the row is hidden
}

// cell is the cell being read.
type cell struct {
	column  int
	typ     byte // 'n', 's', 'b', 'e', 't' (str), 'i' (inlineStr), 'd'
	style   int
	from    int // of its text in rows.text
	value   bool
	formula bool
	in      richText
	isV     bool
	isF     bool
	isIs    bool
	long    bool
}

// Close closes the part.
func (s *rows) Close() error { return s.src.Close() }

// Next gives the next row that has any cell.
func (s *rows) Next() (*cells.Row, error) {
	for {
		k, err := s.x.Next()
		if errors.Is(err, io.EOF) {
			if s.done {
				return nil, io.EOF
			}
			err = xmlscan.ErrForm // the part ends inside its data
		}
		if err != nil {
			return nil, s.sheet.book.wrap("read sheet "+s.sheet.name, err)
		}
		switch {
		case k == xmlscan.StartTag && string(s.x.Name) == "sheetData":
			s.inside = true
		case k == xmlscan.EndTag && string(s.x.Name) == "sheetData":
			s.inside, s.done = false, true
		case k == xmlscan.StartTag && !s.inside && string(s.x.Name) == "col":
			s.unseen.add(s.x.Attrs)
		case !s.inside: // the rest is read too: its end proves the part whole
		case k == xmlscan.StartTag:
			s.start()
		case k == xmlscan.CharData:
			s.chars()
		case k == xmlscan.EndTag:
			if s.end() && len(s.cells) > 0 {
				return s.finish(), nil
			}
		}
	}
}

func (s *rows) start() {
	switch string(s.x.Name) {
	case "row":
		s.startRow()
	case "c":
		s.startCell()
	case "v":
		s.c.isV, s.c.value = true, true
	case "f":
		s.c.isF, s.c.formula = true, true
	case "is":
		s.c.isIs = true
	default:
		s.c.in.start(s.x.Name)
	}
}

func (s *rows) startRow() {
	s.line++
	s.row = cells.Row{Cells: s.row.Cells[:0]}
	if r := xmlscan.Attr(s.x.Attrs, "r"); r != nil {
		n, err := strconv.Atoi(string(r))
		if err != nil || n < 1 || n > lastRow {
			s.row.Fault = cells.FaultPlace
		} else {
			s.line = n
		}
	}
	s.row.Line = s.line
	s.shut = truth(xmlscan.Attr(s.x.Attrs, "hidden"))
	s.text, s.cells, s.shared = s.text[:0], s.cells[:0], 0
	s.c = cell{}
}

func (s *rows) startCell() {
	column := s.c.column + 1
	var ref, typ, style []byte
	for name, value, rest, ok := xmlscan.NextAttr(s.x.Attrs); ok; name, value, rest, ok = xmlscan.NextAttr(rest) {
		if name = xmlscan.LocalName(name); len(name) != 1 {
			continue
		}
		switch { // the first of a name counts
		case name[0] == 'r' && ref == nil:
			ref = value
		case name[0] == 't' && typ == nil:
			typ = value
		case name[0] == 's' && style == nil:
			style = value
		}
	}
	if ref != nil {
		column = columnOf(ref)
		if column < 1 || column > lastColumn {
			s.row.Fault = cells.FaultPlace
			column = s.c.column + 1
		}
	}
	s.c = cell{column: column, typ: 'n', from: len(s.text)}
	switch string(typ) {
	case "s", "b", "e", "d":
		s.c.typ = typ[0]
	case "str":
		s.c.typ = 't'
	case "inlineStr":
		s.c.typ = 'i'
	}
	if style != nil {
		s.c.style, _ = strconv.Atoi(string(style)) // none is the first
	}
}

// columnOf reads the letters of a reference: 28 of "AB12", 0 of nonsense.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		switch {
		case c >= 'A' && c <= 'Z':
			n = n*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			n = n*26 + int(c-'a') + 1
		case c >= '0' && c <= '9':
			return n
		default:
			return 0
		}
		if n > lastColumn {
			return n
		}
	}
	return 0
}

func (s *rows) chars() {
	wanted := s.c.isV && s.c.typ != 'i' || s.c.isIs && s.c.in.wanted()
	if !wanted || s.c.long {
		return
	}
	s.text = xmlscan.AppendText(s.text, s.x.Text, s.x.Literal)
	if most := s.sheet.book.limits.Line; most > 0 && (len(s.text)-s.c.from > most || len(s.text) > 4*most) {
		s.c.long = true
		s.text = s.text[:min(len(s.text), s.c.from+most)]
	}
}

// end closes an element; true at the end of a row.
func (s *rows) end() bool {
	switch string(s.x.Name) {
	case "row":
		return true
	case "c":
		s.endCell()
	case "v":
		s.c.isV = false
	case "f":
		s.c.isF = false
	case "is":
		s.c.isIs = false
	default:
		s.c.in.end(s.x.Name)
	}
	return false
}

// endCell decides what the cell holds.
func (s *rows) endCell() {
	if s.c.column == 0 { // an end without a start
		return
	}
	p := place{column: s.c.column, from: s.c.from, formula: s.c.formula}
	if s.c.style >= 0 && s.c.style < len(s.sheet.book.indents) {
		p.indent = s.sheet.book.indents[s.c.style]
	}
	raw := s.text[s.c.from:]
	switch {
	case s.c.typ == 'i' || s.c.typ == 't':
		s.text = s.text[:s.c.from+len(unescape(raw))]
	case s.c.formula && (!s.c.value || len(raw) == 0): // some programs write the place of the value and no value
		p.kind = cells.Fault
	case len(raw) == 0:
	case s.c.typ == 's':
		i, err := strconv.Atoi(string(bytes.TrimSpace(raw)))
		str, ok := s.sheet.book.strings.at(i)
		if s.text = s.text[:s.c.from]; err != nil || !ok {
			p.kind = cells.Fault
		}
		if most := s.sheet.book.limits.Line; most > 0 && len(str) > most {
			str, s.c.long = str[:most], true
		}
		// One long string can stand in each cell of a row.
		if s.shared += len(str); s.sheet.book.limits.Line > 0 && s.shared > 4*s.sheet.book.limits.Line {
			str, s.c.long = nil, true
		}
		p.shared = str
	case s.c.typ == 'b':
		p.kind = cells.Bool
	case s.c.typ == 'e':
		p.kind = cells.Fault
	case s.c.typ == 'd':
		p.kind = cells.Date
		s.text = bytes.TrimSuffix(s.text, []byte("T00:00:00"))
	default:
		p.kind = s.number(raw)
	}
	p.to = len(s.text)
	if s.c.long && s.row.Fault == "" {
		s.row.Fault, s.row.Column = cells.FaultCell, p.column
	}
	if p.to == p.from && len(p.shared) == 0 && p.kind != cells.Fault {
		return // a cell with a format only
	}
	if most := s.sheet.book.limits.Columns; most > 0 && (p.column > most || len(s.cells) >= most) {
		if s.row.Fault == "" {
			s.row.Fault, s.row.Column = cells.FaultColumns, p.column
		}
		return
	}
	s.cells = append(s.cells, p)
}

// number rewrites the number in the row's text: as a date when its format
// shows one, else as a plain decimal of the fifteen digits that a spreadsheet
// keeps.
func (s *rows) number(raw []byte) cells.Kind {
	raw = bytes.TrimSpace(raw)
	style := serial.NotDate
	if s.c.style >= 0 && s.c.style < len(s.sheet.book.styles) {
		style = s.sheet.book.styles[s.c.style]
	}
	if style == serial.NotDate {
		out, ok := serial.AppendNumber(s.text[:s.c.from], raw)
		if !ok {
			return cells.Fault
		}
		s.text = out
		return cells.Number
	}
	v, ok := serial.Parse(raw)
	if !ok {
		return cells.Fault
	}
	if out, ok := serial.AppendDate(s.text[:s.c.from], v, style, s.sheet.book.from1904); ok {
		s.text = out
		return cells.Date
	}
	s.text = serial.AppendPlain(s.text[:s.c.from], v)
	return cells.Number
}

// finish lays the cells of the row out in their columns.
func (s *rows) finish() *cells.Row {
	s.row.Hidden = s.shut
	for _, p := range s.cells {
		for len(s.row.Cells) < p.column {
			s.row.Cells = append(s.row.Cells, cells.Cell{})
		}
		t := s.text[p.from:p.to]
		if p.shared != nil {
			t = p.shared
		}
		s.row.Cells[p.column-1] = cells.Cell{Text: t, Kind: p.kind, Calc: p.formula, Look: cells.Look{Indent: p.indent}}
		s.row.Hidden = s.row.Hidden || s.unseen.has(p.column)
	}
	s.row.CheckText()
	return &s.row
}
