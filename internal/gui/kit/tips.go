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
	under float32 // height of what is named
}

// NewTips returns the empty layer.
func NewTips() *Tips {
	t := &Tips{}
	t.layer = container.New(tipLayout{t})
	t.Panel = NewPanel(theme.None, t.layer)
	return t
}

// Say shows a name under an object, or over it at the foot of the window; ""
// takes it away.
func (t *Tips) Say(name string, beside fyne.CanvasObject) {
	if name == "" && len(t.layer.Objects) == 0 {
		return
	}
	t.layer.Objects = nil
	if name != "" {
		p := NewPanel(theme.Ink, Pad(4, 8, 4, 8, NewText(name, Caption, theme.Surface)))
		p.Radius = theme.RadiusChip
		t.layer.Objects = []fyne.CanvasObject{p}
		d := fyne.CurrentApp().Driver()
		t.at = d.AbsolutePositionForObject(beside).Subtract(d.AbsolutePositionForObject(t))
		t.under = beside.Size().Height
	}
	t.layer.Refresh()
}

// tipped is a widget that shows an icon only, whose name the pointer asks for.
type tipped interface{ tipped() bool }

// sayTip names a widget in the layer that lies over it: that of the dialog on
// top, or the window's.
func sayTip(w fyne.Widget, name string) {
	if x, ok := w.(tipped); ok && x.tipped() {
		sayTipAt(w, name, w)
	}
}

// sayTipAt names a part of a widget.
func sayTipAt(w fyne.Widget, name string, part fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil {
		return
	}
	if top := c.Overlays().Top(); top != nil {
		if m, ok := top.(*Modal); ok {
			m.tips.Say(name, part)
			return
		}
		name = "" // a menu lies over it
	}
	if all, ok := c.Content().(*fyne.Container); ok {
		for _, o := range all.Objects {
			if t, ok := o.(*Tips); ok {
				t.Say(name, part)
			}
		}
	}
}

type tipLayout struct{ t *Tips }

func (tipLayout) MinSize([]fyne.CanvasObject) fyne.Size { return size(0, 0) }

func (l tipLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		y := l.t.at.Y + l.t.under + 4
		if y+m.Height > s.Height-4 {
			y = l.t.at.Y - m.Height - 4
		}
		place(o, max(min(l.t.at.X, s.Width-m.Width-4), 4), y, m.Width, m.Height)
	}
}
