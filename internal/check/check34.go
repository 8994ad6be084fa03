package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// check34: a text that holds a figure can be printed with it. One that names a
// figure which is not there, or has none to show, is left out of the page
// whole; that must not happen unseen. The same holds for an image, and for what
// was meant for a figure and is none: it would be printed in its braces.
func check34() Check { return Check{Number: 34, data: figuresMissing, document: picturesMissing} }

func picturesMissing(_ *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	for i := range d.Sections {
		for _, b := range d.Sections[i].Blocks {
			if t, ok := b.(document.Table); ok {
				out = append(out, photosMissing(t)...)
			}
			p, ok := b.(document.Picture)
			if !ok || p.Fault == "" || p.Origin == nil {
				continue
			}
			key := "check.34.picture." + p.Fault
			out = append(out, Finding{
				Severity: Blocking, Ref: *p.Origin, Field: "body",
				Evidence: text(key, func(briefing.Lang) []any { return []any{p.File} }),
				Mend:     text(key+".mend", nil),
			})
		}
	}
	return out
}

// photosMissing are photographs of people that can't be printed: the page is
// whole without them.
func photosMissing(t document.Table) []Finding {
	var out []Finding
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Photo == nil || c.Photo.Fault == "" || c.Photo.Origin == nil {
				continue
			}
			key, file := "check.34.picture."+c.Photo.Fault, c.Photo.File
			out = append(out, Finding{
				Severity: Warning, Ref: *c.Photo.Origin, Field: "name",
				Evidence: text(key, func(briefing.Lang) []any { return []any{file} }),
				Mend:     text(key+".mend", nil),
			})
		}
	}
	return out
}

func figuresMissing(s *project.Snapshot) []Finding {
	held := map[briefing.ID]bool{}
	for _, h := range s.Held {
		if h.Ref.Kind == briefing.KindFact && !h.Part {
			held[h.Ref.ID] = true
		}
	}
	var out []Finding
	for _, d := range briefing.Descriptions() {
		for _, r := range s.Records(d.Kind) {
			m := missing{s: s, r: r, held: held, seen: map[string]bool{}}
			m.look(d.Fields, r, "")
			m.comparePivots(d.Fields)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					m.look(l.Fields, l.At(r, i), l.Key+".")
				}
			}
			out = append(out, m.out...)
		}
	}
	return out
}

// missing looks through the texts of one record; a figure is told once,
// whatever the languages.
type missing struct {
	s    *project.Snapshot
	r    briefing.Record
	held map[briefing.ID]bool
	seen map[string]bool
	out  []Finding
}

func (m *missing) look(fields []briefing.Field, row any, at string) {
	for _, field := range fields {
		if field.Lang == "" || field.For&briefing.Leader == 0 || !briefing.Prints(row, field) {
			continue
		}
		field.Key = at + field.Key
		typed := field.Get(row)
		m.lookForMarks(field, typed)
		bindings := briefing.BindingsOf(typed)
		if len(bindings) == 0 {
			continue
		}
		m.lookForPivots(field, typed, bindings)
		m.lookForExhibits(field, typed, bindings)
		for _, b := range bindings {
			if _, series := b.Exhibits(); series || pivot.Is(b) {
				continue
			}
			name := b.Data + "=" + string(b.Fact)
			if m.seen[name] || m.held[b.Fact] {
				continue
			}
			if b.Data != "" {
				if !borne(m.s, b, field.Lang) {
					m.seen[name] = true
					m.out = append(m.out, unborne(m.r, field, b))
				}
				continue
			}
			switch f, known := m.s.Fact(b.Fact); {
			case !known || !shows(f, b.Form, field.Lang):
				m.seen[name] = true
				m.out = append(m.out, missingFigure(m.s, m.r, field, b, f))
			case setAside(f) && (m.r.Ref().Kind == briefing.KindMessage || m.s.InPack(m.r.Ref())): // a message goes whole
				m.seen[name] = true
				m.out = append(m.out, leftOut(m.r, field, b))
			}
		}
	}
}

// setAside reports whether somebody keeps the fact from the pack, and from its
// addendum too: texts that hold its figure go with it.
func setAside(f *briefing.Fact) bool {
	return f.Status == briefing.Rejected || f.Place == briefing.PlaceNone || f.Place == briefing.PlaceCompiler
}

func leftOut(r briefing.Record, field briefing.Field, b briefing.Binding) Finding {
	return Finding{
		Severity: Warning, Ref: r.Ref(), Field: field.Key, InPack: true, // where it would stand
		Evidence: text("check.34.aside", func(briefing.Lang) []any { return []any{b.String()} }),
		Mend:     text("check.34.aside.mend", nil),
	}
}

// shows reports whether the fact has what a text in the language asks of it:
// where no claim is chosen, whether one of them has.
func shows(f *briefing.Fact, form string, l briefing.Lang) bool {
	return slices.ContainsFunc(f.Printed(), func(c briefing.Claim) bool { return states(c, form, l) })
}

// states reports whether a claim has what a text in the language asks of it.
func states(c briefing.Claim, form string, l briefing.Lang) bool {
	switch form {
	case "change":
		return c.Change.Valid
	case "period":
		return c.Period.Kind != briefing.NoPeriod
	case "number":
		return lang.FigureParts(l, c.Figure).Number != ""
	case "", "value":
		return lang.Figure(l, c.Figure) != ""
	}
	return false
}

// borne reports whether the observations bear what a text holds of them.
func borne(s *project.Snapshot, b briefing.Binding, l briefing.Lang) bool {
	if s.Computed == nil { // nobody looks into them
		return true
	}
	_, ok := s.Computed.Print(b, l)
	return ok
}

func unborne(r briefing.Record, field briefing.Field, b briefing.Binding) Finding {
	return Finding{
		Severity: Blocking, Ref: r.Ref(), Field: field.Key,
		Evidence: text("check.34.data", func(briefing.Lang) []any { return []any{b.String()} }),
		Mend:     text("check.34.data.mend", nil),
	}
}

// formName is the key of a form of figure, "other" for one that is not known.
func formName(form string) string {
	switch form {
	case "":
		return "whole"
	case "value", "number", "change", "period":
		return form
	}
	return "other"
}

func missingFigure(s *project.Snapshot, r briefing.Record, field briefing.Field, b briefing.Binding, f *briefing.Fact) Finding {
	if f == nil {
		return Finding{
			Severity: Blocking, Ref: r.Ref(), Field: field.Key,
			Evidence: text("check.34.unknown", func(briefing.Lang) []any { return []any{b.String()} }),
			Mend:     text("check.34.unknown.mend", nil),
		}
	}
	return Finding{
		Severity: Blocking, Ref: r.Ref(), Field: field.Key,
		Evidence: text("check.34.empty", func(l briefing.Lang) []any {
			return []any{b.String(), shorten(unbound(s, f.Statement.Any(l), l)), lang.T(l, "check.34.form."+formName(b.Form))}
		}),
		Mend: text("check.34.empty.mend", nil),
	}
}
