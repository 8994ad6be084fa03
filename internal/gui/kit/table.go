package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// TableColumn is a column of a DataTable.
type TableColumn struct {
	Title string
	// Group is written over neighbours that share it, with a line between
	// groups. If no column has one, the header has one row.
	Group string
	Width float32
	// Number sets the column to the right, in digits of one width.
	Number bool
	// Sorts lets a click on the title call OnSort.
	Sorts bool
}

// Cell is what one cell shows.
type Cell struct {
	Text string
	Icon string
	// Color is ink unless set, Ground nothing.
	Color, Ground fyne.ThemeColorName
	Bold          bool
}

// TableRow is what a row shows besides its cells.
type TableRow struct {
	// Number stands in the column at the left; "" for none.
	Number string
	// Group rows stand on a faint ground with a chevron: Text in bold and Note
	// in second ink take the place of the cells up to the first number.
	Group      bool
	Open       bool
	Icon       string
	Code       string
	Text, Note string
}

// TableData is where a table asks for what it shows. The functions are called
// for what is on the screen only, so they may reach into a million rows; they
// must be quick.
type TableData struct {
	Columns []TableColumn
	Rows    int
	Row     func(row int) TableRow
	Cell    func(row, column int) Cell
	// Plain, if set, gives a cell as other programs want it pasted: digits
	// without grouping. Without it the shown text is copied, with no-break
	// spaces taken out of numbers.
	Plain func(row, column int) string
}

// Range is a rectangle of cells, both ends included.
type Range struct{ Top, Left, Bottom, Right int }

// Rows counts the rows of the range.
func (r Range) Rows() int { return r.Bottom - r.Top + 1 }

// Columns counts the columns of the range.
func (r Range) Columns() int { return r.Right - r.Left + 1 }

// DataTable shows rows and columns of any number: only the cells on the screen
// exist. Its header stays, the numbers at the left stay, columns are widened by
// their edge. One cell is active; Shift with arrows or the mouse extends it to
// a range, which is copied as text with tabs.
type DataTable struct {
	widget.BaseWidget
	// OnActive is called when the active cell moves, OnRange when the range
	// changes (also to one cell).
	OnActive func(row, column int)
	OnRange  func(Range)
	// OnOpen is called on Enter and on a double click on a cell.
	OnOpen func(row, column int)
	// OnToggle is called on a click on the chevron of a group row and on Space.
	OnToggle func(row int)
	OnSort   func(column int)
	OnResize func(column int, width float32)
	// OnMenu is called on a click with the other button, after the cell under
	// it became active, and on the menu key.
	OnMenu func(row, column int, at fyne.Position)
	// OnEdit is called when a cell is to be edited in its place, by F2 or by
	// typing; nil for one that can't be.
	OnEdit func(row, column int) *CellEdit
	// OnShortcut may take a combination that the table has no use for.
	OnShortcut func(fyne.Shortcut) bool
	// Numbers is the least width of the column at the left, 0 without one.
	Numbers float32
	// RowHigh is the height of rows: 32, in previews 28.
	RowHigh float32
	// SortColumn is marked in the header, -1 is none.
	SortColumn int
	SortDown   bool
	// Frozen keeps the first column in sight when the others are scrolled: the
	// names of rows. It is for tables without group rows.
	Frozen bool

	data           TableData
	widths         []float32
	row, column    int // active cell
	anchorR        int // where the range began
	anchorC        int
	x, y           float64 // scrolled to
	focused, shift bool
	drag           tableDrag
	editing        *CellEdit // nil while nothing is
	editor         *cellEntry
	editGround     *canvas.Rectangle

	ground                          *ground
	headGround, corner, ring        *canvas.Rectangle
	head, numbers, body             *tablePart
	headClip, numbersClip, bodyClip *container.Clip
	down, across                    *scrollBar
	objs                            []fyne.CanvasObject
	headLine                        *canvas.Rectangle
	headCells                       []headCell
	headGroups                      []headGroup
	frames                          frames
	frozen                          frozen
	slots                           map[int]*rowSlot
	free                            []*rowSlot
}

// Measures of a table.
const (
	headRow     float32 = 28
	numberWidth float32 = 40
	cellInset   float32 = 8
	edgeGrip    float32 = 4
	leastColumn float32 = 40
)

