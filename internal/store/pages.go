package store

import (
	"encoding/binary"
	"slices"
)

// A damaged file is read page by page and without the database driver: the
// driver gives up at the first page it refuses, runs what a schema tells it to
// and can't say which pages a row lies on. What is read here is data alone,
// and for each row it is known whether every page below it bears its checksum.
// The layout is that of https://www.sqlite.org/fileformat2.html.

// Kinds of page in a tree of rows.
const (
	innerIndex = 0x02
	innerTable = 0x05
	leafIndex  = 0x0a
	leafTable  = 0x0d
)

const usualPage = 4096

// pages is the bytes of a database, page by page.
type pages struct {
	data  []byte
	size  int     // of a page
	good  []bool  // by number, from 1: the page bears its checksum
	owner []*tree // by number: the tree that reads it
}

// pagesOf takes the size of the pages from the header if more of them bear
// their checksums then than with the usual one. A part of a page at the end
// is none.
func pagesOf(data []byte) *pages {
	p := &pages{data: data, size: usualPage}
	p.seal()
	if len(data) < headerSize {
		return p
	}
	size := int(binary.BigEndian.Uint16(data[atPageSize:]))
	if size == 1 {
		size = 1 << 16
	}
	if size == usualPage || size < 512 || size&(size-1) != 0 {
		return p
	}
	other := &pages{data: data, size: size}
	other.seal()
	if count(other.good) > count(p.good) {
		return other
	}
	return p
}

func count(marks []bool) (n int) {
	for _, m := range marks {
		if m {
			n++
		}
	}
	return n
}

func (p *pages) seal() {
	n := len(p.data) / p.size
	p.good, p.owner = make([]bool, n+1), make([]*tree, n+1)
	for i := 1; i <= n; i++ {
		p.good[i] = sealed(p.data[(i-1)*p.size : i*p.size])
	}
}

// sealed reports whether a page bears its checksum, and is no hole: zeros
// have the right one.
func sealed(page []byte) bool {
	end := len(page) - checksumBytes
	s1, s2 := sums(page[:end])
	if binary.LittleEndian.Uint32(page[end:]) != s1 || binary.LittleEndian.Uint32(page[end+4:]) != s2 {
		return false
	}
	return s1 != 0 || s2 != 0 || slices.ContainsFunc(page, func(b byte) bool { return b != 0 })
}

// sums are the two halves of a page's checksum.
func sums(body []byte) (s1, s2 uint32) {
	for i := 0; i < len(body); i += 8 {
		s1 += binary.LittleEndian.Uint32(body[i:]) + s2
		s2 += binary.LittleEndian.Uint32(body[i+4:]) + s1
	}
	return s1, s2
}

// count is the number of whole pages.
func (p *pages) count() int { return len(p.good) - 1 }

func (p *pages) has(n int) bool { return n >= 1 && n <= p.count() }

// body is a page without its checksum.
func (p *pages) body(n int) []byte { return p.data[(n-1)*p.size : n*p.size-checksumBytes] }

// node is a page of a tree.
type node struct {
	number   int
	flag     byte
	body     []byte
	cells    []int // where each begins
	children []int // of an inner page, the last one last
	broken   int   // cells that begin nowhere
}

func (n node) inner() bool { return n.flag == innerTable || n.flag == innerIndex }

// flagOf is what the page says it is.
func (p *pages) flagOf(n int) byte {
	if n == 1 {
		return p.body(n)[headerSize]
	}
	return p.body(n)[0]
}

// node reads a page as one of the kind flag.
func (p *pages) node(number int, flag byte) node {
	n := node{number: number, flag: flag, body: p.body(number)}
	at, head := 0, 8
	if number == 1 {
		at = headerSize
	}
	if n.inner() {
		head = 12
	}
	cells := int(binary.BigEndian.Uint16(n.body[at+3:]))
	if most := (len(n.body) - at - head) / 2; cells > most {
		n.broken += cells - most
		cells = most
	}
	for i := range cells {
		begin := int(binary.BigEndian.Uint16(n.body[at+head+2*i:]))
		if begin < at+head+2*cells || begin+4 > len(n.body) {
			n.broken++
			continue
		}
		n.cells = append(n.cells, begin)
		if n.inner() {
			n.children = append(n.children, int(binary.BigEndian.Uint32(n.body[begin:])))
		}
	}
	if n.inner() {
		n.children = append(n.children, int(binary.BigEndian.Uint32(n.body[at+8:])))
	}
	return n
}

