package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Span is what of the year the answer is about.
type Span string

// Spans. A period is a year, a quarter or a month; of a year that is not over,
// the months there are.
const (
	InPeriod Span = "period"
	ToDate   Span = "ytd"        // from January, against the same months
	Rolling  Span = "rolling-12" // the last twelve months, against the twelve before them
)

// Question asks for sums of observations and what measures say of them.
type Question struct {
	By     []figure.Dimension // what makes a line; year, quarter or month make a table each
	Filter figure.Filter
	Span   Span            // empty: InPeriod
	Period briefing.Period // the period, or that the span ends with; none: the latest
	Base   briefing.Period // year to compare with; none: the year before
	// Measures are keys of columns: see Columns. Balance and cover, with
	// exports and imports, are asked for by themselves.
	Measures []string
	Amount   measure.Amount   // what is compared and ranked; empty: the value
	Over     figure.Dimension // items of concentration and of price indices within a line; empty: code
	Top      int              // lines shown before the rest; 0: all
	// Items, when it is not nil, are the keys of the lines that are shown one by
	// one, in this order, whatever their size; all others are the rest.
	Items [][]string
	// Against is the reporter whose trade a line is held against by measures that
	// compare with others; empty: the whole country for a region, the world for a
	// country. All are the rows where it is looked for; nil: those that are asked.
	Against string
	All     *figure.Set
	// Maker tells who made an import. Sums of different goods of different makers
	// are not compared; without it all rows are taken for one source's.
	Maker func(briefing.ID) string
}

// Kind tells what a line is.
type Kind string

// Kinds of lines, in the order they stand in.
const (
	Item        Kind = "item"
	Rest        Kind = "rest"        // all items after the first Top
	Unallocated Kind = "unallocated" // rows that don't tell, and what parts lack to a stated total
	Hidden      Kind = "hidden"      // rows whose commodity code is confidential
	Total       Kind = "total"       // as the source states it, else the exact sum of the lines above
	OfHidden    Kind = "of-hidden"   // confidential codes within the total
	Outside     Kind = "outside"     // confidential codes that may hold more of the goods asked for
)

// Line is one line of an answer.
type Line struct {
	Kind    Kind
	Keys    []string         // by the dimensions of the table; of items and what is not allocated
	Count   int              // of a rest: how many items it holds
	Now     figure.Group     // of a balance: exports
	Then    figure.Group     // of a balance: imports
	HasNow  bool             // there are rows of the period
	HasThen bool             // there are rows of the base
	Stated  bool             // of a total or what it leaves: stated by the source
	Results []measure.Result // one for each of the measures asked for
	Of      briefing.Ref     // in a table of records: the plan, the facility's limit, the fact
	At      briefing.Period  // in a table of records: of the actual
}

// Table is the lines that may be added to each other: of one flow, reporter,
// currency, basis, classification and frequency.
type Table struct {
	By     []figure.Dimension // without those of time
	Flow   figure.Flow        // empty in a table of balances
	Split  figure.Split
	Period briefing.Period // as far as there are data: of ten months, those
	Base   briefing.Period
	Why    string // there is no answer for this period, a reason of package measure
	Notes  []string
	// Regions are those that the rows of the period are of; nil where they are
	// of the country.
	Regions []string
	Lines   []Line
	// OfRecords says that the lines are of facts and no sums of rows.
	OfRecords bool

	now, then []briefing.Period // of the rows
	filter    figure.Filter     // of the rows, without period
}

// Answer is what is known of a question.
type Answer struct {
	Question Question
	Tables   []Table
	Aside    int // rows of other parts of a country than the one that is asked about
}

// Plain columns beside the measures.
const (
	Value   = "value"
	Weight  = "weight"
	Exports = "exports"
	Imports = "imports"
)

// Columns lists what may be asked for, in the order it is offered.
func Columns() []string {
	out := []string{Value, Weight}
	for _, m := range measure.All() {
		if _, ok := computed()[m.Key]; ok || overItems(m.Key) || Related(m.Key) || spanOf(m.Key) != "" {
			out = append(out, m.Key)
		}
	}
	return append(out, Balances()...)
}

