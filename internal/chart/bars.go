package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// draw lays the chart out in a height and paints it.
func (u *upright) draw(c draw.Canvas, height vg.Length) error {
	foot := u.bottom()
	ax, place, ok := u.layout(foot, height-foot)
	if !ok {
		return errRoom(u.width, height)
	}
	all := append(texts(nil), place.texts...)
	all = append(all, u.names.under(foot)...)
	all = append(all, u.key.texts(foot-u.names.height())...)
	all = append(all, tickTexts(u.ticks, u.left, foot, height, ax)...)

	p := newPlot()
	p.X.Min, p.X.Max = 0, float64(u.width-u.left)
	p.Y.Min, p.Y.Max = ax.value(0), ax.value(height-foot)
	gaps := make([]vg.Rectangle, 0, len(place.texts))
	for _, t := range place.texts {
		gaps = append(gaps, t.letters())
	}
	p.Add(
		grid{ticks: u.ticks, gaps: gaps},
		connectors{u}, bars{u}, zeroLine{},
		leaders(place.leaders),
		keySwatches{keyRows: u.key, top: foot - u.names.height()},
		all,
	)
	p.Draw(draw.Crop(c, u.left, 0, foot, 0))
	return nil
}

// value is the inverse of y.
func (a axis) value(y vg.Length) float64 { return float64((y - a.base) / a.unit) }

// layout finds scale and places of labels together: more head room lets more
// labels move up, and the least that serves is taken.
func (u *upright) layout(foot, height vg.Length) (axis, placement, bool) {
	var (
		bestAxis  axis
		best      placement
		found     bool
		bestTotal = math.Inf(1)
	)
	for _, head := range []vg.Length{4, 10, 18, 28} {
		if bestTotal <= float64(head) {
			break
		}
		ax, ok := u.fit(height, head)
		if !ok {
			continue
		}
		p := u.placing(ax, foot, height).do()
		if total := p.cost + float64(head); total < bestTotal {
			bestAxis, best, bestTotal, found = ax, p, total, true
		}
	}
	return bestAxis, best, found
}

func (u *upright) placing(ax axis, foot, height vg.Length) placing {
	y := func(v float64) vg.Length { return foot + ax.y(v) }
	p := placing{
		stacks: u.stacks(ax.unit), slot: u.slot, y: y,
		bounds: vg.Rectangle{Min: vg.Point{X: u.left, Y: foot}, Max: vg.Point{X: u.width, Y: foot + height}},
	}
	for i, m := range u.marks {
		if m.plan {
			p.walls = append(p.walls, wall{mark: i, box: u.rect(m, u.outline(), y(0), y(m.high))})
		}
		for _, b := range m.bars {
			p.walls = append(p.walls, wall{mark: i, box: u.rect(m, u.bar(), y(b.from), y(b.to))})
		}
	}
	return p
}

func (u *upright) rect(m mark, width, y0, y1 vg.Length) vg.Rectangle {
	x := u.centre(m)
	return vg.Rectangle{
		Min: vg.Point{X: x - width/2, Y: min(y0, y1)}, Max: vg.Point{X: x + width/2, Y: max(y0, y1)},
	}
}

// tickTexts are the labels of an axis that goes up, zero first; those that
// would touch others are left out.
func tickTexts(ticks []plot.Tick, left, foot, height vg.Length, ax axis) []placed {
	var out []placed
	for _, zero := range []bool{true, false} {
		for _, t := range ticks {
			y := ax.y(t.Value)
			l := newLine(t.Label, tickLook())
			p := flushRight(l, left-tickGap, middle(l, foot+y))
			if (t.Value == 0) != zero || t.Label == "" || y < -0.01 || p.box().Max.Y > height || touches(out, p) {
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// bars draws plans, bars and the arrows of bounds.
type bars struct{ *upright }

// Plot implements plot.Plotter.
func (b bars) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for _, m := range b.marks {
		if m.plan {
			b.paintPlan(&c, m, y)
		}
		for _, s := range m.bars {
			if r := b.rect(m, b.bar(), y(s.from), y(s.to)); s.from != s.to {
				s.shade.paint(&c, r)
			}
		}
		if tip, ok := m.tip(); ok && m.bound {
			gap, size := vg.Length(1), vg.Length(arrowSize)
			if m.down {
				gap, size = -gap, -size
			}
			x := b.centre(m)
			arrow(&c, vg.Point{X: x, Y: y(tip) + gap}, vg.Point{X: x, Y: y(tip) + gap + size}, min(arrowHead, b.bar()/2))
		}
	}
}

// tip is where the arrow of a bound starts.
func (m mark) tip() (float64, bool) {
	switch {
	case m.has:
		return m.anchor, true
	case m.plan && m.down:
		return m.low, true
	case m.plan:
		return m.high, true
	}
	return 0, false
}

// paintPlan draws a plan behind its bar; of a range the far edge is solid and
// the near one dashed.
func (b bars) paintPlan(c *draw.Canvas, m mark, y func(float64) vg.Length) {
	far, near := m.high, m.low
	if math.Abs(far) < math.Abs(near) {
		far, near = near, far
	}
	if far == 0 {
		return
	}
	r := b.rect(m, b.outline(), y(0), y(far))
	solid(c, r, white)
	if near != far && near*far > 0 {
		c.StrokeLine2(stroke(dashedEdge, navy, edgeDashes()...), r.Min.X, y(near), r.Max.X, y(near))
	}
	edge(c, r, stroke(planEdge, navy))
}

// connectors draws the thin lines of a waterfall from mark to mark.
type connectors struct{ *upright }

// Plot implements plot.Plotter.
func (k connectors) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, m := range k.marks[:max(len(k.marks)-1, 0)] {
		if !m.level.ok {
			continue
		}
		from, to := k.centre(m), k.centre(k.marks[i+1])
		if m.has {
			from += k.bar() / 2
		}
		if k.marks[i+1].has {
			to -= k.bar() / 2
		}
		c.StrokeLine2(stroke(0.6, secondary), from, y(m.level.v), to, y(m.level.v))
	}
}
