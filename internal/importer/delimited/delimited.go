// Package delimited reads CSV and TSV of any delimiter and encoding: quoted
// fields with delimiters and newlines inside, ragged rows, white space
// between a closing quote and the delimiter.
//
// It promises to hand over every record with the line it begins on, in memory
// bounded by the longest record. A quote that never closes costs its own line
// only: reading goes on with the next one.
package delimited

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
)

// Delimiters lists the delimiters tried, in their order.
func Delimiters() []byte { return []byte{'\t', ',', ';', '|'} }

// Table is a text file read with an encoding and a delimiter.
type Table struct {
	Input     cells.Input
	Encoding  decode.Encoding
	Delimiter byte
	Limits    cells.Limits
}

// Name is empty: a text file is one table.
func (t Table) Name() string { return "" }

// Rows starts reading at the first line.
func (t Table) Rows(_ context.Context) (cells.Rows, error) {
	return t.open(256 << 10)
}

func (t Table) open(room int) (*rows, error) {
	r, err := t.Input.Open()
	if err != nil {
		return nil, err
	}
	return &rows{
		src: r, r: t.Encoding.Reader(r), delimiter: t.Delimiter,
		buf: make([]byte, 0, room), line: 1,
		longest: bound(t.Limits.Line), columns: bound(t.Limits.Columns),
	}, nil
}

func bound(n int) int {
	if n == 0 {
		return math.MaxInt
	}
	return n
}

type rows struct {
	src       io.Closer
	r         io.Reader
	delimiter byte
	buf       []byte // unread bytes are buf[at:]
	at        int
	eof       bool
	line      int // of buf[at]
	longest   int
	columns   int
	row       cells.Row
	text      []byte // unquoted text of the row
	rec       []byte // the row as it lies in the file
	unchecked bool   // of a Cutter: its text is not looked at
	only      string // of a Cutter: the fault of the only record
}

// shownText is more than a report shows of a row that is too long to be held.
const shownText = 4 << 10

// Close closes the file.
func (s *rows) Close() error { return s.src.Close() }

// Next gives the next record that is not an empty line.
func (s *rows) Next() (*cells.Row, error) {
	for {
		end, lines, fault, err := s.record()
		if err != nil {
			return nil, err
		}
		rec := s.buf[s.at : s.at+end]
		s.row = cells.Row{Line: s.line, Cells: s.row.Cells[:0], Fault: fault}
		s.at += end
		s.line += lines
		if fault != "" {
			s.row.Cells = append(s.row.Cells, cells.Cell{Text: trimEnd(rec)})
			if fault == cells.FaultLong && !bytes.HasSuffix(rec, []byte("\n")) {
				s.row.Cells[0].Text = bytes.Clone(rec[:min(len(rec), shownText)]) // what follows takes its place
				if err := s.skipLine(); err != nil {
					return nil, err
				}
			}
			return &s.row, nil
		}
		rec = trimEnd(rec)
		if len(rec) == 0 {
			continue
		}
		s.split(rec)
		return &s.row, nil
	}
}

func trimEnd(b []byte) []byte {
	b = bytes.TrimSuffix(b, []byte("\n"))
	return bytes.TrimSuffix(b, []byte("\r"))
}

// record finds the end of the record at buf[at:], its line end included.
func (s *rows) record() (end, lines int, fault string, err error) {
	scanned, quoted, from := 0, false, 0
	fresh := true // at the start of a field
	for {
		b := s.buf[s.at:]
		for scanned < len(b) {
			if quoted {
				i := bytes.IndexByte(b[scanned:], '"')
				if i < 0 {
					scanned = len(b)
					break
				}
				scanned += i + 1
				if scanned == len(b) && !s.eof {
					scanned-- // the next byte tells whether the quote is doubled
					break
				}
				if scanned < len(b) && b[scanned] == '"' {
					scanned++
					continue
				}
				quoted = false
				if s.slipped(b, from, scanned-1) {
					return bytes.IndexByte(b, '\n') + 1, 1, cells.FaultQuote, nil
				}
				continue
			}
			end, opened := s.plain(b, scanned, fresh)
			if end < 0 {
				scanned, fresh = len(b), endsField(b, s.delimiter)
				break
			}
			if !opened {
				if end > s.longest {
					fault = cells.FaultLong
				}
				return end, 1 + bytes.Count(b[:end-1], []byte("\n")), fault, nil
			}
			scanned, quoted, fresh, from = end, true, false, end
		}
		if len(b) > s.longest {
			return s.tooLong(b, quoted)
		}
		if s.eof {
			return s.atEnd(b, quoted)
		}
		if err := s.fill(); err != nil {
			return 0, 0, "", err
		}
	}
}

