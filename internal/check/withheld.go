package check

import (
	"errors"
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
	withheld, secrets := withheldClaims(all, s), withheldTexts(all, s)
	if len(withheld)+len(secrets) == 0 {
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
		for _, q := range append(quantitiesOf(p), amountsInWords(p)...) {
			says := func(c briefing.Claim) bool { return prints(q.Quantity, c) }
			i := slices.IndexFunc(withheld, func(w withheldClaim) bool { return says(w.Claim) || w.counts(p.field.Lang, q) })
			if slices.ContainsFunc(open, says) {
				continue
			}
			if i < 0 {
				out = append(out, saidElsewhere(p, q, secrets)...)
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

// amountsInWords are the amounts and shares that a text tells in words: «девятьсот
// тринадцать тонн» goes to the reader as 913 т does, «тридцать процентов» as 30 %.
func amountsInWords(p *passage) []shownQuantity {
	var out []shownQuantity
	for _, s := range p.list {
		for _, q := range s.inWords() {
			if (q.Kind == prose.SaidAmount || q.Kind == prose.SaidShare && q.Base == "percent") && !q.High.Valid {
				out = append(out, shownQuantity{q.Quantity, s.text[q.Start:q.End], s})
			}
		}
	}
	return out
}

// withheldClaim is a claim that a reader has not, with its fact.
type withheldClaim struct {
	briefing.Claim
	fact *briefing.Fact
}

// counts reports whether a quantity without a unit counts what the claim does: the
// noun stands in the unit's place, «187 студентов» of 187 people. Two digits are
// enough where the sentence speaks of the same.
func (w withheldClaim) counts(l briefing.Lang, q shownQuantity) bool {
	if q.Base != "" || !countable(w.Figure.Unit) {
		return false
	}
	switch digits := len(significant(q.Number)); {
	case digits < 2:
		return false
	case digits == 2 || q.Power > 0:
		n, _ := subjectOf(l, prose.Read(q.in.text)).shares(subjectOf(l, prose.Read(w.fact.Statement.In(l))))
		if n == 0 {
			return false
		}
	}
	counted := q.Quantity
	counted.Base = w.Figure.Unit.Base()
	return prints(counted, w.Claim)
}

// withheldClaims are the claims of facts that the reader has not, or not with
// this value; what he lacks for the moment's sake nobody has.
func withheldClaims(all, s *project.Snapshot) []withheldClaim {
	var out []withheldClaim
	for _, h := range s.Held {
		f, ok := all.Fact(h.Ref.ID)
		if !ok || h.Ref.Kind != briefing.KindFact || h.Why == project.AfterMoment || h.Why == project.ForAddendum {
			continue
		}
		for _, c := range f.Claims {
			if (!h.Part || c.ID == h.Claim) && c.Figure.HasNumber() {
				out = append(out, withheldClaim{c, f})
			}
		}
	}
	return out
}

// prints reports whether a typed quantity is the claim's figure, the change it
// states, or its figure rounded to the digits typed: «61,7 млн», «около 62 млн»,
// «более 61 млн». One digit is enough only with a word that says it was rounded,
// «более 60 млн», and above ten of its unit.
func prints(q prose.Quantity, c briefing.Claim) bool {
	if sameNumber(q, c.Figure) || isChange(q, c) {
		return true
	}
	if q.Base == "" || q.High.Valid || !c.Figure.Value.Valid || c.Figure.IsVague() {
		return false
	}
	if q.Word != "" && roundsTo(q, c.Figure) {
		return true
	}
	near, ok := typed(q, c.Figure.Unit)
	v := c.Figure.Value.Decimal
	return len(significant(q.Number)) >= 2 && ok && !near.noLo && !near.noHi && near.lo.Cmp(v) <= 0 && v.Cmp(near.hi) <= 0
}

// roundsTo reports whether the digits of a quantity are what is left of a figure
// rounded as its word says: down behind «более», up behind «почти» and «до», to the
// nearest behind «около».
func roundsTo(q prose.Quantity, f briefing.Figure) bool {
	digits, err := briefing.ParseNumber(significant(q.Number))
	if err != nil || digits.Sign() == 0 {
		return false
	}
	place, err := q.Number.Quo(digits) // of the last digit that is told
	if err != nil {
		return false
	}
	half, err1 := place.Quo(briefing.Whole(2))
	i := interval{lo: q.Number, hi: q.Number}
	var err2, err3 error
	switch q.Word {
	case briefing.MoreThan:
		i.hi, err2 = i.hi.Add(place)
	case briefing.UpTo, briefing.Almost: // nobody calls 3,1 almost four
		i.lo, err2 = i.lo.Sub(half)
	case briefing.About:
		i.lo, err2 = i.lo.Sub(half)
		i.hi, err3 = i.hi.Add(half)
	default:
		return false
	}
	power, same := relation(f.Unit, q.Base)
	inUnits, ok := interval{lo: q.Number, hi: q.Number}.scaled(q.Power)
	i, fits := i.scaled(power + q.Power)
	v := f.Value.Decimal
	return errors.Join(err1, err2, err3) == nil && same && ok && fits && inUnits.lo.Cmp(briefing.Whole(10)) >= 0 && i.lo.Cmp(v) <= 0 && v.Cmp(i.hi) <= 0
}
