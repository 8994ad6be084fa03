package importer

import (
	"slices"

	"briefing/internal/briefing"
)

// A cell of the template may hold what a document says of a figure: «более
// 640 тыс. т», «7,5–8,1», «в 2,3 раза». It is taken apart as in pasted rows, as
// long as no other cell of the row says it otherwise.

// Fields of a claim that a cell of its value or its change can fill.
const (
	claimValue  = "value"
	claimUnit   = "unit"
	claimChange = "change"
)

// spoken takes apart the cells of a fact's row whose figure is not a number
// alone, and gives the entries that are left.
func (c *recorder) spoken(d briefing.Description, draft briefing.Record, es []entry, lists map[string]any) []entry {
	if d.Kind != briefing.KindFact {
		return es
	}
	cell := func(key string) *entry {
		at := slices.IndexFunc(es, func(e entry) bool { return e.list == "claims" && e.field.Key == key })
		if at < 0 {
			return nil
		}
		return &es[at]
	}
	taken := map[string]bool{}
	claim := func() *briefing.Claim { return rowOf(d, draft, "claims", lists).(*briefing.Claim) }
	if v := cell(claimValue); v != nil && c.unread(*v) && cell("low") == nil && cell("high") == nil && cell("precision") == nil {
		unit := ""
		if u := cell(claimUnit); u != nil {
			unit = u.text
		}
		if f, reason := parseFigure(v.text, unit, briefing.RU); reason == "" && !f.change.Valid && !f.signed {
			to := claim()
			to.Figure = f.figure
			if to.Wording == "" && cell("wording") == nil {
				to.Wording = oneLine(v.text)
			}
			taken[claimValue], taken[claimUnit] = true, unit != ""
		}
	}
	if v := cell(claimChange); v != nil && c.unread(*v) && cell("change_unit") == nil {
		if n, unit, ok := changeIn(v.text); ok {
			to := claim()
			to.Change, to.ChangeUnit = n, unit
			taken[claimChange] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(es), func(e entry) bool { return e.list == "claims" && taken[e.field.Key] })
}

// unread reports whether the text of an entry is not the number alone that its
// field holds.
func (c *recorder) unread(e entry) bool {
	_, reason := c.canonical(e)
	return reason == RejectNumber
}

// changeIn reads a change with its unit: «в 2,3 раза», «+4,1 п. п.», «−5 %»,
// «рост на 12 %».
func changeIn(text string) (n briefing.MaybeNumber, unit briefing.Unit, ok bool) {
	if n, ok = manifold(text); ok {
		return n, briefing.Times, true
	}
	f, reason := parseFigure(text, "", briefing.RU)
	switch u := f.figure.Unit; {
	case reason != "" || f.figure.Precision != "" || !f.figure.Value.Valid || f.change.Valid:
		return n, "", false
	case u == "percent" || u == "pp":
		return f.figure.Value, u, true
	}
	return n, "", false
}
