package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/kit"
)

// pressCard is a card that is pressed as a whole: by click, Space and Enter.
// The accent frame shows where the pointer or the focus is.
type pressCard struct {
	widget.BaseWidget
	label   string
	card    *kit.Panel
	onPress func()
	over    bool
	focused bool
}

func newPressCard(label string, content fyne.CanvasObject, onPress func()) *pressCard {
	p := &pressCard{label: label, card: kit.NewCard(content), onPress: onPress}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by the toolkit.
func (p *pressCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.card) }

// Tapped presses the card.
func (p *pressCard) Tapped(*fyne.PointEvent) { p.onPress() }

// Cursor is a hand: all of it can be pressed.
func (p *pressCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (p *pressCard) show() {
	p.card.Strong = p.over || p.focused
	p.card.Refresh()
}

// MouseIn is called by the toolkit when the pointer comes.
func (p *pressCard) MouseIn(*desktop.MouseEvent) { p.over = true; p.show() }

// MouseMoved is called by the toolkit while the pointer stays.
func (p *pressCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit when the pointer leaves.
func (p *pressCard) MouseOut() { p.over = false; p.show() }

// FocusGained is called by the toolkit.
func (p *pressCard) FocusGained() { p.focused = true; p.show() }

// FocusLost is called by the toolkit.
func (p *pressCard) FocusLost() { p.focused = false; p.show() }

// TypedRune takes no text.
func (p *pressCard) TypedRune(rune) {}

// TypedKey presses on Space and Enter.
func (p *pressCard) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		p.onPress()
	}
}

// AccessibilityLabel tells a screen reader what this is.
func (p *pressCard) AccessibilityLabel() string { return p.label }

// AccessibilityRole tells a screen reader that this can be pressed.
func (p *pressCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
