package importertest

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// XLSRecord is a record of an old workbook.
type XLSRecord struct {
	Kind uint16
	Body []byte
}

// XLS makes a workbook of Excel 97 whose cells are shared strings, the strings
// parted into records that continue one another after every part bytes of
// letters. extra are records for the workbook's head, more ones for the sheet,
// behind the rows.
func XLS(rows [][]string, part int, extra, more []XLSRecord) []byte {
	return XLSLaidOut(rows, part, 0, extra, nil, more)
}

// XLSLaidOut is XLS with the state of the sheet's tab (0 shown, 1 hidden, 2
// hidden from the menu) and records for the sheet before the rows.
func XLSLaidOut(rows [][]string, part int, state byte, extra, before, more []XLSRecord) []byte {
	return Compound("Workbook", XLSStream(rows, part, state, extra, before, more))
}

// XLSStream is the stream of XLSLaidOut without its container.
func XLSStream(rows [][]string, part int, state byte, extra, before, more []XLSRecord) []byte {
	le := binary.LittleEndian
	var sheet, shared []XLSRecord
	bof := func(kind uint16) XLSRecord {
		b := make([]byte, 16)
		le.PutUint16(b, 0x0600)
		le.PutUint16(b[2:], kind)
		return XLSRecord{0x0809, b}
	}
	table := make([]byte, 8)
	tag := uint16(0x00FC)
	flush := func() {
		shared = append(shared, XLSRecord{tag, table})
		table, tag = nil, 0x003C
	}
	n := 0
	for i, row := range rows {
		for j, s := range row {
			if s == "" {
				continue
			}
			units := utf16.Encode([]rune(s))
			if len(table) > 8000 {
				flush()
			}
			table = append(le.AppendUint16(table, uint16(len(units))), 1)
			for k, u := range units {
				if k > 0 && k%part == 0 {
					flush()
					table = []byte{1}
				}
				table = le.AppendUint16(table, u)
			}
			c := le.AppendUint16(le.AppendUint16(le.AppendUint16(nil, uint16(i)), uint16(j)), 0)
			sheet = append(sheet, XLSRecord{0x00FD, le.AppendUint32(c, uint32(n))})
			n++
		}
	}
	flush()
	le.PutUint32(shared[0].Body, uint32(n))
	le.PutUint32(shared[0].Body[4:], uint32(n))
	head := append([]XLSRecord{bof(5)}, extra...)
	head = append(head, XLSRecord{0x00E0, make([]byte, 20)})
	bound := XLSRecord{0x0085, append([]byte{0, 0, 0, 0, state, 0, 4, 0}, "grid"...)}
	head = append(append(append(head, bound), shared...), XLSRecord{0x000A, nil})
	at := 0
	for _, r := range head {
		at += 4 + len(r.Body)
	}
	le.PutUint32(bound.Body, uint32(at))
	all := append(append(append(append(head, bof(16)), before...), append(sheet, more...)...), XLSRecord{0x000A, nil})
	var stream bytes.Buffer
	for _, r := range all {
		stream.Write(le.AppendUint16(le.AppendUint16(nil, r.Kind), uint16(len(r.Body))))
		stream.Write(r.Body)
	}
	return stream.Bytes()
}

// Compound makes a compound file of one stream.
func Compound(name string, stream []byte) []byte {
	const sector, end, free, fat = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
	le := binary.LittleEndian
	size := max(len(stream), 4096) // shorter ones lie elsewhere
	count := (size + sector - 1) / sector
	fats := 1
	for fats*sector/4 < count+1+fats {
		fats++
	}
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(fats))
	le.PutUint32(head[48:], uint32(fats)) // the directory stands behind them
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], end)
	le.PutUint32(head[68:], end)
	for i := range 109 {
		v := uint32(free)
		if i < fats {
			v = uint32(i)
		}
		le.PutUint32(head[76+4*i:], v)
	}
	table := bytes.Repeat([]byte{0xFF}, fats*sector)
	for i := range fats {
		le.PutUint32(table[4*i:], fat)
	}
	le.PutUint32(table[4*fats:], end)
	first := fats + 1
	for i := range count {
		next := uint32(first + i + 1)
		if i == count-1 {
			next = end
		}
		le.PutUint32(table[4*(first+i):], next)
	}
	directory := make([]byte, sector)
	for i, e := range []struct {
		name        string
		kind        byte
		start, size uint32
	}{{"Root Entry", 5, end, 0}, {name, 2, uint32(first), uint32(size)}, {}, {}} {
		d := directory[128*i:]
		for j, u := range utf16.Encode([]rune(e.name)) {
			le.PutUint16(d[2*j:], u)
		}
		if e.name != "" {
			le.PutUint16(d[64:], uint16(2*len(e.name)+2))
		}
		d[66], d[67] = e.kind, 1
		for _, at := range []int{68, 72, 76} {
			le.PutUint32(d[at:], free)
		}
		le.PutUint32(d[116:], e.start)
		le.PutUint32(d[120:], e.size)
	}
	le.PutUint32(directory[76:], 1) // the root's child
	out := append(append(append(head, table...), directory...), stream...)
	for len(out) < sector*(1+first+count) {
		out = append(out, 0)
	}
	return out
}
