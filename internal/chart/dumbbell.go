package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// dumbbell is two dots a row, an open one for before and a solid one for now,
// with a line between them and the change in the column at the right.
type dumbbell struct {
	lying
	before, now []point
	span        span
	ok          bool
	pairs       []placed // what the dots are, under the rows; empty where it stands beside them
}

const (
	dot     = 3.6 // radius
	dotEdge = 1.2
	dumbRow = 18
	dotRule = 1.6
)

func newDumbbell(v *view, width vg.Length) *dumbbell {
	d := &dumbbell{lying: newLying(v, width, dumbRow)}
	d.now = v.series[len(v.series)-1].points
	d.before = make([]point, len(d.now))
	if len(v.series) > 1 {
		d.before = v.series[0].points
	}
	lo, hi := 0.0, 0.0
	subs := make([]string, 0, len(d.now))
	var needs []need
	for i, p := range d.now {
		subs = append(subs, p.sub)
		for _, m := range []maybe{p.value, d.before[i].value} {
			if m.ok {
				lo, hi = min(lo, m.v), max(hi, m.v)
				needs = append(needs, need{value: m.v, left: dot + 1, right: dot + 1})
			}
		}
	}
	d.column(subs, valueLook())
	d.above, d.below = tickRow+2, 1
	d.ticker.over = true
	d.ticks = d.ticker.Ticks(lo, hi)
	for _, t := range d.ticks {
		w := tickLook().width(t.Label)/2 + 1
		needs = append(needs, need{value: t.Value, left: w, right: w})
	}
	d.span, d.ok = fitSpan(d.left-w0(d.left), d.right, needs)
	d.key = newKey(v.key, d.left, width)
	d.cut()
	from, to := d.stretch()
	d.before, d.now = d.before[from:to], d.now[from:to]
	if len(d.seriesNames(make([]vg.Length, len(d.now)))) == 0 {
		d.pairKey()
	}
	return d
}

// pairKey tells under the rows which dot is which, where no row has room for it.
func (d *dumbbell) pairKey() {
	if len(d.v.series) < 2 || d.v.series[0].name+d.v.series[1].name == "" {
		return
	}
	const lead = 2*dot + swatchGap
	total := vg.Length(2*lead + keyTight)
	for _, s := range d.v.series {
		total += narrowLook().width(s.name)
	}
	x := max(min(d.left, d.width-total), 0)
	room, tight := (d.width-x-keyTight)/2-lead, x+total > d.width
	for _, s := range d.v.series {
		l := newLine(s.name, narrowLook())
		if tight && l.width > room {
			l = newLine(shorten(s.name+"…", narrowLook(), room), narrowLook())
		}
		if l.width > d.width-x-lead {
			d.pairs = nil
			return
		}
		d.pairs = append(d.pairs, at(l, x+lead, 0))
		x += lead + l.width + keyTight

	}
	d.below += keyLead
}

// w0 lets the first axis label stand over the gap beside the names.
func w0(left vg.Length) vg.Length { return min(left, nameGap/2) }

