package importer

import (
	"math/bits"

	"briefing/internal/memory"
)

// seen is a set of pairs of fingerprints in open addressing. It is divided by
// the first bits of the key into parts that grow on their own, so that growing
// never needs the whole of it twice: a row takes some 18 bytes. Of the key 48
// bits tell rows apart, and 56 of the row as a whole: thousands of rows can
// share a key, and none of them may be taken for another.
type seen struct {
	parts    [seenParts]seenPart
	reserved bool
}

const seenParts = 256

type seenPart struct {
	slots []uint64 // key above, row below; 0 is free
	rest  []uint32 // of the row
	used  int
}

const (
	rowBits = 24
	rowMask = 1<<rowBits - 1
)

// add enters a row: known tells whether its key has been seen, again whether
// the whole row has; then it is not entered.
func (s *seen) add(key, row uint64) (known, again bool) {
	p := &s.parts[key>>56]
	entry := entryOf(key, row)
	if 4*p.used >= 3*len(p.slots) {
		p.resize(max(16, len(p.slots)+len(p.slots)/2))
	}
	rest := uint32(row >> rowBits) // 56 bits are enough
	for at := p.home(entry); p.slots[at] != 0; at = p.after(at) {
		if (p.slots[at]^entry)>>rowBits != 0 {
			continue
		}
		known = true
		if p.slots[at] == entry && p.rest[at] == rest {
			return true, true
		}
	}
	p.put(entry, rest)
	p.used++
	return known, false
}

// warm reads where a row would be entered, so that what lies far away is on
// its way when it is needed. What it gives means nothing.
func (s *seen) warm(key uint64) uint64 {
	if p := &s.parts[key>>56]; len(p.slots) > 0 {
		return p.slots[p.home(entryOf(key, 0))]
	}
	return 0
}

func entryOf(key, row uint64) uint64 {
	entry := key<<8>>(64-40)<<rowBits | row&rowMask
	if entry>>rowBits == 0 {
		entry |= 1 << rowBits
	}
	return entry
}

// home is the slot that an entry's key begins to look at.
func (p *seenPart) home(entry uint64) int {
	at, _ := bits.Mul64(entry>>rowBits<<rowBits, uint64(len(p.slots)))
	return int(at)
}

func (p *seenPart) after(at int) int {
	if at++; at == len(p.slots) {
		return 0
	}
	return at
}

func (p *seenPart) put(entry uint64, rest uint32) {
	at := p.home(entry)
	for p.slots[at] != 0 {
		at = p.after(at)
	}
	p.slots[at], p.rest[at] = entry, rest
}

// reserve makes room for rows, so that parts need not grow on the way there.
func (s *seen) reserve(rows int) {
	if s.reserved {
		return
	}
	s.reserved = true
	each := max(16, rows/(seenParts/2)*11/16)
	slots, rest := memory.Make[uint64](seenParts*each), memory.Make[uint32](seenParts*each)
	for i := range s.parts {
		if s.parts[i].slots == nil {
			s.parts[i].slots, s.parts[i].rest = slots[i*each:][:each:each], rest[i*each:][:each:each]
		}
	}
}

func (p *seenPart) resize(slots int) {
	old, rest := p.slots, p.rest
	p.slots, p.rest = make([]uint64, slots), make([]uint32, slots)
	for i, e := range old {
		if e != 0 {
			p.put(e, rest[i])
		}
	}
}
