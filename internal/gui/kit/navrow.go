package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// navRow is one entry of the side bar. It takes the pointer, the list has the
// focus.
type navRow struct {
	widget.BaseWidget
	list                      *NavList
	item                      NavItem
	selected, focused, folded bool
	hovered                   bool

	ground, bar, ring *canvas.Rectangle
	icon              *canvas.Image
	label, count      *canvas.Text
	marks             []*Mark
	shown             int // of the marks, from the heaviest
	objs              []fyne.CanvasObject
}

func newNavRow(list *NavList, item NavItem) *navRow {
	r := &navRow{
		list: list, item: item, ground: newBox(), bar: newBox(), ring: newBox(),
		icon: newPicture(), label: canvas.NewText("", nil), count: canvas.NewText("", nil),
	}
	r.objs = []fyne.CanvasObject{r.ground, r.bar, r.icon, r.label, r.count}
	for _, m := range item.Marks {
		mark := NewSeverityMark(m.Severity, m.Count)
		r.marks = append(r.marks, mark)
		r.objs = append(r.objs, mark)
	}
	r.objs = append(r.objs, r.ring)
	r.ExtendBaseWidget(r)
	return r
}

func (r *navRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *navRow) Tapped(*fyne.PointEvent) { r.list.tapped(r) }

func (r *navRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
	if r.list.OnHover != nil {
		r.list.OnHover(r.item.Label)
	}
	sayTip(r, r.item.Label)
}

func (r *navRow) MouseMoved(*desktop.MouseEvent) {}

func (r *navRow) MouseOut() {
	r.hovered = false
	r.Refresh()
	if r.list.OnHover != nil {
		r.list.OnHover("")
	}
	sayTip(r, "")
}

func (r *navRow) tipped() bool                           { return r.folded }
func (r *navRow) AccessibilityLabel() string             { return r.item.Label }
func (r *navRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
func (r *navRow) objects() []fyne.CanvasObject           { return r.objs }
func (r *navRow) least() fyne.Size                       { return size(NavFoldedWidth-17, navRowHigh) }

func (r *navRow) arrange(s fyne.Size) {
	place(r.ground, 0, 0, s.Width, s.Height)
	place(r.ring, 0, 0, s.Width, s.Height)
	place(r.bar, 0, 8, 3, s.Height-16)
	y := floor((s.Height - IconSide) / 2)
	if r.folded {
		place(r.icon, floor((s.Width-IconSide)/2), y, IconSide, IconSide)
		return
	}
	place(r.icon, 12, y, IconSide, IconSide)
	measure := func(t string) float32 { return fyne.MeasureText(t, 14, r.style()).Width }
	x := r.arrangeMarks(s, ceil(measure(r.item.Label)))
	if r.item.Count != "" {
		w := ceil(fyne.MeasureText(r.item.Count, 13, r.style()).Width)
		place(r.count, x-w, floor((s.Height-18)/2), w, 18)
		x -= w + 8
	}
	place(r.label, navLabel, floor((s.Height-20)/2), x-navLabel, 20)
	r.label.Text = fit(r.item.Label, x-navLabel, measure)
}

// arrangeMarks sets the marks at the right and returns where the label has to
// end. They come closer, and the lightest go, before the label is cut: it tells
// where the entry leads.
func (r *navRow) arrangeMarks(s fyne.Size, label float32) float32 {
	inset, gap, shown := navInset, navGap, len(r.marks)
	wide := func() (w float32) {
		for _, m := range r.marks[:shown] {
			w += m.MinSize().Width + gap
		}
		return w
	}
	room := s.Width - navLabel - label
	if wide()+inset > room {
		inset, gap = navInset-4, navGap-4
	}
	for shown > 1 && wide()+inset > room {
		shown--
	}
	r.shown = shown
	x := s.Width - inset
	for i := shown - 1; i >= 0; i-- {
		w := r.marks[i].MinSize().Width
		place(r.marks[i], x-w, floor((s.Height-16)/2), w, 16)
		x -= w + gap
	}
	return x
}

// Measures of an entry: where its label begins, what is free at its right, and
// between the marks.
const (
	navLabel float32 = 42
	navInset float32 = 12
	navGap   float32 = 8
)

func (r *navRow) style() fyne.TextStyle { return fyne.TextStyle{Bold: r.selected} }

func (r *navRow) paint(l look) {
	fill, frame := theme.None, theme.None
	ink, icon := theme.Ink, theme.Third
	switch {
	case r.selected:
		fill, ink, icon = theme.Tint, theme.Accent, theme.Accent
		if l.size(theme.SizeSelectionFrame) > 0 {
			frame = theme.TintLine
		}
	case r.hovered:
		fill = theme.Hover
	}
	l.box(r.ground, fill, frame, theme.RadiusButton)
	l.focusRing(r.ring, r.focused, r.ground.CornerRadius)
	l.box(r.bar, theme.Accent, theme.None, "")
	r.bar.CornerRadius = 1.5
	showIf(r.bar, r.selected)
	l.picture(r.icon, r.item.Icon, icon, false)
	r.label.TextSize, r.label.Color, r.label.TextStyle = 14, l.color(ink), r.style()
	count := theme.Second
	if r.selected {
		count = theme.Accent
	}
	set(r.count, r.item.Count, 13, l.color(count))
	r.count.TextStyle = r.style()
	showIf(r.label, !r.folded)
	showIf(r.count, !r.folded)
	for i, m := range r.marks {
		showIf(m, !r.folded && i < r.shown)
	}
}
