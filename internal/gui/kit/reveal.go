package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealMargin is what stays free beside what is brought into sight: its ring
// of focus, and a sign that more follows.
const revealMargin float32 = 12

// revealFocus brings what has got the focus into sight: the toolkit moves the
// focus with Tab and leaves whatever scrolls where it was. A field comes with its
// label and with what is said under it.
func revealFocus(o fyne.CanvasObject) { reveal(o, 0) }

// Reveal brings an object that is to be seen now into sight.
func Reveal(o fyne.CanvasObject) { reveal(o, 0) }

// revealSome does the same for a list or table, which is worked inside and may be
// higher than the window: some rows in sight are enough, and a press on one of
// them moves nothing under the pointer.
func revealSome(o fyne.CanvasObject) { reveal(o, 2*TallHeight) }

func reveal(o fyne.CanvasObject, enough float32) {
	path := pathOf(o)
	for i := len(path) - 1; i >= 0; i-- {
		s, ok := path[i].(*container.Scroll)
		if !ok || i+1 >= len(path) {
			continue
		}
		shown := len(path) - 1
		for j := i + 2; j < shown; j++ {
			_, line := path[j].(*TextField) // its entry is higher than what shows of it
			_, field := path[j].(*Field)
			if line || field && path[j].Size().Height+2*revealMargin <= s.Size().Height {
				shown = j
				break
			}
		}
		at := fyne.Position{}
		for _, x := range path[i+2 : shown+1] {
			at = at.Add(x.Position())
		}
		if shown == i+1 { // it is all that scrolls
			continue
		}
		need, view, off := path[shown].Size(), s.Size(), s.Offset
		if s.Direction != container.ScrollHorizontalOnly {
			off.Y = within(at.Y, need.Height, off.Y, view.Height, enough)
		}
		if s.Direction != container.ScrollVerticalOnly {
			off.X = within(at.X, need.Width, off.X, view.Width, enough)
		}
		if off != s.Offset {
			s.ScrollToOffset(off)
		}
	}
}

// within is the offset that shows a stretch in a view, as near as can be to the
// present one. Of one that is longer than the view the beginning is shown, unless
// it fills the view already.
func within(at, long, offset, view, enough float32) float32 {
	seen := min(at+long, offset+view) - max(at, offset)
	if enough > 0 && seen >= min(enough, long) || at <= offset && at+long >= offset+view {
		return offset
	}
	first, last := at-revealMargin, at+long+revealMargin-view
	switch {
	case first < offset || last > first: // last > first: it is longer than the view
		return max(first, 0)
	case last > offset:
		return last
	}
	return offset
}

// pathOf lists what an object stands in, the outermost first, and itself; nothing
// when it stands in no window.
func pathOf(o fyne.CanvasObject) []fyne.CanvasObject {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil { // the driver knows what was painted; see FocusOn
		all := driver.AllWindows()
		if len(all) == 0 {
			return nil
		}
		c = all[0].Canvas()
	}
	over := c.Overlays().List()
	for i := len(over) - 1; i >= 0; i-- {
		if path, ok := pathFrom(over[i], o, nil); ok {
			return path
		}
	}
	path, _ := pathFrom(c.Content(), o, nil)
	return path
}

func pathFrom(from, o fyne.CanvasObject, above []fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	if from == nil || !from.Visible() {
		return nil, false
	}
	above = append(above, from)
	if from == o {
		return above, true
	}
	for _, x := range inside(from) {
		if found, ok := pathFrom(x, o, above); ok {
			return found, true
		}
	}
	return nil, false
}
