package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/document"
)

// ranking is horizontal bars with their values at the end. When plans, bounds
// or empty slots are among them it has an axis with grid lines too, because
// bars alone don't say how far a value goes then.
type ranking struct {
	lying
	points []point
	labels []barLabel
	scaled bool
	span   span
	ok     bool
}

// barLabel is the text of a row: outside behind the bar, inside it, or, of an
// empty slot, where the bar would be.
type barLabel struct {
	main, more line
	inside     bool
}

const (
	insidePad  = 4
	rulePast   = 4 // of the rule of another source beyond the bar
	ruleWidth  = 1.6
	longEnough = 0.62 // of the room: bars shorter than that call labels inside
)

func newRanking(v *view, width vg.Length) *ranking {
	r := &ranking{lying: newLying(v, width, rowOne), points: v.series[0].points}
	subs := make([]string, 0, len(r.points))
	for _, p := range r.points {
		subs = append(subs, p.sub)
		r.scaled = r.scaled || !p.value.ok || p.bound || p.low.ok || p.other.ok || p.shade.fill == document.Plan
		r.labels = append(r.labels, labelOf(p))
	}
	r.column(subs, quietLook())
	if v.subHead != "" {
		r.above = tickRow
	}
	if r.scaled {
		r.below = tickRow
		r.ticker.over = true
		lo, hi := r.extent()
		r.ticks = r.ticker.Ticks(lo, hi)
	}
	r.arrange()
	r.key = newKey(v.key, r.left, width)
	r.cut()
	from, to := r.stretch()
	r.points, r.labels = r.points[from:to], r.labels[from:to]
	return r
}

func labelOf(p point) barLabel {
	if !p.value.ok {
		t := p.label
		if t == "" {
			t = noValue
		}
		return barLabel{main: newLine(t, quietLook())}
	}
	b := barLabel{main: newLine(p.label, valueLook())}
	switch {
	case p.part.ok && p.partLabel != "":
		b.more = newLine(joined(p.partLabel, p.partSub), quietLook())
	case p.low.ok && p.planLabel != "":
		b.more = newLine(p.planLabel, quietLook())
	}
	return b
}

func (b barLabel) width() vg.Length {
	if b.more.text == "" {
		return b.main.width
	}
	return b.main.width + insidePad + b.more.width
}

func (r *ranking) extent() (lo, hi float64) {
	for _, p := range r.points {
		for _, m := range []maybe{p.value, p.part, p.low, p.high, p.other} {
			if m.ok {
				lo, hi = min(lo, m.v), max(hi, m.v)
			}
		}
	}
	return lo, hi
}

// far is the farthest end of what is drawn in a row, on the side of its value.
func (p point) far() float64 {
	far := p.value.v
	for _, m := range []maybe{p.high, p.low, p.other} {
		if m.ok && (m.v*far > 0 || !p.value.ok || far == 0) && math.Abs(m.v) > math.Abs(far) {
			far = m.v
		}
	}
	return far
}

// arrange finds the scale, and which labels go inside their bars so that one
// long label does not make all bars short.
func (r *ranking) arrange() {
	for range 2*len(r.points) + 1 {
		r.span, r.ok = fitSpan(r.left, r.right, r.needs())
		lo, hi := r.extent()
		if r.ok && vg.Length(hi-lo)*r.span.unit >= longEnough*(r.right-r.left) {
			return
		}
		i := r.binding()
		if i < 0 {
			return
		}
		if r.goesInside(i) {
			continue
		}
		if r.ok && r.labels[i].more.text == "" {
			return
		}
		if r.labels[i].more.text != "" {
			r.labels[i].more = line{}
			continue
		}
		r.labels[i] = barLabel{}
	}
}

// goesInside puts a label into its bar if it will have the room there.
func (r *ranking) goesInside(i int) bool {
	p := r.points[i]
	if !p.value.ok || !p.shade.inside() || p.part.ok || r.labels[i].inside {
		return false
	}
	r.labels[i].inside = true
	s, ok := fitSpan(r.left, r.right, r.needs())
	if ok && vg.Length(math.Abs(r.insideEnd(i)))*s.unit >= r.labels[i].width()+2*insidePad {
		return true
	}
	r.labels[i].inside = false
	return false
}

// insideEnd is where a label inside has to end: at the bar's end or before the
// rule of another source.
func (r *ranking) insideEnd(i int) float64 {
	p := r.points[i]
	if p.other.ok && p.other.v*p.value.v > 0 && math.Abs(p.other.v) < math.Abs(p.value.v) {
		return p.other.v
	}
	return p.value.v
}

// binding is the row whose label outside takes most room beyond the bars.
func (r *ranking) binding() int {
	best, most := -1, vg.Length(0)
	for i, b := range r.labels {
		if b.inside || b.main.text == "" || !r.points[i].value.ok {
			continue
		}
		if w := vg.Length(math.Abs(r.points[i].far()))*r.span.unit + b.width(); w > most {
			best, most = i, w
		}
	}
	return best
}

