package whence

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
)

// mostItems is how many items of a concentration or a price index are told.
const mostItems = 10

// OfCell is the derivation of a cell of an answer: the n-th measure of a line.
func (w *World) OfCell(a *question.Answer, t *question.Table, line, n int) Node {
	l := t.Lines[line]
	r := l.Results[n]
	key := r.Measure
	amount := string(a.Question.Amount)
	whole := l
	for _, o := range t.Lines {
		if o.Kind == question.Total {
			whole = o
		}
	}
	now, then := func(l question.Line) Node { return w.ofLine(t, l, true, amount) }, func(l question.Line) Node { return w.ofLine(t, l, false, amount) }
	if t.OfRecords {
		return w.OfResult(r, figure.Filter{})
	}
	out := Node{Kind: Measured, Measure: key, Result: r}
	switch key {
	case "ytd", "rolling-12":
		return now(l)
	case question.Value, question.Weight:
		return w.ofLine(t, l, true, key)
	case question.Exports:
		return now(l)
	case question.Imports:
		return then(l)
	case "absolute-change", "growth", "cagr", "index", "balance", "cover":
		out.Parents = []Node{now(l), then(l)}
	case "share":
		out.Parents = []Node{now(l), now(whole)}
	case "share-change":
		out.Parents = []Node{now(l), now(whole), then(l), then(whole)}
	case "contribution":
		out.Parents = []Node{now(l), then(l), then(whole)}
	case "contribution-share":
		out.Parents = []Node{now(l), then(l), now(whole), then(whole)}
	case "unit-value":
		out.Parents = []Node{w.ofLine(t, l, true, question.Value), w.ofLine(t, l, true, question.Weight)}
	case "rank":
		out.Parents = []Node{now(l)}
	default:
		if question.Related(key) {
			return w.OfResult(r, figure.Filter{Frequency: t.Split.Frequency})
		}
		w.items(&out, a, t, l)
		return out
	}
	for i, s := range Symbols(key) {
		out.Parents[i].Symbol = s
	}
	return out
}

// ofLine is the derivation of a line's amount in the period or in the base.
func (w *World) ofLine(t *question.Table, l question.Line, now bool, amount string) Node {
	g, period := l.Then, t.Base
	if now {
		g, period = l.Now, t.Period
	}
	if t.Flow == "" {
		period = t.Period
	}
	n := Node{Kind: Sum, Measure: amount}
	q := measure.OfGroup(figure.Group{
		Split: g.Split, Value: g.Value, Weight: g.Weight, Rows: g.Rows, ValueRows: g.ValueRows, WeightRows: g.WeightRows,
		HiddenRows: g.HiddenRows, Status: g.Status, WeightStatus: g.WeightStatus, Sample: g.Sample,
	}, nil, measure.Amount(amount))
	q.Period = period
	n.Result = measure.Plain(amount, q)
	n.All, n.With = g.Rows, g.ValueRows
	if amount == question.Weight {
		n.With = g.WeightRows
	}
	f, keys, ok := t.Rows(l, now)
	n.Keys = lineKeys(t, l, f, g.Split.Classification)
	switch {
	case ok:
		n.All, n.With = 0, 0
		w.rows(&n, f, summedBy(t, l), keyed(f, keys))
	case l.Kind == question.Rest && w.restRows(&n, t, l, now):
	case l.Kind == question.Rest || l.Kind == question.Unallocated:
		n.Kind, n.More = Rest, l.Count
	}
	return n
}

// summedBy are the dimensions that a line was added up by: a total over goods is
// of all of them, whatever the lines are of.
func summedBy(t *question.Table, l question.Line) []figure.Dimension {
	if l.Kind == question.Total {
		return nil
	}
	return t.By
}

