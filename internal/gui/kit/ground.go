package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ground is a rectangle that may be large: the face of a panel, a card, a bar.
//
// Where no graphics card draws, each pixel of a canvas.Rectangle costs as much
// as if the rectangle had a frame and a shadow: a window full of it some 15 ms
// of processor time, with round corners 25, and the toolkit draws the whole
// window anew for every letter that is typed. An image of one pixel drawn large
// costs 9. So a large rectangle is put together: a cap above and one below with
// its corners, the image between them, a line at each side. It looks the
// same: only the sides of a card, where its shadow and the softness of its frame
// are left out, differ by less than a twenty-fifth of white.
type ground struct {
	widget.BaseWidget
	// look is how it looks; place and size are the widget's.
	look canvas.Rectangle

	whole, head, foot, left, right *canvas.Rectangle
	inside                         *canvas.Image
	objs                           []fyne.CanvasObject
}

// groundLeast is the area, in square units, from which on the parts cost less
// than the whole: each is one more thing to draw.
const groundLeast float32 = 20_000

func newGround() *ground {
	g := &ground{
		whole: newBox(), head: newBox(), foot: newBox(), left: newBox(), right: newBox(),
		inside: &canvas.Image{ScaleMode: canvas.ImageScalePixels, FillMode: canvas.ImageFillStretch},
	}
	g.look.FillColor = color.Transparent
	g.objs = []fyne.CanvasObject{g.whole, g.head, g.foot, g.inside, g.left, g.right}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by the toolkit.
func (g *ground) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }

func (g *ground) objects() []fyne.CanvasObject { return g.objs }

func (g *ground) least() fyne.Size { return size(0, 0) }

// paint takes over the look that was set.
func (g *ground) paint(look) {
	for _, r := range [...]*canvas.Rectangle{g.whole, g.head, g.foot} {
		r.FillColor, r.StrokeColor, r.StrokeWidth = g.look.FillColor, g.look.StrokeColor, g.look.StrokeWidth
		r.CornerRadius, r.Shadow = g.look.CornerRadius, g.look.Shadow
	}
	g.left.FillColor, g.right.FillColor = g.look.StrokeColor, g.look.StrokeColor
	if !seen(g.look.FillColor) {
		return
	}
	c, _ := color.NRGBAModel.Convert(g.look.FillColor).(color.NRGBA)
	if was, ok := g.inside.Image.(*image.NRGBA); ok && was.NRGBAAt(0, 0) == c {
		return
	}
	one := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	one.SetNRGBA(0, 0, c)
	g.inside.Image = one
	g.inside.Refresh()
}

func opaque(c color.Color) bool {
	if c == nil {
		return false
	}
	_, _, _, alpha := c.RGBA()
	return alpha == 0xffff
}

func seen(c color.Color) bool {
	if c == nil {
		return false
	}
	_, _, _, alpha := c.RGBA()
	return alpha > 0
}

func (g *ground) arrange(s fyne.Size) {
	edge := g.look.StrokeWidth
	rim := ceil(max(edge, g.look.CornerRadius)) // how far in it is not plain
	if rim > 0 {
		rim++ // a round edge is soft
	}
	tall := 2 * rim // of a cap: its own lower corners lie behind the inside
	// What shows through may have no corners: the parts would lie upon each other.
	solid := opaque(g.look.FillColor) && (edge == 0 || opaque(g.look.StrokeColor))
	parts := (solid || rim == 0 && seen(g.look.FillColor)) && s.Width*s.Height >= groundLeast && s.Height > 3*tall
	showIf(g.whole, !parts)
	showIf(g.inside, parts)
	for _, r := range [...]*canvas.Rectangle{g.head, g.foot} {
		showIf(r, parts && rim > 0)
	}
	for _, r := range [...]*canvas.Rectangle{g.left, g.right} {
		showIf(r, parts && edge > 0)
	}
	if !parts {
		place(g.whole, 0, 0, s.Width, s.Height)
		return
	}
	place(g.head, 0, 0, s.Width, tall)
	place(g.foot, 0, s.Height-tall, s.Width, tall)
	between := s.Height - 2*rim
	place(g.inside, 0, rim, s.Width, between)
	place(g.left, 0, rim, edge, between)
	place(g.right, s.Width-edge, rim, edge, between)
}
