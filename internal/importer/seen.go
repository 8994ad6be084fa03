package importer

import (
	"math/bits"

	"briefing/internal/memory"
)

// seen is a set of pairs of fingerprints. It is divided by the first bits of
// the key into parts that grow on their own, so that growing never needs the
// whole of it twice: a row takes some 18 bytes. Of the key 48 bits tell rows
// apart, and 56 of the row as a whole: thousands of rows can share a key, and
// none of them may be taken for another.
//
// Nearly every look at it waits for memory far away. So the rows of a place
// lie in one line of the cache, and hardly any overflow into the next.
type seen struct {
	parts    [seenParts]seenPart
	reserved bool
}

const seenParts = 256

type seenPart struct {
	buckets []bucket
	used    int
}

// bucket is a line of the cache.
type bucket struct {
	keys [bucketRows]uint64 // 40 bits of the key, the first rowBits of the row below
	rows [bucketRows]uint32 // what follows of the row
	used uint32
}

const (
	bucketRows = 5
	rowBits    = 24
)

// shorten gives what is kept of a row.
func shorten(key, row uint64) (above uint64, rest uint32) {
	above = key<<8>>(64-40)<<rowBits | row&(1<<rowBits-1)
	if above>>rowBits == 0 {
		above |= 1 << rowBits
	}
	return above, uint32(row >> rowBits)
}

// add enters a row: known tells whether its key has been seen, again whether
// the whole row has; then it is not entered.
func (s *seen) add(key, row uint64) (known, again bool) {
	p := &s.parts[key>>56]
	if 4*p.used >= 3*bucketRows*len(p.buckets) {
		p.resize(max(4, len(p.buckets)+len(p.buckets)/2))
	}
	above, rest := shorten(key, row)
	at := p.home(above)
	for ; ; at = p.after(at) {
		b := &p.buckets[at]
		k := &b.keys
		// All at once, since how many there are can't be guessed; a free one is alike nothing.
		if min((k[0]^above)>>rowBits, (k[1]^above)>>rowBits, (k[2]^above)>>rowBits, (k[3]^above)>>rowBits, (k[4]^above)>>rowBits) == 0 {
			known = true
			for i := range k {
				if k[i] == above && b.rows[i] == rest {
					return true, true
				}
			}
		}
		if b.used < bucketRows {
			b.keys[b.used], b.rows[b.used] = above, rest
			b.used++
			p.used++
			return known, false
		}
	}
}

// warm reads where a row would be entered, so that what lies far away is on
// its way when it is needed. What it gives means nothing.
func (s *seen) warm(key uint64) uint32 {
	if p := &s.parts[key>>56]; len(p.buckets) > 0 {
		return p.buckets[p.home(key<<8)].used
	}
	return 0
}

// home is the bucket that an entry's key begins to look at.
func (p *seenPart) home(above uint64) int {
	at, _ := bits.Mul64(above>>rowBits<<rowBits, uint64(len(p.buckets)))
	return int(at)
}

func (p *seenPart) after(at int) int {
	if at++; at == len(p.buckets) {
		return 0
	}
	return at
}

// reserve makes room for rows, so that parts need not grow on the way there.
func (s *seen) reserve(rows int) {
	if s.reserved {
		return
	}
	s.reserved = true
	each := max(4, rows/(seenParts/2)*11/16/bucketRows)
	room := memory.Make[bucket](seenParts * each)
	for i := range s.parts {
		if p := &s.parts[i]; p.buckets == nil {
			p.buckets = room[i*each:][:each:each]
		}
	}
}

func (p *seenPart) resize(buckets int) {
	old := p.buckets
	p.buckets = make([]bucket, buckets)
	for i := range old {
		o := &old[i]
		for n := range o.used {
			at := p.home(o.keys[n])
			for p.buckets[at].used == bucketRows {
				at = p.after(at)
			}
			b := &p.buckets[at]
			b.keys[b.used], b.rows[b.used] = o.keys[n], o.rows[n]
			b.used++
		}
	}
}