func (r *ranking) needs() []need {
	var out []need
	for _, t := range r.ticks {
		w := tickLook().width(t.Label) / 2
		out = append(out, need{value: t.Value, right: min(w, 12), left: min(w, 12)})
	}
	for i, p := range r.points {
		room := r.labels[i].width()
		if room > 0 {
			room += labelGap
		}
		if r.labels[i].inside || !p.value.ok {
			room = 0
		}
		if p.bound {
			room += arrowSize + 4
		}
		n := need{value: p.far(), right: room}
		if p.far() < 0 {
			n.left, n.right = n.right, 0
		}
		out = append(out, n)
	}
	if r.scaled && len(r.ticks) > 0 { // the first axis label keeps off the names
		out = append(out, need{left: 2})
	}
	return out
}

func (r *ranking) draw(c draw.Canvas, height vg.Length) error {
	middles, scale, ok := r.placeRows(height)
	if !ok || !r.ok {
		return errRoom(r.width, height)
	}
	foot := r.below + r.key.height()
	all := texts(r.rowTexts(middles))
	labels := r.labelTexts(middles)
	all = append(all, labels...)
	all = append(all, r.tickTexts(r.span.x, foot-8)...)
	all = append(all, r.key.texts(r.key.height())...)
	if r.v.subHead != "" {
		h := newLine(r.v.subHead, subLook())
		all = append(all, flushRight(h, r.width-subInset, middle(h, height-tickRow/2)))
	}
	p := newPlot()
	p.X.Min, p.X.Max = r.span.value(r.left), r.span.value(r.right)
	p.Y.Min, p.Y.Max = 0, float64(height-foot-r.above)
	var gaps []vg.Rectangle
	for _, t := range labels {
		gaps = append(gaps, t.letters())
	}
	p.Add(
		uprightGrid{ticks: r.ticks, gaps: gaps},
		rankBars{ranking: r, middles: middles, scale: min(scale, 1)},
		upLine{},
		keySwatches{keyRows: r.key, top: r.key.height()},
		all,
	)
	p.Draw(draw.Crop(c, r.left, r.right-r.width, foot, -r.above))
	return nil
}

// labelTexts are the labels at their bars.
func (r *ranking) labelTexts(middles []vg.Length) []placed {
	var out []placed
	for i, b := range r.labels {
		p, y := r.points[i], middles[i]
		if b.main.text == "" {
			continue
		}
		if !p.value.ok {
			out = append(out, r.emptyText(b, p, y)...)
			continue
		}
		x := r.span.x(p.far()) + labelGap
		if p.bound {
			x += arrowSize + 4
		}
		back := p.far() < 0
		if back {
			x = r.span.x(p.far()) - labelGap - b.width()
			if p.bound {
				x -= arrowSize + 4
			}
		}
		if b.inside {
			x = r.span.x(r.insideEnd(i)) - insidePad - b.width()
			if back {
				x = r.span.x(r.insideEnd(i)) + insidePad
			}
			if p.shade.dark() {
				b.main.look.color, b.more.look.color = white, white
			}
		}
		out = append(out, at(b.main, x, middle(b.main, y)))
		if b.more.text != "" {
			out = append(out, at(b.more, x+b.main.width+insidePad, middle(b.main, y)))
		}
	}
	return out
}

// emptyText says in the empty slot that there is no value.
func (r *ranking) emptyText(b barLabel, p point, y vg.Length) []placed {
	x := r.span.x(0) + 6.5
	if p.low.ok {
		x = r.span.x(max(p.high.v, 0)) + 6.5
	}
	l := b.main
	if room := r.right - x; l.width > room {
		l = newLine(shorten(l.text+"…", l.look, room), l.look)
		if l.width > room {
			return nil
		}
	}
	return []placed{at(l, x, middle(l, y))}
}

// rankBars draws the bars of a ranking.
type rankBars struct {
	*ranking
	middles []vg.Length
	scale   vg.Length
}

// Plot implements plot.Plotter.
func (b rankBars) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	thick := vg.Length(barOne)
	if b.tiers {
		thick = barTier
	}
	thick *= b.scale
	bar := func(i int, from, to float64, more vg.Length) vg.Rectangle {
		x0, x1, y := x(from), x(to), b.middles[i]
		return vg.Rectangle{
			Min: vg.Point{X: min(x0, x1), Y: y - thick/2 - more}, Max: vg.Point{X: max(x0, x1), Y: y + thick/2 + more},
		}
	}
	for i, pt := range b.points {
		if pt.low.ok && pt.high.v != 0 {
			r := bar(i, 0, pt.high.v, 2*b.scale)
			solid(&c, r, white)
			if pt.low.v != pt.high.v && pt.low.v > 0 {
				c.StrokeLine2(stroke(dashedEdge, navy, edgeDashes()...), x(pt.low.v), r.Min.Y, x(pt.low.v), r.Max.Y)
			}
			edge(&c, r, stroke(planEdge, navy))
		}
		if !pt.value.ok {
			continue
		}
		for _, s := range column(pt, i, 0, 1).bars {
			if s.from != s.to {
				s.shade.paint(&c, bar(i, s.from, s.to, 0))
			}
		}
		if pt.bound {
			d := vg.Length(arrowSize + 3)
			if pt.far() < 0 {
				d = -d
			}
			tip := x(pt.far())
			arrow(&c, vg.Point{X: tip, Y: b.middles[i]}, vg.Point{X: tip + d, Y: b.middles[i]}, arrowHead)
		}
		if pt.other.ok {
			r := bar(i, pt.other.v, pt.other.v, rulePast*b.scale)
			c.StrokeLine2(stroke(ruleWidth, ink), r.Min.X, r.Min.Y, r.Min.X, r.Max.Y)
		}
	}
}
