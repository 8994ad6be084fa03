package pack

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// goodsView is the rows of one reporter, flow and partner in one year, which
// may be added and split by commodity.
type goodsView struct {
	by      figure.Dimension // what tells goods apart: chapters, or names where there are no codes
	filter  figure.Filter
	title   string
	year    string
	weight  bool // measured in tonnes; in money otherwise
	sample  bool
	imports []*briefing.Import
	thin    briefing.Period // the last month or quarter, where it lacks rows and is left out
}

// goodsViews finds the latest year of each set of rows that have commodity
// codes of the harmonised system.
func (b *builder) goodsViews() []goodsView {
	var out []goodsView
	for _, sample := range []bool{false, true} {
		groups, err := b.s.Figures.Aggregate(figure.Filter{Sample: &sample}, []figure.Dimension{"flow", "year"})
		if err != nil {
			continue
		}
		latest := map[string]int{}
		var order []string
		for i, g := range groups {
			if !figure.Harmonised(g.Split.Classification) || g.Keys[1] == "" {
				continue
			}
			k := join("|", g.Keys[0], g.Split.Reporter, g.Split.Currency, g.Split.Basis, g.Split.Classification, g.Split.Frequency, g.Split.Area)
			if _, seen := latest[k]; !seen {
				order = append(order, k)
			}
			latest[k] = i // groups come in order of year
		}
		for _, k := range order {
			if v, ok := b.goodsView(groups[latest[k]], sample); ok {
				out = append(out, v)
			}
		}
	}
	out = b.latestGoods(b.onceOfGoods(out))
	slices.SortStableFunc(out, func(x, y goodsView) int {
		return cmp.Or(
			b.farness(x.filter.Split.Reporter)-b.farness(y.filter.Split.Reporter), cmp.Compare(after(!x.sample), after(!y.sample)),
			cmp.Compare(x.filter.Flow, y.filter.Flow), briefing.Per(y.year).End().Compare(briefing.Per(x.year).End()), // the newest first
		)
	})
	return out
}

// onceOfGoods leaves out what says the same of goods as another view does: a year
// so far told by months, by quarters and as one.
func (b *builder) onceOfGoods(views []goodsView) []goodsView {
	var out []goodsView
	seen := map[string]bool{}
	for _, v := range views {
		groups, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{v.by})
		if err != nil {
			out = append(out, v)
			continue
		}
		s := v.filter.Split
		said := []string{v.title, v.year, s.Reporter, s.Currency, s.Basis, s.Classification, s.Area, strconv.FormatBool(v.sample)}
		for _, g := range groups {
			said = append(said, g.Keys[0], amount(g.Value), amount(g.Weight))
		}
		if key := strings.Join(said, "|"); !seen[key] {
			seen[key] = true
			out = append(out, v)
		}
	}
	return out
}

// latestEditions leaves out what a later year says of the same trade by another
// edition of the nomenclature: a reader asks for the structure as it is, and the
// editions part the years only because their codes may not be joined. Views come
// with the newest first.
func latestEditions(views []goodsView) []goodsView {
	var out []goodsView
	newest := map[string]string{}
	for _, v := range views {
		s := v.filter.Split
		key := strings.Join([]string{
			string(v.filter.Flow), s.Reporter, v.filter.Partner, s.Currency, s.Basis, s.Frequency, s.Area, string(v.by), strconv.FormatBool(v.weight), strconv.FormatBool(v.sample),
		}, "|")
		if newest[key] == "" {
			newest[key] = v.year
		}
		if newest[key] == v.year {
			out = append(out, v)
		}
	}
	return out
}

// amount is a number as text, empty for none.
func amount(n briefing.MaybeNumber) string {
	if !n.Valid {
		return ""
	}
	return n.Decimal.Trim(0).String()
}

func (b *builder) goodsView(g figure.Group, sample bool) (goodsView, bool) {
	flow := figure.Flow(g.Keys[0])
	v := goodsView{year: g.Keys[1], sample: sample, weight: !g.Value.Valid}
	p := briefing.Per(v.year)
	split := g.Split.AnyYear()
	v.filter = figure.Filter{Flow: flow, Split: &split, Sample: &sample, From: p.Start(), To: p.End()}
	found := false
	for _, side := range b.otherSides(g.Split.Reporter) {
		v.filter.Partner = side
		if found = b.any(v.filter); found {
			break
		}
	}
	if !found {
		v.filter.Partner = ""
		if partners, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"partner"}); err != nil || b.astray(keysOf(partners)) {
			return v, false
		}
	}
	codes, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"hs2"})
	if err != nil || len(codes) == 0 {
		return v, false
	}
	v.by = "hs2"
	if len(codes) == 1 && codes[0].Keys[0] == figure.TotalCode {
		if v.by = figure.ByProduct; !b.namedApart(v.filter) {
			return v, false
		}
	}
	v.filter, v.thin = b.withoutThinEnd(v.filter)
	v.title = b.viewTitle(g.Split.Reporter, v.filter, "")
	v.imports = b.importsOf(v.filter)
	return v, true
}

// namedApart reports whether rows without codes have a name each, so that they
// are goods and not totals.
func (b *builder) namedApart(f figure.Filter) bool {
	names, err := b.s.Figures.Aggregate(f, []figure.Dimension{figure.ByProduct})
	return err == nil && len(names) > 1 && !slices.Contains(keysOf(names), figure.TotalCode)
}

// keysOf are the values of the first dimension.
func keysOf(groups []figure.Group) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Keys[0])
	}
	return out
}