// NewDataTable returns an empty table.
func NewDataTable() *DataTable {
	t := &DataTable{
		Numbers: numberWidth, RowHigh: RowHeight, SortColumn: -1,
		ground: newGround(), headGround: newBox(), corner: newBox(), ring: newBox(), slots: map[int]*rowSlot{}, frozen: newFrozen(),
		head: newTablePart(), numbers: newTablePart(), body: newTablePart(),
	}
	t.headClip, t.numbersClip, t.bodyClip = container.NewClip(t.head), container.NewClip(t.numbers), container.NewClip(t.body)
	t.down = newScrollBar(true, func(v float64) { t.scrollTo(t.x, v) })
	t.across = newScrollBar(false, func(v float64) { t.scrollTo(v, t.y) })
	t.objs = t.layers()
	t.drag.column = -1
	t.ExtendBaseWidget(t)
	t.SetData(TableData{})
	return t
}

// SetData exchanges what is shown. Widths the user has set stay while the
// number of columns does; the active cell stays where there still is one.
func (t *DataTable) SetData(d TableData) {
	if d.Row == nil {
		d.Row = func(int) TableRow { return TableRow{} }
	}
	if d.Cell == nil {
		d.Cell = func(int, int) Cell { return Cell{} }
	}
	if len(d.Columns) != len(t.widths) {
		t.widths = make([]float32, len(d.Columns))
		for i, c := range d.Columns {
			t.widths[i] = max(c.Width, leastColumn)
		}
	}
	t.data = d
	t.buildHead()
	t.row, t.anchorR = t.clampRow(t.row), t.clampRow(t.anchorR)
	t.column, t.anchorC = t.clampColumn(t.column), t.clampColumn(t.anchorC)
	t.dropSlots()
	t.Refresh()
}

// SetWidths sets the widths of all columns, as they were kept by OnResize.
func (t *DataTable) SetWidths(widths []float32) {
	if len(widths) != len(t.widths) {
		return
	}
	for i, w := range widths {
		t.widths[i] = max(w, leastColumn)
	}
	t.Refresh()
}

// Widths returns the widths of all columns.
func (t *DataTable) Widths() []float32 { return append([]float32(nil), t.widths...) }

// Heads returns the titles of all columns.
func (t *DataTable) Heads() (out []string) {
	for _, c := range t.data.Columns {
		out = append(out, c.Title)
	}
	return out
}

// Active returns the active cell.
func (t *DataTable) Active() (row, column int) { return t.row, t.column }

// SetActive moves the active cell, drops the range and scrolls to it, without
// calling back.
func (t *DataTable) SetActive(row, column int) {
	t.row, t.column = t.clampRow(row), t.clampColumn(column)
	t.anchorR, t.anchorC = t.row, t.column
	t.reveal()
	t.Refresh()
}

// Selection returns the range; it is one cell when nothing was extended.
func (t *DataTable) Selection() Range {
	return Range{
		Top: min(t.row, t.anchorR), Bottom: max(t.row, t.anchorR),
		Left: min(t.column, t.anchorC), Right: max(t.column, t.anchorC),
	}
}

// Select sets the range, its lower right corner active.
func (t *DataTable) Select(r Range) {
	t.anchorR, t.anchorC = t.clampRow(r.Top), t.clampColumn(r.Left)
	t.row, t.column = t.clampRow(r.Bottom), t.clampColumn(r.Right)
	t.reveal()
	t.Refresh()
}

// Focusable returns what takes the focus.
func (t *DataTable) Focusable() fyne.Focusable { return t }

func (t *DataTable) clampRow(r int) int    { return min(max(r, 0), max(t.data.Rows-1, 0)) }
func (t *DataTable) clampColumn(c int) int { return min(max(c, 0), max(len(t.data.Columns)-1, 0)) }

// CreateRenderer is called by the toolkit.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *DataTable) objects() []fyne.CanvasObject { return t.objs }
func (t *DataTable) least() fyne.Size             { return size(240, t.headHigh()+3*t.RowHigh) }

func (t *DataTable) headHigh() float32 {
	if t.grouped() {
		return 2 * headRow
	}
	return headRow
}

func (t *DataTable) grouped() bool {
	for _, c := range t.data.Columns {
		if c.Group != "" {
			return true
		}
	}
	return false
}

// widthAll is the width of all columns; the last one takes what is left over.
func (t *DataTable) widthAll() float64 {
	w := 0.0
	for _, c := range t.widths {
		w += float64(c)
	}
	return w
}

// numberWide is the width of the column at the left: what the last number needs.
func (t *DataTable) numberWide() float32 {
	if t.Numbers == 0 {
		return 0
	}
	last := strconv.Itoa(t.data.Rows)
	return max(t.Numbers, ceil(fyne.MeasureText(last, 12, fyne.TextStyle{Monospace: true, Bold: true}).Width)+2*cellInset)
}

