package check

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check01: the parts of a stated total add up to it within rounding; parts
// that are only «в том числе» don't exceed it.
func check01() Check { return Check{Number: 1, data: partsAndTotal} }

func partsAndTotal(s *project.Snapshot) []Finding {
	var out []Finding
	for _, total := range s.Facts {
		var parts []*briefing.Fact
		for _, f := range s.Facts {
			if f.PartOf == total.ID && f.ID != total.ID {
				parts = append(parts, f)
			}
		}
		if f, ok := againstTotal(total, parts); ok {
			out = append(out, f)
		}
	}
	return append(out, rowsAgainstTotal(s)...)
}

// againstTotal compares only what can be compared: figures of the total's
// period and kind of unit. A part without a number leaves the sum open.
func againstTotal(total *briefing.Fact, parts []*briefing.Fact) (Finding, bool) {
	claim, ok := total.Claim()
	whole, known := printed(claim.Figure)
	if !ok || !known || len(parts) == 0 {
		return Finding{}, false
	}
	unit := claim.Figure.Unit
	sum, complete, counted := interval{}, true, 0
	for _, p := range parts {
		c, ok := p.Claim()
		complete = complete && !p.OfWhich
		i, known := in(unit, c.Figure)
		if !ok || !known || c.Period != claim.Period {
			complete = false
			continue
		}
		if sum, ok = sum.add(i); !ok {
			return Finding{}, false
		}
		counted++
	}
	if counted == 0 || sum.meets(whole) || !complete && !sum.above(whole) {
		return Finding{}, false
	}
	key := "check.01.sum"
	if !complete {
		key = "check.01.exceeds"
	}
	middle := midpoint(sum, unit)
	return Finding{
		Ref: total.Ref(), Field: "claims",
		Evidence: text(key, func(l briefing.Lang) []any {
			return []any{lang.Figure(l, middle), lang.Figure(l, claim.Figure), lang.Period(l, claim.Period)}
		}),
		Mend: text("check.01.mend", nil),
	}, true
}

// midpoint is the sum as it is computed from the numbers themselves.
func midpoint(i interval, u briefing.Unit) briefing.Figure {
	n, err := i.lo.Add(i.hi)
	if err == nil {
		n, err = n.Quo(briefing.Num("2"))
	}
	if err != nil || i.noLo || i.noHi {
		return briefing.Figure{Unit: u, Low: briefing.MaybeNumber{Decimal: i.lo, Valid: !i.noLo}, High: briefing.MaybeNumber{Decimal: i.hi, Valid: !i.noHi}}
	}
	return briefing.Figure{Unit: u, Value: briefing.Some(n.Trim(0))}
}

// rowsAgainstTotal looks into each import that has a row of all goods: the
// chapters of one flow, partner and period may not exceed it. They may fall
// short: a file need not hold all of them.
func rowsAgainstTotal(s *project.Snapshot) []Finding {
	if s.Figures == nil {
		return nil
	}
	var out []Finding
	for _, imp := range s.Imports {
		f := figure.Filter{Imports: []briefing.ID{imp.ID}, Codes: []string{figure.TotalCode}}
		if totals, err := s.Figures.Aggregate(f, nil); err != nil || len(totals) == 0 {
			continue
		}
		if f, ok := chaptersAgainstTotal(s, imp); ok {
			out = append(out, f)
		}
	}
	return out
}

func chaptersAgainstTotal(s *project.Snapshot, imp *briefing.Import) (Finding, bool) {
	by := []figure.Dimension{"flow", "partner", "province", "region", "year", "quarter", "month", "code"}
	groups, err := s.Figures.Aggregate(figure.Filter{Imports: []briefing.ID{imp.ID}}, by)
	if err != nil {
		return Finding{}, false
	}
	type sums struct {
		total, parts briefing.Number
		stated       bool
		rows         int
	}
	byKey, order := map[string]*sums{}, []string{}
	for _, g := range groups {
		code := g.Keys[len(by)-1]
		key := fmt.Sprint(g.Keys[:len(by)-1], g.Split)
		if byKey[key] == nil {
			byKey[key], order = &sums{}, append(order, key)
		}
		at := byKey[key]
		switch {
		case !g.Value.Valid:
		case code == figure.TotalCode && g.Rows == 1:
			at.total, at.stated = g.Value.Decimal, true
		case len(code) == 2:
			if at.parts, err = at.parts.Add(g.Value.Decimal); err != nil {
				return Finding{}, false
			}
			at.rows += g.Rows
		}
	}
	for _, key := range order {
		at := byKey[key]
		slack, err := at.total.Add(briefing.Num(fmt.Sprint(at.rows)))
		if !at.stated || err != nil || at.parts.Cmp(slack) <= 0 {
			continue
		}
		return Finding{
			Severity: Warning, Ref: imp.Ref(),
			Evidence: text("check.01.rows", func(l briefing.Lang) []any {
				style := lang.NumberStyle{Decimals: -1, Column: true}
				return []any{imp.File, lang.Number(l, at.parts, style), lang.Number(l, at.total, style)}
			}),
			Mend: text("check.01.rows.mend", nil),
		}, true
	}
	return Finding{}, false
}
