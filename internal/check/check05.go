package check

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/project"
)

// check05: a unit value stays in its range: a stated one agrees with value and
// quantity, it does not jump from one period to the next, and no goods of an
// import cost many times what they cost otherwise, which is how a slip in the
// unit shows.
func check05() Check { return Check{Number: 5, data: unitValues} }

func unitValues(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if q, ok := measure.OfFact(f); ok && f.Measure == "unit-value" && outOfRange(q.Figure) {
			out = append(out, Finding{
				Severity: Warning, Ref: f.Ref(), Field: "claims",
				Evidence: text("check.05.range", func(l briefing.Lang) []any {
					whole := q.Figure
					whole.Value = briefing.MaybeNumber{}
					return []any{lang.Figure(l, q.Figure), lang.Figure(l, whole)}
				}),
				Mend: text("check.05.mend", nil),
			})
		}
	}
	out = append(out, jumps(s)...)
	return append(out, dearRows(s)...)
}

// outOfRange reports whether a value lies outside the range that its own claim
// gives.
func outOfRange(f briefing.Figure) bool {
	v := f.Value
	return v.Valid && (f.Low.Valid && v.Decimal.Cmp(f.Low.Decimal) < 0 || f.High.Valid && v.Decimal.Cmp(f.High.Decimal) > 0)
}

// pricePoint is a unit value that a pair of facts gives.
type pricePoint struct {
	value, weight *briefing.Fact
	price         measure.Result
}

// jumps compares unit values of one scope, made of value and weight of the same
// period, from one period to the next.
func jumps(s *project.Snapshot) []Finding {
	type scope struct {
		s      measure.Scope
		months int
	}
	weights := map[scope]map[briefing.Period]*briefing.Fact{}
	of := func(f *briefing.Fact) (scope, measure.Quantity, bool) {
		q, ok := measure.OfFact(f)
		months, whole := q.Period.Months()
		q.Scope.Measure = ""
		return scope{q.Scope, months}, q, ok && whole && q.Figure.Value.Valid
	}
	for _, f := range s.Facts {
		if key, q, ok := of(f); ok && q.Figure.Unit.Mass() && f.Measure != "storage" {
			if weights[key] == nil {
				weights[key] = map[briefing.Period]*briefing.Fact{}
			}
			weights[key][q.Period] = f
		}
	}
	points := map[scope][]pricePoint{}
	var order []scope
	for _, f := range s.Facts {
		key, q, ok := of(f)
		if _, money := q.Figure.Unit.Currency(); !ok || !money || weights[key][q.Period] == nil {
			continue
		}
		w := weights[key][q.Period]
		kilos, _ := measure.OfFact(w)
		if r := measure.UnitValue(q, kilos); r.Defined && r.Figure.Value.Valid {
			if points[key] == nil {
				order = append(order, key)
			}
			points[key] = append(points[key], pricePoint{f, w, r})
		}
	}
	var out []Finding
	for _, key := range order {
		list := points[key]
		for i := range list {
			if before, ok := previous(list, list[i]); ok && jumped(before.price.Figure, list[i].price.Figure) {
				out = append(out, jump(before, list[i]))
			}
		}
	}
	return out
}

// previous is the point of the period before, by start.
func previous(list []pricePoint, p pricePoint) (pricePoint, bool) {
	var found pricePoint
	ok := false
	for _, q := range list {
		if q.value.Period().Compare(p.value.Period()) < 0 && (!ok || q.value.Period().Compare(found.value.Period()) > 0) {
			found, ok = q, true
		}
	}
	return found, ok
}

// jumped reports whether one price is more than twice the other.
func jumped(a, b briefing.Figure) bool {
	over := func(x, y briefing.Number) bool {
		two, err := y.Mul(briefing.Whole(2))
		return err == nil && x.Cmp(two) > 0
	}
	return over(a.Value.Decimal, b.Value.Decimal) || over(b.Value.Decimal, a.Value.Decimal)
}

func jump(before, now pricePoint) Finding {
	rounded := func(f briefing.Figure) briefing.Figure {
		f.Value.Decimal = f.Value.Decimal.Round(0)
		return f
	}
	return Finding{
		Severity: Warning, Ref: now.value.Ref(), Field: "claims",
		Evidence: text("check.05.jump", func(l briefing.Lang) []any {
			return []any{
				lang.Figure(l, rounded(before.price.Figure)), lang.Period(l, before.value.Period()),
				lang.Figure(l, rounded(now.price.Figure)), lang.Period(l, now.value.Period()), string(now.weight.ID),
			}
		}),
		Mend: text("check.05.mend", nil),
	}
}

// far is how many times dearer or cheaper than usual goods must be to look
// like a slip in a unit rather than like another quality.
const far = 20

// dearRows looks at what goods cost in each year and flow of an import against
// their own usual price.
func dearRows(s *project.Snapshot) []Finding {
	if s.Figures == nil || s.Figures.Len() == 0 {
		return nil
	}
	var out []Finding
	for _, imp := range s.Imports {
		groups, err := s.Figures.Aggregate(figure.Filter{Imports: []briefing.ID{imp.ID}}, []figure.Dimension{"code", "flow", "partner"})
		if err != nil {
			continue
		}
		prices := map[string][]briefing.Number{}
		for _, g := range groups {
			if p, ok := priceOf(g); ok {
				key := priceKey(g)
				prices[key] = append(prices[key], p)
			}
		}
		odd, example := 0, ""
		for key, list := range prices {
			sorted := append([]briefing.Number(nil), list...)
			usual := measure.UsualPrice(sorted)
			for _, p := range list {
				if farFrom(p, usual) {
					odd++
					if code := codeOf(key); example == "" || code < example {
						example = code
					}
				}
			}
		}
		if odd > 0 {
			out = append(out, Finding{
				Severity: Warning, Ref: imp.Ref(),
				Evidence: text("check.05.rows", func(briefing.Lang) []any { return []any{imp.File, odd, example, far} }),
				Mend:     text("check.05.rows.mend", nil),
			})
		}
	}
	return out
}

func priceKey(g figure.Group) string {
	return g.Keys[0] + "\x00" + g.Keys[1] + "\x00" + fmt.Sprint(g.Split)
}

func codeOf(key string) string {
	for i := range key {
		if key[i] == 0 {
			return key[:i]
		}
	}
	return key
}

func priceOf(g figure.Group) (briefing.Number, bool) {
	if g.Keys[0] == "" || g.Keys[0] == figure.TotalCode || !g.Value.Valid || !g.Weight.Valid || g.Weight.Decimal.Sign() <= 0 ||
		g.Value.Decimal.Sign() <= 0 || g.ValueRows < g.Rows || g.WeightRows < g.Rows {
		return briefing.Number{}, false
	}
	p, err := g.Value.Decimal.Quo(g.Weight.Decimal)
	return p, err == nil && p.Sign() > 0
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
