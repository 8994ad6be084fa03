package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check02: shares of one whole add up to 100 % within rounding. Shares that are
// only some of the whole («в том числе», or a series that names no whole) may
// fall short, but never exceed it.
func check02() Check { return Check{Number: 2, data: sharesAndWhole} }

type wholeOfShares struct {
	total  briefing.ID // the fact they are parts of
	series briefing.ID
	flow   string
	period briefing.Period
}

func sharesAndWhole(s *project.Snapshot) []Finding {
	var order []wholeOfShares
	groups := map[wholeOfShares][]*briefing.Fact{}
	for _, f := range s.Facts {
		c, ok := f.Claim()
		if !ok || f.Measure != "share" || c.Figure.Unit != "percent" {
			continue
		}
		key := wholeOfShares{total: f.PartOf, flow: f.Flow, period: c.Period}
		if f.PartOf == "" {
			key.series = f.Series
		}
		if key.total == "" && key.series == "" {
			continue
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], f)
	}
	var out []Finding
	for _, key := range order {
		if total, ok := s.Fact(key.total); ok && total.Figure().Unit == "percent" {
			continue // check 1 adds up parts of a stated total
		}
		if f, bad := againstHundred(groups[key], key.total != ""); bad {
			out = append(out, f)
		}
	}
	return out
}

func againstHundred(facts []*briefing.Fact, complete bool) (Finding, bool) {
	sum := interval{}
	for _, f := range facts {
		i, ok := printed(f.Figure())
		if !ok {
			complete = false
			continue
		}
		complete = complete && !f.OfWhich
		if sum, ok = sum.add(i); !ok {
			return Finding{}, false
		}
	}
	hundred := interval{lo: briefing.Whole(100), hi: briefing.Whole(100)}
	if len(facts) < 2 || sum.meets(hundred) || !complete && !sum.above(hundred) {
		return Finding{}, false
	}
	middle := midpoint(sum, "percent")
	return Finding{
		Ref: facts[0].Ref(), Field: "claims",
		Evidence: text("check.02.evidence", func(l briefing.Lang) []any {
			return []any{titledAll(facts, l), lang.Figure(l, middle), lang.Period(l, facts[0].Period())}
		}),
		Mend: text("check.02.mend", nil),
	}, true
}
