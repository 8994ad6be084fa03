package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Stretch is a stretch of a text that may be marked.
type Stretch struct {
	Text   string
	Marked bool
}

// MarkedText is text that breaks into lines, with stretches of it on a tinted
// ground: what an edit has taken out or put in.
type MarkedText struct {
	widget.BaseWidget
	stretches []Stretch
	text      string
	color     fyne.ThemeColorName // of marked letters
	ground    fyne.ThemeColorName
	grounds   []*canvas.Rectangle
	letters   []*canvas.Text
	marks     []bool
	objs      []fyne.CanvasObject
}

// NewMarked returns a text; its marked stretches have the colour and ground of a
// tone.
func NewMarked(stretches []Stretch, tone Tone) *MarkedText {
	m := &MarkedText{stretches: stretches, color: theme.Good, ground: theme.GoodTint}
	if tone == Bad {
		m.color, m.ground = theme.Bad, theme.BadTint
	}
	for _, s := range stretches {
		m.text += s.Text
	}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is called by the toolkit.
func (m *MarkedText) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

// AccessibilityLabel tells a screen reader the text.
func (m *MarkedText) AccessibilityLabel() string { return m.text }

// AccessibilityRole tells a screen reader that this is text.
func (m *MarkedText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (m *MarkedText) objects() []fyne.CanvasObject { return m.objs }

func (m *MarkedText) measure(s string) float32 {
	if s == "" {
		return 0
	}
	letter, _ := Body.metrics()
	return fyne.MeasureText(s, letter, fyne.TextStyle{}).Width
}

func (m *MarkedText) least() fyne.Size {
	_, line := Body.metrics()
	width := m.Size().Width
	if width <= 0 {
		width = 240
	}
	return size(48, float32(max(len(wrap(m.text, width, 0, m.measure)), 1))*line)
}

func (m *MarkedText) arrange(s fyne.Size) {
	_, line := Body.metrics()
	n, at, y := 0, 0, float32(0)
	for _, l := range wrap(m.text, s.Width, 0, m.measure) {
		from := at + max(strings.Index(m.text[at:], l), 0)
		at = from + len(l)
		x := float32(0)
		for _, p := range m.cut(from, at) {
			m.need(n + 1)
			m.letters[n].Text, m.marks[n] = p.Text, p.Marked
			w := m.measure(p.Text)
			place(m.letters[n], x, y, w, line)
			place(m.grounds[n], x-1, y+1, w+2, line-2)
			x += w
			n++
		}
		y += line
	}
	m.letters, m.grounds, m.marks = m.letters[:n], m.grounds[:n], m.marks[:n]
	m.objs = m.objs[:0]
	for _, g := range m.grounds {
		m.objs = append(m.objs, g)
	}
	for _, t := range m.letters {
		m.objs = append(m.objs, t)
	}
	m.paint(lookOf(m))
}

// need makes room for n pieces.
func (m *MarkedText) need(n int) {
	for len(m.letters) < n {
		m.letters = append(m.letters, canvas.NewText("", color.Transparent))
		m.grounds = append(m.grounds, newBox())
		m.marks = append(m.marks, false)
	}
}

// cut gives the stretches between two places of the text.
func (m *MarkedText) cut(from, to int) (out []Stretch) {
	at := 0
	for _, s := range m.stretches {
		a, b := max(from, at), min(to, at+len(s.Text))
		if a < b {
			out = append(out, Stretch{m.text[a:b], s.Marked})
		}
		at += len(s.Text)
	}
	return out
}

func (m *MarkedText) paint(l look) {
	letter, _ := Body.metrics()
	for i, t := range m.letters {
		ink, ground := theme.Ink, theme.None
		if m.marks[i] {
			ink, ground = m.color, m.ground
		}
		set(t, t.Text, letter, l.color(ink))
		l.box(m.grounds[i], ground, theme.None, theme.RadiusChip)
	}
}
