package recordform

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// choices makes the list that a field is picked from, nil for a field that is
// typed.
func (x *input) choices() func() []kit.MenuItem {
	p, d := x.parts[0], x.form.desk
	switch p.Type {
	case briefing.LineField:
		if x.form.desc.Kind == briefing.KindFact && p.Key == "chosen" {
			return x.claims
		}
	case briefing.RefField:
		if x.form.desc.Kind == briefing.KindPack && p.Key == "province" {
			return func() []kit.MenuItem { return provinces(d) }
		}
		return func() []kit.MenuItem { return Records(d, p.Target) }
	}
	if list := Choices(d, p); list != nil {
		return func() []kit.MenuItem { return list }
	}
	return nil
}

// Choices lists what the value of a field is picked from; nil for a field that is
// typed, or holds several values.
func Choices(d desk.Desk, p briefing.Field) []kit.MenuItem {
	var list []kit.MenuItem
	switch p.Type {
	case briefing.EnumField:
		for _, o := range p.Options {
			list = append(list, kit.MenuItem{Key: o, Text: lang.Enum(d.Lang(), p.Group, o)})
		}
	case briefing.UnitField:
		for _, u := range briefing.Units() {
			if u != "" {
				list = append(list, kit.MenuItem{Key: string(u), Text: lang.Unit(d.Lang(), u)})
			}
		}
	case briefing.CountryField:
		list = Countries(d.Lang())
	case briefing.LanguageField:
		for _, l := range []string{"ru", "en", "zh", "de", "fr", "es"} {
			list = append(list, kit.MenuItem{Key: l, Text: lang.Enum(d.Lang(), "language", l)})
		}
	case briefing.RefField:
		list = Records(d, p.Target)
	}
	return list
}

// unmade begins the key of a province that is no record yet.
const unmade = "province:"

// provinces lists those of the partner's country; of one that the project does not
// have yet the organisation is made when it is chosen.
func provinces(d desk.Desk) []kit.MenuItem {
	var list []kit.MenuItem
	line := false
	for _, c := range d.Project().ProvinceChoices(d.Lang()) {
		item := kit.MenuItem{Key: string(c.ID), Text: c.Name, Note: c.Code}
		if c.ID == "" {
			item.Key, item.Line, line = unmade+c.Code, !line, true
		}
		list = append(list, item)
	}
	if len(list) == 0 {
		list = append(list, kit.MenuItem{Key: unmade, Text: desk.T(d, "records.province.none"), Disabled: true})
	}
	return list
}

// made is the key of the record that a choice stands for.
func (x *input) made(key string) (string, bool) {
	code, ok := strings.CutPrefix(key, unmade)
	if !ok {
		return key, true
	}
	id, err := x.form.desk.Project().AddProvince(code)
	if err != nil {
		x.form.desk.Fail(err)
		return "", false
	}
	return string(id), true
}

// Countries lists the countries by name in the language.
func Countries(l briefing.Lang) []kit.MenuItem {
	var list []kit.MenuItem
	for _, code := range lang.Countries() {
		var also []string
		for _, other := range briefing.Langs() {
			also = append(also, lang.Country(other, code))
		}
		list = append(list, kit.MenuItem{Key: code, Text: lang.Country(l, code), Note: code, Also: strings.Join(also, "\n")})
	}
	slices.SortFunc(list, func(a, b kit.MenuItem) int { return strings.Compare(a.Text, b.Text) })
	return list
}

// claims lists what the sources say of the fact, to choose one from.
func (x *input) claims() []kit.MenuItem {
	d := x.form.desk
	fact, ok := x.form.draft.(*briefing.Fact)
	if !ok {
		return nil
	}
	var out []kit.MenuItem
	for _, c := range fact.Claims {
		text := lang.Figure(d.Lang(), c.Figure)
		if from := d.Project().Caption(briefing.Ref{Kind: briefing.KindSource, ID: c.Source}, d.Content()); from != "" {
			text += " · " + cut(from)
		}
		out = append(out, kit.MenuItem{Key: string(c.ID), Text: text})
	}
	return out
}

