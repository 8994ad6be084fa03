package measure

import "briefing/internal/briefing"

const keyAbsolute = "absolute-change"

// AbsoluteChange is V_t − V_0 in the unit of V_t, signed (measure 1). It
// stands where the growth is undefined for a zero base.
func AbsoluteChange(now, then Quantity) Result {
	r := begin(keyAbsolute, now, then)
	r.alike(now, then)
	r.yearly(now, then)
	s := r.spans(now, then)
	r.boundReasons(then)
	if r.refused() {
		return r
	}
	out, why := eval(subtract, s, up, down)
	return r.settle(out, why, changeUnit(now.Figure.Unit))
}

// changeUnit is the unit of a difference: of percentages, percentage points.
func changeUnit(u briefing.Unit) briefing.Unit {
	if u == "percent" {
		return "pp"
	}
	return u
}
