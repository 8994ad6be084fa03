package drawing

import (
	"errors"
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"briefing/assets"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset"
)

// painter paints boxes on a canvas whose origin is the lower left corner; x, y is
// the point of the page at its upper left corner.
type painter struct {
	c            vg.Canvas
	x, y, height float64
	err          error
}

func newPainter(c vg.Canvas, x, y, height float64) *painter {
	return &painter{c: c, x: x, y: y, height: height}
}

func (p *painter) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x - p.x), Y: vg.Length(p.height - (y - p.y))}
}

func rgb(c typeset.Color) color.Color {
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
}

func (p *painter) box(b typeset.Box, d *document.Document) {
	switch b := b.(type) {
	case typeset.Text:
		p.c.SetColor(rgb(b.Color))
		p.c.Push()
		p.c.Translate(p.at(b.X, b.Y))
		p.c.Rotate(b.Angle * math.Pi / 180)
		p.fail(outlines(p.c, b.Face, b.Size, vg.Point{}, b.S))
		p.c.Pop()
	case typeset.Line:
		p.pen(b.Color, b.Width, b.Dash)
		var path vg.Path
		path.Move(p.at(b.X1, b.Y1))
		path.Line(p.at(b.X2, b.Y2))
		p.c.Stroke(path)
	case typeset.Rect:
		p.rect(b)
	case typeset.Polygon:
		if len(b.Points) < 3 {
			return
		}
		var path vg.Path
		path.Move(p.at(b.Points[0].X, b.Points[0].Y))
		for _, pt := range b.Points[1:] {
			path.Line(p.at(pt.X, pt.Y))
		}
		path.Close()
		p.shape(path, b.Fill, b.Stroke, b.Width, nil)
	case typeset.Circle:
		var path vg.Path
		path.Move(p.at(b.X+b.R, b.Y))
		path.Arc(p.at(b.X, b.Y), vg.Length(b.R), 0, 2*math.Pi)
		path.Close()
		p.shape(path, b.Fill, b.Stroke, b.Width, nil)
	case typeset.Plot:
		p.c.Push()
		p.c.Translate(p.at(b.X, b.Y+b.H))
		p.fail(drawChart(b, d, &outlined{Canvas: p.c}))
		p.c.Pop()
	}
}

func (p *painter) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *painter) pen(c typeset.Color, width float64, dash []float64) {
	p.c.SetColor(rgb(c))
	p.c.SetLineWidth(vg.Length(width))
	var pattern []vg.Length
	for _, d := range dash {
		pattern = append(pattern, vg.Length(d))
	}
	p.c.SetLineDash(pattern, 0)
}

func (p *painter) rect(b typeset.Rect) {
	var path vg.Path
	path.Move(p.at(b.X, b.Y))
	path.Line(p.at(b.X+b.W, b.Y))
	path.Line(p.at(b.X+b.W, b.Y+b.H))
	path.Line(p.at(b.X, b.Y+b.H))
	path.Close()
	p.shape(path, b.Fill, b.Stroke, b.Width, b.Dash)
}

func (p *painter) shape(path vg.Path, fill, stroke *typeset.Color, width float64, dash []float64) {
	if fill != nil {
		p.c.SetColor(rgb(*fill))
		p.c.Fill(path)
	}
	if stroke != nil {
		p.pen(*stroke, width, dash)
		p.c.Stroke(path)
	}
}

// outlined is a canvas on which a chart's strings become their outlines.
type outlined struct {
	vg.Canvas
}

// FillString fills the outlines of the string.
func (o *outlined) FillString(f font.Face, pt vg.Point, s string) {
	_ = outlines(o.Canvas, pdf.FaceOf(f), float64(f.Font.Size), pt, s) // the fonts of charts are the program's own
}

// DrawImage does nothing: charts are vectors.
func (o *outlined) DrawImage(vg.Rectangle, image.Image) {}

var errFont = errors.New("font without outlines")

// fonts are the parsed fonts of the program, each when it is first asked for.
var fonts = func() func(typeset.Face) *sfnt.Font {
	once := map[typeset.Face]func() *sfnt.Font{}
	for _, f := range typeset.Faces() {
		once[f] = sync.OnceValue(func() *sfnt.Font {
			parsed, err := sfnt.Parse(assets.FontShared(pdf.FontOf(f)))
			if err != nil {
				return nil
			}
			return parsed
		})
	}
	return func(f typeset.Face) *sfnt.Font {
		if load := once[f]; load != nil {
			return load()
		}
		return nil
	}
}()

// outlines fills the outlines of a string, its baseline beginning at a point.
func outlines(c vg.Canvas, face typeset.Face, size float64, pt vg.Point, s string) error {
	f := fonts(face)
	if f == nil {
		return errFont
	}
	var buf sfnt.Buffer
	units := fixed.Int26_6(f.UnitsPerEm())
	scale := size / float64(units)
	var path vg.Path
	x := float64(pt.X)
	on := func(p fixed.Point26_6) vg.Point {
		return vg.Point{X: vg.Length(x + float64(p.X)*scale), Y: pt.Y - vg.Length(float64(p.Y)*scale)}
	}
	for _, r := range s {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil {
			return err
		}
		segments, err := f.LoadGlyph(&buf, g, units, nil)
		if err != nil {
			return err
		}
		for i, seg := range segments {
			switch seg.Op {
			case sfnt.SegmentOpMoveTo:
				if i > 0 {
					path.Close()
				}
				path.Move(on(seg.Args[0]))
			case sfnt.SegmentOpLineTo:
				path.Line(on(seg.Args[0]))
			case sfnt.SegmentOpQuadTo:
				path.QuadTo(on(seg.Args[0]), on(seg.Args[1]))
			case sfnt.SegmentOpCubeTo:
				path.CubeTo(on(seg.Args[0]), on(seg.Args[1]), on(seg.Args[2]))
			}
		}
		if len(segments) > 0 {
			path.Close()
		}
		x += glyphAdvance(f, &buf, g, units) * size
	}
	if len(path) > 0 {
		c.Fill(path)
	}
	return nil
}

// glyphAdvance is a width in ems, rounded as the pages have it.
func glyphAdvance(f *sfnt.Font, buf *sfnt.Buffer, g sfnt.GlyphIndex, units fixed.Int26_6) float64 {
	w, err := f.GlyphAdvance(buf, g, units, 0)
	if err != nil {
		return 0
	}
	return float64((w*1000+units/2)/units) / 1000
}

// advance is the width of a string in ems.
func advance(face typeset.Face, s string) (w float64) {
	f := fonts(face)
	if f == nil {
		return 0
	}
	var buf sfnt.Buffer
	for _, r := range s {
		if g, err := f.GlyphIndex(&buf, r); err == nil {
			w += glyphAdvance(f, &buf, g, fixed.Int26_6(f.UnitsPerEm()))
		}
	}
	return w
}
