package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check35: a number typed by hand in a text of the pack does not follow its
// fact when that changes. It is listed until it is bound, once for the
// languages of a text. Where it can only be one figure, it is bound for the
// asking.
func check35() Check { return Check{Number: 35, texts: unboundNumbers} }

func unboundNumbers(r *reading) []Finding {
	var out []Finding
	for i := 0; i < len(r.passages); {
		n := i + 1
		for n < len(r.passages) && r.passages[n].record == r.passages[i].record && r.passages[n].field.Label == r.passages[i].field.Label {
			n++
		}
		if r.passages[i].printed {
			out = append(out, r.unboundIn(r.passages[i:n])...)
		}
		i = n
	}
	return out
}

func (r *reading) unboundIn(ps []*passage) []Finding {
	var out []Finding
	var told []shownQuantity
	for _, p := range ps {
		for _, q := range r.loose(p) {
			seen := false
			for _, t := range told {
				seen = seen || sameQuantity(t.Quantity, q.Quantity)
			}
			if !seen && !r.deniedTyped(p, q) {
				told = append(told, q)
				out = append(out, r.unbound(ps, p, q))
			}
		}
	}
	return append(out, r.inWords(ps)...)
}

// loose are the numbers of a passage that are typed in figures; those of a
// fraction («1/3») are told with it.
func (r *reading) loose(p *passage) []shownQuantity {
	var out []shownQuantity
	for _, s := range p.list {
		for _, q := range s.quantities {
			inside := slices.ContainsFunc(s.inWords(), func(w prose.Said) bool { return w.Start <= q.Start && q.End <= w.End })
			if !inside {
				out = append(out, shownQuantity{q, s.text[q.Start:q.End], s})
			}
		}
	}
	return out
}

// inWords tells numbers of data that are written in words, «вдвое», “a third
// of”, in the first language of a text that has them: nothing can be bound to
// them, and they change with their figures all the same. Where a figure says
// what they do, it is named.
func (r *reading) inWords(ps []*passage) []Finding {
	for _, p := range ps {
		if p.quoted {
			continue
		}
		var out []Finding
		for _, s := range p.list {
			for _, q := range s.inWords() {
				if !r.isOwn(p, s, q) {
					out = append(out, r.unboundWords(p, s, q))
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// isOwn reports whether words are the figure of the fact whose statement has
// them: «сотни тысяч тонн» is all that there is of it.
func (r *reading) isOwn(p *passage, s *sentence, q prose.Said) bool {
	a, ok := r.answer(p, s, q)
	return ok && a.agrees && a.sure && a.fact.Figure().IsVague() && a.fact.Ref() == p.record.Ref()
}

func (r *reading) unboundWords(p *passage, s *sentence, q prose.Said) Finding {
	words := s.text[q.From:q.End]
	a, ok := r.answer(p, s, q)
	if !ok || !a.agrees {
		return r.inText(p, s, Note, "check.35.word", words)
	}
	found := r.inText(p, s, Note, "check.35.word", words)
	to := briefing.Binding{Fact: a.fact.ID, Form: a.form}.String()
	sentence := r.shown(p.field.Lang, s)
	found.Evidence = text("check.35.said", func(l briefing.Lang) []any {
		return []any{sentence, lang.T(l, "check.language."+string(p.field.Lang)), words, a.shown(l), titled(a.fact, l)}
	})
	found.Mend = text("check.35.said.mend", func(briefing.Lang) []any { return []any{to} })
	return found
}

// unbound tells a number and, where there is one, the figure that it could be
// bound to; ps are the languages of the text.
func (r *reading) unbound(ps []*passage, p *passage, q shownQuantity) Finding {
	key, to := "check.35.evidence", ""
	var same briefing.Figure
	var repair Repair
	if facts := r.couldBe(p.field.Lang, q.in, q.Quantity); len(facts) > 0 {
		c, _ := facts[0].Claim()
		b := briefing.Binding{Fact: facts[0].ID}
		key, same = "check.35.known", c.Figure
		if !sameNumber(q.Quantity, c.Figure) {
			b.Form, same = "change", changeOf(c)
		}
		if form, mend, ok := r.binding(ps, p, q, facts); ok {
			b.Form, repair = form, mend
		}
		to = b.String()
		if len(r.s.KeptFrom(facts[0], p.record, *p.field)) > 0 {
			key = "check.35.kept"
		}
	}
	if x, ok := r.rowsSay(p.field.Lang, q.in, q.Quantity); ok && x.agrees {
		return Finding{
			Severity: Note, Ref: p.record.Ref(), Field: p.field.Key,
			Evidence: text("check.35.rows", func(l briefing.Lang) []any {
				return []any{q.text, lang.T(l, "check.language."+string(p.field.Lang)), x.shown(l)}
			}),
			Mend: text("check.35.rows.mend", nil),
		}
	}
	return Finding{
		Severity: Note, Ref: p.record.Ref(), Field: p.field.Key, Repair: repair,
		Evidence: text(key, func(l briefing.Lang) []any {
			return []any{q.text, lang.T(l, "check.language."+string(p.field.Lang)), lang.Figure(l, same), to}
		}),
		Mend: text(key+".mend", func(briefing.Lang) []any { return []any{"", "", "", to} }),
	}
}
