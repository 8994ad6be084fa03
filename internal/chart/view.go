package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// view is a chart made ready for drawing: every series as long as the
// categories, texts that the fonts can show, numbers as finite floats. What is
// absent stays absent and never becomes a coordinate.
type view struct {
	kind     document.ChartKind
	lang     briefing.Lang
	decimals int  // of axis labels, at least
	whole    bool // all values are whole numbers
	height   float64
	names    []string // of categories
	series   []row
	key      []keyEntry
	subHead  string
	totals   []string
	rows     document.Stretch // drawn of a chart in rows or panels
}

// row is one series.
type row struct {
	name   string
	points []point
}

// point is one mark.
type point struct {
	value      maybe
	part       maybe // part of a year, within value
	low, high  maybe // plan; both or none
	other      maybe
	shade      shade
	bound      bool
	label, sub string
	partLabel  string
	partSub    string
	planLabel  string
}

// maybe is a finite number that may be absent.
type maybe struct {
	v  float64
	ok bool
}

// some turns a number into a coordinate. It is the only place where a number
// becomes a float, after all that is printed of it has been made.
func some(n briefing.MaybeNumber) maybe {
	if !n.Valid {
		return maybe{}
	}
	f, ok := n.Decimal.Float64()
	if !ok || math.IsNaN(f) || math.IsInf(f, 0) {
		return maybe{}
	}
	return maybe{v: f, ok: true}
}

type keyEntry struct {
	shade shade
	text  string
}

// newView prepares a chart.
func newView(c *document.Chart, l briefing.Lang) *view {
	v := &view{
		kind: c.Kind, lang: l, decimals: max(c.Decimals, 0), whole: true,
		height: c.Height, subHead: flat(c.SubHead),
	}
	if c.Rows.Any() {
		v.height = 0 // that of the whole
	}
	if v.kind == document.Bars && len(c.Series) > 1 {
		v.kind = document.Grouped
	}
	if math.IsNaN(v.height) || v.height < 0 || math.IsInf(v.height, 0) {
		v.height = 0
	}
	count := len(c.Categories)
	for _, s := range c.Series {
		count = max(count, len(s.Points))
	}
	for i := range count {
		name := ""
		if i < len(c.Categories) {
			name = clean(c.Categories[i])
		}
		v.names = append(v.names, name)
	}
	for i, s := range c.Series[:min(len(c.Series), v.mostSeries())] {
		r := row{name: flat(s.Name)}
		for j := range count {
			p := document.ChartPoint{Fill: document.NoData}
			if j < len(s.Points) {
				p = s.Points[j]
			}
			r.points = append(r.points, v.point(p, v.shadeOf(s, p, i)))
		}
		v.series = append(v.series, r)
	}
	all := count
	if v.kind == document.Multiples {
		all = len(v.series)
	}
	if c.Rows.Any() && c.Rows.From >= 0 && c.Rows.To <= all {
		v.rows = c.Rows
	}
	for _, t := range c.Totals[:min(len(c.Totals), count)] {
		v.totals = append(v.totals, flat(t))
	}
	v.makeKey(c)
	return v
}

// mostSeries is how many series a form can show.
func (v *view) mostSeries() int {
	switch v.kind {
	case document.Grouped, document.Lines:
		return 4
	case document.Dumbbell:
		return 2
	case document.PriceVolume:
		return 3
	case document.Stacked, document.Shares, document.Slope, document.Multiples:
		return math.MaxInt
	default:
		return 1
	}
}

// shadeOf is the point's own fill, else that of its series, else, in a group
// of solid series, one that differs from its neighbours.
func (v *view) shadeOf(s document.Series, p document.ChartPoint, i int) shade {
	f := p.Fill
	if f == document.Actual {
		f = s.Fill
	}
	if v.kind == document.Stacked || v.kind == document.Shares {
		return toneOf(i, f)
	}
	if f != document.Actual || v.kind != document.Grouped {
		return shade{fill: f}
	}
	switch i {
	case 0, 1:
		// Actual beside Previous; two solid series side by side differ in tone.
		if i == 1 && v.solidBefore() {
			return shade{fill: document.RiseFill}
		}
		return shade{fill: document.Actual}
	default:
		return shade{extra: i - 1}
	}
}

// solidBefore says whether the first series of a group is solid.
func (v *view) solidBefore() bool {
	return len(v.series) > 0 && slices.ContainsFunc(v.series[0].points, func(p point) bool {
		return p.value.ok && p.shade.fill == document.Actual
	})
}

func (v *view) point(p document.ChartPoint, s shade) point {
	out := point{
		value: some(p.Value), part: some(p.Part), low: some(p.PlanLow), high: some(p.PlanHigh),
		other: some(p.Other), shade: s, bound: p.Bound,
		label: flat(p.Label), sub: flat(p.Sub), partLabel: flat(p.PartLabel), partSub: flat(p.PartSub),
		planLabel: flat(p.PlanLabel),
	}
	if s.fill == document.NoData || s.fill == document.Blank {
		out.value = maybe{}
	}
	if !out.value.ok && out.part.ok { // nothing is expected for the whole: the part is the mark
		out.value, out.part = out.part, maybe{}
		out.label, out.sub, out.shade = out.partLabel, out.partSub, shade{fill: document.Actual}
	}
	switch {
	case out.low.ok && !out.high.ok:
		out.high = out.low
	case out.high.ok && !out.low.ok:
		out.low = out.high
	case out.low.v > out.high.v:
		out.low, out.high = out.high, out.low
	}
	for _, n := range []briefing.MaybeNumber{p.Value, p.Part, p.PlanLow, p.PlanHigh} {
		if n.Valid && n.Decimal.Trim(0).Scale() > 0 {
			v.whole = false
		}
	}
	return out
}

// makeKey takes the document's key of fills; a group without one names its
// series.
func (v *view) makeKey(c *document.Chart) {
	for _, k := range c.Key {
		v.key = append(v.key, keyEntry{shade: shade{fill: k.Fill}, text: flat(k.Text)})
	}
	named := v.kind == document.Grouped || v.kind == document.Stacked || v.kind == document.Shares
	if len(v.key) > 0 || !named || len(v.series) < 2 {
		return
	}
	for _, s := range v.series {
		for _, p := range s.points {
			if p.value.ok && s.name != "" {
				sh := p.shade
				if sh.tone > 0 {
					sh.fill = document.Actual // the tone names the series, its edge what one value is
				}
				v.key = append(v.key, keyEntry{shade: sh, text: s.name})
				break
			}
		}
	}
}

// empty says that nothing can be drawn.
func (v *view) empty() bool { return len(v.names) == 0 || len(v.series) == 0 }

// none is the mark in the middle of a plot in which no point has a value.
func (v *view) none(x, y vg.Length) []placed {
	some := false
	v.eachPoint(func(point) { some = true })
	if some {
		return nil
	}
	l := newLine(noValue, quietLook())
	return []placed{centred(l, x, middle(l, y))}
}

// eachPoint calls f for every point that has a value.
func (v *view) eachPoint(f func(p point)) {
	for _, s := range v.series {
		for _, p := range s.points {
			if p.value.ok {
				f(p)
			}
		}
	}
}
