package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// RowItem is what a row of a list or card shows. Empty parts take no room.
type RowItem struct {
	// Check shows a box, ticked or not; OnCheck of the widget is called.
	Check, Checked bool
	// Time stands first in small figures: a journal.
	Time string
	// Icon and its colour.
	Icon      string
	IconColor fyne.ThemeColorName
	// Title and the second line under it.
	Title     string
	TitleBold bool
	// Dimmed sets the title in second ink: left out, done.
	Dimmed   bool
	Sub      string
	SubColor fyne.ThemeColorName
	// Status with its word stands at the right.
	Status     Status
	StatusWord string
	// Trail is a short text at the right in second ink.
	Trail string
	// Opens shows a chevron at the very right.
	Opens bool
	// Inset moves the row in: a subsection.
	Inset float32
}

// Heights of rows: with one line, with two.
const (
	RowHeight    float32 = 32
	TallHeight   float32 = 56
	rowInset     float32 = 16
	rowGap       float32 = 12
	timeWidth    float32 = 48
	boxSide      float32 = 16
	chevronWidth float32 = 18
)

// ListRow is one row: of a section card, or a cell of a RecordList.
type ListRow struct {
	control
	Item RowItem
	// Height is TallHeight unless set.
	Height float32
	// Selected draws the row on the tint.
	Selected bool
	// OnCheck is called with the new state when the box is clicked.
	OnCheck func(bool)

	ground, ring, boxFace     *canvas.Rectangle
	icon, tick, chevron, mark *canvas.Image
	time, title, sub          *canvas.Text
	trail, word               *canvas.Text
	objs                      []fyne.CanvasObject
	// quiet rows belong to a list that has the focus itself.
	quiet bool
}

// NewListRow returns a row; onPress may be nil for a row that does nothing.
func NewListRow(item RowItem, onPress func()) *ListRow {
	r := &ListRow{
		Item: item, Height: TallHeight, ground: newBox(), ring: newBox(), boxFace: newBox(),
		icon: newPicture(), tick: newPicture(), chevron: newPicture(), mark: newPicture(),
		time: canvas.NewText("", nil), title: canvas.NewText("", nil), sub: canvas.NewText("", nil),
		trail: canvas.NewText("", nil), word: canvas.NewText("", nil),
	}
	r.press, r.label = onPress, item.Title
	r.objs = []fyne.CanvasObject{
		r.ground, r.boxFace, r.tick, r.time, r.icon, r.title, r.sub, r.mark, r.word, r.trail, r.chevron, r.ring,
	}
	r.extend(r)
	return r
}

// Set changes what the row shows.
func (r *ListRow) Set(item RowItem) {
	r.Item, r.label = item, item.Title
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

// Tapped ticks when the box was hit, presses otherwise.
func (r *ListRow) Tapped(ev *fyne.PointEvent) {
	if r.Item.Check && ev != nil && ev.Position.X < r.Item.Inset+rowInset+boxSide+rowGap/2 {
		r.check()
		return
	}
	if r.Item.Check && ev == nil && r.press == nil {
		r.check()
		return
	}
	r.control.Tapped(ev)
}

// TypedKey ticks on Space where there is a box.
func (r *ListRow) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace && r.Item.Check {
		r.check()
		return
	}
	r.control.TypedKey(ev)
}

func (r *ListRow) check() {
	if r.Disabled() {
		return
	}
	r.Item.Checked = !r.Item.Checked
	r.Refresh()
	if r.OnCheck != nil {
		r.OnCheck(r.Item.Checked)
	}
}

func (r *ListRow) objects() []fyne.CanvasObject { return r.objs }

func (r *ListRow) least() fyne.Size { return size(160, r.Height) }

func (r *ListRow) arrange(s fyne.Size) {
	place(r.ground, 0, 0, s.Width, s.Height)
	place(r.ring, 1, 1, s.Width-2, s.Height-2)
	left := r.arrangeLead(s)
	right := r.arrangeTail(s, left)
	r.arrangeLines(s, left, right)
}

