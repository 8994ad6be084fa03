package figure

import (
	"math"
	"slices"

	"briefing/internal/briefing"
)

// Coder gives the attributes of rows codes of its own, for one goroutine that
// reads a part of a file. What it has coded goes into a set by a Door.
type Coder struct{ book Codebook }

// Codebook is what the codes of a Coder mean, as of a moment: it stays as it
// is while the Coder goes on.
type Codebook struct {
	frames  dict[frame]
	places  dict[place]
	goods   dict[goods]
	periods dict[briefing.Period]
}

// NoNumber is the mantissa of a number that is not there.
const NoNumber = absent

// Coded is a row whose attributes are codes. Its numbers are value, weight and
// quantity: mantissas of their own scale, without zeros at the end of the
// fraction, or NoNumber.
type Coded struct {
	Frame, Place, Goods, Period uint32
	Line                        int32
	Scale                       [3]uint8
	Mantissa                    [3]int64
}

// Code gives the row of an observation. Errors are those of Set.Append.
func (c *Coder) Code(o *Observation) (r Coded, err error) {
	n, err := splitNumbers(o)
	if err == nil && (o.Line < 0 || o.Line > math.MaxInt32) {
		err = &briefing.Error{Code: briefing.CodeOverflow, Op: "append observation: line"}
	}
	if err != nil {
		return r, err
	}
	b := &c.book
	return Coded{
		Frame: b.frames.near(nearFrame(o), frameOf(o)), Place: b.places.near(nearPlace(o), placeOf(o)),
		Goods: b.goods.near(nearGoods(o), goods{o.Code, o.Product}), Period: b.periods.code(o.Period),
		Line: int32(o.Line), Scale: n.scale, Mantissa: n.mantissa,
	}, nil
}

// Place gives the region, partner and province of an observation a code. It
// does not look for one that they have already: a set gives both the same.
func (c *Coder) Place(o *Observation) uint32 {
	c.book.places.values = append(c.book.places.values, placeOf(o))
	return uint32(len(c.book.places.values) - 1)
}

// Book is what the codes given so far mean.
func (c *Coder) Book() Codebook {
	b := &c.book
	return Codebook{
		frames: dict[frame]{values: b.frames.values}, places: dict[place]{values: b.places.values},
		goods: dict[goods]{values: b.goods.values}, periods: dict[briefing.Period]{values: b.periods.values},
	}
}

// Door lets the rows of one Coder into a set.
type Door struct {
	set                           *Set
	frames, places, goods, period []uint32 // the set's code and one; 0: not met yet
}

// Door opens a door of the set; the rows of a Coder go through one only.
func (s *Set) Door() *Door { return &Door{set: s} }

// Add appends rows whose codes the book tells. The set's own codes are given
// in the order of the rows added, whoever coded them.
func (d *Door) Add(book *Codebook, rows []Coded) {
	for len(rows) > 0 {
		b := d.set.roomFor(&rows[0])
		n := 1
		for most := min(len(rows), BlockRows-b.rows()); n < most && b.holds(&rows[n]); n++ {
		}
		d.fill(b, book, rows[:n])
		rows = rows[n:]
	}
}

// fill appends rows to a block that they fit.
func (d *Door) fill(b *block, book *Codebook, rows []Coded) {
	s, from := d.set, b.rows()
	frames, places := b.frames.extend(len(rows)), b.places.extend(len(rows))
	goods, periods := b.goods.extend(len(rows)), b.periods.extend(len(rows))
	b.lines = slices.Grow(b.lines, len(rows))[:from+len(rows)]
	lines := b.lines[from:]
	for i := range rows {
		r := &rows[i]
		frames[i] = meet(&d.frames, &s.frames, &book.frames, r.Frame)
		places[i] = meet(&d.places, &s.places, &book.places, r.Place)
		goods[i] = meet(&d.goods, &s.goods, &book.goods, r.Goods)
		periods[i] = meet(&d.period, &s.periods, &book.periods, r.Period)
		lines[i] = r.Line
	}
	for _, f := range frames {
		for int(f) >= len(s.used) {
			s.used = append(s.used, 0)
		}
		s.used[f]++
	}
	for _, c := range b.codes() {
		c.widen(from)
	}
	for i, c := range b.numbers() {
		c.mantissa = slices.Grow(c.mantissa, len(rows))[:from+len(rows)]
		to := c.mantissa[from:]
		for n := range rows {
			m := rows[n].Mantissa[i]
			if less := c.scale - rows[n].Scale[i]; less != 0 && m != absent && m != 0 {
				m *= pow10[less] // holds has seen that it fits
			}
			to[n] = m
		}
	}
	s.rows += len(rows)
}

// meet gives the set's code of a value.
func meet[T comparable](met *[]uint32, to, from *dict[T], code uint32) uint32 {
	if int(code) < len(*met) {
		if c := (*met)[code]; c != 0 {
			return c - 1
		}
	}
	return meetNew(met, to, from, code)
}

func meetNew[T comparable](met *[]uint32, to, from *dict[T], code uint32) uint32 {
	for len(*met) < len(from.values) {
		*met = append(*met, 0)
	}
	c := to.code(from.values[code])
	(*met)[code] = c + 1
	return c
}

// roomFor gives the block that the row fits, with its scales raised as far as
// the row needs.
func (s *Set) roomFor(r *Coded) *block {
	if b := s.last(); b != nil {
		if b.rows() < BlockRows {
			if b.rows() >= smallBlock && cap(b.lines) < BlockRows { // there will be many more, in all likelihood
				b.grow(BlockRows - b.rows())
			}
			if b.holds(r) {
				return b
			}
			n := numbers{r.Mantissa, r.Scale}
			if b.room(&n) {
				return b
			}
		}
	}
	b := s.begin()
	n := numbers{r.Mantissa, r.Scale}
	b.room(&n)
	return b
}

// smallBlock is how many rows a block has before it gets the room of a full
// one: by then its scales are what they will be, and raising them moves little.
const smallBlock = 4096

// holds reports whether the numbers of a row fit the columns as their scales are.
func (b *block) holds(r *Coded) bool {
	return b.value.holds(r.Mantissa[0], r.Scale[0]) && b.weight.holds(r.Mantissa[1], r.Scale[1]) && b.quantity.holds(r.Mantissa[2], r.Scale[2])
}

// holds reports whether a number fits the column as its scale is. It may say
// no of one that does.
func (c *column) holds(m int64, scale uint8) bool {
	if m == absent || m == 0 || scale == c.scale {
		return true
	}
	if scale > c.scale || int(c.scale-scale) >= len(pow10) {
		return false
	}
	most := math.MaxInt64 / pow10[c.scale-scale]
	return m <= most && m >= -most
}
