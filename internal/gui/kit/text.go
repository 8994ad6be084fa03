package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// TextSize is one of the six sizes of the design.
type TextSize int

const (
	// Body is 14 on a line of 20: body text, buttons, lists.
	Body TextSize = iota
	// Caption is 12 on 16: captions, chips, second lines.
	Caption
	// Small is 13 on 18: tables and side panels.
	Small
	// Heading is 16 on 24: the heading of an editor.
	Heading
	// Title is 20 on 28: the title of a screen.
	Title
	// Display is 24 on 32: the number of a headline.
	Display
)

// metrics returns letter size and line height.
func (s TextSize) metrics() (letter, line float32) {
	switch s {
	case Caption:
		return 12, 16
	case Small:
		return 13, 18
	case Heading:
		return 16, 24
	case Title:
		return 20, 28
	case Display:
		return 24, 32
	default:
		return 14, 20
	}
}

const ellipsis = "…"

// Text is a themed text of one or more lines with the line height of the
// design. One line is cut with an ellipsis when its place is narrower; with
// Wrap it takes as many lines as it needs, or MaxLines.
type Text struct {
	widget.BaseWidget
	// Text is what is shown; line feeds are kept when Wrap is set.
	Text string
	// Letter, Color, Bold and Align tell how; Color "" is ink.
	Letter TextSize
	Color  fyne.ThemeColorName
	Bold   bool
	Align  fyne.TextAlign
	// Figures sets digits of equal width, for columns and sums.
	Figures bool
	// Wrap breaks lines at spaces; MaxLines 0 is no limit.
	Wrap     bool
	MaxLines int
	// Shrink lets a single line be narrower than its text.
	Shrink bool

	lines []*canvas.Text
	objs  []fyne.CanvasObject
}

// NewText returns a line of text.
func NewText(text string, s TextSize, c fyne.ThemeColorName) *Text {
	t := &Text{Text: text, Letter: s, Color: c}
	t.ExtendBaseWidget(t)
	return t
}

// NewBold returns a line of text in the weight of headings.
func NewBold(text string, s TextSize, c fyne.ThemeColorName) *Text {
	t := NewText(text, s, c)
	t.Bold = true
	return t
}

// NewShrinking returns a line that is cut with an ellipsis where room is short.
func NewShrinking(text string, s TextSize, c fyne.ThemeColorName) *Text {
	t := NewText(text, s, c)
	t.Shrink = true
	return t
}

// NewWrapped returns text that breaks into lines.
func NewWrapped(text string, s TextSize, c fyne.ThemeColorName) *Text {
	t := NewText(text, s, c)
	t.Wrap = true
	return t
}

// SetText changes what is shown.
func (t *Text) SetText(s string) {
	if t.Text == s {
		return
	}
	t.Text = s
	t.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return newRenderer(t)
}

// AccessibilityLabel tells a screen reader the text.
func (t *Text) AccessibilityLabel() string { return t.Text }

// AccessibilityRole tells a screen reader that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *Text) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: t.Bold, Monospace: t.Figures && figuresOnly(t.Text)}
}

// figuresOnly tells whether the cut with digits of one width has all characters
// of a text: it has no Chinese.
func figuresOnly(s string) bool {
	for _, r := range s {
		if r >= 0x2E80 {
			return false
		}
	}
	return true
}

func (t *Text) objects() []fyne.CanvasObject { return t.objs }

func (t *Text) least() fyne.Size {
	letter, line := t.Letter.metrics()
	if t.Wrap {
		width := t.BaseWidget.Size().Width
		if width <= 0 {
			width = 240
		}
		n := max(len(wrap(t.Text, width, t.MaxLines, t.measure(letter))), 1)
		return size(min(48, t.measure(letter)(t.Text)), float32(n)*line)
	}
	if t.Shrink {
		return size(min(24, t.measure(letter)(t.Text)), line)
	}
	return size(t.measure(letter)(t.Text), line)
}

// stubLeast is how many letters, the dots among them, are left of a line that is cut.
const stubLeast = 5

// Whole is the width of a line that is not cut.
func (t *Text) Whole() float32 {
	if !t.Shrink || t.Wrap {
		return t.least().Width
	}
	letter, _ := t.Letter.metrics()
	return ceil(t.measure(letter)(t.Text))
}

func (t *Text) measure(letter float32) func(string) float32 {
	st := t.style()
	return func(s string) float32 {
		if s == "" {
			return 0
		}
		return fyne.MeasureText(s, letter, st).Width
	}
}

func (t *Text) arrange(s fyne.Size) {
	letter, line := t.Letter.metrics()
	measure := t.measure(letter)
	var parts []string
	switch {
	case t.Wrap:
		parts = wrap(t.Text, s.Width, t.MaxLines, measure)
	case t.Shrink && s.Width < measure(ellipsis): // it would lie over its neighbours
		parts = []string{""}
	case s.Width > 0:
		parts = []string{fit(t.Text, s.Width, measure)}
		if t.Shrink && parts[0] != t.Text && len([]rune(parts[0])) < stubLeast {
			parts[0] = "" // two letters and dots say nothing
		}
	default:
		parts = []string{t.Text}
	}
	t.setLines(parts, letter)
	y := float32(0)
	if !t.Wrap && s.Height > line {
		y = (s.Height - line) / 2
	}
	for _, l := range t.lines {
		place(l, 0, y, s.Width, line)
		y += line
	}
}

func (t *Text) setLines(parts []string, letter float32) {
	grown := len(parts) != len(t.lines)
	for len(t.lines) < len(parts) {
		t.lines = append(t.lines, canvas.NewText("", color.Transparent))
	}
	t.lines = t.lines[:len(parts)]
	if grown {
		t.objs = t.objs[:0]
		for _, l := range t.lines {
			t.objs = append(t.objs, l)
		}
	}
	c := lookOf(t).color(t.colorName())
	for i, l := range t.lines {
		changed := l.Text != parts[i] || l.TextSize != letter || l.TextStyle != t.style() || l.Color != c //nolint:gosec // there are as many lines as parts
		l.Text, l.TextSize, l.TextStyle, l.Alignment, l.Color = parts[i], letter, t.style(), t.Align, c   //nolint:gosec // there are as many lines as parts
		if changed {
			l.Refresh()
		}
	}
}

func (t *Text) colorName() fyne.ThemeColorName {
	if t.Color == "" {
		return theme.Ink
	}
	return t.Color
}

func (t *Text) paint(look) {
	if len(t.lines) == 0 {
		letter, _ := t.Letter.metrics()
		t.setLines([]string{t.Text}, letter)
	}
}

// fit cuts s so that it and an ellipsis are at most width wide.
func fit(s string, width float32, measure func(string) float32) string {
	// Half a unit of grace: widths come back rounded from layouts.
	if s == "" || measure(s) <= width+0.5 {
		return s
	}
	runes := []rune(s)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if measure(cut(runes[:mid])) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return cut(runes[:lo])
}

func cut(r []rune) string { return strings.TrimRight(string(r), " \u00a0") + ellipsis }
