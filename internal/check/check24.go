package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check24: no section that the template requires is empty. A section that the
// compiler switched off is his decision. A pack of cover and glossary alone, or
// one that says of nothing what it is, is no issue.
func check24() Check { return Check{Number: 24, data: unsaid, document: emptySections} }

// unsaid tells messages that are printed nowhere, for no reader, since the text
// that their kind prints was never written: a talking point of a title alone.
func unsaid(s *project.Snapshot) []Finding {
	var out []Finding
	for _, m := range s.Messages {
		label := m.Unsaid()
		if label == "" {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: m.Ref(), Field: label + "_ru",
			Evidence: text("check.24.unsaid", func(l briefing.Lang) []any {
				return []any{name(m, l), lang.Enum(l, "message", m.Kind), lang.Label(l, briefing.KindMessage, label)}
			}),
			Mend: text("check.24.unsaid.mend", nil),
		})
	}
	return out
}

// emptyPack tells what the whole pack lacks: a name, and anything to say.
func emptyPack(s *project.Snapshot) []Finding {
	var out []Finding
	tell := func(key, field string) {
		out = append(out, Finding{
			Severity: Blocking, Ref: s.Pack.Ref(), Field: field,
			Evidence: text(key, nil), Mend: text(key+".mend", nil),
		})
	}
	if _, ok := s.Event(s.Pack.Event); s.Pack.Title.Empty() && !ok {
		tell("check.24.title", "title_ru")
	}
	says := len(s.Facts)+len(s.Events)+len(s.Messages)+len(s.Agreements)+len(s.Facilities)+len(s.People) > 0 ||
		s.Figures.Len() > 0 || slices.ContainsFunc(s.Series, func(x *briefing.Series) bool { return !x.Body.Empty() })
	if !says {
		tell("check.24.nothing", "")
	}
	return out
}

// Required lists the sections that packs of a template can't do without.
func Required(template string) []string {
	switch template {
	case "visit-received", "visit-abroad":
		return []string{"summary", "event", "points", "people", "sources"}
	case "bulletin", "partner-profile":
		return []string{"summary", "trade", "sources"}
	}
	return nil
}

func emptySections(s *project.Snapshot, d *document.Document) []Finding {
	if d.Form != "pack" {
		return nil
	}
	out := emptyPack(s)
	if d.Audience != briefing.Leader {
		return out // other readers get less by design
	}
	off := strings.Fields(s.Pack.Sections)
	for _, key := range Required(s.Pack.Template) {
		there := slices.ContainsFunc(d.Sections, func(x document.Section) bool { return x.Key == key && filled(d, x) })
		if there || slices.Contains(off, "-"+key) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: s.Pack.Ref(), Field: "sections",
			Evidence: text("check.24.evidence", func(l briefing.Lang) []any { return []any{lang.T(l, "pack.section."+key)} }),
			Mend:     text("check.24.mend", nil),
		})
	}
	return out
}

// filled reports whether a section, or one under it, has blocks.
func filled(d *document.Document, x document.Section) bool {
	if len(x.Blocks) > 0 {
		return true
	}
	i := slices.IndexFunc(d.Sections, func(y document.Section) bool { return y.Key == x.Key })
	for _, y := range d.Sections[i+1:] {
		if y.Level <= x.Level {
			break
		}
		if len(y.Blocks) > 0 {
			return true
		}
	}
	return false
}
