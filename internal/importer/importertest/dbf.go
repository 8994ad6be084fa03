package importertest

import (
	"bytes"
	"encoding/binary"
	"testing"

	"briefing/internal/importer/decode"
)

// DBF is how a dBase table is written: all fields are texts, unless Types says
// otherwise.
type DBF struct {
	Version  byte // default dBase III
	Driver   byte // language driver
	Encoding decode.Encoding
	Types    string        // of the fields, one letter each
	Raw      [][][]byte    // values by row and field that stand as they are
	Deleted  map[int]bool  // records, counted from 0
	End      bool          // with the mark of the end
	Records  func(int) int // what the header says, when it is not the truth
}

// Write makes the table; the first row names the fields.
func (x DBF) Write(t testing.TB, rows [][]string) []byte {
	t.Helper()
	if x.Encoding == "" {
		x.Encoding = decode.UTF8
	}
	encode := func(s string) []byte {
		out, err := x.Encoding.Codec().NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	fields := rows[0]
	widths := make([]int, len(fields))
	values := make([][][]byte, len(rows)-1)
	for i, row := range rows[1:] {
		values[i] = make([][]byte, len(fields))
		for j, s := range row {
			values[i][j] = encode(s)
			if i < len(x.Raw) && x.Raw[i][j] != nil {
				values[i][j] = x.Raw[i][j]
			}
			widths[j] = max(widths[j], len(values[i][j]), 1)
		}
	}
	length, count := 1, len(values)
	for _, w := range widths {
		length += max(w, 1)
	}
	if x.Records != nil {
		count = x.Records(count)
	}
	head := make([]byte, 32)
	if head[0] = x.Version; x.Version == 0 {
		head[0] = 3
	}
	head[1], head[2], head[3], head[29] = 122, 2, 14, x.Driver
	binary.LittleEndian.PutUint32(head[4:], uint32(count))
	binary.LittleEndian.PutUint16(head[8:], uint16(33+32*len(fields)))
	binary.LittleEndian.PutUint16(head[10:], uint16(length))
	for j, name := range fields {
		f := make([]byte, 32)
		copy(f[:10], encode(name))
		if f[11] = 'C'; j < len(x.Types) {
			f[11] = x.Types[j]
		}
		w := max(widths[j], 1)
		f[16] = byte(w)
		if f[11] == 'C' {
			f[17] = byte(w >> 8)
		}
		head = append(head, f...)
	}
	var b bytes.Buffer
	b.Write(append(head, '\r'))
	for i, row := range values {
		mark := byte(' ')
		if x.Deleted[i] {
			mark = '*'
		}
		b.WriteByte(mark)
		for j, v := range row {
			b.Write(v)
			b.Write(bytes.Repeat([]byte(" "), max(widths[j], 1)-len(v)))
		}
	}
	if x.End {
		b.WriteByte(0x1A)
	}
	return b.Bytes()
}
