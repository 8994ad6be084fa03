package xls

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
)

type sheet struct {
	book *Book
	name string
	at   int // of its first record

	hidden bool
}

// Name is the sheet's name.
func (s *sheet) Name() string { return s.name }

// Hidden reports whether the workbook does not show the sheet's tab.
func (s *sheet) Hidden() bool { return s.hidden }

// Rows starts reading at the first row.
func (s *sheet) Rows(ctx context.Context) (cells.Rows, error) {
	kind, _, at, err := s.book.record(s.at)
	if err == nil && kind != recBOF {
		err = errDamaged
	}
	if err != nil {
		return nil, s.book.wrap("read sheet "+s.name, err)
	}
	return &rows{sheet: s, ctx: ctx, at: at, line: -1}, nil
}

// Merged lists the merged ranges.
func (s *sheet) Merged(ctx context.Context) ([]cells.Range, error) {
	r, err := s.Rows(ctx)
	if err != nil {
		return nil, err
	}
	all := r.(*rows)
	for {
		switch _, err := all.Next(); {
		case errors.Is(err, io.EOF):
			return all.merged, nil
		case err != nil:
			return nil, err
		}
	}
}

// place is where a cell's text stands: in the row's own text, or in a shared
// string.
type place struct {
	column, from, to int
	shared           []byte
	kind             cells.Kind
	indent           uint8
}

type rows struct {
	sheet   *sheet
	ctx     context.Context
	at      int
	depth   int // of a chart inside the sheet
	count   int
	line    int // of the row being gathered, from 0; −1: none
	last    int // highest line handed over
	done    bool
	cells   []place
	text    []byte
	size    int // bytes of the row's texts
	row     cells.Row
	fault   string
	column  int
	pending int    // column of a formula whose text follows, 0: none
	style   uint16 // of that formula
	merged  []cells.Range
	unseen  [256]bool    // columns that are not shown
	shut    map[int]bool // rows that are not shown, made where there is one
}

// Close ends the reading; there is nothing to give back.
func (s *rows) Close() error { return nil }

// Next gives the next row that has any cell.
func (s *rows) Next() (*cells.Row, error) {
	b := s.sheet.book
	for !s.done {
		if s.count++; s.count%1024 == 0 && s.ctx.Err() != nil {
			return nil, &briefing.Error{Code: briefing.CodeCancelled, Op: "read sheet", Path: b.name, Err: s.ctx.Err()}
		}
		kind, body, next, err := b.record(s.at)
		if err != nil {
			return nil, b.wrap("read sheet "+s.sheet.name, err)
		}
		if line, ok := lineOf(kind, body); ok && s.depth == 0 && line != s.line {
			// The record is read again once the row is handed over.
			if row := s.finish(); row != nil {
				return row, nil
			}
			s.begin(line)
		}
		s.at = next
		if err := s.take(kind, body); err != nil {
			return nil, b.wrap("read sheet "+s.sheet.name, err)
		}
	}
	if row := s.finish(); row != nil {
		return row, nil
	}
	return nil, io.EOF
}

// lineOf is the row that a cell's record belongs to.
func lineOf(kind int, body []byte) (int, bool) {
	switch kind {
	case recFormula, recMulRK, recRichString, recLabelSST, recNumber, recLabel, recBoolErr, recRK:
		if len(body) >= 6 {
			return int(binary.LittleEndian.Uint16(body)), true
		}
	}
	return 0, false
}

func (s *rows) begin(line int) {
	s.line, s.cells, s.text, s.fault, s.column, s.pending, s.size = line, s.cells[:0], s.text[:0], "", 0, 0, 0
	if line+1 <= s.last {
		s.fault = cells.FaultPlace // out of order, as no program writes it
	}
}

