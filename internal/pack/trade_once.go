package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// Of one year by months or quarters the table of exports, imports and turnover
// tells all: a chart and a table of each flow by itself would print the same
// numbers again.

// once reports whether the steps in the table of both flows are all that is known
// of them, and the unit of the table, sized for the sums, shows them.
func (t tradeNow) once(both []int, scaled scale) bool {
	for _, st := range []*standing{t.exports, t.imports} {
		s := st.steps
		if len(s.before) > 0 || s.older || len(s.now) != len(both) {
			return false
		}
		if !slices.ContainsFunc(both, func(n int) bool {
			v, ok := in(s.now[n].group.Value, scaled.unit.Base(), scaled.unit)
			return ok && v.Valid && v.Decimal.Abs().Cmp(briefing.Num("1")) >= 0
		}) {
			return false
		}
	}
	return true
}

// holds reports whether a view is one of the two flows, no month of it left out.
func (t tradeNow) holds(v flowView) bool {
	return slices.ContainsFunc([]*standing{t.exports, t.imports}, func(st *standing) bool {
		return st.view.title == v.title && st.view.split == v.split && st.view.filter.To.Equal(v.filter.To)
	})
}

// flowsChart sets exports and imports side by side, month by month.
func (b *builder) flowsChart(t tradeNow, both []int, scaled scale) document.Chart {
	x := t.exports.steps
	title := b.t("trade.now.exports_imports", b.tradeTitle(t.exports), b.t("stat.by_"+string(x.by), lang.PeriodShort(b.l, briefing.Year(x.latest))))
	unit := lang.Unit(b.l, scaled.unit)
	c := document.Chart{Kind: document.Grouped, Title: title, Unit: unit, Alt: title, Caption: b.flowCaption(t.exports.view, scaled.unit)}
	if out, in := b.basisOf(t.exports.view), b.basisOf(t.imports.view); out != in {
		c.Caption = b.t("trade.now.caption", unit, out, in)
	}
	marks := map[string]bool{}
	for i, st := range []*standing{t.exports, t.imports} {
		one := document.Series{Name: b.t("trade.now." + string(st.view.filter.Flow))}
		for _, n := range both {
			if i == 0 {
				c.Categories = append(c.Categories, b.stepName(x, n))
			}
			one.Points = append(one.Points, b.stepPoint(st.steps.now, n, scaled, marks))
		}
		if 2*len(both) > mostLabelled { // the table under it has the others
			keepLabels(one.Points, highest(one.Points), latest(one.Points))
		}
		c.Series = append(c.Series, one)
	}
	c.Caption = b.semis(append([]string{c.Caption}, b.markWords(marks)...)...)
	o := b.originOfBoth(t)
	c.Source = b.dataLine(o)
	c = b.chart(c)
	b.chartSources[c.ID] = o.sources
	return c
}

// basisOf is the basis of the prices of a flow, or that nobody states it.
func (b *builder) basisOf(v flowView) string { return first(v.split.Basis, b.t("stat.no_basis")) }

// flowWords is what is said of a flow that stands in the table of both.
func (b *builder) flowWords(v flowView) []document.Block {
	spans := b.stretches(v.filter, v.split.Frequency)
	s, _ := b.stepsOf(v, spans)
	return append(b.openingParagraph(v, spans, s), b.noteOf(join(b.gap(), b.basisNote(v), b.totalsNote(v.filter), b.lostNote(v.filter)))...)
}

func (b *builder) noteOf(text string) []document.Block {
	if text == "" {
		return nil
	}
	return []document.Block{document.Note{Title: b.t("word.note"), Runs: document.Plain(text)}}
}
