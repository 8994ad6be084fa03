package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// The longest text a field takes at once. The toolkit breaks all of it into lines at
// every change: ten thousand letters take it hundredths of a second, a thousand lines
// four seconds, and a hundred thousand would leave the window dead.
const (
	lettersMost = 40_000
	linesMost   = 200
)

// TooMuch tells whether a text is more than a field takes at once.
func TooMuch(text string) bool {
	return len(text) > lettersMost || strings.Count(text, "\n") > linesMost
}

// PastedTooMuch is what a field gives to the window instead of a paste that it can't
// take: the window says so.
type PastedTooMuch struct{}

// ShortcutName is called by the toolkit.
func (PastedTooMuch) ShortcutName() string { return "PastedTooMuch" }

// PastedNothing is what a field gives to the window instead of a paste that has no
// text in it: nothing was copied, or a picture was. The window says so, since a field
// that stays as it is tells nobody why.
type PastedNothing struct{}

// ShortcutName is called by the toolkit.
func (PastedNothing) ShortcutName() string { return "PastedNothing" }

// OnTooMuch gives a paste that is more than the field takes to somebody else.
func (f *TextField) OnTooMuch(take func(text string)) { f.entry.onTooMuch = take }

// OnNothing gives a paste that has no text in it to somebody else.
func (f *TextField) OnNothing(tell func()) { f.entry.onNothing = tell }

// refuses takes a paste away from the entry that is too much for it or has no text.
func (e *entry) refuses(c fyne.Clipboard) bool {
	if e.Disabled() || c == nil {
		return false
	}
	text := c.Content()
	if text == "" {
		if e.onNothing != nil {
			e.onNothing()
		} else {
			passShortcut(e, PastedNothing{})
		}
		return true
	}
	if !TooMuch(text) && len(e.Text)+len(text) <= 2*lettersMost {
		return false
	}
	if e.onTooMuch != nil {
		e.onTooMuch(text)
	} else {
		passShortcut(e, PastedTooMuch{})
	}
	return true
}
