package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/theme"
)

// Tips is a layer over the content of the window that names what is under the
// pointer where only an icon shows. It takes no focus and blocks nothing; put
// it beside Toasts in a container.NewStack over the content.
type Tips struct {
	*Panel
	layer *fyne.Container
	at    fyne.Position
}

// NewTips returns the empty layer.
func NewTips() *Tips {
	t := &Tips{}
	t.layer = container.New(tipLayout{t})
	t.Panel = NewPanel(theme.None, t.layer)
	return t
}

// Say shows a name at the right of an object; "" takes it away.
func (t *Tips) Say(name string, beside fyne.CanvasObject) {
	t.layer.Objects = nil
	if name != "" {
		p := NewPanel(theme.Ink, Pad(4, 8, 4, 8, NewText(name, Caption, theme.Surface)))
		p.Radius = theme.RadiusChip
		t.layer.Objects = []fyne.CanvasObject{p}
		d := fyne.CurrentApp().Driver()
		t.at = d.AbsolutePositionForObject(beside).Subtract(d.AbsolutePositionForObject(t))
		t.at = t.at.AddXY(beside.Size().Width+8, floor((beside.Size().Height-24)/2))
	}
	t.layer.Refresh()
}

type tipLayout struct{ t *Tips }

func (tipLayout) MinSize([]fyne.CanvasObject) fyne.Size { return size(0, 0) }

func (l tipLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		place(o, min(l.t.at.X, s.Width-m.Width-4), l.t.at.Y, m.Width, m.Height)
	}
}
