package pasting

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Measures of the preview.
const (
	boxWidth   float32 = 44
	leastCell  float32 = 150
	widestCell float32 = 320
	letter     float32 = 7.2 // width of a letter of small text, about
	lineHigh   float32 = 32
	noteHigh   float32 = 22
	wideLooks  int     = 200 // rows that decide how wide a column is
)

// grid is the preview: a field to choose over each column, and the rows. Only
// rows in view exist.
type grid struct {
	sheet  *sheet
	layout *columns
	head   []*kit.SelectField
	list   *list
	all    fyne.CanvasObject
}

func newGrid(s *sheet) *grid {
	g := &grid{sheet: s, layout: &columns{widths: widths(s)}}
	// The head scrolls by itself and takes the rows along: the toolkit clips
	// a list inside another scroll by its own edges only.
	head := container.New(&columns{widths: g.layout.widths}, kit.NewText("", kit.Small, theme.Ink))
	for i, c := range s.pasted.Columns {
		items := []kit.MenuItem{{Key: dropped, Text: s.t("drop")}}
		for _, choice := range c.Choices {
			items = append(items, kit.MenuItem{Key: choice.Field, Text: choice.Label})
		}
		pick := kit.NewSelectField(items, keyOf(c.Field), s.t("drop"), func(key string) {
			if key == dropped {
				key = ""
			}
			s.remap(i, key)
		})
		g.head = append(g.head, pick)
		head.Add(kit.Pad(6, 6, 8, 6, kit.Column(4, kit.NewBold(s.columnName(i), kit.Caption, theme.Second), pick)))
	}
	g.list = newList(
		func() int { return len(s.pasted.Rows) },
		func() fyne.CanvasObject { return newRow(g) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(i) })
	g.list.HideSeparators = true
	g.list.OnSelected = func(i widget.ListItemID) {
		g.list.Unselect(i)
		s.tick(i, !s.ticked(i))
		g.list.RefreshItem(i)
	}
	g.heights()
	scroll := container.NewHScroll(kit.Pad(0, 0, 8, 0, head))
	scroll.OnScrolled = func(at fyne.Position) {
		g.layout.offset = at.X
		g.list.Refresh()
	}
	top := kit.Column(0, kit.NewPanel(theme.Rail, scroll), kit.NewRule())
	g.all = kit.NewCard(container.NewBorder(top, nil, nil, nil, g.list))
	return g
}

// list is the toolkit's list, which keeps the keys it has no use for to itself: here
// Esc closes the dialog and Enter adds the rows also from it.
type list struct{ widget.List }