func (d *dumbbell) draw(c draw.Canvas, height vg.Length) error {
	middles, _, ok := d.placeRows(height)
	if !ok || !d.ok {
		return errRoom(d.width, height)
	}
	foot := d.below + d.key.height()
	all := texts(d.rowTexts(middles))
	for i, y := range middles {
		if !d.now[i].value.ok && !d.before[i].value.ok {
			l := newLine(noValue, quietLook())
			all = append(all, at(l, d.span.x(0)+6.5, middle(l, y)))
		}
	}
	all = append(all, d.tickTexts(d.span.x, height-tickRow/2)...)
	all = append(all, d.key.texts(d.key.height())...)
	pairs := pairDots{y: d.key.height() + keyLead - keyDrop + 0.35*smallSize}
	for _, p := range d.pairs {
		p.y = pairs.y - 0.35*smallSize
		pairs.xs = append(pairs.xs, p.x-swatchGap-dot)
		all = append(all, p)
	}
	if d.v.subHead != "" {
		h := newLine(d.v.subHead, subLook())
		p := flushRight(h, d.width-subInset, middle(h, height-tickRow/2))
		if n := len(all); n == 0 || !touches(all, p) {
			all = append(all, p)
		}
	}
	words := d.seriesNames(middles)
	all = append(all, words...)

	p := newPlot()
	from, to := d.span.base, d.right
	if v := d.ticks[0].Value; v < 0 {
		from = d.span.x(v)
	}
	p.X.Min, p.X.Max = d.span.value(from), d.span.value(to)
	p.Y.Min, p.Y.Max = 0, 1
	var gaps []vg.Rectangle
	for _, t := range words {
		gaps = append(gaps, t.letters())
	}
	p.Add(
		uprightGrid{ticks: d.ticks, gaps: gaps}, upLine{},
		dots{dumbbell: d, middles: middles},
		keySwatches{keyRows: d.key, top: d.key.height()},
		pairs,
		all,
	)
	p.Draw(draw.Crop(c, from, to-d.width, foot, -d.above))
	return nil
}

func touches(all []placed, p placed) bool {
	for _, o := range all {
		if overlap(grow(p.box(), 2, 0), o.box()) {
			return true
		}
	}
	return false
}

// seriesNames stand beside the dots of the first row that has room for them.
func (d *dumbbell) seriesNames(middles []vg.Length) []placed {
	if len(d.v.series) < 2 {
		return nil
	}
	before, now := newLine(d.v.series[0].name, subLook()), newLine(d.v.series[1].name, valueLook())
	for i, p := range d.now {
		q := d.before[i]
		if !p.value.ok || !q.value.ok {
			continue
		}
		x0, x1 := d.span.x(q.value.v), d.span.x(p.value.v)
		a, b := before, now
		if x0 > x1 {
			x0, x1, a, b = x1, x0, b, a
		}
		left := flushRight(a, x0-dot-3, middle(a, middles[i]))
		right := at(b, x1+dot+3, middle(b, middles[i]))
		if left.x > d.span.x(0)+2 && right.x+b.width <= min(d.right+subGap-4, d.width) && b.text+a.text != "" {
			return []placed{left, right}
		}
	}
	return nil
}

// pairDots are the dots of the key, first the open one.
type pairDots struct {
	xs []vg.Length
	y  vg.Length
}

// Plot implements plot.Plotter.
func (k pairDots) Plot(c draw.Canvas, _ *plot.Plot) {
	for i, x := range k.xs {
		if at := (vg.Point{X: x, Y: k.y}); i == 0 {
			openDot(&c, at, dot)
		} else {
			c.SetColor(navy)
			c.Fill(circle(at, dot))
		}
	}
}

// dots draws the pairs; the solid dot lies over the open one.
type dots struct {
	*dumbbell
	middles []vg.Length
}

// Plot implements plot.Plotter.
func (d dots) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for i, now := range d.now {
		before, y := d.before[i], d.middles[i]
		if now.value.ok && before.value.ok {
			c.StrokeLine2(stroke(dotRule, navy), x(before.value.v), y, x(now.value.v), y)
		}
		if before.value.ok {
			openDot(&c, vg.Point{X: x(before.value.v), Y: y}, dot)
		}
		if now.value.ok {
			c.SetColor(navy)
			c.Fill(circle(vg.Point{X: x(now.value.v), Y: y}, dot))
		}
	}
}

// openDot is a white dot with an edge.
func openDot(c *draw.Canvas, at vg.Point, radius vg.Length) {
	c.SetColor(white)
	c.Fill(circle(at, radius))
	c.SetLineStyle(stroke(dotEdge, navy))
	c.Stroke(circle(at, radius-dotEdge/2))
}

func circle(at vg.Point, radius vg.Length) vg.Path {
	var p vg.Path
	p.Move(vg.Point{X: at.X + radius, Y: at.Y})
	p.Arc(at, radius, 0, 2*math.Pi)
	p.Close()
	return p
}
