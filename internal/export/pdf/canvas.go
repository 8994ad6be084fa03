package pdf

import (
	"errors"
	"image"
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"briefing/internal/chart"
	"briefing/internal/typeset"
)

// mark is one thing that a chart paints, in points from the top left corner
// of its plot: a path stroked or filled, or a text.
type mark struct {
	path  []segment
	fill  bool
	color typeset.Color
	width float64
	dash  []float64
	text  *typeset.Text
}

// segment is a step of a path: 'm' move, 'l' line, 'c' curve, 'z' close.
type segment struct {
	op byte
	p  [3]typeset.Point // control, control, end; 'm' and 'l' use the last
}

// canvas is a vg.Canvas that keeps what is painted. Its origin is the lower
// left corner, y upwards; marks come out with y downwards.
type canvas struct {
	height float64
	state  state
	stack  []state
	marks  []mark
	err    error
	text   *typeset.Splitter
}

type state struct {
	m     [6]float64 // x' = m0·x + m2·y + m4, y' = m1·x + m3·y + m5
	color typeset.Color
	width float64
	dash  []float64
}

var _ vg.Canvas = (*canvas)(nil)

func newCanvas(height float64) *canvas {
	return &canvas{height: height, text: typeset.NewSplitter(sharedFonts()), state: state{m: [6]float64{1, 0, 0, 1, 0, 0}, width: 1}}
}

func (c *canvas) SetLineWidth(w vg.Length) { c.state.width = float64(w) }

func (c *canvas) SetLineDash(pattern []vg.Length, _ vg.Length) {
	c.state.dash = nil
	for _, p := range pattern {
		c.state.dash = append(c.state.dash, float64(p))
	}
}

func (c *canvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	r, g, b, a := clr.RGBA()
	on := func(v uint32) typeset.Color { return typeset.Color((v + 0xFFFF - a) >> 8 & 0xFF) } // on white paper
	c.state.color = on(r)<<16 | on(g)<<8 | on(b)
}

func (c *canvas) Rotate(rad float64) {
	s, k := math.Sincos(rad)
	c.multiply([6]float64{k, s, -s, k, 0, 0})
}

func (c *canvas) Translate(p vg.Point) {
	c.multiply([6]float64{1, 0, 0, 1, float64(p.X), float64(p.Y)})
}

func (c *canvas) Scale(x, y float64) { c.multiply([6]float64{x, 0, 0, y, 0, 0}) }

