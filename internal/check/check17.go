package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// check17: the word of precision goes with its number: «около 90» is nowhere
// printed as 90, and a claim doesn't drop the word of its own source.
func check17() Check { return Check{Number: 17, texts: precisionLost, document: precisionNotPrinted} }

// rough reports whether the figure has a word of precision that must be printed.
func rough(f briefing.Figure) bool {
	switch f.Precision {
	case briefing.About, briefing.Almost, briefing.MoreThan, briefing.UpTo:
		return f.Value.Valid
	}
	return false
}

func precisionLost(r *reading) []Finding {
	var out []Finding
	for _, f := range r.s.Facts {
		out = append(out, droppedByClaim(f)...)
	}
	for p, s := range r.sentences() {
		out = append(out, r.droppedIn(p, s)...)
	}
	return out
}

// droppedIn finds figures in a sentence, bound by their bare value or typed,
// whose word of precision is not there.
func (r *reading) droppedIn(p *passage, s *sentence) []Finding {
	var out []Finding
	for _, b := range s.bindings {
		f, ok := r.s.Fact(b.Fact)
		if ok && b.Form == "" {
			out = append(out, r.twoBounds(p, s, f, b.Start)...)
		}
		if !ok || b.Form != "value" && b.Form != "number" || !rough(f.Figure()) {
			continue
		}
		if prose.PrecisionAt(p.field.Lang, s.text, b.Start) == "" {
			out = append(out, r.withoutWord(p, s, f.Figure(), "check.17.bound"))
		}
	}
	for _, q := range s.quantities {
		facts := r.known(q)
		if q.Word != "" || len(facts) == 0 {
			continue
		}
		all := true
		for _, f := range facts {
			all = all && rough(f.Figure()) && !isChange(q, mustClaim(f))
		}
		if all && (telling(q) || r.about(p.field.Lang, s, facts[0])) {
			out = append(out, r.withoutWord(p, s, facts[0].Figure(), "check.17.typed"))
		}
	}
	return out
}

// twoBounds finds a word of precision written before a figure that has another
// of its own: «до более 7,5 тыс. т», «более почти 21 тыс. т» is no language, and no
// pack is issued with it. Of several claims the page puts one that goes with the
// bound first.
func (r *reading) twoBounds(p *passage, s *sentence, f *briefing.Fact, at int) []Finding {
	word := prose.PrecisionAt(p.field.Lang, s.text, at)
	if !rough(briefing.Figure{Precision: word, Value: briefing.SomeNum("1")}) {
		return nil
	}
	claims := f.Printed()
	if f.Contested() && slices.ContainsFunc(claims, func(c briefing.Claim) bool { return c.Figure.Precision == briefing.Exact || c.Figure.Precision == word }) {
		return nil
	}
	for _, c := range claims {
		if c.Figure.Precision == word || !c.Figure.IsBound() && (word == briefing.UpTo || !rough(c.Figure)) { // «от 5 до около 7» is a range
			continue
		}
		sentence := shorten(s.text) // with the figure as it is written: two claims have no words of their own
		return []Finding{{
			Severity: Blocking, Ref: p.record.Ref(), Field: p.field.Key,
			Evidence: text("check.17.bounds", func(l briefing.Lang) []any {
				return []any{lang.PrecisionWord(l, word), lang.Figure(l, c.Figure), sentence}
			}),
			Mend: text("check.17.bounds.mend", nil),
		}}
	}
	return nil
}

func mustClaim(f *briefing.Fact) briefing.Claim { c, _ := f.Claim(); return c }

func (r *reading) withoutWord(p *passage, s *sentence, f briefing.Figure, key string) Finding {
	sentence := r.shown(p.field.Lang, s)
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text(key, func(l briefing.Lang) []any { return []any{lang.Figure(l, f), sentence} }),
		Mend:     text(key+".mend", nil),
	}
}

// droppedByClaim compares the printed claim with the words of its own source,
// and with others that give the same number with a word.
func droppedByClaim(f *briefing.Fact) []Finding {
	chosen, ok := f.Claim()
	if !ok || chosen.Figure.Precision != briefing.Exact || !chosen.Figure.Value.Valid {
		return nil
	}
	found := func(key string, args func(l briefing.Lang) []any) []Finding {
		return []Finding{{Severity: Warning, Ref: f.Ref(), Field: "claims", Evidence: text(key, args), Mend: text(key+".mend", nil)}}
	}
	if l := scriptOf(chosen.Wording); chosen.Wording != "" {
		for _, q := range prose.Quantities(l, chosen.Wording) {
			if q.Word != "" && sameNumber(q, chosen.Figure) {
				return found("check.17.wording", func(l briefing.Lang) []any {
					return []any{lang.Figure(l, chosen.Figure), shorten(chosen.Wording)}
				})
			}
		}
	}
	for _, c := range f.Claims {
		if c.ID == chosen.ID || c.Role == briefing.RoleVerification || !rough(c.Figure) {
			continue
		}
		if i, ok := in(chosen.Figure.Unit, briefing.Figure{Value: c.Figure.Value, Unit: c.Figure.Unit}); ok {
			if j, ok := printed(chosen.Figure); ok && i.meets(j) {
				return found("check.17.claim", func(l briefing.Lang) []any { return []any{variant(l, chosen), variant(l, c)} })
			}
		}
	}
	return nil
}

// precisionNotPrinted looks at every place of the document where the number of
// a rough figure stands.
func precisionNotPrinted(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	seen := map[string]bool{}
	walk(d, func(p place) {
		if p.origin.Kind != briefing.KindFact {
			return
		}
		f, ok := s.Fact(p.origin.ID)
		if !ok || !rough(f.Figure()) {
			return
		}
		context := p.context()
		if seen[string(p.origin.ID)+context] {
			return
		}
		seen[string(p.origin.ID)+context] = true
		number := lang.FigureParts(d.Lang, f.Figure()).Number
		i := strings.Index(context, number)
		if number == "" || i < 0 || strings.TrimSpace(number) == strings.TrimSpace(context) {
			return
		}
		for at := i; at >= 0; {
			if alone(context, at, len(number)) && prose.PrecisionAt(d.Lang, context, at) == "" && !strings.Contains(context, lang.Figure(d.Lang, f.Figure())) {
				out = append(out, Finding{
					Severity: Warning, Ref: f.Ref(),
					Evidence: text("check.17.printed", func(l briefing.Lang) []any { return []any{lang.Figure(l, f.Figure()), shorten(context)} }),
					Mend:     text("check.17.printed.mend", nil),
				})
				return
			}
			next := strings.Index(context[at+len(number):], number)
			if next < 0 {
				break
			}
			at += len(number) + next
		}
	})
	return out
}

// alone reports whether the digits at a byte are a number of their own and not
// part of a longer one.
func alone(s string, at, n int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	if at > 0 && s[at-1] == '[' && at+n < len(s) && s[at+n] == ']' {
		return false // the number of a source
	}
	joint := func(i int) bool { return i >= 0 && i < len(s) && (s[i] == ',' || s[i] == '.') }
	return !digit(at-1) && !digit(at+n) && !(joint(at-1) && digit(at-2)) && !(joint(at+n) && digit(at+n+1))
}
