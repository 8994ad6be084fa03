// Package chart draws the charts of a document as vectors: the same plotters
// paint a page of the PDF, through a canvas that maps the calls of vg.Canvas
// to it, and a picture for the window.
//
// It promises that nothing is drawn outside the width and height it is given,
// that labels never overlap (those without room are left out, by the rule in
// placing), that bars always stand on zero, that an absent value is an empty
// slot with its mark and never a coordinate, that fills read the same in a
// grey print, and that equal charts give equal calls in equal order. It
// computes nothing that is printed: numbers over the marks come as texts, only
// the round numbers of the axis are its own.
package chart

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// form is a chart laid out for a width.
type form interface {
	height() vg.Length
	draw(c draw.Canvas, height vg.Length) error
}

// The narrowest chart that can be read, and the narrowest line in a cell, in
// points.
const (
	leastWidth = 72
	leastSpark = 15
)

// Height is the height in points that a chart takes at a width: plot, axis
// labels, names of categories and key. Label line, title, caption, stamp and
// source are not in it; they are set by the page. An empty chart or a width
// that nothing can be drawn in takes no height.
func Height(c *document.Chart, width vg.Length) vg.Length {
	// Axis labels are widest in Russian, where groups of digits are apart;
	// Draw keeps the height whatever the language.
	f := newForm(c, briefing.RU, width)
	if f == nil {
		return 0
	}
	return f.height()
}

// Draw paints a chart on a canvas whose origin is the lower left corner of the
// chart's rectangle, y upwards, in points. Less height than Height asks for
// makes the plot lower; an error tells of a rectangle too small for any plot,
// and then nothing has been painted. The canvas gets only SetColor,
// SetLineWidth, SetLineDash, Stroke and Fill of paths of straight lines and
// arcs, and FillString with the faces named at Golos and Noto; the background
// is not painted.
func Draw(c *document.Chart, l briefing.Lang, dst vg.Canvas, width, height vg.Length) error {
	f := newForm(c, l, width)
	if f == nil {
		if tooNarrow(c.Kind, width) {
			return errRoom(width, height)
		}
		return nil // nothing to draw: no series or no categories
	}
	if !(height > 0) || math.IsInf(float64(height), 0) {
		return errRoom(width, height)
	}
	canvas := draw.Canvas{Canvas: &visible{Canvas: dst, width: 1}, Rectangle: vg.Rectangle{Max: vg.Point{X: width, Y: height}}}
	return f.draw(canvas, height)
}

func newForm(c *document.Chart, l briefing.Lang, width vg.Length) form {
	v := newView(c, l)
	if v.empty() || tooNarrow(v.kind, width) {
		return nil
	}
	switch v.kind {
	case document.Ranking:
		return newRanking(v, width)
	case document.Dumbbell:
		return newDumbbell(v, width)
	case document.Lines:
		return newLineChart(v, width)
	case document.Stacked:
		return newStacked(v, width)
	case document.Shares:
		return newShares(v, width)
	case document.Slope:
		return newSlope(v, width)
	case document.PriceVolume:
		return newPriceVolume(v, width)
	case document.Multiples:
		return newMultiples(v, width)
	case document.Sparkline:
		return newSparkline(v, width)
	default:
		return newUpright(v, width)
	}
}

// tooNarrow also tells numbers that are none.
func tooNarrow(k document.ChartKind, width vg.Length) bool {
	least := vg.Length(leastWidth)
	if k == document.Sparkline {
		least = leastSpark
	}
	return !(width >= least) || math.IsInf(float64(width), 0)
}

func errRoom(width, height vg.Length) error {
	return &briefing.Error{
		Code: briefing.CodeBadValue, Op: "draw chart",
		Err: fmt.Errorf("no room in %.1f × %.1f pt", width, height),
	}
}
