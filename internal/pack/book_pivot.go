package pack

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Bounds of a pivot: beyond them it would be as hard to read as the rows.
const (
	pivotRows    = 5000
	pivotColumns = 240
)

// pivotFields are the columns of observations that tell amounts apart which
// must not be added to one another; the period is the field across.
var pivotFields = []string{"flow", "reporter_name", "region", "partner_name", "classification", "code", "product", "currency", "basis", "stamp"}

const pivotAcross = "period"

// pivot adds the observations up for a pivot table: a row for each combination
// of what tells them apart, a column for each period. It is nil where there is
// nothing to add up or too much to show.
func (b *builder) pivot(data *document.Table) (document.Table, *document.Pivot) {
	sum := b.pivotSum()
	if sum == "" {
		return document.Table{}, nil
	}
	p, ok := gather(data, sum)
	if !ok {
		return document.Table{}, nil
	}
	column := func(key string) document.Column { return data.Columns[columnOf(data, key)] }
	pivot := &document.Pivot{Of: data.ID, Across: pivotAcross, Sum: sum}
	keep := p.varying()
	t := document.Table{ID: "PIVOT", Title: b.t("book.pivot_title", strings.TrimSpace(column(sum).Title)), Stamp: data.Stamp, Source: data.Source}
	for i, key := range pivotFields {
		switch {
		case slices.Contains(keep, i):
			pivot.Rows = append(pivot.Rows, key)
			t.Columns = append(t.Columns, column(key))
		case p.items[i] != "":
			pivot.Only = append(pivot.Only, document.PivotItem{Key: key, Item: p.items[i]})
		}
	}
	for _, period := range p.across {
		t.Columns = append(t.Columns, document.Column{Key: period, Title: period, Kind: document.NumberColumn, Decimals: -1})
	}
	for _, key := range p.keys {
		row := document.Row{}
		for _, i := range keep {
			row.Cells = append(row.Cells, document.Txt(key[i]))
		}
		for _, period := range p.across {
			row.Cells = append(row.Cells, document.Cell{Number: p.sums[pivotCell{key, period}]})
		}
		t.Rows = append(t.Rows, row)
	}
	return t, pivot
}

// pivotSum is the column that is added up: the value, or the weight where no
// observation has a value.
func (b *builder) pivotSum() string {
	weight := ""
	for _, o := range b.s.Figures.All() {
		if o.Value.Valid {
			return "value"
		}
		if o.NetWeight.Valid {
			weight = "weight"
		}
	}
	return weight
}

func columnOf(t *document.Table, key string) int {
	return slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.Key == key })
}

// pivotKey is what tells observations apart, by pivotFields.
type pivotKey [10]string

type pivotCell struct {
	key    pivotKey
	across string
}

// gathered are the sums of a pivot; keys and across are in order.
type gathered struct {
	keys   []pivotKey
	across []string
	sums   map[pivotCell]briefing.MaybeNumber
	items  pivotKey // of the first row
}

// gather adds rows up; ok is false when there are too many kinds of them, or a
// sum is beyond what a number holds.
func gather(data *document.Table, sum string) (p gathered, ok bool) {
	var at [len(pivotKey{})]int
	for i, key := range pivotFields {
		at[i] = columnOf(data, key)
	}
	across, value := columnOf(data, pivotAcross), columnOf(data, sum)
	p.sums = map[pivotCell]briefing.MaybeNumber{}
	keys, periods := map[pivotKey]bool{}, map[string]bool{}
	var scratch document.Row
	for r := range data.Len() {
		row := data.Row(r, &scratch)
		cell := pivotCell{across: row.Cells[across].Text}
		for i, c := range at {
			cell.key[i] = row.Cells[c].Text
		}
		if r == 0 {
			p.items = cell.key
		}
		keys[cell.key], periods[cell.across] = true, true
		if len(keys) > pivotRows || len(periods) > pivotColumns {
			return p, false
		}
		n := row.Cells[value].Number
		if !n.Valid {
			continue
		}
		total, err := p.sums[cell].Decimal.Add(n.Decimal)
		if err != nil {
			return p, false
		}
		p.sums[cell] = briefing.Some(total)
	}
	for k := range keys {
		p.keys = append(p.keys, k)
	}
	slices.SortFunc(p.keys, func(x, y pivotKey) int { return slices.Compare(x[:], y[:]) })
	for period := range periods {
		p.across = append(p.across, period)
	}
	slices.SortFunc(p.across, cmp.Compare[string])
	return p, len(p.keys) > 0
}

// varying are the fields with several items. One field makes rows in any case.
func (p *gathered) varying() []int {
	var out []int
	for i := range p.items {
		if slices.ContainsFunc(p.keys, func(k pivotKey) bool { return k[i] != p.items[i] }) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		out = append(out, slices.Index(pivotFields, "code"))
	}
	return out
}
