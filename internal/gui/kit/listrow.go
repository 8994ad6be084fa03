package kit

import "fyne.io/fyne/v2"

// ListRow is one row of a section card.
type ListRow struct {
	control
	// Height is TallHeight unless set.
	Height float32
	// OnCheck is called with the new state when the box is ticked or cleared.
	OnCheck func(bool)

	face *rowFace
}

// NewListRow returns a row; onPress may be nil for a row that does nothing.
func NewListRow(item RowItem, onPress func()) *ListRow {
	r := &ListRow{}
	r.begin(item, onPress)
	r.extend(r)
	return r
}

func (r *ListRow) begin(item RowItem, onPress func()) {
	r.Height, r.face = TallHeight, newRowFace(item)
	r.press, r.label = onPress, item.Title
	r.face.pressed = onPress != nil
}

// Set changes what the row shows.
func (r *ListRow) Set(item RowItem) {
	r.face.item, r.label = item, item.Title
	r.Refresh()
}

// Item returns what the row shows.
func (r *ListRow) Item() RowItem { return r.face.item }

// SetSelected draws the row on the tint.
func (r *ListRow) SetSelected(on bool) {
	r.face.selected = on
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

// Tapped ticks when the box was hit, presses otherwise.
func (r *ListRow) Tapped(ev *fyne.PointEvent) {
	if ev != nil && r.face.onBox(ev.Position.X) || r.face.item.Check && r.press == nil {
		r.check()
		return
	}
	r.control.Tapped(ev)
}

// TypedKey ticks on Space where there is a box.
func (r *ListRow) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace && r.face.item.Check {
		r.check()
		return
	}
	r.control.TypedKey(ev)
}

func (r *ListRow) check() {
	if r.Disabled() {
		return
	}
	r.face.item.Checked = !r.face.item.Checked
	r.Refresh()
	if r.OnCheck != nil {
		r.OnCheck(r.face.item.Checked)
	}
}

func (r *ListRow) objects() []fyne.CanvasObject { return r.face.objs }
func (r *ListRow) arrange(s fyne.Size)          { r.face.arrange(s) }

func (r *ListRow) least() fyne.Size {
	return size(160, r.Height+r.face.more(r.Size()))
}

func (r *ListRow) paint(l look) {
	r.face.hovered = r.hovered
	r.face.paint(l, r.focused)
}