// arrangeLead sets box, time and icon and returns where the lines begin.
func (r *ListRow) arrangeLead(s fyne.Size) float32 {
	x := rowInset + r.Item.Inset
	if r.Item.Check {
		place(r.boxFace, x, floor((s.Height-boxSide)/2), boxSide, boxSide)
		place(r.tick, x+1, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		x += boxSide + rowGap
	}
	if r.Item.Time != "" {
		place(r.time, x, r.firstLine(s)+2, timeWidth, 16)
		x += timeWidth
	}
	if r.Item.Icon != "" {
		place(r.icon, x, floor((s.Height-IconSide)/2), IconSide, IconSide)
		x += IconSide + rowGap
	}
	return x
}

// arrangeTail sets what stands at the right and returns where it begins.
func (r *ListRow) arrangeTail(s fyne.Size, left float32) float32 {
	x := s.Width - rowInset
	if r.Item.Opens {
		place(r.chevron, x-SmallIconSide, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		x -= chevronWidth + 6
	}
	if r.Item.Trail != "" {
		w := min(ceil(width(r.Item.Trail, 13)), max((x-left)/2, 0))
		r.trail.Text = fit(r.Item.Trail, w, widthOf(13))
		place(r.trail, x-w, floor((s.Height-18)/2), w, 18)
		x -= w + rowGap
	}
	if r.Item.Status != NoStatus {
		w := ceil(width(r.Item.StatusWord, 12)) + SmallIconSide + markGap
		place(r.mark, x-w, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		place(r.word, x-w+SmallIconSide+markGap, floor((s.Height-16)/2), w, 16)
		x -= w + rowGap
	}
	return x
}

func (r *ListRow) arrangeLines(s fyne.Size, left, right float32) {
	y := r.firstLine(s)
	room := right - left
	place(r.title, left, y, room, 20)
	r.title.Text = fit(r.Item.Title, room, func(t string) float32 {
		return fyne.MeasureText(t, r.title.TextSize, r.title.TextStyle).Width
	})
	if r.Item.Sub != "" {
		place(r.sub, left, y+19, room, 16)
		r.sub.Text = fit(r.Item.Sub, room, widthOf(12))
	}
}

func (r *ListRow) firstLine(s fyne.Size) float32 {
	if r.Item.Sub == "" {
		return floor((s.Height - 20) / 2)
	}
	return floor((s.Height - 36) / 2)
}

func (r *ListRow) paint(l look) {
	it := r.Item
	fill, frame := theme.None, theme.None
	switch {
	case r.Selected:
		fill = theme.Tint
		if l.size(theme.SizeSelectionFrame) > 0 {
			frame = theme.TintLine
		}
	case r.hovered && r.press != nil:
		fill = theme.Hover
	}
	l.box(r.ground, fill, frame, "")
	l.focusRing(r.ring, r.focused && !r.quiet, 4)
	r.paintBox(l)
	l.picture(r.icon, it.Icon, it.IconColor, false)
	chevron := ""
	if it.Opens {
		chevron = IconOpen
	}
	l.picture(r.chevron, chevron, theme.Second, true)
	ink := theme.Ink
	if it.Dimmed {
		ink = theme.Second
	}
	set(r.time, it.Time, 12, l.color(theme.Second))
	r.time.TextStyle.Monospace = true
	set(r.title, it.Title, 14, l.color(ink))
	r.title.TextStyle.Bold = it.TitleBold
	sub := it.SubColor
	if sub == "" {
		sub = theme.Second
	}
	set(r.sub, it.Sub, 12, l.color(sub))
	set(r.trail, it.Trail, 13, l.color(theme.Second))
	icon, c := it.Status.face()
	l.picture(r.mark, icon, c, true)
	word := it.StatusWord
	if it.Status == NoStatus {
		word = ""
	}
	set(r.word, word, 12, l.color(c))
}

func (r *ListRow) paintBox(l look) {
	showIf(r.boxFace, r.Item.Check)
	tick := ""
	fill, frame := theme.Surface, theme.Third
	if r.Item.Checked {
		fill, frame = theme.Fill, theme.Fill
		tick = IconTick
	}
	if !r.Item.Check {
		tick = ""
	}
	l.box(r.boxFace, fill, frame, theme.RadiusChip)
	l.picture(r.tick, tick, theme.OnFill, true)
}