// Records lists the records of a kind to be picked from, by caption.
func Records(d desk.Desk, k briefing.Kind) []kit.MenuItem {
	desc, _ := briefing.Describe(k)
	var items []kit.MenuItem
	d.Project().ReadRecords(func(p *project.Project) {
		for _, r := range project.InRank(p.Records(k)) {
			items = append(items, kit.MenuItem{Key: string(r.Ref().ID), Text: Caption(d, desc, r)})
		}
	})
	return items
}

// Caption is the line that stands for a record, also for one without a name.
func Caption(d desk.Desk, desc briefing.Description, r briefing.Record) string {
	if s := desc.Line(r, d.Content()); strings.TrimSpace(s) != "" {
		return d.Standing().Says(s)
	}
	return desk.T(d, "records.unnamed")
}

// pick is a field whose value is picked from a list; its first line takes the
// value away.
func (x *input) pick(name string) {
	list := x.choices()
	none := desk.T(x.form.desk, "records.none")
	items := func(value string) []kit.MenuItem {
		out := append([]kit.MenuItem{{Key: "", Text: none}}, list()...)
		if value != "" && !slices.ContainsFunc(out, func(m kit.MenuItem) bool { return m.Key == value }) {
			text := value // what a file holds is shown, known or not
			if p := x.parts[0]; p.Type == briefing.RefField {
				if s := x.form.desk.Project().Caption(briefing.Ref{Kind: p.Target, ID: briefing.ID(value)}, x.form.desk.Content()); s != "" {
					text = s
				}
			}
			out = append(out, kit.MenuItem{Key: value, Text: text})
		}
		return out
	}
	pick := kit.NewSelectField(nil, "", none, func(key string) {
		id, ok := x.made(key)
		if ok {
			x.typed(0, id)
		}
		if id != key {
			x.fill() // what was made is on the list now
		}
	})
	frame := kit.NewField(name, x.needed, pick)
	x.shown, x.lock, x.errors = frame, pick, frame.SetError
	x.cursor = func() fyne.Focusable { return pick }
	x.show = func(v []string) {
		pick.SetItems(items(v[0]))
		pick.Select(v[0])
	}
}

// several is a list of references: a chip each, and a field that adds one.
func (x *input) several(name string) {
	d, target := x.form.desk, x.parts[0].Target
	chips := kit.Wrapped(6)
	value := ""
	set := func(ids []briefing.ID) {
		x.typed(0, briefing.JoinIDs(ids))
		x.fill()
	}
	add := kit.NewSelectField(nil, "", desk.T(d, "records.add_ref"), nil)
	add.OnSelect = func(key string) { set(append(briefing.SplitIDs(value), briefing.ID(key))) }
	box := kit.Column(6, chips, add)
	frame := kit.NewField(name, x.needed, box)
	x.shown, x.lock, x.errors = frame, add, frame.SetError
	x.cursor = func() fyne.Focusable { return add }
	x.show = func(v []string) {
		value = v[0]
		ids := briefing.SplitIDs(value)
		all := Records(d, target)
		names := map[string]string{}
		var rest []kit.MenuItem
		for _, m := range all {
			names[m.Key] = m.Text
			if !slices.Contains(ids, briefing.ID(m.Key)) {
				rest = append(rest, m)
			}
		}
		chips.Objects = nil
		for i, id := range ids {
			text := names[string(id)]
			if text == "" {
				text = string(id)
			}
			remove := func() { set(slices.Delete(briefing.SplitIDs(value), i, i+1)) }
			if x.form.locked {
				remove = nil
			}
			chips.Add(kit.NewFilterChip(cut(text), func() { d.Go("", briefing.Ref{Kind: target, ID: id}, "") }, remove))
		}
		if len(ids) == 0 {
			chips.Hide()
		} else {
			chips.Show()
		}
		chips.Refresh()
		add.SetItems(rest)
		add.Select("")
		frame.Refresh()
	}
}

// cut shortens a caption to what a chip has room for.
func cut(s string) string { return cutTo(s, 44) }

func cutTo(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}
