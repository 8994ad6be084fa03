package app

import (
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// InsertKind is a kind of what can be put into a text.
type InsertKind string

// Kinds of what can be put into a text, in the order they are offered.
const (
	InsertFigure  InsertKind = "figure"
	InsertPerson  InsertKind = "person"
	InsertEvent   InsertKind = "event"
	InsertSource  InsertKind = "source"  // a footnote with the source
	InsertTable   InsertKind = "table"   // chart and table, of a series or of imported rows
	InsertPicture InsertKind = "picture" // an image attached to the record
)

// Insertable is something that can be put into a text.
type Insertable struct {
	Kind  InsertKind
	Title string // what it is, in the language of who is asked
	Text  string // what is typed into the text; "" when it has no words in the language of the text
	Note  string // beside the title: what will be read
	// KeptFrom are readers of the text who may not see the fact of a figure.
	KeptFrom []briefing.Audience
}

// Insertables lists what can be put into a text field of a record: figures that
// follow their facts; people with the posts they hold at the moment, and events
// with their days, in words; and, in a section written by hand, whose text knows
// tables, footnotes and images, series with chart and table or the table alone,
// the tables that the imported rows make by themselves,
// sources as footnotes and the images attached to it.
// Titles are in the language l. What is put in is printed as Note says.
func (p *Project) Insertables(r briefing.Record, field briefing.Field, l briefing.Lang) ([]Insertable, error) {
	var out []Insertable
	for _, b := range p.Bindables(r, field, l) {
		out = append(out, Insertable{Kind: InsertFigure, Title: b.Title, Text: b.Binding, Note: b.Printed, KeptFrom: b.KeptFrom})
	}
	s := p.wordSnapshot(briefing.Leader)
	v, err := pack.NewViewer(s, field.Lang)
	if err != nil {
		return nil, err
	}
	for _, x := range s.People {
		text := v.Person(x)
		out = append(out, Insertable{Kind: InsertPerson, Title: x.Name.Any(l), Text: text, Note: text})
	}
	for _, x := range s.Events {
		text := v.Event(x)
		out = append(out, Insertable{Kind: InsertEvent, Title: x.Title.Any(l), Text: text, Note: lang.Period(l, x.When)})
	}
	if m, ok := r.(*briefing.Message); !ok || m.Kind != "section" || field.Label != "body" {
		return out, nil
	}
	out = append(append(out, tablesOf(s, l)...), p.rowTables(l)...)
	for _, x := range s.Sources {
		told := v.Source(x)
		i := Insertable{Kind: InsertSource, Title: x.Title.Any(l), Note: x.Publisher.Any(l)}
		if told != "" && strings.Count(told, "[") == strings.Count(told, "]") { // else the footnote would not end where it should
			i.Text = "^[" + told + "]"
		}
		out = append(out, i)
	}
	for _, a := range p.Attachments(r.Ref()) {
		if ext := strings.ToLower(filepath.Ext(a.File)); slices.Contains([]string{".png", ".jpg", ".jpeg"}, ext) {
			caption := strings.TrimSuffix(a.File, filepath.Ext(a.File))
			out = append(out, Insertable{Kind: InsertPicture, Title: a.File, Text: "\n![" + caption + "](" + a.File + ")\n", Note: lang.FileSize(l, a.Size)})
		}
	}
	return out, nil
}

// tablesOf are the series that have something to show, each with its chart and
// as a table alone.
func tablesOf(s *project.Snapshot, l briefing.Lang) []Insertable {
	var out []Insertable
	for _, x := range s.Series {
		facts := 0
		for _, f := range s.Facts {
			if f.Series == x.ID {
				facts++
			}
		}
		_, pivots := pivot.Split(x.Body.Any(l))
		if facts == 0 && len(pivots) == 0 || x.Title.Empty() {
			continue
		}
		for _, form := range []string{briefing.ShowChart, briefing.ShowTable} {
			if form == briefing.ShowChart && x.Form == "table" && facts > 0 {
				continue // there is no chart of it
			}
			out = append(out, Insertable{
				Kind: InsertTable, Title: x.Title.Any(l), Text: "\n" + briefing.Exhibit(x.ID, form).String() + "\n",
				Note: lang.T(l, "app.insert."+form),
			})
		}
	}
	return out
}
