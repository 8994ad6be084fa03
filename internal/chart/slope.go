package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// slope is two moments, the first category and the last, with a line for each
// series from one to the other. Values before stand at the left, those now
// with the names at the right.
type slope struct {
	v      *view
	width  vg.Length
	lo, hi float64
	head   vg.Length
	left   []slopeEnd
	right  []slopeEnd
	x0, x1 vg.Length
}

// slopeEnd is what stands at an end of a line.
type slopeEnd struct {
	value float64
	lines []line
}

const (
	slopeGap   = 7    // from the dot to its label
	slopeMost  = 0.36 // of the width for the labels of a side
	slopeLeast = 24   // between the two moments
	slopeDot   = 3
)

func newSlope(v *view, width vg.Length) *slope {
	s := &slope{v: v, width: width}
	first := true
	for _, r := range v.series {
		before, now := s.ends(r)
		for _, p := range []point{before, now} {
			if p.value.ok && first {
				s.lo, s.hi, first = p.value.v, p.value.v, false
			} else if p.value.ok {
				s.lo, s.hi = min(s.lo, p.value.v), max(s.hi, p.value.v)
			}
		}
		s.left = append(s.left, slopeEnd{before.value.v, s.label(before, "", quietLook())})
		s.right = append(s.right, slopeEnd{now.value.v, s.label(now, r.name, valueLook())})
		if !now.value.ok { // the name stands where there is a value
			s.left[len(s.left)-1].lines = s.label(before, r.name, quietLook())
		}
	}
	s.x0 = max(widest(s.left)+slopeGap, slopeDot+1)
	s.x1 = width - max(widest(s.right)+slopeGap, slopeDot+1)
	if s.x1-s.x0 < slopeLeast {
		s.left = nil
		s.x0 = slopeDot + 1
	}
	s.head = leadSmall + 4
	return s
}

// ends are the first and the last point of a series; of one category, only the
// last.
func (s *slope) ends(r row) (before, now point) {
	n := len(r.points)
	if n > 1 {
		before = r.points[0]
	}
	return before, r.points[n-1]
}

func (s *slope) label(p point, name string, sty look) []line {
	if !p.value.ok {
		return nil
	}
	var out []line
	room := s.width * slopeMost
	if l := newLine(p.label, sty); p.label != "" && l.width <= room {
		out = append(out, l)
	}
	return append(out, newLines(wrap(name, narrowLook(), room, 2), narrowLook())...)
}

func widest(ends []slopeEnd) vg.Length {
	w := vg.Length(0)
	for _, e := range ends {
		for _, l := range e.lines {
			w = max(w, l.width)
		}
	}
	return w
}

func (s *slope) height() vg.Length {
	h := vg.Length(s.v.height)
	if h == 0 {
		h = max(barsHeight, vg.Length(len(s.v.series))*(2*leadSmall+3))
	}
	return h + s.head
}

func (s *slope) draw(c draw.Canvas, height vg.Length) error {
	const pad = labelSize + 1
	room := height - s.head
	if room < 3*pad {
		return errRoom(s.width, height)
	}
	y := func(v float64) vg.Length {
		if s.hi == s.lo {
			return room / 2
		}
		return pad + (room-2*pad)*vg.Length((v-s.lo)/(s.hi-s.lo))
	}
	all := append(texts(nil), s.heads(height)...)
	all = append(all, s.v.none((s.x0+s.x1)/2, room/2)...)
	lines := []vg.Length{s.x1}
	if len(s.v.names) > 1 {
		lines = append(lines, s.x0)
	}
	for _, x := range lines {
		c.StrokeLine2(stroke(gridWidth*2, secondary), x, 0.5, x, room)
	}
	var rules leaders
	for _, side := range []struct {
		ends []slopeEnd
		x    vg.Length
		dir  vg.Length
	}{{s.left, s.x0, -1}, {s.right, s.x1, 1}} {
		t, l := spreadLabels(side.ends, room, side.x, side.dir, y)
		all, rules = append(all, t...), append(rules, l...)
	}
	for i, r := range s.v.series {
		s.curve(&c, i, r, y)
	}
	rules.Plot(c, nil)
	all.Plot(c, nil)
	return nil
}

