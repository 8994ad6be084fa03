// Package xls reads the cells of workbooks of Excel 97–2003 (BIFF8 in a
// compound file).
//
// It promises the values a person sees, formulas by their last value, dates by
// the format of their cell in either date system; rows in order; and an error
// for a file that is cut off or damaged, never half a sheet taken for a whole
// one. The stream of such a workbook is bounded by its 65 536 rows a sheet and
// is held in memory.
package xls

import (
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
)

// Records of the stream.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recColumns    = 0x007D
	recSheet      = 0x0085
	recMulRK      = 0x00BD
	recRichString = 0x00D6
	recXF         = 0x00E0
	recMerged     = 0x00E5
	recStrings    = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

const (
	biff8       = 0x0600
	streamLimit = 512 << 20
	stylesLimit = 1 << 16
)

var errDamaged = errors.New("a record that makes no sense")

// Book is an open workbook.
type Book struct {
	name     string
	limits   cells.Limits
	data     []byte // the stream
	from1904 bool
	formats  map[int]serial.Shown
	styles   []serial.Shown
	indents  []uint8 // likewise: how far in the text is shown
	strings  []byte
	ends     []int
	sheets   []cells.Table
}

// Open reads the stream and what all sheets share. A password gives
// CodeEncrypted, a workbook older than Excel 97 CodeWorkbookKind, one that is
// damaged CodeTruncated, a limit CodeTooLarge.
func Open(name string, data io.ReaderAt, size int64, l cells.Limits) (b *Book, err error) {
	b = &Book{name: name, limits: l, formats: map[int]serial.Shown{}}
	if b.data, err = b.stream(data, size); err != nil {
		return nil, b.wrap("open workbook", err)
	}
	if err = b.globals(); err != nil {
		return nil, b.wrap("open workbook", err)
	}
	return b, nil
}

// Tables lists the worksheets in the order of their tabs.
func (b *Book) Tables() []cells.Table { return b.sheets }

func (b *Book) wrap(op string, err error) error {
	var ours *briefing.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	return &briefing.Error{Code: briefing.CodeTruncated, Op: op, Path: b.name, Err: err}
}

func (b *Book) kind() error {
	return &briefing.Error{Code: briefing.CodeWorkbookKind, Op: "open workbook", Path: b.name}
}

// record reads the record at a place: its kind, its bytes and the place
// behind it.
func (b *Book) record(at int) (kind int, body []byte, next int, err error) {
	if at < 0 || at+4 > len(b.data) {
		return 0, nil, 0, io.ErrUnexpectedEOF
	}
	kind = int(binary.LittleEndian.Uint16(b.data[at:]))
	next = at + 4 + int(binary.LittleEndian.Uint16(b.data[at+2:]))
	if next > len(b.data) {
		return 0, nil, 0, io.ErrUnexpectedEOF
	}
	return kind, b.data[at+4 : next], next, nil
}

// long gathers a record with the records that continue it.
func (b *Book) long(body []byte, next int) (parts [][]byte, after int) {
	parts = [][]byte{body}
	for {
		kind, more, then, err := b.record(next)
		if err != nil || kind != recContinue {
			return parts, next
		}
		parts, next = append(parts, more), then
	}
}

// globals reads the records before the first sheet.
func (b *Book) globals() error {
	kind, body, at, err := b.record(0)
	if err != nil {
		return err
	}
	if kind != recBOF || len(body) < 4 || binary.LittleEndian.Uint16(body) != biff8 {
		return b.kind()
	}
	for {
		if kind, body, at, err = b.record(at); err != nil {
			return err
		}
		switch kind {
		case recEOF:
			if len(b.sheets) == 0 {
				return errors.New("no worksheet")
			}
			return nil
		case recFilePass:
			return &briefing.Error{Code: briefing.CodeEncrypted, Op: "open workbook", Path: b.name}
		case recStrings:
			var parts [][]byte
			parts, at = b.long(body, at)
			err = b.shared(parts)
		default:
			err = b.global(kind, body)
		}
		if err != nil {
			return err
		}
	}
}