// view is the place the cells have on the screen.
func (t *DataTable) view() (w, h float32) {
	s := t.BaseWidget.Size()
	w, h = s.Width-t.numberWide(), s.Height-t.headHigh()
	if float64(t.data.Rows)*float64(t.RowHigh) > float64(h) {
		w -= barWidth
	}
	if t.widthAll() > float64(w)+0.5 {
		h -= barWidth
	}
	return max(w, 0), max(h, 0)
}

// columnWidth is the width a column is drawn with.
func (t *DataTable) columnWidth(c int) float32 {
	if c < len(t.widths)-1 {
		return t.widths[c]
	}
	w, _ := t.view()
	return max(t.widths[c], w-float32(t.widthAll())+t.widths[c])
}

// columnX is where a column begins, before scrolling.
func (t *DataTable) columnX(c int) float64 {
	x := 0.0
	for _, w := range t.widths[:c] {
		x += float64(w)
	}
	return x
}

func (t *DataTable) arrange(s fyne.Size) {
	w, h := t.view()
	head, numbers := t.headHigh(), t.numberWide()
	t.x = min(max(t.x, 0), max(t.widthAll()-float64(w), 0))
	t.y = min(max(t.y, 0), max(float64(t.data.Rows)*float64(t.RowHigh)-float64(h), 0))
	place(t.ground, 0, 0, s.Width, s.Height)
	place(t.headGround, 0, 0, s.Width, head)
	place(t.headClip, numbers, 0, w, head)
	place(t.corner, 0, head-1, s.Width, 1)
	place(t.numbersClip, 0, head, numbers, h)
	place(t.bodyClip, numbers, head, w, h)
	place(t.down, s.Width-barWidth, head, barWidth, h)
	place(t.across, numbers, s.Height-barWidth, w, barWidth)
	place(t.ring, 0, 0, s.Width, s.Height)
	t.down.set(float64(t.data.Rows)*float64(t.RowHigh), float64(h), t.y)
	t.across.set(t.widthAll(), float64(w), t.x)
	t.arrangeHead(w)
	t.fillRows(w, h)
	t.placeEditor()
}

func (t *DataTable) paint(l look) {
	t.ground.look.FillColor = l.color(theme.Surface)
	t.ground.Refresh()
	t.headGround.FillColor = l.color(theme.Rail)
	t.corner.FillColor = l.color(theme.StrongLine)
	t.ring.Hide()
	t.paintHead(l)
}

func (t *DataTable) scrollTo(x, y float64) {
	t.x, t.y = x, y
	t.arrange(t.BaseWidget.Size())
	canvas.Refresh(t)
}

// ScrollTo brings a row into view without moving the active cell.
func (t *DataTable) ScrollTo(row int) {
	t.scrollTo(t.x, float64(t.clampRow(row))*float64(t.RowHigh))
}

// Scrolled is called by the toolkit; a table seen whole lets the page scroll.
func (t *DataTable) Scrolled(ev *fyne.ScrollEvent) {
	x, y := t.x, t.y
	t.scrollTo(t.x-float64(ev.Scrolled.DX), t.y-float64(ev.Scrolled.DY))
	if t.x == x && t.y == y {
		passWheel(t, ev)
	}
}

// reveal scrolls until the active cell shows.
func (t *DataTable) reveal() {
	w, h := t.view()
	if w == 0 || h == 0 || len(t.widths) == 0 {
		return
	}
	top := float64(t.row) * float64(t.RowHigh)
	if top < t.y {
		t.y = top
	} else if top+float64(t.RowHigh) > t.y+float64(h) {
		t.y = top + float64(t.RowHigh) - float64(h)
	}
	left, wide, stays := t.columnX(t.column), float64(t.columnWidth(t.column)), float64(t.frozenWide())
	switch {
	case stays > 0 && t.column == 0: // it is in sight
	case left-stays < t.x:
		t.x = left - stays
	case left+wide > t.x+float64(w):
		t.x = min(left-stays, left+wide-float64(w))
	}
}

// tablePart is a canvas for a part of the table; it keeps nothing but objects.
type tablePart struct {
	widget.BaseWidget
	objs []fyne.CanvasObject
}

func newTablePart() *tablePart {
	p := &tablePart{}
	p.ExtendBaseWidget(p)
	return p
}

func (p *tablePart) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }
func (p *tablePart) objects() []fyne.CanvasObject        { return p.objs }
func (p *tablePart) least() fyne.Size                    { return size(1, 1) }
func (p *tablePart) arrange(fyne.Size)                   {}
func (p *tablePart) paint(look)                          {}
