package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check21: what is printed in the output's language is there in that language;
// nothing is filled from another. A record without the text that it is printed
// for blocks, and so does a row that is printed in it: a post, a part in an
// event, the words of a claim. One that only lacks an addition does not.
func check21() Check {
	return Check{Number: 21, language: missingTranslations, document: goodsUntranslated}
}

// goodsUntranslated tells of goods that a file names in another language and the
// pages print with a mark: they have no record of their own to be told of.
func goodsUntranslated(s *project.Snapshot, d *document.Document) []Finding {
	mark := lang.T(d.Lang, "pack.word.untranslated_below")
	var names []string
	walkTables(d, func(t document.Table) {
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				name, marked := strings.CutPrefix(c.Text, mark)
				if name = strings.TrimSpace(name); marked && s.Figures.Names(name) && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	})
	if len(names) == 0 {
		return nil
	}
	const shown = 3
	return []Finding{{
		Severity: Blocking, Ref: s.Pack.Ref(),
		Evidence: text("check.21.goods", func(l briefing.Lang) []any {
			return []any{lang.T(l, "check.language."+string(d.Lang)), len(names), strings.Join(names[:min(shown, len(names))], lang.T(l, "check.join"))}
		}),
		Mend: text("check.21.goods.mend", func(l briefing.Lang) []any { return []any{lang.T(l, "check.language."+string(d.Lang))} }),
	}}
}

func missingTranslations(s *project.Snapshot, o Output) []Finding {
	var out []Finding
	for _, desc := range briefing.Descriptions() {
		if desc.Kind == briefing.KindCommodity {
			continue // a nomenclature is longer than any pack
		}
		for _, r := range s.Records(desc.Kind) {
			if !s.InPack(r.Ref()) {
				continue
			}
			labels := untranslated(o.Lang, desc.Fields, r)
			var ofRows []rowLabel
			severity := Warning
			if slices.ContainsFunc(labels, func(label string) bool { return slices.Contains(mainTexts(desc, r), label) }) {
				severity = Blocking
			}
			field := ""
			if len(labels) > 0 {
				field = labels[0] + "_" + string(o.Lang)
			}
			for _, l := range desc.Lists {
				for i := range l.Len(r) {
					row := l.At(r, i)
					missing := untranslated(o.Lang, l.Fields, row)
					if len(missing) == 0 {
						continue
					}
					if printedRow(s, row) {
						severity = Blocking
					}
					if field == "" {
						field = l.Key + "." + missing[0] + "_" + string(o.Lang)
					}
					for _, label := range missing {
						if one := (rowLabel{l.Key, label}); !slices.Contains(ofRows, one) {
							ofRows = append(ofRows, one)
						}
					}
				}
			}
			if len(labels)+len(ofRows) == 0 {
				continue
			}
			out = append(out, Finding{
				Severity: severity, Ref: r.Ref(), Field: field,
				Evidence: text("check.21.evidence", func(l briefing.Lang) []any {
					var names []string
					for _, label := range labels {
						names = append(names, lang.Label(l, desc.Kind, label))
					}
					for _, x := range ofRows { // as the form calls it: the title of a post is «Должность»
						names = append(names, lang.ListLabel(l, desc.Kind, x.list, x.label))
					}
					return []any{lang.T(l, "check.language."+string(o.Lang)), strings.Join(names, lang.T(l, "check.join"))}
				}),
				Mend: text("check.21.mend", func(l briefing.Lang) []any {
					return []any{lang.T(l, "check.language."+string(o.Lang))}
				}),
			})
		}
	}
	return out
}

// rowLabel is a field in the rows of a list.
type rowLabel struct{ list, label string }

// printedRow reports whether a row of a record stands in the pack: not a post
// that its holder had left by the moment, nor a claim that is never cited.
func printedRow(s *project.Snapshot, row any) bool {
	switch row := row.(type) {
	case *briefing.Post:
		return row.HeldAt(s.AsOf)
	case *briefing.Claim:
		return row.Role != briefing.RoleVerification
	}
	return true
}

// mainTexts are the labels of the texts without which a record prints nothing,
// or not what it is for: of a message what is said or answered and, where it
// stands under a title, the title; of a facility and an agreement what they are
// about; else the first text of its kind.
func mainTexts(desc briefing.Description, r briefing.Record) []string {
	if m, ok := r.(*briefing.Message); ok {
		switch m.Kind {
		case "qa":
			return []string{"title", "answer"}
		case "talking-point", "quotation", "press-line":
			return []string{"body"}
		}
		return []string{"title", "body"}
	}
	switch r.Ref().Kind {
	case briefing.KindFacility: // without facts the words about it are all that is printed
		return []string{"name", "about"}
	case briefing.KindAgreement:
		return []string{"title", "subject"}
	}
	for _, f := range desc.Fields {
		if f.Lang != "" {
			return []string{f.Label}
		}
	}
	return nil
}

// untranslated lists the labels of texts that readers see and that exist in
// another language only. A list form of a name is given only where it can't
// be derived, so it may well exist in one language.
func untranslated(l briefing.Lang, fields []briefing.Field, row any) []string {
	here, elsewhere := map[string]bool{}, map[string]bool{}
	var order []string
	for _, f := range fields {
		if f.Lang == "" || f.For&briefing.Leader == 0 || f.Label == "short_name" || f.Get(row) == "" || !briefing.Prints(row, f) {
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
