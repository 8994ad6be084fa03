package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check42: what is told as signed, in force or expired was signed by the moment
// of the pack, and what is told as held was held by then, what is told as planned is
// yet to come; of what will be signed after it the state is told.
func check42() Check { return Check{Number: 42, data: signedLater} }

func signedLater(s *project.Snapshot) []Finding {
	if s.AsOf.IsZero() {
		return nil
	}
	var out []Finding
	for _, a := range s.Agreements {
		switch a.Status {
		case "signed", "in-force", "expired", "":
		default:
			continue
		}
		if from := a.Signed.Start(); from.IsZero() || !from.After(s.AsOf) {
			continue
		}
		if a.Status == "" { // it stands among those that were signed, and says nothing
			out = append(out, Finding{
				Severity: Warning, Ref: a.Ref(), Field: "status",
				Evidence: text("check.42.open", func(l briefing.Lang) []any {
					return []any{name(a, l), lang.Period(l, a.Signed), lang.Moment(l, s.AsOf)}
				}),
				Mend: text("check.42.open.mend", nil),
			})
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: a.Ref(), Field: "signed",
			Evidence: text("check.42.evidence", func(l briefing.Lang) []any {
				return []any{name(a, l), lang.Enum(l, "agreement_status", a.Status), lang.Period(l, a.Signed), lang.Moment(l, s.AsOf)}
			}),
			Mend: text("check.42.mend", nil),
		})
	}
	for _, e := range s.Events {
		if to := e.When.End(); e.Status == "planned" && !to.IsZero() && !to.After(s.AsOf) {
			out = append(out, Finding{
				Severity: Warning, Ref: e.Ref(), Field: "status",
				Evidence: text("check.42.past", func(l briefing.Lang) []any {
					return []any{name(e, l), lang.Enum(l, "event_status", e.Status), lang.Period(l, e.When), lang.Moment(l, s.AsOf)}
				}),
				Mend: text("check.42.past.mend", nil),
			})
		}
		if from := e.When.Start(); e.Status != "held" || from.IsZero() || !from.After(s.AsOf) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: e.Ref(), Field: "when",
			Evidence: text("check.42.event", func(l briefing.Lang) []any {
				return []any{name(e, l), lang.Enum(l, "event_status", e.Status), lang.Period(l, e.When), lang.Moment(l, s.AsOf)}
			}),
			Mend: text("check.42.event.mend", nil),
		})
	}
	return out
}
