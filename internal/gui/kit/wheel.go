package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field and takes the mouse wheel for it. The toolkit gives
// the wheel to the deepest object that could scroll, and each of its entries
// could: a form made of fields would stand still under the pointer.
type wheel struct {
	widget.BaseWidget
	// own is what scrolls in the field itself, nil for none.
	own func() *container.Scroll
	// across keeps the wheel from moving a field of one line sideways: it is
	// turned up and down, and the line follows its caret.
	across bool
}

func newWheel(own func() *container.Scroll, across bool) *wheel {
	w := &wheel{own: own, across: across}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled turns what the field holds, and what it stands in when that has come
// to its end or is seen whole.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if s := w.own(); s != nil && (!w.across || ev.Scrolled.DX != 0) && turned(s, ev) {
		return
	}
	passWheel(w, ev)
}

func (w *wheel) CreateRenderer() fyne.WidgetRenderer { return newRenderer(w) }
func (w *wheel) objects() []fyne.CanvasObject        { return nil }
func (w *wheel) least() fyne.Size                    { return size(0, 0) }
func (w *wheel) arrange(fyne.Size)                   {}
func (w *wheel) paint(look)                          {}

// turned scrolls and reports whether anything moved.
func turned(s *container.Scroll, ev *fyne.ScrollEvent) bool {
	before := s.Offset
	s.Scrolled(ev)
	return s.Offset != before
}

// passWheel gives a turn of the wheel that an object has no use for to what it
// stands in: the nearest that can still move.
func passWheel(o fyne.CanvasObject, ev *fyne.ScrollEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	holders, _ := holdersOf(root, o, nil)
	for i := len(holders) - 1; i >= 0; i-- {
		switch h := holders[i].(type) {
		case *container.Scroll:
			if turned(h, ev) {
				return
			}
		case fyne.Scrollable: // it hands on by itself
			h.Scrolled(ev)
			return
		}
	}
}

// holdersOf lists what an object stands in and scrolls, the outermost first.
func holdersOf(from, o fyne.CanvasObject, above []fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	if from == o {
		return above, true
	}
	if !from.Visible() {
		return nil, false
	}
	if _, ok := from.(fyne.Scrollable); ok {
		above = append(above, from)
	}
	for _, x := range inside(from) {
		if x == nil {
			continue
		}
		if found, ok := holdersOf(x, o, above); ok {
			return found, true
		}
	}
	return nil, false
}

// inside lists what an object is made of, as far as ours can stand in it.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch x := o.(type) {
	case *fyne.Container:
		return x.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{x.Content}
	case *container.Clip:
		return []fyne.CanvasObject{x.Content}
	case drawn:
		return x.objects()
	}
	return nil
}
