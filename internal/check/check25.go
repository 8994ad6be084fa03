package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// check25: a level that was derived from a growth rate does not prove that
// growth: it is marked as an estimate, and no change is computed from it.
func check25() Check { return Check{Number: 25, texts: circularBases} }

func circularBases(r *reading) []Finding {
	var out []Finding
	for _, f := range r.s.Facts {
		parent, c, ok := r.derivedFromGrowth(f)
		if !ok {
			continue
		}
		severity, key := Note, "check.25.marked"
		if f.Figure().Status != briefing.Estimated {
			severity, key = Warning, "check.25.unmarked"
		}
		out = append(out, Finding{
			Severity: severity, Ref: f.Ref(), Field: "parents",
			Evidence: text(key, func(l briefing.Lang) []any {
				return []any{lang.Figure(l, f.Figure()), lang.Period(l, f.Period()), changeText(l, c), titled(parent, l)}
			}),
			Mend: text(key+".mend", nil),
		})
		for _, g := range r.s.Facts {
			if g != f && slices.Contains(g.Parents, f.ID) && slices.Contains(g.Parents, parent.ID) {
				out = append(out, Finding{
					Severity: Blocking, Ref: g.Ref(), Field: "parents",
					Evidence: text("check.25.proof", func(l briefing.Lang) []any {
						return []any{titled(f, l), titled(parent, l), changeText(l, c)}
					}),
					Mend: text("check.25.proof.mend", nil),
				})
			}
		}
	}
	return out
}

// derivedFromGrowth reports whether a fact is the base level that the stated
// change of its one parent was turned back into.
func (r *reading) derivedFromGrowth(f *briefing.Fact) (*briefing.Fact, briefing.Claim, bool) {
	if len(f.Parents) != 1 || !f.Figure().HasNumber() {
		return nil, briefing.Claim{}, false
	}
	parent, ok := r.s.Fact(f.Parents[0])
	if !ok || parent.Measure != f.Measure {
		return nil, briefing.Claim{}, false
	}
	c, ok := parent.Claim()
	if !ok || !c.Change.Valid {
		return nil, c, false
	}
	base := c.ChangeBase
	if base.Kind == briefing.NoPeriod {
		base = c.Period.YearBefore()
	}
	return parent, c, f.Period() == base
}
