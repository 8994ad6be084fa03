package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// pair is two facts that something compares: a derived fact by an operation of
// its formula, or a sentence that holds both.
type pair struct {
	a, b    *briefing.Fact
	op      rune   // of a formula; 0 in a sentence
	growth  bool   // printed as a change in per cent
	formula string // or else
	passage *passage
	at      *sentence
	owner   *briefing.Fact // the derived fact
}

// pairs lists all comparisons that the project makes.
func (r *reading) pairs() []pair {
	return r.compared.get(r.comparisons)
}

func (r *reading) comparisons() []pair {
	var out []pair
	for _, f := range r.s.Facts {
		n := parseFormula(r.s, f.Formula)
		u := f.Figure().Unit
		n.operations(func(op rune, left, right []*briefing.Fact) {
			out = append(out, pair{a: left[0], b: right[0], op: op, owner: f, formula: f.Formula, growth: u == "percent" && f.Measure != "share" || u == "times"})
		})
	}
	for _, p := range r.passages {
		if !p.printed || p.quoted {
			continue
		}
		for _, s := range p.list {
			if a, b, ok := r.comparedIn(p, s); ok {
				out = append(out, pair{a: a, b: b, passage: p, at: s})
			}
		}
	}
	return out
}

// comparedIn finds the two facts that a sentence with words of comparison holds:
// bound, or typed so that they can be no other.
func (r *reading) comparedIn(p *passage, s *sentence) (a, b *briefing.Fact, ok bool) {
	if len(s.bindings)+len(s.quantities) < 2 || !r.has(p.field.Lang, "check.23.words", s) {
		return nil, nil, false
	}
	facts := r.bound(s)
	for _, q := range s.quantities {
		if found := r.known(q); len(found) == 1 && sameNumber(q, found[0].Figure()) {
			facts = append(facts, found[0])
		}
	}
	for _, f := range facts {
		if !f.Figure().HasNumber() {
			continue
		}
		if a == nil {
			a = f
		} else if f != a {
			return a, f, true
		}
	}
	return nil, nil, false
}

// finding reports on a pair, at the derived fact or at the sentence.
func (r *reading) onPair(p pair, severity Severity, key string, args func(l briefing.Lang) []any) Finding {
	f := Finding{Severity: severity, Mend: text(key+".mend", nil)}
	shown := p.formula
	if p.owner != nil {
		f.Ref, f.Field = p.owner.Ref(), "formula"
	} else {
		f.Ref, f.Field = p.passage.record.Ref(), p.passage.field.Key
		shown = r.shown(p.passage.field.Lang, p.at)
	}
	f.Evidence = text(key, func(l briefing.Lang) []any { return append([]any{shown}, args(l)...) })
	return f
}

// differences lists in what two facts differ that both are about; what one of
// them leaves open is no difference, but a facility is never a country.
func differences(a, b *briefing.Fact) []string {
	x, y := measure.OfClaim(a, briefing.Claim{}).Scope, measure.OfClaim(b, briefing.Claim{}).Scope
	var out []string
	differ := func(key, p, q string) {
		if p != q && p != "" && q != "" {
			out = append(out, key)
		}
	}
	if x.Facility != y.Facility {
		out = append(out, "facility")
	}
	differ("measure", kindOfMeasure(a), kindOfMeasure(b))
	differ("flow", x.Flow, y.Flow)
	differ("reporter", x.Reporter, y.Reporter)
	differ("region", x.Region, y.Region)
	differ("partner", x.Partner, y.Partner)
	switch {
	case x.Codes != "" && y.Codes != "":
		differ("product", x.Codes, y.Codes)
	case x.Codes == "" && y.Codes == "" && x.Facility == "" && y.Facility == "" && a.Series != b.Series:
		differ("product", strings.ToLower(x.Product), strings.ToLower(y.Product))
	}
	return out
}

func kindOfMeasure(f *briefing.Fact) string {
	if f.Measure == "volume" {
		return "weight"
	}
	return f.Measure
}

// isPart reports whether a is a part of b by what the records say.
func isPart(a, b *briefing.Fact) bool { return a.PartOf == b.ID && b.ID != "" }
