package whence

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// ofInput is the derivation of a sum that a measure took in.
func (w *World) ofInput(in measure.Input, f figure.Filter) Node {
	q := measure.Quantity{Figure: in.Figure, Period: in.Period, Scope: in.Scope}
	n := Node{Kind: Sum, Measure: cmp.Or(in.Scope.Measure, string(measure.Value)), Result: measure.Plain(in.Scope.Measure, q)}
	s := in.Scope
	var keep func(figure.Observation) bool
	set := func(to *string, v string) {
		if *to == "" {
			*to = v
		}
	}
	if f.Flow == "" {
		f.Flow = figure.Flow(s.Flow)
	}
	set(&f.Reporter, s.Reporter)
	set(&f.Region, s.Region)
	set(&f.Partner, s.Partner)
	set(&f.Province, s.Province)
	set(&f.Currency, s.Currency)
	set(&f.Classification, s.Classification)
	if len(f.Codes) == 0 && s.Codes != "" {
		f.Codes = strings.Fields(s.Codes)
	}
	partners := strings.Fields(f.Partner)
	if len(partners) > 1 { // of several together
		f.Partner = ""
		keep = func(o figure.Observation) bool { return slices.Contains(partners, o.Partner) }
	}
	period := in.Period
	further := f.Period
	f.Period = func(p briefing.Period) bool {
		if further != nil && !further(p) {
			return false
		}
		return p == period || !p.Start().IsZero() && !p.Start().Before(period.Start()) && !p.End().After(period.End())
	}
	for _, k := range []Key{
		{"flow", string(f.Flow), ""},
		{"reporter", f.Reporter, ""},
		{"region", f.Region, ""},
		{"partner", cmp.Or(f.Partner, s.Partner), ""},
		{"province", f.Province, ""},
		{"code", strings.Join(f.Codes, " "), s.Classification},
	} {
		if k.Value != "" {
			n.Keys = append(n.Keys, k)
		}
	}
	if period.Kind != briefing.NoPeriod {
		w.rows(&n, w.oneFrequency(f, in, partners), nil, keep)
	}
	return n
}

// oneFrequency narrows a filter to rows of one frequency: a year that is stated
// and its months say the same twice. It is the one that the sum is of or, where
// none adds up to it, the coarsest there is. partners are those that it is of,
// where the filter lets through others too.
func (w *World) oneFrequency(f figure.Filter, in measure.Input, partners []string) figure.Filter {
	if f.Frequency != "" || f.Split != nil && f.Split.Frequency != "" {
		return f
	}
	found := f
	for _, frequency := range []string{"D", "M", "Q", "S", "A", "R"} {
		f.Frequency = frequency
		groups, err := w.Figures.Aggregate(f, []figure.Dimension{"partner"})
		if len(partners) > 1 {
			groups = slices.DeleteFunc(groups, func(g figure.Group) bool { return !slices.Contains(partners, g.Keys[0]) })
		}
		if err != nil || len(groups) == 0 {
			continue
		}
		found = f
		if slices.ContainsFunc(groups, func(g figure.Group) bool { return g.Split != groups[0].Split }) {
			continue
		}
		all, err := figure.Merge(groups...)
		if err != nil {
			continue
		}
		sum := all.Value
		if in.Scope.Measure == string(measure.Weight) {
			sum = all.Weight
		}
		if sum.Valid && in.Figure.Value.Valid && sum.Decimal.Cmp(in.Figure.Value.Decimal) == 0 {
			return f
		}
	}
	return found
}

// rows tells the rows that the filter lets through, that a sum by the dimensions
// is of, and that are to be kept; nil keeps all.
func (w *World) rows(n *Node, f figure.Filter, by []figure.Dimension, keep func(figure.Observation) bool) {
	at := map[briefing.ID]int{}
	imports := map[briefing.ID]*briefing.Import{}
	for _, i := range w.Imports {
		imports[i.ID] = i
	}
	if w.Rows == 0 && keep == nil && !w.Figures.LeavesOut(f, by) { // nobody asks for the rows themselves
		w.files(n, f, imports)
		return
	}
	for _, o := range w.Figures.Summed(f, by) {
		if keep != nil && !keep(o) {
			continue
		}
		i, ok := at[o.Import]
		if !ok {
			i = len(n.Files)
			at[o.Import] = i
			file := File{Import: o.Import, First: o.Line}
			if imp := imports[o.Import]; imp != nil {
				file.Name, file.Source = imp.File, imp.Source
			}
			n.Files = append(n.Files, file)
		}
		file := &n.Files[i]
		file.Rows++
		file.First, file.Last = min(file.First, o.Line), max(file.Last, o.Line)
		row := Row{Observation: o, File: file.Name}
		n.All++
		if row.Amount(n.Measure).Valid {
			n.With++
		}
		w.keep(n, row)
	}
	slices.SortStableFunc(n.Files, func(a, b File) int { return cmp.Compare(b.Rows, a.Rows) })
	n.Rows = w.largest(n, n.Rows)
}

// files is rows without the rows.
func (w *World) files(n *Node, f figure.Filter, imports map[briefing.ID]*briefing.Import) {
	for _, o := range w.Figures.Origins(f) {
		file := File{Import: o.Import, First: o.First, Last: o.Last, Rows: o.Rows}
		if imp := imports[o.Import]; imp != nil {
			file.Name, file.Source = imp.File, imp.Source
		}
		n.Files = append(n.Files, file)
		n.All += o.Rows
		if n.Measure == string(measure.Weight) {
			n.With += o.WeightRows
		} else {
			n.With += o.ValueRows
		}
	}
	slices.SortStableFunc(n.Files, func(a, b File) int { return cmp.Compare(b.Rows, a.Rows) })
}

// keyed keeps rows that have the keys.
func keyed(f figure.Filter, keys map[figure.Dimension]string) func(figure.Observation) bool {
	return func(o figure.Observation) bool {
		for d, key := range keys {
			if o.KeyIn(&f, d) != key {
				return false
			}
		}
		return true
	}
}

// keep adds a row, and lets the smallest go when there are too many.
func (w *World) keep(n *Node, row Row) {
	if w.Rows == 0 {
		return
	}
	n.Rows = append(n.Rows, row)
	if w.Rows > 0 && len(n.Rows) >= 2*w.Rows+1024 {
		n.Rows = w.largest(n, n.Rows)
	}
}

// largest are the rows by size, those of one size as they stand in the file.
func (w *World) largest(n *Node, rows []Row) []Row {
	slices.SortStableFunc(rows, func(a, b Row) int { return briefing.LargestFirst(a.Amount(n.Measure), b.Amount(n.Measure)) })
	if w.Rows > 0 && len(rows) > w.Rows {
		rows = rows[:w.Rows]
	}
	return rows
}
