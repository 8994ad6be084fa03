package measure

import "briefing/internal/briefing"

// Plain is a quantity as a result: a sum of rows as it stands, under the name
// of its column. A missing value is refused, not zero.
func Plain(key string, q Quantity) Result {
	r := begin(key, q)
	r.Period = q.Period
	if !q.Figure.HasNumber() {
		r.refuse(WhyValueMissing)
		return r
	}
	status, conf := r.Figure.Status, r.Figure.Conf
	r.Figure, r.Defined = q.Figure, true
	r.Figure.Status, r.Figure.Conf = status, conf
	return r
}

// Refused is a measure that the caller knows can't be computed, with the
// reasons: a gap in the months, another coverage.
func Refused(key string, p briefing.Period, why ...string) Result {
	r := Result{Measure: key, Period: p}
	r.refuse(why...)
	return r
}
