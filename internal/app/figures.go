package app

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/project"
	"briefing/internal/whence"
)

// Query asks for sums of the trade observations.
type Query struct {
	By       []figure.Dimension
	Filter   figure.Filter
	Measures []string // "value", "weight", "growth"; empty: all
	Set      string   // of product groups, for the dimension "group"; empty: the first
	// Mirror asks also for what partners have recorded of the same trade, in
	// rows of their own; it needs one flow, or flows told apart.
	Mirror bool
	In     string // currency that values in others are converted to, by rates stated at the import
}

// Row is one line of the answer. Split names what was not added together.
type Row struct {
	Keys   []string
	Split  figure.Split
	Value  briefing.MaybeNumber // whole currency units
	Weight briefing.MaybeNumber // kg
	Growth briefing.MaybeNumber // per cent against the year before, where it can be computed
	Why    []string             // why there is no growth, reasons of package measure
	// Parts are the months ("01") or quarters ("Q1") that a year or quarter has
	// rows of, where it lacks some.
	Parts        []string
	Rows         int
	Sample       bool
	Status       briefing.ObsStatus // of the value
	WeightStatus briefing.ObsStatus
	// Editions is set where the growth compares codes of six digits or more of
	// different editions, which may not mean the same: "HS2017 HS2022".
	Editions string
	// Mirror is the country whose return this is, when it is read from the
	// other side: Split.Reporter is then the country whose trade it tells.
	Mirror    string
	Converted *Conversion // where another currency was asked for
}

// Refusal says why a row has no growth: «не вычисляется: …»; empty where the data
// have nothing earlier that it could be compared with.
func (r Row) Refusal(l briefing.Lang) string {
	if slices.Equal(r.Why, []string{measure.WhyBaseMissing}) {
		return ""
	}
	return whence.Refusal(l, r.Why)
}

// ParseDimensions reads "year,hs2" and refuses what is none.
func ParseDimensions(s string) ([]figure.Dimension, error) {
	var out []figure.Dimension
	for _, part := range strings.Split(s, ",") {
		d := figure.Dimension(strings.TrimSpace(part))
		if d == "" {
			continue
		}
		if !d.Valid() {
			return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "parse dimensions", Path: part}
		}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out, nil
}

// Figures adds the observations up. The order is fixed: by keys, then by split,
// own returns before those of partners. A query for the other side that does
// not tell the flow is CodeUsage.
func (p *Project) Figures(q Query) ([]Row, error) {
	rows, err := p.sums(q)
	if err == nil && q.In != "" {
		err = p.converting(q, rows, p.sums)
	}
	if err != nil || !q.Mirror {
		return rows, err
	}
	other, ok := mirrored(q)
	if !ok {
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "figures", Path: "mirror"}
	}
	theirs, err := p.sums(other)
	if err == nil && q.In != "" {
		err = p.converting(other, theirs, p.sums)
	}
	if err != nil {
		return nil, err
	}
	rows = append(rows, turned(other, q, theirs)...)
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(slices.Compare(a.Keys, b.Keys), a.Split.Compare(b.Split), strings.Compare(a.Mirror, b.Mirror))
	})
	return rows, nil
}

// sums adds up one query of the reporters' own words.
func (p *Project) sums(q Query) ([]Row, error) {
	var rows []Row
	var err error
	p.Read(func(pr *project.Project) {
		if !slices.Contains(q.By, figure.ByGroup) {
			rows, err = byTime(pr, q)
			return
		}
		rows, err = grouped(pr, q)
	})
	return rows, err
}

// grouped is figures by product group.
func grouped(pr *project.Project, q Query) ([]Row, error) {
	g, err := groupsOf(pr, q.Set)
	if err != nil {
		return nil, err
	}
	filters, err := byGroups(pr.Figures, q.Filter, g)
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, f := range filters {
		q.Filter = f
		some, err := byTime(pr, q)
		if err != nil {
			return nil, err
		}
		rows = append(rows, some...)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		if c := slices.Compare(a.Keys, b.Keys); c != 0 {
			return c
		}
		return a.Split.Compare(b.Split)
	})
	return rows, nil
}

func figures(pr *project.Project, q Query) ([]Row, error) {
	set := pr.Figures
	groups, growths, err := measure.GrowthOfSet(set, q.Filter, q.By)
	if err != nil {
		return nil, err
	}
	if err := measure.RefuseOtherGoods(set, q.Filter, q.By, groups, growths, pr.MakerOf); err != nil {
		return nil, err
	}
	rows := make([]Row, len(groups))
	for i, g := range groups {
		rows[i] = Row{
			Keys: g.Keys, Split: g.Split, Value: g.Value, Weight: g.Weight,
			Rows: g.Rows, Sample: g.Sample, Status: g.Status, WeightStatus: g.WeightStatus,
		}
		if i < len(growths) {
			rows[i].Parts = growths[i].Parts
			if r := growths[i].Value; r.Defined {
				rows[i].Growth = r.Figure.Value
				rows[i].Editions = acrossEditions(g, q.By)
			} else {
				rows[i].Why = r.Reasons
			}
		}
	}
	return rows, nil
}

// acrossEditions tells the two editions of codes that a growth compares.
func acrossEditions(g figure.Group, by []figure.Dimension) string {
	codes := false
	now := briefing.Period{}
	for i, d := range by {
		switch d {
		case "hs6", "code":
			codes = codes || len(g.Keys[i]) >= 6
		case "year", "quarter", "month":
			if p, err := briefing.ParsePeriod(g.Keys[i]); err == nil && p.Kind != briefing.NoPeriod {
				now = p
			}
		}
	}
	if !codes || now.Kind == briefing.NoPeriod {
		return ""
	}
	a := classification.Side{Class: g.Split.Classification, Period: now.YearBefore()}
	b := classification.Side{Class: g.Split.Classification, Period: now}
	if _, why := classification.Join(a, b); why != classification.WhyEditions {
		return ""
	}
	return classification.EditionOf(a.Class, a.Period).String() + " " + classification.EditionOf(b.Class, b.Period).String()
}
