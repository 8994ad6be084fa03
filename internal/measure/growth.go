package measure

import "briefing/internal/briefing"

const keyGrowth = "growth"

// timesFrom is the growth in per cent above which it is printed as «в N раза».
var timesFrom = briefing.Num("200")

// Growth is the change against the same part of an earlier year in per cent
// (measure 2). It refuses a zero or negative base, different scopes, periods
// that don't match and a plan whose year can be read in two ways.
func Growth(now, then Quantity) Result {
	r := begin(keyGrowth, now, then)
	r.alike(now, then)
	r.yearly(now, then)
	s := r.spans(now, then)
	r.boundReasons(then)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(growthOf, s, up, down)
	r = r.settle(out, why, "percent")
	if r.Figure.Value.Valid && r.Figure.Value.Decimal.Cmp(timesFrom) > 0 {
		if n, err := s[0].lo.Quo(s[1].lo); err == nil {
			r.Times = briefing.Some(n)
		}
	}
	return r
}
