package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check48: the unit that is typed around the number of a fact is the fact's: a
// number that follows its fact, in a sentence whose «млн» does not, is wrong by a
// thousand when the fact comes in «млрд».
func check48() Check { return Check{Number: 48, texts: unitsOfNumbers} }

func unitsOfNumbers(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		for _, b := range s.bindings {
			if f, ok := r.unitAgainst(p.field.Lang, s, b); ok {
				severity := Blocking
				if f.of.Unit == "" { // which may be meant
					severity = Warning
				}
				out = append(out, r.inText(p, s, severity, "check.48.evidence", f.read, lang.Figure(p.field.Lang, f.of)))
			}
		}
	}
	return out
}

// misread is a number as the page reads, and the figure that it is of.
type misread struct {
	read string
	of   briefing.Figure
}

// unitAgainst reads the number of a binding with what is typed around it. Where
// nothing is, the number stands alone («из них {F:number}») and is no matter of
// units.
func (r *reading) unitAgainst(l briefing.Lang, s *sentence, b briefing.Binding) (misread, bool) {
	f, ok := r.s.Fact(b.Fact)
	if !ok || b.Form != "number" || b.Data != "" {
		return misread{}, false
	}
	c, ok := f.Claim()
	if !ok || !c.Figure.HasNumber() || c.Figure.IsVague() {
		return misread{}, false
	}
	before := unbound(r.s, s.text[:b.Start], l)
	number := figureOf(r.s, b, l, before, s.text[b.End:])
	text := before + number + unbound(r.s, s.text[b.End:], l)
	for _, q := range prose.Quantities(l, text) {
		if q.Start >= len(before)+len(number) || q.End <= len(before) || q.Base == "" && q.Power == 0 {
			continue
		}
		if !sameNumber(q, c.Figure) {
			return misread{text[q.Start:q.End], c.Figure}, true
		}
	}
	return misread{}, false
}
