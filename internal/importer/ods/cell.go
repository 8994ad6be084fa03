package ods

import (
	"bytes"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
	"briefing/internal/importer/xmlscan"
)

// cell is the cell being read.
type cell struct {
	open      bool
	depth     int
	covered   bool
	repeat    int
	typ       string
	value     []byte // of a number, a date or a truth, as written
	words     string // of a text that no paragraph shows
	style     string
	fault     bool
	from      int // of its text in rows.text
	lines     int // paragraphs so far
	paragraph int // depth of the paragraph being read, or 0
	long      bool
}

func (s *rows) startCell(covered bool) {
	a := s.x.Attrs
	s.c = cell{
		open: true, depth: s.depth, covered: covered, from: len(s.text), value: s.c.value[:0],
		repeat: attrCount(a, "table:number-columns-repeated"), style: attrText(a, "table:style-name"),
		typ: string(xmlscan.Attr(a, "office:value-type")),
	}
	c := &s.c
	switch c.typ {
	case "float", "percentage", "currency":
		c.value = append(c.value, xmlscan.Attr(a, "office:value")...)
	case "date":
		c.value = append(c.value, xmlscan.Attr(a, "office:date-value")...)
	case "boolean":
		c.value = append(c.value, xmlscan.Attr(a, "office:boolean-value")...)
	case "string":
		c.words = attrText(a, "office:string-value")
	}
	c.fault = string(xmlscan.Attr(a, "calcext:value-type")) == "error" ||
		c.typ == "" && xmlscan.Attr(a, "table:formula") != nil
	across, down := attrCount(a, "table:number-columns-spanned"), attrCount(a, "table:number-rows-spanned")
	if (across > 1 || down > 1) && !covered && len(s.merged) < cells.MergedLimit {
		s.merged = append(s.merged, cells.Range{FromRow: s.line + 1, FromColumn: s.column + 1, ToRow: s.line + down, ToColumn: s.column + across})
	}
}

// inCell starts an element inside a cell: paragraphs are read, with what they
// dress up and link; comments, shapes and tables in cells are not.
func (s *rows) inCell(name string) {
	c := &s.c
	switch {
	case name == "p" && c.paragraph == 0:
		c.paragraph = s.depth
		if c.lines++; c.lines > 1 {
			s.write([]byte{'\n'})
		}
	case c.paragraph == 0:
		s.skip = s.depth
	case name == "s":
		n := attrCount(s.x.Attrs, "text:c")
		s.write(bytes.Repeat([]byte{' '}, min(n, 1<<12)))
	case name == "tab":
		s.write([]byte{'\t'})
	case name == "line-break":
		s.write([]byte{'\n'})
	case name == "span", name == "a", name == "meta", name == "ruby", name == "ruby-base":
	case name == "annotation", name == "note", name == "ruby-text", strings.HasPrefix(name, "frame"), name == "custom-shape", name == "g":
		s.skip = s.depth
	}
}

func (s *rows) chars() { s.write(xmlscan.AppendText(nil, s.x.Text, s.x.Literal)) }

// write adds to the cell's text, up to the limit.
func (s *rows) write(b []byte) {
	if s.c.long || s.c.covered {
		return
	}
	s.text = append(s.text, b...)
	if most := s.sheet.book.limits.Line; most > 0 && (len(s.text)-s.c.from > most || len(s.text) > 4*most) {
		s.c.long = true
		s.text = s.text[:min(len(s.text), s.c.from+most)]
	}
}

// endCell decides what the cell holds.
func (s *rows) endCell() {
	c := &s.c
	c.open = false
	p := place{column: s.column + 1, repeat: c.repeat, from: c.from}
	s.column = min(s.column+c.repeat, 1<<24)
	if c.covered {
		s.text = s.text[:c.from]
		return
	}
	switch {
	case c.fault:
		p.kind = cells.Fault
	case c.typ == "float" || c.typ == "percentage" || c.typ == "currency":
		p.kind = s.number(c.value)
	case c.typ == "date":
		p.kind = s.date(p.column)
	case c.typ == "boolean":
		p.kind = cells.Bool
		s.text = append(s.text[:c.from], '0')
		if string(c.value) == "true" {
			s.text[c.from] = '1'
		}
	case c.lines == 0:
		s.write([]byte(c.words))
	}
	if p.to = len(s.text); c.long {
		s.blame(cells.FaultCell, p.column)
	}
	if p.to == p.from && p.kind != cells.Fault {
		return // a cell with a format only
	}
	s.add(p)
}

// date writes a date as far as its format shows it.
func (s *rows) date(column int) cells.Kind {
	c := &s.c
	day, clock, _ := strings.Cut(string(c.value), "T")
	if len(day) != len("2006-01-02") || strings.Trim(day, "0123456789-") != "" || len(clock) > 32 {
		s.text = append(s.text[:c.from], c.value[:min(len(c.value), 64)]...)
		return cells.Fault
	}
	style := c.style
	if style == "" {
		style = s.look(column).style
	}
	clock, _, _ = strings.Cut(clock, ".")
	switch s.sheet.book.shown[style] {
	case serial.ShowYear:
		day, clock = day[:4], ""
	case serial.ShowMonth:
		day, clock = day[:7], ""
	case serial.ShowDay:
		clock = ""
	}
	s.text = append(s.text[:c.from], day...)
	if clock != "" && strings.Trim(clock, "0:") != "" {
		s.text = append(append(s.text, 'T'), clock...)
	}
	return cells.Date
}
