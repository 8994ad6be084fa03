package walk_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// secret is what stands in each text of a record that only the house knows.
const secret = "Негласное"

// What only the house's own sources say is in no output of the other side, of
// whatever kind the record: no form in no language, no sheet of the workbook, no
// field of the copy handed over. Of a public source it is there.
func TestWhatOnlyTheHouseKnowsIsInNoOutputOfThePartner(t *testing.T) {
	for _, d := range briefing.Descriptions() {
		if d.Desk || !namesSources(d) || d.Kind == briefing.KindImport { // its rows are no records
			continue
		}
		seen := map[string]bool{}
		for _, kind := range []string{"official", "note", "return", "oral"} {
			w := newWorldOf(t, insider(t, d, kind))
			for _, who := range briefing.Audiences() {
				for name, out := range outputs(t, w, who) {
					there := strings.Contains(out, secret)
					if there && who == briefing.Partner && kind != "official" {
						t.Errorf("%s of a %s: %s has it", d.Kind, kind, name)
					}
					if kind == "official" || who != briefing.Partner {
						seen[who.String()] = seen[who.String()] || there
					}
				}
			}
		}
		for _, who := range briefing.Audiences() {
			if !seen[who.String()] {
				t.Errorf("%s: %v has it nowhere, so that nothing is tried", d.Kind, who)
			}
		}
	}
}

func namesSources(d briefing.Description) bool {
	fields := d.Fields
	for _, l := range d.Lists {
		fields = append(fields[:len(fields):len(fields)], l.Fields...)
	}
	for _, f := range fields {
		if f.Target == briefing.KindSource {
			return true
		}
	}
	return false
}

// insider is a project whose record x of the kind says a secret in each text and
// names one source alone, of the kind given.
func insider(t *testing.T, d briefing.Description, kind string) *project.Project {
	t.Helper()
	pr := everything(t)
	pr.Put(&briefing.Source{ID: "inside", Kind: kind, Title: briefing.Text{RU: "Источник"}})
	r := pr.Find(briefing.Ref{Kind: d.Kind, ID: "x"})
	for _, p := range places() {
		switch {
		case p.desc.Kind != d.Kind:
		case p.field.Target == briefing.KindSource:
			p.set(t, r, "inside")
		case p.field.Target == briefing.KindFact && p.field.Type == briefing.RefsField:
			p.set(t, r, "")
		case p.field.Lang != "":
			p.set(t, r, fmt.Sprintf("%s слово %d", secret, p.n))
		}
	}
	if m, ok := r.(*briefing.Message); ok {
		m.Kind = "talking-point"
	}
	return pr
}

// outputs are all that is made for a reader, as text, by name.
func outputs(t *testing.T, w *world, who briefing.Audience) map[string]string {
	t.Helper()
	out := map[string]string{}
	keep := func(name string, made any) {
		text, err := json.Marshal(made)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(text)
	}
	s := w.project.Snapshot(moment(t), who)
	for _, l := range briefing.Langs() {
		for _, form := range []string{pack.FormPack, pack.FormFactsheet, pack.FormCard, pack.FormAnswers} {
			d, err := pack.Build(s, nil, pack.Options{Lang: l, Form: form, Draft: true})
			if err != nil {
				continue // a form that is not for this reader, or of which nothing is left
			}
			keep(fmt.Sprintf("%s %s", form, l), d)
		}
		book, err := pack.BuildBook(s, nil, pack.Options{Lang: l, Draft: true})
		if err != nil {
			t.Fatal(err)
		}
		keep(fmt.Sprintf("workbook %s", l), book)
	}
	path := filepath.Join(t.TempDir(), "copy.briefing")
	if err := w.project.HandOver(path, who); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(w.World, path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	p.Read(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			for _, r := range pr.Records(d.Kind) {
				keep(fmt.Sprintf("copy %v", r.Ref()), r)
			}
		}
	})
	return out
}
