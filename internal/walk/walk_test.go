// Package walk holds the test that leads every field of every record kind
// through whoever shows or keeps records: nobody may drop a field silently.
package walk_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// place is one field of a kind: of the record itself, or of the rows of a list.
type place struct {
	desc  briefing.Description
	list  string
	field briefing.Field
	n     int // its number among all, which makes its values its own
}

func (p place) String() string {
	if p.list != "" {
		return fmt.Sprintf("%s.%s.%s", p.desc.Kind, p.list, p.field.Key)
	}
	return fmt.Sprintf("%s.%s", p.desc.Kind, p.field.Key)
}

// key is the field's key inside its kind: "posts.from".
func (p place) key() string {
	_, key, _ := strings.Cut(p.String(), ".")
	return key
}

func (p place) ref() briefing.Ref { return briefing.Ref{Kind: p.desc.Kind, ID: p.id("x")} }

func (p place) id(id briefing.ID) briefing.ID {
	if p.desc.Kind == briefing.KindPack {
		return p.desc.New().Ref().ID
	}
	return id
}

// row is what the field is a field of: the record, or the first row of the list.
func (p place) row(t *testing.T, r briefing.Record) any {
	t.Helper()
	for _, l := range p.desc.Lists {
		if l.Key != p.list {
			continue
		}
		if l.Len(r) == 0 {
			l.Add(r)
		}
		return l.At(r, 0)
	}
	return r
}

func (p place) get(t *testing.T, r briefing.Record) string { return p.field.Get(p.row(t, r)) }

func (p place) set(t *testing.T, r briefing.Record, value string) {
	t.Helper()
	if err := p.field.Set(p.row(t, r), value); err != nil {
		t.Fatalf("%s: %v", p, err)
	}
}

// label names the field as the journal and the comparison do.
func (p place) label() string { return lang.FieldLabel(briefing.RU, p.desc.Kind, p.list, p.field) }

// shown is a value as a person reads it.
func (p place) shown(value string) string {
	if p.field.Target != "" {
		var names []string
		for _, id := range briefing.SplitIDs(value) {
			names = append(names, caption(p.field.Target, id))
		}
		return strings.Join(names, ", ")
	}
	return lang.FieldValue(briefing.RU, p.field, value)
}

// caption is that of the records y and z, which others refer to.
func caption(k briefing.Kind, id briefing.ID) string {
	d, _ := briefing.Describe(k)
	return d.Caption(target(d, id), briefing.RU)
}

// target is a record that others refer to: filled as x is, so that every
// audience sees it, with a caption of its own. It cites the source x and is of the
// organisation x.
func target(d briefing.Description, id briefing.ID) briefing.Record {
	r := d.New()
	for _, p := range places() {
		switch {
		case p.desc.Kind != d.Kind || p.list != "":
		case p.field.Target == "":
			_ = p.field.Set(r, p.value(0))
		case p.field.Target == briefing.KindSource:
			_ = p.field.Set(r, "x")
		case p.field.Target == briefing.KindOrganisation: // or x would be a stranger to the other side
			_ = p.field.Set(r, "x")
		}
	}
	r.SetID(id)
	for _, key := range []string{"title_ru", "name_ru", "statement_ru", "file", "name", "code"} {
		if f, ok := d.Field(key); ok {
			_ = f.Set(r, "Цель "+string(d.Kind)+" "+string(id))
		}
	}
	return r
}

// places lists every field of every kind.
func places() []place {
	var out []place
	for _, d := range briefing.Descriptions() {
		for _, f := range d.Fields {
			out = append(out, place{d, "", f, len(out)})
		}
		for _, l := range d.Lists {
			for _, f := range l.Fields {
				out = append(out, place{d, l.Key, f, len(out)})
			}
		}
	}
	return out
}

