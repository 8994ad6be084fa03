package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check32: nothing in the pack is cited from a source whose legal status
// forbids it. A status that begins only after the moment does not count.
func check32() Check { return Check{Number: 32, data: forbiddenSources} }

func forbiddenSources(s *project.Snapshot) []Finding {
	var out []Finding
	for _, src := range s.Sources {
		if src.Legal == "" {
			continue
		}
		if from, _ := src.LegalSince.Bounds(s.AsOf.Location()); !s.AsOf.IsZero() && from.After(s.AsOf) {
			continue
		}
		out = append(out, Finding{
			Severity: Blocking, Ref: src.Ref(), Field: "legal",
			Evidence: text("check.32.evidence", func(l briefing.Lang) []any {
				since := ""
				if src.LegalSince != "" {
					since = lang.T(l, "check.32.since", lang.Stamp(l, src.LegalSince))
				}
				return []any{name(src, l), lang.Enum(l, "legal", src.Legal), since}
			}),
			Mend: text("check.32.mend", nil),
		})
	}
	return out
}
