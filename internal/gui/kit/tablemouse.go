package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// cellAt returns the cell under a place of the table; the row is clamped to
// those there are, ok is false over the header and beside the cells.
func (t *DataTable) cellAt(p fyne.Position) (row, column int, ok bool) {
	head := t.headHigh()
	w, h := t.view()
	ok = p.Y >= head && p.Y < head+h && p.X >= 0 && p.X < t.numberWide()+w
	row = int((float64(p.Y-head) + t.y) / float64(t.RowHigh))
	if row >= t.data.Rows || row < 0 {
		ok = false
	}
	return t.clampRow(row), t.columnAt(p.X), ok && t.data.Rows > 0
}

func (t *DataTable) columnAt(x float32) int {
	if x-t.numberWide() < t.frozenWide() {
		return 0
	}
	at := float64(x-t.numberWide()) + t.x
	for c := range t.widths {
		at -= float64(t.columnWidth(c))
		if at < 0 {
			return c
		}
	}
	return t.clampColumn(len(t.widths) - 1)
}

// edgeAt returns the column whose right edge in the header is under a place.
func (t *DataTable) edgeAt(p fyne.Position) (int, bool) {
	if p.Y < 0 || p.Y >= t.headHigh() {
		return -1, false
	}
	for c := range t.widths {
		edge := t.cellX(c) + t.columnWidth(c) + t.numberWide()
		if c > 0 && edge < t.frozenWide()+t.numberWide()-edgeGrip { // it lies under the column that stays
			continue
		}
		if p.X >= edge-edgeGrip && p.X <= edge+edgeGrip {
			return c, true
		}
	}
	return -1, false
}

// MouseDown makes the cell under the pointer active, takes hold of a column's
// edge, or sorts.
func (t *DataTable) MouseDown(ev *desktop.MouseEvent) {
	FocusOn(t)
	t.drag.cells, t.drag.column = false, -1
	if c, ok := t.edgeAt(ev.Position); ok {
		t.drag.column = c
		return
	}
	if ev.Position.Y < t.headHigh() {
		t.sort(ev.Position)
		return
	}
	row, column, ok := t.cellAt(ev.Position)
	if !ok {
		return
	}
	if ev.Position.X < t.numberWide() {
		t.pressNumber(row, ev.Modifier&fyne.KeyModifierShift != 0)
		return
	}
	if ev.Button == desktop.MouseButtonSecondary {
		t.pressOther(row, column, ev.AbsolutePosition)
		return
	}
	t.drag.cells = true
	again := t.drag.twice(row, column)
	t.moveTo(row, column, ev.Modifier&fyne.KeyModifierShift != 0)
	if again && t.OnOpen != nil {
		t.OnOpen(row, column)
	}
}

// twice notes a press and tells whether it is the second on the cell within the
// time of a double click. The toolkit's own double click would hold back each
// first one.
func (d *tableDrag) twice(row, column int) bool {
	now := time.Now()
	again := d.row == row && d.col == column && now.Sub(d.pressed) < fyne.CurrentApp().Driver().DoubleTapDelay()
	d.row, d.col, d.pressed = row, column, now
	if again {
		d.pressed = time.Time{}
	}
	return again
}

// pressNumber folds a group row, or selects the whole row.
func (t *DataTable) pressNumber(row int, keep bool) {
	if t.data.Row(row).Group {
		t.moveTo(row, 0, false)
		t.toggle(row)
		return
	}
	if !keep {
		t.anchorR = row
	}
	t.anchorC = len(t.widths) - 1
	t.moveTo(row, 0, true)
}

// pressOther opens a menu on the cell, which becomes active unless it lies in
// the range the menu is meant for.
func (t *DataTable) pressOther(row, column int, at fyne.Position) {
	s := t.Selection()
	if row < s.Top || row > s.Bottom || column < s.Left || column > s.Right {
		t.moveTo(row, column, false)
	}
	if t.OnMenu != nil {
		t.OnMenu(row, column, at)
	}
}

func (t *DataTable) sort(p fyne.Position) {
	if p.X < t.numberWide() || t.OnSort == nil || len(t.widths) == 0 {
		return
	}
	if c := t.columnAt(p.X); t.data.Columns[c].Sorts {
		t.OnSort(c)
	}
}

// MouseUp lets go.
func (t *DataTable) MouseUp(*desktop.MouseEvent) { t.DragEnd() }

// Dragged widens a column or extends the range; beyond the edge it scrolls.
func (t *DataTable) Dragged(ev *fyne.DragEvent) {
	if c := t.drag.column; c >= 0 {
		t.widths[c] = max(t.columnWidth(c)+ev.Dragged.DX, leastColumn)
		t.Refresh()
		return
	}
	if !t.drag.cells {
		return
	}
	_, h := t.view()
	head := t.headHigh()
	p := ev.Position
	p.Y = min(max(p.Y, head-t.RowHigh/2), head+h+t.RowHigh/2)
	row := int((float64(p.Y-head) + t.y) / float64(t.RowHigh))
	if p.Y < head {
		row = int(t.y/float64(t.RowHigh)) - 1
	}
	t.moveTo(row, t.columnAt(max(p.X, t.numberWide())), true)
}

// DragEnd lets go and tells the new width.
func (t *DataTable) DragEnd() {
	if c := t.drag.column; c >= 0 && t.OnResize != nil {
		t.OnResize(c, t.widths[c])
	}
	t.drag.column, t.drag.cells = -1, false
}

// MouseIn is called by the toolkit.
func (t *DataTable) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved watches for the edges of columns.
func (t *DataTable) MouseMoved(ev *desktop.MouseEvent) {
	_, t.drag.hovered = t.edgeAt(ev.Position)
}

// MouseOut is called by the toolkit.
func (t *DataTable) MouseOut() { t.drag.hovered = false }

// Cursor tells the shape of the pointer: a grip over the edge of a column.
func (t *DataTable) Cursor() desktop.Cursor {
	if t.drag.hovered || t.drag.column >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
