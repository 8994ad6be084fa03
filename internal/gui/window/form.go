package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// build makes the form from the description of the record's kind. Texts in
// three languages are shown in the language of contents.
func (f *form) build() fyne.CanvasObject {
	d, _ := briefing.Describe(f.record.Ref().Kind)
	box := container.NewVBox(f.fields(d.Fields, f.record, func(label string) string {
		return lang.Label(f.v.Lang, d.Kind, label)
	}))
	for _, l := range d.Lists {
		box.Add(f.list(d.Kind, l))
	}
	return container.NewPadded(box)
}

// list is the rows of a child list as cards.
func (f *form) list(k briefing.Kind, l briefing.List) fyne.CanvasObject {
	box := container.NewVBox()
	var fill func()
	fill = func() {
		box.RemoveAll()
		box.Add(widget.NewLabelWithStyle(lang.Label(f.v.Lang, k, l.Key), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		for i := range l.Len(f.record) {
			remove := widget.NewButton(f.v.t("delete_row"), func() {
				l.Remove(f.record, i)
				f.touch()
				fill()
			})
			box.Add(widget.NewCard("", "", container.NewVBox(f.fields(l.Fields, l.At(f.record, i), func(label string) string {
				return lang.ListLabel(f.v.Lang, k, l.Key, label)
			}), remove)))
		}
		box.Add(widget.NewButton(f.v.t("add_row"), func() {
			l.Add(f.record)
			f.touch()
			fill()
		}))
		box.Refresh()
	}
	fill()
	return box
}

// fields lays out the fields of a record or a row; row points at it.
func (f *form) fields(fields []briefing.Field, row any, label func(string) string) fyne.CanvasObject {
	out := container.NewVBox()
	for _, fd := range fields {
		if fd.Lang != "" && fd.Lang != f.v.Content {
			continue
		}
		name := label(fd.Label)
		if fd.Required {
			name += " *"
		}
		if fd.Type == briefing.BoolField {
			box := widget.NewCheck(name, nil)
			box.SetChecked(fd.Get(row) == "1")
			box.OnChanged = func(on bool) { f.set(fd, row, map[bool]string{true: "1"}[on]) }
			out.Add(box)
			continue
		}
		problem := widget.NewLabel("")
		problem.Importance = widget.DangerImportance
		problem.Hide()
		title := widget.NewLabel(name)
		title.Importance = widget.LowImportance
		out.Add(container.NewVBox(title, f.input(fd, row, problem), problem))
	}
	return out
}

func (f *form) set(fd briefing.Field, row any, s string) error {
	if err := fd.Set(row, s); err != nil {
		return err
	}
	f.touch()
	return nil
}

// input is the control of one field.
func (f *form) input(fd briefing.Field, row any, problem *widget.Label) fyne.CanvasObject {
	switch fd.Type {
	case briefing.EnumField:
		keys := append([]string{""}, fd.Options...)
		return f.choice(fd, row, keys, func(k string) string {
			if k == "" {
				return "—"
			}
			return lang.Enum(f.v.Lang, fd.Group, k)
		})
	case briefing.UnitField:
		var keys []string
		for _, u := range briefing.Units() {
			keys = append(keys, string(u))
		}
		return f.choice(fd, row, keys, func(k string) string {
			if k == "" {
				return "—"
			}
			return lang.Unit(f.v.Lang, briefing.Unit(k))
		})
	case briefing.RefField:
		d, _ := briefing.Describe(fd.Target)
		keys, names := []string{""}, map[string]string{"": "—"}
		for _, r := range f.v.all(fd.Target) {
			id := string(r.Ref().ID)
			keys, names[id] = append(keys, id), id+" · "+d.Caption(r, f.v.Content)
		}
		return f.choice(fd, row, keys, func(k string) string { return names[k] })
	}
	e := widget.NewEntry()
	if fd.Type == briefing.ProseField {
		e = widget.NewMultiLineEntry()
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(3)
	}
	e.SetText(fd.Get(row))
	e.OnChanged = func(s string) {
		typed, err := f.understood(fd, s)
		if err == nil {
			err = f.set(fd, row, typed)
		}
		if err != nil {
			sentence, _ := lang.Error(f.v.Lang, err)
			problem.SetText(sentence)
			problem.Show()
			return
		}
		problem.Hide()
	}
	return e
}

// understood turns what a person types into the stored form.
func (f *form) understood(fd briefing.Field, s string) (string, error) {
	switch {
	case s == "":
		return "", nil
	case fd.Type == briefing.NumberField:
		n, err := lang.ParseNumberIn(f.v.Lang, s)
		return n.String(), err
	case fd.Type == briefing.PeriodField:
		p, err := lang.ParsePeriod(f.v.Lang, s)
		return p.String(), err
	case fd.Type == briefing.StampField:
		st, err := lang.ParseStamp(f.v.Lang, s, time.Local)
		return string(st), err
	}
	return s, nil
}

func (f *form) choice(fd briefing.Field, row any, keys []string, name func(string) string) fyne.CanvasObject {
	var names []string
	by := map[string]string{}
	for _, k := range keys {
		n := name(k)
		names, by[n] = append(names, n), k
	}
	sel := widget.NewSelect(names, nil)
	if now := fd.Get(row); now != "" {
		sel.SetSelected(name(now))
	}
	sel.OnChanged = func(n string) {
		if err := f.set(fd, row, by[n]); err != nil {
			f.v.fail(err)
		}
	}
	return sel
}
