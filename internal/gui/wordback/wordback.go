// Package wordback is the dialog of a Word file that came back: paragraph by
// paragraph what was and what is, to be accepted or refused.
//
// It promises that nothing is changed that was not shown and accepted, that what
// is accepted is one action, taken back by one, and that an edit which can't be
// taken says why.
package wordback

import (
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/redline"
)

// width of the dialog.
const width float32 = 900

// listed is how many edits are shown at a time; accepting them brings the next.
const listed = 150

// Dialog is the open dialog.
type Dialog struct {
	desk   desk.Desk
	path   string
	then   []func()
	ended  bool
	dialog *kit.Dialog
	list   *fyne.Container
	sum    *kit.Text
	all    *kit.Button
	accept *kit.Button
	result redline.Result
	// answered is "yes" or "no" for the edits that somebody has decided on, by name.
	answered map[string]string
}

// name tells an edit from the others also when some of them have been taken.
func name(d redline.Difference) string {
	if d.Removed {
		return "-" + string(d.Ref.Kind) + ":" + string(d.Ref.ID) + ":" + d.Field.Key
	}
	return strconv.Itoa(d.Number)
}

// isRefused reports whether an edit is not to be taken. A text that the file does
// not have may have come into the project since: it is taken out on request only.
func (x *Dialog) isRefused(d redline.Difference) bool {
	if answer, ok := x.answered[name(d)]; ok {
		return answer == "no"
	}
	return d.Removed
}

// Show opens the dialog of a comparison that was made.
func Show(d desk.Desk, path string, result redline.Result) *Dialog {
	x := &Dialog{
		desk: d, path: path, result: result, list: kit.Column(12), answered: map[string]string{},
		sum: kit.NewShrinking("", kit.Small, theme.Second),
	}
	x.all = kit.NewButton(kit.Secondary, "", x.t("none"), x.turn)
	x.accept = kit.NewButton(kit.Primary, "", x.t("accept", 0), x.take)
	x.dialog = kit.NewDialog(kit.DialogSpec{
		Title: x.t("title", filepath.Base(path)), Subtitle: x.t("subtitle"), CloseName: desk.T(d, "close"), Width: width,
		Content: x.list, Foot: x.sum, OnCancel: x.close,
		Buttons: []*kit.Button{kit.NewButton(kit.Quiet, "", desk.T(d, "close"), x.close), x.all, x.accept},
	})
	x.dialog.ShowOn(d.Window().Canvas())
	x.fill()
	return x
}

func (x *Dialog) t(key string, args ...any) string { return desk.T(x.desk, "wordback."+key, args...) }

func (x *Dialog) locked() bool { return x.desk.Project().State().ReadOnly }

func (x *Dialog) close() {
	x.dialog.Close()
	x.closed()
}

func (x *Dialog) closed() {
	then := x.then
	x.then, x.ended = nil, true
	for _, fn := range then {
		fn()
	}
}

// Then has fn called on the window's goroutine when the dialog has been closed,
// at once where there is none.
func (x *Dialog) Then(fn func()) {
	if x == nil || x.ended {
		fn()
		return
	}
	x.then = append(x.then, fn)
}

// shown are the edits that are listed.
func (x *Dialog) shown() []redline.Difference {
	return x.result.Differences[:min(len(x.result.Differences), listed)]
}

// chosen are the edits that would be taken, open those that could be.
func (x *Dialog) chosen() (chosen []redline.Difference, open int) {
	for _, d := range x.shown() {
		if d.Reason != "" {
			continue
		}
		open++
		if !x.isRefused(d) {
			chosen = append(chosen, d)
		}
	}
	return chosen, open
}

// turn refuses all edits, or accepts them when none is accepted.
func (x *Dialog) turn() {
	chosen, _ := x.chosen()
	for _, d := range x.shown() {
		switch {
		case len(chosen) > 0:
			x.answered[name(d)] = "no"
		case !d.Removed:
			x.answered[name(d)] = "yes"
		}
	}
	x.fill()
}

// take puts the accepted edits into the project and shows what is left.
func (x *Dialog) take() {
	chosen, _ := x.chosen()
	if len(chosen) == 0 || x.locked() {
		return
	}
	p, path := x.desk.Project(), x.path
	done, left := 0, redline.Result{}
	x.accept.Disable()
	x.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		if done, err = p.TakeWord(chosen); err != nil {
			return err
		}
		left, err = p.CompareWord(path)
		return err
	}, func(err error) {
		if done > 0 {
			x.desk.Say(x.t("taken", done))
		}
		if err != nil {
			x.desk.Fail(err)
			x.count()
			return
		}
		if x.result = left; len(left.Differences)+len(left.Comments) == 0 {
			x.close()
			return
		}
		x.fill()
	})
}

// fill lists the edits, remarks and texts that are missing.
func (x *Dialog) fill() {
	x.list.RemoveAll()
	if x.locked() {
		x.list.Add(kit.NewNotice(kit.Warn, "lock", x.t("locked"), x.t("locked.text")))
	}
	if len(x.result.Differences) == 0 {
		x.list.Add(kit.NewNotice(kit.Neutral, kit.IconInfo, x.t("same"), x.t("same.text")))
	}
	if n := len(x.result.Differences); n > listed {
		x.list.Add(kit.NewNotice(kit.Neutral, kit.IconInfo, x.t("first", listed, n), x.t("first.text")))
	}
	for _, d := range x.shown() {
		x.list.Add(x.card(d))
	}
	x.remarks()
	x.missing()
	x.count()
	x.list.Refresh()
	x.dialog.Refresh() // it is as high as what it lists
}

// count says what pressing the button would do.
func (x *Dialog) count() {
	chosen, open := x.chosen()
	x.accept.SetText(x.t("accept", len(chosen)))
	x.all.SetText(x.t("none"))
	if len(chosen) == 0 {
		x.all.SetText(x.t("all"))
	}
	x.sum.SetText(x.t("sum", x.result.Same, len(x.result.Differences), open))
	able := func(b *kit.Button, on bool) {
		if on && !x.locked() {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	able(x.accept, len(chosen) > 0)
	able(x.all, open > 0)
}