// Balances lists the columns that set exports against imports: they stand by
// themselves.
func Balances() []string { return []string{Exports, Imports, "balance", "cover"} }

func balanced(key string) bool { return slices.Contains(Balances(), key) }

// Ask answers the question. Dimensions and measures that are none, two
// dimensions of time, and balances mixed with other measures are CodeUsage;
// what Aggregate refuses is refused.
func Ask(set *figure.Set, q Question) (Answer, error) {
	q, times, dims, err := settled(q)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Question: q}
	if set.Len() == 0 {
		return a, nil
	}
	w := &asking{set: set, q: q, time: times, dims: dims, alone: alone(q), made: map[slice]map[tableKey][]figure.Group{}}
	if err := w.cover(); err != nil {
		return a, err
	}
	if slices.ContainsFunc(q.Measures, balanced) {
		a.Tables, err = w.balances()
		return a, err
	}
	for _, k := range w.keys {
		for _, p := range w.periods(k) {
			t, err := w.table(k, p)
			if err != nil {
				return a, err
			}
			if len(t.Lines) > 0 || t.Why != "" {
				a.Tables = append(a.Tables, t)
			}
		}
	}
	return a, nil
}

// ofNow reports whether a column is of the period alone, whatever was before.
func ofNow(key string) bool {
	switch key {
	case Value, Weight, "share", "unit-value", "rank", "hhi", "hhi-normalised", "effective-number":
		return true
	}
	return spanOf(key) != "" || Related(key) && !strings.HasPrefix(key, "cms-")
}

// spanOf is the span that a measure is the sum of; empty of any other.
func spanOf(key string) Span {
	switch key {
	case "ytd":
		return ToDate
	case "rolling-12":
		return Rolling
	}
	return ""
}

// alone reports whether nothing that is asked for needs a base: then lines are
// those of the period, and what only the base had is none of them.
func alone(q Question) bool {
	return q.Base.Kind == briefing.NoPeriod && !slices.ContainsFunc(q.Measures, func(m string) bool { return !ofNow(m) })
}

// settled puts the usual where the question leaves it open, and refuses what
// can't be asked.
func settled(q Question) (out Question, time figure.Dimension, dims []figure.Dimension, err error) {
	bad := func(what string) error { return &briefing.Error{Code: briefing.CodeUsage, Op: "ask", Path: what} }
	for _, d := range q.By {
		switch {
		case !d.Valid() || d == figure.ByGroup && q.Filter.GroupOf == nil:
			return q, "", nil, bad(string(d))
		case d == "year" || d == "quarter" || d == "month":
			if time != "" {
				return q, "", nil, bad(string(d))
			}
			time = d
		case d == "flow" || d == "reporter" || d == "classification" || d == "currency" || d == "basis":
			// each makes tables of its own anyway
		default:
			dims = append(dims, d)
		}
	}
	for _, m := range q.Measures { // a sum of a span is of that span
		span := spanOf(m)
		if span == "" {
			continue
		}
		if q.Span != "" && q.Span != InPeriod && q.Span != span {
			return q, "", nil, bad(m)
		}
		q.Span = span
	}
	if q.Span == "" {
		q.Span = InPeriod
	}
	if time != "" && q.Span != InPeriod {
		return q, "", nil, bad(string(q.Span))
	}
	if len(q.Measures) == 0 {
		q.Measures = []string{Value, Weight, "growth"}
	}
	n := 0
	for _, m := range q.Measures {
		if !slices.Contains(Columns(), m) {
			return q, "", nil, bad(m)
		}
		if balanced(m) {
			n++
		}
	}
	if n > 0 && (n < len(q.Measures) || q.Filter.Flow != "") {
		return q, "", nil, bad("balance")
	}
	if q.Amount == "" {
		q.Amount = measure.Value
	}
	if q.Over == "" {
		q.Over = "code"
	}
	if !q.Over.Valid() || q.Over == figure.ByGroup && q.Filter.GroupOf == nil {
		return q, "", nil, bad(string(q.Over))
	}
	return q, time, dims, nil
}
