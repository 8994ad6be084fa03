package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// A file in millions with one decimal states a total of its own: what its rounded
// rows come to is another number by a digit. The rows are what is stored and added
// up, so the note of the import keeps what the source states, for whoever prints
// the sum.

// Keys of the notes on such totals; the first has one argument: whose total it is,
// and what the source says.
const (
	noteRounded     = "importer.note.rounded"
	noteRoundedMany = "importer.note.rounded.many"
)

// mostRounded is of how many totals a note tells one by one.
const mostRounded = 12

// roundedTotals are the totals of all goods that the rounding of the rows sets
// apart from their sum.
func (r *Report) roundedTotals() (out []CheckTotal) {
	for _, c := range r.Totals {
		d := c.Difference()
		of := (c.Flow == figure.Export || c.Flow == figure.Import) && c.Code == "" && c.Product == "" && c.Name == "" && !c.Part && !c.Withheld
		if of && d.Valid && !d.Decimal.IsZero() && d.Decimal.Abs().Cmp(c.Rounded) <= 0 {
			out = append(out, c)
		}
	}
	return out
}

// roundedNotes tell what the source states where its rounded rows come to
// something else.
func (r *Report) roundedNotes(l briefing.Lang) (out []string) {
	all := r.roundedTotals()
	if len(all) > mostRounded {
		return []string{lang.T(l, noteRoundedMany)}
	}
	several := slices.ContainsFunc(all, func(c CheckTotal) bool { return c.Partner != all[0].Partner })
	for _, c := range all {
		partner := ""
		if several {
			partner = c.Partner
		}
		out = append(out, lang.T(l, noteRounded, lang.StatedTotal(l, string(c.Flow), partner, c.Period)+amountText(l, c.Stated, c.Currency)))
	}
	return out
}

// amountText is an amount of whole units of a currency in the largest of thousands,
// millions and so on that it holds, no digit lost.
func amountText(l briefing.Lang, n briefing.Number, currency string) string {
	unit := briefing.Unit(strings.ToLower(currency))
	powers := []int{12, 9, 6, 3}
	if l == briefing.ZH {
		powers = []int{8, 4}
	}
	for _, p := range powers {
		step := briefing.Num("1" + strings.Repeat("0", p))
		if n.Abs().Cmp(step) < 0 {
			continue
		}
		if q, err := n.Quo(step); err == nil {
			return lang.Figure(l, briefing.Figure{Value: briefing.Some(q.Trim(0)), Unit: unit.WithPower(p)})
		}
	}
	return lang.Figure(l, briefing.Figure{Value: briefing.Some(n.Trim(0)), Unit: unit})
}
