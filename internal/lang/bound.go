package lang

import "briefing/internal/briefing"

// Bound prints the figure of a claim in the place of a binding: "" whole with
// its word of precision, "value" without the word, "number" the number alone,
// "change" the change that the source states, "period" the period. It is empty
// where the claim has no such thing in the language. A form that is not known
// prints the whole figure.
func Bound(l briefing.Lang, c briefing.Claim, form string) string {
	switch form {
	case "number":
		return FigureParts(l, c.Figure).Number
	case "value":
		c.Figure.Precision = briefing.Exact
		return Figure(l, c.Figure)
	case "change":
		return Change(l, c)
	case "period":
		return Period(l, c.Period)
	}
	return Figure(l, c.Figure)
}

// Change is the change that a claim states, «+29,3 %», «в 2,3 раза», 增长29.3%;
// empty when none is stated.
func Change(l briefing.Lang, c briefing.Claim) string {
	if !c.Change.Valid {
		return ""
	}
	if c.ChangeUnit == "pp" {
		return Number(l, c.Change.Decimal, NumberStyle{Decimals: -1, Signed: true}) + nbsp + Unit(l, "pp")
	}
	if c.ChangeUnit == briefing.Times {
		return timesText(l, c.Change.Decimal)
	}
	key := "pack.change.up"
	if c.Change.Decimal.IsNeg() {
		key = "pack.change.down"
	}
	return T(l, key, Percent(l, c.Change.Decimal.Abs(), -1, false))
}

// timesText is a manifold change: «в 2,3 раза», "2.3 times", 增长到2.3倍; of a
// negative one, a fall: «в 2 раза меньше».
func timesText(l briefing.Lang, n briefing.Number) string {
	key := "pack.change.times"
	if n.IsNeg() {
		key = "pack.change.fewer"
	}
	n = n.Abs().Trim(0)
	number := Number(l, n, AsIs())
	whole, frac, ok := n.Int64(0)
	if !ok || frac != 0 {
		return T(l, key+".part", number)
	}
	return Plural(l, key, int(whole%1000), number)
}
