package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// balances sets exports and imports of one reporter, currency, classification
// and frequency side by side. Their bases of prices differ in most countries'
// returns, which is noted with the result.
func (w *asking) balances() ([]Table, error) {
	var out []Table
	for _, k := range w.keys {
		other, ok := w.opposite(k)
		if k.flow != figure.Export && (ok || k.flow != figure.Import) {
			continue
		}
		for _, p := range w.periods(k) {
			t, err := w.balance(k, other, p)
			if err != nil {
				return nil, err
			}
			if len(t.Lines) > 0 || t.Why != "" {
				out = append(out, t)
			}
		}
	}
	return out, nil
}

// opposite is the key of the other flow.
func (w *asking) opposite(k tableKey) (tableKey, bool) {
	flow := figure.Import
	if k.flow == figure.Import {
		flow = figure.Export
	}
	want := k.split
	want.Basis = ""
	for _, o := range w.keys {
		have := o.split
		have.Basis = ""
		if o.flow == flow && have == want {
			return o, true
		}
	}
	return tableKey{flow: flow, split: k.split}, false
}

// balance answers for exports k and imports other; either may be missing.
func (w *asking) balance(k, other tableKey, p briefing.Period) (Table, error) {
	if k.flow == figure.Import {
		k, other = other, k
	}
	covered := w.covered[k]
	switch also := w.covered[other]; {
	case len(covered) == 0:
		covered = also
	case len(also) > 0: // ten months of imports are no balance to a year of exports
		covered = slices.DeleteFunc(slices.Clone(covered), func(c briefing.Period) bool { return !slices.Contains(also, c) })
	}
	win := w.q.window(covered, k.split.Frequency, p)
	t := Table{By: w.dims, Split: k.split, Period: win.name, Why: win.why, now: win.now, then: win.now}
	if win.why != "" {
		return t, nil
	}
	win.base, win.then = win.name, win.now
	b := &building{asking: w, key: k, win: win, table: &t}
	var groups [2][]figure.Group
	for i, key := range []tableKey{k, other} {
		s, err := w.asStated(key, win.now)
		if err != nil {
			return t, err
		}
		all, err := w.groups(win.now, w.dims, s)
		if err != nil {
			return t, err
		}
		groups[i] = all[key]
		if i == 0 {
			b.slice = s
			t.filter = s.filter(w.q.Filter, nil)
			t.filter.Period = w.q.Filter.Period
		}
	}
	lines := paired(groups[0], groups[1])
	if len(lines) == 0 {
		return Table{}, nil
	}
	if err := b.arrange(lines); err != nil {
		return t, err
	}
	t.Lines = slices.DeleteFunc(t.Lines, func(l Line) bool { return l.Kind == OfHidden || l.Kind == Outside })
	why, err := w.otherSide(k, other, win.now)
	if err != nil {
		return t, err
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		x, m := b.quantity(*l, w.q.Amount, true), b.quantity(*l, w.q.Amount, false)
		x.Scope.Flow, m.Scope.Flow = string(figure.Export), string(figure.Import)
		m.Scope.Basis = other.split.Basis
		if l.Now.Split == (figure.Split{}) {
			x.Figure.Unit = m.Figure.Unit
		}
		for _, key := range w.q.Measures {
			if why != nil && key != Exports && key != Imports {
				l.Results = append(l.Results, measure.Refused(key, win.name, why...))
				continue
			}
			l.Results = append(l.Results, balanceOf(key, x, m))
		}
	}
	return t, nil
}

func balanceOf(key string, x, m measure.Quantity) measure.Result {
	switch key {
	case Exports:
		return measure.Plain(key, x)
	case Imports:
		return measure.Plain(key, m)
	case "balance":
		return measure.Balance(x, m)
	}
	return measure.Cover(x, m)
}
