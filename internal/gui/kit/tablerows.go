package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// rowSlot holds the objects of one row on the screen. A row keeps its slot
// while it shows, so that a step of scrolling sets one row, not all.
type rowSlot struct {
	row     int
	line    *canvas.Rectangle
	ground  *canvas.Rectangle
	cells   []*cellSlot
	lead    [3]*canvas.Text // code, name and count of a group row
	leadPic *canvas.Image

	numberGround *canvas.Rectangle
	number       *canvas.Text
	chevron      *canvas.Image
}

type cellSlot struct {
	ground *canvas.Rectangle
	text   *canvas.Text
	icon   *canvas.Image
}

// frames are the rectangles laid over the cells: range and active cell.
type frames struct {
	tint, edge, ground, active *canvas.Rectangle
	groups                     []*canvas.Rectangle
}

func newRowSlot() *rowSlot {
	s := &rowSlot{
		row: -1, line: newBox(), ground: newBox(), leadPic: newPicture(),
		numberGround: newBox(), number: canvas.NewText("", nil), chevron: newPicture(),
	}
	for i := range s.lead {
		s.lead[i] = canvas.NewText("", nil)
	}
	return s
}

// dropSlots forgets what the slots show, after the data changed.
func (t *DataTable) dropSlots() {
	for _, s := range t.slots {
		s.row = -1
		t.free = append(t.free, s)
	}
	clear(t.slots)
}

// fillRows sets the rows that show.
func (t *DataTable) fillRows(w, h float32) {
	t.body.Resize(size(w, h))
	t.numbers.Resize(size(t.numberWide(), h))
	if t.frames.tint == nil {
		t.frames = frames{tint: newBox(), edge: newBox(), ground: newBox(), active: newBox()}
	}
	first := int(t.y / float64(t.RowHigh))
	last := min(int((t.y+float64(h))/float64(t.RowHigh)), t.data.Rows-1)
	if h <= 0 {
		last = first - 1
	}
	for row, s := range t.slots {
		if row < first || row > last {
			s.row = -1
			t.free = append(t.free, s)
			delete(t.slots, row)
		}
	}
	l := lookOf(t)
	for row := first; row <= last; row++ {
		s := t.slots[row]
		if s == nil {
			s = t.takeSlot()
			t.slots[row] = s
		}
		s.row = row
		t.setRow(l, s, w)
	}
	t.setFrames(l, h)
	t.collect(first, last)
	if stays := t.frozenObjects(l, first, last, h); stays != nil {
		top := len(t.body.objs) - 2 // under the frames of range and active cell
		t.body.objs = append(append(t.body.objs[:top:top], stays...), t.frames.edge, t.frames.active)
	}
}

func (t *DataTable) takeSlot() *rowSlot {
	if n := len(t.free); n > 0 {
		s := t.free[n-1]
		t.free = t.free[:n-1]
		return s
	}
	return newRowSlot()
}

// collect lists the objects on the screen in the order they are painted.
func (t *DataTable) collect(first, last int) {
	b, n := t.body.objs[:0], t.numbers.objs[:0]
	for row := first; row <= last; row++ {
		s := t.slots[row]
		b = append(b, s.ground)
		n = append(n, s.numberGround, s.number, s.chevron)
	}
	for row := first; row <= last; row++ {
		for _, c := range t.slots[row].cells {
			b = append(b, c.ground)
		}
	}
	b = append(b, t.frames.tint, t.frames.ground)
	for row := first; row <= last; row++ {
		b = append(b, t.slots[row].line)
	}
	for _, g := range t.frames.groups {
		b = append(b, g)
	}
	for row := first; row <= last; row++ {
		s := t.slots[row]
		for _, c := range s.cells {
			b = append(b, c.text, c.icon)
		}
		b = append(b, s.lead[0], s.lead[1], s.lead[2], s.leadPic)
	}
	t.body.objs = append(b, t.frames.edge, t.frames.active)
	t.numbers.objs = n
}

