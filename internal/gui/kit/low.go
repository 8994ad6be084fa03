package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lowWindow is the height of a window in which heads give way to what is under
// them.
const lowWindow float32 = 520

// LowerThan reports whether an object stands in a window lower than that.
func LowerThan(height float32, o fyne.CanvasObject) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	return c != nil && c.Size().Height < height
}

// Low is a head that in a low window has at most that height, and then scrolls
// within it: what is under it stays in sight.
func Low(most float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&snugLayout{most: most}, container.NewVScroll(o))
}

// snugLayout wants for a scroll the height of all it holds, at the width it has:
// it scrolls only where it gets less.
type snugLayout struct {
	most float32 // that it wants in a low window; 0 for all
}

func (l *snugLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	scroll, ok := o[0].(*container.Scroll)
	if !ok {
		return o[0].MinSize()
	}
	m := scroll.Content.MinSize()
	if l.most > 0 && LowerThan(lowWindow, scroll) {
		m.Height = min(m.Height, l.most)
	}
	return m
}

func (l *snugLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { place(o[0], 0, 0, s.Width, s.Height) }
