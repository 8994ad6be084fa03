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

// OnTooMuch gives a paste that is more than the field takes to somebody else.
func (f *TextField) OnTooMuch(take func(text string)) { f.entry.onTooMuch = take }

// refuses takes a paste away from the entry that is too much for it.
func (e *entry) refuses(c fyne.Clipboard) bool {
	if e.Disabled() || c == nil {
		return false
	}
	text := c.Content()
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
