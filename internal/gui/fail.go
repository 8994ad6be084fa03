package gui

import (
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/desktop"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// fail tells an error in one sentence with what to do; what a cause says is
// behind «Подробности», to be copied for support.
func (s *Shell) fail(err error) {
	if err == nil {
		return
	}
	if briefing.CodeOf(err) == briefing.CodeCancelled {
		s.say(kit.Neutral, kit.IconInfo, s.t("cancelled"))
		return
	}
	slog.Warn("told to the user", "error", err)
	sentence, hint := lang.Error(s.lang(), err)
	if errors.Is(err, desktop.ErrNoProgram) {
		sentence, hint = s.t("fail.no_program"), s.t("fail.no_program_hint")
	}
	details := kit.NewWrapped(err.Error(), kit.Caption, theme.Second)
	details.Hide()
	body := paragraphs(sentence, hint)
	body.Add(details)
	var d *kit.Dialog
	more := kit.NewButton(kit.Link, "", s.t("fail.details"), func() {
		details.Show()
		d.Refresh()
	})
	done := kit.NewButton(kit.Primary, "", s.t("close"), func() { d.Close() })
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("fail.title"), Content: body, Foot: kit.Row(0, more), CloseName: s.t("close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "copy", s.t("fail.copy"), func() {
				s.conf.App.Clipboard().SetContent(sentence + "\n" + hint + "\n" + err.Error())
			}),
			done,
		},
	})
	d.ShowOn(s.win.Canvas())
	s.win.Canvas().Focus(done)
}

// paragraphs sets sentences under one another, the first in ink.
func paragraphs(texts ...string) *fyne.Container {
	c := kit.Column(8)
	ink := theme.Ink
	for _, t := range texts {
		if t != "" {
			c.Add(kit.NewWrapped(t, kit.Body, ink))
			ink = theme.Second
		}
	}
	return c
}
