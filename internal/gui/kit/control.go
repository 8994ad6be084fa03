package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is the common part of what can be pressed: pointer, focus, Space and
// Enter, and being switched off. A widget embeds it and sets press.
type control struct {
	widget.DisableableWidget
	hovered bool
	focused bool
	press   func()
	// OnHover is called with the name of the widget when the pointer comes and
	// with "" when it leaves: for the status line, or Tips.
	OnHover func(name string)
	// label is what a screen reader says.
	label string
	self  fyne.Widget
}

func (c *control) extend(w fyne.Widget) {
	c.self = w
	c.ExtendBaseWidget(w)
}

// Tapped is called by the toolkit on a click.
func (c *control) Tapped(*fyne.PointEvent) {
	sayTip(c.self, "") // what is pressed is known
	if c.press != nil && !c.Disabled() {
		c.press()
	}
}

// MouseIn is called by the toolkit when the pointer comes.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	if c.OnHover != nil {
		c.OnHover(c.label)
	}
	sayTip(c.self, c.label)
}

// MouseMoved is called by the toolkit while the pointer stays.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit when the pointer leaves.
func (c *control) MouseOut() {
	c.hovered = false
	c.Refresh()
	if c.OnHover != nil {
		c.OnHover("")
	}
	sayTip(c.self, "")
}

// FocusGained is called by the toolkit.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	revealFocus(c.self)
}

// FocusLost is called by the toolkit.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune takes no text.
func (c *control) TypedRune(rune) {}

// TypedKey presses on Space and Enter and passes on the rest.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	if isPress(ev) {
		c.Tapped(nil)
		return
	}
	passOn(c.self, ev)
}

// AccessibilityLabel tells a screen reader what this is.
func (c *control) AccessibilityLabel() string { return c.label }

// AccessibilityRole tells a screen reader that this can be pressed.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func isPress(ev *fyne.KeyEvent) bool {
	return ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
}

// passOn gives a key that a focused widget has no use for to the window, since
// the toolkit asks the window only while nothing has the focus. That is how Esc
// closes a dialog and F6 goes from panel to panel wherever the focus is.
func passOn(w fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil {
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(ev)
	}
}

// passShortcut does the same for key combinations.
func passShortcut(w fyne.CanvasObject, s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if all, ok := c.(fyne.Shortcutable); ok {
		all.TypedShortcut(s)
	}
}

// FocusOn asks the window to focus a widget. The driver knows the window of a
// widget only once it was painted; one that has just been put there is in the
// window all the same.
func FocusOn(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		c.Focus(w)
		return
	}
	if all := driver.AllWindows(); len(all) > 0 { // the program has one
		all[0].Canvas().Focus(w)
	}
}