// cell is a row as it lies in the file.
type cell struct {
	page     int
	size     int // bytes on that page
	rowid    int64
	values   []value // as many as could be read
	declared int     // how many there should be
	good     bool    // every page it lies on bears its checksum
}

// value is one column of a row.
type value struct {
	kind byte // of the constants below
	n    int64
	b    []byte
}

const (
	isNull byte = iota
	isNumber
	isFraction // nothing of ours
	isText
	isBlob
)

// varint reads SQLite's form of a number; size 0 tells that there is none.
func varint(b []byte) (v int64, size int) {
	var u uint64
	for i := range min(9, len(b)) {
		if i == 8 {
			return int64(u<<8 | uint64(b[i])), 9
		}
		u = u<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(u), i + 1
		}
	}
	return 0, 0
}

// cell reads a row. t is the tree that its further pages come to belong to;
// without one only what lies on the page itself is read.
func (p *pages) cell(n node, begin int, t *tree) (c cell, ok bool) {
	b := n.body[begin:]
	if n.flag == innerIndex {
		b = b[4:]
	}
	total, size := varint(b)
	if size == 0 || total < 0 || total > int64(len(p.data)) {
		return c, false
	}
	b = b[size:]
	c = cell{page: n.number, good: p.good[n.number]}
	if n.flag == leafTable {
		if c.rowid, size = varint(b); size == 0 {
			return c, false
		}
		b = b[size:]
	}
	here := p.local(n.flag, int(total))
	if here > len(b) {
		here, t = len(b), nil
	}
	c.size = len(n.body) - begin - len(b) + here
	payload := b[:here:here]
	if here < int(total) && t != nil && len(b) >= here+4 {
		payload = p.follow(payload, int(total), int(binary.BigEndian.Uint32(b[here:])), t, &c)
	}
	c.values, c.declared = values(payload)
	return c, c.declared > 0
}

// local is how much of a row lies on the page of the tree itself.
func (p *pages) local(flag byte, total int) int {
	usable := p.size - checksumBytes
	least := (usable-12)*32/255 - 23
	most := usable - 35
	if flag != leafTable {
		most = (usable-12)*64/255 - 23
	}
	if total <= most {
		return total
	}
	if k := least + (total-least)%(usable-4); k <= most {
		return k
	}
	return least
}

// follow reads the pages that a long row goes on in. A page that another row
// has is not read again, so that all rows together are no longer than the file.
func (p *pages) follow(payload []byte, total, next int, t *tree, c *cell) []byte {
	for len(payload) < total && p.has(next) && p.owner[next] == nil {
		p.owner[next] = t
		c.good = c.good && p.good[next]
		if !p.good[next] {
			t.bad = append(t.bad, next)
		}
		body := p.body(next)
		payload = append(payload, body[4:min(len(body), 4+total-len(payload))]...)
		next = int(binary.BigEndian.Uint32(body))
	}
	return payload
}

// values reads the columns of a row as far as its bytes go.
func values(payload []byte) (out []value, declared int) {
	head, at := varint(payload)
	if at == 0 || head < int64(at) || head > int64(len(payload)) {
		return nil, 0
	}
	data := payload[head:]
	cut := false
	for at < int(head) {
		kind, size := varint(payload[at:head])
		if size == 0 || kind < 0 {
			break
		}
		at += size
		declared++
		if cut {
			continue
		}
		v, length, ok := valueOf(kind, data)
		if cut = !ok; !cut {
			out, data = append(out, v), data[length:]
		}
	}
	return out, declared
}

func valueOf(kind int64, data []byte) (v value, length int, ok bool) {
	sizes := [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}
	switch {
	case kind == 0:
		return value{kind: isNull}, 0, true
	case kind == 10 || kind == 11 || kind < 0 || kind > 12+2*int64(len(data))+1:
		return v, 0, false
	case kind >= 12:
		length = int(kind-12) / 2
		return value{kind: isBlob - byte(kind%2), b: data[:length:length]}, length, true
	}
	if length = sizes[kind]; length > len(data) {
		return v, 0, false
	}
	v.kind = isNumber
	switch {
	case kind == 7:
		v.kind = isFraction
	case kind >= 8:
		v.n = kind - 8
	default:
		v.n = int64(int8(data[0]))
		for _, b := range data[1:length] {
			v.n = v.n<<8 | int64(b)
		}
	}
	return v, length, true
}
