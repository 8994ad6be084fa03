package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// heldFigure is a figure of a fact that stands in a sentence: bound, or typed so
// that it can be no other's.
type heldFigure struct {
	fact       *briefing.Fact
	claim      briefing.Claim
	change     bool // its change stands there, else its level
	whole      bool // bound with its word of precision
	typed      *prose.Quantity
	start, end int // bytes of the sentence
}

// held lists the figures of facts that a sentence holds, in their order. What
// stands in quotation marks is somebody else's.
func (r *reading) held(p *passage, s *sentence) []*heldFigure {
	var out []*heldFigure
	for _, b := range s.bindings {
		f, ok := r.s.Fact(b.Fact)
		if !ok || b.Data != "" || b.Form == "period" || f.Status == briefing.Rejected {
			continue
		}
		if c, ok := f.Claim(); ok {
			out = append(out, &heldFigure{fact: f, claim: c, change: b.Form == "change", whole: b.Form == "", start: b.Start, end: b.End})
		}
	}
	for i := range s.quantities {
		q := &s.quantities[i]
		facts := slices.DeleteFunc(r.known(*q), func(f *briefing.Fact) bool { return f.Status == briefing.Rejected })
		if len(facts) != 1 || facts[0].Ref() == p.record.Ref() || !telling(*q) && !r.about(p.field.Lang, s, facts[0]) {
			continue
		}
		out = append(out, typedAs(q, facts[0]))
	}
	slices.SortStableFunc(out, func(a, b *heldFigure) int { return a.start - b.start })
	return out
}

// clause is the clause of a sentence in which a held figure stands, without the
// figures that it is bound to; alone tells whether no other figure stands in it
// but a change, or the level, of the same fact.
func (s *sentence) clause(h *heldFigure) (text string, alone bool) {
	from, to := prose.Clause(s.text, h.start, h.end)
	alone = true
	for _, b := range s.bindings {
		if b.Start >= from && b.End <= to && b.Start != h.start && b.Form != "period" {
			alone = alone && b.Data == "" && b.Fact == h.fact.ID
		}
	}
	for _, q := range s.quantities {
		if q.Start < from || q.End > to || q.Start == h.start {
			continue
		}
		mine := isChange(q, h.claim) || sameNumber(q, h.claim.Figure)
		change := q.Base == "percent" || q.Base == "pp" || q.Base == briefing.Times
		alone = alone && (mine || change && !h.change && !shareFigure(h.claim.Figure))
	}
	return prose.Unbound(s.text[from:to]), alone
}

func shareFigure(f briefing.Figure) bool { return f.Unit.Base() == "percent" || f.Unit.Base() == "pp" }

// quoting is a piece of a text as a finding shows it.
func quoting(s string) string { return shorten(strings.TrimSpace(s)) }

// typedAs is a typed number taken for the figure, or the change, of a fact.
func typedAs(q *prose.Quantity, f *briefing.Fact) *heldFigure {
	c, _ := f.Claim()
	return &heldFigure{fact: f, claim: c, change: !sameNumber(*q, c.Figure), typed: q, start: q.Start, end: q.End}
}

// couldBe lists the facts whose figure a typed number is and that the words
// beside it don't deny.
func (r *reading) couldBe(l briefing.Lang, s *sentence, q prose.Quantity) []*briefing.Fact {
	return slices.DeleteFunc(r.known(q), func(f *briefing.Fact) bool {
		_, against := r.denied(l, s, typedAs(&q, f))
		return against
	})
}

// deniedTyped reports whether check 18 tells that the words beside a typed number
// deny the figure that it is.
func (r *reading) deniedTyped(p *passage, q shownQuantity) bool {
	if p.quoted {
		return false
	}
	for _, h := range r.held(p, q.in) {
		if h.typed != nil && h.start == q.Start {
			_, against := r.denied(p.field.Lang, q.in, h)
			return against
		}
	}
	return false
}
