package app

import (
	"cmp"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// byTime is figures where months or quarters are asked for and some rows are of
// longer periods. Those keep a line for each of their own periods, a quarter or
// a year, under it: they are never spread over months, nor years added to each
// other for want of one.
func byTime(pr *project.Project, q Query) ([]Row, error) {
	rows, err := figures(pr, q)
	at, steps := longer(q.By)
	if err != nil || at < 0 || !slices.ContainsFunc(rows, func(r Row) bool { return r.Keys[at] == "" }) {
		return rows, err
	}
	asked := q.By[at]
	rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Keys[at] == "" })
	further := q.Filter.Period
	for i, step := range append(steps, "") {
		some := q
		some.By = slices.Clone(q.By)
		some.By[at] = cmp.Or(step, asked) // what is within no year stays under the empty key
		some.Filter.Period = func(p briefing.Period) bool {
			if further != nil && !further(p) {
				return false
			}
			o := figure.Observation{Period: p}
			for _, shorter := range append([]figure.Dimension{asked}, steps[:i]...) {
				if o.Key(shorter) != "" {
					return false
				}
			}
			return step == "" || o.Key(step) != ""
		}
		more, err := figures(pr, some)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Or(slices.Compare(a.Keys, b.Keys), a.Split.Compare(b.Split)) })
	return rows, nil
}

// longer is the place of the finest dimension of time that is asked for, and
// those that are coarser, the next first; −1 where only years or no time are.
func longer(by []figure.Dimension) (at int, steps []figure.Dimension) {
	if at = slices.Index(by, "month"); at >= 0 {
		return at, []figure.Dimension{"quarter", "year"}
	}
	if at = slices.Index(by, "quarter"); at >= 0 {
		return at, []figure.Dimension{"year"}
	}
	return -1, nil
}

// Longer reports a row of figures by month or quarter that is of a longer
// period: a year, or a quarter among months.
func (q Query) Longer(r Row) bool {
	at, _ := longer(q.By)
	if at < 0 {
		return false
	}
	p, err := briefing.ParsePeriod(r.Keys[at])
	return err != nil || figure.Observation{Period: p}.Key(q.By[at]) == ""
}
