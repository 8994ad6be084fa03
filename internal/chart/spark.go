package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sparkline is a line without words in a cell: it shows the course, not the
// level, so every one has a scale of its own. Absent values break it; the last
// value is a dot.
type sparkline struct {
	points []point
	width  vg.Length
}

const (
	sparkHeight = 9
	sparkDot    = 1.5
	sparkLine   = 0.9
)

func newSparkline(v *view, width vg.Length) *sparkline {
	return &sparkline{points: v.series[0].points, width: width}
}

func (s *sparkline) height() vg.Length { return sparkHeight }

func (s *sparkline) draw(c draw.Canvas, height vg.Length) error {
	lo, hi, last := math.Inf(1), math.Inf(-1), -1
	for i, p := range s.points {
		if p.value.ok {
			lo, hi, last = min(lo, p.value.v), max(hi, p.value.v), i
		}
	}
	const pad = sparkDot + 0.2
	if height < 2*pad+1 {
		return errRoom(s.width, height)
	}
	if last < 0 {
		return nil
	}
	at := func(i int) vg.Point {
		pt := vg.Point{X: s.width - pad, Y: height / 2}
		if n := len(s.points); n > 1 {
			pt.X = pad + (s.width-2*pad)*vg.Length(i)/vg.Length(n-1)
		}
		if hi > lo {
			pt.Y = pad + (height-2*pad)*vg.Length((s.points[i].value.v-lo)/(hi-lo))
		}
		return pt
	}
	var known []vg.Point
	flush := func() {
		switch len(known) {
		case 0:
		case 1:
			c.SetColor(navy)
			c.Fill(circle(known[0], sparkLine/2))
		default:
			c.StrokeLines(stroke(sparkLine, navy), known)
		}
		known = nil
	}
	for i, p := range s.points {
		if !p.value.ok {
			flush()
			continue
		}
		known = append(known, at(i))
	}
	flush()
	c.SetColor(navy)
	c.Fill(circle(at(last), sparkDot))
	return nil
}
