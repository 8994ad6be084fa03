package gui

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/packs"
	"briefing/internal/gui/screen"
	"briefing/internal/settings"
)

// session is the desk on which one project lies open, or the bare desk of the
// start screen. What it promised a screen it keeps until the project is
// closed; after that calls do nothing.
type session struct {
	shell    *Shell
	project  *app.Project // nil on the bare desk
	screens  map[screen.Key]screen.Screen
	stale    map[screen.Key]bool
	standing *app.Standing
	anew     *desk.Later
	making   bool // a standing is being made
	closed   bool
	// notice makes the bar that stays under the title; nil: there is none.
	notice     func() fyne.CanvasObject
	langs      []briefing.Lang // of the pack
	changes    int             // of the project since it was opened
	turns      turning
	lastChange time.Time // of a project that the program died with, else zero
}

func newSession(s *Shell, p *app.Project) *session {
	se := &session{shell: s, project: p, screens: map[screen.Key]screen.Screen{}, stale: map[screen.Key]bool{}}
	se.anew = s.runner.Later(standingDelay, se.makeStanding)
	if p != nil {
		se.langs = p.Languages()
	}
	return se
}

// fileName is the file that the work goes to: the project's own, or the copy
// beside it once somebody else has changed that.
func (se *session) fileName() string {
	if c := se.project.State().Conflict; c != "" {
		return filepath.Base(c)
	}
	return filepath.Base(se.project.Path)
}

// start begins to follow the project.
func (se *session) start() {
	se.project.Watch(func() {
		se.shell.runner.Do(func() {
			if !se.closed {
				se.changed()
			}
		})
	})
	se.ready()
}

// ready shows what can be shown before the figures are there, and then where
// the pack stands. A project whose figures can't be read is let go again.
func (se *session) ready() {
	p, l := se.project, se.Lang()
	var soon *app.Standing
	se.Run("", func(context.Context, func(int, int, string)) error {
		soon = p.StandingSoon(l)
		return nil
	}, func(err error) {
		if err == nil && !se.closed && se.standing == nil {
			se.show(soon)
		}
		se.Run("", func(context.Context, func(int, int, string)) error { return p.Ready() }, func(err error) {
			switch {
			case se.closed:
			case err != nil:
				se.shell.closeProject(func() {
					se.shell.build()
					se.shell.fail(err)
				})
			default:
				se.makeStanding()
			}
		})
	})
}

// changed is called after each change of the project.
func (se *session) changed() {
	se.changes++
	se.shell.later.Touch()
	se.shell.showTitle()
	se.shell.showTurns()
	se.shell.showStatus()
	if langs := se.project.Languages(); !slices.Equal(langs, se.langs) {
		se.langs = langs
		se.shell.showContent()
	}
	se.anew.Touch()
	se.refresh()
}

// refresh shows the project as it is now: the screen in front at once, the
// others when they are shown.
func (se *session) refresh() {
	for key, sc := range se.screens {
		if key == se.shell.current {
			sc.Refresh()
			continue
		}
		se.stale[key] = true
	}
}

// makeStanding reckons where the pack stands, beside the window. A change
// meanwhile makes it once more.
func (se *session) makeStanding() {
	if se.project == nil || se.closed {
		return
	}
	if se.making {
		se.anew.Touch()
		return
	}
	se.making = true
	var made *app.Standing
	l := se.Lang()
	se.Run("", func(context.Context, func(int, int, string)) error {
		made = se.project.Standing(l)
		return nil
	}, func(err error) {
		se.making = false
		if se.closed {
			return
		}
		if err != nil {
			se.Fail(err)
			return
		}
		if se.standing == nil || se.standing.Partial {
			defer se.shell.remember() // the list of recent ones tells how far each is
		}
		se.show(made)
		if made.Err != nil {
			se.Fail(made.Err)
		}
	})
}

// show puts a standing before the user.
func (se *session) show(st *app.Standing) {
	se.standing = st
	se.shell.showNav()
	se.shell.showTurns()
	se.shell.showStatus()
	for _, key := range []screen.Key{screen.Overview, screen.Pack, screen.Checks} {
		if sc, ok := se.screens[key]; ok && key == se.shell.current {
			sc.Refresh()
		} else if ok {
			se.stale[key] = true
		}
	}
}

// screen is the screen of that key, made when it is first shown.
func (se *session) screen(key screen.Key) screen.Screen {
	if sc, ok := se.screens[key]; ok {
		return sc
	}
	for _, e := range entries() {
		if e.key == key {
			sc := e.make(se)
			se.screens[key] = sc
			return sc
		}
	}
	return nil
}

