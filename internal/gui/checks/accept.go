package checks

import (
	"strings"

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

// alike are the other findings of the same rule about the same record, which
// can be accepted for the same reason.
func (s *Screen) alike(f *app.FindingView) []check.Finding {
	var out []check.Finding
	for i := range s.shown.Findings {
		g := &s.shown.Findings[i]
		if g.Code == f.Code && g.Ref == f.Ref && g.Accepted == nil && g.Barred == "" && g.Of.Print != f.Of.Print {
			out = append(out, g.Of)
		}
	}
	return out
}

// accept asks for the reason and for who answers for it.
func (s *Screen) accept(f *app.FindingView) {
	reason, by := "", s.by
	if f.Lapsed != nil {
		reason = f.Lapsed.Reason
	}
	if by == "" {
		by = s.desk.Project().World.User
	}
	why := kit.NewTextArea(reason, s.t("accept.hint"), 3, nil)
	who := kit.NewTextField(by, "", nil)
	whyField := kit.NewField(s.t("accept.reason"), true, why)
	whoField := kit.NewField(s.t("accept.by"), true, who).WithHint(s.t("accept.kept"))
	why.OnChange = func(string) { whyField.SetError("") }
	who.OnChange = func(string) { whoField.SetError("") }
	content := []fyne.CanvasObject{kit.NewWrapped(f.Evidence, kit.Small, theme.Second), kit.Form(whyField, whoField)}
	others, all := s.alike(f), false
	if len(others) > 0 {
		content = append(content, kit.NewCheckBox(s.t("accept.alike", len(others)), "", false, func(on bool) { all = on }))
	}
	var d *kit.Dialog
	set := func() {
		empty := false
		for field, text := range map[*kit.Field]string{whyField: why.Text(), whoField: who.Text()} {
			if strings.TrimSpace(text) == "" {
				field.SetError(s.t("accept.empty"))
				empty = true
			}
		}
		if empty {
			d.Refresh()
			return
		}
		list := []check.Finding{f.Of}
		if all {
			list = append(list, others...)
		}
		d.Close()
		s.by = strings.TrimSpace(who.Text())
		if err := s.desk.Project().AcceptFindings(list, why.Text(), who.Text()); err != nil {
			s.desk.Fail(err)
			return
		}
		s.desk.Say(s.t("accept.done", len(list)))
	}
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("accept.title"), Subtitle: f.Rule, Content: kit.Column(12, content...), CloseName: s.t("accept.close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("accept.cancel"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("accept.do"), set),
		},
	})
	d.ShowOn(s.desk.Window().Canvas())
}

// takeBack lets the finding stand again.
func (s *Screen) takeBack(f *app.FindingView) {
	if err := s.desk.Project().TakeBack(f.Accepted.ID); err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Say(s.t("take_back.done"))
}
