package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// slack is by what part of itself a number in words may miss what it tells of:
// «вдвое» is said of 1.9 times, «треть» of 31 per cent.
func slack(q prose.Said) briefing.Number {
	if q.Base == briefing.Times {
		return briefing.Num("0.075")
	}
	return briefing.Num("0.1")
}

// claimed is where a number in words claims that the true one lies, in its
// unit: «почти» is below and near, «более» above, «около» to both sides.
func claimed(q prose.Said) (interval, bool) {
	n := q.Number
	if q.High.Valid {
		return interval{lo: n, hi: q.High.Decimal}, true
	}
	if q.Full && q.Base != briefing.Times && (q.Word == "" || q.Word == briefing.Exact) {
		return printed(briefing.Figure{Value: briefing.Some(n)})
	}
	once, err := n.Mul(slack(q))
	if err != nil {
		return interval{}, false
	}
	twice, err1 := once.Add(once)
	least, err2 := n.Sub(once)
	most, err3 := n.Add(once)
	far, err4 := n.Sub(twice)
	farUp, err5 := n.Add(twice)
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			return interval{}, false
		}
	}
	switch q.Word {
	case briefing.Almost:
		return interval{lo: far, hi: n}, true
	case briefing.About:
		return interval{lo: far, hi: farUp}, true
	case briefing.MoreThan:
		return interval{lo: n, noHi: true}, true
	case briefing.UpTo:
		return interval{noLo: true, hi: n}, true
	}
	return interval{lo: least, hi: most}, true
}

// manifold is what a change makes of the level before it: 2 of «вдвое», 0.8 of
// «на 20 % меньше». Not ok where a bound is left open on the way.
func manifold(i interval, u briefing.Unit, turn int) (interval, bool) {
	one := interval{lo: briefing.Whole(1), hi: briefing.Whole(1)}
	if u == briefing.Times {
		if turn >= 0 {
			return i, true
		}
		if i.lo.Sign() <= 0 {
			return i, false
		}
		if i.noHi { // more than twice less: at most a half
			top, err := one.lo.Quo(i.lo)
			return interval{hi: top, noLo: true}, err == nil
		}
		if i.noLo {
			return i, false
		}
		return one.over(i)
	}
	part, ok := i.scaled(-2)
	if !ok {
		return i, false
	}
	if turn < 0 {
		zero := briefing.Whole(0)
		lo, err1 := zero.Sub(part.hi)
		hi, err2 := zero.Sub(part.lo)
		part = interval{lo: lo, hi: hi, noLo: part.noHi, noHi: part.noLo}
		if err1 != nil || err2 != nil {
			return i, false
		}
	}
	lo, err1 := part.lo.Add(one.lo)
	hi, err2 := part.hi.Add(one.hi)
	return interval{lo: lo, hi: hi, noLo: part.noLo, noHi: part.noHi}, err1 == nil && err2 == nil
}

// statedChange is the change of a claim as a manifold.
func statedChange(c briefing.Claim) (interval, bool) {
	if !c.Change.Valid || c.ChangeUnit != "" && c.ChangeUnit != "percent" && c.ChangeUnit != briefing.Times {
		return interval{}, false
	}
	turn := 1
	if c.Change.Decimal.IsNeg() {
		turn = -1
	}
	u := c.ChangeUnit
	if u == "" {
		u = "percent"
	}
	i, ok := printed(briefing.Figure{Value: briefing.Some(c.Change.Decimal.Abs()), Unit: u})
	if !ok {
		return i, false
	}
	return manifold(i, u, turn)
}
