package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Files tell a year so far month after month: January, January and February, and
// so on. Each is held by the next; the latest is what a reader asks for, and the
// sheet of data in the workbook has them all.

// told is the periods that a set of rows tells, and whose trade it is.
type told struct {
	of      figure.Split // without frequency and span
	partner string
	flow    figure.Flow
	goods   figure.Dimension // what it is split by, where it is
	weight  bool
	periods []briefing.Period // none where a part of one is missing
	ranges  bool              // from and to some month, not a run of months or quarters
}

// newTold is the told of the rows of a filter; the years are those of its groups.
func (b *builder) newTold(f figure.Filter, years ...string) told {
	of := *f.Split
	of.Frequency, of.Span = "", ""
	t := told{of: of, partner: f.Partner, flow: f.Flow, ranges: f.Split.Frequency == "R" || f.Split.Frequency == "S"}
	spans := b.stretches(f, f.Split.Frequency)
	for _, year := range years {
		s, ok := spans[year]
		if !ok || s.months > 0 {
			return told{of: of, partner: f.Partner, flow: f.Flow}
		}
		t.periods = append(t.periods, s.period)
	}
	if step := map[string]int{"M": 1, "Q": 3}[f.Split.Frequency]; step > 0 { // several are a course of their own
		for _, p := range t.periods {
			if n, ok := p.Months(); !ok || n != step {
				t.periods = nil
			}
		}
	}
	return t
}

// heldBy reports whether each period is the beginning of one of the other's.
func (t told) heldBy(o told) bool {
	if !o.ranges || t.of != o.of || t.partner != o.partner || t.flow != o.flow || t.goods != o.goods || t.weight != o.weight {
		return false
	}
	return len(t.periods) > 0 && !slices.ContainsFunc(t.periods, func(p briefing.Period) bool {
		return !slices.ContainsFunc(o.periods, func(q briefing.Period) bool {
			return q.Start().Equal(p.Start()) && q.End().After(p.End())
		})
	})
}

// latestOnly leaves out what another set of rows holds; all[i] is what list[i]
// tells.
func latestOnly[T any](list []T, all []told) []T {
	var out []T
	for i, v := range list {
		if !slices.ContainsFunc(all, all[i].heldBy) {
			out = append(out, v)
		}
	}
	return out
}

func (b *builder) latestFlows(views []flowView) []flowView {
	var all []told
	for _, v := range views {
		var years []string
		for _, g := range v.groups {
			years = append(years, g.Keys[0])
		}
		all = append(all, b.newTold(v.filter, years...))
	}
	return latestOnly(views, all)
}

func (b *builder) latestGoods(views []goodsView) []goodsView {
	var all []told
	for _, v := range views {
		t := b.newTold(v.filter, v.year)
		t.goods, t.weight = v.by, v.weight
		all = append(all, t)
	}
	return latestOnly(views, all)
}
