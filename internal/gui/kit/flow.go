package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// cardsLayout and flowLayout depend on the width they were last given, as text
// that wraps does; the toolkit lays out again when their least size changes.

type cardsLayout struct {
	least float32
	most  int
	gap   float32
	even  bool // room is kept for as many as fit
	width float32
}

func (c *cardsLayout) columns(width float32, n int) int {
	fit := int((width + c.gap) / (c.least + c.gap))
	if c.even {
		n = c.most
	}
	return max(min(fit, c.most, n), 1)
}

func (c *cardsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	if len(shown) == 0 {
		return size(0, 0)
	}
	width := c.width
	if width == 0 {
		width = c.least*float32(c.most) + c.gap*float32(c.most-1)
	}
	total := float32(0)
	for _, h := range c.rows(shown, c.columns(width, len(shown))) {
		total += h + c.gap
	}
	return size(c.least, total-c.gap)
}

// rows returns the height of each row: that of its tallest card.
func (c *cardsLayout) rows(shown []fyne.CanvasObject, columns int) []float32 {
	var heights []float32
	for i, o := range shown {
		if i%columns == 0 {
			heights = append(heights, 0)
		}
		last := len(heights) - 1
		heights[last] = max(heights[last], o.MinSize().Height)
	}
	return heights
}

func (c *cardsLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	c.width = s.Width
	shown := visible(objects)
	if len(shown) == 0 {
		return
	}
	columns := c.columns(s.Width, len(shown))
	width := (s.Width - c.gap*float32(columns-1)) / float32(columns)
	for _, o := range shown {
		heightAt(o, width)
	}
	for row := range slices.Chunk(shown, columns) {
		keepLevel(row)
		keepCardsLevel(row, width)
	}
	heights := c.rows(shown, columns)
	if len(heights) == 1 {
		heights[0] = max(heights[0], s.Height)
	}
	y := float32(0)
	for i, o := range shown {
		column := i % columns
		if column == 0 && i > 0 {
			y += heights[i/columns-1] + c.gap
		}
		// Whole units keep frames sharp.
		left := float32(int(float32(column) * (width + c.gap)))
		right := float32(int(float32(column)*(width+c.gap) + width))
		place(o, left, y, right-left, heights[i/columns])
	}
}

type flowLayout struct {
	gap   float32
	width float32
}

func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range visible(objects) {
		widest = max(widest, o.MinSize().Width)
	}
	width := f.width
	if width == 0 {
		width = 1e6
	}
	return size(widest, f.walk(objects, width, nil))
}

func (f *flowLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.walk(objects, s.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		place(o, x, y, m.Width, m.Height)
	})
}

// walk visits each object with its place, centred on its line, and returns the
// height of all lines.
func (f *flowLayout) walk(objects []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, float32, float32, fyne.Size)) float32 {
	y := float32(0)
	shown := visible(objects)
	for len(shown) > 0 {
		n, tall := f.line(shown, width)
		x := float32(0)
		for _, o := range shown[:n] {
			m := flowSize(o, width)
			if visit != nil {
				visit(o, x, y+floor((tall-m.Height)/2), m)
			}
			x += m.Width + f.gap
		}
		shown = shown[n:]
		y += tall
		if len(shown) > 0 {
			y += f.gap
		}
	}
	return y
}

// line tells how many objects fit into a line, one at least, and how high it is.
func (f *flowLayout) line(shown []fyne.CanvasObject, width float32) (n int, tall float32) {
	x := float32(0)
	for i, o := range shown {
		m := flowSize(o, width)
		if i > 0 && x+m.Width > width {
			return i, tall
		}
		x += m.Width + f.gap
		tall = max(tall, m.Height)
	}
	return len(shown), tall
}

// flowSize is what an object takes of lines of that width: all it has to show,
// or what it can do with where that is wider than a line.
func flowSize(o fyne.CanvasObject, width float32) fyne.Size {
	m := o.MinSize()
	m.Width = max(min(Whole(o), width), m.Width)
	return m
}

// dockLayout knows its objects by their edge.
type dockLayout struct{ top, bottom, left, right, middle fyne.CanvasObject }

func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return size(0, 0)
	}
	return o.MinSize()
}

func (d *dockLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, l, r, m := least(d.top), least(d.bottom), least(d.left), least(d.right), least(d.middle)
	return size(
		max(t.Width, b.Width, l.Width+m.Width+r.Width),
		t.Height+max(l.Height, m.Height, r.Height)+b.Height)
}

func (d *dockLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	from, to := float32(0), s.Height
	if d.top != nil && d.top.Visible() {
		h := heightAt(d.top, s.Width)
		place(d.top, 0, 0, s.Width, h)
		from = h
	}
	if d.bottom != nil && d.bottom.Visible() {
		h := heightAt(d.bottom, s.Width)
		place(d.bottom, 0, s.Height-h, s.Width, h)
		to -= h
	}
	left, right := least(d.left).Width, least(d.right).Width
	if d.left != nil {
		place(d.left, 0, from, left, to-from)
	}
	if d.right != nil {
		place(d.right, s.Width-right, from, right, to-from)
	}
	if d.middle != nil {
		place(d.middle, left, from, s.Width-left-right, to-from)
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}