func (s *rows) take(kind int, body []byte) error {
	switch {
	case kind == recBOF:
		s.depth++
		return nil
	case kind == recEOF:
		if s.depth > 0 {
			s.depth--
		} else {
			s.done = true
		}
		return nil
	case s.depth > 0:
		return nil
	case kind == recMerged:
		return s.merge(body)
	case kind == recColumns || kind == recRow:
		s.layout(kind, body)
		return nil
	case kind == recString:
		return s.formulaText(body)
	}
	if _, ok := lineOf(kind, body); !ok {
		if kind == recFormula || kind == recNumber || kind == recLabelSST {
			return errDamaged
		}
		return nil
	}
	return s.cell(kind, int(binary.LittleEndian.Uint16(body[2:]))+1, binary.LittleEndian.Uint16(body[4:]), body)
}

// cell reads a record of one cell, or of several numbers beside each other.
func (s *rows) cell(kind, column int, style uint16, body []byte) error {
	rest := body[6:]
	need := map[int]int{recLabelSST: 4, recRK: 4, recNumber: 8, recBoolErr: 2, recFormula: 8}[kind]
	if len(rest) < need {
		return errDamaged
	}
	switch kind {
	case recLabelSST:
		text, ok := s.sheet.book.stringAt(binary.LittleEndian.Uint32(rest))
		if !ok {
			s.add(place{column: column, kind: cells.Fault})
			return nil
		}
		s.words(column, style, text)
	case recLabel, recRichString:
		all, after := s.sheet.book.long(rest, s.at)
		s.at = after
		text, err := (&parts{all: all}).text(2)
		if err != nil {
			return damaged(err)
		}
		s.words(column, style, text)
	case recRK:
		s.number(column, style, rk(binary.LittleEndian.Uint32(rest)))
	case recNumber:
		s.number(column, style, math.Float64frombits(binary.LittleEndian.Uint64(rest)))
	case recBoolErr:
		s.truth(column, rest[0], rest[1] != 0)
	case recFormula:
		s.formula(column, style, rest)
	case recMulRK:
		for at := 4; at+8 <= len(body); at += 6 { // the last column stands at the end
			s.number(column, binary.LittleEndian.Uint16(body[at:]), rk(binary.LittleEndian.Uint32(body[at+2:])))
			column++
		}
	}
	return nil
}

// formula takes the last value of a formula.
func (s *rows) formula(column int, style uint16, result []byte) {
	if binary.LittleEndian.Uint16(result[6:]) != 0xFFFF {
		s.number(column, style, math.Float64frombits(binary.LittleEndian.Uint64(result)))
		return
	}
	switch result[0] {
	case 0:
		s.pending, s.style = column, style // a record with the text follows
	case 1:
		s.truth(column, result[2], false)
	case 2:
		s.truth(column, result[2], true)
	}
}

func (s *rows) formulaText(body []byte) error {
	all, after := s.sheet.book.long(body, s.at)
	s.at = after
	text, err := (&parts{all: all}).text(2)
	if err != nil {
		return damaged(err)
	}
	if s.pending > 0 {
		s.words(s.pending, s.style, text)
		s.pending = 0
	}
	return nil
}

// rk unpacks a number: a whole one or the upper half of a float, either in
// hundredths.
func rk(n uint32) float64 {
	v := float64(int32(n) >> 2)
	if n&2 == 0 {
		v = math.Float64frombits(uint64(n&^3) << 32)
	}
	if n&1 != 0 {
		v /= 100
	}
	return v
}

func (s *rows) truth(column int, v byte, fault bool) {
	p := place{column: column, from: len(s.text), kind: cells.Bool}
	if fault {
		p.kind = cells.Fault
	} else {
		s.text = append(s.text, '0'+min(v, 1))
	}
	p.to = len(s.text)
	s.add(p)
}

