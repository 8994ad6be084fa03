package check

import (
	"briefing/internal/briefing"
)

// ApartClaims tells which claims of a fact, by their place, are ten times away
// from most of the others of the same period and base of unit: an order of
// magnitude is a slip of scale as a rule, not a different estimate. Of two both
// are told, since either may be the slip. Words are not compared.
func ApartClaims(f *briefing.Fact) map[int]bool {
	type item struct {
		at     int
		base   briefing.Unit
		period briefing.Period
		n      briefing.Number
	}
	var items []item
	for i, c := range f.Claims {
		n := c.Figure.Value
		if !n.Valid {
			n = c.Figure.Low
		}
		if !n.Valid || n.Decimal.Sign() <= 0 || c.Figure.IsVague() {
			continue
		}
		whole, ok := interval{lo: n.Decimal, hi: n.Decimal}.scaled(wholePower(c.Figure.Unit))
		if !ok {
			continue
		}
		base := c.Figure.Unit.Base()
		if base == "kg" {
			base = "t"
		}
		items = append(items, item{i, base, c.Period, whole.lo})
	}
	out := map[int]bool{}
	for i, a := range items {
		compared, away := 0, 0
		for j, b := range items {
			if i == j || a.base != b.base || a.period != b.period {
				continue
			}
			compared++
			if _, far := tenTimes(a.n, b.n); far {
				away++
			}
		}
		if 2*away > compared {
			out[a.at] = true
		}
	}
	return out
}
