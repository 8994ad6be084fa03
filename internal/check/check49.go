package check

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// check49: a claim does not deny itself: its value lies in its own range, a word
// for a number («сотни») fits the number beside it, a number agrees with the only
// one in the source's words, what has not begun at the moment is no fact, and
// nothing weighs less than nothing.
func check49() Check { return Check{Number: 49, data: selfDenied} }

func selfDenied(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if f.Status == briefing.Rejected {
			continue
		}
		for _, c := range f.Printed() {
			if key, severity, args := denies(s, f, c); key != "" {
				out = append(out, Finding{
					Severity: severity, Ref: f.Ref(), Field: "claims",
					Evidence: text(key, args), Mend: text(key+".mend", nil),
				})
			}
		}
	}
	return out
}

// denies is the first thing in which a claim contradicts itself. The range beside
// a price is what it is judged by (check 5), not what it is.
func denies(s *project.Snapshot, f *briefing.Fact, c briefing.Claim) (key string, severity Severity, args func(briefing.Lang) []any) {
	g := c.Figure
	number := func(l briefing.Lang, n briefing.MaybeNumber) string {
		return lang.Figure(l, briefing.Figure{Value: n, Unit: g.Unit})
	}
	switch {
	case g.Low.Valid && g.High.Valid && g.Low.Decimal.Cmp(g.High.Decimal) > 0:
		return "check.49.range", Blocking, func(l briefing.Lang) []any { return []any{number(l, g.Low), number(l, g.High)} }
	case f.Measure != "unit-value" && g.Value.Valid && (g.Low.Valid && g.Value.Decimal.Cmp(g.Low.Decimal) < 0 || g.High.Valid && g.Value.Decimal.Cmp(g.High.Decimal) > 0):
		return "check.49.outside", Blocking, func(l briefing.Lang) []any {
			ends := briefing.Figure{Low: g.Low, High: g.High, Unit: g.Unit}
			return []any{number(l, g.Value), lang.Figure(l, ends)}
		}
	case misworded(g):
		return "check.49.word", Warning, func(l briefing.Lang) []any {
			return []any{lang.Enum(l, "precision", string(g.Precision)), number(l, g.Value)}
		}
	case g.Value.Valid && g.Value.Decimal.IsNeg() && countable(g.Unit) && f.Measure != "other":
		return "check.49.negative", Warning, func(l briefing.Lang) []any { return []any{lang.Figure(l, g)} }
	}
	if unvalued(c) {
		return "check.49.unvalued", Warning, func(briefing.Lang) []any { return []any{c.Wording} }
	}
	if q, ok := otherwise(c); ok {
		return "check.49.wording", Warning, func(l briefing.Lang) []any { return []any{lang.Figure(l, g), q} }
	}
	if start := c.Period.Start(); f.Nature == briefing.NatureFact && g.HasNumber() && !s.AsOf.IsZero() && !start.IsZero() && start.After(s.AsOf) {
		return "check.49.future", Warning, func(l briefing.Lang) []any {
			return []any{lang.Figure(l, g), lang.Period(l, c.Period), lang.Moment(l, s.AsOf)}
		}
	}
	return "", 0, nil
}

// misworded reports a word for a number beside a number that it does not stand
// for: «сотни» of 2 001.
func misworded(g briefing.Figure) bool {
	least, most := 100, 999
	switch {
	case !g.Value.Valid || g.Precision != briefing.HundredsOf && g.Precision != briefing.TensOf:
		return false
	case g.Precision == briefing.TensOf:
		least, most = 10, 99
	}
	n := g.Value.Decimal
	return n.Cmp(briefing.Whole(least)) < 0 || n.Cmp(briefing.Whole(most+1)) >= 0
}

// countable are units of what there can't be less than none of.
func countable(u briefing.Unit) bool {
	switch u.Base() {
	case "t", "kg", "pcs", "item", "person", "head", "container", "teu", "ha", "m2", "m3", "km":
		return true
	}
	return false
}

// unvalued reports a claim of which only the source's words are kept, and they tell a
// number: nothing can be printed, compared or checked by it.
func unvalued(c briefing.Claim) bool {
	if c.Wording == "" || c.Figure.Says() || c.Figure.Status != "" || c.Change.Valid {
		return false
	}
	return strings.ContainsFunc(c.Wording, unicode.IsDigit) || len(prose.InWords(scriptOf(c.Wording), c.Wording)) > 0
}

// otherwise is the only number of the claim's kind in its source's own words,
// where that is another one.
func otherwise(c briefing.Claim) (string, bool) {
	g := c.Figure
	if c.Wording == "" || !g.HasNumber() || g.IsVague() || g.Unit == "" {
		return "", false
	}
	languages := []briefing.Lang{scriptOf(c.Wording)}
	if !strings.ContainsFunc(c.Wording, unicode.IsLetter) { // "10,1 %" is written in any
		languages = briefing.Langs()
	}
	found := ""
	for _, l := range languages {
		q, same := onlyNumber(l, c)
		if same {
			return "", false
		}
		if found == "" {
			found = q
		}
	}
	return found, found != ""
}

// onlyNumber is the only number of the claim's kind in its source's words as a
// language reads them; it is the same where it agrees, or which of several is
// meant can't be told.
func onlyNumber(l briefing.Lang, c briefing.Claim) (found string, same bool) {
	for _, q := range prose.Quantities(l, c.Wording) {
		if isChange(q, c) || q.Base == "" {
			continue
		}
		if _, ok := relation(c.Figure.Unit, q.Base); !ok {
			continue
		}
		if found != "" || saysIt(c.Wording, q, c.Figure) {
			return "", true
		}
		found = c.Wording[q.From:q.End]
	}
	return found, false
}

// saysIt reports whether a quantity of the source's words is a number of the
// figure, whatever the country's way of writing it: «18 400 TEU», "1.234,5 t". Of
// a range each end is one, and «в 1,5 раза меньше» is −1.5 times.
func saysIt(wording string, q prose.Quantity, g briefing.Figure) bool {
	if sameNumber(q, g) {
		return true
	}
	const between = "., \u00a0\u2009\u202f" // digits of one number
	start := len(strings.TrimRight(wording[:q.Start], "0123456789"+between))
	run := wording[start:]
	run = strings.Trim(run[:len(run)-len(strings.TrimLeft(run, "0123456789"+between))], between)
	numbers := []briefing.Number{q.Number}
	for _, l := range briefing.Langs() {
		if n, err := lang.ParseNumberIn(l, run); err == nil {
			numbers = append(numbers, n)
		}
	}
	if n, err := lang.ParseNumber(strings.ReplaceAll(run, ".", "")); err == nil && strings.LastIndexByte(run, '.') < strings.IndexByte(run, ',') {
		numbers = append(numbers, n) // the German way
	}
	ends := []briefing.MaybeNumber{g.Value, g.Low, g.High}
	if g.Value.Valid {
		ends = ends[:1]
	}
	for _, n := range numbers {
		for _, end := range ends {
			one := briefing.Figure{Value: end, Unit: g.Unit}
			if one.Value.Valid && one.Unit.Base() == briefing.Times {
				one.Value.Decimal = one.Value.Decimal.Abs()
			}
			q.Number, q.High = n, briefing.MaybeNumber{}
			if sameNumber(q, one) {
				return true
			}
		}
	}
	return false
}
