package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check22: a plan's year that can be read in two ways («к 2024 году»), told
// once a fact.
func check22() Check { return Check{Number: 22, data: ambiguousYears} }

func ambiguousYears(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if p := f.Period(); p.Ambiguous() && len(f.Parents) == 0 {
			out = append(out, Finding{
				Severity: Warning, Ref: f.Ref(), Field: "period",
				Evidence: text("check.22.evidence", func(l briefing.Lang) []any { return []any{lang.Period(l, p)} }),
				Mend:     text("check.22.mend", nil),
			})
		}
	}
	return out
}
