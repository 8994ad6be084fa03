package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

// bundle packs the parts of a workbook as they come and writes them in a fixed
// order with a fixed time, so that the same book gives the same bytes.
type bundle struct {
	modified time.Time
	parts    []*part
	packed   bytes.Buffer             // the parts one after another
	packer   *flate.Writer            // one for all: a new one costs more than most parts
	open     bool                     // the last part has no end yet
	tails    map[string]string        // by part: what stands before the end of a sheet
	rows     map[string]sheetRows     // by part: the rows of a long table
	tail     interface{ end() error } // the open part, if something is put into it
}

// part is one part of a workbook, packed.
type part struct {
	name     string
	size     int
	sum      uint32
	from, to int // of the bundle's packed bytes
	bundle   *bundle
}

// packLevel is where smaller files begin to cost more time than they are worth.
const packLevel = 5

// usualSize is room for the parts of most packs.
const usualSize = 192 << 10

// Create takes one part; what is written to the one before is at its end.
func (b *bundle) Create(name string) (io.Writer, error) {
	if err := b.Close(); err != nil {
		return nil, err
	}
	p := &part{name: name, bundle: b, from: b.packed.Len()}
	if b.packer == nil {
		b.packed.Grow(usualSize)
		var err error
		if b.packer, err = flate.NewWriter(&b.packed, packLevel); err != nil {
			return nil, err
		}
	}
	b.packer.Reset(&b.packed)
	b.open = true
	b.parts = append(b.parts, p)
	if name == typesPart {
		return &types{part: p}, nil
	}
	if rows := b.rows[name]; rows != nil {
		f := &filled{part: p, rows: rows, tail: b.tails[name]}
		b.tail = f
		return f, nil
	}
	if text := b.tails[name]; text != "" {
		t := &tailed{part: p, text: text}
		b.tail = t
		return t, nil
	}
	return p, nil
}

func (p *part) Write(data []byte) (int, error) {
	p.size += len(data)
	p.sum = crc32.Update(p.sum, crc32.IEEETable, data)
	return p.bundle.packer.Write(data)
}

// AddFS is not used by the writer of workbooks.
func (b *bundle) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close ends the last part; the second time it does nothing.
func (b *bundle) Close() error {
	if !b.open {
		return nil
	}
	b.open = false
	if t := b.tail; t != nil {
		b.tail = nil
		if err := t.end(); err != nil {
			return err
		}
	}
	err := b.packer.Close()
	b.parts[len(b.parts)-1].to = b.packed.Len()
	return err
}

func (b *bundle) writeTo(w io.Writer) error {
	if err := b.Close(); err != nil {
		return err
	}
	slices.SortFunc(b.parts, func(x, y *part) int { return strings.Compare(x.name, y.name) })
	modified := b.modified.UTC()
	if modified.Year() < 1980 {
		modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if g, ok := w.(interface{ Grow(n int) }); ok { // a buffer need not be copied while it grows
		g.Grow(b.packed.Len() + usualSize)
	}
	z := zip.NewWriter(w)
	for _, p := range b.parts {
		h := &zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.sum, CreatorVersion: 20, ReaderVersion: 20,
			CompressedSize64: uint64(p.to - p.from), UncompressedSize64: uint64(p.size),
		}
		h.SetModTime(modified) //nolint:staticcheck // CreateRaw looks at nothing else
		part, err := z.CreateRaw(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(b.packed.Bytes()[p.from:p.to]); err != nil {
			return err
		}
	}
	return z.Close()
}

// tailed is a sheet that gets something before its end. It comes in pieces, so
// the last bytes are held back.
type tailed struct {
	part *part
	text string
	held []byte
}

const sheetEnd = "</worksheet>"

func (t *tailed) Write(data []byte) (int, error) {
	n := len(data)
	t.held = append(t.held, data...)
	if out := len(t.held) - len(sheetEnd); out > 0 {
		if _, err := t.part.Write(t.held[:out]); err != nil {
			return 0, err
		}
		t.held = append(t.held[:0], t.held[out:]...)
	}
	return n, nil
}

func (t *tailed) end() error {
	if string(t.held) != sheetEnd {
		return fmt.Errorf("a sheet ends with %q", t.held)
	}
	_, err := t.part.Write([]byte(t.text + sheetEnd))
	return err
}

const typesPart = "[Content_Types].xml"

var typeEntry = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// types is the list of content types, which comes in any order.
type types struct{ part *part }

// Write takes the whole list, which the writer of workbooks gives at once.
func (t *types) Write(data []byte) (int, error) {
	if _, err := t.part.Write(sortTypes(data)); err != nil {
		return 0, err
	}
	return len(data), nil
}

// sortTypes puts the list of content types, which comes in any order, into one.
func sortTypes(data []byte) []byte {
	at := typeEntry.FindAllIndex(data, -1)
	if len(at) == 0 {
		return data
	}
	var entries []string
	for _, a := range at {
		entries = append(entries, string(data[a[0]:a[1]]))
	}
	slices.Sort(entries)
	out := append([]byte{}, data[:at[0][0]]...)
	out = append(out, strings.Join(entries, "")...)
	return append(out, data[at[len(at)-1][1]:]...)
}
