package figure

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/memory"
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

// Pressed gives a segment in packed form, as the Press of Seal made it, with
// its number of rows and its size unpacked; ok is false where it is not packed.
func (s *Set) Pressed(i int) (rows, size int, data []byte, ok bool) {
	b := s.blocks[i]
	if b.sealed == nil {
		return 0, 0, nil, false
	}
	p := b.sealed.stored()
	if p == nil {
		return 0, 0, nil, false
	}
	return b.rows(), p.size, p.data, true
}

// Packer makes segments one after another in memory that it uses again.
type Packer struct {
	seen   [4][]uint32 // by code less the column's lowest: the local code and one
	values []uint64
	plain  []byte // of a sealer
}

// Segment is Set.Segment, in room where that is enough.
func (p *Packer) Segment(s *Set, i int, room []byte) (rows int, data []byte) {
	b, dicts := s.blocks[i].cols(), s.tuples()
	uses := p.number(b)
	data, _ = p.segment(&dicts, b, &uses, room)
	return b.rows(), data
}

// tuples are the values of a set's dictionaries as of a moment: they stay what
// they are while the set grows.
type tuples struct {
	frames  []frame
	places  []place
	goods   []goods
	periods []briefing.Period
}

func (s *Set) tuples() tuples {
	return tuples{s.frames.values, s.places.values, s.goods.values, s.periods.values}
}

func (b *block) codes() [4]*codes { return [...]*codes{&b.frames, &b.places, &b.goods, &b.periods} }

func (b *block) numbers() [3]*column { return [...]*column{&b.value, &b.weight, &b.quantity} }

// number gives the codes of a block local ones in the order of first
// appearance and lists them in that order.
func (p *Packer) number(b *block) (uses [4][]uint32) {
	for i, c := range b.codes() {
		n := int(c.high-c.low) + 1
		seen := slices.Grow(p.seen[i][:0], n)[:n]
		clear(seen)
		for _, code := range c.at {
			if seen[code-c.low] == 0 {
				uses[i] = append(uses[i], code)
				seen[code-c.low] = uint32(len(uses[i]))
			}
		}
		p.seen[i] = seen
	}
	return uses
}

// usualBytes is room for a row of a segment.
const usualBytes = 32

// segment makes the stored form of a block that has just been numbered, in room
// where that is enough; columns tells where the columns begin in it.
func (p *Packer) segment(d *tuples, b *block, uses *[4][]uint32, room []byte) (out []byte, columns int) {
	out = append(memory.Grow(room[:0], usualBytes*b.rows()), segmentVersion)
	out = binary.AppendUvarint(out, uint64(b.rows()))
	out = append(out, b.value.scale, b.weight.scale, b.quantity.scale)
	out = appendUses(out, uses[0], func(out []byte, c uint32) []byte { return appendFrame(out, d.frames[c]) })
	out = appendUses(out, uses[1], func(out []byte, c uint32) []byte {
		return appendStrings(out, d.places[c].Region, d.places[c].Partner, d.places[c].Province)
	})
	out = appendUses(out, uses[2], func(out []byte, c uint32) []byte { return appendStrings(out, d.goods[c].Code, d.goods[c].Product) })
	out = appendUses(out, uses[3], func(out []byte, c uint32) []byte { return appendStrings(out, d.periods[c].String()) })
	columns = len(out)
	for i, c := range b.codes() {
		out = appendCodes(out, c, p.seen[i], len(uses[i]))
	}
	out = appendColumn(out, p.steps(b.lines))
	for _, c := range b.numbers() {
		out = appendColumn(out, p.packed(c.mantissa))
	}
	return out, columns
}

// appendCodes is appendColumn for the local codes of a column, of which the
// largest is known.
func appendCodes(out []byte, c *codes, local []uint32, count int) []byte {
	w, rows := width(uint64(max(count-1, 0))), len(c.at)
	out = append(out, byte(w))
	at := len(out)
	out = slices.Grow(out, w*rows)[:at+w*rows]
	plane := 0
	for ; plane+1 < w; plane += 2 { // two at a time: each looks the codes up
		low, high, shift := out[at+plane*rows:][:rows], out[at+(plane+1)*rows:][:rows], 8*plane
		for i, code := range c.at {
			n := (local[code-c.low] - 1) >> shift
			low[i], high[i] = byte(n), byte(n>>8)
		}
	}
	if plane < w {
		bytes, shift := out[at+plane*rows:][:rows], 8*plane
		for i, code := range c.at {
			bytes[i] = byte((local[code-c.low] - 1) >> shift)
		}
	}
	return out
}

func (p *Packer) room(n int) []uint64 {
	p.values = memory.Grow(p.values[:0], n)[:n]
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
		f.QuantityUnit, statusText(f), string(f.Conf), string(f.Import))
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
	rows, plane := len(values), 0
	for ; plane+1 < w; plane += 2 {
		low, high, shift := out[at+plane*rows:][:rows], out[at+(plane+1)*rows:][:rows], 8*plane
		for i, v := range values {
			v >>= shift
			low[i], high[i] = byte(v), byte(v>>8)
		}
	}
	if plane < w {
		bytes, shift := out[at+plane*rows:][:rows], 8*plane
		for i, v := range values {
			bytes[i] = byte(v >> shift)
		}
	}
	return out
}

func damaged(what string) error {
	return &briefing.Error{Code: briefing.CodeDamaged, Op: "decode figures", Path: what}
}
