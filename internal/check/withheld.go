package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// typedWithheld finds numbers typed by hand in the texts of a reader that are
// figures of facts he is not given: bound, they would keep their text from him,
// typed they go to him all the same. A figure that he has of another fact as
// well is no secret.
func typedWithheld(all, s *project.Snapshot) []Finding {
	withheld := withheldClaims(all, s)
	if len(withheld) == 0 {
		return nil
	}
	r := read(s)
	var open []briefing.Claim
	for _, f := range s.Facts {
		open = append(open, f.Claims...)
	}
	var out []Finding
	type once struct { // for the languages of a text, in the first that has it
		ref   briefing.Ref
		label string
		claim string
	}
	told := map[once]bool{}
	for _, p := range r.passages {
		if !p.printed || p.field.For&s.Audience == 0 {
			continue
		}
		for _, q := range quantitiesOf(p) {
			says := func(c briefing.Claim) bool { return prints(q.Quantity, c) }
			i := slices.IndexFunc(withheld, says)
			if i < 0 || slices.ContainsFunc(open, says) {
				continue
			}
			of := withheld[i]
			key := once{p.record.Ref(), p.field.Label, string(of.ID) + lang.Figure(briefing.RU, of.Figure)}
			if told[key] {
				continue
			}
			told[key] = true
			out = append(out, Finding{
				Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
				Evidence: text("check.28.typed", func(l briefing.Lang) []any {
					return []any{q.text, lang.T(l, "check.language."+string(p.field.Lang)), lang.Figure(l, of.Figure)}
				}),
				Mend: text("check.28.typed.mend", nil),
			})
		}
	}
	return out
}

// withheldClaims are the claims of facts that the reader has not, or not with
// this value; what he lacks for the moment's sake nobody has.
func withheldClaims(all, s *project.Snapshot) []briefing.Claim {
	var out []briefing.Claim
	for _, h := range s.Held {
		f, ok := all.Fact(h.Ref.ID)
		if !ok || h.Ref.Kind != briefing.KindFact || h.Why == project.AfterMoment || h.Why == project.ForAddendum {
			continue
		}
		for _, c := range f.Claims {
			if (!h.Part || c.ID == h.Claim) && c.Figure.HasNumber() {
				out = append(out, c)
			}
		}
	}
	return out
}

// prints reports whether a typed quantity is the claim's figure, the change it
// states, or its figure rounded to the digits typed.
func prints(q prose.Quantity, c briefing.Claim) bool {
	if sameNumber(q, c.Figure) || isChange(q, c) {
		return true
	}
	if q.Base == "" || q.High.Valid || !c.Figure.Value.Valid || c.Figure.IsVague() || len(significant(q.Number)) < 2 {
		return false
	}
	near, ok := typed(q, c.Figure.Unit)
	v := c.Figure.Value.Decimal
	return ok && !near.noLo && !near.noHi && near.lo.Cmp(v) <= 0 && v.Cmp(near.hi) <= 0
}
