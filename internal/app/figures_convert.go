package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Conversion is a row's value in another currency, with the rates that were
// used. The row's own value stays what the source says.
type Conversion struct {
	Currency string
	Value    briefing.MaybeNumber // absent when some of the rows have no stated rate
	Rates    []briefing.Rate      // used, in their order in time
}

// importRecords are the records of all imports.
func (p *Project) importRecords() (out []briefing.Import) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			out = append(out, *i)
		}
	})
	return out
}

// ratesOf are the stated rates between two currencies of each import, the
// narrowest date first, a day's rate last.
func (p *Project) ratesOf(from, to string) map[briefing.ID][]briefing.Rate {
	out := map[briefing.ID][]briefing.Rate{}
	for _, i := range p.importRecords() {
		for _, text := range i.Said("rate") {
			if r, err := briefing.ParseStoredRate(text); err == nil && r.From == from && r.To == to {
				out[i.ID] = append(out[i.ID], r)
			}
		}
		slices.SortStableFunc(out[i.ID], func(a, b briefing.Rate) int { return breadth(a) - breadth(b) })
	}
	return out
}

func breadth(r briefing.Rate) int {
	if months, ok := r.Date.Months(); ok {
		return months
	}
	return 1000
}

// converting converts rows that are not in the currency asked for, each part
// of a row by the rate of its import and period; the others stay as they are. sums adds up a query.
func (p *Project) converting(q Query, rows []Row, sums func(Query) ([]Row, error)) error {
	parts := map[string]map[string]*converted{} // by currency and row
	for i := range rows {
		r := &rows[i]
		from := r.Split.Currency
		if from == "" || !r.Value.Valid {
			continue
		}
		if from == q.In {
			r.Converted = &Conversion{Currency: q.In, Value: r.Value}
			continue
		}
		if parts[from] == nil {
			var err error
			if parts[from], err = p.convertedParts(q, from, sums); err != nil {
				return err
			}
		}
		r.Converted = &Conversion{Currency: q.In}
		c := parts[from][rowKey(r)]
		if c == nil {
			continue
		}
		if r.Converted.Rates = c.rates; c.rows == r.Rows {
			r.Converted.Value = briefing.Some(c.value)
		}
	}
	return nil
}

// converted is what could be converted of a row.
type converted struct {
	rows  int
	value briefing.Number
	rates []briefing.Rate
}

func rowKey(r *Row) string {
	s := r.Split
	return strings.Join(append(slices.Clone(r.Keys), s.Reporter, s.Currency, s.Basis, s.Classification, s.Frequency, s.Span, s.Area), "\x00")
}

func (p *Project) convertedParts(q Query, from string, sums func(Query) ([]Row, error)) (map[string]*converted, error) {
	out := map[string]*converted{}
	rates := p.ratesOf(from, q.In)
	for _, i := range p.importRecords() { // in the order of the records, so that rates are too
		for n, rate := range rates[i.ID] {
			part := q
			part.In = ""
			part.Filter.Imports, part.Filter.Currency = []briefing.ID{i.ID}, from
			part.Filter.Period = chosen(rates[i.ID], n, q.Filter.Period)
			rows, err := sums(part)
			if err != nil {
				return nil, err
			}
			for k := range rows {
				if err := take(out, &rows[k], rate); err != nil {
					return nil, err
				}
			}
		}
	}
	return out, nil
}

// take adds one part of a row, converted by its rate.
func take(out map[string]*converted, r *Row, rate briefing.Rate) error {
	key := rowKey(r)
	c := out[key]
	if c == nil {
		c = &converted{}
		out[key] = c
	}
	c.rows += r.Rows
	if !r.Value.Valid {
		return nil
	}
	v, err := rate.Convert(r.Value.Decimal)
	if err != nil {
		return err
	}
	if c.value, err = c.value.Add(v); err != nil {
		return &briefing.Error{Code: briefing.CodeOverflow, Op: "convert", Err: err}
	}
	if !slices.Contains(c.rates, rate) {
		c.rates = append(c.rates, rate)
		slices.SortStableFunc(c.rates, func(a, b briefing.Rate) int { return a.Date.Compare(b.Date) })
	}
	return nil
}

// chosen tells the periods that the n-th of the rates is used for: those that
// no narrower one covers.
func chosen(rates []briefing.Rate, n int, further func(briefing.Period) bool) func(briefing.Period) bool {
	return func(p briefing.Period) bool {
		for _, r := range rates[:n] {
			if r.Covers(p) {
				return false
			}
		}
		return rates[n].Covers(p) && (further == nil || further(p))
	}
}

// within reports whether any row is of the period; a helper of stated rates
// that would never be used.
func within(set *figure.Set, r briefing.Rate) bool {
	for range set.Rows(figure.Filter{Currency: r.From, Period: r.Covers}) {
		return true
	}
	return false
}
