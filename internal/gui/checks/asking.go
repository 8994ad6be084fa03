package checks

import (
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/check"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Accept asks for the reason why a finding stays as it is and for who answers for
// it. By is who did last, "" for the user of the computer; accepted is told who
// it was, and may be nil.
func Accept(d desk.Desk, f *app.FindingView, by string, accepted func(by string)) {
	a := &asking{desk: d, finding: f, accepted: accepted}
	a.show(by)
}

// asking is the dialog of one acceptance.
type asking struct {
	desk               desk.Desk
	finding            *app.FindingView
	accepted           func(by string)
	why, who           *kit.TextField
	whyField, whoField *kit.Field
	all                bool // those alike too
	dialog             *kit.Dialog
}

func (a *asking) t(key string, args ...any) string {
	return desk.T(a.desk, "checks."+key, args...)
}

// alike are the other findings of the same rule about the same record, which
// can be accepted for the same reason.
func (a *asking) alike() []check.Finding {
	st := a.desk.Standing()
	if st == nil {
		return nil
	}
	var out []check.Finding
	for i := range st.Findings {
		f, g := a.finding, &st.Findings[i]
		if g.Code == f.Code && g.Ref == f.Ref && g.Accepted == nil && g.Barred == "" && g.Of.Print != f.Of.Print {
			out = append(out, g.Of)
		}
	}
	return out
}

func (a *asking) show(by string) {
	reason := ""
	if a.finding.Lapsed != nil {
		reason = a.finding.Lapsed.Reason
	}
	if by == "" {
		by = a.desk.Project().World.User
	}
	a.why = kit.NewTextArea(reason, a.t("accept.hint"), 3, nil)
	a.who = kit.NewTextField(by, "", nil).Offered()
	a.whyField = kit.NewField(a.t("accept.reason"), true, a.why)
	a.whoField = kit.NewField(a.t("accept.by"), true, a.who).WithHint(a.t("accept.kept"))
	a.why.OnChange = func(string) { a.whyField.SetError("") }
	a.who.OnChange = func(string) { a.whoField.SetError("") }
	content := []fyne.CanvasObject{kit.NewWrapped(a.finding.Evidence, kit.Small, theme.Second), kit.Form(a.whyField, a.whoField)}
	if n := len(a.alike()); n > 0 {
		content = append(content, kit.NewCheckBox(a.t("accept.alike", n), "", false, func(on bool) { a.all = on }))
	}
	a.dialog = kit.NewDialog(kit.DialogSpec{
		Title: a.t("accept.title"), Subtitle: a.finding.Rule, Content: kit.Column(12, content...), CloseName: a.t("accept.close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", a.t("accept.cancel"), func() { a.dialog.Close() }),
			kit.NewButton(kit.Primary, "", a.t("accept.do"), a.set),
		},
	})
	a.dialog.ShowOn(a.desk.Window().Canvas())
}

// set accepts, or says what is missing.
func (a *asking) set() {
	empty := false
	for field, text := range map[*kit.Field]string{a.whyField: a.why.Text(), a.whoField: a.who.Text()} {
		if strings.TrimSpace(text) == "" {
			field.SetError(a.t("accept.empty"))
			empty = true
		}
	}
	if empty {
		a.dialog.Refresh()
		return
	}
	list := []check.Finding{a.finding.Of}
	if a.all {
		list = append(list, a.alike()...)
	}
	a.dialog.Close()
	if a.accepted != nil {
		a.accepted(strings.TrimSpace(a.who.Text()))
	}
	if err := a.desk.Project().AcceptFindings(list, a.why.Text(), a.who.Text()); err != nil {
		a.desk.Fail(err)
		return
	}
	a.desk.Say(a.t("accept.done", len(list)))
}
