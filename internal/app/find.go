package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// PlaceGroup says under which heading a place of the project is listed.
type PlaceGroup string

// The headings, in their order.
const (
	PlaceFigures  PlaceGroup = "figures"
	PlaceRecords  PlaceGroup = "records"
	PlaceSections PlaceGroup = "sections"
	PlaceSources  PlaceGroup = "sources"
)

// Place is something of the project that can be looked for and gone to: a
// record, or a section of the pack.
type Place struct {
	Group   PlaceGroup
	Ref     briefing.Ref // of a record
	Section string       // key of a section, else ""
	Title   string
	Note    string // a figure and its period, or what kind of record it is
	Status  string // of a fact: briefing.Confirmed, …
	Text    string // all else it is found by, in all languages
}

// Places lists what can be looked for: titles in the language of the contents,
// notes in that of the interface.
func (p *Project) Places(l, content briefing.Lang) []Place {
	var out []Place
	for _, part := range pack.Outline(pack.FormPack) {
		out = append(out, Place{Group: PlaceSections, Section: part.Key, Title: lang.T(l, "pack.section."+part.Key), Text: lang.T(l, "gui.palette.section")})
	}
	p.ReadRecords(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			group, ok := placeGroup(d)
			if !ok {
				continue
			}
			for _, r := range project.InRank(pr.Records(d.Kind)) {
				out = append(out, place(d, r, group, l, content))
			}
		}
	})
	order := []PlaceGroup{PlaceFigures, PlaceRecords, PlaceSections, PlaceSources}
	slices.SortStableFunc(out, func(a, b Place) int {
		return slices.Index(order, a.Group) - slices.Index(order, b.Group)
	})
	return out
}

// placeGroup leaves out what has no screen of its own.
func placeGroup(d briefing.Description) (PlaceGroup, bool) {
	switch d.Kind {
	case briefing.KindFact, briefing.KindSeries, briefing.KindCommodity, briefing.KindGroup:
		return PlaceFigures, true
	case briefing.KindSource, briefing.KindImport:
		return PlaceSources, true
	case briefing.KindPack, briefing.KindNomenclature:
		return "", false
	}
	return PlaceRecords, !d.Desk
}

func place(d briefing.Description, r briefing.Record, group PlaceGroup, l, content briefing.Lang) Place {
	out := Place{Group: group, Ref: r.Ref(), Title: said(d.Line(r, content), nil), Note: lang.KindName(l, d.Kind, false), Text: written(d, r)}
	if strings.TrimSpace(out.Title) == "" {
		out.Title = lang.T(l, "gui.records.unnamed")
	}
	switch x := r.(type) {
	case *briefing.Fact:
		out.Status = x.Status
		c, ok := x.Claim()
		if !ok && len(x.Claims) > 0 {
			c = x.Claims[0]
		}
		if c.Figure.Says() {
			out.Note = lang.Figure(l, c.Figure)
		}
	case *briefing.Event:
		if when := lang.Period(l, x.When); when != "" {
			out.Note += " · " + when
		}
	case *briefing.Source:
		if by := x.Publisher.Any(content); by != "" {
			out.Note = by
		}
	}
	out.Text += "\n" + out.Note + "\n" + string(out.Ref.ID)
	return out
}

// written is all that a record and the rows of its lists say in words and
// numbers.
func written(d briefing.Description, r briefing.Record) string {
	var sb strings.Builder
	add := func(fields []briefing.Field, row any) {
		for _, f := range fields {
			switch f.Type {
			case briefing.RefField, briefing.RefsField, briefing.EnumField, briefing.BoolField:
			default:
				if s := f.Get(row); s != "" {
					sb.WriteString(s)
					sb.WriteByte('\n')
				}
			}
		}
	}
	add(d.Fields, r)
	for _, list := range d.Lists {
		for i := range list.Len(r) {
			add(list.Fields, list.At(r, i))
		}
	}
	return sb.String()
}
