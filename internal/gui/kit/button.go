package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/gui/theme"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind int

const (
	// Secondary is outlined: the usual button.
	Secondary ButtonKind = iota
	// Primary is filled: one on a screen.
	Primary
	// Quiet has no frame: an alternative beside another button.
	Quiet
	// Link is accent text without a frame, in the size of its surroundings.
	Link
)

// Heights of buttons.
const (
	ButtonHeight    float32 = 32
	BigButtonHeight float32 = 40
)

// Button is pressed by click, Space and Enter. Text and icon may each be empty.
type Button struct {
	control
	Text string
	Icon string
	// After is an icon behind the text: a chevron of what opens.
	After string
	Kind  ButtonKind
	// Big is the main button of a screen, 40 high.
	Big bool
	// Letter is the size of the text; Body unless set.
	Letter TextSize
	// Tint overrides the colour of text and icon of Quiet and Link buttons.
	Tint fyne.ThemeColorName
	// OnPress is called on the window's goroutine.
	OnPress func()

	face, ring *canvas.Rectangle
	text       *canvas.Text
	icon       *canvas.Image
	after      *canvas.Image
	objs       []fyne.CanvasObject
	aside      bool // see aside.go
}

// NewButton returns a button; icon may be "".
func NewButton(kind ButtonKind, icon, text string, onPress func()) *Button {
	b := &Button{
		Text: text, Icon: icon, Kind: kind, OnPress: onPress,
		face: newBox(), ring: newBox(), text: canvas.NewText("", nil), icon: newPicture(), after: newPicture(),
	}
	b.label = text
	b.press = func() {
		if b.OnPress != nil {
			b.OnPress()
		}
	}
	b.objs = []fyne.CanvasObject{b.face, b.icon, b.text, b.after, b.ring}
	b.extend(b)
	return b
}

// NewIconButton returns a frameless button of 32 by 32 with an icon only; name
// is what a screen reader says.
func NewIconButton(icon, name string, onPress func()) *Button {
	b := NewButton(Quiet, icon, "", onPress)
	b.label = name
	return b
}

func (b *Button) tipped() bool { return b.Text == "" }

// SetName changes what a screen reader and the tip say of a button with an icon
// only.
func (b *Button) SetName(s string) { b.label = s }

// SetText changes the text.
func (b *Button) SetText(s string) {
	b.Text, b.label = s, s
	b.Refresh()
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

// Cursor is a hand on links.
func (b *Button) Cursor() desktop.Cursor {
	if b.Kind == Link && !b.control.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (b *Button) objects() []fyne.CanvasObject { return b.objs }

func (b *Button) height() float32 {
	switch {
	case b.Big:
		return BigButtonHeight
	case b.Kind == Link:
		_, line := b.Letter.metrics()
		return line + 4
	default:
		return ButtonHeight
	}
}

// inset is the space left and right of what is written.
func (b *Button) inset() float32 {
	switch {
	case b.Kind == Link:
		return 2
	case b.Text == "":
		return 7
	case b.Big:
		return 20
	default:
		return 12
	}
}

const (
	buttonGap float32 = 8
)

func (b *Button) iconSide() float32 {
	if b.Text == "" || b.Big {
		return IconSide
	}
	return ButtonIconSide
}

func (b *Button) least() fyne.Size {
	w := b.inset() * 2
	if b.Icon != "" {
		w += b.iconSide()
		if b.Text != "" {
			w += b.gap()
		}
	}
	w += b.textWidth()
	if b.After != "" {
		w += buttonGap + SmallIconSide
	}
	return size(ceil(w), b.height())
}

func (b *Button) gap() float32 {
	if b.Kind == Link {
		return 4
	}
	return buttonGap
}

func (b *Button) textWidth() float32 {
	if b.Text == "" {
		return 0
	}
	letter, _ := b.Letter.metrics()
	return fyne.MeasureText(b.Text, letter, b.style()).Width
}

func (b *Button) style() fyne.TextStyle { return fyne.TextStyle{Bold: b.Kind == Primary} }

func (b *Button) arrange(s fyne.Size) {
	place(b.face, 0, 0, s.Width, s.Height)
	place(b.ring, 0, 0, s.Width, s.Height)
	content := b.least().Width - 2*b.inset()
	x := floor((s.Width - content) / 2)
	if x < b.inset() {
		x = b.inset()
	}
	side := b.iconSide()
	if b.Icon != "" {
		place(b.icon, x, floor((s.Height-side)/2), side, side)
		x += side + b.gap()
	}
	_, line := b.Letter.metrics()
	room := s.Width - x - b.inset()
	if b.After != "" {
		room -= buttonGap + SmallIconSide
	}
	place(b.text, x, floor((s.Height-line)/2), room, line)
	letter, _ := b.Letter.metrics()
	b.text.Text = fit(b.Text, room, func(t string) float32 { return fyne.MeasureText(t, letter, b.style()).Width })
	if b.After != "" {
		place(b.after, s.Width-b.inset()-SmallIconSide, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
	}
}

func (b *Button) paint(l look) {
	fill, frame, ink := b.colours()
	l.box(b.face, fill, frame, theme.RadiusButton)
	l.focusRing(b.ring, b.focused && !b.control.Disabled(), b.face.CornerRadius)
	if b.Kind == Primary && b.focused {
		// The accent would not show on its own fill.
		b.ring.StrokeColor = l.color(theme.Ink)
	}
	b.text.Color = l.color(ink)
	b.text.TextSize, _ = b.Letter.metrics()
	b.text.TextStyle = b.style()
	l.picture(b.icon, b.Icon, ink, false)
	l.picture(b.after, b.After, ink, true)
}

func (b *Button) colours() (fill, frame, ink fyne.ThemeColorName) {
	if b.control.Disabled() {
		switch b.Kind {
		case Primary:
			return theme.Track, theme.None, theme.Off
		case Secondary:
			return theme.Surface, theme.Line, theme.Off
		default:
			return theme.None, theme.None, theme.Faint
		}
	}
	ink = theme.Ink
	if b.Tint != "" {
		ink = b.Tint
	}
	switch b.Kind {
	case Primary:
		return theme.Fill, theme.None, theme.OnFill
	case Link:
		if b.Tint == "" {
			ink = theme.Accent
		}
		return theme.None, theme.None, ink
	case Quiet:
		if b.hovered {
			return theme.Hover, theme.None, ink
		}
		return theme.None, theme.None, ink
	default:
		if b.hovered {
			return theme.Hover, theme.StrongLine, ink
		}
		return theme.Surface, theme.StrongLine, ink
	}
}

func ceil(v float32) float32 {
	n := float32(int(v))
	if n < v {
		n++
	}
	return n
}

func floor(v float32) float32 { return float32(int(v)) }
