package packs

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// group is a run of fields under one heading, by their labels.
type group struct {
	title  string
	labels []string
}

func groups() []group {
	return []group{
		{"pack.form.what", []string{"title", "subtitle", "short_title", "event", "as_of", "addendum_as_of"}},
		{"pack.form.who", []string{"for_whom", "organisation", "place", "city", "prepared_by", "approved_by", "executor"}},
		{"pack.form.decks", []string{"summary_deck", "trade_deck", "hub_deck"}},
		{"pack.form.scope", []string{"reporter", "region_name", "partner", "partner_name", "province"}},
		{"pack.form.issue", []string{"file_name", "version", "issue", "copies", "restricted", "long_kept"}},
	}
}

// form is the form of the pack's settings. It is made from the description of
// the record, and keeps what was typed once the hands rest.
type form struct {
	desk   desk.Desk
	all    fyne.CanvasObject
	scroll *container.Scroll
	fields []*field
	draft  *briefing.Pack
	later  *desk.Later
	filled bool // values are being shown, not typed
}

// field is one row of the form with the fields of the record it stands for:
// one, or one for each language.
type field struct {
	label string
	parts []briefing.Field
	frame interface{ SetError(string) }
	shown fyne.CanvasObject
	set   func(values []string)
	focus func()
}

func newForm(d desk.Desk) *form {
	f := &form{desk: d, draft: d.Project().Pack()}
	f.later = d.Later(typingPause, f.put)
	desc, _ := briefing.Describe(briefing.KindPack)
	body := kit.Column(14)
	for i, g := range groups() {
		if i > 0 {
			body.Add(kit.NewRule())
		}
		body.Add(kit.NewBold(desk.T(d, g.title), kit.Heading, theme.Ink))
		for _, label := range g.labels {
			var parts []briefing.Field
			for _, p := range desc.Fields {
				if p.Label == label {
					parts = append(parts, p)
				}
			}
			if len(parts) > 0 {
				x := f.field(label, parts)
				f.fields = append(f.fields, x)
				body.Add(x.shown)
			}
		}
	}
	f.scroll = container.NewVScroll(kit.Pad(16, 20, 24, 20, body))
	f.all = f.scroll
	return f
}

func (f *form) object() fyne.CanvasObject { return f.all }

// typed takes a value into the draft, or says under the field why not.
func (f *form) typed(x *field, part int, text string) {
	if f.filled {
		return
	}
	value, err := f.parse(x.parts[part], text)
	if err == nil {
		err = x.parts[part].Set(f.draft, value)
	}
	if err != nil {
		sentence, _ := lang.Error(f.desk.Lang(), err)
		x.frame.SetError(sentence)
		f.all.Refresh()
		return
	}
	x.frame.SetError("")
	f.later.Touch()
}

func (f *form) put() {
	d, _ := briefing.Describe(briefing.KindPack)
	if err := f.desk.Project().Put(d.Copy(f.draft)); err != nil {
		f.desk.Fail(err)
	}
}

// parse turns what a person types into the stored form.
func (f *form) parse(p briefing.Field, text string) (string, error) {
	if p.Type == briefing.StampField {
		st, err := lang.ParseStamp(f.desk.Lang(), text, f.zone())
		return string(st), err
	}
	return text, p.Check(text)
}

func (f *form) zone() *time.Location {
	if t, ok := f.draft.Moment(); ok {
		return t.Location()
	}
	return time.Local
}

// print is the stored form as a person reads it.
func (f *form) print(p briefing.Field) string {
	s := p.Get(f.draft)
	if p.Type == briefing.StampField && s != "" {
		return lang.Stamp(f.desk.Lang(), briefing.Stamp(s))
	}
	return s
}

// refresh shows the settings as they are, unless something typed waits.
func (f *form) refresh() {
	if f.later.Due() {
		return
	}
	f.draft = f.desk.Project().Pack()
	f.filled = true
	for _, x := range f.fields {
		values := make([]string, len(x.parts))
		for i, p := range x.parts {
			values[i] = f.print(p)
		}
		x.set(values)
	}
	f.filled = false
}

// focus puts the cursor into a field, by its key or label.
func (f *form) focus(key string) {
	for _, x := range f.fields {
		for _, p := range x.parts {
			if p.Key != key && p.Label != key {
				continue
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.shown).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(f.scroll.Content).Y
			f.scroll.ScrollToOffset(fyne.NewPos(0, max(at-24, 0)))
			if x.focus != nil {
				x.focus()
			}
			return
		}
	}
}

func (f *form) field(label string, parts []briefing.Field) *field {
	x := &field{label: label, parts: parts}
	name, p := lang.Label(f.desk.Lang(), briefing.KindPack, label), parts[0]
	switch {
	case p.Lang != "":
		f.text(x, name, p)
	case p.Type == briefing.BoolField:
		box := kit.NewCheckBox(name, "", false, func(on bool) { f.typed(x, 0, map[bool]string{true: "1"}[on]) })
		x.shown, x.frame = box, noFrame{}
		x.set = func(v []string) { box.SetChecked(v[0] == "1") }
	case p.Type == briefing.RefField:
		pick := kit.NewSelectField(f.records(p.Target), "", desk.T(f.desk, "pack.form.none"), func(key string) { f.typed(x, 0, key) })
		frame := kit.NewField(name, p.Required, pick)
		x.shown, x.frame = frame, frame
		x.set = func(v []string) {
			pick.SetItems(f.records(p.Target))
			pick.Select(v[0])
		}
	default:
		line := kit.NewTextField("", "", func(text string) { f.typed(x, 0, text) })
		frame := kit.NewField(name, p.Required, line)
		x.shown, x.frame, x.focus = frame, frame, line.Focus
		x.set = func(v []string) {
			if line.Text() != v[0] {
				line.SetText(v[0])
			}
		}
	}
	return x
}

// text is a text in three languages.
func (f *form) text(x *field, name string, p briefing.Field) {
	var texts []kit.LangText
	for _, part := range x.parts {
		texts = append(texts, kit.LangText{Key: string(part.Lang), Name: langName(part.Lang)})
	}
	lines := 1
	if p.Label == "title" || p.Label == "subtitle" || p.Type == briefing.ProseField {
		lines = 3
	}
	l := kit.NewLangField(name, p.Required, lines, texts, func(key, text string) {
		for i, part := range x.parts {
			if string(part.Lang) == key {
				f.typed(x, i, text)
			}
		}
	})
	x.shown, x.frame = l, l
	x.focus = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
			c.Focus(l.Focusable())
		}
	}
	x.set = func(v []string) {
		for i, part := range x.parts {
			if l.Text(string(part.Lang)) != v[i] {
				l.SetText(string(part.Lang), v[i])
			}
		}
	}
}

func langName(l briefing.Lang) string {
	switch l {
	case briefing.EN:
		return "EN"
	case briefing.ZH:
		return "中文"
	}
	return "RU"
}

// records lists what a reference may point at.
func (f *form) records(k briefing.Kind) []kit.MenuItem {
	d, _ := briefing.Describe(k)
	items := []kit.MenuItem{{Key: "", Text: desk.T(f.desk, "pack.form.none")}}
	f.desk.Project().Read(func(p *project.Project) {
		for _, r := range p.Records(k) {
			items = append(items, kit.MenuItem{Key: string(r.Ref().ID), Text: d.Caption(r, f.desk.Lang())})
		}
	})
	return items
}

// noFrame is the frame of what can't be wrong.
type noFrame struct{}

func (noFrame) SetError(string) {}
