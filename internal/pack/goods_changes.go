package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// goodsChanges sets the amounts of the largest products beside those of the year
// before, or of the same months of it, each with its growth and with what it made
// of the growth of all.
func (b *builder) goodsChanges(y twoYears, groups []figure.Group) []document.Block {
	list, ok := b.shifts(y, groups)
	if !ok || len(list) < 2 {
		return nil
	}
	scaled, from := b.goodsScale(y.v, y.totals[:])
	unit := scaled.unit
	before, now := lang.PeriodShort(b.l, y.then), lang.PeriodShort(b.l, y.now)
	amount := func(key, title string) document.Column {
		return document.Column{Key: key, Title: title, Kind: document.NumberColumn, Decimals: scaled.places}
	}
	t := document.Table{
		Title: b.t("structure.goods_changes", y.v.title, before, now), Unit: lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "product", Title: b.t("col.product"), Weight: 1.8},
			{Key: "code", Title: b.t("col.code"), Weight: 0.4},
			amount("then", before), amount("now", now),
			{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
			{Key: "contribution", Title: b.t("col.contribution"), Kind: document.NumberColumn, Decimals: 1, Signed: true, Points: true},
		},
		Periods: []briefing.Period{y.then, y.now},
	}
	whole := [2]briefing.MaybeNumber{y.v.sized(y.totals[0]), y.v.sized(y.totals[1])}
	total := len(list)
	row := func(kind document.RowKind, at int, s shift) bool {
		then, now := s.then, s.now
		a, ok1 := in(then, from, unit)
		c, ok2 := in(now, from, unit)
		if y.v.sample { // the stamp says more than any mark
			s.was, s.is = "", ""
		}
		growth, part := document.Dash(), document.Dash()
		if r := measure.GrowthOf(now, then); r.Defined {
			b.uses(r.Measure)
			growth = document.Cell{Number: r.Figure.Value, How: &document.Formula{Op: document.OpGrowth, Args: []document.CellAt{{Row: at, Col: 3}, {Row: at, Col: 2}}}}
		}
		if r := measure.ContributionTo(now, then, whole[0]); r.Defined {
			b.uses(r.Measure)
			part = document.Cell{Number: r.Figure.Value, How: &document.Formula{
				Op: document.OpContribution, Args: []document.CellAt{{Row: at, Col: 3}, {Row: at, Col: 2}, {Row: total, Col: 2}},
			}}
		}
		t.Rows = append(t.Rows, document.Row{Kind: kind, Cells: []document.Cell{
			document.Txt(s.name), document.Txt(codeText(s.code)), {Number: a, Mark: s.was.Mark()}, {Number: c, Mark: s.is.Mark()}, growth, part,
		}})
		return ok1 && ok2 && a.Valid && c.Valid
	}
	fits := true
	for i, s := range list {
		fits = row(document.BodyRow, i, s) && fits
	}
	if fits = row(document.TotalRow, total, shift{
		name: b.t("word.total"), then: whole[0], now: whole[1], was: y.totals[0].StatusOf(y.v.weight), is: y.totals[1].StatusOf(y.v.weight),
	}) && fits; !fits {
		return nil
	}
	b.derives(b.commas(y.v.title, b.t("word.total")), y.growth, b.amountOf(y, "V1", whole[1], now), b.amountOf(y, "V0", whole[0], before))
	o := b.originOf(y.before)
	of, extra, all := b.goodsSources(y.v)
	o.sources, o.files = with(o.sources, of.sources...), with(o.files, of.files...)
	t.Source = b.dataLine(o, extra)
	if y.v.sample {
		t.Stamp = b.t("word.sample")
	}
	t = b.table(t)
	b.sheetSources[t.ID] = b.dataLine(o, all)
	return []document.Block{t}
}
