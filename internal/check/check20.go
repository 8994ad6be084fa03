package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check20: a fact whose review date has come was looked at again by the moment
// of the pack.
func check20() Check { return Check{Number: 20, data: reviewDue} }

func reviewDue(s *project.Snapshot) []Finding {
	if s.AsOf.IsZero() {
		return nil
	}
	var out []Finding
	for _, f := range s.Facts {
		if f.ReviewBy == "" || f.Status == briefing.Rejected {
			continue
		}
		_, due := f.ReviewBy.Bounds(s.AsOf.Location())
		if checked, _ := f.CheckedOn.Bounds(s.AsOf.Location()); due.IsZero() || due.After(s.AsOf) || !checked.IsZero() && !checked.Before(due) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: f.Ref(), Field: "review_by",
			Evidence: text("check.20.evidence", func(l briefing.Lang) []any {
				return []any{lang.Stamp(l, f.ReviewBy), lang.Moment(l, s.AsOf)}
			}),
			Mend: text("check.20.mend", nil),
		})
	}
	return out
}
