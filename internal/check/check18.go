package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check18: a figure is the same wherever it stands: in the three languages of a
// text, beside the fact it is of, and as its formula gives it.
func check18() Check { return Check{Number: 18, texts: figureDiffers} }

func figureDiffers(r *reading) []Finding {
	var out []Finding
	for _, f := range r.s.Facts {
		if finding, bad := r.stale(f); bad {
			out = append(out, finding)
		}
	}
	var texts [][]*passage // the languages of one text stand together
	for i, p := range r.passages {
		if i > 0 && p.record == r.passages[i-1].record && p.field.Label == r.passages[i-1].field.Label {
			texts[len(texts)-1] = append(texts[len(texts)-1], p)
		} else {
			texts = append(texts, []*passage{p})
		}
	}
	out = append(out, foundBy(len(texts), func(i int) []Finding { return r.betweenLanguages(texts[i]) })...)
	return append(out, foundBy(len(r.passages), func(i int) []Finding { return r.figuresIn(r.passages[i]) })...)
}

// figuresIn holds the figures of a text that is printed against the facts and rows
// that it tells of.
func (r *reading) figuresIn(p *passage) []Finding {
	if !p.printed {
		return nil
	}
	return slices.Concat(r.nearlyKnown(p), r.saidAgainst(p), r.wordsAgainst(p), r.otherScale(p), r.againstRows(p), r.changesBeside(p), r.sumsIn(p))
}

// stale compares a derived figure with what its formula gives now.
func (r *reading) stale(f *briefing.Fact) (Finding, bool) {
	n := parseFormula(r.s, f.Formula)
	stated, ok := printed(f.Figure())
	if n == nil || !ok || len(n.facts()) == 0 {
		return Finding{}, false
	}
	computed, ok := n.interval()
	if !ok {
		return Finding{}, false
	}
	u := f.Figure().Unit
	power := -wholePower(u)
	if (u == "percent" || u == "pp") && !n.holds(briefing.Whole(100)) {
		power = 2
	}
	if computed, ok = computed.scaled(power); !ok || computed.meets(stated) {
		return Finding{}, false
	}
	middle := midpoint(computed, u)
	middle.Value.Decimal = middle.Value.Decimal.Round(max(f.Figure().Value.Decimal.Scale(), 1))
	return Finding{
		Severity: Blocking, Ref: f.Ref(), Field: "claims",
		Evidence: text("check.18.stale", func(l briefing.Lang) []any {
			return []any{lang.Figure(l, f.Figure()), f.Formula, lang.Figure(l, middle)}
		}),
		Mend: text("check.18.stale.mend", nil),
	}, true
}

// betweenLanguages compares the texts of one label: the facts they are bound
// to, and the quantities typed in them.
func (r *reading) betweenLanguages(ps []*passage) []Finding {
	if len(ps) < 2 || !ps[0].printed {
		return nil
	}
	var out []Finding
	for _, p := range ps[1:] { // every language that differs, not the first alone
		a, b := boundTo(ps[0]), boundTo(p)
		if !slices.Equal(a, b) {
			out = append(out, r.languagesDiffer(ps[0], p, "check.18.bound", r.titledBy(a), r.titledBy(b)))
		} else if d, ok := r.differ(ps[0], p); ok {
			out = append(out, r.languagesDiffer(ps[0], p, d.key, always(d.x), always(d.y)))
		}
	}
	return out
}

func (r *reading) languagesDiffer(a, b *passage, key string, x, y func(briefing.Lang) string) Finding {
	return Finding{
		Severity: Warning, Ref: b.record.Ref(), Field: b.field.Key,
		Evidence: text(key, func(l briefing.Lang) []any {
			none := lang.T(l, "check.18.none")
			show := func(s string) string {
				if s == "" {
					return none
				}
				return s
			}
			return []any{lang.T(l, "check.language."+string(a.field.Lang)), show(x(l)), lang.T(l, "check.language."+string(b.field.Lang)), show(y(l))}
		}),
		Mend: text(key+".mend", nil),
	}
}

