package xls

import (
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"

	"briefing/internal/importer/cells"
)

var errContainer = errors.New("the container contradicts itself")

// container is a compound file: sectors chained by a table. Every walk along a
// chain is bounded by the number of sectors there are, so that one that bites
// its tail ends.
type container struct {
	data   io.ReaderAt
	size   int64
	sector int64
	fat    []uint32
}

const noSector = 0xFFFFFFFA // and above: ends and marks

// stream finds the workbook in its container.
func (b *Book) stream(data io.ReaderAt, size int64) ([]byte, error) {
	head := make([]byte, 512)
	if _, err := data.ReadAt(head, 0); err != nil {
		return nil, damaged(err)
	}
	le := binary.LittleEndian
	shift := le.Uint16(head[30:])
	if shift != 9 && shift != 12 {
		return nil, errContainer
	}
	c := &container{data: data, size: size, sector: 1 << shift}
	if err := c.table(head); err != nil {
		return nil, err
	}
	directory, err := c.chain(le.Uint32(head[48:]), min(size, streamLimit))
	if err != nil {
		return nil, err
	}
	var root, old []byte
	for ; len(directory) >= 128; directory = directory[128:] {
		e := directory[:128]
		switch name := entryName(e); {
		case e[66] == 5 && root == nil:
			root = e
		case e[66] == 2 && name == "Book":
			old = e
		case e[66] == 2 && name == "Workbook":
			length := int64(le.Uint32(e[120:]))
			switch {
			case length > size:
				return nil, io.ErrUnexpectedEOF
			case length > streamLimit:
				return nil, cells.TooLarge("open workbook", b.name)
			case length < int64(le.Uint32(head[56:])):
				return c.small(head, root, le.Uint32(e[116:]), length)
			}
			return c.whole(le.Uint32(e[116:]), length)
		}
	}
	if old != nil {
		return nil, b.kind()
	}
	return nil, errors.New("no workbook in the container")
}

func entryName(e []byte) string {
	n := int(binary.LittleEndian.Uint16(e[64:]))/2 - 1
	var units []uint16
	for i := range min(max(n, 0), 31) {
		units = append(units, binary.LittleEndian.Uint16(e[2*i:]))
	}
	return string(utf16.Decode(units))
}

func (c *container) most() int { return int(c.size/c.sector) + 1 }

func (c *container) read(n uint32) ([]byte, error) {
	out := make([]byte, c.sector)
	got, err := c.data.ReadAt(out, (int64(n)+1)*c.sector)
	if got == 0 && err != nil {
		return nil, damaged(err)
	}
	return out[:got], nil
}

// table reads the table of sectors, whose own sectors are listed in the head
// and, in long files, in a chain of their own.
func (c *container) table(head []byte) error {
	le := binary.LittleEndian
	list := head[76:512]
	next := le.Uint32(head[68:])
	for steps := 0; ; steps++ {
		for at := 0; at+4 <= len(list); at += 4 {
			n := le.Uint32(list[at:])
			if n >= noSector {
				continue
			}
			b, err := c.read(n)
			if err != nil {
				return err
			}
			for ; len(b) >= 4 && len(c.fat) <= c.most(); b = b[4:] {
				c.fat = append(c.fat, le.Uint32(b))
			}
		}
		if next >= noSector || len(c.fat) > c.most() {
			return nil
		}
		b, err := c.read(next)
		if err != nil {
			return err
		}
		if len(b) < int(c.sector) || steps > c.most() {
			return errContainer
		}
		list, next = b[:len(b)-4], le.Uint32(b[len(b)-4:])
	}
}

// chain reads the sectors of a chain, at most limit bytes.
func (c *container) chain(start uint32, limit int64) ([]byte, error) {
	var out []byte
	for n, steps := start, 0; n < noSector && int64(len(out)) < limit; steps++ {
		if steps > c.most() || int64(n) >= int64(len(c.fat)) {
			return nil, errContainer
		}
		b, err := c.read(n)
		if err != nil {
			return nil, err
		}
		out = append(out, b...)
		n = c.fat[n]
	}
	return out[:min(int64(len(out)), limit)], nil
}

func (c *container) whole(start uint32, length int64) ([]byte, error) {
	out, err := c.chain(start, length)
	if err == nil && int64(len(out)) < length {
		err = io.ErrUnexpectedEOF
	}
	return out, err
}

// small reads a short stream: it lies in sectors of 64 bytes inside the root's.
func (c *container) small(head, root []byte, start uint32, length int64) ([]byte, error) {
	le := binary.LittleEndian
	if root == nil {
		return nil, errContainer
	}
	table, err := c.chain(le.Uint32(head[60:]), min(c.size, streamLimit))
	if err != nil {
		return nil, err
	}
	body, err := c.chain(le.Uint32(root[116:]), min(c.size, streamLimit))
	if err != nil {
		return nil, err
	}
	var out []byte
	for n := start; n < noSector && int64(len(out)) < length; {
		at := int64(n) * 64
		if at+64 > int64(len(body)) || 4*int64(n)+4 > int64(len(table)) {
			return nil, errContainer
		}
		out = append(out, body[at:at+64]...)
		n = le.Uint32(table[4*n:])
	}
	if int64(len(out)) < length {
		return nil, io.ErrUnexpectedEOF
	}
	return out[:length], nil
}
