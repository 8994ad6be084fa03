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

// Change is the change that a claim states, «+29,3 %», 增长29.3%; empty when
// none is stated.
func Change(l briefing.Lang, c briefing.Claim) string {
	if !c.Change.Valid {
		return ""
	}
	if c.ChangeUnit == "pp" {
		return Number(l, c.Change.Decimal, NumberStyle{Decimals: -1, Signed: true}) + nbsp + Unit(l, "pp")
	}
	key := "pack.change.up"
	if c.Change.Decimal.IsNeg() {
		key = "pack.change.down"
	}
	return T(l, key, Percent(l, c.Change.Decimal.Abs(), -1, false))
}
