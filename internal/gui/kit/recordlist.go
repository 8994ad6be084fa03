package kit

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// RecordList is a list of any length: only the rows that show exist. One row
// is selected; it is one stop for Tab, and inside it the arrows, Home, End,
// PgUp and PgDn move, Enter opens and Space ticks.
type RecordList struct {
	widget.BaseWidget
	// OnSelect is called when the user moves the selection, OnOpen on Enter
	// and on a click on the selected row, OnCheck when a box is ticked.
	OnSelect func(i int)
	OnOpen   func(i int)
	OnCheck  func(i int, on bool)
	// OnMenu is asked for the menu of a row, which was chosen before, at a place
	// of the window.
	OnMenu func(i int, at fyne.Position)
	// OpenOnTap calls OnOpen at the first click already.
	OpenOnTap bool
	// OnKey and OnShortcut may take a key or a combination before the list does.
	OnKey      func(*fyne.KeyEvent) bool
	OnShortcut func(fyne.Shortcut) bool

	count    int
	item     func(i int) RowItem
	headings []int
	high     float32
	selected int
	offset   float64
	focused  bool

	ground *canvas.Rectangle
	cells  []*listCell
	body   *fyne.Container
	clip   *container.Clip
	bar    *scrollBar
	objs   []fyne.CanvasObject
}

// NewRecordList returns a list whose rows are rowHeight high: TallHeight for
// two lines, PaletteRowHeight or RowHeight for one.
func NewRecordList(rowHeight float32, onSelect func(i int)) *RecordList {
	l := &RecordList{OnSelect: onSelect, high: rowHeight, selected: -1, ground: newBox(), item: func(int) RowItem { return RowItem{} }}
	l.body = container.NewWithoutLayout()
	l.clip = container.NewClip(l.body)
	l.bar = newScrollBar(true, l.scrollTo)
	l.objs = []fyne.CanvasObject{l.ground, l.clip, l.bar}
	l.ExtendBaseWidget(l)
	return l
}

// SetItems exchanges what is listed: item is asked for the rows that show. The
// selection stays at its number where there still is one.
func (l *RecordList) SetItems(count int, item func(i int) RowItem) {
	l.set(count, nil, item)
}

// SetParts is SetItems for a list with headings, which take less room than the rows
// between them: item is asked for all rows.
func (l *RecordList) SetParts(count int, item func(i int) RowItem) {
	var headings []int
	for i := range count {
		if item(i).Heading {
			headings = append(headings, i)
		}
	}
	l.set(count, headings, item)
}

func (l *RecordList) set(count int, headings []int, item func(i int) RowItem) {
	l.count, l.headings, l.item = count, headings, item
	l.selected = min(l.selected, count-1)
	l.Refresh()
}

// Select marks a row and scrolls to it without calling OnSelect; -1 is none.
func (l *RecordList) Select(i int) {
	l.selected = min(max(i, -1), l.count-1)
	l.reveal()
	l.Refresh()
}

// Selected returns the number of the marked row, -1 if none is.
func (l *RecordList) Selected() int { return l.selected }

// Focusable returns what takes the focus.
func (l *RecordList) Focusable() fyne.Focusable { return l }

// CreateRenderer is called by the toolkit.
func (l *RecordList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *RecordList) objects() []fyne.CanvasObject { return l.objs }
func (l *RecordList) least() fyne.Size             { return size(160, l.high) }

// headingHigh is the height of a heading between rows of two lines.
const headingHigh float32 = 40

func (l *RecordList) total() float64 { return l.top(l.count) }

// top is how far down a row begins, highOf how high it is.
func (l *RecordList) top(i int) float64 {
	above := sort.SearchInts(l.headings, i)
	return float64(i)*float64(l.high) - float64(above)*float64(l.high-min(headingHigh, l.high))
}

func (l *RecordList) highOf(i int) float32 {
	if _, heading := slices.BinarySearch(l.headings, i); heading {
		return min(headingHigh, l.high)
	}
	return l.high
}

func (l *RecordList) arrange(s fyne.Size) {
	place(l.ground, 0, 0, s.Width, s.Height)
	place(l.clip, 0, 0, s.Width, s.Height)
	place(l.bar, s.Width-barWidth, 0, barWidth, s.Height)
	l.fill(s)
}

// fill sets the rows that show. A row keeps its cell while it is on the
// screen, so that scrolling by one changes one.
func (l *RecordList) fill(s fyne.Size) {
	l.offset = min(max(l.offset, 0), max(l.total()-float64(s.Height), 0))
	l.bar.set(l.total(), float64(s.Height), l.offset)
	need := 0
	if s.Height > 0 {
		need = int(s.Height/l.high) + 2
		if len(l.headings) > 0 {
			need = int(s.Height/min(headingHigh, l.high)) + 2
		}
	}
	for len(l.cells) < need {
		c := newListCell(l)
		l.cells = append(l.cells, c)
		l.body.Objects = append(l.body.Objects, c)
	}
	first := sort.Search(l.count, func(i int) bool { return l.top(i+1) > l.offset })
	for k := range l.cells {
		l.cells[k].index = -1
	}
	for i := first; i < first+need && i < l.count; i++ {
		c := l.cells[i%len(l.cells)]
		c.index = i
		c.face.item = l.item(i)
		c.face.selected = i == l.selected
		place(c, 0, float32(l.top(i)-l.offset), s.Width, l.highOf(i))
	}
	for _, c := range l.cells {
		showIf(c, c.index >= 0)
		if c.index >= 0 {
			c.Refresh()
		}
	}
}

