package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check28: what is to be said holds no figure that is for reference or
// internal, and its use is stated. Interpreter and partner would not get such a
// message at all. Of the partner's documents it is told which imports they have no
// rows of, since those stand on what the house knows by itself.
func check28() Check { return Check{Number: 28, data: notToBeSaid, document: keptRows} }

func keptRows(s *project.Snapshot, _ *document.Document) []Finding {
	var out []Finding
	for _, h := range s.Held {
		if s.Audience == briefing.Partner && h.Ref.Kind == briefing.KindImport && h.Why == project.NotForReader && !h.Part {
			out = append(out, Finding{
				Severity: Warning, Ref: h.Ref, Field: "source",
				Evidence: text("check.28.rows", nil), Mend: text("check.28.rows.mend", nil),
			})
		}
	}
	return out
}

func notToBeSaid(s *project.Snapshot) []Finding {
	if s.Audience == briefing.Partner { // who is not told of the use
		return nil
	}
	var out []Finding
	spoken := []string{"talking-point", "press-line", "quotation"}
	for _, m := range s.Messages {
		if m.Use == "" && slices.Contains(spoken, m.Kind) {
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "use",
				Evidence: text("check.28.unstated", nil), Mend: text("check.28.unstated.mend", nil),
			})
		}
		if m.Use != briefing.Aloud || !slices.Contains(spoken, m.Kind) {
			continue
		}
		for _, id := range project.MessageBindings(m) {
			f, ok := s.Fact(id)
			if !ok || f.Use == briefing.Aloud {
				continue
			}
			key := "check.28.evidence"
			if f.Use == "" {
				key = "check.28.figure_unstated"
			}
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "body",
				Evidence: text(key, func(l briefing.Lang) []any {
					said := variants(l, f.Printed())
					if f.Use == "" {
						return []any{said}
					}
					return []any{said, lang.Enum(l, "use", string(f.Use))}
				}),
				Mend: text("check.28.mend", nil),
			})
		}
	}
	return out
}