func newList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *list {
	l := &list{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey moves and ticks, and gives the rest to the dialog.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		l.List.TypedKey(ev)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

func keyOf(field string) string {
	if field == "" {
		return dropped
	}
	return field
}

func (g *grid) object() fyne.CanvasObject { return g.all }

// heights gives rows with something to tell a second line.
func (g *grid) heights() {
	for i := range g.sheet.pasted.Rows {
		high := lineHigh
		if g.remark(i) != "" {
			high += noteHigh
		}
		g.list.SetItemHeight(i, high)
	}
}

// refresh shows the rows as they are now.
func (g *grid) refresh() {
	for i, c := range g.sheet.pasted.Columns {
		g.head[i].Select(keyOf(c.Field))
	}
	g.heights()
	g.list.Refresh()
}

// remark is what there is to tell of a row: that it is there already, and the
// cells that could not be taken.
func (g *grid) remark(i int) string {
	var parts []string
	r := g.sheet.pasted.Rows[i]
	if r.Same != "" {
		key := "there"
		for _, other := range g.sheet.pasted.Rows[:i] {
			if other.Record.Ref().ID == r.Same {
				key = "repeated"
			}
		}
		parts = append(parts, g.sheet.t(key))
	}
	for _, f := range r.Problems {
		parts = append(parts, g.sheet.problem(f))
	}
	return strings.Join(parts, "; ")
}

// row is one row of the preview.
type row struct {
	widget.BaseWidget
	grid  *grid
	box   *kit.CheckBox
	cells []*kit.Text
	mark  *kit.Icon
	note  *kit.Text
	rule  *kit.Rule
	line  *fyne.Container
	at    int
}

func newRow(g *grid) *row {
	r := &row{grid: g, mark: kit.NewSmallIcon(kit.IconRemark, theme.Warn), note: kit.NewText("", kit.Caption, theme.Warn), rule: kit.NewRule()}
	r.box = kit.NewCheckBox("", "", false, func(on bool) { g.sheet.tick(r.at, on) })
	r.line = container.New(g.layout, kit.Pad(0, 0, 0, 12, r.box))
	for range g.sheet.pasted.Columns {
		t := kit.NewText("", kit.Small, theme.Ink)
		r.cells = append(r.cells, t)
		r.line.Add(kit.Pad(7, 8, 7, 8, t))
	}
	r.ExtendBaseWidget(r)
	return r
}

// show puts a row of the paste into the widget.
func (r *row) show(i int) {
	r.at = i
	s := r.grid.sheet
	data := s.pasted.Rows[i]
	r.box.SetChecked(s.ticked(i))
	wrong := map[int]bool{}
	for _, f := range data.Problems {
		wrong[f.Column-1] = true
	}
	for c, t := range r.cells {
		t.Color = theme.Ink
		switch {
		case s.pasted.Columns[c].Field == "":
			t.Color = theme.Off
		case wrong[c]:
			t.Color = theme.Warn
		case data.Same != "":
			t.Color = theme.Second
		}
		t.SetText(flat(data.Cells[c]))
		t.Refresh()
	}
	note := r.grid.remark(i)
	icon, ink := kit.IconRemark, theme.Warn
	if len(data.Problems) == 0 {
		icon, ink = kit.IconInfo, theme.Second
	}
	if note == "" {
		icon = ""
	}
	r.note.Color = ink
	r.note.SetText(note)
	r.note.Refresh()
	r.mark.Set(icon, ink)
	r.grid.layout.Layout(r.line.Objects, r.line.Size()) // it may have been scrolled
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(rowLayout{}, r.line, r.mark, r.note, r.rule))
}

// rowLayout sets the cells on the first line and the remark under them.
type rowLayout struct{}

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(boxWidth+leastCell, lineHigh) // the head is what scrolls
}

func (rowLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	line, mark, note, rule := objects[0], objects[1], objects[2], objects[3]
	line.Resize(fyne.NewSize(s.Width, lineHigh))
	line.Move(fyne.NewPos(0, 0))
	mark.Resize(fyne.NewSize(kit.SmallIconSide, kit.SmallIconSide))
	mark.Move(fyne.NewPos(boxWidth+8, lineHigh-2))
	note.Resize(fyne.NewSize(max(s.Width-boxWidth-40, 0), 16))
	note.Move(fyne.NewPos(boxWidth+8+kit.SmallIconSide+6, lineHigh-3))
	rule.Resize(fyne.NewSize(s.Width, 1))
	rule.Move(fyne.NewPos(0, s.Height-1))
}

// columns lays out a row: the box, then cells of at least their widths, which
// share what is left by those widths.
type columns struct {
	widths []float32
	offset float32 // scrolled to the left by
}

// MinSize is called by the toolkit.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(boxWidth, 0)
	for _, w := range c.widths {
		size.Width += w
	}
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout is called by the toolkit.
func (c *columns) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	least := c.MinSize(objects).Width - boxWidth
	factor := max((s.Width-boxWidth)/max(least, 1), 1)
	x := -c.offset
	for i, o := range objects {
		w := boxWidth
		if i > 0 {
			w = c.widths[i-1] * factor
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, s.Height))
		x += w
	}
}

// widths are the least widths of the columns by what is in them.
func widths(s *sheet) []float32 {
	var out []float32
	for i := range s.pasted.Columns {
		w := leastCell
		for _, r := range s.pasted.Rows[:min(len(s.pasted.Rows), wideLooks)] {
			w = max(w, float32(utf8.RuneCountInString(r.Cells[i]))*letter+16)
		}
		out = append(out, min(w, widestCell))
	}
	return out
}