// setRow shows one row in its slot.
func (t *DataTable) setRow(l look, s *rowSlot, w float32) {
	info := t.data.Row(s.row)
	y := float32(float64(s.row)*float64(t.RowHigh) - t.y)
	place(s.ground, 0, y, w, t.RowHigh)
	place(s.line, 0, y+t.RowHigh-1, w, 1)
	s.line.FillColor = l.color(theme.Line)
	s.ground.FillColor = l.color(theme.None)
	if info.Group {
		s.ground.FillColor = l.color(theme.Ground)
	}
	t.setNumber(l, s, info, y)
	t.setCells(l, s, info, y, w)
	t.setLead(l, s, info, y)
}

func (t *DataTable) setNumber(l look, s *rowSlot, info TableRow, y float32) {
	sel, numbers := t.Selection(), t.numberWide()
	active := s.row == t.row
	fill, ink := theme.Rail, theme.Second
	if s.row >= sel.Top && s.row <= sel.Bottom && active {
		fill, ink = theme.Tint, theme.Accent
	}
	if info.Group {
		fill = theme.Ground
	}
	place(s.numberGround, 0, y, numbers, t.RowHigh-1)
	s.numberGround.FillColor = l.color(fill)
	set(s.number, info.Number, 12, l.color(ink))
	s.number.TextStyle.Monospace = true
	s.number.TextStyle.Bold = active
	s.number.Alignment = fyne.TextAlignTrailing
	place(s.number, 0, y+floor((t.RowHigh-16)/2), numbers-cellInset, 16)
	icon := ""
	if info.Group {
		icon = IconOpen
		if info.Open {
			icon = IconDown
		}
		s.number.Text = ""
	}
	place(s.chevron, numbers-cellInset-IconSide+2, y+floor((t.RowHigh-IconSide)/2), IconSide, IconSide)
	l.picture(s.chevron, icon, theme.Second, true)
}

// setCells shows the cells between the left and the right edge of the view.
func (t *DataTable) setCells(l look, s *rowSlot, info TableRow, y, w float32) {
	used, stays := 0, t.frozenWide()
	for c := range t.data.Columns {
		x := float32(t.columnX(c) - t.x)
		wide := t.columnWidth(c)
		if x+wide <= stays || x >= w || stays > 0 && c == 0 {
			continue
		}
		if info.Group && c < t.firstNumber() {
			continue
		}
		if used == len(s.cells) {
			s.cells = append(s.cells, &cellSlot{ground: newBox(), text: canvas.NewText("", nil), icon: newPicture()})
		}
		t.setCell(l, s.cells[used], t.data.Cell(s.row, c), t.data.Columns[c].Number, x, y, wide)
		used++
	}
	for _, c := range s.cells[used:] {
		showIf(c.ground, false)
		showIf(c.text, false)
		showIf(c.icon, false)
	}
}

func (t *DataTable) firstNumber() int {
	for i, c := range t.data.Columns {
		if c.Number {
			return i
		}
	}
	return len(t.data.Columns)
}

