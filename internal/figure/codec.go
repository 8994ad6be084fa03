package figure

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"

	"briefing/internal/briefing"
)

// The stored form of a set is a sequence of segments, each of at most
// BlockRows rows and readable by itself:
//
//	version, rows, scales of value, weight and quantity,
//	dictionaries of frames, places, goods and periods (only what is used),
//	columns of their codes, of lines, and of the three numbers.
//
// A column is a width of 0 to 8 and then the lowest bytes of all rows, the
// next bytes of all rows, and so on: alike bytes lie together, which is what
// a compressor wants. The same rows always give the same bytes.
const segmentVersion = 1

// Segments yields the set in stored form, in order, with the number of rows
// in each segment. DecodeSegment reads it.
func (s *Set) Segments() iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		for i := range s.SegmentCount() {
			if !yield(s.Segment(i)) {
				return
			}
		}
	}
}

// SegmentCount is how many segments the stored form has.
func (s *Set) SegmentCount() int {
	if s == nil {
		return 0
	}
	return len(s.blocks)
}

// Segment gives one segment of the stored form and its number of rows.
func (s *Set) Segment(i int) (rows int, data []byte) { return new(Packer).Segment(s, i, nil) }

// Packer makes stored forms, one after another, in the same room.
type Packer struct {
	values []uint64
	seen   []uint32
}

// Segment is Set.Segment, its bytes in room if they fit there.
func (p *Packer) Segment(s *Set, i int, room []byte) (rows int, data []byte) {
	b := s.blocks[i]
	out := append(room[:0], segmentVersion)
	out = binary.AppendUvarint(out, uint64(b.rows()))
	out = append(out, b.value.scale, b.weight.scale, b.quantity.scale)
	columns := [...]*codes{&b.frames, &b.places, &b.goods, &b.periods}
	entries := [...]func([]byte, uint32) []byte{
		func(out []byte, c uint32) []byte { return appendFrame(out, s.frames.values[c]) },
		func(out []byte, c uint32) []byte {
			p := s.places.values[c]
			return appendStrings(out, p.Region, p.Partner, p.Province)
		},
		func(out []byte, c uint32) []byte {
			g := s.goods.values[c]
			return appendStrings(out, g.Code, g.Product)
		},
		func(out []byte, c uint32) []byte { return appendStrings(out, s.periods.values[c].String()) },
	}
	for n, c := range columns {
		out = appendUses(out, p.numbering(*c), entries[n])
	}
	for _, c := range columns {
		out = appendColumn(out, p.local(*c))
	}
	out = appendColumn(out, p.steps(b.lines))
	for _, c := range [...]column{b.value, b.weight, b.quantity} {
		out = appendColumn(out, p.packed(c.mantissa))
	}
	return b.rows(), out
}

// numbering gives each code of a block a local one in the order of first
// appearance, counted from 1, and lists the codes in that order.
func (p *Packer) numbering(c codes) (uses []uint32) {
	n := int(c.high-c.low) + 1
	p.seen = slices.Grow(p.seen[:0], n)[:n]
	clear(p.seen)
	for _, code := range c.at {
		if l := &p.seen[code-c.low]; *l == 0 {
			uses = append(uses, code)
			*l = uint32(len(uses))
		}
	}
	return uses
}

// local gives the local codes of a block's column.
func (p *Packer) local(c codes) []uint64 {
	p.numbering(c)
	out := p.room(len(c.at))
	for i, code := range c.at {
		out[i] = uint64(p.seen[code-c.low] - 1)
	}
	return out
}

func (p *Packer) room(n int) []uint64 {
	p.values = slices.Grow(p.values[:0], n)[:n]
	return p.values
}

func appendUses(out []byte, uses []uint32, one func([]byte, uint32) []byte) []byte {
	out = binary.AppendUvarint(out, uint64(len(uses)))
	for _, c := range uses {
		out = one(out, c)
	}
	return out
}

func appendFrame(out []byte, f frame) []byte {
	sample := byte(0)
	if f.Sample {
		sample = 1
	}
	out = append(out, f.Level, sample)
	return appendStrings(out, string(f.Flow), f.Reporter, f.Classification, f.Currency, f.Basis,
		f.QuantityUnit, string(f.Status), string(f.Conf), string(f.Import))
}

func appendStrings(out []byte, parts ...string) []byte {
	for _, s := range parts {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	return out
}

// steps gives each line as the step from the one before.
func (p *Packer) steps(lines []int32) []uint64 {
	out := p.room(len(lines))
	before := int64(0)
	for i, l := range lines {
		out[i] = zigzag(int64(l) - before)
		before = int64(l)
	}
	return out
}

// packed gives mantissas as unsigned numbers, small for small ones of either
// sign; 0 stands for absent.
func (p *Packer) packed(m []int64) []uint64 {
	out := p.room(len(m))
	for i, v := range m {
		if out[i] = 0; v != absent {
			out[i] = zigzag(v) + 1
		}
	}
	return out
}

func zigzag(v int64) uint64    { return uint64(v)<<1 ^ uint64(v>>63) }
func unzigzag(u uint64) int64  { return int64(u>>1) ^ -int64(u&1) }
func width(largest uint64) int { return (bits.Len64(largest) + 7) / 8 }

func appendColumn(out []byte, values []uint64) []byte {
	any := uint64(0)
	for _, v := range values {
		any |= v
	}
	w := width(any)
	out = append(out, byte(w))
	at := len(out)
	out = slices.Grow(out, w*len(values))[:at+w*len(values)]
	for plane := range w {
		bytes, shift := out[at+plane*len(values):], 8*plane
		for i, v := range values {
			bytes[i] = byte(v >> shift)
		}
	}
	return out
}

func damaged(what string) error {
	return &briefing.Error{Code: briefing.CodeDamaged, Op: "decode figures", Path: what}
}
