package check

import (
	"cmp"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check36: a translation says what its Russian text says. One that was not
// touched since the Russian was edited may say what no longer holds.
func check36() Check { return Check{Number: 36, data: translationsOutrun} }

func translationsOutrun(s *project.Snapshot) []Finding {
	var out []Finding
	for _, o := range s.Outrun {
		r, there := s.Get(o.Ref)
		d, known := briefing.Describe(o.Ref.Kind)
		if !there || !known || d.Desk {
			continue
		}
		source, a := d.Field(o.Field + "_" + string(briefing.RU))
		translation, b := d.Field(o.Field + "_" + string(o.Lang))
		if !a || !b || translation.Get(r) == "" || source.Get(r) == "" || source.Get(r) == o.Was || !briefing.Prints(r, translation) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: o.Ref, Field: translation.Key,
			Evidence: text("check.36.evidence", func(l briefing.Lang) []any {
				return []any{lang.T(l, "check.language."+string(o.Lang)), lang.FieldLabel(l, o.Ref.Kind, "", source)}
			}),
			Mend: text("check.36.mend", nil),
		})
	}
	slices.SortFunc(out, func(a, b Finding) int { // the journal has no order of records
		return cmp.Or(cmp.Compare(a.Ref.Kind, b.Ref.Kind), cmp.Compare(a.Ref.ID, b.Ref.ID), cmp.Compare(a.Field, b.Field))
	})
	return out
}