// restRows tells the rows of what is not told one by one; false where there are
// none.
func (w *World) restRows(n *Node, t *question.Table, l question.Line, now bool) bool {
	f, keep, ok := t.RestRows(l, now)
	if !ok {
		return false
	}
	n.All, n.With, n.Of = 0, 0, l.Count
	w.rows(n, f, t.By, func(o figure.Observation) bool {
		keys := make([]string, len(t.By))
		for i, d := range t.By {
			keys[i] = o.KeyIn(&f, d)
		}
		return keep(keys)
	})
	return true
}

// lineKeys says what the rows of a line are of.
func lineKeys(t *question.Table, l question.Line, f figure.Filter, class string) []Key {
	flow := string(f.Flow)
	if flow == "" {
		flow = string(t.Flow)
	}
	keys := []Key{{"flow", flow, ""}, {"reporter", t.Split.Reporter, ""}}
	add := func(d figure.Dimension, v string) {
		if v != "" && !slices.ContainsFunc(keys, func(k Key) bool { return k.Dimension == d }) {
			keys = append(keys, Key{d, v, class})
		}
	}
	key := func(d figure.Dimension) {
		if i := slices.Index(t.By, d); i >= 0 && i < len(l.Keys) {
			add(d, l.Keys[i])
		}
	}
	for _, place := range []Key{{"region", f.Region, ""}, {"partner", f.Partner, ""}, {"province", f.Province, ""}} {
		key(place.Dimension)
		add(place.Dimension, place.Value)
	}
	for _, d := range t.By {
		key(d)
	}
	if l.Kind == question.OfHidden || l.Kind == question.Outside {
		add("code", figure.HiddenCode)
	}
	add("code", strings.Join(f.Codes, " "))
	return slices.DeleteFunc(keys, func(k Key) bool { return k.Value == "" })
}

// items tells what a measure over items looked into: the largest of them, as
// their amounts in both periods.
func (w *World) items(out *Node, a *question.Answer, t *question.Table, l question.Line) {
	over := a.Question.Over
	sums, rows := map[string]*[2]figure.Group{}, [2]figure.Filter{}
	for side := range 2 {
		f, keys, ok := t.Rows(l, side == 0)
		if !ok || !plainKeys(keys) {
			continue
		}
		rows[side] = f
		groups, err := w.Figures.Aggregate(f, []figure.Dimension{over})
		if err != nil {
			continue // the answer would not be there either
		}
		for _, g := range groups {
			key := g.Keys[0]
			if sums[key] == nil {
				sums[key] = &[2]figure.Group{}
			}
			sums[key][side] = g
		}
	}
	var order []string
	for key := range sums {
		order = append(order, key)
	}
	slices.Sort(order)
	slices.SortStableFunc(order, func(x, y string) int { return briefing.LargestFirst(sums[x][0].Value, sums[y][0].Value) })
	spread := strings.HasPrefix(out.Measure, "hhi") || out.Measure == "effective-number"
	for i, key := range order {
		if i == mostItems {
			out.More = len(order) - mostItems
			break
		}
		for side, amount := range []string{question.Value, question.Weight, question.Value, question.Weight} {
			g, period := sums[key][side/2], []briefing.Period{t.Period, t.Base}[side/2]
			if spread && side > 0 || g.Rows == 0 {
				continue
			}
			q := measure.OfGroup(g, []figure.Dimension{over}, measure.Amount(amount))
			q.Period = period
			n := Node{Kind: Sum, Measure: amount, Keys: []Key{{over, key, g.Split.Classification}}, Result: measure.Plain(amount, q), All: g.Rows, With: g.ValueRows}
			if amount == question.Weight {
				n.With = g.WeightRows
			}
			if n.Symbol = []string{"V1", "Q1", "V0", "Q0"}[side]; spread {
				n.Symbol = "Vk"
			}
			if f, ok := question.Narrow(rows[side/2], over, key); ok {
				n.All, n.With = 0, 0
				w.rows(&n, f, []figure.Dimension{over}, nil)
			}
			out.Parents = append(out.Parents, n)
		}
	}
}

func plainKeys(keys map[figure.Dimension]string) bool {
	for _, key := range keys {
		if key == "" {
			return false
		}
	}
	return true
}
