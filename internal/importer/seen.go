package importer

// seen is a set of pairs of fingerprints in open addressing. It is divided by
// the first bits of the key into parts that grow on their own, so that growing
// never needs the whole of it twice: a row takes some 22 bytes. Of the key 48
// bits tell rows apart, and 56 of the row as a whole: thousands of rows can
// share a key, and none of them may be taken for another.
type seen struct {
	parts [seenParts]seenPart
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
	entry := key<<8>>(64-40)<<rowBits | row&rowMask
	if entry>>rowBits == 0 {
		entry |= 1 << rowBits
	}
	if 4*p.used >= 3*len(p.slots) {
		p.grow()
	}
	rest := uint32(row >> rowBits) // 56 bits are enough
	mask := uint64(len(p.slots) - 1)
	at := entry >> rowBits & mask
	for ; p.slots[at] != 0; at = (at + 1) & mask {
		if (p.slots[at]^entry)>>rowBits != 0 {
			continue
		}
		known = true
		if p.slots[at] == entry && p.rest[at] == rest {
			return true, true
		}
	}
	p.slots[at], p.rest[at] = entry, rest
	p.used++
	return known, false
}

// reserve makes room for rows, so that parts need not grow on the way there.
func (s *seen) reserve(rows int) {
	slots := 16
	for 3*slots*seenParts < 4*rows {
		slots *= 2
	}
	for i := range s.parts {
		if s.parts[i].slots == nil {
			s.parts[i].slots = make([]uint64, slots)
		}
	}
}

func (p *seenPart) grow() {
	old, rest := p.slots, p.rest
	p.slots = make([]uint64, max(16, 2*len(old)))
	p.rest = make([]uint32, len(p.slots))
	mask := uint64(len(p.slots) - 1)
	for i, e := range old {
		if e == 0 {
			continue
		}
		at := e >> rowBits & mask
		for p.slots[at] != 0 {
			at = (at + 1) & mask
		}
		p.slots[at], p.rest[at] = e, rest[i]
	}
}
