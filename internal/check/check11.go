package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check11: a planned value is called one in every language and every place
// where it is printed: in its own statement, in sentences that hold its
// figure, in tables, charts and headline figures.
func check11() Check { return Check{Number: 11, data: plansInData, document: plansInDocument} }

// planned finds the fact if it is a plan with a number: only numbers can be
// taken for achieved.
func planned(s *project.Snapshot, id briefing.ID) (*briefing.Fact, bool) {
	f, ok := s.Fact(id)
	if !ok || f.Nature != briefing.NaturePlan || !f.Figure().HasNumber() {
		return nil, false
	}
	return f, true
}

func plansInData(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if _, ok := planned(s, f.ID); !ok {
			continue
		}
		for _, l := range briefing.Langs() {
			if t := f.Statement.In(l); t != "" && !plansOpenly(l, t) {
				out = append(out, toldAsFact(f.Ref(), "statement_"+string(l), f, l, t))
			}
		}
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range s.Records(d.Kind) {
			for _, field := range d.Fields {
				if field.Lang != "" && field.For&briefing.Leader != 0 {
					out = append(out, plansInText(s, r, field)...)
				}
			}
		}
	}
	return out
}

// plansInText looks at the sentences of a text that hold the figure of a plan.
func plansInText(s *project.Snapshot, r briefing.Record, field briefing.Field) []Finding {
	t := field.Get(r)
	var out []Finding
	var starts []int
	for _, id := range briefing.Bindings(t) {
		f, ok := planned(s, id)
		if !ok {
			continue
		}
		if starts == nil {
			starts = sentences(t)
		}
		for _, form := range []string{"{" + string(id) + "}", "{" + string(id) + ":"} {
			for at := 0; ; {
				i := strings.Index(t[at:], form)
				if i < 0 {
					break
				}
				at += i
				sentence := sentenceAt(t, starts, at)
				if !plansOpenly(field.Lang, unbound(sentence, func(briefing.ID) string { return "" })) {
					shown := unbound(sentence, func(id briefing.ID) string { return figureOf(s, id, field.Lang) })
					out = append(out, toldAsFact(r.Ref(), field.Key, f, field.Lang, shown))
				}
				at += len(form)
			}
		}
	}
	return out
}

// unbound sets something else in place of the bound figures of a text.
func unbound(t string, with func(briefing.ID) string) string {
	var sb strings.Builder
	for {
		before, rest, found := strings.Cut(t, "{")
		sb.WriteString(before)
		if !found {
			return sb.String()
		}
		end := strings.IndexAny(rest, "{}")
		var ids []briefing.ID
		if end > 0 {
			ids = briefing.Bindings("{" + rest[:end+1])
		}
		if len(ids) != 1 {
			sb.WriteByte('{')
			t = rest
			continue
		}
		sb.WriteString(with(ids[0]))
		t = rest[end+1:]
	}
}

func figureOf(s *project.Snapshot, id briefing.ID, l briefing.Lang) string {
	if f, ok := s.Fact(id); ok {
		return lang.Figure(l, f.Figure())
	}
	return ""
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
// figure of a plan.
func plansInDocument(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	seen := map[string]bool{}
	walk(d, func(p place) {
		if p.origin.Kind != briefing.KindFact || p.plan {
			return
		}
		f, ok := planned(s, p.origin.ID)
		if !ok || plansOpenly(d.Lang, p.context) {
			return
		}
		if key := string(f.ID) + "\x00" + p.context; !seen[key] {
			seen[key] = true
			out = append(out, toldAsFact(f.Ref(), "", f, d.Lang, p.context))
		}
	})
	return out
}
