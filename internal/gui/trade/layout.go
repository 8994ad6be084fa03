package trade

import (
	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
)

// headLow is what filters and questions over a table have in a low window.
const headLow float32 = 76

// tableLow is the least height of a table there: its head and a row of it.
const tableLow float32 = 76

func lowTable(o fyne.CanvasObject) fyne.Size {
	m := o.MinSize()
	return fyne.NewSize(m.Width, min(m.Height, tableLow))
}

// narrow is the width of the window below which the inspector is a panel to
// be called.
const narrow float32 = 1280

func (s *Screen) isNarrow() bool { return s.desk.Window().Canvas().Size().Width < narrow }

func (s *Screen) inspecting() bool {
	if s.isNarrow() {
		return s.called
	}
	return !s.hidden
}

func (s *Screen) toggleInspector() {
	if s.isNarrow() {
		s.called = !s.called
	} else {
		s.hidden = !s.hidden
	}
	s.all.Refresh()
	s.arrange()
}

// bodyLayout sets the table at the left and the inspector, where it is shown,
// at the right.
type bodyLayout struct{ screen *Screen }

// MinSize leaves the inspector out: it may go.
func (b *bodyLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return lowTable(o[0]) }

func (b *bodyLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := float32(0)
	if b.screen.inspecting() {
		side = min(kit.InspectorWidth, size.Width)
		o[1].Show()
	} else {
		o[1].Hide()
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width-side, size.Height))
	o[1].Move(fyne.NewPos(size.Width-side, 0))
	o[1].Resize(fyne.NewSize(side, size.Height))
}
