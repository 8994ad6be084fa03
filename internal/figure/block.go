package figure

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/memory"
)

// BlockRows is the most rows a block holds; a full block is never changed.
const BlockRows = 131072

// block holds consecutive rows in columns. Number columns have a scale of
// their own, so that one large or long number does not touch the others.
type block struct {
	start    int // index of the first row in the set
	frames   codes
	places   codes
	goods    codes
	periods  codes
	lines    []int32
	value    column
	weight   column
	quantity column
	own      bool    // no other set shares the columns
	sealed   *sealed // holds the columns instead; see press.go
}

func (b *block) rows() int {
	if b.sealed != nil {
		return b.sealed.rows
	}
	return len(b.frames.at)
}

// grow makes room for rows beforehand.
func (b *block) grow(rows int) {
	for _, c := range [...]*codes{&b.frames, &b.places, &b.goods, &b.periods} {
		c.at = memory.Grow(c.at, rows)
	}
	b.lines = memory.Grow(b.lines, rows)
	for _, c := range [...]*column{&b.value, &b.weight, &b.quantity} {
		c.mantissa = memory.Grow(c.mantissa, rows)
	}
}

// fits reports whether the rows of o can be appended without a change of scale.
func (b *block) fits(o *block) bool {
	return b.rows()+o.rows() <= BlockRows && b.scales() == o.scales()
}

func (b *block) scales() [3]uint8 {
	if b.sealed != nil {
		return b.sealed.scales
	}
	return [...]uint8{b.value.scale, b.weight.scale, b.quantity.scale}
}

// share gives a block with the same rows: later appends to either of them
// don't show in the other.
func (b *block) share() *block {
	c := *b
	c.own = false
	for _, codes := range [...]*codes{&c.frames, &c.places, &c.goods, &c.periods} {
		codes.at = slices.Clip(codes.at)
	}
	c.lines = slices.Clip(b.lines)
	c.value.mantissa = slices.Clip(b.value.mantissa)
	c.weight.mantissa = slices.Clip(b.weight.mantissa)
	c.quantity.mantissa = slices.Clip(b.quantity.mantissa)
	return &c
}

// appendBlock appends the rows of o, which fits.
func (b *block) appendBlock(o *block) {
	b.frames.join(o.frames)
	b.places.join(o.places)
	b.goods.join(o.goods)
	b.periods.join(o.periods)
	b.lines = append(b.lines, o.lines...)
	b.value.mantissa = append(b.value.mantissa, o.value.mantissa...)
	b.weight.mantissa = append(b.weight.mantissa, o.weight.mantissa...)
	b.quantity.mantissa = append(b.quantity.mantissa, o.quantity.mantissa...)
}

// pick gives the rows for which keep is true, in a block of its own.
func (b *block) pick(keep []bool) *block {
	return &block{
		frames: b.frames.pick(keep), places: b.places.pick(keep),
		goods: b.goods.pick(keep), periods: b.periods.pick(keep),
		lines:    picked(b.lines, keep),
		value:    column{picked(b.value.mantissa, keep), b.value.scale},
		weight:   column{picked(b.weight.mantissa, keep), b.weight.scale},
		quantity: column{picked(b.quantity.mantissa, keep), b.quantity.scale},
	}
}

func picked[T any](in []T, keep []bool) []T {
	n := 0
	for _, k := range keep {
		if k {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]T, 0, n)
	for i, k := range keep {
		if k {
			out = append(out, in[i])
		}
	}
	return out
}

// numbers are the number cells of one row before they have a column.
type numbers struct {
	mantissa [3]int64
	scale    [3]uint8
}

func splitNumbers(o *Observation) (n numbers, err error) {
	for i, m := range [...]briefing.MaybeNumber{o.Value, o.NetWeight, o.Quantity} {
		var ok bool
		if n.mantissa[i], n.scale[i], ok = split(m); !ok {
			return n, &briefing.Error{Code: briefing.CodeOverflow, Op: "append observation", Path: m.Decimal.String()}
		}
	}
	return n, nil
}

// room fits the numbers to the block's scales; false means that the row needs
// a new block.
func (b *block) room(n *numbers) bool {
	if b.rows() >= BlockRows {
		return false
	}
	for i, c := range b.numbers() {
		if !c.fits(n.mantissa[i], n.scale[i]) {
			return false
		}
	}
	for i, c := range b.numbers() {
		n.mantissa[i] = c.fit(n.mantissa[i], n.scale[i], b.own)
	}
	return true
}
