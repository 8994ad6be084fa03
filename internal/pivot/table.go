package pivot

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
)

// Bounds of a pivot: beyond them a page can't be read.
const (
	MaxRows    = 60
	MaxColumns = 12
)

// Fault is why there is no pivot.
type Fault string

// Faults.
const (
	Malformed Fault = "malformed" // the definition can't be read
	BadForm   Fault = "form"      // the chart says nothing true of it, or is none
	NoRows    Fault = "no-rows"   // there are no such observations
	NoGroups  Fault = "no-groups" // the set of product groups is not there, or can't be read
	Refused   Fault = "refused"   // observations that can't be added up or compared
)

// Head is what a row or a column is of.
type Head struct {
	Kind   question.Kind
	Key    string          // of an item
	Period briefing.Period // of a time
	Stated bool            // a total that the source states, or what it leaves
}

// Cell is a cell; There is false where the data say nothing of it. Line is one
// of a table of Answer.
type Cell struct {
	There       bool
	Result      measure.Result
	Answer      *question.Answer
	Table, Line int
}

// Gap is a column that is not there, and why: a reason of package measure.
type Gap struct {
	Period briefing.Period
	Why    string
}

// Table is a pivot as it is now.
type Table struct {
	Spec    Spec
	Rows    []Head
	Columns []Head
	Cells   [][]Cell        // by row and column
	Period  briefing.Period // of all cells where no head is a time
	Gaps    []Gap
	Left    int           // columns, or rows of times, that are left out beyond the bounds
	Apart   bool          // the total has also what stands in no column
	Sample  bool          // invented rows
	Filter  figure.Filter // of the observations it is of
}

// Make computes a pivot. The bases are filters whose answers together are that
// of one, for product groups; a plain one otherwise. Invented rows are asked
// only where there are no others. Of a pivot that is Refused the table tells
// what of it can't be computed, where anything of it is there.
func Make(set *figure.Set, bases []figure.Filter, s Spec) (*Table, Fault) {
	return makeWith(set, bases, nil, s)
}

func makeWith(set *figure.Set, bases []figure.Filter, maker Maker, s Spec) (*Table, Fault) {
	if set == nil || !s.valid() {
		return nil, map[bool]Fault{true: NoRows, false: Malformed}[s.valid()]
	}
	worst := NoRows
	var refused *Table
	for _, sample := range []bool{false, true} {
		for _, base := range bases {
			if base.Classification != "" && base.Classification != s.Split.Classification {
				continue
			}
			m := making{set: set, maker: maker, spec: s, filter: s.filter(base, sample), table: &Table{Spec: s, Sample: sample}}
			fault := m.make()
			if fault == "" && m.table.empty() {
				fault = Refused
			}
			switch fault {
			case "":
				return m.table, ""
			case NoRows:
			default:
				worst, refused = fault, m.table
			}
		}
	}
	return refused, worst
}

// empty reports whether no cell has a number.
func (t *Table) empty() bool {
	return !slices.ContainsFunc(t.Cells, func(row []Cell) bool {
		return slices.ContainsFunc(row, func(c Cell) bool { return c.There && c.Result.Defined })
	})
}

// Why lists the reasons, of package measure, why cells have no number.
func (t *Table) Why() (why []string) {
	for _, row := range t.Cells {
		for _, c := range row {
			for _, reason := range c.Result.Reasons {
				if c.There && !c.Result.Defined && !slices.Contains(why, reason) {
					why = append(why, reason)
				}
			}
		}
	}
	return why
}

// filter are the observations that the pivot is of.
func (s Spec) filter(base figure.Filter, sample bool) figure.Filter {
	base.Flow, base.Reporter, base.Partner = s.Flow, s.Split.Reporter, s.Partner
	base.Currency, base.Classification, base.Frequency = s.Split.Currency, s.Split.Classification, s.Split.Frequency
	base.Area = &s.Split.Area
	if s.Of != Balance { // both flows have bases of their own
		base.Basis = s.Split.Basis
	}
	if s.Code != "" {
		base.Codes = []string{s.Code}
	}
	if s.Import != "" {
		base.Imports = []briefing.ID{s.Import}
	}
	base.Group, base.Sample = s.Group, &sample
	return base
}

// making is the work on one pivot.
type making struct {
	set    *figure.Set
	maker  Maker
	spec   Spec
	filter figure.Filter
	table  *Table
}

func (m *making) make() Fault {
	fault := Fault("")
	switch s := m.spec; {
	case Timed(s.Columns):
		fault = m.overTime(s.Rows, s.Columns)
	case Timed(s.Rows):
		if fault = m.overTime(s.Columns, s.Rows); fault == "" {
			m.turn()
		}
	default:
		fault = m.across()
	}
	return fault
}

// ask answers by the dimensions, and gives which tables of the answer are of
// the set of rows that the pivot is of.
func (m *making) ask(f figure.Filter, items [][]string, by ...figure.Dimension) (*question.Answer, []int, Fault) {
	q := question.Question{By: by, Filter: f, Period: m.spec.Period, Measures: []string{m.spec.Of}, Items: items, Maker: m.maker}
	if m.spec.Of == question.Weight {
		q.Amount = measure.Weight
	}
	a, err := question.Ask(m.set, q)
	if err != nil {
		return nil, nil, Refused
	}
	var mine []int
	for i := range a.Tables {
		if t := &a.Tables[i]; t.Flow == m.spec.Flow && t.Split == m.spec.Split {
			mine = append(mine, i)
		}
	}
	if len(mine) == 0 {
		return nil, nil, NoRows
	}
	return &a, mine, ""
}