// slipped reports whether a quote that closes a field over several lines is the
// opening one of another field: it stands where fields begin, and a word follows.
// The field was never closed, and all between would be lost in it.
func (s *rows) slipped(b []byte, from, quote int) bool {
	if quote <= from || b[quote-1] != s.delimiter || quote+1 >= len(b) || bytes.IndexByte(b[from:quote], '\n') < 0 {
		return false
	}
	next := b[quote+1]
	return next != s.delimiter && next != '\r' && next != '\n'
}

func endsField(b []byte, delimiter byte) bool {
	return len(b) == 0 || b[len(b)-1] == delimiter
}

// plain looks, outside quotes, for the end of the line or for a quote that
// opens a field; it gives the place after either, or −1.
func (s *rows) plain(b []byte, from int, fresh bool) (end int, opened bool) {
	nl := bytes.IndexByte(b[from:], '\n')
	stop := len(b)
	if nl >= 0 {
		stop = from + nl
	}
	for at := from; at < stop; {
		q := bytes.IndexByte(b[at:stop], '"')
		if q < 0 {
			break
		}
		at += q
		if at == from && fresh || at > from && b[at-1] == s.delimiter {
			return at + 1, true
		}
		at++
	}
	if nl < 0 {
		return -1, false
	}
	return stop + 1, false
}

// tooLong gives up on a record: on its first line when a quote has swallowed
// several, else on what is there.
func (s *rows) tooLong(b []byte, quoted bool) (end, lines int, fault string, err error) {
	if nl := bytes.IndexByte(b, '\n'); nl >= 0 {
		if quoted {
			return nl + 1, 1, cells.FaultQuote, nil
		}
		return nl + 1, 1, cells.FaultLong, nil
	}
	return len(b), 1, cells.FaultLong, nil
}

// atEnd ends the last record, with or without a line end.
func (s *rows) atEnd(b []byte, quoted bool) (end, lines int, fault string, err error) {
	if len(b) == 0 {
		return 0, 0, "", io.EOF
	}
	if quoted {
		if nl := bytes.IndexByte(b, '\n'); nl >= 0 {
			return nl + 1, 1, cells.FaultQuote, nil
		}
		return len(b), 1, cells.FaultQuote, nil
	}
	return len(b), 1 + bytes.Count(b[:len(b)-1], []byte("\n")), "", nil
}

// skipLine leaves out the rest of a line that is too long to be held.
func (s *rows) skipLine() error {
	for {
		if nl := bytes.IndexByte(s.buf[s.at:], '\n'); nl >= 0 {
			s.at += nl + 1
			return nil
		}
		s.at = len(s.buf)
		if s.eof {
			return nil
		}
		if err := s.fill(); err != nil {
			return err
		}
	}
}

// fill reads more, moving what is unread to the front or growing the buffer.
func (s *rows) fill() error {
	if s.at > 0 {
		n := copy(s.buf, s.buf[s.at:])
		s.buf, s.at = s.buf[:n], 0
	}
	if len(s.buf) == cap(s.buf) {
		grown := make([]byte, len(s.buf), 2*cap(s.buf))
		copy(grown, s.buf)
		s.buf = grown
	}
	n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
	s.buf = s.buf[:len(s.buf)+n]
	if errors.Is(err, io.EOF) {
		s.eof, err = true, nil
	}
	return err
}
