package check

import (
	"slices"

	"briefing/internal/briefing"
)

// check12: an opinion is told as one: its statement says whose it is, no number
// is computed from it, and what is said aloud does not lean on it unseen.
func check12() Check { return Check{Number: 12, texts: opinionsAsFacts} }

func opinionsAsFacts(r *reading) []Finding {
	opinions := map[briefing.ID]bool{}
	for _, f := range r.s.Facts {
		if f.Nature == briefing.NatureOpinion && f.Status != briefing.Rejected {
			opinions[f.ID] = true
		}
	}
	if len(opinions) == 0 {
		return nil
	}
	var out []Finding
	for _, f := range r.s.Facts {
		switch {
		case opinions[f.ID] && f.Headline > 0:
			out = append(out, Finding{Severity: Warning, Ref: f.Ref(), Field: "headline", Evidence: text("check.12.headline", nil), Mend: text("check.12.headline.mend", nil)})
		case !opinions[f.ID] && slices.ContainsFunc(f.Parents, func(id briefing.ID) bool { return opinions[id] }):
			out = append(out, Finding{Severity: Warning, Ref: f.Ref(), Field: "parents", Evidence: text("check.12.derived", nil), Mend: text("check.12.derived.mend", nil)})
		}
	}
	told := map[briefing.Ref]bool{}
	for _, p := range r.passages {
		if !p.printed || p.quoted || told[p.record.Ref()] {
			continue
		}
		if found := r.opinionsIn(p, opinions); len(found) > 0 {
			told[p.record.Ref()] = true
			out = append(out, found[0])
		}
	}
	return out
}

func (r *reading) opinionsIn(p *passage, opinions map[briefing.ID]bool) []Finding {
	l := p.field.Lang
	switch rec := p.record.(type) {
	case *briefing.Fact:
		if opinions[rec.ID] && p.field.Label == "statement" && !r.opinionSomewhere(p) {
			return []Finding{r.inText(p, p.list[0], Warning, "check.12.statement")}
		}
	case *briefing.Message:
		leans := slices.ContainsFunc(rec.Facts, func(id briefing.ID) bool { return opinions[id] })
		if leans && p.field.Label == "body" && !r.opinionSomewhere(p) {
			return []Finding{r.inText(p, p.list[0], Warning, "check.12.text")}
		}
	}
	var out []Finding
	for _, s := range p.list {
		if slices.ContainsFunc(s.bindings, func(b briefing.Binding) bool { return opinions[b.Fact] }) && !r.has(l, "check.12.words", s) {
			out = append(out, r.inText(p, s, Warning, "check.12.text"))
		}
	}
	return out
}

func (r *reading) opinionSomewhere(p *passage) bool {
	return slices.ContainsFunc(p.list, func(s *sentence) bool { return r.has(p.field.Lang, "check.12.words", s) })
}