// itemsOf lists the items of tables, of the last one by size first, then those
// that only earlier ones have.
func itemsOf(a *question.Answer, tables []int) [][]string {
	var out [][]string
	for _, i := range slices.Backward(tables) {
		for _, l := range a.Tables[i].Lines {
			if l.Kind == question.Item && !slices.ContainsFunc(out, func(k []string) bool { return slices.Equal(k, l.Keys) }) {
				out = append(out, l.Keys)
			}
		}
	}
	return out
}

// first keeps the items that are told one by one; cut is set where there are
// others.
func (m *making) first(items [][]string) (told [][]string, cut bool) {
	n := m.spec.Top
	if n == 0 || n > MaxRows {
		n = MaxRows
	}
	if Timed(m.spec.Rows) { // the items are columns, and one is for the rest and one for the total
		n = min(n, MaxColumns-2)
	}
	if len(items) <= n {
		return items, false
	}
	return items[:n], true
}

// overTime sets items in rows and times in columns.
func (m *making) overTime(item, time figure.Dimension) Fault {
	a, mine, fault := m.ask(m.filter, nil, item, time)
	if fault != "" {
		return fault
	}
	mine = m.answered(a, mine)
	most := MaxColumns
	if Timed(m.spec.Rows) {
		most = MaxRows
	}
	if n := len(mine) - most; n > 0 {
		m.table.Left, mine = n, mine[n:]
	}
	if len(mine) == 0 {
		return m.unanswered()
	}
	if items, cut := m.first(itemsOf(a, mine)); cut {
		n := len(mine)
		if a, mine, fault = m.ask(m.filter, items, item, time); fault != "" {
			return fault
		}
		m.table.Gaps = nil
		mine = m.answered(a, mine)
		mine = mine[len(mine)-n:]
	}
	order := itemsOf(a, mine)
	for _, i := range mine {
		m.column(Head{Kind: question.Item, Period: a.Tables[i].Period}, a, i, false)
	}
	m.sort(order)
	from, to := a.Tables[mine[0]].Period, a.Tables[mine[len(mine)-1]].Period
	m.table.Filter = m.filter
	m.table.Filter.From, m.table.Filter.To = from.Start(), to.End()
	return ""
}

// answered leaves the tables that have lines; of the others it notes why they
// have none.
func (m *making) answered(a *question.Answer, tables []int) []int {
	var out []int
	for _, i := range tables {
		switch t := &a.Tables[i]; {
		case t.Why != "":
			m.table.Gaps = append(m.table.Gaps, Gap{t.Period, t.Why})
		case len(t.Lines) > 0:
			out = append(out, i)
		}
	}
	return out
}

func (m *making) unanswered() Fault {
	if len(m.table.Gaps) > 0 {
		return Refused
	}
	return NoRows
}

// across sets items in rows and others in columns, of one period, or has one
// column.
func (m *making) across() Fault {
	s := m.spec
	a, mine, fault := m.ask(m.filter, nil, s.Rows)
	if fault != "" {
		return fault
	}
	if mine = m.answered(a, mine); len(mine) == 0 {
		return m.unanswered()
	}
	items, cut := m.first(itemsOf(a, mine))
	if cut {
		if a, mine, fault = m.ask(m.filter, items, s.Rows); fault != "" {
			return fault
		}
	}
	whole := &a.Tables[mine[0]]
	m.table.Period = whole.Period
	if s.Columns != "" {
		if fault = m.columns(items); fault != "" {
			return fault
		}
	}
	head := Head{Kind: question.Total}
	if s.Columns == "" {
		head = Head{Kind: question.Item, Period: whole.Period}
	}
	m.column(head, a, mine[0], false)
	m.sort(items)
	m.table.Filter = m.filter
	m.table.Filter.From, m.table.Filter.To = whole.Period.Start(), whole.Period.End()
	return ""
}

// columns sets a column for each of the largest items of the dimension.
func (m *making) columns(items [][]string) Fault {
	s := m.spec
	a, mine, fault := m.ask(m.filter, nil, s.Columns)
	if fault != "" {
		return fault
	}
	if mine = m.answered(a, mine); len(mine) == 0 {
		return m.unanswered()
	}
	keys := itemsOf(a, mine)
	for _, l := range a.Tables[mine[0]].Lines {
		m.table.Apart = m.table.Apart || l.Kind == question.Unallocated || l.Kind == question.Hidden
	}
	if n := len(keys) - (MaxColumns - 1); n > 0 {
		m.table.Left, keys = n, keys[:MaxColumns-1]
	}
	for _, key := range keys {
		f, ok := question.Narrow(m.filter, s.Columns, key[0])
		if !ok {
			return Refused
		}
		of, own, fault := m.ask(f, items, s.Rows)
		if fault == Refused {
			return fault
		}
		head := Head{Kind: question.Item, Key: key[0]}
		at := -1
		if fault == "" && len(of.Tables[own[0]].Lines) > 0 {
			at = own[0]
		}
		m.column(head, of, at, true)
	}
	return ""
}
