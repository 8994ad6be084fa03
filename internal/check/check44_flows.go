package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Published figures of one trade hold together: a turnover is its exports and
// imports, a balance what is left of exports when imports are taken off.

// tradeSaid are the facts that tell of one trade in one period, by flow.
type tradeSaid struct {
	of whose
	by map[figure.Flow][]saidFigure
}

type saidFigure struct {
	fact  *briefing.Fact
	claim briefing.Claim
	value interval // in whole units
}

func factsAgainstFacts(s *project.Snapshot) []Finding {
	var trades []*tradeSaid
	for _, f := range s.Facts {
		c, flow, ok := tradeFact(f)
		if !ok {
			continue
		}
		i, ok := printed(c.Figure)
		if !ok || i.noLo || i.noHi {
			continue
		}
		if i, ok = i.scaled(c.Figure.Unit.Power()); !ok {
			continue
		}
		of := saidOf(s, f, c)
		at := slices.IndexFunc(trades, func(t *tradeSaid) bool { return t.of == of })
		if at < 0 {
			at, trades = len(trades), append(trades, &tradeSaid{of, map[figure.Flow][]saidFigure{}})
		}
		trades[at].by[flow] = append(trades[at].by[flow], saidFigure{f, c, i})
	}
	var out []Finding
	for _, t := range trades {
		out = append(out, t.whole(Turnover, interval.add, "check.44.turnover")...)
		out = append(out, t.whole(Balance, interval.minus, "check.44.balance")...)
	}
	return out
}

// saidOf is the trade that a fact is of, as its fields say or, where they are
// empty, as the pack's sides do that its words name.
func saidOf(s *project.Snapshot, f *briefing.Fact, c briefing.Claim) whose {
	of, words := statedSides(s, f, c)
	if of.region == "" && s.Pack.Region != "" && mentions(words, lang.Region(briefing.RU, s.Pack.Reporter, s.Pack.Region)) {
		of.region = s.Pack.Region
	}
	return of
}

// whole holds a turnover or a balance against what exports and imports make of
// it. Of several figures of a flow any may be meant, so none is told where some of
// them agree. Sources of their own may count differently: that is a note.
func (t *tradeSaid) whole(flow figure.Flow, made func(a, b interval) (interval, bool), key string) []Finding {
	for _, w := range t.by[flow] {
		var apart *Finding
		agree := false
		for _, x := range t.by[figure.Export] {
			for _, m := range t.by[figure.Import] {
				is, ok := made(x.value, m.value)
				if !ok || is.meets(w.value) {
					agree = true
					continue
				}
				if apart == nil {
					f := flowsApart(key, w, x, m, is)
					apart = &f
				}
			}
		}
		if apart != nil && !agree {
			return []Finding{*apart}
		}
	}
	return nil
}

func flowsApart(key string, w, x, m saidFigure, is interval) Finding {
	severity := Note
	if w.claim.Source == x.claim.Source && x.claim.Source == m.claim.Source {
		severity = Warning
	}
	adds := w.claim.Figure
	if scaled, ok := is.scaled(-adds.Unit.Power()); ok {
		adds = rounded(midpoint(scaled, adds.Unit))
	}
	return Finding{
		Severity: severity, Ref: w.fact.Ref(), Field: "claims",
		Evidence: text(key, func(l briefing.Lang) []any {
			said := func(f saidFigure) string { return lang.Figure(l, f.claim.Figure) }
			return []any{
				w.fact.Statement.In(l), lang.Period(l, w.claim.Period), said(w), said(x), said(m),
				lang.Figure(l, briefing.Figure{Value: adds.Value, Unit: w.claim.Figure.Unit}),
			}
		}),
		Mend: text("check.44.flows.mend", nil),
	}
}
