package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

// Distances of labels in points.
const (
	labelGap  = 4    // from a bar to the baseline of its label
	digitRise = 0.72 // height of digits in parts of the size
	arrowSize = 10
)

// stack is the lines of one label. It stands at a value and grows away from
// the zero line.
type stack struct {
	mark   int       // whose it is; its own bars don't push it away
	last   bool      // of the last series of a group
	x      vg.Length // middle
	anchor float64   // in values
	lift   vg.Length // from the anchor to the nearest line
	down   bool
	fixed  bool // stands where it stands
	inside bool // within a bar, takes no room outside
	lines  []line
}

// height is the room from the anchor to the far end.
func (s stack) height() vg.Length {
	if len(s.lines) == 0 {
		return 0
	}
	h := s.lift
	last := s.lines[len(s.lines)-1].look.size
	if s.down {
		h += digitRise * s.lines[0].look.size
		for _, l := range s.lines[1:] {
			h += leading(l)
		}
		return h + drop*last
	}
	for _, l := range s.lines[:len(s.lines)-1] {
		h += leading(l)
	}
	return h + rise*last
}

func leading(l line) vg.Length {
	if l.look.size < labelSize {
		return leadSmall
	}
	return leadLabel
}

func (s stack) width() vg.Length {
	w := vg.Length(0)
	for _, l := range s.lines {
		w = max(w, l.width)
	}
	return w
}

// at places the lines: y is the anchor on the canvas, dx a shift aside, away a
// shift further from the anchor.
func (s stack) at(y, dx, away vg.Length) []placed {
	var out []placed
	x := s.x + dx
	if s.down {
		y -= s.lift + away
		for i, l := range s.lines {
			if i == 0 {
				y -= digitRise * l.look.size
			} else {
				y -= leading(l)
			}
			out = append(out, centred(l, x, y))
		}
		return out
	}
	y += s.lift + away
	for _, l := range s.lines {
		out = append(out, centred(l, x, y))
		y += leading(l)
	}
	return out
}

// shorter is the n-th way to say the same in less room: the value in two
// lines, then without the lines around it; false if there is no such way.
func (s stack) shorter(n int, room vg.Length) (stack, bool) {
	var lines []line
	changed := false
	for _, l := range s.lines {
		switch {
		case n == 1 && l.main:
			parts := halves(l, max(room, l.width*0.55))
			changed = changed || len(parts) > 1
			if !s.down { // the nearest line is the last one read
				slices.Reverse(parts)
			}
			lines = append(lines, parts...)
		case n == 1, l.main:
			lines = append(lines, l)
		default:
			changed = true
		}
	}
	s.lines = lines
	return s, changed && len(lines) > 0
}

const mostShorter = 2

// halves sets a value in two lines, if no number or word is cut by that.
func halves(l line, room vg.Length) []line {
	texts, cuts := fill(gluedMark(l.text), l.look, room)
	if cuts > 0 || len(texts) != 2 {
		return []line{l}
	}
	parts := newLines(wrap(l.text, l.look, room, 2), l.look)
	for i := range parts {
		parts[i].main = true
	}
	return parts
}

// grow makes a rectangle larger on all sides.
func grow(r vg.Rectangle, dx, dy vg.Length) vg.Rectangle {
	d := vg.Point{X: dx, Y: dy}
	return vg.Rectangle{Min: r.Min.Sub(d), Max: r.Max.Add(d)}
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

func within(a, b vg.Rectangle) bool {
	const eps = 1e-6
	return a.Min.X >= b.Min.X-eps && a.Max.X <= b.Max.X+eps && a.Min.Y >= b.Min.Y-eps && a.Max.Y <= b.Max.Y+eps
}
