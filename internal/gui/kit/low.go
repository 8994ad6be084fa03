package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// LowWindow is the height of a window in which heads give way to what is under
// them.
const LowWindow float32 = 520

// Low is a head that in a low window has at most that height, and then scrolls
// within it: what is under it stays in sight.
func Low(most float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&lowLayout{most: most}, container.NewVScroll(o))
}

type lowLayout struct{ most float32 }

func (l *lowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	scroll, ok := o[0].(*container.Scroll)
	if !ok {
		return o[0].MinSize()
	}
	m := scroll.Content.MinSize()
	if c := fyne.CurrentApp().Driver().CanvasForObject(scroll); c != nil && c.Size().Height < LowWindow {
		m.Height = min(m.Height, l.most)
	}
	return m
}

func (l *lowLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { place(o[0], 0, 0, s.Width, s.Height) }
