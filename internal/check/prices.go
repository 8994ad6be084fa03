package check

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/project"
)

// far is how many times dearer or cheaper than usual goods must be to look
// like a slip in a unit rather than like another quality.
const far = 20

// manyRows is where prices are looked at by chapter and no longer by heading,
// so that the checks stay quick whatever was imported.
const manyRows = 200_000

// priced is a group of rows whose price can be told.
type priced struct {
	code, flow, period string
	split              figure.Split
}

// series is what must be the same for prices to be of one series.
func (p priced) series() priced { p.period = ""; return p }

// dearRows looks at what goods cost in each month or year against their usual
// price over all of them, and tells the imports in which the odd ones stand.
func dearRows(s *project.Snapshot) []Finding {
	if s.Figures == nil || s.Figures.Len() == 0 {
		return nil
	}
	prices, ok := pricesOf(s, figure.Filter{})
	if !ok {
		return nil
	}
	usual := usualPrices(prices)
	odd := 0
	for at, p := range prices {
		if farFrom(p, usual[at.series()]) {
			odd++
		}
	}
	if odd == 0 {
		return nil
	}
	var out []Finding
	for _, imp := range s.Imports {
		own, _ := pricesOf(s, figure.Filter{Imports: []briefing.ID{imp.ID}})
		cases, example := 0, priced{}
		for at, p := range own {
			if !farFrom(p, usual[at.series()]) {
				continue
			}
			if cases++; example.code == "" || at.code+at.period < example.code+example.period {
				example = at
			}
		}
		if cases > 0 {
			out = append(out, Finding{
				Severity: Warning, Ref: imp.Ref(),
				Evidence: text("check.05.rows", func(briefing.Lang) []any { return []any{imp.File, cases, example.code, far} }),
				Mend:     text("check.05.rows.mend", nil),
			})
		}
	}
	return out
}

// pricesOf is what a kilogram costs, by heading, flow and period. Rows over
// SITC have no headings, and no prices here.
func pricesOf(s *project.Snapshot, f figure.Filter) (map[priced]briefing.Number, bool) {
	by := []figure.Dimension{"hs4", "flow", "year", "month"}
	if s.Figures.Len() > manyRows {
		by[0] = "hs2"
	}
	groups, err := s.Figures.Aggregate(f, by)
	if err != nil {
		return nil, false
	}
	out := map[priced]briefing.Number{}
	for _, g := range groups {
		if p, ok := priceOf(g); ok {
			out[priced{g.Keys[0], g.Keys[1], g.Keys[2] + g.Keys[3], g.Split}] = p
		}
	}
	return out, true
}

func priceOf(g figure.Group) (briefing.Number, bool) {
	whole := g.ValueRows == g.Rows && g.WeightRows == g.Rows
	if g.Keys[0] == "" || g.Keys[0] == figure.TotalCode || !whole || g.Weight.Decimal.Sign() <= 0 || g.Value.Decimal.Sign() <= 0 {
		return briefing.Number{}, false
	}
	p, err := g.Value.Decimal.Quo(g.Weight.Decimal)
	return p, err == nil && p.Sign() > 0
}

// usualPrices are the medians of the series that have enough prices for one.
func usualPrices(prices map[priced]briefing.Number) map[priced]briefing.MaybeNumber {
	lists := map[priced][]briefing.Number{}
	for at, p := range prices {
		lists[at.series()] = append(lists[at.series()], p)
	}
	out := map[priced]briefing.MaybeNumber{}
	for at, list := range lists {
		out[at] = measure.UsualPrice(list)
	}
	return out
}

func farFrom(p briefing.Number, usual briefing.MaybeNumber) bool {
	if !usual.Valid {
		return false
	}
	over := func(a, b briefing.Number) bool {
		limit, err := b.Mul(briefing.Whole(far))
		return err == nil && a.Cmp(limit) > 0
	}
	return over(p, usual.Decimal) || over(usual.Decimal, p)
}
