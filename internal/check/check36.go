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
		if o.List != "" {
			out = append(out, rowOutrun(r, d, o)...)
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
		return cmp.Or(cmp.Compare(a.Ref.Kind, b.Ref.Kind), cmp.Compare(a.Ref.ID, b.Ref.ID), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Evidence.RU, b.Evidence.RU))
	})
	return out
}

// rowOutrun is translationsOutrun for a row of a list. Rows have no names, and
// some may be kept from the reader: a row is known by its Russian text.
func rowOutrun(r briefing.Record, d briefing.Description, o project.Outrun) []Finding {
	i := slices.IndexFunc(d.Lists, func(l briefing.List) bool { return l.Key == o.List })
	if i < 0 || o.Now == "" || o.Now == o.Was {
		return nil
	}
	list := d.Lists[i]
	field := func(l briefing.Lang) (briefing.Field, bool) {
		at := slices.IndexFunc(list.Fields, func(f briefing.Field) bool { return f.Key == o.Field+"_"+string(l) })
		if at < 0 {
			return briefing.Field{}, false
		}
		return list.Fields[at], true
	}
	source, a := field(briefing.RU)
	translation, b := field(o.Lang)
	if !a || !b {
		return nil
	}
	for n := range list.Len(r) {
		row := list.At(r, n)
		if source.Get(row) != o.Now || translation.Get(row) == "" {
			continue
		}
		return []Finding{{
			Severity: Warning, Ref: r.Ref(), Field: list.Key,
			Evidence: text("check.36.evidence", func(l briefing.Lang) []any {
				return []any{lang.T(l, "check.language."+string(o.Lang)), lang.FieldLabel(l, o.Ref.Kind, list.Key, source) + ": " + o.Now}
			}),
			Mend: text("check.36.mend", nil),
		}}
	}
	return nil
}
