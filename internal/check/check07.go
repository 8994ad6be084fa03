package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check07: one fact with different numbers or dates: none is chosen, or one
// is without a reason.
func check07() Check { return Check{Number: 7, data: differentClaims} }

func differentClaims(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		var claims []briefing.Claim
		for _, c := range f.Claims {
			if c.Role != briefing.RoleVerification {
				claims = append(claims, c)
			}
		}
		chosen, settled := f.Claim()
		switch {
		case len(claims) < 2:
		case !settled && differ(claims):
			severity, key := Warning, "check.07.open"
			if !f.Open.Empty() {
				severity = Note // known and printed as open
			}
			if !f.Disputed() {
				key = "check.07.periods"
			}
			out = append(out, Finding{
				Severity: severity, Ref: f.Ref(), Field: "chosen",
				Evidence: text(key, func(l briefing.Lang) []any { return []any{variants(l, claims)} }),
				Mend:     text(key+".mend", nil),
			})
		case settled && f.Reason.Empty() && s.Audience == briefing.Compiler:
			if other, ok := against(chosen, claims); ok {
				out = append(out, Finding{
					Severity: Warning, Ref: f.Ref(), Field: "reason",
					Evidence: text("check.07.chosen", func(l briefing.Lang) []any {
						return []any{variant(l, chosen), variant(l, other)}
					}),
					Mend: text("check.07.chosen.mend", nil),
				})
			}
		}
	}
	return out
}

func differ(claims []briefing.Claim) bool {
	_, ok := against(claims[0], claims[1:])
	return ok
}

// against finds a claim that can't be of the same value or the same date.
func against(c briefing.Claim, claims []briefing.Claim) (briefing.Claim, bool) {
	for _, other := range claims {
		a, okA := printed(c.Figure)
		b, okB := in(c.Figure.Unit, other.Figure)
		if okA && okB && a.differs(b) {
			return other, true
		}
		if c.Period.Apart(other.Period) {
			return other, true
		}
	}
	return briefing.Claim{}, false
}

func variant(l briefing.Lang, c briefing.Claim) string {
	f, p := lang.Figure(l, c.Figure), lang.Period(l, c.Period)
	switch {
	case f == "":
		return p
	case p == "":
		return f
	}
	return f + " (" + p + ")"
}

func variants(l briefing.Lang, claims []briefing.Claim) string {
	var out []string
	for _, c := range claims {
		out = append(out, variant(l, c))
	}
	return strings.Join(out, lang.T(l, "check.join"))
}
