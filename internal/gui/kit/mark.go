package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Status is how far a statement has been checked. Each has a shape of its own,
// so that colour is not needed to tell them apart.
type Status int

const (
	// NoStatus shows nothing.
	NoStatus Status = iota
	// Confirmed is a ring with a tick.
	Confirmed
	// Reserved is a ring with an exclamation mark.
	Reserved
	// Disputed is the unequal sign.
	Disputed
	// Unchecked is a dashed ring.
	Unchecked
	// Rejected is a ring with a cross.
	Rejected
)

func (s Status) face() (icon string, c fyne.ThemeColorName) {
	switch s {
	case Confirmed:
		return IconConfirmed, theme.Good
	case Reserved:
		return IconReserved, theme.Warn
	case Disputed:
		return IconDisputed, theme.Bad
	case Unchecked:
		return IconUnchecked, theme.Second
	case Rejected:
		return IconRejected, theme.Bad
	default:
		return "", theme.Second
	}
}

// Severity is the weight of a finding.
type Severity int

const (
	// Clean says that nothing was found, by a ring with a tick.
	Clean Severity = iota
	// Remark is a triangle.
	Remark
	// Blocking is an octagon.
	Blocking
)

func (s Severity) face() (icon string, c fyne.ThemeColorName) {
	switch s {
	case Blocking:
		return IconBlocking, theme.Bad
	case Remark:
		return IconRemark, theme.Warn
	default:
		return IconConfirmed, theme.Good
	}
}

// Mark is an icon of 14 and a word of 12 in its colour, without a ground.
type Mark struct {
	widget.BaseWidget
	Icon  string
	Word  string
	Color fyne.ThemeColorName

	icon *canvas.Image
	text *canvas.Text
	objs []fyne.CanvasObject
}

// NewMark returns a mark of any icon and colour.
func NewMark(icon, word string, c fyne.ThemeColorName) *Mark {
	m := &Mark{Icon: icon, Word: word, Color: c, icon: newPicture(), text: canvas.NewText("", nil)}
	m.objs = []fyne.CanvasObject{m.icon, m.text}
	m.ExtendBaseWidget(m)
	return m
}

// NewStatusMark returns the mark of a status with its word.
func NewStatusMark(s Status, word string) *Mark {
	icon, c := s.face()
	return NewMark(icon, word, c)
}

// NewSeverityMark returns the mark of a severity with its word or count.
func NewSeverityMark(s Severity, word string) *Mark {
	icon, c := s.face()
	return NewMark(icon, word, c)
}

// NewSeverityChip returns the tinted chip of a severity with its count.
func NewSeverityChip(s Severity, text string) *Chip {
	tone := Good
	switch s {
	case Blocking:
		tone = Bad
	case Remark:
		tone = Warn
	}
	icon, _ := s.face()
	return NewChip(tone, icon, text)
}

// SetStatus changes the mark to another status.
func (m *Mark) SetStatus(s Status, word string) {
	m.Icon, m.Color = s.face()
	m.Word = word
	m.Refresh()
}

// CreateRenderer is called by the toolkit.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

// AccessibilityLabel tells a screen reader the word.
func (m *Mark) AccessibilityLabel() string { return m.Word }

// AccessibilityRole tells a screen reader that this is text.
func (m *Mark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (m *Mark) objects() []fyne.CanvasObject { return m.objs }

const markGap float32 = 5

func (m *Mark) least() fyne.Size {
	w := fyne.MeasureText(m.Word, 12, fyne.TextStyle{}).Width
	if m.Word == "" {
		w = 0
	}
	if m.Icon != "" {
		w += SmallIconSide
		if m.Word != "" {
			w += markGap
		}
	}
	return size(ceil(w), 16)
}

func (m *Mark) arrange(s fyne.Size) {
	y := floor((s.Height - 16) / 2)
	x := float32(0)
	if m.Icon != "" {
		place(m.icon, 0, y+1, SmallIconSide, SmallIconSide)
		x = SmallIconSide + markGap
	}
	place(m.text, x, y, s.Width-x, 16)
	m.text.Text = fit(m.Word, s.Width-x, func(t string) float32 { return fyne.MeasureText(t, 12, fyne.TextStyle{}).Width })
}

func (m *Mark) paint(l look) {
	c := m.Color
	if c == "" {
		c = theme.Second
	}
	m.text.TextSize, m.text.Color = 12, l.color(c)
	l.picture(m.icon, m.Icon, c, true)
}
