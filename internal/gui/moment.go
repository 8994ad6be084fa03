package gui

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// momentPause is how long a moment that is typed rests before it is shown what
// it would do; momentLines is how many records of a part are named.
const (
	momentPause = 300 * time.Millisecond
	momentLines = 5
)

// momentAsk asks for the pack's as-of moment, and shows what another one would
// bring in and take out before it is set.
type momentAsk struct {
	se     *session
	text   *kit.TextField
	field  *kit.Field
	shows  *fyne.Container
	dialog *kit.Dialog
	zone   *time.Location
	later  *desk.Later
	turn   int            // of the last look; what an older one brings is dropped
	seen   briefing.Stamp // the moment whose effect is shown
}

// askMoment opens the dialog.
func (se *session) askMoment() {
	s := se.shell
	a := &momentAsk{se: se, shows: kit.Column(4), zone: time.Local}
	was := ""
	if t, ok := se.project.Pack().Moment(); ok {
		a.zone, was = t.Location(), lang.Moment(s.lang(), t)
	}
	a.later = se.Later(momentPause, a.look)
	a.text = kit.NewTextField(was, s.t("moment.hint"), func(string) { a.later.Touch() })
	a.field = kit.NewField(s.t("moment.field"), true, a.text).WithHint(s.t("moment.why"))
	a.text.OnSubmit = func(string) { a.set() }
	a.dialog = kit.NewDialog(kit.DialogSpec{
		Title: s.t("moment.title"), Content: kit.Column(12, kit.Form(a.field), a.shows), CloseName: s.t("close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { a.dialog.Close() }),
			kit.NewButton(kit.Primary, "", s.t("moment.set"), a.set),
		},
	})
	a.dialog.Width = 560
	a.dialog.ShowOn(s.win.Canvas())
}

// read is the moment that is typed.
func (a *momentAsk) read() (briefing.Stamp, error) {
	at, err := lang.ParseStamp(a.se.Lang(), a.text.Text(), a.zone)
	if err == nil && !at.HasHour() {
		err = &briefing.Error{Code: briefing.CodeBadMoment, Path: a.text.Text()}
	}
	return at, err
}

// look shows what the moment typed would do; one that can't be read yet shows
// nothing.
func (a *momentAsk) look() {
	at, err := a.read()
	if err != nil || !a.dialog.Open() {
		a.seen = ""
		a.show(nil)
		return
	}
	a.field.SetError("")
	a.after(at, func(*app.MomentMove) {})
}

// after works out what a moment would do, shows it, and goes on.
func (a *momentAsk) after(at briefing.Stamp, then func(*app.MomentMove)) {
	to, err := time.Parse(time.RFC3339, string(at))
	if err != nil {
		a.se.Fail(err)
		return
	}
	a.turn++
	turn, p, l := a.turn, a.se.project, a.se.Lang()
	var move *app.MomentMove
	a.se.Run("", func(context.Context, func(int, int, string)) error {
		move = p.MoveMoment(to, l)
		return nil
	}, func(err error) {
		switch {
		case turn != a.turn || !a.dialog.Open():
		case err != nil:
			a.se.Fail(err)
		default:
			a.seen = at
			a.show(move)
			then(move)
		}
	})
}

// set moves the moment once its effect was shown: pressed before that, it
// shows it, and waits to be pressed again where there is anything to see.
func (a *momentAsk) set() {
	at, err := a.read()
	if err != nil {
		sentence, hint := lang.Error(a.se.Lang(), err)
		a.field.SetError(sentence + " " + hint)
		a.dialog.Refresh()
		return
	}
	a.field.SetError("")
	if a.seen != at {
		a.after(at, func(m *app.MomentMove) {
			if !m.Any() {
				a.apply(at)
			}
		})
		return
	}
	a.apply(at)
}

func (a *momentAsk) apply(at briefing.Stamp) {
	a.dialog.Close()
	if err := a.se.project.SetMoment(at); err != nil {
		a.se.Fail(err)
	}
}

// show lists what enters, leaves and changes, and rows of figures by period.
func (a *momentAsk) show(m *app.MomentMove) {
	t := a.se.shell.t
	a.shows.Objects = nil
	if m != nil {
		if !m.Any() {
			a.shows.Add(kit.NewWrapped(t("moment.same"), kit.Small, theme.Second))
		}
		a.part("plus", theme.Good, "moment.enter", m.Enter)
		a.part("minus", theme.Bad, "moment.leave", m.Leave)
		a.part("edit", theme.Second, "moment.changed", m.Changed)
		a.rows(m.Rows)
	}
	a.shows.Refresh()
	a.dialog.Refresh()
}

func (a *momentAsk) part(icon string, c fyne.ThemeColorName, key string, list []app.MomentItem) {
	if len(list) == 0 {
		return
	}
	t := a.se.shell.t
	a.shows.Add(kit.Pad(6, 0, 0, 0, kit.Row(8, kit.NewSmallIcon(icon, c), kit.NewBold(t(key, len(list)), kit.Small, theme.Ink))))
	for _, x := range list[:min(len(list), momentLines)] {
		line := x.Kind + ": " + x.Caption
		if x.Why != "" {
			line += " — " + x.Why
		}
		a.shows.Add(kit.Pad(0, 0, 0, 22, kit.NewShrinking(line, kit.Caption, theme.Second)))
	}
	if n := len(list) - momentLines; n > 0 {
		a.shows.Add(kit.Pad(0, 0, 0, 22, kit.NewText(t("moment.more", n), kit.Caption, theme.Third)))
	}
}

// rows tells rows of figures by period: the first and the last are named.
func (a *momentAsk) rows(list []app.MomentRows) {
	t := a.se.shell.t
	for _, enter := range []bool{true, false} {
		sum, first, last := 0, "", ""
		periods := 0
		for _, x := range list {
			n := x.Leave
			if enter {
				n = x.Enter
			}
			if n == 0 {
				continue
			}
			if first == "" {
				first = x.Text
			}
			sum, last, periods = sum+n, x.Text, periods+1
		}
		if sum == 0 {
			continue
		}
		icon, c, key := "minus", theme.Bad, "moment.rows.leave"
		if enter {
			icon, c, key = "plus", theme.Good, "moment.rows.enter"
		}
		span := first
		if periods > 1 {
			span = t("moment.rows.span", first, last)
		}
		a.shows.Add(kit.Pad(6, 0, 0, 0, kit.Row(8, kit.NewSmallIcon(icon, c), kit.NewBold(t(key, strconv.Itoa(sum)), kit.Small, theme.Ink))))
		a.shows.Add(kit.Pad(0, 0, 0, 22, kit.NewShrinking(span, kit.Caption, theme.Second)))
	}
}
