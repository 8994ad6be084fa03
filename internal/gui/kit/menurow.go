package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// menuRow is a line of a menu.
type menuRow struct {
	widget.BaseWidget
	menu   *Menu
	at     int
	active bool

	ground, line *canvas.Rectangle
	icon, tick   *canvas.Image
	text, note   *canvas.Text
	objs         []fyne.CanvasObject
}

func newMenuRow(m *Menu, at int) *menuRow {
	r := &menuRow{menu: m, at: at, ground: newBox(), line: newBox(), icon: newPicture(), tick: newPicture(), text: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	r.objs = []fyne.CanvasObject{r.line, r.ground, r.icon, r.text, r.note, r.tick}
	r.ExtendBaseWidget(r)
	return r
}

func (r *menuRow) item() MenuItem                      { return r.menu.items[r.at] }
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }
func (r *menuRow) Tapped(*fyne.PointEvent)             { r.menu.pick(r.at) }
func (r *menuRow) MouseMoved(*desktop.MouseEvent)      {}
func (r *menuRow) MouseOut()                           {}
func (r *menuRow) objects() []fyne.CanvasObject        { return r.objs }
func (r *menuRow) least() fyne.Size                    { return size(40, r.high()) }

func (r *menuRow) MouseIn(*desktop.MouseEvent) {
	for k, s := range r.menu.shown {
		if s == r.at && k != r.menu.active && !r.item().Disabled {
			r.menu.active = k
			r.menu.Refresh()
		}
	}
}

func (r *menuRow) high() float32 {
	if r.item().Line {
		return RowHeight + 9
	}
	return RowHeight
}

func (r *menuRow) arrange(s fyne.Size) {
	y := r.high() - RowHeight
	place(r.line, 0, 4, s.Width, 1)
	place(r.ground, 3, y, s.Width-6, RowHeight)
	x := float32(11)
	if r.item().Icon != "" {
		place(r.icon, x, y+7, IconSide, IconSide)
		x += IconSide + 10
	}
	right := s.Width - 11
	if r.item().Key == r.menu.current && r.menu.current != "" {
		place(r.tick, right-SmallIconSide, y+9, SmallIconSide, SmallIconSide)
		right -= SmallIconSide + 8
	}
	if r.item().Note != "" {
		w := ceil(width(r.item().Note, 12))
		place(r.note, right-w, y+8, w, 16)
		right -= w + 12
	}
	place(r.text, x, y+6, right-x, 20)
	r.text.Text = fit(r.item().Text, right-x, widthOf(14))
}

func (r *menuRow) paint(l look) {
	it := r.item()
	fill, frame, ink := theme.None, theme.None, theme.Ink
	if it.Danger {
		ink = theme.Bad
	}
	if r.active {
		fill = theme.Tint
		if l.size(theme.SizeSelectionFrame) > 0 {
			frame = theme.TintLine
		}
	}
	if it.Disabled {
		ink = theme.Off
	}
	l.box(r.ground, fill, frame, theme.RadiusChip)
	r.line.FillColor = l.color(theme.Line)
	showIf(r.line, it.Line)
	l.picture(r.icon, it.Icon, theme.Second, false)
	tick := ""
	if it.Key == r.menu.current && r.menu.current != "" {
		tick = IconTick
	}
	l.picture(r.tick, tick, theme.Accent, true)
	r.text.TextSize, r.text.Color = 14, l.color(ink)
	set(r.note, it.Note, 12, l.color(theme.Second))
}

// AccessibilityLabel tells a screen reader the words of the line.
func (r *menuRow) AccessibilityLabel() string { return r.item().Text }

// AccessibilityRole tells a screen reader that this can be pressed.
func (r *menuRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
