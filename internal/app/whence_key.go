package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/project"
)

// CompleteBinding finds the sets of rows that a figure of the observations may
// be of, each as a binding that names currency, basis and classification: one
// typed by hand may leave them out. None when there are no such rows; ok is
// false for what is no binding to observations.
func (p *Project) CompleteBinding(b briefing.Binding) (list []briefing.Binding, ok bool) {
	k, ok := insight.ParseKey(b.Data)
	if !ok {
		return nil, false
	}
	f := figure.Filter{
		Flow: k.Flow, Reporter: k.Reporter, Partner: k.Partner, Currency: k.Currency, Basis: k.Basis, Classification: k.Classification,
		From: k.Period.Start(), To: k.Period.End(),
	}
	var groups []figure.Group
	p.Read(func(pr *project.Project) { groups, _ = pr.Figures.Aggregate(f, nil) })
	for _, g := range groups {
		if k.Area != "" && k.Area != g.Split.Area {
			continue
		}
		full := k
		full.Currency, full.Basis, full.Classification, full.Area = g.Split.Currency, g.Split.Basis, g.Split.Classification, g.Split.Area
		x := briefing.Binding{Data: full.String(), Form: b.Form}
		if full.Reporter == g.Split.Reporter && !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list, true
}
