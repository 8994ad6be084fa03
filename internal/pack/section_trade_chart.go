package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// chartWidth leaves a table of many columns more of the page, so that its
// names are not broken word by word.
func chartWidth(t document.Table) float64 {
	switch n := len(t.Columns); {
	case n > 4:
		return 88
	case n > 3:
		return 100
	}
	return 106
}

func (b *builder) levelName(l level) string {
	name := lang.PeriodShort(b.l, l.period)
	if l.fact != nil && l.fact.Figure().Status == briefing.Forecast {
		return b.t("level.expected", name)
	}
	return name
}

// levelChart is bars by year: solid actual, light derived, hatched expected,
// the plan as an outline behind, part of a year solid up to it.
func (b *builder) levelChart(s *briefing.Series, rows []level, unit briefing.Unit, decimals int) document.Chart {
	c := document.Chart{
		Kind: document.Bars, Title: first(b.boundText(s.Message), b.in(s.Title)),
		Caption: first(s.Caption.In(b.l), b.commas(b.in(s.Title), lang.Unit(b.l, unit))),
		Unit:    lang.Unit(b.l, unit), Alt: b.in(s.Title),
	}
	points := []document.ChartPoint{}
	years := []int{}
	keys := map[document.Fill]bool{}
	at := func(year int) *document.ChartPoint {
		i := slices.Index(years, year)
		if i < 0 {
			years = append(years, year)
			points = append(points, document.ChartPoint{Fill: document.NoData})
			c.Categories = append(c.Categories, lang.PeriodShort(b.l, briefing.Year(year)))
			i = len(points) - 1
		}
		return &points[i]
	}
	for _, l := range rows {
		p := at(l.period.From.Year)
		if l.plan != nil {
			b.planPoint(p, l.plan, unit)
			keys[document.Plan] = true
		}
		if l.fact == nil {
			continue
		}
		b.levelPoint(p, l, unit, decimals)
	}
	for i := range points {
		if points[i].Fill == document.NoData {
			if points[i].Label = b.t("chart.no_data"); !b.s.AsOf.IsZero() && !b.over(briefing.Year(years[i])) {
				points[i].Label = "" // nobody asks yet what a year has been that is not over
			}
			continue
		}
		keys[points[i].Fill] = true
		keys[document.Actual] = keys[document.Actual] || points[i].Part.Valid
	}
	c.Series = []document.Series{{Points: points}}
	for _, k := range []struct {
		fill document.Fill
		key  string
	}{{document.Actual, "actual"}, {document.Plan, "plan"}, {document.Expected, "expected"}, {document.Derived, "derived"}} {
		if keys[k.fill] {
			c.Key = append(c.Key, document.KeyEntry{Fill: k.fill, Text: b.t("chart.key." + k.key)})
		}
	}
	return c
}

func (b *builder) planPoint(p *document.ChartPoint, plan *briefing.Fact, unit briefing.Unit) {
	fig := plan.Figure()
	lo, _ := in(fig.Low, fig.Unit, unit)
	hi, _ := in(fig.High, fig.Unit, unit)
	v, _ := in(fig.Value, fig.Unit, unit)
	if v.Valid {
		lo, hi = v, v
	}
	p.PlanLow, p.PlanHigh = lo, hi
	number := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return ""
		}
		return lang.Number(b.l, n.Decimal, lang.NumberStyle{Decimals: -1, Column: true})
	}
	label := number(lo)
	if hi != lo {
		label = join("–", number(lo), number(hi))
	}
	p.PlanLabel = b.spaced(b.t("nature.plan"), label)
}

func (b *builder) levelPoint(p *document.ChartPoint, l level, unit briefing.Unit, decimals int) {
	fig := l.fact.Figure()
	v, ok := in(fig.Value, fig.Unit, unit)
	if !ok || !v.Valid || fig.IsVague() { // «сотни» is no height of a bar
		return
	}
	ref := l.fact.Ref()
	label := b.pointLabel(fig, v, decimals)
	if l.period.Kind != briefing.YearPeriod {
		p.Part, p.PartLabel, p.PartSub = v, label, lang.MonthSpan(b.l, l.period)
		if p.Fill == document.NoData {
			p.Value, p.Fill, p.Label, p.Sub, p.Origin = v, document.Actual, label, p.PartSub, &ref
		}
		return
	}
	if p.Part.Valid && p.Fill == document.Actual {
		p.Sub = ""
	}
	p.Value, p.Label, p.Origin, p.Bound = v, label, &ref, fig.IsBound()
	switch fig.Status {
	case briefing.Forecast:
		p.Fill, p.Label = document.Expected, b.spaced(b.t("nature.expected"), label)
	case briefing.Estimated:
		p.Fill = document.Derived
	default:
		p.Fill = document.Actual
	}
}

func (b *builder) pointLabel(fig briefing.Figure, v briefing.MaybeNumber, decimals int) string {
	mark := ""
	if m := fig.Status.Mark(); m != "" {
		mark = "[" + m + "]"
	}
	n := lang.Number(b.l, v.Decimal, lang.NumberStyle{Decimals: decimals, Column: true})
	return join("\u00a0", lang.PrecisionWord(b.l, fig.Precision), n, mark)
}
