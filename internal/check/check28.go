package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check28: what is to be said holds no figure that is for reference or
// internal. Interpreter and partner would not get such a message at all.
func check28() Check { return Check{Number: 28, data: notToBeSaid} }

func notToBeSaid(s *project.Snapshot) []Finding {
	var out []Finding
	spoken := []string{"talking-point", "press-line", "quotation"}
	for _, m := range s.Messages {
		if m.Use != briefing.Aloud || !slices.Contains(spoken, m.Kind) {
			continue
		}
		for _, id := range project.MessageBindings(m) {
			f, ok := s.Fact(id)
			if !ok || f.Use != briefing.Reference && f.Use != briefing.Internal {
				continue
			}
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "body",
				Evidence: text("check.28.evidence", func(l briefing.Lang) []any {
					return []any{lang.Figure(l, f.Figure()), lang.Enum(l, "use", string(f.Use))}
				}),
				Mend: text("check.28.mend", nil),
			})
		}
	}
	return out
}