func (b *Book) global(kind int, body []byte) error {
	switch kind {
	case recDateMode:
		b.from1904 = len(body) >= 2 && body[0] == 1
	case recFormat:
		if len(body) < 5 {
			return errDamaged
		}
		code, err := (&parts{all: [][]byte{body[2:]}}).text(2)
		if err != nil {
			return err
		}
		b.formats[int(binary.LittleEndian.Uint16(body))] = serial.OfFormat(string(code))
	case recXF:
		if len(body) < 4 {
			return errDamaged
		}
		if len(b.styles) < stylesLimit {
			id := int(binary.LittleEndian.Uint16(body[2:]))
			shown, ok := b.formats[id]
			if !ok {
				shown = serial.BuiltIn(id)
			}
			indent := uint8(0)
			if len(body) > 8 {
				indent = body[8] & 0xF
			}
			b.styles, b.indents = append(b.styles, shown), append(b.indents, indent)
		}
	case recSheet:
		if len(body) < 8 {
			return errDamaged
		}
		name, err := (&parts{all: [][]byte{body[6:]}}).text(1)
		if err != nil {
			return err
		}
		if body[5] == 0 { // a worksheet, no chart
			b.sheets = append(b.sheets, &sheet{book: b, name: string(name), at: int(binary.LittleEndian.Uint32(body)), hidden: body[4]&3 != 0})
		}
	}
	return nil
}

// shared reads the strings that cells refer to.
func (b *Book) shared(all [][]byte) error {
	p := &parts{all: all}
	head, err := p.take(8)
	if err != nil {
		return err
	}
	for n := binary.LittleEndian.Uint32(head[4:]); n > 0; n-- {
		text, err := p.text(2)
		if errors.Is(err, io.EOF) {
			return nil // fewer than said: a cell that refers to none is a fault
		}
		if err != nil {
			return err
		}
		b.strings = append(b.strings, text...)
		b.ends = append(b.ends, len(b.strings))
		if b.limits.Strings > 0 && int64(len(b.strings)+8*len(b.ends)) > b.limits.Strings {
			return cells.TooLarge("read shared strings", b.name)
		}
	}
	return nil
}

func (b *Book) stringAt(i uint32) ([]byte, bool) {
	if uint64(i) >= uint64(len(b.ends)) {
		return nil, false
	}
	from := 0
	if i > 0 {
		from = b.ends[i-1]
	}
	return b.strings[from:b.ends[i]], true
}

// parts reads strings across the records that continue one another.
type parts struct {
	all [][]byte
	at  int
}

// settle moves on to the next record that has bytes.
func (p *parts) settle() bool {
	for len(p.all) > 0 && p.at >= len(p.all[0]) {
		p.all, p.at = p.all[1:], 0
	}
	return len(p.all) > 0
}

// take reads n bytes, wherever they are parted.
func (p *parts) take(n int) ([]byte, error) {
	var out []byte
	for len(out) < n {
		if !p.settle() {
			if len(out) == 0 {
				return nil, io.EOF
			}
			return nil, io.ErrUnexpectedEOF
		}
		k := min(n-len(out), len(p.all[0])-p.at)
		out = append(out, p.all[0][p.at:p.at+k]...)
		p.at += k
	}
	return out, nil
}

func (p *parts) skip(n int) error {
	for n > 0 {
		if !p.settle() {
			return io.ErrUnexpectedEOF
		}
		k := min(n, len(p.all[0])-p.at)
		p.at += k
		n -= k
	}
	return nil
}

// text reads a string whose length takes the given number of bytes. Where its
// letters are parted, the next record says anew how wide they are.
func (p *parts) text(lengthBytes int) ([]byte, error) {
	head, err := p.take(lengthBytes + 1)
	if err != nil {
		return nil, err
	}
	left, flags := int(head[0]), head[lengthBytes]
	if lengthBytes == 2 {
		left |= int(head[1]) << 8
	}
	runs, extra := 0, 0
	if flags&8 != 0 {
		b, err := p.take(2)
		if err != nil {
			return nil, damaged(err)
		}
		runs = int(binary.LittleEndian.Uint16(b))
	}
	if flags&4 != 0 {
		b, err := p.take(4)
		if err != nil {
			return nil, damaged(err)
		}
		extra = int(binary.LittleEndian.Uint32(b) & 0x7FFFFFFF)
	}
	var units []uint16
	for left > 0 {
		if p.at >= len(p.all[0]) {
			if !p.settle() {
				return nil, io.ErrUnexpectedEOF
			}
			flags = p.all[0][p.at]
			p.at++
		}
		b := p.all[0][p.at:]
		width := 1 + int(flags&1)
		n := min(left, len(b)/width)
		if n == 0 && len(b) > 0 {
			return nil, errDamaged
		}
		for i := range n {
			if width == 1 {
				units = append(units, uint16(b[i]))
			} else {
				units = append(units, binary.LittleEndian.Uint16(b[2*i:]))
			}
		}
		p.at += n * width
		left -= n
	}
	var out []byte
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out, damaged(p.skip(4*runs + extra))
}

// damaged makes an end in the middle of something an unexpected one.
func damaged(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
