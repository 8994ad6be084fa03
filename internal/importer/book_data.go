package importer

import (
	"context"
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// dataCell is the place of a column among the cells of a row of observations,
// −1 for one that only tells what the row is.
func dataCell(column string) int {
	return slices.Index([]string{bookkey.DataValue, bookkey.DataWeight, bookkey.DataStatus}, column)
}

// dataRest is the place of all the others together.
const dataRest = 3

// dataEdits lists the columns of a row of observations that were edited; of
// the others one stands for all of them.
func (s *bookSheet) dataEdits(r *bookRow, prints []string) []int {
	var out []int
	rest, whole := -1, true
	for i, c := range s.head.Columns {
		at := dataCell(c.Key)
		switch {
		case s.at[i] < 0:
			whole = whole && at >= 0
		case at < 0:
			if rest < 0 {
				rest = i
			}
		case prints[i] != r.key.Cells[at].Print:
			out = append(out, i)
		}
	}
	all, each := bookkey.DataRest(s.head.Columns, prints)
	if was := r.key.Cells[dataRest]; whole && rest >= 0 && all != was.Print {
		if at := bookkey.RestColumn(s.head.Columns, was.Tail, each); at >= 0 {
			rest = at
		}
		out = append(out, rest)
	}
	return out
}

// dataRows are edited rows of observations, which are looked up in the project
// all at once.
type dataRows struct {
	*returning
	sheets []*sheetRows
	rows   []*bookRow
	wanted map[string][]figure.Observation
}

func (d *dataRows) wait(s *sheetRows, r *bookRow) {
	d.sheets, d.rows = append(d.sheets, s), append(d.rows, r)
}

// settle finds the observations and takes what the rows change.
func (d *dataRows) settle(ctx context.Context) error {
	if len(d.rows) == 0 {
		return nil
	}
	d.wanted = map[string][]figure.Observation{}
	for _, r := range d.rows {
		d.wanted[r.key.Key] = nil
	}
	for i, o := range d.job.o.figuresOf().All() {
		if i%progressStep == 0 && ctx.Err() != nil {
			return readError(d.job.in.Name, ctx.Err())
		}
		k := bookkey.Observation(o)
		if list, ok := d.wanted[k]; ok {
			d.wanted[k] = append(list, o)
		}
	}
	for i, r := range d.rows {
		f := d.take(d.sheets[i], r)
		if f.err != nil {
			return f.err
		}
		d.enter(d.sheets[i], r, f)
	}
	return nil
}

// observation finds what a row shows: of several with the same key, the one
// that still has its amounts.
func (d *dataRows) observation(r *bookRow) (figure.Observation, bool) {
	list := d.wanted[r.key.Key]
	for _, o := range list {
		if observed(o.Value) == r.key.Cells[0].Print && observed(o.NetWeight) == r.key.Cells[1].Print {
			return o, true
		}
	}
	if len(list) != 1 {
		return figure.Observation{}, false
	}
	return list[0], true
}

// observed is the check sum of an amount as the sheet shows it.
func observed(n briefing.MaybeNumber) string {
	if !n.Valid {
		return ""
	}
	v, ok := n.Decimal.Float64()
	if !ok {
		return ""
	}
	return bookkey.Print(bookkey.Number(v))
}

// take changes amounts and status of an observation. What tells one from
// another is not changed by a sheet: that would be another observation.
func (d *dataRows) take(s *sheetRows, r *bookRow) fate {
	o, ok := d.observation(r)
	if !ok {
		return rejectRow(RejectReference)
	}
	changed := false
	var left []int
	for _, i := range r.edits {
		c := r.cells[i]
		at := dataCell(s.head.Columns[i].Key)
		if at < 0 {
			left = append(left, i)
			continue
		}
		bad := func(reason string) fate { return rejectRow(reason).at(s.at[i] + 1).saying(c.text) }
		if at == 2 {
			st := briefing.ObsStatus(strings.ToUpper(c.text))
			if c.text != "" && !slices.Contains(briefing.ObsStatuses(), st) {
				return bad(RejectField)
			}
			switch {
			case st == o.Status:
			case bookkey.Print(string(o.Status)) != r.key.Cells[at].Print:
				return bad(RejectStale)
			default:
				o.Status, changed = st, true
			}
			continue
		}
		to := []*briefing.MaybeNumber{&o.Value, &o.NetWeight}[at]
		n, reason := amountOf(s.head.Lang, c)
		switch {
		case reason != "":
			return bad(reason)
		case n == *to || n.Valid && to.Valid && n.Decimal.Cmp(to.Decimal) == 0:
		case observed(*to) != r.key.Cells[at].Print:
			return bad(RejectStale)
		default:
			*to, changed = n, true
		}
	}
	if !o.Value.Valid && !o.NetWeight.Valid && !o.Quantity.Valid {
		return rejectRow(RejectNoValue)
	}
	for _, i := range left {
		d.leave(s, r, i, RejectDerived)
	}
	switch {
	case changed:
		o.Import, o.Line = d.job.importID(), r.line
		if err := d.figures.Append(o); err != nil {
			return rejectRow(RejectOverflow)
		}
		return stay()
	case len(left) > 0:
		return setAside(AsideUntaken)
	}
	return setAside(AsideKept)
}

// amountOf reads an amount; an empty cell is none.
func amountOf(l briefing.Lang, c bookCell) (briefing.MaybeNumber, string) {
	if c.text == "" {
		return briefing.MaybeNumber{}, ""
	}
	n, err := briefing.ParseNumber(c.text)
	if c.kind != cells.Number {
		n, err = lang.ParseNumberIn(l, c.text)
	}
	switch {
	case err != nil:
		return briefing.MaybeNumber{}, RejectNumber
	case n.IsNeg():
		return briefing.MaybeNumber{}, RejectNegative
	}
	return briefing.Some(n), ""
}
