package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// answer is what a fact says to a number in words.
type answer struct {
	fact   *briefing.Fact
	shown  func(l briefing.Lang) string
	form   string // of the binding that prints it; empty where there is none
	agrees bool
	sure   bool // the sentence holds the fact's figure, or is the fact's own
}

// answer looks for the figure that a number in words tells of: among the
// figures that the sentence holds, the record's own, and those of what the
// sentence speaks of. One that agrees goes before one that doesn't.
func (r *reading) answer(p *passage, s *sentence, q prose.Said) (answer, bool) {
	var against answer
	found := false
	ask := func(f *briefing.Fact, sure bool) (answer, bool) {
		a, ok := r.ask(f, q)
		if a.sure = sure; !ok {
			return a, false
		}
		if a.agrees {
			return a, true
		}
		if !found && a.fact != nil && (sure || q.Kind == prose.SaidChange || a.near(q)) {
			against, found = a, true
		}
		return a, false
	}
	for _, f := range r.s.Facts {
		held := f.Ref() == p.record.Ref() && p.field.Label == "statement" || boundIn(s, f.ID)
		c, ok := f.Claim()
		if !ok || f.Status == briefing.Rejected || !held && (!samePeriod(s, c.Period) || !r.about(p.field.Lang, s, f)) {
			continue
		}
		if a, ok := ask(f, held); ok {
			return a, true
		}
	}
	return against, found
}

func boundIn(s *sentence, id briefing.ID) bool {
	for _, b := range s.bindings {
		if b.Data == "" && b.Fact == id {
			return true
		}
	}
	return false
}

// near reports whether an amount or a share that a fact denies can be meant for
// its figure at all: it is a fifth off, or a part off; sums of other things are
// told in the same sentences.
func (a answer) near(q prose.Said) bool {
	wide := q
	wide.Full = false
	i, ok := claimed(wide)
	if !ok || q.High.Valid {
		return false
	}
	f := a.fact.Figure()
	j, ok := typed(prose.Quantity{Number: q.Number, Power: q.Power, Base: q.Base}, f.Unit)
	if !ok || !f.Value.Valid || i.noLo && i.noHi {
		return false
	}
	gap, err := j.lo.Sub(f.Value.Decimal)
	if err != nil || f.Value.Decimal.Sign() <= 0 {
		return false
	}
	part, err := gap.Abs().Quo(f.Value.Decimal)
	return err == nil && part.Cmp(briefing.Num("0.25")) < 0
}

// ask compares a number in words with what a fact states; ok is false where the
// fact states nothing of the kind, or the words don't say which way it goes.
func (r *reading) ask(f *briefing.Fact, q prose.Said) (answer, bool) {
	want, ok := claimed(q)
	c, chosen := f.Claim()
	if !ok || !chosen {
		return answer{}, false
	}
	a := answer{fact: f}
	if q.Kind == prose.SaidChange {
		is, shown, form, ok := r.changeIn(f, c)
		if !ok || q.Turn == 0 {
			return a, false
		}
		want, ok = manifold(want, q.Base, q.Turn)
		a.shown, a.form, a.agrees = shown, form, ok && want.meets(is)
		return a, ok
	}
	if w := c.Figure.Precision; w == briefing.TensOf || w == briefing.HundredsOf {
		a.shown = func(l briefing.Lang) string { return lang.Figure(l, c.Figure) }
		a.agrees = sameVague(q, c.Figure)
		return a, a.agrees
	}
	is, ok := printed(c.Figure)
	power, same := relation(c.Figure.Unit, q.Base)
	if !ok || !same || q.Base == "" {
		return a, false
	}
	if want, ok = want.scaled(power + q.Power); !ok {
		return a, false
	}
	a.shown = func(l briefing.Lang) string { return lang.Figure(l, c.Figure) }
	a.agrees = want.meets(is)
	return a, true
}

// sameVague reports whether words are those of a figure that is only words:
// «сотни тысяч тонн», 数十万吨.
func sameVague(q prose.Said, f briefing.Figure) bool {
	power, same := relation(f.Unit, q.Base)
	least := briefing.Whole(10)
	if f.Precision == briefing.HundredsOf {
		least = briefing.Whole(100)
	}
	said, ok := interval{lo: q.Number, hi: q.Number}.scaled(power + q.Power)
	return ok && same && q.High.Valid && said.lo.Cmp(least) == 0
}

// changeIn is the change of a fact as a manifold: as it is stated, else as the
// levels of both periods give it.
func (r *reading) changeIn(f *briefing.Fact, c briefing.Claim) (is interval, shown func(briefing.Lang) string, form string, ok bool) {
	if is, ok = statedChange(c); ok {
		return is, func(l briefing.Lang) string { return changeText(l, c) }, "change", true
	}
	if c.Change.Valid {
		return is, nil, "", false
	}
	base, ok := baseLevel(r.s, f, c)
	if !ok {
		return is, nil, "", false
	}
	now, ok1 := printed(c.Figure)
	then, ok2 := in(c.Figure.Unit, base.Figure)
	if !ok1 || !ok2 || now.noLo || now.noHi || then.noLo || then.noHi {
		return is, nil, "", false
	}
	if is, ok = now.over(then); !ok {
		return is, nil, "", false
	}
	growth, ok := now.growth(then)
	if !ok {
		return is, nil, "", false
	}
	computed := briefing.Claim{Change: midpoint(growth, "percent").Value, ChangeUnit: "percent"}
	computed.Change.Decimal = computed.Change.Decimal.Round(1)
	return is, func(l briefing.Lang) string { return changeText(l, computed) }, "", true
}

// saidAgainst tells numbers in words that the figures of what they are about
// deny. A sentence that does not hold the figure may speak of something
// narrower: then it is a note.
func (r *reading) saidAgainst(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	for _, s := range p.list {
		for _, q := range s.inWords() {
			a, ok := r.answer(p, s, q)
			if !ok || a.agrees {
				continue
			}
			severity := Note
			if a.sure {
				severity = Warning
			}
			written := s.text[q.From:q.End]
			out = append(out, Finding{
				Severity: severity, Ref: p.record.Ref(), Field: p.field.Key,
				Evidence: text("check.18.said", func(l briefing.Lang) []any { return []any{written, a.shown(l), titled(a.fact, l)} }),
				Mend:     text("check.18.said.mend", nil),
			})
		}
	}
	return out
}
