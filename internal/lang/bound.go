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
	if c.ChangeUnit == briefing.Times {
		return timesText(l, c.Change.Decimal)
	}
	amount := Percent(l, c.Change.Decimal.Abs(), -1, false)
	if c.ChangeUnit == "pp" {
		amount = Number(l, c.Change.Decimal.Abs(), AsIs())
		if l != briefing.ZH {
			amount += nbsp
		}
		amount += Unit(l, "pp")
	}
	switch {
	case c.Change.Decimal.IsZero(): // neither way
		return amount
	case c.Change.Decimal.IsNeg():
		return T(l, "pack.change.down", amount)
	}
	return T(l, "pack.change.up", amount)
}

// timesText is a manifold change: «в 2,3 раза», "2.3-fold", 增长到2.3倍; of a
// negative one, a fall: «в 2 раза меньше», "2-fold decrease", 下降到原来的1/2.
func timesText(l briefing.Lang, n briefing.Number) string {
	key := "pack.change.times"
	if n.IsNeg() {
		key = "pack.change.fewer"
	}
	n = n.Abs().Trim(0)
	number := Number(l, n, AsIs())
	whole, _, ok := n.Int64(0)
	if ok && n.IsInt() {
		return Plural(l, key, int(whole%1000), number)
	}
	if l == briefing.ZH && key == "pack.change.fewer" { // 1/1.4 is how nobody says it
		if part, err := briefing.Whole(100).Quo(n); err == nil {
			number = Number(l, part.Round(0), AsIs())
		}
	}
	return T(l, key+".part", number)
}
