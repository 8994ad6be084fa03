// Package dbf reads the tables of dBase III, IV and FoxPro, as the Russian
// customs and many accounting programs export them.
//
// It promises every record in order, the deleted ones marked as such; texts in
// the code page the file names, or else weighed; values as the field's type
// says; memory bounded by one record; and an error for a file that holds fewer
// records than it says. The memo file that belongs to some tables is not read:
// a cell that points into it is a fault, never empty.
package dbf

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
)

const headSize = 32 // of the file's header, and of a field's description

// Table is an open file.
type Table struct {
	in       cells.Input
	limits   cells.Limits
	encoding decode.Encoding
	fox      bool // Visual FoxPro, whose types differ
	records  int64
	head     int64 // bytes before the first record
	length   int   // of a record
	fields   []field
}

// field is a column: its bytes in a record.
type field struct {
	name     []byte
	typ      byte
	from, to int
}

var errHeader = errors.New("the header contradicts itself")

// Open reads the header. The data must stay readable while the table is in
// use. words is decode.Detect's. A header that is cut off or makes no sense
// gives CodeTruncated, too many fields CodeTooLarge.
func Open(in cells.Input, l cells.Limits, words func(string) int) (*Table, error) {
	t := &Table{in: in, limits: l}
	if err := t.open(words); err != nil {
		return nil, t.wrap("open table", err)
	}
	return t, nil
}

// Encoding is the one that texts are read in.
func (t *Table) Encoding() decode.Encoding { return t.encoding }

// Name is empty: the file is one table.
func (t *Table) Name() string { return "" }

func (t *Table) wrap(op string, err error) error {
	var ours *briefing.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return &briefing.Error{Code: briefing.CodeTruncated, Op: op, Path: t.in.Name, Err: err}
}

func (t *Table) open(words func(string) int) error {
	var head [headSize]byte
	if _, err := t.in.Data.ReadAt(head[:], 0); err != nil {
		return err
	}
	t.fox = head[0] >= 0x30 && head[0] <= 0x32
	t.records = int64(binary.LittleEndian.Uint32(head[4:]))
	t.head = int64(binary.LittleEndian.Uint16(head[8:]))
	t.length = int(binary.LittleEndian.Uint16(head[10:]))
	if t.head < headSize+1 || t.length < 2 {
		return errHeader
	}
	raw := make([]byte, t.head-headSize)
	if _, err := t.in.Data.ReadAt(raw, headSize); err != nil && (!errors.Is(err, io.EOF) || t.in.Size < t.head) {
		return err
	}
	if err := t.describe(raw); err != nil {
		return err
	}
	var err error
	t.encoding, err = t.encodingOf(head[29], words)
	return err
}

// describe reads the descriptions of the fields up to their end mark.
func (t *Table) describe(raw []byte) error {
	at := 1 // behind the mark of deletion
	for len(raw) >= headSize && raw[0] != '\r' {
		name, _, _ := bytes.Cut(raw[:11], []byte{0})
		f := field{name: cells.Trim(bytes.Clone(name)), typ: raw[11], from: at}
		width := int(raw[16])
		if f.typ == 'C' { // longer texts have the high byte where decimals stand
			width += int(raw[17]) << 8
		}
		if at += width; width == 0 || at > t.length {
			return errHeader
		}
		f.to = at
		raw = raw[headSize:]
		if f.typ == '0' {
			continue // FoxPro's own, not the user's
		}
		t.fields = append(t.fields, f)
		if most := t.limits.Columns; most > 0 && len(t.fields) > most {
			return cells.TooLarge("open table", t.in.Name)
		}
	}
	if len(t.fields) == 0 {
		return errHeader
	}
	return nil
}

// encodingOf goes by the language driver where it says something: the western
// ones stand in Russian files too, so they are weighed like none at all.
func (t *Table) encodingOf(driver byte, words func(string) int) (decode.Encoding, error) {
	switch driver {
	case 0x26, 0x65:
		return decode.CP866, nil
	case 0xC9:
		return decode.CP1251, nil
	case 0x4D, 0x7A:
		return decode.GB18030, nil
	}
	records := t.in
	records.Open = func() (io.ReadCloser, error) {
		var names []byte
		for _, f := range t.fields {
			names = append(append(names, f.name...), '\n')
		}
		body := io.NewSectionReader(t.in.Data, t.head, max(t.in.Size-t.head, 0))
		return io.NopCloser(io.MultiReader(bytes.NewReader(names), &spaced{r: body})), nil
	}
	return decode.Detect(records, words)
}

