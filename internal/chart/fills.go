package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/document"
)

// The colours. None carries a meaning alone: fills differ by tone, edge and
// hatch too, so that a grey print reads the same.
var (
	ink       = rgb(0x1B1F24)
	secondary = rgb(0x5B6470)
	hairline  = rgb(0xC3CAD3)
	white     = rgb(0xFFFFFF)
	navy      = rgb(0x12436D) // actual
	pale      = rgb(0xDCE4EC) // derived level
	light     = rgb(0xB4C3D3) // previous year
	teal      = rgb(0x28A197) // change up, price effect
	wine      = rgb(0x801650) // change down, volume effect
	orange    = rgb(0xF46A25) // fourth series
)

func rgb(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF} // bytes are cut out on purpose
}

// Widths of lines in points.
const (
	gridWidth   = 0.4
	zeroWidth   = 0.9
	thinEdge    = 0.8
	dashedEdge  = 0.9
	planEdge    = 1.1
	hatchWidth  = 1.5
	hatchPitch  = 3.0 // across the lines
	stripeWidth = 0.8
	stripePitch = 3.0
)

func edgeDashes() []vg.Length { return []vg.Length{2.2, 1.4} }

func stroke(width vg.Length, clr color.Color, dashes ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: clr, Width: width, Dashes: dashes}
}

// shade is how a mark is filled: one of the document's fills, or one of the
// two further series of a group, which have no fill of their own.
type shade struct {
	fill  document.Fill
	extra int // 1: third series, 2: fourth series
	tone  int // of a part of a whole, from 1
}

// paint fills a rectangle and draws its edge.
func (s shade) paint(c *draw.Canvas, r vg.Rectangle) {
	if s.tone > 0 {
		s.paintTone(c, r)
		return
	}
	switch s.extra {
	case 1:
		solid(c, r, wine)
		stripes(c, r, true, white)
		edge(c, r, stroke(thinEdge, ink))
		return
	case 2:
		solid(c, r, orange)
		stripes(c, r, false, ink)
		edge(c, r, stroke(thinEdge, ink))
		return
	}
	switch s.fill {
	case document.Actual:
		solid(c, r, navy)
	case document.Previous:
		solid(c, r, light)
		edge(c, r, stroke(thinEdge, navy))
	case document.Plan:
		solid(c, r, white)
		edge(c, r, stroke(planEdge, navy))
	case document.Expected:
		solid(c, r, white)
		hatch(c, r)
		edge(c, r, stroke(thinEdge, navy))
	case document.Derived:
		solid(c, r, pale)
		edge(c, r, stroke(dashedEdge, navy, edgeDashes()...))
	case document.RiseFill:
		solid(c, r, teal)
		edge(c, r, stroke(thinEdge, ink))
	case document.FallFill:
		solid(c, r, wine)
		stripes(c, r, false, white) // as dark as the actual value in a grey print
		edge(c, r, stroke(thinEdge, ink))
	case document.NoData, document.Blank:
	}
}

// dark says whether text inside has to be white.
func (s shade) dark() bool {
	if s.tone > 0 {
		return s.tone%toneCount == 1 || s.tone%toneCount == 2
	}
	return s.extra == 1 || s.fill == document.Actual || s.fill == document.FallFill
}

// inside says whether text may stand inside: not on hatches and stripes.
func (s shade) inside() bool {
	if s.tone > 0 {
		return (s.tone-1)%toneCount < plainTones
	}
	return s.extra == 0 && s.fill != document.Expected && s.fill != document.RiseFill && s.fill != document.FallFill
}

func solid(c *draw.Canvas, r vg.Rectangle, clr color.Color) {
	if r.Size().X <= 0 || r.Size().Y <= 0 {
		return
	}
	c.SetColor(clr)
	c.Fill(r.Path())
}

func edge(c *draw.Canvas, r vg.Rectangle, sty draw.LineStyle) {
	c.SetLineStyle(sty)
	c.Stroke(r.Path())
}

// hatch draws the lines of a forecast at 45°, rising to the right. A canvas
// has no clipping, so each line is cut to the rectangle, drawn in by half the
// edge, which covers the lines' square ends.
func hatch(c *draw.Canvas, r vg.Rectangle) {
	const in = thinEdge / 2
	r = vg.Rectangle{Min: r.Min.Add(vg.Point{X: in, Y: in}), Max: r.Max.Sub(vg.Point{X: in, Y: in})}
	w, h := r.Size().X, r.Size().Y
	if w <= 0 || h <= 0 {
		return
	}
	c.SetLineStyle(stroke(hatchWidth, navy))
	step := vg.Length(hatchPitch * math.Sqrt2)
	// A line is y = x + d in coordinates of the rectangle.
	for d := step/2 - vg.Length(math.Ceil(float64(w/step)))*step; d < h; d += step {
		x0, x1 := max(0, -d), min(w, h-d)
		if x1-x0 < 0.2 {
			continue
		}
		c.StrokeLine2(stroke(hatchWidth, navy), r.Min.X+x0, r.Min.Y+x0+d, r.Min.X+x1, r.Min.Y+x1+d)
	}
}

// stripes tell the third and fourth series of a group in a grey print.
func stripes(c *draw.Canvas, r vg.Rectangle, upright bool, clr color.Color) {
	sty := stroke(stripeWidth, clr)
	if upright {
		for x := r.Min.X + stripePitch; x < r.Max.X-stripeWidth; x += stripePitch {
			c.StrokeLine2(sty, x, r.Min.Y, x, r.Max.Y)
		}
		return
	}
	for y := r.Min.Y + stripePitch; y < r.Max.Y-stripeWidth; y += stripePitch {
		c.StrokeLine2(sty, r.Min.X, y, r.Max.X, y)
	}
}

// arrowHead is the size of an arrow's head, across and along.
const arrowHead = 3.2

// arrow draws the sign of a bound, beyond the end of its bar.
func arrow(c *draw.Canvas, from, to vg.Point, head vg.Length) {
	sty := stroke(planEdge, navy)
	c.StrokeLine2(sty, from.X, from.Y, to.X, to.Y)
	dx, dy := to.X-from.X, to.Y-from.Y
	size := vg.Length(math.Hypot(float64(dx), float64(dy)))
	if size == 0 {
		return
	}
	dx, dy = dx/size*head, dy/size*head
	c.StrokeLines(sty, []vg.Point{
		{X: to.X - dx + dy, Y: to.Y - dy - dx}, to, {X: to.X - dx - dy, Y: to.Y - dy + dx},
	})
}
