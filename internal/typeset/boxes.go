package typeset

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Color is a colour as 0xRRGGBB.
type Color uint32

// The colours of a page. None of them is the only carrier of a meaning.
const (
	Ink       Color = 0x1B1F24
	Secondary Color = 0x5B6470
	Hairline  Color = 0xC3CAD3
	Soft      Color = 0xEEF2F6
	Accent    Color = 0x12436D
	Good      Color = 0x1E7F5C
	Warn      Color = 0x801650
	Bad       Color = 0xB3261E
	Pale      Color = 0xE9EDF1 // watermark
	White     Color = 0xFFFFFF
)

// RGB splits the colour.
func (c Color) RGB() (r, g, b int) { return int(c >> 16 & 255), int(c >> 8 & 255), int(c & 255) }

// toneColor is the colour of a run's tone.
func toneColor(t document.Tone) Color {
	switch t {
	case document.Secondary:
		return Secondary
	case document.Accent:
		return Accent
	case document.Good:
		return Good
	case document.Warn:
		return Warn
	case document.Bad:
		return Bad
	}
	return Ink
}

// Page is one page of placed boxes, in the order in which they are painted.
type Page struct {
	Number        int     // from 1
	Name          string  // what it is called: its number, or the document's own name for it
	Body          int     // Boxes[Body:] is the text block; before it stand watermark, head and foot
	Back          bool    // of its sheet, printed on two sides
	Left          float64 // where the text block begins
	Width, Height float64
	Boxes         []Box
}

// Box is one placed thing: Text, Line, Rect, Polygon, Circle, Plot,
// Picture, Link, Bookmark or Region.
type Box interface {
	moved(dx, dy float64) Box
}

// Text is a run of one face at its baseline. A word followed by another one
// carries the space between them, so that text taken out of the page reads
// right. Angle is in degrees, anticlockwise about the point.
type Text struct {
	X, Y  float64
	Face  Face
	Size  float64
	Color Color
	Angle float64
	S     string
	Refer bool // the name of another page: of all that a page says, what changes with others
}

// Line is a straight rule.
type Line struct {
	X1, Y1, X2, Y2, Width float64
	Color                 Color
	Dash                  []float64
}

// Rect is a rectangle: filled, stroked or both.
type Rect struct {
	X, Y, W, H   float64
	Fill, Stroke *Color
	Width        float64 // of the stroke
	Dash         []float64
}

// Point is a point of a page.
type Point struct{ X, Y float64 }

// Polygon is a closed shape of straight sides.
type Polygon struct {
	Points       []Point
	Fill, Stroke *Color
	Width        float64
}

// Circle is a circle.
type Circle struct {
	X, Y, R      float64
	Fill, Stroke *Color
	Width        float64
}

// Plot is the place of a chart's plot.
type Plot struct {
	X, Y, W, H float64
	Chart      *document.Chart
}

// Link is an area that leads to a place in the document (Page, PageY) or, when
// URL is set, out of it.
type Link struct {
	X, Y, W, H float64
	URL        string
	Page       int
	PageY      float64
	target     string // anchor, until the pages are known
}

// Bookmark is an entry of the outline, at its place; Level counts from 0.
type Bookmark struct {
	Y     float64
	Level int
	Title string
}

// Region says which record an area was made from.
type Region struct {
	X, Y, W, H float64
	Ref        briefing.Ref
}

// anchor is the place that links to Name lead to.
type anchor struct {
	y    float64
	name string
}

// noteRef says that the mark of a footnote stands here.
type noteRef struct{ number int }

// pageRef becomes the number of the page of an anchor, set flush right at x.
type pageRef struct {
	x, y   float64
	style  style
	target string
}

func (b Text) moved(dx, dy float64) Box { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b Line) moved(dx, dy float64) Box {
	b.X1, b.X2, b.Y1, b.Y2 = b.X1+dx, b.X2+dx, b.Y1+dy, b.Y2+dy
	return b
}
func (b Rect) moved(dx, dy float64) Box { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b Polygon) moved(dx, dy float64) Box {
	pts := make([]Point, len(b.Points))
	for i, p := range b.Points {
		pts[i] = Point{p.X + dx, p.Y + dy}
	}
	b.Points = pts
	return b
}
func (b Circle) moved(dx, dy float64) Box  { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b Plot) moved(dx, dy float64) Box    { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b Link) moved(dx, dy float64) Box    { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b Bookmark) moved(_, dy float64) Box { b.Y += dy; return b }
func (b Region) moved(dx, dy float64) Box  { b.X, b.Y = b.X+dx, b.Y+dy; return b }
func (b anchor) moved(_, dy float64) Box   { b.y += dy; return b }
func (b noteRef) moved(_, _ float64) Box   { return b }
func (b pageRef) moved(dx, dy float64) Box { b.x, b.y = b.x+dx, b.y+dy; return b }

func color(c Color) *Color { return &c }
