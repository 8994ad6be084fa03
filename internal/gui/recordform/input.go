package recordform

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// whereabouts tell fields of a row of a child list from those of the record.
type whereabouts struct {
	path string // «claims.» before the keys of a leading row
	at   string // «claims#2.» before those of a row that has a card
}

// input is one row of the form with the fields it stands for: one, or one for
// each language. row reaches what they are fields of, nil while there is none;
// make creates it.
type input struct {
	form    *Form
	section *section
	parts   []briefing.Field
	whereabouts
	row    func(make bool) any
	shown  fyne.CanvasObject
	show   func(values []string)
	errors func(sentence string)
	names  func(value string) // shows what the codes typed are called; nil for other fields
	cursor func() fyne.Focusable
	lock   fyne.Disableable
	wrong  bool
	said   string // what is wrong
	needed bool
	text   bool                  // it is typed, not picked
	asked  bool                  // somebody came for it: it stays in sight
	told   string                // by the hint
	hint   func(sentence string) // says something under it; nil where nothing can be said
	lang   *kit.LangField        // of a text in three languages
	view   *view                 // the text as it is printed; nil of what holds no figures
}

func (x *input) is(key string) bool {
	for _, p := range x.parts {
		if x.path+p.Key == key || x.path+p.Label == key {
			return true
		}
	}
	return false
}

func (x *input) focus() { kit.FocusOn(x.cursor()) }

func (x *input) setError(sentence string) {
	if x.said == sentence {
		return
	}
	x.wrong, x.said = sentence != "", sentence
	x.errors(sentence)
	x.form.relay() // a sentence more or less moves what is under it
}

// fill shows the values as they are; what can't be read stays as typed.
func (x *input) fill() {
	if x.form.locked {
		x.lock.Disable()
	} else {
		x.lock.Enable()
	}
	if x.wrong {
		return
	}
	row := x.row(false)
	values := make([]string, len(x.parts))
	for i, p := range x.parts {
		if row != nil {
			values[i] = x.print(p, p.Get(row))
		}
	}
	x.show(values)
	x.printable(row, strings.Join(values, "") != "")
	if x.names != nil {
		x.names(values[0])
	}
}

// printable shows a text only where records of its sort print it. One that stands
// there from before is shown with a line that it isn't printed: nothing typed is
// out of sight.
func (x *input) printable(row any, holds bool) {
	if x.hint == nil || row == nil {
		return
	}
	prints, said := briefing.Prints(row, x.parts[0]), ""
	if !prints {
		said = desk.T(x.form.desk, "records.unprinted")
	}
	on := prints || holds || x.asked
	if x.shown.Visible() == on && x.told == said {
		return
	}
	x.told = said
	x.hint(said)
	if on {
		x.shown.Show()
	} else {
		x.shown.Hide()
	}
	x.form.relay()
}

// typed takes a value into the draft, or says under the field why not.
func (x *input) typed(part int, text string) {
	if x.form.filled || x.form.draft == nil {
		return
	}
	p := x.parts[part]
	if x.names != nil {
		x.names(text)
	}
	value, err := x.parse(p, text)
	if err == nil {
		row := x.row(true)
		if row == nil || p.Get(row) == value {
			x.understood()
			return
		}
		err = p.Set(row, value)
	}
	if err != nil {
		x.refuse(err)
		x.form.wait(x.key(), text)
		return
	}
	x.understood()
	x.form.changed(x, part)
}

// parse turns what a person types into the stored form.
func (x *input) parse(p briefing.Field, text string) (string, error) {
	return Parse(x.form.desk, p, text)
}

// print is the stored form as a person reads and types it.
func (x *input) print(p briefing.Field, s string) string { return Print(x.form.desk, p, s) }

// Parse turns what a person types in a field into the stored form.
func Parse(d desk.Desk, p briefing.Field, text string) (string, error) {
	l := d.Lang()
	if text == "" {
		return "", p.Check("")
	}
	switch p.Type {
	case briefing.NumberField:
		n, err := lang.ParseNumberIn(l, text)
		if err != nil {
			return "", err
		}
		return n.String(), nil
	case briefing.PeriodField:
		v, err := lang.ParseRecordPeriod(l, text)
		return v.String(), err
	case briefing.StampField:
		v, err := lang.ParseStamp(l, text, zone(d))
		return string(v), err
	case briefing.ClockField:
		return lang.ParseClock(text)
	}
	return text, p.Check(text)
}

// zone is that of the pack's moment, else of this machine: a typed hour is
// meant there, and printed with its name.
func zone(d desk.Desk) *time.Location {
	p := d.Project()
	if t, ok := p.Pack().Moment(); ok {
		return t.Location()
	}
	return p.World.Now().Location()
}

// Print is the stored form as a person reads and types it.
func Print(d desk.Desk, p briefing.Field, s string) string {
	l := d.Lang()
	if s == "" {
		return ""
	}
	switch p.Type {
	case briefing.NumberField:
		return lang.FieldValue(l, p, s)
	case briefing.PeriodField, briefing.StampField, briefing.ClockField:
		shown := lang.FieldValue(l, p, s)
		if back, err := Parse(d, p, shown); err == nil && (back == s || p.Type == briefing.StampField && briefing.Stamp(back).Same(briefing.Stamp(s))) {
			return shown // else it could not be typed
		}
	case briefing.IntField:
		if s == "0" {
			return ""
		}
	}
	return s
}

