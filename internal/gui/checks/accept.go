package checks

import (
	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/check"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// told is the second line of a finding: what was found or, once it was
// accepted, why; that it had been accepted before it changed comes first.
func (s *Screen) told(f *app.FindingView) string {
	switch {
	case f.Accepted != nil:
		return s.t("accepted.line", f.Accepted.Reason, f.Accepted.By)
	case f.Lapsed != nil:
		return s.t("lapsed.line", f.Evidence)
	}
	return f.Evidence
}

// decision tells how the finding was accepted, or had been, or why it can't be;
// nil when there is nothing to tell.
func (s *Screen) decision(f *app.FindingView) fyne.CanvasObject {
	small := func(text string) fyne.CanvasObject { return kit.NewWrapped(text, kit.Small, theme.Ink) }
	quiet := func(text string) fyne.CanvasObject { return kit.NewWrapped(text, kit.Caption, theme.Second) }
	switch {
	case f.Accepted != nil:
		a := f.Accepted
		return kit.InspectorSection(s.t("accepted.head"), kit.Column(4, small(a.Reason), quiet(s.t("accepted.by", a.By, a.At)),
			quiet(s.t("accepted.weighed", s.weight(a.Weighed)))))
	case f.Lapsed != nil:
		a := f.Lapsed
		return kit.InspectorSection(s.t("lapsed.head"), kit.Column(4,
			kit.NewSeverityMark(kit.Remark, s.t("lapsed.mark")), quiet(s.t("lapsed.was", a.Evidence)),
			small(a.Reason), quiet(s.t("accepted.by", a.By, a.At))))
	case f.Barred != "":
		return kit.InspectorSection(s.t("barred.head"), small(f.Barred))
	}
	return nil
}

// weight is what a finding weighed, in words.
func (s *Screen) weight(w check.Severity) string {
	return lang.T(s.desk.Lang(), "pack.severity."+w.String())
}

// accept asks for the reason and for who answers for it.
func (s *Screen) accept(f *app.FindingView) {
	Accept(s.desk, f, s.by, func(by string) { s.by = by })
}

// takeBack lets the finding stand again.
func (s *Screen) takeBack(f *app.FindingView) {
	if err := s.desk.Project().TakeBack(f.Accepted.ID); err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Say(s.t("take_back.done"))
}
