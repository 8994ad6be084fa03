package figure

import (
	"encoding/binary"
	"math"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// DecodeSegment reads what Segments gave. Whatever the bytes are, it neither
// panics nor takes memory out of proportion to them, and refuses with
// CodeDamaged what Segments could not have written.
func DecodeSegment(data []byte) (*Set, error) {
	r := &reader{data: data}
	if r.byte() != segmentVersion {
		return nil, damaged("version")
	}
	rows := r.count(BlockRows)
	b := &block{}
	b.value.scale, b.weight.scale, b.quantity.scale = r.scale(), r.scale(), r.scale()
	s := NewSet()
	read(r, rows, &s.frames, r.frame)
	read(r, rows, &s.places, func() place { return place{r.string(), r.string(), r.string()} })
	read(r, rows, &s.goods, func() goods { return goods{r.string(), r.string()} })
	read(r, rows, &s.periods, r.period)
	b.frames = r.codes(rows, len(s.frames.values))
	b.places = r.codes(rows, len(s.places.values))
	b.goods = r.codes(rows, len(s.goods.values))
	b.periods = r.codes(rows, len(s.periods.values))
	b.lines = r.lines(rows)
	for _, c := range [...]*column{&b.value, &b.weight, &b.quantity} {
		c.mantissa = r.mantissas(rows)
	}
	if r.bad == "" && len(r.data) > 0 {
		r.fail("length")
	}
	if r.bad != "" {
		return nil, damaged(r.bad)
	}
	for _, f := range b.frames.at {
		s.count(f, 1)
	}
	s.addBlock(b)
	return s, nil
}

// reader takes the segment apart; after the first fault everything reads as
// nothing, and bad names the fault.
type reader struct {
	data []byte
	bad  string
}

func (r *reader) fail(what string) {
	if r.bad == "" {
		r.bad = what
	}
	r.data = nil
}

func (r *reader) take(n int) []byte {
	if n > len(r.data) {
		r.fail("length")
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

// count reads a number that may not exceed the limit.
func (r *reader) count(limit int) int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > uint64(limit) {
		r.fail("count")
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) scale() uint8 {
	n := r.byte()
	if n > 19 {
		r.fail("scale")
	}
	return n
}

func (r *reader) string() string {
	s := string(r.take(r.count(len(r.data))))
	if !utf8.ValidString(s) {
		r.fail("text")
	}
	return s
}

func (r *reader) frame() frame {
	var f frame
	f.Level = r.byte()
	sample := r.byte()
	if sample > 1 {
		r.fail("sample mark")
	}
	f.Sample = sample == 1
	f.Flow, f.Reporter, f.Classification = Flow(r.string()), r.string(), r.string()
	f.Currency, f.Basis, f.QuantityUnit = r.string(), r.string(), r.string()
	f.Status, f.WeightStatus = statusesIn(r.string())
	f.Conf = briefing.Confidentiality(r.string())
	f.Import = briefing.ID(r.string())
	return f
}

func (r *reader) period() briefing.Period {
	p, err := briefing.ParsePeriod(r.string())
	if err != nil {
		r.fail("period")
	}
	return p
}

// read fills a dictionary.
func read[T comparable](r *reader, rows int, d *dict[T], one func() T) {
	n := r.count(rows)
	d.values = make([]T, 0, min(n, len(r.data))) // an entry takes a byte at least
	for range n {
		d.values = append(d.values, one())
		if r.bad != "" {
			return
		}
	}
}

// numbersOf reads a column of numbers of at most so many bytes.
func numbersOf[T uint32 | int64](r *reader, rows, bytes int) []T {
	w := int(r.byte())
	if w > bytes {
		r.fail("width")
	}
	planes := r.take(w * rows)
	if r.bad != "" {
		return nil
	}
	out := make([]T, rows)
	for plane := 0; plane < w; plane++ {
		low, shift := planes[plane*rows:(plane+1)*rows], 8*plane
		if plane++; plane == w {
			for i, b := range low {
				out[i] |= T(b) << shift
			}
			break
		}
		high := planes[plane*rows : (plane+1)*rows] // two at a time: half the memory to go through
		for i, b := range low {
			out[i] |= (T(b) | T(high[i])<<8) << shift
		}
	}
	return out
}

func (r *reader) codes(rows, entries int) codes {
	out := codes{at: numbersOf[uint32](r, rows, 4), high: uint32(max(entries-1, 0))}
	for _, c := range out.at {
		if c >= uint32(entries) {
			r.fail("code")
			return codes{}
		}
	}
	return out
}

func (r *reader) lines(rows int) []int32 {
	steps := numbersOf[int64](r, rows, 8)
	out := make([]int32, len(steps))
	line := int64(0)
	for i, s := range steps {
		if line += unzigzag(uint64(s)); line < 0 || line > math.MaxInt32 {
			r.fail("line")
			return nil
		}
		out[i] = int32(line)
	}
	return out
}

// mantissas undoes packed.
func (r *reader) mantissas(rows int) []int64 {
	out := numbersOf[int64](r, rows, 8)
	for i, v := range out {
		if v == 0 {
			out[i] = absent
		} else {
			out[i] = unzigzag(uint64(v) - 1)
		}
	}
	return out
}
