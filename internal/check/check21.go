package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check21: what is printed in the document's language is there in that
// language; nothing is filled from another. The languages chosen are those
// documents are made in, so this is a check of the document.
func check21() Check { return Check{Number: 21, document: missingTranslations} }

func missingTranslations(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	for _, desc := range briefing.Descriptions() {
		if desc.Kind == briefing.KindCommodity {
			continue // a nomenclature is longer than any pack
		}
		for _, r := range s.Records(desc.Kind) {
			if !s.InPack(r.Ref()) {
				continue
			}
			labels := untranslated(d.Lang, desc.Fields, r)
			for _, l := range desc.Lists {
				for i := range l.Len(r) {
					labels = append(labels, untranslated(d.Lang, l.Fields, l.At(r, i))...)
				}
			}
			if len(labels) == 0 {
				continue
			}
			out = append(out, Finding{
				Severity: Warning, Ref: r.Ref(), Field: labels[0] + "_" + string(d.Lang),
				Evidence: text("check.21.evidence", func(l briefing.Lang) []any {
					var names []string
					for _, label := range labels {
						names = append(names, lang.Label(l, desc.Kind, label))
					}
					return []any{lang.T(l, "check.language."+string(d.Lang)), strings.Join(names, lang.T(l, "check.join"))}
				}),
				Mend: text("check.21.mend", func(l briefing.Lang) []any {
					return []any{lang.T(l, "check.language."+string(d.Lang))}
				}),
			})
		}
	}
	return out
}

// untranslated lists the labels of texts that readers see and that exist in
// another language only. A list form of a name is given only where it can't
// be derived, so it may well exist in one language.
func untranslated(l briefing.Lang, fields []briefing.Field, row any) []string {
	here, elsewhere := map[string]bool{}, map[string]bool{}
	var order []string
	for _, f := range fields {
		if f.Lang == "" || f.For&briefing.Leader == 0 || f.Label == "short_name" || f.Get(row) == "" {
			continue
		}
		if f.Lang == l {
			here[f.Label] = true
		} else if !elsewhere[f.Label] {
			elsewhere[f.Label] = true
			order = append(order, f.Label)
		}
	}
	var out []string
	for _, label := range order {
		if !here[label] {
			out = append(out, label)
		}
	}
	return out
}
