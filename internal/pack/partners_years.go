package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// partnersTitle names the table of partners by year, with the side of the pack that
// is not among them: else another country reads as its first partner.
func (b *builder) partnersTitle(rows figure.Filter, partners []string) string {
	reporter, rest := rows.Split.Reporter, b.someCodes(rows)+b.mirrored(rows)
	if side, ok := b.leftOut(rows, partners); ok {
		if gen, sure := lang.OfCountry(b.l, side); sure {
			rest += b.t("annex.without", gen)
		}
	}
	if whose, ok := b.reporterGenitive(reporter, rows); ok {
		return b.t("annex.partners_of."+string(rows.Flow), whose) + rest
	}
	return b.t("annex.partners."+string(rows.Flow), b.reporterName(reporter, rows)) + rest
}

// leftOut is the side of the pack that the reporter tells of, but in rows that may
// not be added to these.
func (b *builder) leftOut(rows figure.Filter, partners []string) (side string, ok bool) {
	no := false
	for _, side := range b.otherSides(rows.Split.Reporter) {
		if slices.Contains(partners, side) {
			return "", false
		}
		groups, err := b.s.Figures.Aggregate(figure.Filter{Sample: &no, Flow: rows.Flow, Partner: side}, []figure.Dimension{"reporter"})
		if err == nil && slices.Contains(keysOf(groups), rows.Split.Reporter) {
			return side, true
		}
	}
	return "", false
}

// yearGrowth is the growth of the last year on the one before, where both are
// whole and may be compared.
type yearGrowth struct {
	there     bool
	then, now string // years
}

func (b *builder) yearGrowth(rows figure.Filter, years []string, spans map[string]stretch) (g yearGrowth) {
	if len(years) < 2 {
		return g
	}
	g.then, g.now = years[len(years)-2], years[len(years)-1]
	for _, y := range []string{g.then, g.now} {
		if s := of(spans, y, briefing.Per(y)); s.months > 0 || s.period.Kind != briefing.YearPeriod {
			return g
		}
	}
	two := rows
	two.From, two.To = briefing.Per(g.then).Start(), briefing.Per(g.now).End() // other years have no part in it
	groups, growth, err := measure.GrowthOfSet(b.s.Figures, two, []figure.Dimension{"year"})
	if err != nil || len(groups) == 0 || groups[len(groups)-1].Keys[0] != g.now || briefing.Per(g.now).YearBefore() != briefing.Per(g.then) {
		return g
	}
	g.there = growth[len(growth)-1].Value.Defined
	return g
}

func (g yearGrowth) column(b *builder, t *document.Table) {
	t.Columns = append(t.Columns, document.Column{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true})
}

func (g yearGrowth) cells(value map[string]briefing.MaybeNumber, partner string) []document.Cell {
	if !g.there {
		return nil
	}
	r := measure.GrowthOf(value[partner+"|"+g.now], value[partner+"|"+g.then])
	if !r.Defined {
		return g.blank()
	}
	return []document.Cell{{Number: r.Figure.Value}}
}

func (g yearGrowth) blank() []document.Cell {
	if !g.there {
		return nil
	}
	return []document.Cell{document.Dash()}
}

// partnersTotal is what all partners come to by year; not ok where a sum has
// overflowed.
func (b *builder) partnersTotal(rows figure.Filter, years []string, same sameMonths, growth yearGrowth, scaled scale) (document.Row, bool) {
	groups, err := b.s.Figures.Totals(rows, []figure.Dimension{"year"})
	if err != nil {
		return document.Row{}, false
	}
	sums, value := map[string]figure.Group{}, map[string]briefing.MaybeNumber{}
	for _, g := range groups {
		y := first(g.Keys[0], g.Split.Span)
		sums[y], value["|"+y] = g, g.Value
	}
	row := document.Row{Kind: document.TotalRow, Cells: []document.Cell{document.Txt(""), document.Txt(b.t("word.total"))}}
	for _, y := range years {
		cell := document.Dash()
		if g, ok := sums[y]; ok {
			cell = groupCell(g, scaled)
		}
		row.Cells = append(row.Cells, cell)
	}
	if same.there() {
		all := briefing.SomeNum("0")
		for _, n := range same.value {
			sum, err := all.Decimal.Add(n.Decimal)
			if err != nil || !n.Valid {
				all.Valid = false
				break
			}
			all.Decimal = sum
		}
		same.value = map[string]briefing.MaybeNumber{"": all}
		row.Cells = append(row.Cells, same.cells("", value["|"+years[len(years)-1]], scaled)...)
	}
	row.Cells = append(row.Cells, growth.cells(value, "")...)
	return row, true
}
