package gui

import (
	"context"
	"path/filepath"
	"time"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// saving is what is known of the project's file.
type saving struct {
	at      time.Time
	running bool
	failed  error
}

// autosave publishes the work to the user's file once the user pauses.
func (s *Shell) autosave() { s.save(nil) }

// saveNow saves what was typed and publishes it, on Ctrl+S.
func (s *Shell) saveNow() {
	if s.open == nil {
		return
	}
	s.runner.Flush() // forms hand over what was typed
	s.save(func(err error) {
		if err == nil {
			s.say(kit.Good, kit.IconConfirmed, s.t("saved.now", s.open.fileName()))
		}
	})
}

// save publishes beside the window; a failure is told once, and again only
// when the user saves himself.
func (s *Shell) save(then func(error)) {
	se := s.open
	if se == nil {
		return
	}
	if s.saved.running || len(s.jobs) > 0 && then == nil {
		s.later.Touch() // publishing waits for the job that is writing
		return
	}
	s.saved.running = true
	s.run("", func(context.Context, func(int, int, string)) error { return se.project.Save() }, func(err error) {
		if s.open != se {
			return
		}
		told := s.saved.failed != nil
		s.saved.running, s.saved.failed = false, err
		if err == nil {
			s.saved.at = s.conf.World.Now()
			if c := se.project.State().Conflict; c != "" {
				s.say(kit.Warn, kit.IconReserved, s.t("saved.conflict", filepath.Base(c)))
			}
		} else if !told || then != nil {
			s.fail(err)
		}
		s.showStatus()
		if then != nil {
			then(err)
		}
	})
}

// showStatus tells at the left where the work is saved, at the right what runs.
func (s *Shell) showStatus() {
	if s.open == nil {
		s.status.SetLeft("", kit.Neutral, kit.StatusPart{Text: s.t("status.none")})
		s.status.SetRight(kit.StatusPart{Text: s.t("status.folder", s.conf.Documents)})
		return
	}
	icon, tone, word := kit.IconConfirmed, kit.Good, ""
	st := s.open.project.State()
	switch {
	case s.open.project.KnownDamage() != nil:
		icon, tone, word = kit.IconReserved, kit.Warn, s.t("rescue.status")
	case st.ReadOnly:
		icon, tone, word = "lock", kit.Warn, s.t("status.read_only")
	case s.saved.failed != nil:
		icon, tone, word = kit.IconReserved, kit.Warn, s.t("status.not_saved")
	case st.Unpublished || s.later.Due():
		icon, tone, word = "edit", kit.Neutral, s.t("status.kept")
	case s.saved.at.IsZero():
		word = s.t("status.unchanged")
	default:
		word = s.t("status.saved", s.saved.at.Format("15:04"))
	}
	s.status.SetLeft(icon, tone, kit.StatusPart{Text: word}, kit.StatusPart{Text: s.open.fileName()})
	s.showRunning()
}

// showRunning tells the job that runs, or how many rows of trade there are.
func (s *Shell) showRunning() {
	if n := len(s.jobs); n > 0 {
		s.status.SetRight(kit.StatusPart{Text: s.jobs[n-1].said})
		return
	}
	if s.open != nil && s.open.standing != nil {
		s.status.SetRight(kit.StatusPart{Text: lang.Plural(s.lang(), "gui.count.rows", s.open.standing.Counts.Rows)})
		return
	}
	s.status.SetRight()
}

// remember puts the open project on the list of recent ones.
func (s *Shell) remember() {
	if s.open == nil {
		return
	}
	k, at := s.open.project.Pack(), s.conf.World.Now()
	r := settings.Recent{Path: s.open.project.Path, Title: k.ShortTitle.Any(s.lang()), Subtitle: k.Subtitle.Any(s.lang()), Template: k.Template, Opened: at}
	if r.Title == "" {
		r.Title = k.Title.Any(s.lang())
	}
	if st := s.open.standing; st != nil {
		r.Share, r.Blocking = st.Share(), st.Counts.Blocking
	}
	s.keep(func(c *settings.Settings) {
		c.Opened(r)
		c.SetFolder("open", filepath.Dir(r.Path))
	})
}

// closeProject saves and closes, then calls on. When that fails the user
// decides: the work is kept beside the file either way.
func (s *Shell) closeProject(then func()) {
	se := s.open
	if se == nil {
		then()
		return
	}
	if s.closing {
		return
	}
	s.runner.Flush()
	s.closing = true
	s.remember()
	s.cancelJobs()
	s.run("", func(context.Context, func(int, int, string)) error { return closeSafely(se.project) }, func(err error) {
		s.closing = false
		if err != nil {
			s.askCloseUnsaved(err, func() {
				_ = se.project.Close() // the user knows that it can't be written; the working copy keeps it
				s.drop(se)
				then()
			})
			return
		}
		s.drop(se)
		then()
	})
}

// closeSafely publishes first, so that a failure leaves the project open.
func closeSafely(p *app.Project) error {
	if p.Ready() == nil && !p.State().ReadOnly { // else there is nothing to save
		if err := p.Save(); err != nil {
			return err
		}
	}
	return p.Close()
}

// drop forgets a closed project.
func (s *Shell) drop(se *session) {
	se.closed = true
	for _, sc := range se.screens {
		if c, ok := sc.(interface{ Close() }); ok {
			c.Close()
		}
	}
	if s.open == se {
		s.open, s.current, s.saved = nil, "", saving{}
		s.later.Stop()
	}
}

// askCloseUnsaved offers to close although the file can't be written.
func (s *Shell) askCloseUnsaved(err error, closeIt func()) {
	sentence, hint := lang.Error(s.lang(), err)
	var d *kit.Dialog
	stay := kit.NewButton(kit.Primary, "", s.t("close_unsaved.stay"), func() { d.Close() })
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("close_unsaved.title"), CloseName: s.t("close"),
		Content: paragraphs(sentence, hint, s.t("close_unsaved.kept", s.t("menu.file"), s.t("menu.copy"))),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("close_unsaved.close"), func() { d.Close(); closeIt() }),
			stay,
		},
	})
	d.ShowOn(s.win.Canvas())
	s.win.Canvas().Focus(stay) // Enter by habit leaves nothing behind
}

// quit saves, closes and ends the program.
func (s *Shell) quit() {
	size := s.win.Canvas().Size()
	s.keep(func(c *settings.Settings) { c.Width, c.Height = size.Width, size.Height })
	s.closeProject(func() {
		s.runner.Stop()
		_ = s.pages.Close() // nothing of the user's hangs on it
		s.win.SetCloseIntercept(nil)
		s.win.Close()
	})
}
