package packs

import (
	"fyne.io/fyne/v2"
)

// What stands beside the sections where there is no room for both.
const (
	sideTexts = "texts"
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
	// Half of what the pages have beyond pageEnough goes to the texts, up to
	// widerTexts: findings then stand beside them.
	pageEnough float32 = 420
	widerTexts float32 = 200
)

// turnTo shows the texts, the settings or the pages; in a wide window the pages
// show anyway.
func (s *Screen) turnTo(side string) {
	if side != sidePages {
		s.middle = side
	}
	if s.mid.Selected() != s.middle {
		s.mid.Select(s.middle)
	}
	if s.side.Selected() != side {
		s.side.Select(side)
	}
	s.work.Refresh()
}

// workLayout sets sections, texts or settings, and pages side by side; in a
// narrow window the last share one place. The objects are sections, texts,
// settings, pages, two lines between them, and the switches of a wide and of a
// narrow window.
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
	left, texts, form, pages, first, second, mid, turn := o[0], o[1], o[2], o[3], o[4], o[5], o[6], o[7]
	shown, hidden := texts, form
	if w.s.middle == sideForm {
		shown, hidden = form, texts
	}
	hidden.Hide()
	if rest := size.Width - sectionsWidth - formWidth - 2; rest >= previewLeast {
		wide := formWidth + min(max(rest-pageEnough, 0)/2, widerTexts)
		rest -= wide - formWidth
		list := sectionsWidth + min(max(rest-pageComfort, 0)/3, widerSections)
		rest -= list - sectionsWidth
		put(left, 0, 0, list, size.Height)
		put(first, list, 0, 1, size.Height)
		put(mid, list+1, 0, wide, sideHeight)
		put(shown, list+1, sideHeight, wide, size.Height-sideHeight)
		put(second, list+1+wide, 0, 1, size.Height)
		put(pages, size.Width-rest, 0, rest, size.Height)
		turn.Hide()
		return
	}
	x := narrowSections + 1
	put(left, 0, 0, narrowSections, size.Height)
	put(first, narrowSections, 0, 1, size.Height)
	second.Hide()
	mid.Hide()
	put(turn, x, 0, size.Width-x, sideHeight)
	if w.s.side.Selected() == sidePages {
		shown.Hide()
		shown = pages
	} else {
		pages.Hide()
	}
	put(shown, x, sideHeight, size.Width-x, size.Height-sideHeight)
}
