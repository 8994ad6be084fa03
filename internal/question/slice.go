package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// asking is the work on one question.
type asking struct {
	set  *figure.Set
	q    Question
	time figure.Dimension
	dims []figure.Dimension
	// alone: no measure that is asked for looks at the base.
	alone bool

	keys    []tableKey
	covered map[tableKey][]briefing.Period // in order
	made    map[slice]map[tableKey][]figure.Group
	apart   map[tableKey][]briefing.Period // see everywhere; nil until it is asked for
}

// tableKey tells apart what is never added. The span of ranges is left out:
// periods are compared across it.
type tableKey struct {
	flow  figure.Flow
	split figure.Split
}

func keyOf(flow string, s figure.Split) tableKey {
	s.Span = ""
	return tableKey{figure.Flow(flow), s}
}

// cover finds which periods each flow and split has rows of. Goods and places
// are left out of the filter: a month in which one of them was not traded is
// no gap in the data.
func (w *asking) cover() error {
	f := w.q.Filter
	f = figure.Filter{
		Flow: f.Flow, Reporter: f.Reporter, Classification: f.Classification, Currency: f.Currency, Basis: f.Basis,
		Frequency: f.Frequency, Imports: f.Imports, Sample: f.Sample, Split: f.Split,
	}
	var err error
	w.keys, w.covered, err = w.periodsOf(f)
	return err
}

// periodsOf lists the flows and splits of the rows that a filter lets through,
// with the periods of each in order.
func (w *asking) periodsOf(f figure.Filter) (keys []tableKey, covered map[tableKey][]briefing.Period, err error) {
	groups, err := w.set.Aggregate(f, []figure.Dimension{"flow", "year", "quarter", "month"})
	if err != nil {
		return nil, nil, err
	}
	covered = map[tableKey][]briefing.Period{}
	for _, g := range groups {
		p, ok := finest(g)
		if !ok {
			continue
		}
		k := keyOf(g.Keys[0], g.Split)
		if len(covered[k]) == 0 {
			keys = append(keys, k)
		}
		if !slices.Contains(covered[k], p) {
			covered[k] = append(covered[k], p)
		}
	}
	for _, ps := range covered {
		slices.SortFunc(ps, briefing.Period.Compare)
	}
	return keys, covered, nil
}

// finest is the period of a group's rows.
func finest(g figure.Group) (briefing.Period, bool) {
	for _, s := range []string{g.Split.Span, g.Keys[3], g.Keys[2], g.Keys[1]} {
		if p, err := briefing.ParsePeriod(s); err == nil && p.Kind != briefing.NoPeriod && !p.Ambiguous() {
			return p, true
		}
	}
	return briefing.Period{}, false
}

// slice names one aggregation, so that tables of the same periods share it.
type slice struct {
	periods string
	by      string
	world   bool // rows of all countries only
	hidden  bool // rows of confidential codes only, whatever goods are asked for
}

// groups adds up what the question lets through in the periods, by the
// dimensions, for all tables at once.
func (w *asking) groups(periods []briefing.Period, by []figure.Dimension, s slice) (map[tableKey][]figure.Group, error) {
	if len(periods) == 0 {
		return nil, nil
	}
	if key, ok := w.wholeKey(periods); ok {
		return w.groupsOf(key, by, s)
	}
	for _, p := range periods {
		s.periods += p.String() + " "
	}
	for _, d := range by {
		s.by += string(d) + " "
	}
	if made, ok := w.made[s]; ok {
		return made, nil
	}
	groups, err := w.set.Aggregate(s.filter(w.q.Filter, periods), append([]figure.Dimension{"flow"}, by...))
	if err != nil {
		return nil, err
	}
	out := map[tableKey][]figure.Group{}
	for _, g := range groups {
		k := keyOf(g.Keys[0], g.Split)
		g.Keys = g.Keys[1:]
		out[k] = append(out[k], g)
	}
	w.made[s] = out
	return out, nil
}