// count is what stands behind an entry of the side bar.
func (se *session) count(key screen.Key) (string, []kit.NavMark) {
	if se.standing == nil {
		return "", nil
	}
	c := se.standing.Counts
	switch key {
	case screen.Figures:
		return count(c.Facts), nil
	case screen.Events:
		return count(c.Events), nil
	case screen.People:
		return count(c.People), nil
	case screen.Agreements:
		return count(c.Agreements), nil
	case screen.Messages:
		return count(c.Messages), nil
	case screen.Sources:
		return count(c.Sources), nil
	case screen.Checks:
		var marks []kit.NavMark
		if c.Blocking > 0 {
			marks = append(marks, kit.NavMark{Severity: kit.Blocking, Count: count(c.Blocking)})
		}
		if c.Remarks > 0 {
			marks = append(marks, kit.NavMark{Severity: kit.Remark, Count: count(c.Remarks)})
		}
		return "", marks
	}
	return "", nil
}

// Project is the open project, nil on the bare desk.
func (se *session) Project() *app.Project { return se.project }

// Window is the window.
func (se *session) Window() fyne.Window { return se.shell.win }

// Lang is the language of the interface.
func (se *session) Lang() briefing.Lang { return se.shell.lang() }

// Content is the language of contents and preview: the one the user chose last,
// or the pack's first where it is none of the pack's.
func (se *session) Content() briefing.Lang {
	l := se.shell.conf.Settings.Get().Content
	if len(se.langs) > 0 && !slices.Contains(se.langs, l) {
		return se.langs[0]
	}
	return l
}

// Go shows another screen, and in it a record and a field.
func (se *session) Go(to screen.Key, ref briefing.Ref, field string) {
	if se.closed || se.project == nil {
		return
	}
	if to == "" {
		key, ok := screenOf(ref.Kind)
		if !ok {
			return
		}
		to = key
	}
	se.shell.show(to)
	if sc := se.screens[to]; sc != nil && ref != (briefing.Ref{}) {
		sc.Show(ref, field)
	}
}

// Run does work beside the window; a job without a name is not told of.
func (se *session) Run(name string, work func(ctx context.Context, progress func(done, total int, what string)) error, then func(error)) {
	se.shell.run(name, work, func(err error) {
		if then != nil {
			then(err)
		}
	})
}

// Fail tells an error.
func (se *session) Fail(err error) { se.shell.fail(err) }

// Say shows a short notice.
func (se *session) Say(text string) { se.shell.say(kit.Neutral, kit.IconInfo, text) }

// Offer shows a short notice with one thing to do about it.
func (se *session) Offer(text, action string, do func()) {
	se.shell.toasts.Say(kit.Neutral, kit.IconInfo, text, action, func() {
		if !se.closed {
			do()
		}
	})
}

// Hand gives a file to the system.
func (se *session) Hand(path string) error { return se.shell.conf.Open(path) }

// Dialogs are the file dialogs.
func (se *session) Dialogs() screen.Dialogs { return se.shell.conf.Dialogs }

// Standing is where the pack stands, nil until it is first made.
func (se *session) Standing() *app.Standing {
	if se.standing != nil && se.standing.Partial {
		return nil
	}
	return se.standing
}

// Soon is what of it can be shown before that, nil until it is made.
func (se *session) Soon() *app.Standing { return se.standing }

// Later makes a delayed call.
func (se *session) Later(delay time.Duration, fn func()) *desk.Later {
	return se.shell.runner.Later(delay, func() {
		if !se.closed {
			fn()
		}
	})
}

// Pages makes page images.
func (se *session) Pages() *pages.Maker { return se.shell.pages }

// Settings are the user's.
func (se *session) Settings() *settings.Store { return se.shell.conf.Settings }

// Apply shows the settings after a change.
func (se *session) Apply() { se.shell.apply() }

// Export opens the dialog that makes the outputs.
func (se *session) Export() {
	if se.project == nil || se.closed {
		return
	}
	se.shell.runner.Flush()
	packs.ShowExport(se, packs.System{Open: se.shell.conf.Open, Reveal: se.shell.conf.Reveal, Print: se.shell.conf.Print, Documents: se.shell.conf.Documents})
}

// TakeIn asks for files of figures and shows how they are understood.
func (se *session) TakeIn() {
	if !se.closed {
		se.shell.takeIn()
	}
}

// TakePasted takes in the table that lies on the clipboard.
func (se *session) TakePasted() {
	if !se.closed {
		se.shell.takePasted()
	}
}

// AskNew asks for a new project made from a template.
func (se *session) AskNew(template string) { se.shell.askNew(template) }

// AskOpen asks for a file and opens it.
func (se *session) AskOpen() { se.shell.askOpen() }

// OpenProject opens a project.
func (se *session) OpenProject(path string) { se.shell.OpenProject(path) }

// Waits reports whether a project has a working copy that a crash left.
func (se *session) Waits(path string) bool { return app.Waits(se.shell.conf.World, path) }

// OpenExample opens the example project, made when it is not there yet.
func (se *session) OpenExample() { se.shell.openExample() }

// version is the program's, for the help.
func (se *session) version() string { return se.shell.conf.Version }
