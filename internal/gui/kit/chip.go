package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Tone is what a chip, mark or notice means; each has its colour, and is
// always shown with an icon or a word beside it.
type Tone int

const (
	// Neutral says nothing.
	Neutral Tone = iota
	// Accented belongs to what is selected.
	Accented
	// Good is in order.
	Good
	// Warn has a reservation.
	Warn
	// Bad blocks or contradicts.
	Bad
)

// colours returns text colour and ground of a tone.
func (t Tone) colours() (ink, ground fyne.ThemeColorName) {
	switch t {
	case Accented:
		return theme.Accent, theme.Tint
	case Good:
		return theme.Good, theme.GoodTint
	case Warn:
		return theme.Warn, theme.WarnTint
	case Bad:
		return theme.Bad, theme.BadTint
	default:
		return theme.Second, theme.Hover
	}
}

// Chip is a small tinted label, 24 high, icon first.
type Chip struct {
	widget.BaseWidget
	Text string
	Icon string
	Tone Tone
	// Bold sets the text in the weight of headings.
	Bold bool

	face *canvas.Rectangle
	icon *canvas.Image
	text *canvas.Text
	objs []fyne.CanvasObject
}

// NewChip returns a chip; icon may be "".
func NewChip(tone Tone, icon, text string) *Chip {
	c := &Chip{Text: text, Icon: icon, Tone: tone, face: newBox(), icon: newPicture(), text: canvas.NewText("", nil)}
	c.objs = []fyne.CanvasObject{c.face, c.icon, c.text}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes what the chip says.
func (c *Chip) Set(tone Tone, icon, text string) {
	c.Tone, c.Icon, c.Text = tone, icon, text
	c.Refresh()
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Chip) objects() []fyne.CanvasObject { return c.objs }

const chipHeight, chipInset, chipGap float32 = 24, 8, 5

func (c *Chip) least() fyne.Size {
	w := 2*chipInset + fyne.MeasureText(c.Text, 12, fyne.TextStyle{Bold: c.Bold}).Width
	if c.Icon != "" {
		w += SmallIconSide + chipGap
	}
	return size(ceil(w), chipHeight)
}

func (c *Chip) arrange(s fyne.Size) {
	y := floor((s.Height - chipHeight) / 2)
	place(c.face, 0, y, s.Width, chipHeight)
	x := chipInset
	if c.Icon != "" {
		place(c.icon, x, y+5, SmallIconSide, SmallIconSide)
		x += SmallIconSide + chipGap
	}
	place(c.text, x, y+4, s.Width-x-chipInset, 16)
}

func (c *Chip) paint(l look) {
	ink, ground := c.Tone.colours()
	frame := theme.None
	if l.size(theme.SizeSelectionFrame) > 0 {
		frame = ink
	}
	l.box(c.face, ground, frame, theme.RadiusChip)
	c.text.Text, c.text.TextSize, c.text.Color = c.Text, 12, l.color(ink)
	c.text.TextStyle.Bold = c.Bold
	l.picture(c.icon, c.Icon, ink, true)
}

// FilterChip is an outlined chip of 28 with a cross at its end: a condition
// that can be changed by a press and taken away by the cross, by Delete or by
// Backspace.
type FilterChip struct {
	control
	Text     string
	OnRemove func()

	face, ring *canvas.Rectangle
	text       *canvas.Text
	cross      *canvas.Image
	objs       []fyne.CanvasObject
}

// NewFilterChip returns a filter chip; onPress and onRemove may be nil.
func NewFilterChip(text string, onPress, onRemove func()) *FilterChip {
	f := &FilterChip{Text: text, OnRemove: onRemove, face: newBox(), ring: newBox(), text: canvas.NewText("", nil), cross: newPicture()}
	f.press, f.label = onPress, text
	f.objs = []fyne.CanvasObject{f.face, f.text, f.cross, f.ring}
	f.extend(f)
	return f
}

// CreateRenderer is called by the toolkit.
func (f *FilterChip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

// Tapped removes the chip when the cross was hit, presses it otherwise.
func (f *FilterChip) Tapped(ev *fyne.PointEvent) {
	if ev != nil && ev.Position.X > f.Size().Width-28 {
		f.remove()
		return
	}
	f.control.Tapped(ev)
}

// TypedKey adds Delete and Backspace to the keys of a button.
func (f *FilterChip) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace {
		f.remove()
		return
	}
	f.control.TypedKey(ev)
}

func (f *FilterChip) remove() {
	if f.OnRemove != nil && !f.Disabled() {
		f.OnRemove()
	}
}

func (f *FilterChip) objects() []fyne.CanvasObject { return f.objs }

// Whole is the width at which the condition is read to its end.
func (f *FilterChip) Whole() float32 {
	w := 10 + fyne.MeasureText(f.Text, 13, fyne.TextStyle{}).Width + 8
	if f.OnRemove != nil {
		w += SmallIconSide + 8
	}
	return ceil(w)
}

// chipLeast is what a condition that is cut keeps.
const chipLeast float32 = 120

func (f *FilterChip) least() fyne.Size { return size(min(f.Whole(), chipLeast), 28) }

func (f *FilterChip) tipped() bool { return f.Size().Width < f.Whole() }

func (f *FilterChip) arrange(s fyne.Size) {
	place(f.face, 0, 0, s.Width, s.Height)
	place(f.ring, 0, 0, s.Width, s.Height)
	room := s.Width - 18
	if f.OnRemove != nil {
		room -= SmallIconSide + 8
	}
	place(f.text, 10, floor((s.Height-18)/2), room, 18)
	f.text.Text = fit(f.Text, room+0.5, widthOf(13))
	place(f.cross, s.Width-10-SmallIconSide, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
}

func (f *FilterChip) paint(l look) {
	fill := theme.Surface
	if f.hovered {
		fill = theme.Hover
	}
	l.box(f.face, fill, theme.StrongLine, theme.RadiusButton)
	l.focusRing(f.ring, f.focused, f.face.CornerRadius)
	f.text.TextSize, f.text.Color = 13, l.color(theme.Ink)
	l.picture(f.cross, IconClose, theme.Second, true)
	showIf(f.cross, f.OnRemove != nil)
}

// Keycap shows a key or a combination in a small frame.
type Keycap struct {
	widget.BaseWidget
	Text string

	face *canvas.Rectangle
	text *canvas.Text
	objs []fyne.CanvasObject
}

// NewKeycap returns a key in a frame.
func NewKeycap(text string) *Keycap {
	k := &Keycap{Text: text, face: newBox(), text: canvas.NewText("", nil)}
	k.objs = []fyne.CanvasObject{k.face, k.text}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer is called by the toolkit.
func (k *Keycap) CreateRenderer() fyne.WidgetRenderer { return newRenderer(k) }

func (k *Keycap) objects() []fyne.CanvasObject { return k.objs }

func (k *Keycap) least() fyne.Size {
	return size(ceil(fyne.MeasureText(k.Text, 12, fyne.TextStyle{}).Width)+12, 20)
}

func (k *Keycap) arrange(s fyne.Size) {
	y := floor((s.Height - 20) / 2)
	place(k.face, 0, y, s.Width, 20)
	place(k.text, 6, y+2, s.Width-12, 16)
}

func (k *Keycap) paint(l look) {
	l.box(k.face, theme.Rail, theme.StrongLine, theme.RadiusChip)
	k.text.Text, k.text.TextSize, k.text.Color = k.Text, 12, l.color(theme.Second)
	k.text.Alignment = fyne.TextAlignCenter
}
