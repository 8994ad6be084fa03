package chart

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/document"
)

// lineChart is lines with their names at their ends. Lines differ by width and
// dashes, so that a grey print tells them apart.
type lineChart struct {
	v      *view
	width  vg.Length
	lo, hi float64
	ticks  []plot.Tick
	left   vg.Length // room of axis labels
	right  vg.Length // where the lines end
	names  names
	key    keyRows
	ends   []endLabel
}

// endLabel is what stands at the end of a line.
type endLabel struct {
	series, point int
	value         float64
	lines         []line
}

const (
	lineInset = 8    // of the first point from the axis
	endGap    = 5    // from the last point to its label
	endMost   = 0.34 // of the width for labels at the ends
	farLabel  = 5    // a label moved further than that gets a hairline
	flatPart  = 0.5  // an axis of lines leaves zero out when all values are above this part of the highest
)

func newLineChart(v *view, width vg.Length) *lineChart {
	c := &lineChart{v: v, width: width}
	c.extent()
	t := v.ticker()
	c.ticks = t.Ticks(c.lo, c.hi)
	if c.lo > 0 { // the axis begins at a mark
		t.over = true
		c.ticks = t.Ticks(c.lo, c.hi)
		c.lo = c.ticks[0].Value
	}
	c.left = gutter(c.ticks, width)
	c.makeEnds()
	room := vg.Length(0)
	for _, e := range c.ends {
		for _, l := range e.lines {
			room = max(room, l.width)
		}
	}
	c.right = width - max(room+endGap, 10)
	n := vg.Length(max(len(v.names)-1, 1))
	first := c.left + lineInset
	if len(v.names) == 1 {
		first = (c.left + c.right) / 2
	}
	c.names = newNames(v.names, slots{left: first, step: (c.right - first) / n, width: width, points: true})
	c.key = newKey(v.key, c.left, width)
	return c
}

