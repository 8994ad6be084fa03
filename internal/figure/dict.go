package figure

import (
	"hash/maphash"
	"slices"
	"unsafe"

	"briefing/internal/briefing"
)

// A row's attributes are kept as codes of four dictionaries of tuples: what is
// filtered or grouped by is then decided once a tuple, not once a row.

// frame is what the rows of one table of a source mostly share.
type frame struct {
	Flow           Flow
	Reporter       string
	Classification string
	Level          uint8
	Currency       string
	Basis          string
	QuantityUnit   string
	Status         briefing.ObsStatus
	WeightStatus   briefing.ObsStatus
	Conf           briefing.Confidentiality
	Import         briefing.ID
	Sample         bool
}

func frameOf(o *Observation) frame {
	return frame{
		o.Flow, o.Reporter, o.Classification, o.Level, o.Currency, o.Basis,
		o.QuantityUnit, o.Status, o.WeightStatus, o.Conf, o.Import, o.Sample,
	}
}

func placeOf(o *Observation) place { return place{o.Region, o.Partner, o.Province} }

// place is both ends of the trade below the reporter.
type place struct{ Region, Partner, Province string }

// goods is the commodity as the file has it.
type goods struct{ Code, Product string }

// dict gives each distinct value a code in the order of first appearance.
type dict[T comparable] struct {
	values []T
	index  index    // of values; made when first needed: most sets are only read
	last   uint32   // the code asked for last: neighbouring rows are alike
	lately []uint32 // what was asked for lately, by where its texts lie: the code and one
}

const latelyMet = 1 << 12

// near is code for a value whose texts lie at the place given: who resolves
// texts once and appends them again and again is spared hashing them.
func (d *dict[T]) near(at uintptr, v T) uint32 {
	if int(d.last) < len(d.values) && d.values[d.last] == v {
		return d.last
	}
	if d.lately == nil {
		d.lately = make([]uint32, latelyMet)
	}
	m := &d.lately[(at^at>>12)%latelyMet]
	if *m == 0 || d.values[*m-1] != v {
		*m = d.code(v) + 1
	}
	return *m - 1
}

// where tells texts apart that lie in different places. Nothing is read through it.
func where(s string) uintptr {
	return uintptr(unsafe.Pointer(unsafe.StringData(s))) >> 3 //nolint:gosec // a number to choose a slot by; values are compared
}

func nearFrame(o *Observation) uintptr {
	return where(string(o.Flow)) ^ where(o.QuantityUnit)<<1 ^ where(o.Currency)<<2 ^ uintptr(o.Level)
}

func nearPlace(o *Observation) uintptr {
	return where(o.Region) ^ where(o.Partner)<<1 ^ where(o.Province)<<2
}

func nearGoods(o *Observation) uintptr { return where(o.Code) ^ where(o.Product)<<1 }

func (d *dict[T]) code(v T) uint32 {
	if int(d.last) < len(d.values) && d.values[d.last] == v {
		return d.last
	}
	if d.index.codes == nil {
		d.index.begin(2 * len(d.values))
		for i := range d.values {
			d.index.put(maphash.Comparable(d.index.seed, d.values[i]), uint32(i))
		}
	}
	h := maphash.Comparable(d.index.seed, v)
	for at := d.index.home(h); ; at = d.index.after(at) {
		c := d.index.codes[at]
		if c == 0 {
			break
		}
		if d.index.hashes[at] == uint32(h) && d.values[c-1] == v {
			d.last = c - 1
			return d.last
		}
	}
	d.last = uint32(len(d.values))
	d.values = append(d.values, v)
	d.index.put(h, d.last)
	return d.last
}

// index finds codes by the hash of what they stand for, in open addressing: a
// map would hold all values a second time.
type index struct {
	seed   maphash.Seed
	codes  []uint32 // the code and one; 0 is free
	hashes []uint32 // the lower half of the hash, which the place is taken from
	used   int
}

func (x *index) begin(values int) {
	size := 16
	for size < values {
		size *= 2
	}
	*x = index{seed: maphash.MakeSeed(), codes: make([]uint32, size), hashes: make([]uint32, size)}
}

func (x *index) home(hash uint64) uint32 { return uint32(hash) & uint32(len(x.codes)-1) }

func (x *index) after(at uint32) uint32 { return (at + 1) & uint32(len(x.codes)-1) }

// put enters the code of a value that is not there yet.
func (x *index) put(hash uint64, code uint32) {
	if 2*(x.used+1) > len(x.codes) {
		old := *x
		x.codes, x.hashes = make([]uint32, 2*len(old.codes)), make([]uint32, 2*len(old.codes))
		for i, c := range old.codes {
			if c != 0 {
				x.place(old.hashes[i], c)
			}
		}
	}
	x.place(uint32(hash), code+1)
	x.used++
}

func (x *index) place(hash, code uint32) {
	at := x.home(uint64(hash))
	for x.codes[at] != 0 {
		at = x.after(at)
	}
	x.codes[at], x.hashes[at] = code, hash
}

func (d *dict[T]) clone() dict[T] { return dict[T]{values: slices.Clip(d.values)} }

// into gives the codes in d of all values of o.
func (d *dict[T]) into(o *dict[T]) []uint32 {
	codes := make([]uint32, len(o.values))
	for i, v := range o.values {
		codes[i] = d.code(v)
	}
	return codes
}

// codes is a column of codes of one dictionary. No row has a code below low
// or above high; blocks whose rows are alike are so known without reading
// them.
type codes struct {
	at        []uint32
	low, high uint32
}

func (c *codes) add(code uint32) {
	if len(c.at) == 0 {
		c.low, c.high = code, code
	}
	c.low, c.high = min(c.low, code), max(c.high, code)
	c.at = append(c.at, code)
}

// extend makes room for rows at the end, which are then filled in and told to
// widen.
func (c *codes) extend(rows int) []uint32 {
	from := len(c.at)
	c.at = slices.Grow(c.at, rows)[:from+rows]
	return c.at[from:]
}

// widen takes the codes of the rows from one on into low and high.
func (c *codes) widen(from int) {
	if from == 0 && len(c.at) > 0 {
		c.low, c.high = c.at[0], c.at[0]
	}
	low, high := c.low, c.high
	for _, code := range c.at[from:] {
		low, high = min(low, code), max(high, code)
	}
	c.low, c.high = low, high
}

// join appends another column of the same dictionary.
func (c *codes) join(o codes) {
	if len(c.at) == 0 {
		c.low, c.high = o.low, o.high
	}
	c.low, c.high = min(c.low, o.low), max(c.high, o.high)
	c.at = append(c.at, o.at...)
}

// recoded gives the column in the codes of another dictionary.
func (c codes) recoded(to []uint32) codes {
	c.at = slices.Clone(c.at)
	c.recode(to)
	return c
}

func (c *codes) recode(to []uint32) {
	for i, code := range c.at {
		c.at[i] = to[code]
	}
	low, high := to[c.low], to[c.low]
	for _, code := range to[c.low : c.high+1] {
		low, high = min(low, code), max(high, code)
	}
	c.low, c.high = low, high
}

func (c codes) pick(keep []bool) codes { return codes{picked(c.at, keep), c.low, c.high} }
