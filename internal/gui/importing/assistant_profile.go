package importing

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// profileForm keeps the shape under a name, hands it on as a file, takes one
// in, and removes those kept.
func (a *assistant) profileForm() fyne.CanvasObject {
	w := a.w
	write := kit.NewButton(kit.Secondary, "", a.t("profile.write"), a.write)
	enable(write, a.name != "")
	form := kit.Column(12, kit.NewBold(w.t("guess.name"), kit.Body, theme.Ink),
		kit.NewField(a.t("profile.name"), false, kit.NewTextField(a.name, "", func(s string) {
			a.name = strings.TrimSpace(s)
			enable(write, a.name != "")
		})).WithHint(w.t("guess.name.hint")),
		kit.Wrapped(8, write, kit.NewButton(kit.Secondary, "", a.t("profile.load"), a.load)))
	saved, err := w.desk.Project().World.Shapes()
	if err != nil {
		form.Add(kit.NewWrapped(a.t("profile.broken"), kit.Caption, theme.Warn))
	}
	if len(saved) > 0 {
		form.Add(kit.NewText(a.t("profile.saved"), kit.Caption, theme.Second))
	}
	for _, s := range saved {
		form.Add(kit.Row(4, kit.Flex(kit.NewShrinking(s.Name, kit.Small, theme.Ink)),
			kit.NewButton(kit.Quiet, "", a.t("profile.use"), func() { a.use(s) }),
			kit.NewIconButton(kit.IconClose, a.t("profile.remove", s.Name), func() { a.remove(s) })))
	}
	return form
}

// use goes on with a profile, where it fits this table.
func (a *assistant) use(s app.SavedShape) {
	d := a.w.desk
	var seen *app.ShapePreview
	d.Run(a.t("look"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		seen, err = d.Project().PreviewShape(ctx, a.file.path, s.Shape, a.options())
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		if !a.modal.Open() {
			return
		}
		a.shape, a.name, a.own = cloneShape(s.Shape), s.Name, map[int]bool{}
		if len(seen.Tables) > 0 {
			a.settle(&seen.Tables[0])
		}
		a.show()
		a.changed()
	})
}

// settle puts the profile's columns where they stand in this table.
func (a *assistant) settle(m *app.ImportMapping) {
	a.guess.Line = m.HeaderRow - a.shape.HeaderRows + 1
	for i := range a.shape.Columns {
		c := &a.shape.Columns[i]
		for _, seen := range m.Columns {
			if seen.Header == c.Header {
				c.Index = seen.Index
				break
			}
		}
	}
}

// remove takes a profile out; it can be had back at once.
func (a *assistant) remove(s app.SavedShape) {
	d := a.w.desk
	if err := d.Project().World.RemoveShape(s.Name); err != nil {
		d.Fail(err)
		return
	}
	d.Offer(a.t("profile.removed", s.Name), a.t("profile.back"), func() {
		if _, err := d.Project().World.SaveShape(s.Name, s.Shape); err != nil {
			d.Fail(err)
		}
	})
	a.fillSide()
}

// write hands the shape on as a file.
func (a *assistant) write() {
	d, name, shape := a.w.desk, a.name, lasting(a.shape)
	title := a.t("profile.write")
	d.Run(title, func(_ context.Context, _ func(int, int, string)) error {
		path, err := d.Dialogs().Save(title, "", name+app.ShapeExt, "*"+app.ShapeExt)
		if err != nil || path == "" {
			return err
		}
		if filepath.Ext(path) == "" {
			path += app.ShapeExt
		}
		return app.WriteShape(path, name, shape)
	}, a.told)
}

// load takes a shape from a file.
func (a *assistant) load() {
	d := a.w.desk
	title := a.t("profile.load")
	var got app.SavedShape
	d.Run(title, func(_ context.Context, _ func(int, int, string)) error {
		path, err := d.Dialogs().Open(title, "", "*"+app.ShapeExt)
		if err != nil || path == "" {
			return err
		}
		got, err = app.LoadShape(path)
		return err
	}, func(err error) {
		if err == nil && got.Path != "" && a.modal.Open() {
			a.use(got)
		}
		a.told(err)
	})
}

func (a *assistant) told(err error) {
	if err != nil {
		a.w.desk.Fail(err)
	}
}

// lasting is the shape as it is kept for other files: the period of this one
// is not theirs, it is read from their titles or asked for.
func lasting(s app.Shape) app.Shape {
	s = cloneShape(s)
	s.Constants.Period = ""
	return s
}
