package history

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// ShowRecord opens the changes of one record, the latest first; a value that a
// field had can be put back.
func ShowRecord(d desk.Desk, ref briefing.Ref) {
	body := kit.Column(12)
	var dialog *kit.Dialog
	dialog = kit.NewDialog(kit.DialogSpec{
		Title: desk.T(d, "history.record"), Subtitle: d.Project().Caption(ref, d.Content()), CloseName: desk.T(d, "close"),
		Bare: true, Width: 720, Height: 560,
		Content: kit.Dock(kit.NewRule(), nil, nil, nil, container.NewVScroll(kit.Pad(16, 24, 16, 24, body))),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", desk.T(d, "close"), func() { dialog.Close() })},
	})
	dialog.ShowOn(d.Window().Canvas())
	var list []app.Was
	d.Run("", func(context.Context, func(int, int, string)) (err error) {
		list, err = d.Project().History(ref, d.Lang())
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		if len(list) == 0 {
			body.Add(kit.NewWrapped(desk.T(d, "history.record.none"), kit.Body, theme.Second))
		}
		for i, w := range list {
			if i > 0 {
				body.Add(kit.NewRule())
			}
			body.Add(change(d, ref, w, func() { dialog.Close() }))
		}
		body.Refresh()
		dialog.Refresh()
	})
}

// change is one action with the fields that it changed.
func change(d desk.Desk, ref briefing.Ref, w app.Was, done func()) fyne.CanvasObject {
	when := lang.Stamp(d.Lang(), w.At)
	if w.By != "" {
		when += " · " + w.By
	}
	box := kit.Column(4, kit.Row(8, kit.Flex(kit.NewBold(w.What, kit.Body, theme.Ink)), kit.NewText(when, kit.Small, theme.Second)))
	locked := d.Project().State().ReadOnly
	for _, f := range w.Fields {
		row := kit.Row(8, kit.Flex(kit.NewWrapped(fieldLine(d, f), kit.Small, theme.Second)))
		if f.Key != "" && !w.Came && !w.Went && !locked {
			row.Add(kit.NewButton(kit.Link, "", desk.T(d, "history.put_back"), func() { act(d, done, func() error { return d.Project().PutBack(ref, f) }) }))
		}
		box.Add(row)
	}
	if !w.Came && !locked {
		box.Add(kit.Row(0, kit.NewButton(kit.Link, "", desk.T(d, "history.put_back_all"), func() {
			act(d, done, func() error { return d.Project().PutBackRecord(ref, w.Action) })
		})))
	}
	return box
}

func act(d desk.Desk, done func(), do func() error) {
	if err := do(); err != nil {
		d.Fail(err)
		return
	}
	done()
	d.Say(desk.T(d, "history.restored"))
}
