package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// otherScale tells typed numbers that are the number of a fact that the sentence
// speaks of, with another unit: «64,4 т» of 64.4 thousand tonnes, «100,1 млн руб.»
// of dollars. A sentence that has the fact's own figure too tells of both.
func (r *reading) otherScale(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	l := p.field.Lang
	for _, s := range p.list {
		if s.question {
			continue
		}
		for _, q := range s.quantities {
			if q.Base == "" && q.Power == 0 || q.High.Valid || len(r.known(q)) > 0 {
				continue
			}
			for _, f := range r.digits[significant(q.Number)] {
				c, _ := f.Claim()
				is, other := otherUnit(q, c)
				if !other || f.Status == briefing.Rejected || f.Ref() == p.record.Ref() || !samePeriod(s, c.Period) || r.tells(s, f) {
					continue
				}
				about := r.about(l, s, f)
				if !about && !(telling(q) && r.touches(l, s, f)) {
					continue
				}
				severity := Warning
				if about && telling(q) { // wrong by a thousand, as 48 tells of a bound number
					severity = Blocking
				}
				written := quoting(s.text[q.Start:q.End])
				out = append(out, Finding{
					Severity: severity, Ref: p.record.Ref(), Field: p.field.Key,
					Evidence: text("check.18.scale", func(l briefing.Lang) []any {
						return []any{written, quoting(f.Statement.Any(l)), is(l)}
					}),
					Mend: text("check.18.scale.mend", nil),
				})
				break
			}
		}
	}
	return out
}

// otherUnit reports whether a typed number is that of a claim with another scale,
// currency, or way to tell a change, and how the claim has it.
func otherUnit(q prose.Quantity, c briefing.Claim) (is func(briefing.Lang) string, other bool) {
	figure := func(l briefing.Lang) string { return lang.Figure(l, c.Figure) }
	if v := c.Figure.Value; v.Valid && q.Number.Cmp(v.Decimal) == 0 && !c.Figure.IsVague() {
		u := c.Figure.Unit
		_, money := u.Currency()
		_, typedMoney := q.Base.Currency()
		power, same := relation(u, q.Base)
		switch {
		case same && u.Base() != "" && u.Base() != "percent" && power+q.Power != 0:
			return figure, true
		case q.Base == "" && u.Power() > 0 && q.Power != u.Power():
			return figure, true
		case money && typedMoney && !same && q.Power == u.Power():
			return figure, true
		}
	}
	if c.Change.Valid && q.Power == 0 && q.Number.Cmp(c.Change.Decimal.Abs()) == 0 {
		u := c.ChangeUnit
		if u == "" {
			u = "percent"
		}
		if q.Base != u && (q.Base == "percent" || q.Base == "pp" || q.Base == briefing.Times) {
			return func(l briefing.Lang) string { return changeText(l, c) }, true
		}
	}
	return nil, false
}

// tells reports whether a sentence has the figure of a fact as it is.
func (r *reading) tells(s *sentence, f *briefing.Fact) bool {
	if boundIn(s, f.ID) {
		return true
	}
	c, _ := f.Claim()
	for _, q := range s.quantities {
		if sameNumber(q, c.Figure) {
			return true
		}
	}
	return false
}

// touches reports whether a sentence has a word of what a fact is of; of trade,
// its flow.
func (r *reading) touches(l briefing.Lang, s *sentence, f *briefing.Fact) bool {
	if flow, ok := flowIn(f.Statement); ok {
		return r.has(l, "check.44.flow."+string(flow), s)
	}
	n, _ := subjectOf(l, s.words).shares(factSubject(l, f))
	return n > 0
}
