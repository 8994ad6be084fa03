package packs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/app/pages"
)

// What stands on a page is pressed to be opened: what would be is framed under
// the pointer.

// place is where a point of the list lies: the page, and on it parts of its
// width and height; ok is false between pages.
func (l *pageList) place(at fyne.Position) (page int, x, y float64, ok bool) {
	if l.pages == nil {
		return 0, 0, 0, false
	}
	wide := l.pageWidth()
	left, top := max((l.Size().Width-wide)/2, pageMargin), pageGap
	for i := range l.sheets {
		high := l.height(i)
		if at.Y >= top && at.Y < top+high && at.X >= left && at.X < left+wide {
			return i, float64((at.X - left) / wide), float64((at.Y - top) / high), true
		}
		top += high + pageGap
	}
	return 0, 0, 0, false
}

// spotAt is what stands at a point of the list.
func (l *pageList) spotAt(at fyne.Position) (pages.Spot, int) {
	page, x, y, ok := l.place(at)
	if !ok {
		return pages.Spot{}, 0
	}
	return l.pages.At(page, x, y), page
}

// point frames what the pointer is on.
func (l *pageList) point(s pages.Spot, page int) {
	if s == l.spot && page == l.over {
		return
	}
	l.spot, l.over = s, page
	l.outline()
	l.frame.Refresh()
}

// outline lays the frame about the area under the pointer.
func (l *pageList) outline() {
	if l.spot.Ref.ID == "" || l.pages == nil || l.over >= len(l.sheets) {
		l.frame.Hide()
		return
	}
	const room float32 = 3
	wide, high := l.pageWidth(), l.height(l.over)
	left, top := max((l.Size().Width-wide)/2, pageMargin), pageGap+l.top(l.over)
	l.frame.Move(fyne.NewPos(left+float32(l.spot.X)*wide-room, top+float32(l.spot.Y)*high-room))
	l.frame.Resize(fyne.NewSize(float32(l.spot.W)*wide+2*room, float32(l.spot.H)*high+2*room))
	l.frame.Show()
}

// Tapped opens what was pressed.
func (l *pageList) Tapped(ev *fyne.PointEvent) {
	if s, _ := l.spotAt(ev.Position); l.onSpot != nil && (s.Ref.ID != "" || s.Section != "") {
		l.onSpot(s)
	}
}

// MouseIn is called by the toolkit when the pointer comes.
func (l *pageList) MouseIn(ev *desktop.MouseEvent) { l.point(l.spotAt(ev.Position)) }

// MouseMoved is called by the toolkit while the pointer stays.
func (l *pageList) MouseMoved(ev *desktop.MouseEvent) { l.point(l.spotAt(ev.Position)) }

// MouseOut is called by the toolkit when the pointer leaves.
func (l *pageList) MouseOut() { l.point(pages.Spot{}, 0) }

// Cursor is a hand over what can be opened.
func (l *pageList) Cursor() desktop.Cursor {
	if l.spot.Ref.ID != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
