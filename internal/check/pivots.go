package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pivot"
)

// setsPivots reports whether the pack sets pivots of the field: of the text of
// a series and of a section written by hand.
func setsPivots(r briefing.Record, field briefing.Field) bool {
	switch r := r.(type) {
	case *briefing.Series:
		return field.Label == "body"
	case *briefing.Message:
		return field.Label == "body" && r.Kind == "section"
	}
	return false
}

// lookForPivots tells each pivot of a text that can't be printed, once a
// record.
func (m *missing) lookForPivots(field briefing.Field, typed string, bindings []briefing.Binding) {
	_, alone := pivot.Split(typed)
	for _, b := range bindings {
		if !pivot.Is(b) || m.seen[b.String()] {
			continue
		}
		fault := m.pivotFault(b)
		same := func(o briefing.Binding) bool { return o.Data == b.Data && o.Form == b.Form }
		switch {
		case fault != "":
		case !setsPivots(m.r, field):
			fault = "place"
		case !slices.ContainsFunc(alone, same):
			fault = "line"
		default:
			continue
		}
		m.seen[b.String()] = true
		m.out = append(m.out, Finding{
			Severity: Blocking, Ref: m.r.Ref(), Field: field.Key,
			Evidence: text("check.34.pivot."+fault, nil), Mend: text("check.34.pivot."+fault+".mend", nil),
		})
	}
}

// pivotFault is why the observations bear no such pivot, empty where they do.
func (m *missing) pivotFault(b briefing.Binding) string {
	if _, ok := pivot.Parse(b.Data); !ok {
		return string(pivot.Malformed)
	}
	teller, ok := m.s.Computed.(pivot.Teller)
	if !ok { // nobody looks into them
		return ""
	}
	_, fault := teller.Pivot(b)
	return string(fault)
}

// comparePivots tells of a translation that has not the pivots of the Russian
// text: they say the same in every language.
func (m *missing) comparePivots(fields []briefing.Field) {
	of := map[string]map[briefing.Lang][]string{}
	for _, f := range fields {
		if f.Lang == "" || f.Get(m.r) == "" || !setsPivots(m.r, f) {
			continue
		}
		if of[f.Label] == nil {
			of[f.Label] = map[briefing.Lang][]string{}
		}
		list := []string{}
		_, pivots := pivot.Split(f.Get(m.r))
		for _, b := range pivots {
			list = append(list, b.String())
		}
		list = append(list, exhibitsOf(f.Get(m.r))...)
		of[f.Label][f.Lang] = list
	}
	for _, f := range fields {
		russian, there := of[f.Label][briefing.RU]
		own, has := of[f.Label][f.Lang]
		if f.Lang == briefing.RU || !there || !has || slices.Equal(own, russian) {
			continue
		}
		m.out = append(m.out, Finding{
			Severity: Warning, Ref: m.r.Ref(), Field: f.Key,
			Evidence: text("check.34.pivot.differs", func(l briefing.Lang) []any { return []any{lang.T(l, "check.language."+string(f.Lang))} }),
			Mend:     text("check.34.pivot.differs.mend", nil),
		})
	}
}
