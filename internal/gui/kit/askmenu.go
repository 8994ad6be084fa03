package kit

import "fyne.io/fyne/v2"

// Menus of rows and cells: by the other button of the mouse and, for who works
// without one, by the menu key.

// placeOf is the place of a point of an object in its window.
func placeOf(o fyne.CanvasObject, x, y float32) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(x, y)
}

// TappedSecondary asks for the menu of the row under the pointer, which is
// chosen first.
func (c *listCell) TappedSecondary(ev *fyne.PointEvent) {
	l := c.list
	if c.index < 0 || c.face.item.Heading {
		return
	}
	FocusOn(l)
	l.move(c.index, 1)
	if l.OnMenu != nil {
		l.OnMenu(l.selected, ev.AbsolutePosition)
	}
}

// askMenu opens the menu of the chosen row under it.
func (l *RecordList) askMenu() {
	if l.OnMenu == nil || l.selected < 0 {
		return
	}
	l.reveal()
	y := float32(l.top(l.selected+1) - l.offset)
	l.OnMenu(l.selected, placeOf(l, 24, min(y, l.BaseWidget.Size().Height)))
}

// askMenu opens the menu of the active cell under it.
func (t *DataTable) askMenu() {
	if t.OnMenu == nil || t.data.Rows == 0 {
		return
	}
	t.reveal()
	x := t.cellX(t.column) + t.numberWide()
	y := t.headHigh() + float32(float64(t.row+1)*float64(t.RowHigh)-t.y)
	t.OnMenu(t.row, t.column, placeOf(t, max(x, 0)+8, y))
}
