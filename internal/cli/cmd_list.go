package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

type listCmd struct {
	File string `arg:""`
	Kind string `arg:""`
	JSON bool   `name:"json"`
}

// plurals name the kinds on the command line.
func plurals() map[string]briefing.Kind {
	return map[string]briefing.Kind{
		"events": briefing.KindEvent, "people": briefing.KindPerson, "organisations": briefing.KindOrganisation,
		"agreements": briefing.KindAgreement, "facilities": briefing.KindFacility, "facts": briefing.KindFact,
		"series": briefing.KindSeries, "messages": briefing.KindMessage, "sources": briefing.KindSource,
		"commodities": briefing.KindCommodity, "groups": briefing.KindGroup, "nomenclatures": briefing.KindNomenclature,
		"imports": briefing.KindImport, "pack": briefing.KindPack, "versions": briefing.KindVersion,
		"attachments": briefing.KindAttachment, "unread": briefing.KindTyped,
		"acceptances": briefing.KindAcceptance, "tasks": briefing.KindTask,
	}
}

func (c *listCmd) Run(r *run) error {
	kind, ok := plurals()[strings.ToLower(c.Kind)]
	if !ok && c.Kind != "journal" {
		return usage(r.Lang, "list", c.Kind, append(slices.Sorted(maps.Keys(plurals())), "journal")...)
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if c.Kind == "journal" {
		return c.journal(r, p)
	}
	return c.records(r, p, kind)
}

// object is a record as JSON: its fields in the order of their description,
// empty ones left out.
type object struct {
	keys   []string
	values []any
}

func (o *object) put(key string, value any) {
	o.keys, o.values = append(o.keys, key), append(o.values, value)
}

// MarshalJSON keeps the order of the fields.
func (o object) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, k := range o.keys {
		if i > 0 {
			out = append(out, ',')
		}
		key, err := json.Marshal(k)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(o.values[i])
		if err != nil {
			return nil, err
		}
		out = append(append(append(out, key...), ':'), value...)
	}
	return append(out, '}'), nil
}

func (c *listCmd) records(r *run, p *app.Project, kind briefing.Kind) error {
	d, _ := briefing.Describe(kind)
	objects := []object{}
	p.Read(func(pr *project.Project) {
		for _, rec := range project.InRank(pr.Records(kind)) {
			if !c.JSON {
				fmt.Fprintf(r.Out, "%s\t%s\n", rec.Ref().ID, d.Line(rec, r.Lang))
				continue
			}
			o := object{}
			o.put("id", rec.Ref().ID)
			fill(&o, d.Fields, rec)
			for _, l := range d.Lists {
				rows := []object{}
				for i := range l.Len(rec) {
					row := object{}
					fill(&row, l.Fields, l.At(rec, i))
					rows = append(rows, row)
				}
				o.put(l.Key, rows)
			}
			objects = append(objects, o)
		}
	})
	if !c.JSON {
		return nil
	}
	return printJSON(r, objects)
}

func fill(o *object, fields []briefing.Field, row any) {
	for _, f := range fields {
		s := f.Get(row)
		switch {
		case s == "":
		case f.Type == briefing.BoolField:
			o.put(f.Key, true)
		case f.Type == briefing.RefsField:
			o.put(f.Key, briefing.SplitIDs(s))
		default:
			o.put(f.Key, s)
		}
	}
}

func printJSON(r *run, v any) error {
	e := json.NewEncoder(r.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

func (c *listCmd) journal(r *run, p *app.Project) error {
	entries, err := p.Journal(0)
	if err != nil {
		return err
	}
	if !c.JSON {
		for _, e := range entries {
			fmt.Fprintf(r.Out, "%s\t%s\t%s\t%s %s\t%s\n", e.At, e.By, e.Name, e.Kind, e.Record, e.Field)
		}
		return nil
	}
	objects := []object{}
	for _, e := range entries {
		o := object{}
		o.put("at", e.At)
		o.put("by", e.By)
		o.put("action", e.Name)
		o.put("kind", e.Kind)
		o.put("id", e.Record)
		o.put("field", e.Field)
		o.put("old", e.Old)
		o.put("new", e.New)
		objects = append(objects, o)
	}
	return printJSON(r, objects)
}
