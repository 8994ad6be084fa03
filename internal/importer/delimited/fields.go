package delimited

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"briefing/internal/importer/cells"
)

// split cuts a record into cells.
func (s *rows) split(rec []byte) {
	s.text = s.text[:0]
	if cap(s.text) < len(rec) {
		s.text = make([]byte, 0, 2*len(rec))
	}
	if s.line-s.row.Line == 1 && bytes.IndexByte(rec, '"') < 0 {
		s.row.Cells = splitPlain(s.row.Cells, rec, s.delimiter)
	} else {
		s.splitQuoted(rec)
	}
	s.rec = rec
	s.bound(&s.row)
	if !s.unchecked {
		checkText(&s.row, s.rec)
	}
}

// bound cuts off what a row has more than the columns allowed.
func (s *rows) bound(row *cells.Row) {
	if len(row.Cells) > s.columns {
		row.Fault, row.Column = cells.FaultColumns, s.columns+1
		row.Cells = row.Cells[:s.columns]
	}
}

// splitPlain appends the cells of a record without quotes. It looks for their
// ends in 64 bytes at a time: how many there are can't be guessed, and so the
// fewer stretches are asked the fewer guesses fail.
func splitPlain(out []cells.Cell, rec []byte, delimiter byte) []cells.Cell {
	from := 0
	for at := 0; at < len(rec); at += 64 {
		for ends := found(rec, at, delimiter); ends != 0; ends &= ends - 1 {
			end := at + bits.TrailingZeros64(ends)
			out = append(out, cells.Cell{Text: rec[from:end]})
			from = end + 1
		}
	}
	return append(out, cells.Cell{Text: rec[from:]})
}

// found tells which of the 64 bytes of a record from a place on are the
// delimiter, the first by the lowest bit. Behind nearly every record of a file
// there is more to be read, and what is found there does not count.
func found(rec []byte, at int, delimiter byte) (ends uint64) {
	left := len(rec) - at
	if cap(rec)-at < 64 {
		for i, c := range rec[at:min(at+64, len(rec))] {
			if c == delimiter {
				ends |= 1 << i
			}
		}
		return ends
	}
	sign, b := uint64(delimiter)*0x0101010101010101, rec[at:cap(rec)][:64]
	ends = equal(b, sign) | equal(b[8:], sign)<<8 | equal(b[16:], sign)<<16 | equal(b[24:], sign)<<24
	if left > 32 {
		ends |= equal(b[32:], sign)<<32 | equal(b[40:], sign)<<40 | equal(b[48:], sign)<<48 | equal(b[56:], sign)<<56
	}
	if left < 64 {
		ends &= 1<<left - 1
	}
	return ends
}

// equal tells which of eight bytes are those of the sign.
func equal(b []byte, sign uint64) uint64 {
	const low = 0x7F7F7F7F7F7F7F7F
	x := binary.LittleEndian.Uint64(b) ^ sign
	x = ^(x&low + low | x | low)             // the high bit of each byte that is 0
	return x >> 7 * 0x0102040810204080 >> 56 // these bits side by side
}

func (s *rows) splitQuoted(rec []byte) {
	for {
		var cell []byte
		var more bool
		if len(rec) > 0 && rec[0] == '"' {
			cell, rec, more = s.unquote(rec[1:])
		} else {
			cell, rec, more = bytes.Cut(rec, []byte{s.delimiter})
		}
		s.row.Cells = append(s.row.Cells, cells.Cell{Text: cell})
		if !more {
			return
		}
	}
}

// unquote reads a field after its opening quote; what stands between the
// closing quote and the delimiter belongs to it. The text never outgrows its
// buffer, which was made as long as the record.
func (s *rows) unquote(rec []byte) (cell, rest []byte, more bool) {
	from := len(s.text)
	for {
		i := bytes.IndexByte(rec, '"')
		if i < 0 { // record has made sure of the closing quote
			s.text = append(s.text, rec...)
			return s.text[from:], nil, false
		}
		s.text = append(s.text, rec[:i]...)
		rec = rec[i+1:]
		if len(rec) == 0 || rec[0] != '"' {
			break
		}
		s.text = append(s.text, '"')
		rec = rec[1:]
	}
	tail, rest, more := bytes.Cut(rec, []byte{s.delimiter})
	s.text = append(s.text, tail...)
	return s.text[from:], rest, more
}

// checkText finds what makes a row unreadable: bytes that are no text.
func checkText(row *cells.Row, rec []byte) {
	switch {
	case row.Fault != "":
	case bytes.IndexByte(rec, 0) >= 0:
		fault(row, cells.FaultNUL, func(b []byte) bool { return bytes.IndexByte(b, 0) >= 0 })
	case !Sound(rec):
		fault(row, cells.FaultEncoding, func(b []byte) bool { return !Sound(b) })
	}
}

func fault(row *cells.Row, reason string, in func([]byte) bool) {
	row.Fault = reason
	for i, c := range row.Cells {
		if in(c.Text) {
			row.Column = i + 1
			return
		}
	}
}

// Sound reports whether the bytes are UTF-8 without the mark of a lost letter.
func Sound(b []byte) bool {
	return utf8.Valid(b) && !bytes.Contains(b, []byte("\uFFFD"))
}