func fieldLabel(f *Form, label string) string {
	return lang.Label(f.desk.Lang(), f.desc.Kind, label)
}

func listLabel(f *Form, list, label string) string {
	return lang.ListLabel(f.desk.Lang(), f.desc.Kind, list, label)
}

// input makes the input of fields that share a label.
func (f *Form) input(at whereabouts, name string, fields []briefing.Field, row func(bool) any, s *section, needed bool) *input {
	x := &input{whereabouts: at, form: f, section: s, parts: fields, row: row, needed: needed || fields[0].Required}
	x.build(name)
	f.inputs = append(f.inputs, x)
	return x
}

// short tells whether the input has room in a part of the form's width.
func (x *input) short() bool {
	switch p := x.parts[0]; p.Type {
	case briefing.ProseField, briefing.RefsField, briefing.BoolField:
		return false
	case briefing.LineField: // addresses and sums of files are long
		return p.Lang == "" && !slices.Contains([]string{"address", "formula", "file", "hash"}, p.Label)
	default:
		return p.Lang == ""
	}
}

func (x *input) build(name string) {
	p := x.parts[0]
	switch {
	case p.Lang != "":
		x.texts(name)
	case p.Type == briefing.BoolField:
		box := kit.NewCheckBox(name, "", false, func(on bool) { x.typed(0, map[bool]string{true: "1"}[on]) })
		x.shown, x.lock, x.cursor = box, box, func() fyne.Focusable { return box }
		x.errors = func(string) {}
		x.show = func(v []string) { box.SetChecked(v[0] == "1") }
	case p.Type == briefing.RefsField:
		x.several(name)
	case x.choices() != nil:
		x.pick(name)
	default:
		x.line(name)
	}
}

func (x *input) line(name string) {
	p := x.parts[0]
	var line *kit.TextField
	typed := func(text string) { x.typed(0, text) }
	if p.Type == briefing.ProseField {
		line = kit.NewTextArea("", "", 3, typed).Growing(10)
	} else {
		line = kit.NewTextField("", hint(x.form.desk, p), typed)
	}
	frame := kit.NewField(name, x.needed, line)
	x.nameCodes(frame)
	focused := false
	line.OnFocus = func(on bool) {
		focused = on
		if !on { // what was typed is kept, and shown as it was understood
			x.form.left()
			x.tidy()
		}
	}
	x.text = true
	x.shown, x.lock, x.cursor, x.errors = frame, line, line.Focusable, frame.SetError
	x.show = func(v []string) {
		if line.Text() == v[0] || focused && x.means(line.Text(), v[0]) {
			return // «2022» is not made «2022 год» under the caret
		}
		line.SetText(v[0])
	}
}

// means tells whether two texts are read as the same value.
func (x *input) means(a, b string) bool {
	va, err := x.parse(x.parts[0], a)
	if err != nil {
		return false
	}
	vb, err := x.parse(x.parts[0], b)
	return err == nil && va == vb
}

// tidy shows the value of a field that is left.
func (x *input) tidy() {
	if x.form.draft == nil || x.wrong || x.form.filled {
		return
	}
	x.form.filled = true
	defer func() { x.form.filled = false }()
	x.fill()
}

// hint shows in an empty field how its value may be typed.
func hint(d desk.Desk, p briefing.Field) string {
	switch p.Type {
	case briefing.PeriodField:
		return desk.T(d, "records.hint.period")
	case briefing.StampField:
		return desk.T(d, "records.hint.stamp")
	case briefing.ClockField:
		return desk.T(d, "records.hint.clock")
	}
	return ""
}

// texts is a text in three languages.
func (x *input) texts(name string) {
	var texts []kit.LangText
	for _, p := range x.parts {
		texts = append(texts, kit.LangText{Key: string(p.Lang), Name: langName(p.Lang)})
	}
	lines := 1
	if x.parts[0].Type == briefing.ProseField || slices.Contains([]string{"title", "subtitle", "name"}, x.parts[0].Label) {
		lines = 2
	}
	l := kit.NewLangField(name, x.needed, lines, texts, func(key, text string) {
		for i, p := range x.parts {
			if string(p.Lang) == key {
				x.typed(i, text)
			}
		}
	})
	x.lang = l
	x.shown, x.lock, x.cursor, x.errors, x.text = l, l, l.Focusable, l.SetError, true
	x.hint = l.SetHint
	if x.holdsFigures() {
		l.WithInsert("plus", desk.T(x.form.desk, "text.insert"), func(stroke bool) { x.offer(l, stroke) }, func() { x.offerFigures(l) })
		x.view = newView(x, l)
		x.shown = kit.Column(6, l, x.view.box)
	}
	l.OnFocus = func(on bool) {
		if !on {
			x.form.left()
		}
	}
	content := briefing.Lang("")
	x.show = func(v []string) {
		l.SetWanted(x.form.langs)
		if now := x.form.desk.Content(); now != content { // the language of contents is in front
			content = now
			l.ShowLang(string(now))
		}
		for i, p := range x.parts {
			if l.Text(string(p.Lang)) != v[i] {
				l.SetText(string(p.Lang), v[i])
			}
		}
	}
}

// holdsFigures reports a text that is printed with the figures it holds. Of a
// child list those are its prose and the parts that people take in an event.
func (x *input) holdsFigures() bool {
	p := x.parts[0]
	if x.at != "" || x.path != "" {
		return p.Type == briefing.ProseField || p.Label == "role"
	}
	return check.HoldsFigures(x.form.desc.Kind, p)
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
