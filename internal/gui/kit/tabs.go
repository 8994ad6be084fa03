package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// The toolkit draws a tab wrongly in a line of several scripts or fonts, and
// such is every line copied from a table with Russian and Latin names: it takes
// the place of the tab within a run of one font for its place in the line, and
// draws the beginning of the line again. So a field holds another sign for it.
// That is an em space, which a field otherwise never holds: one of the user's
// becomes the next smaller one.
const (
	tabShown = "\u2003"
	emSpace  = "\u2002"
)

// withoutTabs is a text as a field holds it.
func withoutTabs(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, tabShown, emSpace), "\t", tabShown)
}

// withTabs is the text that a field means.
func withTabs(s string) string { return strings.ReplaceAll(s, tabShown, "\t") }

// tabless is a clipboard for the toolkit's entry: what comes from it is held
// without tabs, what goes to it has them.
type tabless struct{ fyne.Clipboard }

func (c tabless) Content() string     { return withoutTabs(c.Clipboard.Content()) }
func (c tabless) SetContent(s string) { c.Clipboard.SetContent(withTabs(s)) }
