package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check19: every fact has its source and its period or as-of, the pack its
// moment, a quotation its source.
func check19() Check { return Check{Number: 19, data: missingSources} }

func missingSources(s *project.Snapshot) []Finding {
	var out []Finding
	if s.AsOf.IsZero() {
		out = append(out, Finding{
			Severity: Warning, Ref: s.Pack.Ref(), Field: "as_of",
			Evidence: text("check.19.moment", nil), Mend: text("check.19.moment.mend", nil),
		})
	}
	for _, f := range s.Facts {
		if f.Status != briefing.Rejected {
			out = append(out, missingInFact(s, f)...)
		}
	}
	for _, m := range s.Messages {
		if m.Kind == "quotation" && len(s.SourcesOf(m.Ref())) == 0 && !s.Unnamed(m.Ref()) {
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "sources",
				Evidence: text("check.19.quotation", nil), Mend: text("check.19.source.mend", nil),
			})
		}
	}
	return out
}

func missingInFact(s *project.Snapshot, f *briefing.Fact) []Finding {
	number := f.Figure().HasNumber()
	severity := Warning
	if number {
		severity = Blocking // a number that nobody stands for
	}
	var out []Finding
	if len(s.SourcesOf(f.Ref())) == 0 && !s.Unnamed(f.Ref()) && f.Nature != briefing.NatureOpinion {
		out = append(out, Finding{
			Severity: severity, Ref: f.Ref(), Field: "claims",
			Evidence: text("check.19.source", nil), Mend: text("check.19.source.mend", nil),
		})
	}
	for _, c := range f.Claims {
		if c.Source == "" {
			continue
		}
		if _, ok := s.Source(c.Source); !ok && s.Audience == briefing.Compiler {
			out = append(out, Finding{
				Severity: severity, Ref: f.Ref(), Field: "claims",
				Evidence: text("check.19.unknown", func(briefing.Lang) []any { return []any{string(c.Source)} }),
				Mend:     text("check.19.source.mend", nil),
			})
		}
	}
	if c, ok := f.Claim(); ok && number && c.Period.Kind == briefing.NoPeriod && f.AsOf == "" {
		out = append(out, Finding{
			Severity: severity, Ref: f.Ref(), Field: "period",
			Evidence: text("check.19.period", func(l briefing.Lang) []any { return []any{lang.Figure(l, c.Figure)} }),
			Mend:     text("check.19.period.mend", nil),
		})
	}
	return out
}
