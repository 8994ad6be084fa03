package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// check23: what is compared is of one scope. Two figures of one time may differ
// in one thing, which is then what is compared (two countries, two goods); over
// time they may differ in none.
func check23() Check { return Check{Number: 23, texts: scopesDiffer} }

func scopesDiffer(r *reading) []Finding {
	var out []Finding
	for _, p := range r.pairs() {
		d := differences(p.a, p.b)
		if len(d) == 0 || allowedPair(p, d) {
			continue
		}
		severity := Warning
		if p.growth || p.op == '-' {
			severity = Blocking
		}
		out = append(out, r.onPair(p, severity, "check.23.evidence", func(l briefing.Lang) []any {
			var names []string
			for _, key := range d {
				names = append(names, lang.Label(l, briefing.KindFact, key))
			}
			return []any{lang.Figure(l, p.a.Figure()), lang.Figure(l, p.b.Figure()), strings.Join(names, lang.T(l, "check.join"))}
		}))
	}
	return out
}

// allowedPair tells the comparisons that are measures of their own: a share of
// a whole, a unit value, a balance, throughput by what can be handled.
func allowedPair(p pair, d []string) bool {
	only := func(keys ...string) bool {
		return !slices.ContainsFunc(d, func(x string) bool { return !slices.Contains(keys, x) })
	}
	switch p.op {
	case '*':
		return true
	case '+':
		return len(d) <= 1
	case '-':
		return only("flow") // a balance
	case '/':
		if p.growth {
			return false
		}
		return only("measure") || only("flow") || isPart(p.a, p.b) || len(d) == 1 && samePeriods(p)
	}
	return isPart(p.a, p.b) || isPart(p.b, p.a) || len(d) == 1 && (samePeriods(p) || d[0] == "measure")
}

func samePeriods(p pair) bool { return p.a.Period() == p.b.Period() }