// number writes a number as a date when its format shows one.
func (s *rows) number(column int, style uint16, v float64) {
	p := place{column: column, from: len(s.text), kind: cells.Number}
	shown := serial.NotDate
	if int(style) < len(s.sheet.book.styles) {
		shown = s.sheet.book.styles[style]
	}
	switch {
	case math.IsNaN(v) || math.Abs(v) >= 1e40:
		p.kind = cells.Fault
	case shown == serial.NotDate:
		s.text = serial.AppendPlain(s.text, v)
	default:
		out, ok := serial.AppendDate(s.text, v, shown, s.sheet.book.from1904)
		if p.kind = cells.Date; !ok {
			out, p.kind = serial.AppendPlain(s.text, v), cells.Number
		}
		s.text = out
	}
	p.to = len(s.text)
	s.add(p)
}

func (s *rows) words(column int, style uint16, text []byte) {
	if most := s.sheet.book.limits.Line; most > 0 && len(text) > most {
		text = text[:most]
		s.blame(cells.FaultCell, column)
	}
	// One long string can stand in each cell of a row.
	if s.size += len(text); s.sheet.book.limits.Line > 0 && s.size > 4*s.sheet.book.limits.Line {
		s.blame(cells.FaultCell, column)
		return
	}
	if len(text) > 0 {
		p := place{column: column, shared: text}
		if int(style) < len(s.sheet.book.indents) {
			p.indent = s.sheet.book.indents[style]
		}
		s.add(p)
	}
}

func (s *rows) blame(fault string, column int) {
	if s.fault == "" {
		s.fault, s.column = fault, column
	}
}

func (s *rows) add(p place) {
	if most := s.sheet.book.limits.Columns; most > 0 && (p.column > most || len(s.cells) >= most) {
		s.blame(cells.FaultColumns, p.column)
		return
	}
	s.cells = append(s.cells, p)
}

// merge notes merged ranges.
func (s *rows) merge(body []byte) error {
	if len(body) < 2 {
		return errDamaged
	}
	for at := 2; at+8 <= len(body) && len(s.merged) < cells.MergedLimit; at += 8 {
		n := func(i int) int { return int(binary.LittleEndian.Uint16(body[at+2*i:])) + 1 }
		s.merged = append(s.merged, cells.Range{FromRow: n(0), ToRow: n(1), FromColumn: n(2), ToColumn: n(3)})
	}
	return nil
}

// layout notes what the sheet does not show. Its rows are announced before
// their cells.
func (s *rows) layout(kind int, body []byte) {
	le := binary.LittleEndian
	switch {
	case kind == recColumns && len(body) >= 10 && body[8]&1 != 0:
		for n := int(le.Uint16(body)); n <= min(int(le.Uint16(body[2:])), len(s.unseen)-1); n++ {
			s.unseen[n] = true
		}
	case kind == recRow && len(body) >= 16 && body[12]&0x20 != 0:
		if s.shut == nil {
			s.shut = map[int]bool{}
		}
		s.shut[int(le.Uint16(body))] = true
	}
}

// finish lays the cells of the gathered row out in their columns; nil when
// there are none.
func (s *rows) finish() *cells.Row {
	if s.line < 0 || len(s.cells) == 0 && s.fault == "" {
		return nil
	}
	s.row = cells.Row{Line: s.line + 1, Cells: s.row.Cells[:0], Fault: s.fault, Column: s.column, Hidden: s.shut[s.line]}
	s.last = max(s.last, s.line+1)
	s.line = -1
	for _, p := range s.cells {
		for len(s.row.Cells) < p.column {
			s.row.Cells = append(s.row.Cells, cells.Cell{})
		}
		t := s.text[p.from:p.to]
		if p.shared != nil {
			t = p.shared
		}
		s.row.Cells[p.column-1] = cells.Cell{Text: t, Kind: p.kind, Look: cells.Look{Indent: p.indent}}
		s.row.Hidden = s.row.Hidden || p.column <= len(s.unseen) && s.unseen[p.column-1]
	}
	s.row.CheckText()
	return &s.row
}
