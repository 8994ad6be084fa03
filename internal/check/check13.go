package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// check13: what a place can hold, what it can handle in a year and what went
// through it are three things: each has its own unit, is told by its own words
// and is not added to the others.
func check13() Check { return Check{Number: 13, texts: stockAndFlow} }

var stockMeasures = []string{"storage", "capacity", "throughput"}

func stockMeasure(f *briefing.Fact) bool {
	for _, m := range stockMeasures {
		if f.Measure == m {
			return true
		}
	}
	return false
}

func perYear(u briefing.Unit) bool { return strings.HasSuffix(string(u), "-per-year") }

func stockAndFlow(r *reading) []Finding {
	var out []Finding
	for _, f := range r.s.Facts {
		if stockMeasure(f) {
			out = append(out, stockUnits(f)...)
		}
		if n := parseFormula(r.s, f.Formula); n != nil {
			out = append(out, mixedStocks(f, n)...)
		}
	}
	for p, s := range r.sentences() {
		if p.quoted {
			continue
		}
		if f, other, ok := r.miscalled(p, s); ok {
			out = append(out, r.namedAsOther(p, s, f, other))
		}
	}
	return out
}

// stockUnits looks at the units of a fact: capacity is an amount by the year,
// storage is none, and claims of one fact don't mix both.
func stockUnits(f *briefing.Fact) []Finding {
	var amounts, rates []briefing.Claim
	for _, c := range f.Claims {
		base := c.Figure.Unit.Base()
		switch {
		case c.Role == briefing.RoleVerification || c.Figure == (briefing.Figure{}):
		case perYear(base):
			rates = append(rates, c)
		case c.Figure.Unit.Mass() || base == "pcs" || base == "item" || base == "container" || base == "teu" || base == "m3":
			amounts = append(amounts, c)
		}
	}
	found := func(key string, args func(l briefing.Lang) []any) []Finding {
		return []Finding{{Severity: Warning, Ref: f.Ref(), Field: "claims", Evidence: text(key, args), Mend: text(key+".mend", nil)}}
	}
	switch {
	case f.Measure == "capacity" && len(amounts) > 0:
		return found("check.13.capacity", func(l briefing.Lang) []any { return []any{lang.Figure(l, amounts[0].Figure)} })
	case f.Measure == "storage" && len(rates) > 0:
		return found("check.13.storage", func(l briefing.Lang) []any { return []any{lang.Figure(l, rates[0].Figure)} })
	case len(amounts) > 0 && len(rates) > 0:
		return found("check.13.claims", func(l briefing.Lang) []any {
			return []any{lang.Figure(l, amounts[0].Figure), lang.Figure(l, rates[0].Figure)}
		})
	}
	return nil
}

// mixedStocks finds sums and differences of different things. Throughput by
// capacity and throughput by storage are measures of their own.
func mixedStocks(f *briefing.Fact, n *node) []Finding {
	var out []Finding
	n.operations(func(op rune, left, right []*briefing.Fact) {
		a, b := left[0], right[0]
		if len(out) > 0 || !stockMeasure(a) || !stockMeasure(b) || a.Measure == b.Measure {
			return
		}
		if op == '/' && a.Measure == "throughput" {
			return
		}
		out = append(out, Finding{
			Severity: Blocking, Ref: f.Ref(), Field: "formula",
			Evidence: text("check.13.formula", func(l briefing.Lang) []any {
				return []any{f.Formula, lang.Enum(l, "measure", a.Measure), lang.Enum(l, "measure", b.Measure)}
			}),
			Mend: text("check.13.formula.mend", nil),
		})
	})
	return out
}

// miscalled finds a figure of one of the three in a sentence that has the words
// of another and none of its own.
func (r *reading) miscalled(p *passage, s *sentence) (*briefing.Fact, string, bool) {
	facts := r.bound(s)
	if f, ok := p.record.(*briefing.Fact); ok && p.field.Label == "statement" {
		facts = append(facts, f)
	}
	for _, f := range facts {
		if !stockMeasure(f) || r.has(p.field.Lang, "check.13."+f.Measure+".words", s) || f.Measure == "capacity" && r.has(p.field.Lang, "check.13.capacity.also", s) {
			continue
		}
		for _, other := range stockMeasures {
			if other != f.Measure && r.has(p.field.Lang, "check.13."+other+".words", s) {
				return f, other, true
			}
		}
	}
	return nil, "", false
}

func (r *reading) namedAsOther(p *passage, s *sentence, f *briefing.Fact, other string) Finding {
	sentence := r.shown(p.field.Lang, s)
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text("check.13.words", func(l briefing.Lang) []any {
			return []any{sentence, titled(f, l), lang.Enum(l, "measure", f.Measure), lang.Enum(l, "measure", other)}
		}),
		Mend: text("check.13.words.mend", nil),
	}
}
