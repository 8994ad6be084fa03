package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/gui/theme"
)

// CellEdit is one cell that is edited in its place.
type CellEdit struct {
	Text string // that stands in it at the beginning
	// Keep takes what was typed. It reports whether the cell may be left: when
	// left is set it is left in any case, since the cursor is elsewhere already.
	Keep func(text string, left bool) bool
}

// cellEntry is the field over a cell. Enter and Tab keep what was typed and go
// on as in a spreadsheet, with Shift back; Esc leaves the cell as it was.
type cellEntry struct {
	entry
	table *DataTable
	shift bool
}

// AcceptsTab takes Tab, which goes on to the next cell.
func (e *cellEntry) AcceptsTab() bool { return true }

// KeyDown watches Shift.
func (e *cellEntry) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.Entry.KeyDown(ev)
}

// KeyUp watches Shift.
func (e *cellEntry) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(ev)
}

// TypedKey goes on to another cell, or types.
func (e *cellEntry) TypedKey(ev *fyne.KeyEvent) {
	step := 1
	if e.shift {
		step = -1
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.table.keepEdit(step, 0)
	case fyne.KeyTab:
		e.table.keepEdit(0, step)
	case fyne.KeyEscape:
		e.table.endEdit()
		FocusOn(e.table)
	default:
		e.entry.TypedKey(ev)
	}
}

// FocusLost keeps what was typed: the user has gone elsewhere.
func (e *cellEntry) FocusLost() {
	e.entry.FocusLost()
	if t := e.table; t.editing != nil {
		edit, text := t.editing, e.Text
		t.endEdit()
		edit.Keep(text, true)
	}
}

// edit begins to edit the active cell, where it can be: with what stands in it,
// or with what was typed in its place.
func (t *DataTable) edit(instead string) bool {
	if t.OnEdit == nil || t.data.Rows == 0 || len(t.widths) == 0 || t.editing != nil {
		return false
	}
	edit := t.OnEdit(t.row, t.column)
	if edit == nil {
		return false
	}
	t.moveTo(t.row, t.column, false)
	e := &cellEntry{table: t}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	e.Text = edit.Text
	if instead != "" {
		e.Text = instead
	}
	e.CursorColumn = len([]rune(e.Text))
	t.editing, t.editor, t.editGround = edit, e, canvas.NewRectangle(lookOf(t).color(theme.Surface))
	t.editGround.StrokeColor, t.editGround.StrokeWidth = lookOf(t).color(theme.Accent), 2
	t.objs = t.layers()
	t.arrange(t.BaseWidget.Size())
	t.Refresh()
	FocusOn(e)
	return true
}

// keepEdit keeps what was typed and moves the active cell.
func (t *DataTable) keepEdit(rows, columns int) {
	edit, text := t.editing, t.editor.Text
	if edit == nil || !edit.Keep(text, false) {
		return
	}
	t.endEdit()
	FocusOn(t)
	t.moveTo(t.row+rows, t.column+columns, false)
}

// layers are the objects of the table in the order they are painted.
func (t *DataTable) layers() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.ground, t.numbersClip, t.bodyClip}
	if t.editing != nil {
		out = append(out, t.editGround, t.editor)
	}
	return append(out, t.headGround, t.headClip, t.corner, t.down, t.across, t.ring)
}

// endEdit takes the field away.
func (t *DataTable) endEdit() {
	t.editing, t.editor, t.editGround = nil, nil, nil
	t.objs = t.layers()
	t.arrange(t.BaseWidget.Size())
	t.Refresh()
}

// placeEditor lays the field over the active cell; the head of the table covers
// what is scrolled under it.
func (t *DataTable) placeEditor() {
	if t.editing == nil {
		return
	}
	x := t.numberWide() + t.cellX(t.column)
	y := t.headHigh() + float32(float64(t.row)*float64(t.RowHigh)-t.y)
	place(t.editGround, x, y, t.columnWidth(t.column), t.RowHigh)
	high := t.editor.MinSize().Height // with the padding of a form it is higher than a row
	place(t.editor, x, y+(t.RowHigh-high)/2, t.columnWidth(t.column), high)
}

// Under is the place in the window right under a cell: where its choices are listed.
func (t *DataTable) Under(row, column int) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	return at.AddXY(t.numberWide()+t.cellX(column), t.headHigh()+float32(float64(row+1)*float64(t.RowHigh)-t.y))
}
