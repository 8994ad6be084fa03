// Package screen is the door between the shell and its screens: what a screen
// is given, and what the shell asks of it. Screens hold no arithmetic, SQL or
// file access; they ask app and show what it answers.
package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// Key names a screen in the side bar.
type Key string

// The screens, in the order of the side bar.
const (
	Overview   Key = "overview"
	Figures    Key = "figures"
	Events     Key = "events"
	People     Key = "people"
	Agreements Key = "agreements"
	Messages   Key = "messages"
	Sources    Key = "sources"
	Pack       Key = "pack"
	Checks     Key = "checks"
)

// SectionField before the key of a section is, with the record of the pack, a
// field to show: that section's pages.
const SectionField = "section:"

// FilledOn is the screen where the content of a section is entered.
func FilledOn(section string) Key {
	switch section {
	case "event", "chronology":
		return Events
	case "objectives", "points", "proposals":
		return Messages
	case "summary", "reference", "trade", "structure", "hub", "annex":
		return Figures
	case "agreements":
		return Agreements
	case "people":
		return People
	case "sources":
		return Sources
	}
	if strings.HasPrefix(section, "text-") { // written by hand
		return Messages
	}
	return Pack
}

// Screen is one screen of an open project. All its methods are called on the
// window's own goroutine.
type Screen interface {
	// Object is the screen's content; always the same one.
	Object() fyne.CanvasObject
	// Refresh shows the project as it is now; called after each change and
	// when the language of interface or contents changes.
	Refresh()
	// Show selects a record and, when field is not empty, puts the cursor in
	// that field; a record that the screen does not hold is ignored.
	Show(ref briefing.Ref, field string)
}

// Desk is what the shell gives to a screen.
type Desk interface {
	Project() *app.Project
	Window() fyne.Window
	// Lang is the language of the interface, ru or en.
	Lang() briefing.Lang
	// Content is the language of contents and preview, chosen in the top bar.
	Content() briefing.Lang
	// Go shows another screen, and in it a record and a field.
	Go(to Key, ref briefing.Ref, field string)
	// Run does work on another goroutine with progress in the status line and
	// a way to cancel; then is called on the window's goroutine.
	Run(name string, work func(ctx context.Context, progress func(done, total int, what string)) error, then func(error))
	// Fail tells an error in one sentence with what to do, details and copy.
	Fail(err error)
	// Say shows a short notice that needs no answer.
	Say(text string)
	// Dialogs are the system's file dialogs; fakes in tests.
	Dialogs() Dialogs
}

// Dialogs ask for files. An empty answer means that the user has cancelled.
// They may be called from any goroutine and return on the same one.
type Dialogs interface {
	Open(title, folder string, patterns ...string) (string, error)
	OpenMany(title, folder string, patterns ...string) ([]string, error)
	Save(title, folder, name string, patterns ...string) (string, error)
	Folder(title, folder string) (string, error)
}
