package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/measure"
	"briefing/internal/project"
)

// check03: a stated change agrees with the levels of both periods within
// their rounding. A level derived from that very change proves nothing and is
// passed over (check 25 is about it).
func check03() Check { return Check{Number: 3, data: changeAgainstLevels} }

func changeAgainstLevels(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		for _, c := range f.Claims {
			if !c.Change.Valid || c.Role == briefing.RoleVerification {
				continue
			}
			base, ok := baseLevel(s, f, c)
			if !ok {
				continue
			}
			if finding, bad := compareChange(f, c, base); bad {
				out = append(out, finding)
			}
		}
	}
	return out
}

// baseLevel finds the fact that states the level the change is measured from.
func baseLevel(s *project.Snapshot, f *briefing.Fact, c briefing.Claim) (briefing.Claim, bool) {
	period := c.ChangeBase
	if period.Kind == briefing.NoPeriod {
		period = c.Period.YearBefore()
	}
	own := measure.OfClaim(f, c)
	for _, g := range s.Facts {
		gc, ok := g.Claim()
		if g == f || !ok || gc.Period != period || !gc.Figure.HasNumber() || g.Nature == briefing.NaturePlan {
			continue
		}
		if measure.OfClaim(g, gc).Scope != own.Scope || !oneSubject(f, g) || slices.Contains(g.Parents, f.ID) || slices.Contains(f.Parents, g.ID) {
			continue
		}
		return gc, true
	}
	return briefing.Claim{}, false
}

// oneSubject reports whether two facts whose fields say no more than what they
// count are of one thing by their words: amounts of one flow of trade, else those
// of which one statement has all the longer words of the other. Facts that were
// pasted have nothing but their words.
func oneSubject(f, g *briefing.Fact) bool {
	of := measure.OfClaim(f, briefing.Claim{}).Scope
	if of.Product != "" || of.Codes != "" || of.Flow != "" || of.Facility != "" {
		return true
	}
	if _, money := f.Figure().Unit.Currency(); money {
		x, ok := flowIn(f.Statement)
		y, also := flowIn(g.Statement)
		return ok == also && x == y
	}
	for _, l := range briefing.Langs() {
		if a, b := subjectOf(l, prose.Read(f.Statement.In(l))), subjectOf(l, prose.Read(g.Statement.In(l))); len(a) > 0 && len(b) > 0 {
			_, most := a.shares(b)
			_, other := b.shares(a)
			return max(most, other) == 100
		}
	}
	return true
}

func compareChange(f *briefing.Fact, c, base briefing.Claim) (Finding, bool) {
	now, ok := printed(c.Figure)
	if !ok {
		return Finding{}, false
	}
	then, ok := in(c.Figure.Unit, base.Figure)
	if !ok {
		return Finding{}, false
	}
	change := briefing.Figure{Value: c.Change, Unit: c.ChangeUnit}
	stated, _ := printed(change)
	var computed interval
	of := briefing.Unit("percent")
	switch {
	case c.ChangeUnit == briefing.Times:
		of = briefing.Times
		ok = !now.noLo && !now.noHi && !then.noLo && !then.noHi
		if fall := c.Change.Decimal.IsNeg(); ok && !fall {
			computed, ok = now.over(then)
		} else if ok { // a fall is told by its size
			computed, ok = then.over(now)
			stated, _ = printed(briefing.Figure{Value: briefing.Some(c.Change.Decimal.Abs()), Unit: of})
		}
	case c.ChangeUnit == "percent" || c.ChangeUnit == "":
		computed, ok = now.growth(then)
	case c.ChangeUnit == "pp" && c.Figure.Unit == "percent":
		computed, ok = now.minus(then)
		of = "pp"
	default:
		computed, ok = now.minus(then)
		of = c.Figure.Unit
		if power, same := relation(of, c.ChangeUnit); ok && same {
			stated, ok = stated.scaled(power)
		} else {
			ok = false
		}
	}
	if !ok || stated.meets(computed) {
		return Finding{}, false
	}
	if change.Unit == "" {
		change.Unit = "percent"
	}
	middle := midpoint(computed, of)
	middle.Value.Decimal = middle.Value.Decimal.Round(1)
	return Finding{
		Ref: f.Ref(), Field: "change",
		Evidence: text("check.03.evidence", func(l briefing.Lang) []any {
			return []any{lang.Figure(l, change), lang.Period(l, base.Period), lang.Figure(l, c.Figure), lang.Figure(l, base.Figure), lang.Figure(l, middle)}
		}),
		Mend: text("check.03.mend", nil),
	}, true
}
