package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/codes"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Pasted is what a text from the clipboard came to: columns with what each was
// taken for, and the records as they would be stored. It is data only; reasons
// are keys ("pasted.reason.<reason>" in the texts).
type Pasted = importer.Pasted

type (
	// PastedColumn is a column with what it was taken for.
	PastedColumn = importer.PastedColumn
	// PastedChoice is one thing that a column may be taken for.
	PastedChoice = importer.PastedChoice
	// PastedRow is a row with the record it would become.
	PastedRow = importer.PastedRow
	// PastedFault is a cell that could not be read.
	PastedFault = importer.Rejected
)

// CanPaste tells whether rows can be pasted as records of the kind.
func CanPaste(kind briefing.Kind) bool {
	switch kind {
	case briefing.KindFact, briefing.KindEvent, briefing.KindPerson, briefing.KindOrganisation,
		briefing.KindAgreement, briefing.KindMessage, briefing.KindSource:
		return true
	}
	return false
}

// PasteRows is the most rows that one paste may have.
const PasteRows = importer.PasteRows

// Pasting is a wish for how pasted rows are read.
type Pasting uint8

// WithoutNewOrganisations leaves organisations that the project does not have in
// the notes of the rows that name them.
const WithoutNewOrganisations Pasting = 1

// ReadPasted reads rows copied from Word or Excel as records of the kind.
// Mapping names the field of each column, "" for one that is not taken; nil
// lets all be guessed; a fact without a source gets the default one. Labels and notes are in the language given. Nothing is
// stored.
func (p *Project) ReadPasted(kind briefing.Kind, text string, l briefing.Lang, mapping []string, how ...Pasting) (Pasted, error) {
	o := importer.PasteOptions{Lang: l, Mapping: mapping, FewerOrganisations: slices.Contains(how, WithoutNewOrganisations), NewID: p.World.NewID, Zone: p.World.Now().Location()}
	var out Pasted
	var err error
	p.Read(func(pr *project.Project) {
		known, people := captions(pr), personsOf(pr.People)
		o.Find = func(kind briefing.Kind, text string) (briefing.ID, bool) {
			id, ok := known[kind][codes.Fold(text)]
			if !ok && pr.Find(briefing.Ref{Kind: kind, ID: briefing.ID(text)}) != nil {
				return briefing.ID(text), true
			}
			if !ok && kind == briefing.KindPerson {
				return people.find(text)
			}
			return id, ok
		}
		for _, person := range pr.People {
			o.Rank = max(o.Rank, person.Rank)
		}
		if visit, ok := pr.Find(briefing.Ref{Kind: briefing.KindEvent, ID: pr.Pack.Event}).(*briefing.Event); ok {
			o.Visit = visit
		}
		out, err = importer.ReadPasted(kind, text, o)
	})
	sourced(out.Rows, p.DefaultSource())
	return out, err
}

// captions are the records of the project by kind and folded caption; a
// source is known by its title too.
func captions(pr *project.Project) map[briefing.Kind]map[string]briefing.ID {
	out := map[briefing.Kind]map[string]briefing.ID{}
	for _, d := range briefing.Descriptions() {
		names := map[string]briefing.ID{}
		out[d.Kind] = names
		add := func(name string, id briefing.ID) {
			if f := codes.Fold(name); f != "" && names[f] == "" {
				names[f] = id
			}
		}
		for _, r := range pr.Records(d.Kind) {
			for _, l := range briefing.Langs() {
				add(d.Caption(r, l), r.Ref().ID)
				if s, ok := r.(*briefing.Source); ok {
					add(s.Title.In(l), s.ID)
				}
			}
		}
	}
	return out
}

// StorePasted stores the rows of the numbers given, and the new sources and
// organisations that they name, as one action.
func (p *Project) StorePasted(in Pasted, rows []int) error {
	d, ok := briefing.Describe(in.Kind)
	if !ok {
		return &briefing.Error{Code: briefing.CodeUsage, Op: "store pasted rows", Path: string(in.Kind)}
	}
	rows = slices.Compact(slices.Sorted(slices.Values(rows)))
	named := func(to briefing.Ref) bool {
		return slices.ContainsFunc(rows, func(i int) bool { return i >= 0 && i < len(in.Rows) && refersTo(d, in.Rows[i].Record, to) })
	}
	var made, records []store.Change
	for _, s := range in.Sources {
		if named(s.Ref()) {
			c := *s // what is handed out stays the caller's
			made = append(made, store.Change{Put: &c})
		}
	}
	for _, o := range in.Organisations {
		if named(o.Ref()) {
			c := *o
			made = append(made, store.Change{Put: &c})
		}
	}
	for _, i := range rows {
		if i < 0 || i >= len(in.Rows) {
			return &briefing.Error{Code: briefing.CodeUsage, Op: "store pasted rows"}
		}
		records = append(records, store.Change{Put: d.Copy(in.Rows[i].Record)})
		for _, t := range unreadOf(d, in, i) {
			records = append(records, store.Change{Put: t})
		}
	}
	if len(records) == 0 {
		return nil
	}
	return p.commit("add", append(made, records...)...)
}

// unreadOf are the words of a row that could not be read as values, as if they had
// been typed into their fields: they wait there and on the list of what to do.
func unreadOf(d briefing.Description, in Pasted, i int) []*briefing.Typed {
	var out []*briefing.Typed
	for _, f := range in.Rows[i].Problems {
		if f.Column == 0 || f.Column > len(in.Columns) || f.Reason == importer.RejectTwice {
			continue
		}
		key := importer.FieldOfColumn(in.Kind, in.Columns[f.Column-1].Field)
		if waitsFor(d, key) {
			out = append(out, typedWords(in.Rows[i].Record.Ref(), key, f.Text))
		}
	}
	return out
}

// waitsFor tells whether words can wait in a field of a kind: it has a value that is
// no text and no reference.
func waitsFor(d briefing.Description, key string) bool {
	fields := d.Fields
	if list, inner, nested := strings.Cut(key, "."); nested {
		for _, l := range d.Lists {
			if l.Key == list {
				fields, key = l.Fields, inner
			}
		}
	}
	for _, f := range fields {
		if f.Key != key {
			continue
		}
		switch f.Type {
		case briefing.NumberField, briefing.IntField, briefing.PeriodField, briefing.StampField, briefing.ClockField, briefing.UnitField, briefing.CountryField:
			return true
		}
	}
	return false
}
