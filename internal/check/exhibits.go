package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/pivot"
)

// setsExhibits reports whether the pack shows series that the field refers to:
// the text of a section written by hand.
func setsExhibits(r briefing.Record, field briefing.Field) bool {
	m, ok := r.(*briefing.Message)
	return ok && m.Kind == "section" && field.Label == "body"
}

// exhibitsOf lists the series that lines of a text refer to.
func exhibitsOf(typed string) []string {
	var out []string
	for line := range strings.Lines(typed) {
		if b, ok := briefing.ExhibitLine(line); ok {
			out = append(out, b.String())
		}
	}
	return out
}

// lookForExhibits tells each series of a text that can't be shown, once a record.
func (m *missing) lookForExhibits(field briefing.Field, typed string, bindings []briefing.Binding) {
	for _, b := range bindings {
		id, ok := b.Exhibits()
		if !ok || m.seen[b.String()] {
			continue
		}
		name, fault := m.exhibitFault(id, b.Form)
		switch {
		case fault != "":
		case !setsExhibits(m.r, field):
			fault = "place"
		case !slices.Contains(exhibitsOf(typed), b.String()):
			fault = "line"
		default:
			continue
		}
		m.seen[b.String()] = true
		m.out = append(m.out, Finding{
			Severity: Blocking, Ref: m.r.Ref(), Field: field.Key,
			Evidence: text("check.34.series."+fault, func(l briefing.Lang) []any {
				return []any{shorten(named(name.Any(l), b))}
			}),
			Mend: text("check.34.series."+fault+".mend", nil),
		})
	}
}

// exhibitFault is why there is no such series to show, empty where there is, and
// its title.
func (m *missing) exhibitFault(id briefing.ID, form string) (title briefing.Text, fault string) {
	i := slices.IndexFunc(m.s.Series, func(s *briefing.Series) bool { return s.ID == id })
	switch {
	case i < 0:
		return title, "unknown"
	case form != briefing.ShowChart && form != briefing.ShowTable:
		return m.s.Series[i].Title, "form"
	}
	s := m.s.Series[i]
	if slices.ContainsFunc(m.s.Facts, func(f *briefing.Fact) bool { return f.Series == id }) {
		return s.Title, ""
	}
	if _, pivots := pivot.Split(s.Body.RU + "\n" + s.Body.EN + "\n" + s.Body.ZH); len(pivots) > 0 {
		return s.Title, ""
	}
	return s.Title, "empty"
}

// named is the title of a series, or the reference to one that has none.
func named(title string, b briefing.Binding) string {
	if title == "" {
		return b.String()
	}
	return title
}