func (t *DataTable) setCell(l look, s *cellSlot, c Cell, number bool, x, y, wide float32) {
	st := fyne.TextStyle{Bold: c.Bold, Monospace: number && figuresOnly(c.Text)}
	room, at := wide-2*cellInset, x+cellInset
	if c.Icon != "" {
		place(s.icon, at, y+floor((t.RowHigh-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		at += SmallIconSide + 4
		room -= SmallIconSide + 4
	}
	ink := c.Color
	if ink == "" {
		ink = theme.Ink
	}
	l.picture(s.icon, c.Icon, ink, true)
	showIf(s.ground, c.Ground != "")
	s.ground.FillColor = l.color(c.Ground)
	place(s.ground, x, y, wide, t.RowHigh-1)
	s.text.TextSize, s.text.TextStyle, s.text.Color = 13, st, l.color(ink)
	s.text.Text = fit(c.Text, max(room, 0), func(v string) float32 {
		if v == "" {
			return 0
		}
		return fyne.MeasureText(v, 13, st).Width
	})
	s.text.Alignment = fyne.TextAlignLeading
	if number {
		s.text.Alignment = fyne.TextAlignTrailing
	}
	showIf(s.text, c.Text != "")
	place(s.text, at, y+floor((t.RowHigh-18)/2), room, 18)
}

// setLead shows code, name and count of a group row over the leading columns.
func (t *DataTable) setLead(l look, s *rowSlot, info TableRow, y float32) {
	for _, x := range s.lead {
		showIf(x, info.Group)
	}
	if !info.Group {
		l.picture(s.leadPic, "", theme.Ink, true)
		return
	}
	x := float32(-t.x) + cellInset
	end := float32(t.columnX(t.firstNumber())-t.x) - cellInset
	l.picture(s.leadPic, info.Icon, theme.Ink, true)
	if info.Icon != "" {
		place(s.leadPic, x, y+floor((t.RowHigh-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		x += SmallIconSide + 8
	}
	for i, part := range []string{info.Code, info.Text, info.Note} {
		st := fyne.TextStyle{Bold: i < 2}
		ink := theme.Ink
		if i == 2 {
			ink = theme.Second
		}
		set(s.lead[i], "", 13, l.color(ink))
		s.lead[i].TextStyle = st
		if part == "" {
			continue
		}
		measure := func(v string) float32 { return fyne.MeasureText(v, 13, st).Width }
		s.lead[i].Text = fit(part, max(end-x, 0), measure)
		w := measure(s.lead[i].Text)
		place(s.lead[i], x, y+floor((t.RowHigh-18)/2), w, 18)
		x += w + 8
	}
}

// setFrames lays range, active cell and the lines between groups over the rows.
func (t *DataTable) setFrames(l look, h float32) {
	sel := t.Selection()
	many := sel.Rows() > 1 || sel.Columns() > 1
	f := t.frames
	top := float64(sel.Top)*float64(t.RowHigh) - t.y
	foot := float64(sel.Bottom+1)*float64(t.RowHigh) - t.y
	// What lies far outside the screen is cut there: float32 counts no further.
	top, foot = max(top, -2*float64(t.RowHigh)), min(foot, float64(h)+2*float64(t.RowHigh))
	some := t.data.Rows > 0 && len(t.widths) > 0
	seen := some
	if some {
		left, right := t.span(sel.Left, sel.Right)
		place(f.tint, left, float32(top), right-left, float32(foot-top)-1)
		place(f.edge, left-1, float32(top)-1, right-left+1, float32(foot-top)+1)
		y := min(max(float64(t.row)*float64(t.RowHigh)-t.y, -4*float64(t.RowHigh)), float64(h)+4*float64(t.RowHigh))
		x, end := t.span(t.column, t.column)
		place(f.ground, x, float32(y), end-x-1, t.RowHigh-1)
		place(f.active, x-1, float32(y)-1, end-x+1, t.RowHigh+1)
		seen = end > x // else it lies under the column that stays
	}
	f.tint.FillColor, f.ground.FillColor = l.color(theme.Tint), l.color(theme.Surface)
	f.edge.FillColor, f.edge.StrokeColor, f.edge.StrokeWidth = l.color(theme.None), l.color(theme.Accent), l.line()
	f.active.FillColor, f.active.StrokeColor, f.active.StrokeWidth = l.color(theme.None), l.color(theme.Accent), l.size(theme.SizeFocus)
	if !t.focused {
		f.active.StrokeColor = l.color(theme.TintLine)
	}
	showIf(f.tint, some && many)
	showIf(f.edge, some && many)
	showIf(f.ground, seen && many)
	showIf(f.active, seen)
	t.setGroupLines(l, h)
}

func (t *DataTable) setGroupLines(l look, h float32) {
	n := 0
	foot := min(h, float32(float64(t.data.Rows)*float64(t.RowHigh)-t.y))
	for _, g := range t.headGroups {
		if g.first == 0 || !t.grouped() {
			continue
		}
		if n == len(t.frames.groups) {
			t.frames.groups = append(t.frames.groups, newBox())
		}
		line := t.frames.groups[n]
		line.FillColor = l.color(theme.Line)
		showIf(line, true)
		place(line, float32(t.columnX(g.first)-t.x), 0, 1, foot)
		n++
	}
	for _, line := range t.frames.groups[n:] {
		showIf(line, false)
	}
}
