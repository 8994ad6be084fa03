package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// drawn is what a widget of ours tells the one renderer below. The objects are
// made once; arrange only moves them and paint only sets what they show, so a
// refresh allocates nothing.
type drawn interface {
	fyne.Widget
	objects() []fyne.CanvasObject
	least() fyne.Size
	arrange(fyne.Size)
	paint(look)
}

type renderer struct{ w drawn }

func newRenderer(w drawn) fyne.WidgetRenderer {
	w.paint(lookOf(w))
	return renderer{w}
}

func (r renderer) Destroy()                     {}
func (r renderer) Layout(s fyne.Size)           { r.w.arrange(s) }
func (r renderer) MinSize() fyne.Size           { return r.w.least() }
func (r renderer) Objects() []fyne.CanvasObject { return r.w.objects() }

func (r renderer) Refresh() {
	r.w.paint(lookOf(r.w))
	r.w.arrange(r.w.Size())
	canvas.Refresh(r.w)
}

// look answers colours and sizes for one widget while it paints.
type look struct{ th fyne.Theme }

func lookOf(w fyne.Widget) look {
	if t, ok := w.(interface{ Theme() fyne.Theme }); ok {
		return look{t.Theme()}
	}
	return look{fyne.CurrentApp().Settings().Theme()}
}

func (l look) color(n fyne.ThemeColorName) color.Color {
	if n == "" || n == theme.None {
		return color.Transparent
	}
	return l.th.Color(n, fyne.CurrentApp().Settings().ThemeVariant())
}

func (l look) size(n fyne.ThemeSizeName) float32 { return l.th.Size(n) }

func (l look) line() float32 { return l.size(theme.SizeLine) }

// icon returns the picture of that name in that colour, nil if there is none.
func (l look) icon(name string, c fyne.ThemeColorName, bold bool) fyne.Resource {
	src, ok := l.th.(interface {
		Symbol(name string, c fyne.ThemeColorName, bold bool) fyne.Resource
	})
	if !ok || name == "" {
		return nil
	}
	return src.Symbol(name, c, bold)
}

// box sets fill, frame and corner of a rectangle by name.
func (l look) box(r *canvas.Rectangle, fill, frame fyne.ThemeColorName, radius fyne.ThemeSizeName) {
	r.FillColor = l.color(fill)
	r.StrokeColor = l.color(frame)
	r.StrokeWidth = 0
	if frame != "" && frame != theme.None {
		r.StrokeWidth = l.line()
	}
	r.CornerRadius = 0
	if radius != "" {
		r.CornerRadius = l.size(radius)
	}
}

// focusRing sets a rectangle to the focus outline, or to nothing.
func (l look) focusRing(r *canvas.Rectangle, on bool, radius float32) {
	r.FillColor = color.Transparent
	r.CornerRadius = radius
	if on {
		r.StrokeColor, r.StrokeWidth = l.color(theme.Accent), l.size(theme.SizeFocus)
		r.Show()
		return
	}
	r.StrokeWidth = 0
	r.Hide()
}

func newBox() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// place resizes and moves at once.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

// showIf shows or hides without a refresh when nothing changes.
func showIf(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
		return
	}
	o.Hide()
}

func size(w, h float32) fyne.Size { return fyne.NewSize(w, h) }

// set gives a text its string, letter size and colour.
func set(t *canvas.Text, s string, letter float32, c color.Color) {
	t.Text, t.TextSize, t.Color = s, letter, c
}

// widthOf measures plain text of a letter size.
func widthOf(letter float32) func(string) float32 {
	return func(s string) float32 { return width(s, letter) }
}

func width(s string, letter float32) float32 {
	if s == "" {
		return 0
	}
	return fyne.MeasureText(s, letter, fyne.TextStyle{}).Width
}
