package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// changesBeside tells changes, in figures or in words, that lead to a figure of a
// fact whose own change is another: «вырос более чем в 1,5 раза, до {F2}» of one that
// grew by 12.4 per cent. Only links stand between: what leads elsewhere is of
// something else.
func (r *reading) changesBeside(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	l := p.field.Lang
	for _, s := range p.list {
		for _, h := range r.held(p, s) {
			if h.change {
				continue
			}
			for _, q := range r.changesTold(p, s, h) {
				if q.End > h.start || !r.leadsTo(l, s.text[q.End:h.start]) {
					continue
				}
				a, ok := r.ask(h.fact, q)
				if !ok || a.agrees {
					continue
				}
				written := quoting(s.text[q.From:q.End])
				out = append(out, Finding{
					Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
					Evidence: text("check.18.against", func(l briefing.Lang) []any {
						return []any{written, quoting(h.fact.Statement.Any(l)), lang.T(l, "check.18.against.change", a.shown(l))}
					}),
					Mend: text("check.18.against.mend", nil),
				})
			}
		}
	}
	return out
}

// changesTold are the changes of a sentence that may be that of a held figure: those
// in figures, and those in words that are not held against it already.
func (r *reading) changesTold(p *passage, s *sentence, h *heldFigure) []prose.Said {
	l := p.field.Lang
	var out []prose.Said
	for _, q := range s.quantities {
		if q.Base != "percent" && q.Base != briefing.Times || q.Power != 0 || q.High.Valid || isChange(q, h.claim) {
			continue
		}
		if turn := prose.TurnOf(l, s.text, q); turn != 0 {
			out = append(out, prose.Said{Quantity: q, Kind: prose.SaidChange, Turn: turn, Full: true})
		}
	}
	for _, q := range s.inWords() {
		if q.Kind != prose.SaidChange || q.Turn == 0 {
			continue
		}
		if _, asked := r.answer(p, s, q); !asked {
			out = append(out, q)
		}
	}
	return out
}

// leadsTo reports whether a change leads to the level behind it.
func (r *reading) leadsTo(l briefing.Lang, between string) bool {
	return between != "" && r.linkedBy(l, "check.18.leads", between)
}
