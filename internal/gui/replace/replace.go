// Package replace is the dialog that replaces words in the texts of all
// records.
//
// It promises that nothing is changed that was not shown and ticked, and that
// what is changed is one action, taken back by one.
package replace

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// Measures of the dialog.
const (
	width  float32 = 860
	height float32 = 640
	listed         = 300 // fields shown at a time
	around         = 24  // characters shown at each side of the first change
)

// Dialog is the dialog.
type Dialog struct {
	desk      screen.Desk
	dialog    *kit.Dialog
	find, put *kit.TextField
	field     *kit.Field
	options   app.ReplaceOptions
	list      *fyne.Container
	replace   *kit.Button
	said      *kit.Text
	found     []app.Replacement
	ticked    []bool
	search    int // number of the latest one
}

// Show opens the dialog.
func Show(d screen.Desk) *Dialog {
	r := &Dialog{desk: d, list: kit.Column(0), said: kit.NewText("", kit.Small, theme.Second)}
	r.find = kit.NewTextField("", "", func(string) { r.forget() })
	r.put = kit.NewTextField("", r.t("put_hint"), func(string) { r.forget() })
	r.find.OnSubmit = func(string) { r.look() }
	r.put.OnSubmit = r.find.OnSubmit
	r.field = kit.NewField(r.t("find"), true, r.find)
	box := func(key string, to *bool) fyne.CanvasObject {
		return kit.NewCheckBox(r.t(key), "", *to, func(on bool) {
			*to = on
			r.forget()
		})
	}
	r.options.Yo = true
	head := kit.Column(12,
		kit.Form(r.field, kit.NewField(r.t("put"), false, r.put)),
		kit.Wrapped(16, box("words", &r.options.Words), box("case", &r.options.Case), box("yo", &r.options.Yo)),
		kit.Row(12, kit.NewButton(kit.Secondary, "", r.t("search"), r.look), r.said), kit.NewRule())
	r.replace = kit.NewButton(kit.Primary, "", r.t("do"), r.do)
	r.replace.Disable()
	r.dialog = kit.NewDialog(kit.DialogSpec{
		Title: r.t("title"), Subtitle: r.t("subtitle"), CloseName: lang.T(d.Lang(), "gui.close"), Width: width, Height: height,
		Content: kit.Dock(head, nil, nil, nil, container.NewVScroll(r.list)),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", lang.T(d.Lang(), "gui.cancel"), func() { r.dialog.Close() }), r.replace},
	})
	r.dialog.ShowOn(d.Window().Canvas())
	r.find.Focus()
	return r
}

func (r *Dialog) t(key string, args ...any) string {
	return lang.T(r.desk.Lang(), "gui.replace."+key, args...)
}

// forget drops what was found: it is not what would be done now.
func (r *Dialog) forget() {
	r.search++
	r.show(nil)
	r.said.SetText("")
}

// look finds what would be replaced.
func (r *Dialog) look() {
	r.forget()
	r.options.Find, r.options.Put = r.find.Text(), r.put.Text()
	if r.options.Find == "" {
		r.field.SetError(r.t("missing"))
		r.find.Focus()
		return
	}
	r.field.SetError("")
	mine, o := r.search, r.options
	var found []app.Replacement
	r.desk.Run("", func(context.Context, func(int, int, string)) error {
		found = r.desk.Project().FindToReplace(o, r.desk.Lang())
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			r.desk.Fail(err)
		case mine == r.search:
			r.show(found)
			r.tell(len(found))
		}
	})
}

// show lists what was found, each with a tick.
func (r *Dialog) show(found []app.Replacement) {
	r.found = found[:min(len(found), listed)]
	r.ticked = make([]bool, len(r.found))
	r.list.RemoveAll()
	for i, x := range r.found {
		r.ticked[i] = true
		before, after := fragment(x.Before, x.After)
		line := kit.NewCheckBox(x.Caption+" — "+x.Label, before+" → "+after, true, func(on bool) {
			r.ticked[i] = on
			r.count()
		})
		line.Shrink = true // the dialog keeps its width
		r.list.Add(line)
	}
	r.list.Refresh()
	r.count()
}

// tell says how much was found; all is when not all of it is shown.
func (r *Dialog) tell(all int) {
	switch {
	case all == 0:
		r.said.SetText(r.t("none"))
	case all > listed:
		r.said.SetText(r.t("first", listed, all))
	default:
		r.said.SetText(r.t("found", all))
	}
}

func (r *Dialog) chosen() (out []app.Replacement) {
	for i, x := range r.found {
		if r.ticked[i] {
			out = append(out, x)
		}
	}
	return out
}

func (r *Dialog) count() {
	if len(r.chosen()) == 0 || r.desk.Project().State().ReadOnly {
		r.replace.Disable()
		return
	}
	r.replace.Enable()
}

// do replaces what is ticked.
func (r *Dialog) do() {
	list := r.chosen()
	if len(list) == 0 {
		return
	}
	r.dialog.Close()
	done := 0
	r.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		done, err = r.desk.Project().Replace(list)
		return err
	}, func(err error) {
		if err != nil {
			r.desk.Fail(err)
			return
		}
		r.desk.Say(r.t("done", done))
	})
}

// fragment is what stands about the first difference of two texts.
func fragment(before, after string) (string, string) {
	a, b := []rune(before), []rune(after)
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	cut := func(s []rune) string {
		from, to := max(0, at-around), min(len(s), at+around)
		text := strings.Join(strings.Fields(string(s[from:to])), " ")
		if from > 0 {
			text = "…" + text
		}
		if to < len(s) {
			text += "…"
		}
		return text
	}
	return cut(a), cut(b)
}
