package chart_test

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"
)

// sheet is a canvas that keeps what is drawn and notes what must not happen.
type sheet struct {
	recorder.Canvas
	width, height vg.Length
	line          vg.Length
	texts         []textBox
	wrong         []string
}

type textBox struct {
	vg.Rectangle
	text string
}

func (s *sheet) fault(format string, args ...any) {
	if len(s.wrong) < 5 {
		s.wrong = append(s.wrong, fmt.Sprintf(format, args...))
	}
}

func (s *sheet) Rotate(float64)                         { s.fault("Rotate called") }
func (s *sheet) Translate(vg.Point)                     { s.fault("Translate called") }
func (s *sheet) Scale(float64, float64)                 { s.fault("Scale called") }
func (s *sheet) Push()                                  { s.fault("Push called") }
func (s *sheet) Pop()                                   { s.fault("Pop called") }
func (s *sheet) DrawImage(vg.Rectangle, image.Image)    { s.fault("DrawImage called") }
func (s *sheet) SetLineWidth(w vg.Length)               { s.line = w; s.Canvas.SetLineWidth(w) }
func (s *sheet) Stroke(p vg.Path)                       { s.stroke(p) }
func (s *sheet) Fill(p vg.Path)                         { s.check(p, 0); s.Canvas.Fill(p) }
func (s *sheet) SetLineDash(d []vg.Length, o vg.Length) { s.Canvas.SetLineDash(d, o) }

// check wants every coordinate finite and inside; edges may stand half their
// width outside.
func (s *sheet) check(p vg.Path, edge vg.Length) {
	const slack = 0.01
	for _, c := range p {
		if c.Type == vg.CloseComp {
			continue
		}
		r := c.Radius
		for _, v := range []vg.Length{c.Pos.X, c.Pos.Y, r} {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				s.fault("coordinate %v", v)
			}
		}
		if c.Pos.X-r < -edge-slack || c.Pos.X+r > s.width+edge+slack || c.Pos.Y-r < -edge-slack || c.Pos.Y+r > s.height+edge+slack {
			s.fault("point %.2f %.2f outside %.2f × %.2f", c.Pos.X, c.Pos.Y, s.width, s.height)
		}
	}
}

func (s *sheet) FillString(f font.Face, at vg.Point, text string) {
	switch f.Name() {
	case "Golos-Regular", "Golos-SemiBold", "Noto-Regular", "Noto-Bold":
	default:
		s.fault("face %q", f.Name())
	}
	if f.Font.Size < 7 {
		s.fault("size %v of %q", f.Font.Size, text)
	}
	size := f.Font.Size
	const slack = 0.05
	box := vg.Rectangle{
		Min: vg.Point{X: at.X + slack, Y: at.Y - 0.22*size + slack},
		Max: vg.Point{X: at.X + plainWidth(f, text) - slack, Y: at.Y + 0.88*size - slack},
	}
	if box.Min.X < 0 || box.Max.X > s.width || box.Min.Y < 0 || box.Max.Y > s.height {
		s.fault("text %q at %.2f %.2f to %.2f %.2f outside %.2f × %.2f", text, box.Min.X, box.Min.Y, box.Max.X, box.Max.Y, s.width, s.height)
	}
	for _, o := range s.texts {
		if box.Min.X < o.Max.X && o.Min.X < box.Max.X && box.Min.Y < o.Max.Y && o.Min.Y < box.Max.Y {
			s.fault("text %q lies over %q", text, o.text)
		}
	}
	s.texts = append(s.texts, textBox{Rectangle: box, text: text})
	s.Canvas.FillString(f, at, text)
}

// plainWidth is without kerning, as a PDF paints text.
func plainWidth(f font.Face, text string) vg.Length {
	w := vg.Length(0)
	for _, r := range text {
		w += f.Width(string(r))
	}
	return w
}

// dump writes what was drawn, a line a call, so that a person can read it.
func (s *sheet) dump() string {
	var b strings.Builder
	ink, width, dash := "", "", ""
	for _, a := range s.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = hex(a.Color)
		case *recorder.SetLineWidth:
			width = short(a.Width)
		case *recorder.SetLineDash:
			dash = ""
			if len(a.Dashes) > 0 {
				dash = " dash"
				for _, d := range a.Dashes {
					dash += " " + short(d)
				}
			}
		case *recorder.Stroke:
			fmt.Fprintf(&b, "line %s %s%s: %s\n", ink, width, dash, path(a.Path))
		case *recorder.Fill:
			fmt.Fprintf(&b, "fill %s: %s\n", ink, path(a.Path))
		case *recorder.FillString:
			fmt.Fprintf(&b, "text %s %s %s at %s %s: %s\n", ink, a.Font.Name(), fmt.Sprint(float64(a.Size)), short(a.Point.X), short(a.Point.Y), strings.ReplaceAll(a.String, "\u00a0", "~"))
		default:
			fmt.Fprintf(&b, "other %s\n", a.Call())
		}
	}
	return b.String()
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

func short(v vg.Length) string {
	s := fmt.Sprintf("%.1f", float64(v))
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func path(p vg.Path) string {
	var out []string
	for _, c := range p {
		switch c.Type {
		case vg.CloseComp:
			out = append(out, "close")
		case vg.ArcComp:
			out = append(out, "circle "+short(c.Pos.X)+" "+short(c.Pos.Y)+" r "+short(c.Radius))
		default:
			out = append(out, short(c.Pos.X)+" "+short(c.Pos.Y))
		}
	}
	return strings.Join(out, ", ")
}

// filled are the rectangles filled with a colour.
func (s *sheet) filled(clr string) []vg.Rectangle {
	var out []vg.Rectangle
	ink := ""
	for _, a := range s.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = hex(a.Color)
		case *recorder.Fill:
			if ink == clr && len(a.Path) == 5 {
				out = append(out, vg.Rectangle{Min: a.Path[0].Pos, Max: a.Path[2].Pos})
			}
		}
	}
	return out
}

func (s *sheet) stroke(p vg.Path) {
	if !(s.line > 0) {
		s.fault("a stroke without width")
	}
	s.check(p, s.line/2)
	s.Canvas.Stroke(p)
}
