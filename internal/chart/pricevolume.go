package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/document"
)

// priceVolume is value as an area: volume goes right, price goes up. What both
// moments have in common is light; what the price has added lies over it, what
// the volume has added stands beside it. What was lost is white with a dashed
// edge.
type priceVolume struct {
	v           *view
	width       vg.Length
	q0, q1      point
	p0, p1      point
	labels      [3]string
	left, right vg.Length
	sound       bool
}

const (
	areaHeight = 108
	areaFoot   = 13 // volumes under the axis
	areaHead   = 4
	areaRight  = 0.3 // of the width for the label of the volume's effect
)

func newPriceVolume(v *view, width vg.Length) *priceVolume {
	a := &priceVolume{v: v, width: width}
	pair := func(i int) (before, now point) {
		if i >= len(v.series) || len(v.series[i].points) < 2 {
			return point{}, point{}
		}
		return v.series[i].points[0], v.series[i].points[1]
	}
	a.q0, a.q1 = pair(0)
	a.p0, a.p1 = pair(1)
	a.sound = true
	for _, p := range []point{a.q0, a.q1, a.p0, a.p1} {
		a.sound = a.sound && p.value.ok && p.value.v > 0
	}
	if len(v.series) > 2 {
		for i, p := range v.series[2].points {
			if i < len(a.labels) {
				a.labels[i] = p.label
			}
		}
	}
	a.left = leastLeft
	for _, p := range []point{a.p0, a.p1} {
		if w := tickLook().width(p.label) + tickGap; w <= width/3 {
			a.left = max(a.left, w)
		}
	}
	room := vg.Length(0)
	for _, l := range a.beside() {
		room = max(room, l.width)
	}
	a.right = width - max(room+6, 4)
	return a
}

// beside is the label of the volume's effect, right of the area.
func (a *priceVolume) beside() []line {
	return newLines(wrap(a.labels[2], valueLook(), a.width*areaRight, 3), valueLook())
}

func (a *priceVolume) height() vg.Length {
	h := vg.Length(a.v.height)
	if h == 0 {
		h = areaHeight
	}
	return h + areaFoot
}

func (a *priceVolume) draw(c draw.Canvas, height vg.Length) error {
	room := height - areaFoot - areaHead
	if room < 24 {
		return errRoom(a.width, height)
	}
	if !a.sound { // without all four values there is no area
		l := newLine(noValue, quietLook())
		texts{at(l, a.left, middle(l, height/2))}.Plot(c, nil)
		return nil
	}
	x := func(p point) vg.Length {
		return a.left + (a.right-a.left)*vg.Length(p.value.v/max(a.q0.value.v, a.q1.value.v))
	}
	y := func(p point) vg.Length {
		return areaFoot + room*vg.Length(p.value.v/max(a.p0.value.v, a.p1.value.v))
	}
	rect := func(x0, y0, x1, y1 vg.Length) vg.Rectangle {
		return vg.Rectangle{Min: vg.Point{X: min(x0, x1), Y: min(y0, y1)}, Max: vg.Point{X: max(x0, x1), Y: max(y0, y1)}}
	}
	q, p := min(x(a.q0), x(a.q1)), min(y(a.p0), y(a.p1))
	common := rect(a.left, areaFoot, q, p)
	price := rect(a.left, y(a.p0), x(a.q0), y(a.p1))
	if a.q1.value.v < a.q0.value.v { // the band of the price ends where the volume does now
		price = rect(a.left, y(a.p0), q, y(a.p1))
	}
	volume := rect(x(a.q0), areaFoot, x(a.q1), y(a.p1))
	if a.q1.value.v < a.q0.value.v {
		volume = rect(x(a.q0), areaFoot, x(a.q1), y(a.p0))
	}
	shade{fill: document.Previous}.paint(&c, common)
	a.effect(&c, price, shade{fill: document.RiseFill}, a.p1.value.v < a.p0.value.v)
	a.effect(&c, volume, shade{fill: document.FallFill}, a.q1.value.v < a.q0.value.v)
	all := a.axisTexts(x, y, height)
	all = append(all, a.inside(common, price)...)
	at0 := (volume.Min.Y+volume.Max.Y)/2 + vg.Length(len(a.beside())-1)*leadLabel/2
	for _, l := range a.beside() {
		all = append(all, at(l, max(volume.Max.X, x(a.q0))+5, middle(l, at0)))
		at0 -= leadLabel
	}
	c.StrokeLine2(stroke(zeroWidth, ink), a.left, areaFoot, a.right, areaFoot)
	c.StrokeLine2(stroke(zeroWidth, ink), a.left, areaFoot, a.left, height-1)
	all.Plot(c, nil)
	return nil
}

// effect fills what was added, or outlines what was lost.
func (a *priceVolume) effect(c *draw.Canvas, r vg.Rectangle, s shade, lost bool) {
	if r.Size().X < 0.05 || r.Size().Y < 0.05 {
		return
	}
	if lost {
		solid(c, r, white)
		edge(c, r, stroke(dashedEdge, ink, edgeDashes()...))
		return
	}
	s.paint(c, r)
}

// inside are the labels of the common area and of the price's band, if they
// fit; the price's else stands at the top of the common area.
func (a *priceVolume) inside(common, price vg.Rectangle) []placed {
	var out []placed
	l := newLine(a.labels[0], valueLook())
	if fitsIn(l, common) {
		out = append(out, centred(l, (common.Min.X+common.Max.X)/2, middle(l, (common.Min.Y+common.Max.Y)/2)))
	}
	l = newLine(a.labels[1], valueLook())
	switch {
	case fitsIn(l, price):
		out = append(out, centred(l, (price.Min.X+price.Max.X)/2, middle(l, (price.Min.Y+price.Max.Y)/2)))
	case fitsIn(l, common):
		p := centred(l, (common.Min.X+common.Max.X)/2, common.Max.Y-labelSize-1.5)
		if !touches(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func fitsIn(l line, r vg.Rectangle) bool {
	return l.text != "" && l.width+3 <= r.Size().X && (rise+drop)*l.look.size+1 <= r.Size().Y
}

// axisTexts are the two prices at the left and the two volumes below, those of
// now first.
func (a *priceVolume) axisTexts(x, y func(point) vg.Length, height vg.Length) texts {
	var out texts
	for _, p := range []point{a.p1, a.p0} {
		l := newLine(p.label, tickLook())
		t := flushRight(l, a.left-tickGap, min(middle(l, y(p)), height-rise*l.look.size))
		if p.label != "" && l.width <= a.left-tickGap+0.01 && !touches(out, t) {
			out = append(out, t)
		}
	}
	for _, p := range []point{a.q1, a.q0} {
		l := newLine(p.label, tickLook())
		t := centred(l, x(p), areaFoot-rise*l.look.size-2)
		t.x = min(max(t.x, 0), a.width-l.width)
		if p.label != "" && l.width <= a.width && !touches(out, t) {
			out = append(out, t)
		}
	}
	return out
}