func (l *RecordList) paint(lk look) { l.ground.FillColor = lk.color(theme.None) }

func (l *RecordList) scrollTo(offset float64) {
	l.offset = offset
	l.fill(l.BaseWidget.Size())
	canvas.Refresh(l)
}

// reveal scrolls until the selected row shows.
func (l *RecordList) reveal() {
	if l.selected < 0 {
		return
	}
	top, end := l.top(l.selected), l.top(l.selected+1)
	seen := float64(l.Size().Height)
	if top < l.offset {
		l.offset = top
	} else if end > l.offset+seen && seen > 0 {
		l.offset = end - seen
	}
}

// Scrolled is called by the toolkit; a list seen whole lets the page scroll.
func (l *RecordList) Scrolled(ev *fyne.ScrollEvent) {
	before := l.offset
	l.scrollTo(l.offset - float64(ev.Scrolled.DY))
	if l.offset == before {
		passWheel(l, ev)
	}
}

// FocusGained is called by the toolkit; the first row is selected if none is.
func (l *RecordList) FocusGained() {
	l.focused = true
	if l.selected < 0 && l.count > 0 {
		l.move(0, 1)
	}
	l.Refresh()
	revealSome(l)
}

// FocusLost is called by the toolkit.
func (l *RecordList) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedRune takes no text.
func (l *RecordList) TypedRune(rune) {}

// TypedKey moves, opens and ticks.
func (l *RecordList) TypedKey(ev *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(ev) {
		return
	}
	page := max(int(l.Size().Height/l.high)-1, 1)
	switch ev.Name {
	case fyne.KeyUp:
		l.move(l.selected-1, -1)
	case fyne.KeyDown:
		l.move(l.selected+1, 1)
	case fyne.KeyHome:
		l.move(0, 1)
	case fyne.KeyEnd:
		l.move(l.count-1, -1)
	case fyne.KeyPageUp:
		l.move(max(l.selected-page, 0), -1)
	case fyne.KeyPageDown:
		l.move(min(l.selected+page, l.count-1), 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.selected >= 0 && l.OnOpen != nil {
			l.OnOpen(l.selected)
			return
		}
		passOn(l, ev)
	case fyne.KeySpace:
		l.tick(l.selected)
	case desktop.KeyMenu:
		l.askMenu()
	default:
		passOn(l, ev)
	}
}

// TypedShortcut gives what OnShortcut does not take to the window.
func (l *RecordList) TypedShortcut(s fyne.Shortcut) {
	if l.OnShortcut == nil || !l.OnShortcut(s) {
		passShortcut(l, s)
	}
}

// Step moves the selection from outside: a search field above the list that
// keeps the focus while the arrows move through what it found.
func (l *RecordList) Step(by int) { l.move(l.selected+by, by) }

// move selects a row, or the next one beyond it that is not a heading.
func (l *RecordList) move(to, by int) {
	if by == 0 {
		by = 1
	}
	for to >= 0 && to < l.count && l.item(to).Heading {
		to += by / abs(by)
	}
	if to < 0 || to >= l.count || to == l.selected {
		return
	}
	l.selected = to
	l.reveal()
	l.Refresh()
	if l.OnSelect != nil {
		l.OnSelect(to)
	}
}

func (l *RecordList) tick(i int) {
	if i < 0 || i >= l.count || l.OnCheck == nil {
		return
	}
	it := l.item(i)
	if it.Check {
		l.OnCheck(i, !it.Checked)
		l.Refresh()
	}
}

func (l *RecordList) tapped(c *listCell, x float32) {
	FocusOn(l)
	switch {
	case c.index < 0 || c.face.item.Heading:
	case c.face.onBox(x):
		l.tick(c.index)
	case l.OnOpen != nil && (l.OpenOnTap || c.index == l.selected):
		l.move(c.index, 1)
		l.OnOpen(c.index)
	default:
		l.move(c.index, 1)
	}
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}

// listCell is a row of a RecordList; the list has the focus.
type listCell struct {
	widget.BaseWidget
	list  *RecordList
	index int
	face  *rowFace
	line  *canvas.Rectangle
	objs  []fyne.CanvasObject
}

func newListCell(l *RecordList) *listCell {
	c := &listCell{list: l, index: -1, face: newRowFace(RowItem{}), line: newBox()}
	c.face.pressed = true
	c.objs = append(append([]fyne.CanvasObject{}, c.face.objs...), c.line)
	c.ExtendBaseWidget(c)
	return c
}

func (c *listCell) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }
func (c *listCell) objects() []fyne.CanvasObject        { return c.objs }
func (c *listCell) least() fyne.Size                    { return size(80, c.list.high) }
func (c *listCell) Tapped(ev *fyne.PointEvent)          { c.list.tapped(c, ev.Position.X) }
func (c *listCell) MouseMoved(*desktop.MouseEvent)      {}

func (c *listCell) MouseIn(*desktop.MouseEvent) {
	c.face.hovered = true
	c.Refresh()
}

func (c *listCell) MouseOut() {
	c.face.hovered = false
	c.Refresh()
}

func (c *listCell) arrange(s fyne.Size) {
	c.face.arrange(s)
	place(c.line, 0, s.Height-1, s.Width, 1)
}

func (c *listCell) paint(l look) {
	c.face.paint(l, c.list.focused && c.index == c.list.selected)
	c.line.FillColor = l.color(theme.Line)
	showIf(c.line, c.list.high >= twoLines)
}
