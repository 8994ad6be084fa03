package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check45: words of growth or fall stand before a change that goes that way:
// «рост {F1:change}» of a fact that has fallen would print «рост −5 %».
func check45() Check { return Check{Number: 45, texts: turnedAgainst} }

func turnedAgainst(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		for _, b := range s.bindings {
			f, ok := r.s.Fact(b.Fact)
			if !ok || b.Form != "change" {
				continue
			}
			c, ok := f.Claim()
			if !ok || !c.Change.Valid || c.Change.Decimal.IsZero() {
				continue
			}
			if turn := prose.Turn(p.field.Lang, s.text[:b.Start], s.text[b.End:]); turn != 0 && turn != c.Change.Decimal.Sign() {
				out = append(out, r.inText(p, s, Blocking, "check.45.evidence", lang.Change(p.field.Lang, briefing.Claim{Change: c.Change, ChangeUnit: c.ChangeUnit})))
			}
		}
	}
	return out
}
