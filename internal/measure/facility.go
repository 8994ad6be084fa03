package measure

import (
	"strings"

	"briefing/internal/briefing"
)

const (
	keyUtilisation = "utilisation"
	keyTurns       = "turns"
)

// Utilisation is throughput/capacity·100 of one facility over a full year
// (measure 29). A capacity is an amount a year ("thousand-t-per-year"), never
// the room of a store.
func Utilisation(throughput, capacity Quantity) Result {
	r := begin(keyUtilisation, throughput, capacity)
	r.Period = throughput.Period
	unit, perYear := strings.CutSuffix(string(capacity.Figure.Unit), "-per-year")
	if !perYear {
		r.refuse(WhyUnitsDiffer)
	}
	capacity.Figure.Unit = briefing.Unit(unit)
	return r.ofFacility(throughput, capacity, "capacity", percentOf, "percent")
}

// Turns is throughput/storage of one facility: how many times a year its
// store is filled anew (measure 29). The storage is what it holds at once.
func Turns(throughput, storage Quantity) Result {
	r := begin(keyTurns, throughput, storage)
	r.Period = throughput.Period
	return r.ofFacility(throughput, storage, "storage", divide, "")
}

func (r Result) ofFacility(throughput, limit Quantity, measure string, f formula, u briefing.Unit) Result {
	throughput.Figure.Unit = briefing.Unit(strings.TrimSuffix(string(throughput.Figure.Unit), "-per-year"))
	a, b := throughput.Scope, limit.Scope
	if !same(a.Measure, "throughput") || !same(b.Measure, measure) || a.Facility != b.Facility {
		r.refuse(WhyScopeDiffers)
	}
	if months, ok := throughput.Period.Months(); throughput.Period.Ambiguous() {
		r.refuse(WhyPlanYear)
	} else if !ok || months != 12 {
		r.refuse(WhyNotAYear)
	}
	s := r.spans(throughput, limit)
	r.boundReasons(limit)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(f, s, up, down)
	return r.settle(out, why, u)
}