// wholeKey is the key of the dimension of time whose covered periods are just
// these: then the tables of all keys come from one aggregation.
func (w *asking) wholeKey(periods []briefing.Period) (string, bool) {
	if w.time == "" {
		return "", false
	}
	key := figure.Observation{Period: periods[0]}.Key(w.time)
	for _, covered := range w.covered {
		for _, c := range covered {
			if slices.Contains(periods, c) != (figure.Observation{Period: c}.Key(w.time) == key) {
				return "", false
			}
		}
	}
	return key, key != ""
}

// groupsOf are the groups of one key of the dimension of time.
func (w *asking) groupsOf(key string, by []figure.Dimension, s slice) (map[tableKey][]figure.Group, error) {
	for _, d := range by {
		s.by += string(d) + " "
	}
	at := s
	at.periods = "=" + key
	if made, ok := w.made[at]; ok {
		return made, nil
	}
	all := s
	all.periods = "all"
	if _, ok := w.made[all]; !ok {
		w.made[all] = nil
		f := s.filter(w.q.Filter, nil)
		f.Period = w.q.Filter.Period
		groups, err := w.set.Aggregate(f, append([]figure.Dimension{"flow", w.time}, by...))
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			one := s
			one.periods = "=" + g.Keys[1]
			if w.made[one] == nil {
				w.made[one] = map[tableKey][]figure.Group{}
			}
			k := keyOf(g.Keys[0], g.Split)
			g.Keys = g.Keys[2:]
			w.made[one][k] = append(w.made[one][k], g)
		}
	}
	return w.made[at], nil
}

// filter narrows the question's filter to a slice.
func (s slice) filter(f figure.Filter, periods []briefing.Period) figure.Filter {
	f.Period = also(f.Period, periods)
	if s.world {
		f.Partner = figure.World
	}
	if s.hidden {
		f.Codes, f.Code, f.Group = []string{figure.HiddenCode}, nil, nil
	}
	return f
}

// also lets through rows of the periods; days are of the month they lie in.
func also(further func(briefing.Period) bool, periods []briefing.Period) func(briefing.Period) bool {
	return func(p briefing.Period) bool {
		if further != nil && !further(p) {
			return false
		}
		return slices.ContainsFunc(periods, func(of briefing.Period) bool {
			return p == of || p.Frequency() == "D" && !p.Start().Before(of.Start()) && !p.End().After(of.End())
		})
	}
}

// narrowed reports whether the question asks for some goods only.
func narrowed(f figure.Filter) bool {
	return len(f.Codes) > 0 || f.Code != nil || f.Group != nil || f.Product != nil
}

func has(dims []figure.Dimension, of ...figure.Dimension) bool {
	return slices.ContainsFunc(dims, func(d figure.Dimension) bool { return slices.Contains(of, d) })
}

func ofGoods(d figure.Dimension) bool {
	return d == "hs2" || d == "hs4" || d == "hs6" || d == "code" || d == figure.ByProduct || d == figure.ByGroup
}

// asStated reports whether a table has rows of all countries beside the others:
// added together they would count twice. Of goods that are told twice the sums
// themselves take care.
func (w *asking) asStated(k tableKey, periods []briefing.Period) (s slice, err error) {
	if w.q.Filter.Partner == "" && !has(w.dims, "partner") {
		s.world, err = w.beside(k, periods, "partner", figure.World)
	}
	return s, err
}

// alike reports whether the periods to compare with have totals beside their
// parts just as the period has; periods without rows are no obstacle.
func (w *asking) alike(k tableKey, then []briefing.Period, s slice) (bool, error) {
	if len(then) == 0 {
		return true, nil
	}
	other, err := w.asStated(k, then)
	if err != nil || other.world == s.world {
		return true, err
	}
	rows, err := w.groups(then, nil, slice{})
	return len(rows[k]) == 0, err
}

func (w *asking) beside(k tableKey, periods []briefing.Period, d figure.Dimension, stated string) (bool, error) {
	if !w.set.May(figure.Filter{Partner: stated}) { // as in most files
		return false, nil
	}
	groups, err := w.groups(periods, []figure.Dimension{d}, slice{})
	if err != nil {
		return false, err
	}
	found := slices.ContainsFunc(groups[k], func(g figure.Group) bool { return g.Keys[0] == stated })
	return found && len(groups[k]) > 1, nil
}
