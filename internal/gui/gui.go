// Package gui is the window: its shell, the way between screens, and what all
// screens share (jobs, dialogs, saving, errors). Each screen is a package
// under it; they know the shell only through its doors, screen and desk.
//
// It promises that the window never waits for work, that what was edited is
// saved without being asked, and that an error is one sentence with what to
// do.
package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"briefing/assets"
	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/desktop"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/printing"
	"briefing/internal/settings"
)

// Config is what a window needs from outside.
type Config struct {
	App      fyne.App
	World    app.World
	Settings *settings.Store
	// Path is a project to open at once, "" for the start screen.
	Path string
	// Documents is where new projects and the example are put.
	Documents string
	// CacheDir keeps the compiled engine of the preview.
	CacheDir string
	Version  string
	// CrashReport is what an earlier run has left when it was ended by an error.
	CrashReport string
	// Dialogs are the system's; fakes in tests.
	Dialogs screen.Dialogs
	// Runner brings work back to the window.
	Runner *desk.Runner
	// Reveal and Open hand a file to the system.
	Open, Reveal func(path string) error
	// Print hands a finished file to the system's printing; nil offers none.
	Print func(printing.Job) error
	// Ending has its argument called, on any goroutine, each time the system asks
	// the program to end; nil if it never does.
	Ending func(func())
	// Waiter waits for the system's events; nil where the toolkit's loop has to
	// look for them all the time.
	Waiter desk.Waiter
	// Clip puts formatted text on the system's clipboard; nil where it can't be.
	Clip func(text, html string) error
}

// System completes a configuration with the real system.
func System(c Config) Config {
	if c.Documents == "" {
		c.Documents = desktop.Documents()
	}
	if c.CacheDir == "" {
		c.CacheDir = pages.CacheDir()
	}
	if c.Runner == nil {
		c.Runner = desk.NewRunner()
	}
	if c.Open == nil {
		c.Open, c.Reveal, c.Print = desktop.Open, desktop.Reveal, printing.System().Print
		c.Clip, c.Ending = desktop.SystemClipboard().Put, desktop.OnEnding
	}
	return c
}

// Delays of what happens once things are quiet.
const (
	saveDelay     = 3 * time.Second
	standingDelay = 150 * time.Millisecond
)

// New builds the window and shows the start screen or the project of the
// configuration. It is called on the toolkit's goroutine; ShowAndRun comes next.
func New(c Config) *Shell {
	look := theme.New(theme.SetByKey(c.Settings.Get().Theme))
	c.App.Settings().SetTheme(look)
	icon := fyne.NewStaticResource("briefing.png", assets.Icon())
	c.App.SetIcon(icon)
	if c.Runner.Report == nil && c.World.Reports.Dir != "" {
		c.Runner.Report = c.World.Reports.Write
	}
	// The sign of the bar is drawn for its size; the picture would be kept whole.
	sign := fyne.NewStaticResource("briefing.svg", assets.IconSVG())
	s := &Shell{conf: c, runner: c.Runner, sign: sign, win: c.App.NewWindow("Briefing")}
	s.enlarge(c.Settings.Get().Scale)
	s.win.SetPadded(false)
	s.win.SetMaster()
	s.pages = pages.New(c.CacheDir)
	s.bare = newSession(s, nil)
	s.later = s.runner.Later(saveDelay, s.autosave)
	s.resting = s.runner.Later(restDelay, s.rest)
	if s.conf.Dialogs == nil {
		s.conf.Dialogs = dialogs{shell: s}
	}
	size := c.Settings.Get()
	s.win.Resize(fyne.NewSize(size.Width, size.Height))
	s.build()
	s.win.SetOnDropped(s.dropped)
	s.win.SetCloseIntercept(s.quit)
	s.whenStarted(func() {
		if c.Ending != nil { // only now: the toolkit's own answer to it is to be replaced
			c.Ending(func() { s.runner.Do(s.quit) })
		}
		s.resting.Touch()
		if c.Waiter != nil {
			s.runner.Calm(c.Waiter)
		}
		if c.CrashReport != "" {
			s.toasts.Say(kit.Warn, kit.IconReserved, s.t("crashed"), s.t("export.reveal"), func() {
				if err := c.Reveal(c.CrashReport); err != nil {
					s.fail(err)
				}
			})
		}
		if c.Path != "" {
			s.OpenProject(c.Path)
		}
	})
	return s
}

// whenStarted calls fn once the toolkit runs: before that nothing may come
// back from other goroutines.
func (s *Shell) whenStarted(fn func()) {
	if s.runner.Inline {
		fn()
		return
	}
	s.conf.App.Lifecycle().SetOnStarted(fn)
}

// ShowAndRun shows the window and returns when it is closed. A project that is
// still open then, since the toolkit ended by itself, is saved and closed.
func (s *Shell) ShowAndRun() {
	s.win.ShowAndRun()
	if se := s.open; se != nil {
		s.runner.Stop()
		if err := closeSafely(se.project); err != nil {
			_ = se.project.Close() // the working copy keeps what could not be written
		}
	}
}

// Window is the window.
func (s *Shell) Window() fyne.Window { return s.win }

// Project is the open project, nil while there is none.
func (s *Shell) Project() *app.Project {
	if s.open == nil {
		return nil
	}
	return s.open.project
}

// Show brings a screen of the open project to the front, and in it a record
// and a field; without a screen, the one that holds the record.
func (s *Shell) Show(to screen.Key, ref briefing.Ref, field string) {
	if s.open != nil {
		s.open.Go(to, ref, field)
	}
}

// TakeIn shows how files are understood, as when they are dropped on the window.
func (s *Shell) TakeIn(files ...string) { s.takeDropped(files) }

// Reload shows the settings after they were changed from outside.
func (s *Shell) Reload() { s.apply() }

// Quit saves, closes and ends the program, as closing the window does.
func (s *Shell) Quit() { s.quit() }
