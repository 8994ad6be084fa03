package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check11: a planned value is called one in every language and every place
// where it is printed: in its own statement, in sentences that hold its
// figure, in tables, charts and headline figures.
func check11() Check { return Check{Number: 11, texts: plansInTexts, document: plansInDocument} }

// planned finds the fact if it is a plan with a number: only numbers can be
// taken for achieved.
func planned(s *project.Snapshot, id briefing.ID) (*briefing.Fact, bool) {
	f, ok := s.Fact(id)
	if !ok || f.Nature != briefing.NaturePlan || !f.Figure().HasNumber() {
		return nil, false
	}
	return f, true
}

func plansInTexts(r *reading) []Finding {
	var out []Finding
	for _, p := range r.passages {
		if !p.printed {
			continue
		}
		own, isFact := planned(r.s, p.record.Ref().ID)
		isFact = isFact && p.record.Ref() == own.Ref()
		if isFact && p.field.Label == "statement" {
			if !r.plansSomewhere(p) {
				out = append(out, toldAsFact(own.Ref(), p.field.Key, own, p.field.Lang, p.text))
			}
			continue
		}
		for _, s := range p.list {
			if len(s.bindings)+len(s.quantities) > 0 && !r.has(p.field.Lang, planWords, s) {
				out = append(out, r.plansIn(p, s)...)
			}
		}
	}
	return out
}

func (r *reading) plansSomewhere(p *passage) bool {
	for _, s := range p.list {
		if r.has(p.field.Lang, planWords, s) {
			return true
		}
	}
	return false
}

// plansIn looks at the figures of a sentence without a word of plan: those it
// is bound to, and numbers typed by hand that are a plan's and nothing else's.
func (r *reading) plansIn(p *passage, s *sentence) []Finding {
	var out []Finding
	for _, b := range s.bindings {
		if f, ok := planned(r.s, b.Fact); ok {
			out = append(out, toldAsFact(p.record.Ref(), p.field.Key, f, p.field.Lang, r.shown(p.field.Lang, s)))
		}
	}
	for _, q := range s.quantities {
		facts := r.known(q)
		if len(facts) == 0 || slices.ContainsFunc(facts, func(f *briefing.Fact) bool { return f.Nature != briefing.NaturePlan }) {
			continue
		}
		f := facts[0]
		if f.Ref() == p.record.Ref() || !telling(q) && !r.about(p.field.Lang, s, f) {
			continue
		}
		finding := toldAsFact(p.record.Ref(), p.field.Key, f, p.field.Lang, r.shown(p.field.Lang, s))
		finding.Severity = Warning
		out = append(out, finding)
	}
	return out
}

// unbound sets the figures of a text in the place of their bindings.
func unbound(s *project.Snapshot, t string, l briefing.Lang) string {
	var sb strings.Builder
	at := 0
	for _, b := range briefing.BindingsOf(t) {
		sb.WriteString(t[at:b.Start] + figureOf(s, b, l, t[at:b.Start], t[b.End:]))
		at = b.End
	}
	return sb.String() + t[at:]
}

func figureOf(s *project.Snapshot, b briefing.Binding, l briefing.Lang, before, after string) string {
	if b.Data != "" {
		if s.Computed == nil {
			return ""
		}
		text, _ := s.Computed.Print(b, l)
		return text
	}
	f, ok := s.Fact(b.Fact)
	if !ok {
		return ""
	}
	c, ok := f.Claim()
	switch {
	case !ok:
		return lang.Figure(l, f.Figure())
	case b.Form == "period":
		period, _ := lang.PeriodBefore(l, lang.PeriodBehind(l, lang.Period(l, c.Period), before), after)
		return period
	}
	return lang.Bound(l, c, b.Form)
}

func toldAsFact(ref briefing.Ref, field string, f *briefing.Fact, in briefing.Lang, sentence string) Finding {
	return Finding{
		Ref: ref, Field: field,
		Evidence: text("check.11.evidence", func(l briefing.Lang) []any {
			return []any{lang.Figure(l, f.Figure()), lang.T(l, "check.language."+string(in)), shorten(sentence)}
		}),
		Mend: text("check.11.mend", nil),
	}
}

// shorten keeps a quotation in a finding to a line or two.
func shorten(s string) string {
	const limit = 160
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= limit {
		return string(r)
	}
	return string(r[:limit]) + "…"
}

// plansInDocument looks at every place of the document that was made from the
// figure of a plan, but for texts of records, where plansInTexts has found it.
func plansInDocument(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	seen := map[string]bool{}
	walk(d, func(p place) {
		if p.origin.Kind != briefing.KindFact || p.plan || p.typed {
			return
		}
		f, ok := planned(s, p.origin.ID)
		if !ok {
			return
		}
		context := p.context()
		if plansOpenly(d.Lang, context) {
			return
		}
		if key := string(f.ID) + "\x00" + context; !seen[key] {
			seen[key] = true
			out = append(out, toldAsFact(f.Ref(), "", f, d.Lang, context))
		}
	})
	return out
}
