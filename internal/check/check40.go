package check

import (
	"maps"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check40: what was traded in a part of a year is not more than in the year,
// and all parts together are the year, when two files tell both. Each is
// printed as its source has it; that they contradict is for a person to see.
func check40() Check { return Check{Number: 40, data: partsAgainstYears} }

// yearly is what must be equal for a part of a year and the year to be of the
// same trade.
type yearly struct {
	flow, partner, code, year string
	split                     figure.Split // without its time
}

// partly is a part of a year, or the year as its parts make it.
type partly struct {
	sum   briefing.Number
	parts int // months or quarters that make it, or groups of a stated half or range
	span  string
	freq  string
}

func partsAgainstYears(s *project.Snapshot) []Finding {
	frequencies := map[string]bool{}
	for p := range s.Figures.Periods() {
		frequencies[p.Frequency()] = true
	}
	if !frequencies["A"] || len(frequencies) < 2 || len(s.Imports) < 2 { // as in most projects
		return nil
	}
	groups, err := s.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"flow", "partner", "code", "year", "quarter", "month"})
	if err != nil {
		return nil
	}
	whole := map[yearly]briefing.Number{}
	parts := map[yearly]map[string]*partly{}
	var order []yearly
	for _, g := range groups {
		if !g.Value.Valid || g.Keys[2] == figure.HiddenCode {
			continue
		}
		k := yearly{g.Keys[0], g.Keys[1], g.Keys[2], g.Keys[3], g.Split}
		k.split.Frequency, k.split.Span, k.split.Basis = "", "", ""
		if g.Split.Frequency == "A" {
			if sum, err := whole[k].Add(g.Value.Decimal); err == nil {
				whole[k] = sum
			}
			continue
		}
		if parts[k] == nil {
			parts[k] = map[string]*partly{}
			order = append(order, k)
		}
		id := g.Split.Frequency + g.Split.Span
		if parts[k][id] == nil {
			parts[k][id] = &partly{span: g.Split.Span, freq: g.Split.Frequency}
		}
		p := parts[k][id]
		if sum, err := p.sum.Add(g.Value.Decimal); err == nil {
			p.sum, p.parts = sum, p.parts+1
		}
	}
	var out []Finding
	told := map[yearly]bool{}
	apart, _ := apartTrades(s) // check 43 tells of these, with the files of both
	for _, k := range order {
		year, ok := whole[k]
		if !ok {
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(parts[k])) {
			p := parts[k][id]
			all := p.freq == "M" && p.parts == 12 || p.freq == "Q" && p.parts == 4
			if !contradict(p.sum, year, all) {
				continue
			}
			of := k
			of.code = "" // one of several goods is enough
			if told[of] || slices.ContainsFunc(apart, func(w whose) bool { return of.sameAs(w) }) {
				continue
			}
			told[of] = true
			out = append(out, yearFinding(s, k, p, year))
		}
	}
	return out
}

// sameAs reports whether a trade is of the same sides, flow and year.
func (y yearly) sameAs(w whose) bool {
	return w.flow == y.flow && w.reporter == y.split.Reporter && w.partner == y.partner && w.currency == y.split.Currency && strings.HasPrefix(w.span, y.year)
}

// contradict reports whether a part is more than the year, or all parts differ
// from it, by more than a rounding: half a per cent.
func contradict(part, year briefing.Number, all bool) bool {
	room, err := year.Mul(briefing.Num("0.005"))
	if err != nil {
		return false
	}
	over, err := part.Sub(year)
	if err != nil {
		return false
	}
	return over.Cmp(room.Abs()) > 0 || all && over.Abs().Cmp(room.Abs()) > 0
}

func yearFinding(s *project.Snapshot, k yearly, p *partly, year briefing.Number) Finding {
	region := "" // of which the figures are, where it is one
	of := figure.Filter{Flow: figure.Flow(k.flow), Reporter: k.split.Reporter, Partner: k.partner, Area: &k.split.Area}
	if list, err := s.Figures.Regions(of); err == nil && len(list) == 1 {
		region = list[0]
	}
	return Finding{
		Severity: Warning, Ref: s.Imports[len(s.Imports)-1].Ref(),
		Evidence: text("check.40.evidence", func(l briefing.Lang) []any {
			part := lang.T(l, "check.40.parts."+p.freq, k.year)
			if of, err := briefing.ParsePeriod(p.span); err == nil && p.span != "" {
				part = lang.Period(l, of)
			}
			number := func(n briefing.Number) string {
				return lang.Number(l, n, lang.NumberStyle{Decimals: 0}) + "\u00a0" + k.split.Currency
			}
			what := lang.Enum(l, "flow", k.flow) + ", " + placeWords(l, k.split.Reporter, region) + " – " + lang.Country(l, k.partner)
			if k.code != figure.TotalCode {
				what += ", " + k.code
			}
			return []any{what, part, number(p.sum), k.year, number(year)}
		}),
		Mend: text("check.40.mend", nil),
	}
}
