package figure

import (
	"encoding/binary"
	"iter"
	"math/bits"

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
func (s *Set) Segment(i int) (rows int, data []byte) {
	b := s.blocks[i]
	return b.rows(), s.encode(b)
}

func (s *Set) encode(b *block) []byte {
	out := []byte{segmentVersion}
	out = binary.AppendUvarint(out, uint64(b.rows()))
	out = append(out, b.value.scale, b.weight.scale, b.quantity.scale)
	frames, places, goods, periods := localise(b.frames), localise(b.places), localise(b.goods), localise(b.periods)
	out = appendUses(out, frames.uses, func(out []byte, c uint32) []byte { return appendFrame(out, s.frames.values[c]) })
	out = appendUses(out, places.uses, func(out []byte, c uint32) []byte {
		p := s.places.values[c]
		return appendStrings(out, p.Region, p.Partner, p.Province)
	})
	out = appendUses(out, goods.uses, func(out []byte, c uint32) []byte {
		g := s.goods.values[c]
		return appendStrings(out, g.Code, g.Product)
	})
	out = appendUses(out, periods.uses, func(out []byte, c uint32) []byte {
		return appendStrings(out, s.periods.values[c].String())
	})
	for _, l := range [...]local{frames, places, goods, periods} {
		out = appendColumn(out, l.codes)
	}
	out = appendColumn(out, lineSteps(b.lines))
	for _, c := range [...]column{b.value, b.weight, b.quantity} {
		out = appendColumn(out, packed(c.mantissa))
	}
	return out
}

// local renumbers the codes of a block in the order of first appearance.
type local struct {
	codes []uint64
	uses  []uint32 // the set's code of each local one
}

func localise(c codes) local {
	l := local{codes: make([]uint64, len(c.at))}
	seen := make([]uint32, c.high-c.low+1) // by code: the local one, counted from 1
	for i, code := range c.at {
		n := &seen[code-c.low]
		if *n == 0 {
			l.uses = append(l.uses, code)
			*n = uint32(len(l.uses))
		}
		l.codes[i] = uint64(*n - 1)
	}
	return l
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

// lineSteps gives each line as the step from the one before.
func lineSteps(lines []int32) []uint64 {
	out := make([]uint64, len(lines))
	before := int64(0)
	for i, l := range lines {
		out[i] = zigzag(int64(l) - before)
		before = int64(l)
	}
	return out
}

// packed gives mantissas as unsigned numbers, small for small ones of either
// sign; 0 stands for absent.
func packed(m []int64) []uint64 {
	out := make([]uint64, len(m))
	for i, v := range m {
		if v != absent {
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
	out = append(out, make([]byte, w*len(values))...)
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
