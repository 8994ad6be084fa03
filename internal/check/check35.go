package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
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
		for _, q := range quantitiesOf(p) {
			seen := false
			for _, t := range told {
				seen = seen || sameQuantity(t.Quantity, q.Quantity)
			}
			if !seen {
				told = append(told, q)
				out = append(out, r.unbound(ps, p, q))
			}
		}
	}
	return append(out, r.inWords(ps)...)
}

// inWords tells numbers of data that are written in words, «вдвое», “a third
// of”, in the first language of a text that has them: nothing can be bound to
// them, and they change with their figures all the same. Small counts («два
// соглашения») and parts of time are no such numbers.
func (r *reading) inWords(ps []*passage) []Finding {
	for _, p := range ps {
		if p.quoted {
			continue
		}
		var out []Finding
		for _, s := range p.list {
			if w, ok := r.said(p.field.Lang, "check.35.words", s); ok {
				out = append(out, r.inText(p, s, Note, "check.35.word", w))
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// unbound tells a number and, where there is one, the figure that it could be
// bound to; ps are the languages of the text.
func (r *reading) unbound(ps []*passage, p *passage, q shownQuantity) Finding {
	key, to := "check.35.evidence", ""
	var same briefing.Figure
	var repair Repair
	if facts := r.known(q.Quantity); len(facts) > 0 {
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
		if len(r.s.KeptFrom(facts[0], p.record, p.field)) > 0 {
			key = "check.35.kept"
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
