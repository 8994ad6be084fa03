package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MovableRow is a ListRow that has a place among others: it is dragged by the
// mouse, and moved by Alt with the arrows.
type MovableRow struct {
	ListRow
	// OnDrag is told how far down the pointer has gone with the row, OnDrop the
	// same when it lets go; OnStep is asked for one place up (-1) or down (1).
	OnDrag func(dy float32)
	OnDrop func(dy float32)
	OnStep func(by int)
	// OnWalk is asked by the arrows for the row above (-1) or below (1).
	OnWalk func(by int)

	gone    float32
	dragged bool
}

// NewMovableRow returns a row; onPress may be nil.
func NewMovableRow(item RowItem, onPress func()) *MovableRow {
	r := &MovableRow{}
	r.begin(item, onPress)
	r.extend(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *MovableRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

// Dragged is called by the toolkit.
func (r *MovableRow) Dragged(ev *fyne.DragEvent) {
	if r.OnDrag == nil || r.Disabled() {
		return
	}
	r.dragged = true
	r.gone += ev.Dragged.DY
	r.OnDrag(r.gone)
}

// DragEnd is called by the toolkit.
func (r *MovableRow) DragEnd() {
	gone, dragged := r.gone, r.dragged
	r.gone, r.dragged = 0, false
	if dragged && r.OnDrop != nil {
		r.OnDrop(gone)
	}
}

// TypedShortcut moves by Alt with the arrows, and gives the rest to the window.
func (r *MovableRow) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt && r.OnStep != nil && !r.Disabled() {
		switch c.KeyName {
		case fyne.KeyUp:
			r.OnStep(-1)
			return
		case fyne.KeyDown:
			r.OnStep(1)
			return
		}
	}
	passShortcut(r, s)
}

// TypedKey goes to the rows beside it by the arrows.
func (r *MovableRow) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyUp && r.OnWalk != nil:
		r.OnWalk(-1)
	case ev.Name == fyne.KeyDown && r.OnWalk != nil:
		r.OnWalk(1)
	default:
		r.ListRow.TypedKey(ev)
	}
}

// Cursor tells by the pointer that the row can be taken hold of.
func (r *MovableRow) Cursor() desktop.Cursor {
	if r.dragged {
		return desktop.VResizeCursor
	}
	return desktop.DefaultCursor
}
