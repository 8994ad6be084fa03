package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// headCell is the title of a column with its sort mark.
type headCell struct {
	text *canvas.Text
	sort *canvas.Image
}

// headGroup is a name over neighbouring columns.
type headGroup struct {
	first, last int
	text        *canvas.Text
	edge        *canvas.Rectangle
}

// buildHead makes the objects of the header anew.
func (t *DataTable) buildHead() {
	t.head.objs = t.head.objs[:0]
	t.headCells, t.headGroups = nil, nil
	t.headLine = newBox()
	t.head.objs = append(t.head.objs, t.headLine)
	for i, c := range t.data.Columns {
		cell := headCell{text: canvas.NewText("", nil), sort: newPicture()}
		t.headCells = append(t.headCells, cell)
		if i > 0 { // the first may stay, and then lies over the others
			t.head.objs = append(t.head.objs, cell.text, cell.sort)
		}
		if n := len(t.headGroups); n > 0 && t.data.Columns[i-1].Group == c.Group && c.Group != "" {
			t.headGroups[n-1].last = i
			continue
		}
		g := headGroup{first: i, last: i, text: canvas.NewText("", nil), edge: newBox()}
		t.headGroups = append(t.headGroups, g)
		t.head.objs = append(t.head.objs, g.text, g.edge)
	}
	t.head.objs = append(t.head.objs, t.frozen.head)
	if len(t.headCells) > 0 {
		t.head.objs = append(t.head.objs, t.headCells[0].text, t.headCells[0].sort)
	}
}

func (t *DataTable) arrangeHead(w float32) {
	t.head.Resize(size(w, t.headHigh()))
	grouped := t.grouped()
	titles := float32(0)
	if grouped {
		titles = headRow
	}
	place(t.headLine, 0, headRow, w, 1)
	showIf(t.headLine, grouped)
	for i, cell := range t.headCells {
		t.placeTitle(i, cell, t.cellX(i), t.columnWidth(i), titles)
	}
	stays := t.frozenWide()
	showIf(t.frozen.head, stays > 0)
	place(t.frozen.head, 0, 0, stays, t.headHigh())
	for _, g := range t.headGroups {
		left := float32(t.columnX(g.first) - t.x)
		right := float32(t.columnX(g.last)-t.x) + t.columnWidth(g.last)
		c := t.data.Columns[g.first]
		place(g.text, left+cellInset, 5, right-left-2*cellInset, 18)
		g.text.Text = fit(c.Group, right-left-2*cellInset, func(s string) float32 {
			return fyne.MeasureText(s, 13, fyne.TextStyle{Bold: true}).Width
		})
		g.text.Alignment = fyne.TextAlignLeading
		if c.Number {
			g.text.Alignment = fyne.TextAlignCenter
		}
		showIf(g.text, grouped)
		place(g.edge, left, 0, 1, t.headHigh())
		showIf(g.edge, grouped && g.first > 0)
	}
}

func (t *DataTable) placeTitle(i int, cell headCell, x, wide, y float32) {
	c := t.data.Columns[i]
	room := wide - 2*cellInset
	sorted := i == t.SortColumn
	if sorted {
		room -= SmallIconSide - 2
	}
	letter := cell.text.TextSize
	st := cell.text.TextStyle
	cell.text.Text = fit(c.Title, max(room, 0), func(s string) float32 { return fyne.MeasureText(s, letter, st).Width })
	place(cell.text, x+cellInset, y+5, room, 18)
	cell.text.Alignment = fyne.TextAlignLeading
	at := x + cellInset + fyne.MeasureText(cell.text.Text, letter, st).Width
	if c.Number {
		cell.text.Alignment = fyne.TextAlignTrailing
		at = x + wide - cellInset - SmallIconSide
	}
	place(cell.sort, at, y+7, SmallIconSide, SmallIconSide)
}

func (t *DataTable) paintHead(l look) {
	t.headLine.FillColor, t.frozen.head.FillColor = l.color(theme.Line), l.color(theme.Rail)
	for i, cell := range t.headCells {
		cell.text.TextSize, cell.text.Color = 12, l.color(theme.Second)
		icon := ""
		if i == t.SortColumn {
			icon = IconDown
			if t.SortDown {
				icon = IconUp
			}
		}
		l.picture(cell.sort, icon, theme.Second, true)
	}
	for _, g := range t.headGroups {
		g.text.TextSize, g.text.Color, g.text.TextStyle.Bold = 13, l.color(theme.Ink), true
		g.edge.FillColor = l.color(theme.Line)
	}
}
