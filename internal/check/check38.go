package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check38: what was promised by a day that has passed is done, or the pack says
// that it isn't. The other side knows its own dates.
func check38() Check { return Check{Number: 38, data: overdueMilestones} }

func overdueMilestones(s *project.Snapshot) []Finding {
	if s.AsOf.IsZero() {
		return nil
	}
	var out []Finding
	for _, a := range s.Agreements {
		for _, m := range a.Milestones {
			if m.State(s.AsOf) != briefing.MilestoneOverdue {
				continue
			}
			out = append(out, Finding{
				Severity: Warning, Ref: a.Ref(), Field: "milestones",
				Evidence: text("check.38.evidence", func(l briefing.Lang) []any {
					return []any{name(a, l), m.Title.Any(l), lang.Period(l, m.Due)}
				}),
				Mend: text("check.38.mend", nil),
			})
		}
	}
	return out
}
