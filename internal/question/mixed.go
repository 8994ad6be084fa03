package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// mixed puts what differs in the place of a base that is missing, where there are
// rows of it that can't be compared: of another currency, basis of prices or
// classification, of a whole year beside months.
func (w *asking) mixed(k tableKey, win *window) error {
	if win.why != "" || len(win.lacking) == 0 {
		return nil
	}
	why, err := w.apartFrom(k, k.flow, win.lacking)
	if why != nil {
		win.whyThen = why
	}
	return err
}

// otherSide is why exports and imports can't be set against each other: one of
// them is there, and told otherwise. Empty where both are of one kind, or the other
// is missing altogether.
func (w *asking) otherSide(x, m tableKey, now []briefing.Period) ([]string, error) {
	switch {
	case len(w.covered[m]) == 0:
		return w.apartFrom(x, m.flow, now)
	case len(w.covered[x]) == 0:
		return w.apartFrom(m, x.flow, now)
	}
	return nil, nil
}

// apartFrom tells what the rows of a flow that are of all these periods have
// otherwise than those of the key.
func (w *asking) apartFrom(k tableKey, flow figure.Flow, periods []briefing.Period) ([]string, error) {
	if w.apart == nil { // seldom asked for
		f := w.q.Filter
		f.Currency, f.Basis, f.Classification, f.Frequency, f.Split, f.Period = "", "", "", "", nil, nil
		f.Flow = ""
		var err error
		if _, w.apart, err = w.periodsOf(f); err != nil {
			return nil, err
		}
	}
	var others []figure.Split
	for o, covered := range w.apart {
		if o.flow == flow && fills(covered, periods) {
			others = append(others, o.split)
		}
	}
	slices.SortFunc(others, figure.Split.Compare)
	return measure.Nearest(k.split, others), nil
}

// fills reports whether the rows are of all the time that the periods are, which
// are in order: twelve months are a year, and a year is its twelve months.
func fills(covered, periods []briefing.Period) bool {
	for i := 0; i < len(periods); {
		from, to := periods[i].Start(), periods[i].End()
		for i++; i < len(periods) && periods[i].Start().Equal(to); i++ {
			to = periods[i].End()
		}
		at := from
		for _, c := range covered {
			if c.Start().Equal(at) && !c.End().After(to) {
				at = c.End()
			}
		}
		if !at.Equal(to) {
			return false
		}
	}
	return len(periods) > 0
}
