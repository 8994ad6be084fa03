package packs

import (
	"fyne.io/fyne/v2"
)

// What stands beside the sections where there is no room for both.
const (
	sideForm  = "form"
	sidePages = "pages"
)

// previewLeast is the least width in which the tools of the pages have room;
// narrowSections is the list of sections in a narrow window.
const (
	previewLeast   float32 = 340
	narrowSections float32 = 232
	sideHeight     float32 = 44
	// A third of what the pages have beyond pageComfort goes to the names of the
	// sections, up to widerSections.
	pageComfort   float32 = 620
	widerSections float32 = 110
)

// turnTo shows the settings or the pages; in a wide window both show anyway.
func (s *Screen) turnTo(side string) {
	if s.side.Selected() == side {
		return
	}
	s.side.Select(side)
	s.work.Refresh()
}

// workLayout sets sections, settings and pages side by side; in a narrow window
// settings and pages share one place, with a switch over it. The objects are the
// three, two lines between them, and the switch.
type workLayout struct{ s *Screen }

// MinSize is that of the narrow arrangement.
func (w workLayout) MinSize(_ []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(narrowSections+previewLeast, 200)
}

// Layout places them.
func (w workLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, wide, high float32) {
		o.Show()
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(wide, high))
	}
	left, form, pages, first, second, turn := o[0], o[1], o[2], o[3], o[4], o[5]
	if rest := size.Width - sectionsWidth - formWidth - 2; rest >= previewLeast {
		list := sectionsWidth + min(max(rest-pageComfort, 0)/3, widerSections)
		rest -= list - sectionsWidth
		put(left, 0, 0, list, size.Height)
		put(first, list, 0, 1, size.Height)
		put(form, list+1, 0, formWidth, size.Height)
		put(second, list+1+formWidth, 0, 1, size.Height)
		put(pages, size.Width-rest, 0, rest, size.Height)
		turn.Hide()
		return
	}
	x := narrowSections + 1
	put(left, 0, 0, narrowSections, size.Height)
	put(first, narrowSections, 0, 1, size.Height)
	second.Hide()
	put(turn, x, 0, size.Width-x, sideHeight)
	shown, hidden := form, pages
	if w.s.side.Selected() == sidePages {
		shown, hidden = pages, form
	}
	hidden.Hide()
	put(shown, x, sideHeight, size.Width-x, size.Height-sideHeight)
}