func (c *canvas) multiply(n [6]float64) {
	m := c.state.m
	c.state.m = [6]float64{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

func (c *canvas) Push() { c.stack = append(c.stack, c.state) }

func (c *canvas) Pop() {
	if n := len(c.stack); n > 0 {
		c.state, c.stack = c.stack[n-1], c.stack[:n-1]
	}
}

// scale is the factor by which lengths grow.
func (c *canvas) scale() float64 {
	m := c.state.m
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

func (c *canvas) Stroke(p vg.Path) {
	if c.state.width > 0 {
		c.paint(p, false)
	}
}

func (c *canvas) Fill(p vg.Path) { c.paint(p, true) }

func (c *canvas) paint(p vg.Path, fill bool) {
	m := mark{path: c.segments(p), fill: fill, color: c.state.color, width: c.state.width * c.scale()}
	if !fill {
		m.dash = c.state.dash
	}
	if len(m.path) > 1 {
		c.marks = append(c.marks, m)
	}
}

func (c *canvas) at(p vg.Point) typeset.Point {
	m, x, y := c.state.m, float64(p.X), float64(p.Y)
	return typeset.Point{X: m[0]*x + m[2]*y + m[4], Y: c.height - (m[1]*x + m[3]*y + m[5])}
}

func (c *canvas) segments(path vg.Path) []segment {
	var out []segment
	var here vg.Point
	for _, s := range path {
		switch s.Type {
		case vg.MoveComp:
			out = append(out, segment{'m', [3]typeset.Point{2: c.at(s.Pos)}})
			here = s.Pos
		case vg.LineComp:
			out = append(out, segment{'l', [3]typeset.Point{2: c.at(s.Pos)}})
			here = s.Pos
		case vg.ArcComp:
			out, here = c.arc(out, s)
		case vg.CurveComp:
			switch len(s.Control) {
			case 1:
				q := s.Control[0]
				c1 := vg.Point{X: here.X + (q.X-here.X)*2/3, Y: here.Y + (q.Y-here.Y)*2/3}
				c2 := vg.Point{X: s.Pos.X + (q.X-s.Pos.X)*2/3, Y: s.Pos.Y + (q.Y-s.Pos.Y)*2/3}
				out = append(out, segment{'c', [3]typeset.Point{c.at(c1), c.at(c2), c.at(s.Pos)}})
			case 2:
				out = append(out, segment{'c', [3]typeset.Point{c.at(s.Control[0]), c.at(s.Control[1]), c.at(s.Pos)}})
			}
			here = s.Pos
		case vg.CloseComp:
			out = append(out, segment{op: 'z'})
		}
	}
	return out
}

// arc adds an arc as curves of at most a quarter of a circle each.
func (c *canvas) arc(out []segment, s vg.PathComp) ([]segment, vg.Point) {
	point := func(a, r float64) vg.Point {
		return vg.Point{X: s.Pos.X + vg.Length(r*math.Cos(a)), Y: s.Pos.Y + vg.Length(r*math.Sin(a))}
	}
	r := float64(s.Radius)
	start := segment{'l', [3]typeset.Point{2: c.at(point(s.Start, r))}}
	if len(out) == 0 || out[len(out)-1].op == 'z' {
		start.op = 'm'
	}
	out = append(out, start)
	n := max(int(math.Ceil(math.Abs(s.Angle)/(math.Pi/2)-1e-9)), 1)
	step := s.Angle / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		a, b := s.Start+float64(i)*step, s.Start+float64(i+1)*step
		p, q := point(a, r), point(b, r)
		c1 := vg.Point{X: p.X - vg.Length(k*r*math.Sin(a)), Y: p.Y + vg.Length(k*r*math.Cos(a))}
		c2 := vg.Point{X: q.X + vg.Length(k*r*math.Sin(b)), Y: q.Y - vg.Length(k*r*math.Cos(b))}
		out = append(out, segment{'c', [3]typeset.Point{c.at(c1), c.at(c2), c.at(q)}})
	}
	return out, point(s.Start+s.Angle, r)
}

func (c *canvas) FillString(f font.Face, p vg.Point, text string) {
	if f.Font.Size <= 0 || text == "" {
		return
	}
	face, at := FaceOf(f), c.at(p)
	size := float64(f.Font.Size) * c.scale()
	angle := math.Atan2(c.state.m[1], c.state.m[0]) * 180 / math.Pi
	sin, cos := math.Sincos(angle * math.Pi / 180)
	for _, part := range c.text.Fragments(face, size, text) {
		t := typeset.Text{X: at.X, Y: at.Y, Face: part.Face, Size: size, Color: c.state.color, Angle: angle, S: part.Text}
		c.marks = append(c.marks, mark{text: &t})
		at.X, at.Y = at.X+part.W*cos, at.Y-part.W*sin
	}
}

// DrawImage refuses: charts are vectors.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) {
	c.err = errors.New("a chart drew an image")
}

// FaceOf is the face that a chart's font stands for.
func FaceOf(f font.Face) typeset.Face {
	heavy := f.Font.Weight >= xfont.WeightSemiBold
	switch {
	case f.Font.Typeface == chart.Noto && heavy:
		return typeset.HanBold
	case f.Font.Typeface == chart.Noto:
		return typeset.Han
	case heavy:
		return typeset.SansSemi
	}
	return typeset.Sans
}
