package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Column stacks objects with a gap. Text that wraps gets the height it needs
// at the column's width. Spacers (layout.NewSpacer) share what is left.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap}, objects...)
}

// Row sets objects side by side with a gap, centred on the height of the row.
// What is Flex or a spacer shares the width that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap: gap}, objects...)
}

// TopRow is a Row whose objects hang from its upper edge.
func TopRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap: gap, top: true}, objects...)
}

// Pad puts free space round an object.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(padLayout{top, right, bottom, left}, o)
}

// Fixed gives an object a size; 0 leaves that side to the object.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{width, height}, o)
}

// Cards sets objects in columns of one width, as many as fit with at least
// least units each, up to most.
func Cards(least float32, most int, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&cardsLayout{least: least, most: most, gap: gap}, objects...)
}

// Grid is Cards whose columns stay as wide where there are fewer objects than
// columns: the fields of a form stand under one another.
func Grid(least float32, most int, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&cardsLayout{least: least, most: most, gap: gap, even: true}, objects...)
}

// Wrapped sets objects in lines and breaks the line when it is full: chips.
func Wrapped(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

// Dock sets objects along the edges and one in the middle, without gaps; any of
// them may be nil. What is above and below stands later in the tree than the
// middle: the toolkit lets a table that scrolls within something scrolled take
// clicks beyond what is seen of it, and of objects in one place the last is
// clicked. It is the order of the focus too: side, middle, head, foot.
func Dock(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	d := &dockLayout{top: top, bottom: bottom, left: left, right: right, middle: middle}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{left, middle, right, top, bottom} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(d, all...)
}

// flexible marks what a Row stretches.
type flexible interface{ flexes() bool }

// flex is the wrapper of Flex.
type flex struct {
	widget.BaseWidget
	objs []fyne.CanvasObject
}

// Flex lets an object take the free width of its Row.
func Flex(o fyne.CanvasObject) fyne.CanvasObject {
	f := &flex{objs: []fyne.CanvasObject{o}}
	f.ExtendBaseWidget(f)
	return f
}

// Whole is the width at which it shows all.
func (f *flex) Whole() float32 { return Whole(f.objs[0]) }

func (f *flex) flexes() bool                        { return true }
func (f *flex) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }
func (f *flex) objects() []fyne.CanvasObject        { return f.objs }
func (f *flex) least() fyne.Size                    { return f.objs[0].MinSize() }
func (f *flex) arrange(s fyne.Size)                 { place(f.objs[0], 0, 0, s.Width, s.Height) }
func (f *flex) paint(look)                          {}

func stretches(o fyne.CanvasObject) bool {
	if f, ok := o.(flexible); ok {
		return f.flexes()
	}
	s, ok := o.(interface{ ExpandHorizontal() bool })
	return ok && s.ExpandHorizontal()
}

func fillsDown(o fyne.CanvasObject) bool {
	s, ok := o.(interface{ ExpandVertical() bool })
	return ok && s.ExpandVertical()
}

// heightAt returns the height an object wants once it is that wide.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(size(width, o.Size().Height))
	}
	return o.MinSize().Height
}

type columnLayout struct{ gap float32 }

func (c columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	n := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		m.Width = max(m.Width, s.Width)
		m.Height += s.Height
		n++
	}
	m.Height += c.gap * float32(max(n-1, 0))
	return m
}

func (c columnLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	used, spacers, n := float32(0), 0, 0
	heights := make([]float32, len(objects))
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		if fillsDown(o) {
			spacers++
			continue
		}
		heights[i] = heightAt(o, s.Width)
		used += heights[i]
	}
	used += c.gap * float32(max(n-1, 0))
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if fillsDown(o) {
			heights[i] = max(s.Height-used, 0) / float32(spacers)
		}
		place(o, 0, y, s.Width, heights[i])
		y += heights[i] + c.gap
	}
}

type rowLayout struct {
	gap float32
	top bool
}

func (r rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	n := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		m.Height = max(m.Height, s.Height)
		m.Width += s.Width
		n++
	}
	m.Width += r.gap * float32(max(n-1, 0))
	return m
}

func (r rowLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	used, flexing, n := float32(0), 0, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		if stretches(o) {
			flexing++
			continue
		}
		used += o.MinSize().Width
	}
	used += r.gap * float32(max(n-1, 0))
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if stretches(o) {
			w = max(s.Width-used, 0) / float32(flexing)
		}
		h := heightAt(o, w)
		y := float32(0)
		if !r.top {
			y = float32(int((s.Height - h) / 2))
		}
		place(o, x, y, w, h)
		x += w + r.gap
	}
}

type padLayout struct{ top, right, bottom, left float32 }

func (p padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := size(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

func (p padLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, p.left, p.top, s.Width-p.left-p.right, s.Height-p.top-p.bottom)
	}
}

type fixedLayout struct{ width, height float32 }

func (f fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := size(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	if f.width > 0 {
		m.Width = f.width
	}
	if f.height > 0 {
		m.Height = f.height
	}
	return m
}

func (f fixedLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, s.Width, s.Height)
	}
}

// Rule is a separating line, lying or standing.
type Rule struct {
	widget.BaseWidget
	standing bool
	line     *canvas.Rectangle
	objs     []fyne.CanvasObject
}

// NewRule returns a line across.
func NewRule() *Rule { return newRule(false) }

// NewStandingRule returns a line from top to bottom.
func NewStandingRule() *Rule { return newRule(true) }

func newRule(standing bool) *Rule {
	r := &Rule{standing: standing, line: newBox()}
	r.objs = []fyne.CanvasObject{r.line}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *Rule) objects() []fyne.CanvasObject { return r.objs }

func (r *Rule) least() fyne.Size {
	w := lookOf(r).line()
	return size(w, w)
}

func (r *Rule) arrange(s fyne.Size) { place(r.line, 0, 0, s.Width, s.Height) }

func (r *Rule) paint(l look) { r.line.FillColor = l.color(theme.Line) }
