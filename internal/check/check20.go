package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check20: a fact whose review date has come was looked at again by the moment
// of the pack, and a number of the pack is verified: only the compiler sees the
// status, so that on the page it stands like any other.
func check20() Check {
	return Check{Number: 20, data: func(s *project.Snapshot) []Finding { return append(reviewDue(s), unverified(s)...) }}
}

func unverified(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if f.Status != briefing.Unverified || !f.Figure().HasNumber() || !s.InPack(f.Ref()) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: f.Ref(), Field: "status",
			Evidence: text("check.20.unverified", func(l briefing.Lang) []any { return []any{name(f, l), lang.Figure(l, f.Figure())} }),
			Mend:     text("check.20.unverified.mend", nil),
		})
	}
	return out
}

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