// always is a text that is the same in all languages of a finding.
func always(s string) func(briefing.Lang) string { return func(briefing.Lang) string { return s } }

// titledBy are the names of the facts that a text is bound to.
func (r *reading) titledBy(ids []string) func(briefing.Lang) string {
	return func(l briefing.Lang) string {
		var out []string
		for _, id := range ids {
			if f, ok := r.s.Fact(briefing.ID(id)); ok {
				id = titled(f, l)
			}
			out = append(out, id)
		}
		return strings.Join(out, ", ")
	}
}

// boundTo lists the facts that a text is bound to, in the order of their IDs.
func boundTo(p *passage) []string {
	var out []string
	for _, id := range briefing.Bindings(p.text) {
		out = append(out, string(id))
	}
	slices.Sort(out)
	return out
}

// numbersDiffer finds a quantity in each of two texts, of one kind, that the
// other text does not have. A number that is only missing may stand there in
// words.
func numbersDiffer(a, b *passage) (x, y string, ok bool) {
	for _, q := range missingFrom(a, b) {
		for _, o := range missingFrom(b, a) {
			if _, same := relation(q.Base, o.Base); same && (q.Base != "" || telling(q.Quantity) && telling(o.Quantity)) {
				return q.text, o.text, true
			}
		}
	}
	return "", "", false
}

type shownQuantity struct {
	prose.Quantity
	text string
	in   *sentence
}

func quantitiesOf(p *passage) []shownQuantity {
	var out []shownQuantity
	for _, s := range p.list {
		for _, q := range s.quantities {
			if strings.HasSuffix(s.text[:q.Start], "[") && strings.HasPrefix(s.text[q.End:], "]") {
				continue // the number of a source, which check 34 tells
			}
			out = append(out, shownQuantity{q, s.text[q.Start:q.End], s})
		}
	}
	return out
}

// missingFrom lists the quantities of one text that the other lacks.
func missingFrom(a, b *passage) []shownQuantity {
	there := quantitiesOf(b)
	return slices.DeleteFunc(quantitiesOf(a), func(q shownQuantity) bool {
		return slices.ContainsFunc(there, func(o shownQuantity) bool { return sameQuantity(q.Quantity, o.Quantity) })
	})
}

func sameQuantity(a, b prose.Quantity) bool {
	power, ok := relation(a.Base, b.Base)
	if !ok || a.High.Valid != b.High.Valid {
		return false
	}
	equal := func(x, y briefing.Number) bool {
		i, ok := interval{lo: y, hi: y}.scaled(power + b.Power - a.Power)
		return ok && i.lo.Cmp(x) == 0
	}
	return equal(a.Number, b.Number) && (!a.High.Valid || equal(a.High.Decimal, b.High.Decimal))
}

// nearlyKnown finds typed quantities that are close to the figure of a fact the
// sentence speaks of, and not it.
func (r *reading) nearlyKnown(p *passage) []Finding {
	var out []Finding
	for _, s := range p.list {
		for _, q := range s.quantities {
			if len(r.known(q)) > 0 {
				continue
			}
			for _, f := range r.s.Facts {
				if f.Ref() == p.record.Ref() && p.field.Label != "statement" || f.Status == briefing.Rejected {
					continue
				}
				if c, ok := f.Claim(); ok && closeBy(q, c.Figure) && r.about(p.field.Lang, s, f) && samePeriod(s, c.Period) {
					out = append(out, r.nearly(p, s, q, f, c))
					break
				}
			}
		}
	}
	return out
}

// samePeriod reports whether a sentence may speak of the period: it names its
// year or none.
func samePeriod(s *sentence, p briefing.Period) bool {
	return s.years == 0 || p.From.Year != 0 && strings.Contains(s.words.Source, briefing.Year(p.From.Year).String())
}

func (r *reading) nearly(p *passage, s *sentence, q prose.Quantity, f *briefing.Fact, c briefing.Claim) Finding {
	written := s.text[q.Start:q.End]
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text("check.18.near", func(l briefing.Lang) []any { return []any{written, lang.Figure(l, c.Figure), titled(f, l)} }),
		Mend:     text("check.18.near.mend", nil),
	}
}
