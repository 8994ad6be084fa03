package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"briefing/internal/document"
)

// Parts of a whole differ by how dark they are, so that a grey print tells
// them apart; six more are striped. From the eleventh part on the tones begin
// anew: neighbours still differ.
const (
	plainTones = 4
	toneCount  = 10
)

var (
	middling = rgb(0x6E93B5)
	lighter  = rgb(0xC9D8E6)
)

// toneOf is the shade of part i, whatever series it is. A level that was
// derived keeps its tone and has the dashed edge; what is expected is hatched.
func toneOf(i int, f document.Fill) shade {
	switch f {
	case document.NoData, document.Blank, document.Expected:
		return shade{fill: f}
	case document.Derived:
		return shade{fill: f, tone: i%toneCount + 1}
	}
	return shade{tone: i%toneCount + 1}
}

func (s shade) paintTone(c *draw.Canvas, r vg.Rectangle) {
	switch (s.tone - 1) % toneCount {
	case 0:
		solid(c, r, navy)
	case 1:
		solid(c, r, middling)
	case 2:
		solid(c, r, lighter)
	case 3:
		solid(c, r, white)
	case 4:
		solid(c, r, middling)
		stripes(c, r, true, white)
	case 5:
		solid(c, r, white)
		stripes(c, r, false, navy)
	case 6:
		solid(c, r, navy)
		stripes(c, r, true, white)
	case 7:
		solid(c, r, white)
		stripes(c, r, true, navy)
		stripes(c, r, false, navy)
	case 8:
		solid(c, r, navy)
		stripes(c, r, false, white)
	default:
		solid(c, r, white)
		stripes(c, r, true, navy)
	}
	if s.fill == document.Derived {
		edge(c, r, stroke(dashedEdge, ink, edgeDashes()...))
		return
	}
	edge(c, r, stroke(toneEdge, ink))
}

// toneEdge is the width of the line between parts.
const toneEdge = 0.6

// insideOf is a label in the middle of a part, if it fits there.
func (s shade) insideOf(text string, r vg.Rectangle) (placed, bool) {
	l := newLine(text, valueLook())
	if s.dark() {
		l.look.color = white
	}
	if text == "" || !s.inside() || l.width+3 > r.Size().X || (rise+drop)*labelSize+1 > r.Size().Y {
		return placed{}, false
	}
	return centred(l, (r.Min.X+r.Max.X)/2, middle(l, (r.Min.Y+r.Max.Y)/2)), true
}
