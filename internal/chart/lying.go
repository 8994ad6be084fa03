package chart

import (
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Measures of charts in rows, in points.
const (
	rowOne    = 19 // one line of name
	rowTwo    = 24 // a name in two lines
	rowTier   = 28 // a name and a quiet line under it
	barOne    = 12
	barTier   = 16
	rowsPad   = 1    // above the first and below the last row
	nameGap   = 12   // from the longest name to the axis
	subGap    = 14   // from the longest label to the column at the right
	subInset  = 2    // of that column from the right edge
	tickRow   = 13   // axis labels above or below the rows
	nameMost  = 0.42 // of the width for names
	leastRoom = 0.3  // of the width for marks
)

// lying is what charts in rows have in common: names at the left, a value
// axis that goes right, a column of quiet texts at the right.
type lying struct {
	v      *view
	width  vg.Length
	names  [][]line
	tiers  bool
	rows   []vg.Length // heights
	left   vg.Length   // where rows begin
	right  vg.Length   // where marks and labels end
	subs   []line
	key    keyRows
	above  vg.Length // room over the rows
	below  vg.Length // room under them
	ticker ticker
	ticks  []plot.Tick
}

func newLying(v *view, width vg.Length, row vg.Length) lying {
	l := lying{v: v, width: width, ticker: v.ticker()}
	for _, n := range v.names {
		l.tiers = l.tiers || strings.Contains(n, "\n")
	}
	widest := vg.Length(0)
	for _, n := range v.names {
		lines := l.name(n, width*nameMost)
		for _, x := range lines {
			widest = max(widest, x.width)
		}
		h := row
		switch {
		case l.tiers:
			h = rowTier
		case len(lines) > 1:
			h = rowTwo
		}
		l.names = append(l.names, lines)
		l.rows = append(l.rows, h)
	}
	l.left = widest
	if widest > 0 {
		l.left += nameGap
	}
	return l
}

// name sets the name of a row: in tiers the first line is the name and the
// others say more of it, else up to two lines.
func (l *lying) name(s string, room vg.Length) []line {
	if !l.tiers {
		return newLines(wrap(s, nameLook(), room, 2), nameLook())
	}
	first, rest, _ := strings.Cut(s, "\n")
	out := newLines(wrap(first, valueLook(), room, 1), valueLook())
	return append(out, newLines(wrap(strings.ReplaceAll(rest, "\n", " "), subLook(), room, 1), subLook())...)
}

// column takes the texts of the column at the right.
func (l *lying) column(texts []string, sty look) {
	widest := sty.width("")
	l.right = l.width
	for _, t := range texts {
		n := newLine(t, sty)
		if n.width > l.width*0.25 {
			n = newLine(shorten(t+"…", sty, l.width*0.25), sty)
		}
		l.subs = append(l.subs, n)
		widest = max(widest, n.width)
	}
	widest = max(widest, subLook().width(l.v.subHead))
	if widest == 0 {
		return
	}
	l.right -= widest + subInset + subGap
	if l.right-l.left < l.width*leastRoom { // marks come first
		l.right, l.subs, l.v.subHead = l.width, nil, ""
	}
}

// stretch is the rows that are drawn.
func (l *lying) stretch() (from, to int) {
	if !l.v.rows.Any() {
		return 0, len(l.v.names)
	}
	return l.v.rows.From, l.v.rows.To
}

// cut leaves of what was laid out for all rows those of the stretch.
func (l *lying) cut() {
	from, to := l.stretch()
	l.names, l.rows = l.names[from:to], l.rows[from:to]
	if len(l.subs) > 0 {
		l.subs = l.subs[from:to]
	}
}

func (l *lying) total() vg.Length {
	t := vg.Length(2 * rowsPad)
	for _, r := range l.rows {
		t += r
	}
	return t
}

func (l *lying) height() vg.Length {
	h := l.total()
	if l.v.height > 0 {
		h = vg.Length(l.v.height)
	}
	return l.above + h + l.below + l.key.height()
}

// placeRows gives the middles of rows from the top in a height, and the factor
// by which they are lower than they should be; false if too low for text.
func (l *lying) placeRows(height vg.Length) (middles []vg.Length, scale vg.Length, ok bool) {
	room := height - l.above - l.below - l.key.height()
	scale = room / l.total()
	y := height - l.above - rowsPad*scale
	ok = true
	for i, r := range l.rows {
		middles = append(middles, y-r*scale/2)
		y -= r * scale
		lines := vg.Length(max(len(l.names[i]), 1))
		ok = ok && r*scale >= (lines-1)*leadSmall+(rise+drop)*labelSize
	}
	return middles, scale, ok
}

// rowTexts are names and the right column at their rows.
func (l *lying) rowTexts(middles []vg.Length) []placed {
	var out []placed
	for i, lines := range l.names {
		y := middles[i] + vg.Length(len(lines)-1)*leadSmall/2
		for _, n := range lines {
			out = append(out, at(n, 0, middle(n, y)))
			y -= leadSmall
		}
		if i < len(l.subs) && l.subs[i].text != "" {
			out = append(out, flushRight(l.subs[i], l.width-subInset, middle(l.subs[i], middles[i])))
		}
	}
	return out
}

// tickTexts are the axis labels with their middle at a height; those that
// would touch are left out.
func (l *lying) tickTexts(x func(float64) vg.Length, y vg.Length) []placed {
	var out []placed
	end := vg.Length(-1e6)
	for _, t := range l.ticks {
		n := newLine(t.Label, tickLook())
		p := centred(n, x(t.Value), middle(n, y))
		p.x = min(p.x, l.width-n.width)
		if t.Label != "" && p.x >= max(end+4, 0) {
			out = append(out, p)
			end = p.x + n.width
		}
	}
	return out
}

// upLine draws the axis that rows begin at.
type upLine struct{}

// Plot implements plot.Plotter.
func (upLine) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	c.StrokeLine2(stroke(zeroWidth, ink), x(0), c.Min.Y, x(0), c.Max.Y)
}

// span maps values to the width: zero stands at base.
type span struct{ base, unit vg.Length }

func (s span) x(v float64) vg.Length { return s.base + vg.Length(v)*s.unit }

func (s span) value(x vg.Length) float64 { return float64((x - s.base) / s.unit) }

// fitSpan finds the largest scale at which all needs fit between two edges. A
// need is a value with the room that must stay beyond it.
func fitSpan(from, to vg.Length, needs []need) (span, bool) {
	lo, hi := 0.0, 0.0
	for _, n := range needs {
		lo, hi = min(lo, n.value), max(hi, n.value)
	}
	try := func(unit vg.Length) (span, bool) {
		var left, right vg.Length
		for _, n := range needs {
			x := vg.Length(n.value) * unit
			left, right = max(left, n.left-x), max(right, x+n.right)
		}
		return span{base: from + left, unit: unit}, left+right <= to-from
	}
	if hi == lo {
		hi = 1
	}
	most := (to - from) / vg.Length(hi-lo)
	if s, ok := try(most); ok {
		return s, true
	}
	low, high := vg.Length(0), most
	var best span
	for range 40 {
		mid := (low + high) / 2
		if s, ok := try(mid); ok {
			best, low = s, mid
		} else {
			high = mid
		}
	}
	return best, best.unit > 0
}

type need struct {
	value       float64
	left, right vg.Length
}