// value gives the i-th of two values of a field, in its stored form.
func (p place) value(i int) string {
	set := map[string][2]string{
		"fact.chosen": {"c1", "c2"}, "fact.claims.claim": {"c1", "c2"}, // the claim that is printed
		"pack.as_of":     {"2023-03-20T23:00:00+03:00", "2023-03-20T22:00:00+03:00"},
		"fact.place":     {briefing.PlacePack, briefing.PlaceAddendum},
		"person.country": {"CN", "RU"}, "fact.original_lang": {"zh", "en"},
		"fact.claims.role": {"", briefing.RoleVerification}, // a verification is never the printed claim
	}
	if v, ok := set[p.String()]; ok {
		return v[i]
	}
	switch f := p.field; f.Type {
	case briefing.EnumField:
		if f.Group == "use" {
			return []string{string(briefing.Aloud), string(briefing.Reference)}[i]
		}
		return f.Options[min(i, len(f.Options)-1)]
	case briefing.NumberField:
		return fmt.Sprintf("%d.5", 1000*(i+1)+p.n)
	case briefing.IntField:
		return fmt.Sprint(1000*(i+1) + p.n)
	case briefing.BoolField:
		return []string{"1", ""}[i]
	case briefing.PeriodField:
		return []string{"2021-03", "2022-05"}[i]
	case briefing.StampField:
		if p.field.Key == "to" { // a post that is over is in no pack
			return []string{"2033-03-01", "2033-02-02"}[i]
		}
		return []string{"2023-03-01", "2023-02-02"}[i]
	case briefing.ClockField:
		return []string{"10:00", "12:30"}[i]
	case briefing.UnitField:
		return []string{"million-usd", "thousand-t"}[i]
	case briefing.LanguageField:
		return []string{"zh", "en"}[i]
	case briefing.CountryField:
		return []string{"CN", "RU"}[i]
	case briefing.RefField, briefing.RefsField:
		return []string{"y", "z"}[i]
	}
	return fmt.Sprintf("Знак%d слово %d", 1000+p.n, i)
}

// filled is a record with every field filled.
func filled(t *testing.T, d briefing.Description, i int) briefing.Record {
	t.Helper()
	r := d.New()
	r.SetID("x")
	for _, p := range places() {
		if p.desc.Kind == d.Kind {
			p.set(t, r, p.value(i))
		}
	}
	return r
}

// world is a project in a file in which the record x of each kind has all its
// fields, and y and z are referred to.
type world struct {
	app.World
	dir     string
	project *app.Project
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldOf(t, everything(t))
}

func newWorldOf(t *testing.T, pr *project.Project) *world {
	t.Helper()
	dir := t.TempDir()
	w := &world{World: app.System(), dir: dir}
	w.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(w.World, filepath.Join(dir, "walk.briefing"), pr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	w.project = p
	return w
}

func everything(t *testing.T) *project.Project {
	t.Helper()
	pr := &project.Project{Figures: figure.NewSet()}
	for _, d := range briefing.Descriptions() {
		pr.Put(filled(t, d, 0))
		if d.Kind == briefing.KindPack {
			continue
		}
		for _, id := range []briefing.ID{"y", "z"} {
			pr.Put(target(d, id))
		}
	}
	return pr
}

// exceptions say of which fields a consumer shows nothing, and why: a field
// («fact.claims.wording»), a kind («version») or a type of field («*number»).
type exceptions map[string]string

func (e exceptions) of(p place) (key string, ok bool) {
	for _, k := range []string{p.String(), string(p.desc.Kind), typeKey(p.field.Type)} {
		if _, ok := e[k]; ok {
			return k, true
		}
	}
	return "", false
}

func typeKey(t briefing.FieldType) string {
	return "*" + []string{
		"line", "prose", "enum", "number", "int", "bool", "period", "stamp", "clock", "unit", "ref", "refs", "language", "country",
	}[t]
}

// walk leads every field past a consumer: sees says what is wrong with a field,
// "" when it is there. An exception that is none any more fails as well.
func walk(t *testing.T, except exceptions, sees func(place) string) {
	t.Helper()
	used := map[string]bool{}
	for _, p := range places() {
		wrong := sees(p)
		key, excepted := except.of(p)
		switch {
		case excepted && wrong != "":
			used[key] = true
		case wrong != "":
			t.Errorf("%s: %s", p, wrong)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(except)) {
		if !used[key] {
			t.Errorf("the exception %s (%s) is none", key, except[key])
		}
		if except[key] == "" {
			t.Errorf("the exception %s has no reason", key)
		}
	}
}