// spaced reads binary values as blanks, so that they do not look like UTF-16.
type spaced struct{ r io.Reader }

func (s *spaced) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	for i, c := range p[:n] {
		if c < ' ' {
			p[i] = ' '
		}
	}
	return n, err
}

// Rows starts reading: the names of the fields first, as line 1, then the
// records; the line of a record is its number plus one.
func (t *Table) Rows(ctx context.Context) (cells.Rows, error) {
	body := io.NewSectionReader(t.in.Data, t.head, max(t.in.Size-t.head, 0))
	return &rows{
		t: t, ctx: ctx, r: bufio.NewReaderSize(body, 256<<10), buf: make([]byte, t.length),
		decoder: t.encoding.Codec().NewDecoder(),
	}, nil
}

type rows struct {
	t       *Table
	ctx     context.Context
	r       *bufio.Reader
	buf     []byte
	decoder *encoding.Decoder
	count   int64
	headed  bool
	row     cells.Row
	text    []byte
}

// Close ends the reading; there is nothing to give back.
func (s *rows) Close() error { return nil }

// Next gives the next record.
func (s *rows) Next() (*cells.Row, error) {
	if !s.headed {
		s.headed = true
		s.row = cells.Row{Line: 1}
		for i, f := range s.t.fields {
			s.row.Cells = append(s.row.Cells, cells.Cell{Text: s.decode(f.name, i)})
		}
		return &s.row, nil
	}
	if s.count%1024 == 0 && s.ctx.Err() != nil {
		return nil, &briefing.Error{Code: briefing.CodeCancelled, Op: "read table", Path: s.t.in.Name, Err: s.ctx.Err()}
	}
	if err := s.record(); err != nil {
		return nil, err
	}
	s.count++
	s.row = cells.Row{Line: int(s.count) + 1, Cells: s.row.Cells[:0]}
	s.text = s.text[:0]
	switch {
	case s.count > s.t.records && s.t.records > 0:
		s.row.Fault = cells.FaultPlace // a record that the header does not count
	case s.buf[0] == '*':
		s.row.Fault = cells.FaultDeleted
	}
	for i, f := range s.t.fields {
		s.row.Cells = append(s.row.Cells, s.cell(f, s.buf[f.from:f.to], i))
	}
	return &s.row, nil
}

// record reads the next record; io.EOF behind the last. A table whose header
// counts none is read as far as it goes: its program never closed it.
func (s *rows) record() error {
	mark, err := s.r.Peek(1)
	switch due := s.count < s.t.records; {
	case err == nil && mark[0] != 0x1A && (due || mark[0] == ' ' || mark[0] == '*'):
	case due:
		if err == nil {
			err = errors.New("the table ends early")
		}
		return s.t.wrap("read table", err)
	case err == nil || errors.Is(err, io.EOF):
		return io.EOF
	}
	if _, err = io.ReadFull(s.r, s.buf); err != nil {
		return s.t.wrap("read table", err)
	}
	return nil
}

// decode turns a text into UTF-8 and notes what is wrong with it.
func (s *rows) decode(raw []byte, column int) []byte {
	text := raw
	if s.t.encoding != decode.UTF8 {
		out, err := s.decoder.Bytes(raw)
		if err != nil {
			out = append(out, "\uFFFD"...)
		}
		text = out
	}
	if s.row.Fault != "" {
		return text
	}
	switch most := s.t.limits.Line; {
	case most > 0 && len(text) > most:
		s.row.Fault, s.row.Column = cells.FaultCell, column+1
		return text[:most]
	case bytes.IndexByte(text, 0) >= 0:
		s.row.Fault, s.row.Column = cells.FaultNUL, column+1
	case strings.ToValidUTF8(string(text), "\uFFFD") != string(text) || bytes.Contains(text, []byte("\uFFFD")):
		s.row.Fault, s.row.Column = cells.FaultEncoding, column+1
	}
	return text
}
