package typeset

import (
	"math"
	"slices"

	"briefing/internal/document"
)

// columns sets two flows side by side. A pair of texts may be cut by a page;
// what holds a chart or a table is cut only if no page can hold it.
func (s *setter) columns(b document.Columns, w float64) []piece {
	left := b.LeftWidth * MM
	if left < leastColumn || left > w-gutter-leastColumn {
		left = (w - gutter) / 2
	}
	if w < smallPage && (holdsWide(b.Left) || holdsWide(b.Right) || min(left, w-gutter-left) < narrowText) {
		return append(s.blocks(s.ownHeights(b.Left, w), w), s.blocks(s.ownHeights(b.Right, w), w)...)
	}
	lp := s.blocks(b.Left, left)
	rp := s.blocks(b.Right, w-gutter-left)
	if len(lp) == 0 && len(rp) == 0 {
		return nil
	}
	if holdsWide(b.Left) || holdsWide(b.Right) {
		if stacked, ok := s.stacked(b, w, height(lp), height(rp)); ok {
			return stacked
		}
	}
	if b.LeftWidth > 0 {
		left, lp, rp = s.evener(b, w, left, lp, rp)
	}
	// A table beside a chart begins at the chart's title, under its label.
	if d := s.labelHeight(b.Left, left) - s.labelHeight(b.Right, w-gutter-left); d > 0 {
		lower(rp, d)
	} else if d < 0 {
		lower(lp, -d)
	}
	p := s.pair(lp, rp, left+gutter)
	p.soft = textOnly(b.Left) && textOnly(b.Right)
	p.floats = holdsWide(b.Left) || holdsWide(b.Right)
	return []piece{p}
}

// unequal is how much higher one of two columns is, by the part of a page, when
// setting them one under the other is looked at.
const unequal = 0.2

// stacked sets the two flows one under the other over the full width, where
// that takes no more room: beside a long table a few lines leave a hole, and
// the pair is not parted by the end of a page as a table by itself is.
func (s *setter) stacked(b document.Columns, w, left, right float64) ([]piece, bool) {
	if math.Abs(left-right) < unequal*s.full || len(b.Left) == 0 || len(b.Right) == 0 {
		return nil, false
	}
	ps := append(s.blocks(b.Left, w), s.blocks(b.Right, w)...)
	return ps, height(ps) <= max(left, right)
}

// ownHeights gives charts the height of their form where they were made higher,
// to stand beside a long table: over it that takes the room of its rows.
func (s *setter) ownHeights(bs []document.Block, w float64) []document.Block {
	out := slices.Clone(bs)
	for i, b := range out {
		c, ok := b.(document.Chart)
		if !ok || c.Height == 0 || s.plot == nil {
			continue
		}
		own := c
		if own.Height = 0; s.plot(&own, w) < s.plot(&c, w) {
			out[i] = own
		}
	}
	return out
}

// narrowText is the column of a small page in which a text is not read with ease
// any more.
const narrowText = 65 * MM

// evener parts the width otherwise where one of two columns is much the higher
// and neither has a chart, whose width is its size: a hole beside them is as
// large as what makes it.
func (s *setter) evener(b document.Columns, w, left float64, lp, rp []piece) (at float64, l, r []piece) {
	high := max(height(lp), height(rp))
	if math.Abs(height(lp)-height(rp)) < uneven*s.full || holdsChart(b.Left) || holdsChart(b.Right) {
		return left, lp, rp
	}
	at, l, r = left, lp, rp
	for _, part := range []float64{0.6, 0.5, 0.4} {
		x := part * (w - gutter)
		lq, rq := s.blocks(b.Left, x), s.blocks(b.Right, w-gutter-x)
		if h := max(height(lq), height(rq)); h < high*muchLower {
			at, l, r, high = x, lq, rq, h/muchLower // the next has to be lower than this
		}
	}
	return at, l, r
}

const (
	uneven    = 0.1  // of a page, between the heights of two columns
	muchLower = 0.92 // of the height that a pair has, for another parting of the width
)

// holdsChart reports whether there is a chart among blocks.
func holdsChart(bs []document.Block) bool {
	return slices.ContainsFunc(bs, func(b document.Block) bool {
		switch b := b.(type) {
		case document.Chart:
			return true
		case document.Columns:
			return holdsChart(b.Left) || holdsChart(b.Right)
		}
		return false
	})
}

// smallPage is a width of text below which neither a table nor a chart has room
// beside something else: that of A5.
const smallPage = 400

// holdsWide reports whether there is a table or a chart among blocks.
func holdsWide(bs []document.Block) bool {
	for _, b := range bs {
		switch b := b.(type) {
		case document.Table, document.Chart:
			return true
		case document.Columns:
			if holdsWide(b.Left) || holdsWide(b.Right) {
				return true
			}
		}
	}
	return false
}

// leastColumn is the narrowest of two columns; what is narrower is no column.
const leastColumn = 40

// lower moves the first of the pieces down.
func lower(ps []piece, d float64) {
	if len(ps) > 0 {
		ps[0].boxes, ps[0].h = moved(ps[0].boxes, 0, d), ps[0].h+d
	}
}

// pair is one piece of two flows.
func (s *setter) pair(left, right []piece, x float64) piece {
	l, r := whole(left), whole(right)
	p := piece{h: max(l.h, r.h), before: max(l.before, r.before), after: max(l.after, r.after)}
	p.boxes = append(append(make([]Box, 0, len(l.boxes)+len(r.boxes)), l.boxes...), moved(r.boxes, x, 0)...)
	p.closer = func(f float64) piece {
		return s.pair(closed(left, f), closed(right, f), x)
	}
	p.halve = func(room float64) (first, rest piece, ok bool) {
		lh, lr := s.part(left, room)
		rh, rr := s.part(right, room)
		if len(lh)+len(rh) == 0 || len(lr)+len(rr) == 0 || len(left) > 0 && len(lh) == 0 || len(right) > 0 && len(rh) == 0 {
			return first, rest, false
		}
		first, rest = s.pair(lh, rh, x), s.pair(lr, rr, x)
		rest.soft, rest.keep = p.soft, p.keep
		return first, rest, true
	}
	return p
}

// part splits a flow at a room; the head of a table is repeated in the rest.
func (s *setter) part(list []piece, room float64) (head, rest []piece) {
	if len(list) == 0 {
		return nil, nil
	}
	n := fitting(list, room)
	for n < len(list) && n > 0 && list[n-1].keep {
		n--
	}
	head, rest = list[:n:n], list[n:]
	if n == 0 && room >= s.full-1 {
		head, rest = split(list, room, 1)
	}
	if len(head) > 0 && len(rest) > 0 && len(rest[0].again) > 0 {
		rest = append(append(make([]piece, 0, len(rest)+2), rest[0].again...), rest...)
	}
	return head, rest
}

// labelHeight is the height of the line over the title of a leading chart or
// of a stamped table in a narrow column.
func (s *setter) labelHeight(bs []document.Block, w float64) float64 {
	if len(bs) == 0 {
		return 0
	}
	switch b := bs[0].(type) {
	case document.Chart:
		if b.Label != "" || b.Stamp != "" {
			return chartLabelLook().leading
		}
	case document.Table:
		if b.Stamp != "" && w < narrowTitle {
			return chartLabelLook().leading
		}
	}
	return 0
}

// narrowTitle is the width below which a stamp stands over a table's title
// instead of beside it.
const narrowTitle = 300

func textOnly(bs []document.Block) bool {
	for _, b := range bs {
		switch b.(type) {
		case document.Table, document.Chart, document.KeyFigures, document.Columns:
			return false
		}
	}
	return true
}
