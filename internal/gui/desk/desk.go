// Package desk is what the shell gives to its own screens beyond screen.Desk,
// and the one way by which work on other goroutines comes back to the window.
//
// It promises that what Run and Later call back is called on the window's
// goroutine, once, that a panic of a job is an error told to the user and not
// the end of the program, and that nothing is called back after Stop.
package desk

import (
	"time"

	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/gui/screen"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// Desk is screen.Desk with what the shell's own screens need.
type Desk interface {
	screen.Desk
	// Standing is where the pack stands; it is made anew beside the window
	// after each change, and the screens are refreshed when it is there. Nil
	// until the first one is made.
	Standing() *app.Standing
	// Soon is Standing or, before there is one, the part of it that needs no
	// figures.
	Soon() *app.Standing
	// Later makes a delayed call; see Later.
	Later(delay time.Duration, fn func()) *Later
	// Pages makes page images; its engine starts at the first use.
	Pages() *pages.Maker
	// Settings are the user's.
	Settings() *settings.Store
	// Apply shows the settings after they were changed.
	Apply()
	// Offer shows a short notice with one thing to do about it.
	Offer(text, action string, do func())
	// Hand gives a file to the system, to be shown by the program it has for it.
	Hand(path string) error
	// Export opens the dialog that makes the outputs.
	Export()
}

// T is a text of the window in the language of the interface.
func T(d screen.Desk, key string, args ...any) string { return lang.T(d.Lang(), "gui."+key, args...) }

// Plural is T for a count.
func Plural(d screen.Desk, key string, n int) string { return lang.Plural(d.Lang(), "gui."+key, n) }
