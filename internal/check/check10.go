package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// check10: who says that something grows or is a record says against what: in
// the sentence, in the same record, or by a fact of the pack that states the
// change. Questions, plans and words of others are no such claims.
func check10() Check { return Check{Number: 10, texts: growthWithoutBase} }

func growthWithoutBase(r *reading) []Finding {
	var out []Finding
	told := map[briefing.Ref]bool{} // once a record: what lacks is one thing
	for _, p := range r.passages {
		if !p.printed || p.quoted || told[p.record.Ref()] {
			continue
		}
		l := p.field.Lang
		for _, s := range p.list {
			w, ok := r.said(l, "check.10.words", s)
			if !ok || s.question || r.has(l, planWords, s) {
				continue
			}
			if record, isRecord := r.said(l, "check.10.record", s); isRecord && !r.has(l, "check.10.base", s) && s.years < 2 && len(r.bound(s)) < 2 {
				w = record // a growth bears no record out
			} else if r.hasBase(l, s) || r.recordHasBase(p) || r.backed(p, s) {
				continue
			}
			severity := Warning
			if f, ok := p.record.(*briefing.Fact); ok && p.field.Label == "statement" && f.Nature != briefing.NatureOpinion {
				severity = Blocking
			}
			told[p.record.Ref()] = true
			out = append(out, r.inText(p, s, severity, "check.10.evidence", w))
			break
		}
	}
	return out
}

// hasBase reports whether a sentence gives a change, or what is compared with
// what.
func (r *reading) hasBase(l briefing.Lang, s *sentence) bool {
	for _, b := range s.bindings {
		if b.Form == "change" {
			return true
		}
	}
	for _, q := range s.quantities {
		if q.Base == "percent" || q.Base == "pp" || q.Base == "times" {
			return true
		}
	}
	for _, q := range s.inWords() {
		if q.Kind == prose.SaidChange {
			return true
		}
	}
	if len(r.bound(s)) >= 2 {
		return true
	}
	return r.has(l, "check.10.base", s) || s.years >= 2
}

// recordHasBase reports whether another sentence of the record gives the
// change, in the language of the passage; of a fact, whether it states one.
func (r *reading) recordHasBase(p *passage) bool {
	if f, ok := p.record.(*briefing.Fact); ok {
		for _, c := range f.Claims {
			if c.Change.Valid {
				return true
			}
		}
	}
	for _, other := range r.of[p.record.Ref()] {
		if other.field.Lang != p.field.Lang || !other.printed {
			continue
		}
		for _, s := range other.list {
			if r.hasBase(p.field.Lang, s) {
				return true
			}
		}
	}
	return false
}

// backed reports whether a fact in the pack states the change that the sentence
// speaks of.
func (r *reading) backed(p *passage, s *sentence) bool {
	for _, f := range r.s.Facts {
		c, ok := f.Claim()
		if ok && c.Change.Valid && c.Change.Decimal.Sign() > 0 && f.Ref() != p.record.Ref() && r.s.InPack(f.Ref()) && r.about(p.field.Lang, s, f) {
			return true
		}
	}
	return false
}