// heads are the two moments over their lines.
func (s *slope) heads(height vg.Length) []placed {
	y := height - rise*smallSize - 1
	n := len(s.v.names)
	now := newLine(flat(s.v.names[n-1]), narrowLook())
	if now.width > s.width*0.48 {
		now = newLine(shorten(now.text+"…", narrowLook(), s.width*0.48), narrowLook())
	}
	p := centred(now, s.x1, y)
	p.x = min(max(p.x, 0), s.width-now.width)
	out := []placed{p}
	if n < 2 {
		return out
	}
	before := newLine(flat(s.v.names[0]), narrowLook())
	if before.width > s.width*0.48 {
		before = newLine(shorten(before.text+"…", narrowLook(), s.width*0.48), narrowLook())
	}
	q := centred(before, s.x0, y)
	q.x = max(q.x, 0)
	if q.x+before.width+4 <= p.x {
		out = append(out, q)
	}
	return out
}

// curve draws the line of a series and its dots: lines differ by width and
// dashes, every second one has open dots.
func (s *slope) curve(c *draw.Canvas, i int, r row, y func(float64) vg.Length) {
	before, now := s.ends(r)
	sty := lineStyle(i % 4)
	if before.value.ok && now.value.ok {
		c.StrokeLine2(sty, s.x0, y(before.value.v), s.x1, y(now.value.v))
	}
	for _, e := range []struct {
		p point
		x vg.Length
	}{{before, s.x0}, {now, s.x1}} {
		at := vg.Point{X: e.x, Y: y(e.p.value.v)}
		switch {
		case !e.p.value.ok:
		case i%2 == 1:
			openDot(c, at, slopeDot)
		default:
			c.SetColor(sty.Color)
			c.Fill(circle(at, slopeDot))
		}
	}
}

// spreadLabels sets labels beside their heights at x, to the left (dir −1) or
// the right, one under another and as near as that goes, with a hairline to
// those that had to move. Those without room are left out, the last first.
func spreadLabels(ends []slopeEnd, room, x, dir vg.Length, y func(float64) vg.Length) ([]placed, leaders) {
	type slot struct {
		slopeEnd
		y, h, to vg.Length
	}
	var slots []slot
	total := vg.Length(0)
	for _, e := range ends {
		h := vg.Length(len(e.lines))*leadSmall + 1.5
		if len(e.lines) == 0 || total+h > room {
			continue
		}
		total += h
		slots = append(slots, slot{slopeEnd: e, y: y(e.value), h: h, to: y(e.value)})
	}
	slices.SortStableFunc(slots, func(a, b slot) int { return cmp.Compare(b.y, a.y) })
	top := room
	for i := range slots {
		slots[i].y = min(slots[i].y, top-slots[i].h/2)
		top = slots[i].y - slots[i].h/2
	}
	low := vg.Length(0)
	for i := len(slots) - 1; i >= 0; i-- {
		slots[i].y = max(slots[i].y, low+slots[i].h/2)
		low = slots[i].y + slots[i].h/2
	}
	var out []placed
	var rules leaders
	for _, s := range slots {
		at := s.y + vg.Length(len(s.lines)-1)*leadSmall/2
		for _, l := range s.lines {
			p := placed{line: l, x: x + dir*slopeGap, y: middle(l, at)}
			if dir < 0 {
				p.x -= l.width
			}
			out = append(out, p)
			at -= leadSmall
		}
		if d := s.y - s.to; d > farLabel || d < -farLabel {
			rules = append(rules, [2]vg.Point{{X: x + dir*(slopeDot+0.5), Y: s.to}, {X: x + dir*(slopeGap-1), Y: s.y}})
		}
	}
	return out, rules
}
