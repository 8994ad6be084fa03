package recordform

import (
	"strconv"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
)

// insertIcons are the icons of what can be put into a text, and the order of the
// kinds in the list.
func insertIcons() []struct {
	kind app.InsertKind
	icon string
} {
	return []struct {
		kind app.InsertKind
		icon string
	}{
		{app.InsertFigure, "figures"},
		{app.InsertPerson, "person"},
		{app.InsertEvent, "events"},
		{app.InsertTable, "chart"},
		{app.InsertSource, "sources"},
		{app.InsertPicture, "file"},
	}
}

// part is the field of the language that is shown.
func (x *input) part() briefing.Field {
	for _, p := range x.parts {
		if string(p.Lang) == x.lang.Lang() {
			return p
		}
	}
	return x.parts[0]
}

// offer lists the kinds of what the text can hold; letters that name none of
// them look through all there is. A stroke that asked for the list is typed when
// nothing is chosen.
func (x *input) offer(l *kit.LangField, stroke bool) {
	if x.form.draft == nil || x.form.locked {
		return
	}
	all, err := x.form.desk.Project().Insertables(x.form.draft, x.part(), x.form.desk.Content())
	if err != nil {
		x.form.desk.Fail(err)
		return
	}
	count := map[app.InsertKind]int{}
	for _, i := range all {
		count[i.Kind]++
	}
	var items []kit.MenuItem
	for _, k := range insertIcons() {
		if n := count[k.kind]; n > 0 {
			items = append(items, kit.MenuItem{
				Key: string(k.kind), Text: x.insertName(k.kind), Icon: k.icon, Note: strconv.Itoa(n),
			})
		}
	}
	if len(items) == 0 {
		items = []kit.MenuItem{{Text: desk.T(x.form.desk, "text.insert.none"), Disabled: true}}
	}
	m := kit.ShowMenuAt(x.form.desk.Window().Canvas(), l.Caret(), items, func(kind string) {
		x.offerOf(l, all, app.InsertKind(kind), "", stroke)
	})
	m.OnGone = x.gone(l, stroke)
	m.OnNone = func(typed string) {
		if strings.TrimSpace(typed) == "" { // «км / ч»: the stroke was meant as one
			m.OnGone(typed)
			return
		}
		x.offerOf(l, all, "", typed, stroke)
	}
}

func (x *input) insertName(kind app.InsertKind) string {
	return desk.T(x.form.desk, "text.insert."+string(kind))
}

// gone puts back what was typed while a list was open.
func (x *input) gone(l *kit.LangField, stroke bool) func(string) {
	return func(typed string) {
		if stroke {
			l.Insert("/" + typed)
		}
	}
}

// offerFigures lists the figures alone.
func (x *input) offerFigures(l *kit.LangField) {
	if x.form.draft == nil || x.form.locked {
		return
	}
	all, err := x.form.desk.Project().Insertables(x.form.draft, x.part(), x.form.desk.Content())
	if err != nil {
		x.form.desk.Fail(err)
		return
	}
	x.offerOf(l, all, app.InsertFigure, "", false)
}

// mostOffered is how many things a list holds at most: what is looked for is
// found by letters in the list of its kind.
const mostOffered = 600

// offerOf lists what there is of a kind, "" all, and puts what is picked in at
// the caret.
func (x *input) offerOf(l *kit.LangField, all []app.Insertable, kind app.InsertKind, typed string, stroke bool) {
	icons := map[app.InsertKind]string{}
	for _, k := range insertIcons() {
		icons[k.kind] = k.icon
	}
	var items []kit.MenuItem
	for _, i := range all {
		if kind != "" && i.Kind != kind || kind == "" && !holdsWords(i, typed) || len(items) == mostOffered {
			continue
		}
		item := kit.MenuItem{Key: i.Text, Text: cutTo(i.Title, 66), Note: cutTo(i.Note, 60), Icon: icons[i.Kind]}
		if i.Kind == app.InsertFigure {
			item.Note = cutTo(i.Note, 40) + "   " + cutTo(i.Text, 36)
		}
		switch {
		case len(i.KeptFrom) > 0:
			item.Disabled = true
			item.Note += "   " + desk.T(x.form.desk, "records.figure.kept."+i.KeptFrom[0].String())
		case i.Text == "":
			item.Disabled = true
			item.Note = desk.T(x.form.desk, "text.insert.untranslated")
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		text := desk.T(x.form.desk, "text.insert.nothing", typed)
		if kind == app.InsertFigure {
			text = desk.T(x.form.desk, "records.figure.none")
		}
		items = []kit.MenuItem{{Text: text, Disabled: true}}
	}
	m := kit.ShowMenuAt(x.form.desk.Window().Canvas(), l.Caret(), items, l.Insert)
	for _, c := range typed {
		m.TypedRune(c)
	}
	m.OnGone = x.gone(l, stroke)
}

// holdsWords tells whether something to put in is what letters look for.
func holdsWords(i app.Insertable, typed string) bool {
	return strings.Contains(strings.ToLower(i.Title+" "+i.Note), strings.ToLower(strings.TrimSpace(typed)))
}
