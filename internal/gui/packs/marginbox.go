package packs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// marginLayout sets a text and, after a line, what was found about it. It
// depends on the width it was last given, as text that wraps does.
type marginLayout struct{ width float32 }

func newMarginBox(text, notes fyne.CanvasObject) *fyne.Container {
	line := kit.NewPanel(theme.Line, kit.Fixed(2, 2, kit.NewText("", kit.Caption, theme.None)))
	return container.New(&marginLayout{}, text, line, notes)
}

// tall is how high an object is at a width.
func tall(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.Size().Height))
	}
	return o.MinSize().Height
}

func (m *marginLayout) split() (text, notes float32, beside bool) {
	if m.width < marginFrom {
		return m.width, m.width - 14, false
	}
	return m.width - marginWide - marginSpace - 10, marginWide, true
}

// MinSize is what both need at the width.
func (m *marginLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if m.width == 0 {
		m.width = 320
	}
	tw, nw, beside := m.split()
	a, b := tall(o[0], tw), tall(o[2], nw)
	if beside {
		return fyne.NewSize(160, max(a, b))
	}
	return fyne.NewSize(160, a+6+b)
}

// Layout places them.
func (m *marginLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	m.width = s.Width
	tw, nw, beside := m.split()
	a, b := tall(o[0], tw), tall(o[2], nw)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(o[0], 0, 0, tw, a)
	if beside {
		put(o[1], tw+marginSpace, 0, 2, max(b, 16))
		put(o[2], tw+marginSpace+10, 0, nw, b)
		return
	}
	put(o[1], 2, a+6, 2, b)
	put(o[2], 14, a+6, nw, b)
}
