package gui

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// askMoment asks for the pack's as-of moment: what was published later is
// kept out of it.
func (se *session) askMoment() {
	s := se.shell
	k := se.project.Pack()
	zone := time.Local
	was := ""
	if t, ok := k.Moment(); ok {
		zone, was = t.Location(), lang.Moment(s.lang(), t)
	}
	text := kit.NewTextField(was, s.t("moment.hint"), nil)
	field := kit.NewField(s.t("moment.field"), true, text).WithHint(s.t("moment.why"))
	var d *kit.Dialog
	set := func() {
		at, err := lang.ParseStamp(s.lang(), text.Text(), zone)
		if err == nil && !at.HasHour() {
			err = &briefing.Error{Code: briefing.CodeBadMoment, Path: text.Text()}
		}
		if err != nil {
			sentence, hint := lang.Error(s.lang(), err)
			field.SetError(sentence + " " + hint)
			d.Refresh()
			return
		}
		d.Close()
		k.AsOf = at
		if err := se.project.Put(k); err != nil {
			s.fail(err)
		}
	}
	text.OnSubmit = func(string) { set() }
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("moment.title"), Content: kit.Form(field), CloseName: s.t("close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("moment.set"), set),
		},
	})
	d.ShowOn(s.win.Canvas())
}
