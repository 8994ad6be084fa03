package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// frozen is what draws the first column where it stays in sight: over the cells
// that pass under it, so it has a ground of its own.
type frozen struct {
	head  *canvas.Rectangle
	edge  *canvas.Rectangle
	cells []*cellSlot
}

func newFrozen() frozen { return frozen{head: newBox(), edge: newBox()} }

// frozenMost is the share of the view that a column which stays may take: beyond
// it the others would have no room.
const frozenMost = 0.6

// frozenWide is the width of the column that stays, 0 while none does.
func (t *DataTable) frozenWide() float32 {
	if !t.Frozen || len(t.widths) < 2 || t.grouped() {
		return 0
	}
	wide := t.columnWidth(0)
	if view, _ := t.view(); wide > view*frozenMost {
		return 0
	}
	return wide
}

// cellX is where a column begins on the screen.
func (t *DataTable) cellX(c int) float32 {
	if c == 0 && t.frozenWide() > 0 {
		return 0
	}
	return float32(t.columnX(c) - t.x)
}

// span is from where to where columns show: what lies under the one that stays
// is left out.
func (t *DataTable) span(first, last int) (left, right float32) {
	left, right = t.cellX(first), t.cellX(last)+t.columnWidth(last)
	if stays := t.frozenWide(); first > 0 {
		left, right = max(left, stays), max(right, stays)
	} else if stays > 0 {
		right = max(right, stays)
	}
	return left, right
}

// setFrozen shows the cell of a row in the column that stays.
func (t *DataTable) setFrozen(l look, n, row int, y float32) {
	for len(t.frozen.cells) <= n {
		t.frozen.cells = append(t.frozen.cells, &cellSlot{ground: newBox(), text: canvas.NewText("", nil), icon: newPicture()})
	}
	c := t.data.Cell(row, 0)
	if sel := t.Selection(); sel.Left == 0 && row >= sel.Top && row <= sel.Bottom && (sel.Rows() > 1 || sel.Columns() > 1) && (row != t.row || t.column != 0) {
		c.Ground = theme.Tint
	}
	if c.Ground == "" {
		c.Ground = theme.Surface
	}
	t.setCell(l, t.frozen.cells[n], c, t.data.Columns[0].Number, 0, y, t.frozenWide())
}

// frozenObjects are the objects of the column that stays, in the order they are
// painted.
func (t *DataTable) frozenObjects(l look, first, last int, h float32) []fyne.CanvasObject {
	stays := t.frozenWide()
	if stays == 0 {
		return nil
	}
	var out []fyne.CanvasObject
	for row := first; row <= last; row++ {
		n := row - first
		t.setFrozen(l, n, row, float32(float64(row)*float64(t.RowHigh)-t.y))
		out = append(out, t.frozen.cells[n].ground, t.frozen.cells[n].text, t.frozen.cells[n].icon)
	}
	t.frozen.edge.FillColor = l.color(theme.StrongLine)
	showIf(t.frozen.edge, t.x > 0)
	place(t.frozen.edge, stays-1, 0, 1, min(h, float32(float64(t.data.Rows)*float64(t.RowHigh)-t.y)))
	return append(out, t.frozen.edge)
}
