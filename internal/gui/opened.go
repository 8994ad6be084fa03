package gui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// tellState says what the user has to know of a project that was just opened.
// It stands under the title: who looks away for a moment must not miss that
// nothing here can be changed, or that work lies in another file.
func (s *Shell) tellState() {
	se := s.open
	if se == nil { // its figures could not be read
		return
	}
	st := se.project.State()
	if st.CutOff {
		se.lastChange = se.project.LastChange()
	}
	se.notice = s.noticeOf(se, st)
	s.showBar()
	if st.Elsewhere() {
		s.offerTakeOver(st)
	}
}

// noticeOf is what makes the bar of a project, anew in each language and look;
// nil when there is nothing to tell.
func (s *Shell) noticeOf(se *session, st app.State) func() fyne.CanvasObject {
	button := func(key string, do func()) *kit.Button { return kit.NewButton(kit.Secondary, "", s.t(key), do) }
	closing := func() *kit.Button {
		return kit.NewIconButton(kit.IconClose, s.t("close"), func() {
			se.notice = nil
			s.showBar()
		})
	}
	switch r := st.Recovered; {
	case r != nil && r.Conflict != "":
		return func() fyne.CanvasObject {
			return kit.NewBar(kit.Warn, kit.IconReserved, s.t("opened.recovered_apart", filepath.Base(r.Conflict)),
				button("rescue.open", func() { s.OpenProject(r.Conflict) }), closing())
		}
	case r != nil && r.Aside != "":
		return func() fyne.CanvasObject {
			return kit.NewBar(kit.Warn, kit.IconReserved, s.t("opened.aside"), button("export.reveal", func() {
				if err := s.conf.Reveal(r.Aside); err != nil {
					s.fail(err)
				}
			}), closing())
		}
	case st.ReadOnly:
		return func() fyne.CanvasObject {
			return kit.NewBar(kit.Warn, "lock", s.heldBy(st), button("opened.copy", s.openCopy))
		}
	case st.CutOff || r != nil && r.Actions > 0:
		return func() fyne.CanvasObject {
			return kit.NewBar(kit.Good, kit.IconConfirmed, s.toldRecovery(se, st), closing())
		}
	}
	return nil
}

// heldBy says why a project can only be read.
func (s *Shell) heldBy(st app.State) string {
	switch h := st.Holder; {
	case h == nil:
		return s.t("opened.read_only")
	case h.User == "" && h.Host == "": // he has not written his name yet, or can't
		return s.t("opened.held_unknown")
	default:
		return s.t("opened.held", h.User, h.Host, lang.Moment(s.lang(), h.Since.In(s.conf.World.Now().Location())))
	}
}

// toldRecovery says what opening brought back after the program had died.
func (s *Shell) toldRecovery(se *session, st app.State) string {
	switch {
	case !st.CutOff: // closed although the file could not be written
		return s.t("opened.recovered", st.Recovered.Actions)
	case se.lastChange.IsZero():
		return s.t("opened.cut_off")
	default:
		return s.t("opened.cut_off_at", lang.Moment(s.lang(), se.lastChange))
	}
}

// showBar puts what stays to be known of the open project under the title, or
// takes it away.
func (s *Shell) showBar() {
	s.bar.Objects = nil
	if s.open != nil && s.open.notice != nil {
		s.bar.Objects = []fyne.CanvasObject{s.open.notice()}
	}
	s.frame.Refresh()
}