// extent is the range of the axis: with zero, unless all values lie so far
// above it that the lines would be flat.
func (c *lineChart) extent() {
	lo, hi := math.Inf(1), math.Inf(-1)
	c.v.eachPoint(func(p point) { lo, hi = min(lo, p.value.v), max(hi, p.value.v) })
	if lo > hi {
		lo, hi = 0, 0
	}
	if !(lo > flatPart*hi && hi > lo) {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	c.lo, c.hi = lo, hi
}

// makeEnds collects the labels at the ends of lines: the value, if it has a
// label, over the name.
func (c *lineChart) makeEnds() {
	for i, s := range c.v.series {
		for j := len(s.points) - 1; j >= 0; j-- {
			p := s.points[j]
			if !p.value.ok {
				continue
			}
			e := endLabel{series: i, point: j, value: p.value.v}
			room := c.width * endMost
			if p.label != "" {
				if l := newLine(p.label, valueLook()); l.width <= room { // a number is never cut
					e.lines = append(e.lines, l)
				}
				e.lines = append(e.lines, newLines(wrap(s.name, nameLook(), room, 2), nameLook())...)
			} else {
				e.lines = newLines(wrap(s.name, valueLook(), room, 2), valueLook())
			}
			if len(e.lines) > 0 {
				c.ends = append(c.ends, e)
			}
			break
		}
	}
}

func (c *lineChart) height() vg.Length {
	h := c.v.height
	if h == 0 {
		h = barsHeight
	}
	return vg.Length(h) + c.names.height() + c.key.height()
}

func (c *lineChart) x(i int) vg.Length {
	if len(c.v.names) == 1 {
		return (c.left + c.right) / 2
	}
	first := c.left + lineInset
	return first + (c.right-first)*vg.Length(i)/vg.Length(len(c.v.names)-1)
}

func (c *lineChart) draw(dst draw.Canvas, height vg.Length) error {
	foot := c.names.height() + c.key.height()
	room := height - foot
	const pad = 7 // over the highest and, when there is no zero line, under the lowest
	if room < 3*pad {
		return errRoom(c.width, height)
	}
	span := max(c.hi, c.topTick()) - c.lo
	if span == 0 {
		span = 1
	}
	base, free := vg.Length(0), room-pad
	if c.lo < 0 {
		base, free = pad, room-2*pad
	}
	unit := free / vg.Length(span)
	ax := axis{base: base - vg.Length(c.lo)*unit, unit: unit}

	ends, rules := c.placeEnds(foot, room, ax)
	all := append(texts(nil), ends...)
	all = append(all, c.pointTexts(foot, room, ax, ends)...)
	all = append(all, c.v.none((c.left+c.right)/2, foot+room/2)...)
	gaps := make([]vg.Rectangle, 0, len(all))
	for _, t := range all {
		gaps = append(gaps, t.letters())
	}
	all = append(all, c.names.under(foot)...)
	all = append(all, c.key.texts(foot-c.names.height())...)
	all = append(all, tickTexts(c.ticks, c.left, foot, height, ax)...)

	p := newPlot()
	p.X.Min, p.X.Max = 0, float64(c.width-c.left)
	p.Y.Min, p.Y.Max = ax.value(0), ax.value(room)
	g := grid{ticks: c.ticks, gaps: gaps}
	p.Add(g, curves{c}, leaders(rules))
	if c.lo <= 0 && c.hi >= 0 {
		p.Add(zeroLine{})
	}
	p.Add(keySwatches{keyRows: c.key, top: foot - c.names.height()}, all)
	p.Draw(draw.Crop(dst, c.left, 0, foot, 0))
	return nil
}

func (c *lineChart) topTick() float64 {
	if len(c.ticks) == 0 {
		return c.hi
	}
	return c.ticks[len(c.ticks)-1].Value
}

// placeEnds sets the labels at the ends one under another, as near to their
// lines as that goes, with a hairline to those that had to move.
func (c *lineChart) placeEnds(foot, room vg.Length, ax axis) ([]placed, [][2]vg.Point) {
	type slot struct {
		endLabel
		y, h, to vg.Length // middle of the label, its height, the point's height
	}
	slots := make([]slot, 0, len(c.ends))
	total := vg.Length(0)
	for _, e := range c.ends {
		h := vg.Length(len(e.lines))*leadSmall + 1.5
		if total+h > room {
			continue // no room for another name
		}
		total += h
		y := foot + ax.y(e.value)
		slots = append(slots, slot{endLabel: e, y: y, h: h, to: y})
	}
	slices.SortStableFunc(slots, func(a, b slot) int { return cmp.Compare(b.y, a.y) })
	top := foot + room
	for i := range slots { // from the top down
		slots[i].y = min(slots[i].y, top-slots[i].h/2)
		top = slots[i].y - slots[i].h/2
	}
	low := foot
	for i := len(slots) - 1; i >= 0; i-- { // and back up
		slots[i].y = max(slots[i].y, low+slots[i].h/2)
		low = slots[i].y + slots[i].h/2
	}
	var out []placed
	var rules [][2]vg.Point
	for _, s := range slots {
		x := c.x(s.point) + endGap
		if s.point < len(c.v.names)-1 {
			x = c.right + endGap
		}
		y := s.y + vg.Length(len(s.lines)-1)*leadSmall/2
		for _, l := range s.lines {
			out = append(out, at(l, x, middle(l, y)))
			y -= leadSmall
		}
		if math.Abs(float64(s.y-s.to)) > farLabel {
			rules = append(rules, [2]vg.Point{{X: c.x(s.point) + 1, Y: s.to}, {X: x - 1, Y: s.y}})
		}
	}
	return out, rules
}

// pointTexts are labels of points before the end, above or below them where
// nothing else stands.
func (c *lineChart) pointTexts(foot, room vg.Length, ax axis, taken []placed) []placed {
	bounds := vg.Rectangle{Min: vg.Point{X: c.left, Y: foot}, Max: vg.Point{X: c.width, Y: foot + room}}
	var out []placed
	for i, s := range c.v.series {
		for j, p := range s.points {
			if !p.value.ok || p.label == "" || c.isEnd(i, j) {
				continue
			}
			y := foot + ax.y(p.value.v)
			for _, base := range []vg.Length{y + labelGap, y - labelGap - digitRise*labelSize} {
				t := centred(newLine(p.label, valueLook()), c.x(j), base)
				if within(t.box(), bounds) && !touches(taken, t) && !touches(out, t) && !c.crossed(t.box(), foot, ax) {
					out = append(out, t)
					break
				}
			}
		}
	}
	return out
}

func (c *lineChart) isEnd(series, point int) bool {
	return slices.ContainsFunc(c.ends, func(e endLabel) bool { return e.series == series && e.point == point })
}

// crossed says whether a line runs through a rectangle.
func (c *lineChart) crossed(r vg.Rectangle, foot vg.Length, ax axis) bool {
	for _, s := range c.v.series {
		for j := 1; j < len(s.points); j++ {
			a, b := s.points[j-1], s.points[j]
			if !a.value.ok || !b.value.ok {
				continue
			}
			x0, x1 := c.x(j-1), c.x(j)
			y0, y1 := foot+ax.y(a.value.v), foot+ax.y(b.value.v)
			from, to := max(r.Min.X, x0), min(r.Max.X, x1)
			if from > to {
				continue
			}
			at := func(x vg.Length) vg.Length { return y0 + (y1-y0)*(x-x0)/(x1-x0) }
			if max(at(from), at(to)) > r.Min.Y+0.5 && min(at(from), at(to)) < r.Max.Y-0.5 {
				return true
			}
		}
	}
	return false
}

// curves draws the lines: absent values break them, what is expected is drawn
// thin up to an open dot.
type curves struct{ *lineChart }

// Plot implements plot.Plotter.
func (k curves) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, s := range k.v.series {
		k.curve(&c, lineStyle(i), s.points, y)
	}
}

func (k curves) curve(c *draw.Canvas, sty draw.LineStyle, points []point, y func(float64) vg.Length) {
	thin := sty
	thin.Width = thinEdge
	var known []vg.Point // the stretch being drawn
	var open []vg.Point
	flush := func() {
		if len(known) == 1 { // alone between gaps
			c.SetColor(sty.Color)
			c.Fill(circle(known[0], 2))
		} else if len(known) > 1 {
			c.StrokeLines(sty, known)
		}
		known = nil
	}
	var last vg.Point
	for j, pt := range points {
		if !pt.value.ok {
			flush()
			continue
		}
		at := vg.Point{X: k.x(j), Y: y(pt.value.v)}
		after := j > 0 && points[j-1].value.ok
		expected := pt.shade.fill == document.Expected
		if after && (expected || points[j-1].shade.fill == document.Expected) {
			flush()
			c.StrokeLine2(thin, last.X, last.Y, at.X, at.Y)
		}
		if expected {
			open = append(open, at)
		} else {
			known = append(known, at)
		}
		last = at
	}
	flush()
	for _, at := range open {
		openDot(c, at, 2.6)
	}
}

// lineStyle tells four lines apart without colour.
func lineStyle(i int) draw.LineStyle {
	switch i {
	case 0:
		return stroke(2, navy)
	case 1:
		return stroke(1.5, teal, 7, 3)
	case 2:
		return stroke(1.5, wine, 1.4, 2.2)
	default:
		return stroke(1.5, orange, 4.5, 1.8, 1.2, 1.8)
	}
}
