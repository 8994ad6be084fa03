package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

const topPartners = 20

// partnerYears is, for each reporter and flow, partners by year: the largest
// of the last year, and the rest.
func (b *builder) partnerYears() []document.Block {
	no := false
	var out []document.Block
	groups, err := b.s.Figures.Aggregate(figure.Filter{Sample: &no}, []figure.Dimension{"flow", "partner", "year"})
	if err != nil {
		return nil
	}
	type key struct {
		split figure.Split
		flow  string
	}
	var keys []key
	sets := map[key][]figure.Group{}
	for _, g := range groups {
		k := key{g.Split.AnyYear(), g.Keys[0]}
		if _, seen := sets[k]; !seen {
			keys = append(keys, k)
		}
		sets[k] = append(sets[k], g)
	}
	for _, k := range keys {
		if b.third(k.split.Reporter) {
			continue
		}
		all := realRows(figure.Flow(k.flow), k.split)
		for _, rows := range b.runFilters(all) {
			groups := slices.DeleteFunc(slices.Clone(sets[k]), func(g figure.Group) bool {
				return rows.Period != nil && !rows.Period(groupPeriodBy(g, 2))
			})
			if t, ok := b.partnerTable(rows, groups); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

func (b *builder) partnerTable(rows figure.Filter, groups []figure.Group) (document.Table, bool) {
	split := *rows.Split
	var years, partners []string
	value, status := map[string]briefing.MaybeNumber{}, map[string]briefing.ObsStatus{}
	for _, g := range groups {
		p, y := g.Keys[1], first(g.Keys[2], g.Split.Span)
		if !slices.Contains(years, y) {
			years = append(years, y)
		}
		if !slices.Contains(partners, p) {
			partners = append(partners, p)
		}
		value[p+"|"+y], status[p+"|"+y] = g.Value, g.Status
	}
	slices.Sort(years)
	if len(partners) < 2 || len(years) == 0 {
		return document.Table{}, false
	}
	years = years[max(0, len(years)-8):]
	last := years[len(years)-1]
	slices.SortStableFunc(partners, func(x, y string) int {
		switch "ZZ" { // no country: last
		case x:
			return 1
		case y:
			return -1
		}
		return value[y+"|"+last].Decimal.Cmp(value[x+"|"+last].Decimal)
	})
	scaled := b.moneyScale(groups, split.Currency)
	unit := scaled.unit
	t := document.Table{
		Title: b.partnersTitle(rows, partners), Unit: lang.Unit(b.l, unit), Dense: true,
		Columns: []document.Column{
			{Key: "no", Title: b.t("col.no"), Weight: 0.2},
			{Key: "partner", Title: b.t("col.partner"), Weight: 2},
		},
	}
	if len(years) > 1 {
		t.Trend = document.HeadGroup{Title: b.t("col.trend"), From: 2, To: 1 + len(years)}
	}
	if note := b.gaps(years); note != "" {
		t.Notes = append(t.Notes, note)
	}
	if side, ok := b.leftOut(rows, partners); ok {
		t.Notes = append(t.Notes, b.t("annex.left_out", lang.Country(b.l, side)))
	}
	spans := b.stretches(rows, split.Frequency)
	for _, y := range years {
		p, _ := briefing.ParsePeriod(y)
		t.Columns = append(t.Columns, document.Column{Key: "y" + y, Title: b.short(of(spans, y, p)), Kind: document.NumberColumn, Decimals: scaled.places})
	}
	same := b.sameMonths(rows, of(spans, last, briefing.Per(last)))
	growth := yearGrowth{}
	if same.there() {
		same.columns(b, &t, scaled)
	} else if growth = b.yearGrowth(rows, years, spans); growth.there {
		growth.column(b, &t)
	}
	if len(years) <= b.countriesShown[rowsKey(rows)] && rows.Period == nil && !same.there() { // the body says it all
		return document.Table{}, false
	}
	rest, others := make([]briefing.Number, len(years)), 0
	// All countries together are no country: they stand below, without a place.
	partners, all := withoutWorld(partners)
	for i, p := range partners {
		// Both sides of the pack have rows of their own wherever they stand.
		own := i < topPartners || p == b.s.Pack.Reporter || p == b.s.Pack.Partner
		place := itoa(i + 1)
		if !value[p+"|"+last].Valid || p == "ZZ" {
			place = "" // places are those of the last year, and of countries
		}
		row := document.Row{Cells: []document.Cell{document.Txt(place), document.Txt(lang.Country(b.l, p))}}
		for j, y := range years {
			v, ok := in(value[p+"|"+y], unit.Base(), unit)
			cell := document.Cell{Number: v, Mark: status[p+"|"+y].Mark()}
			if !ok || !v.Valid {
				cell = document.Cell{Text: "…", Mark: "x"}
			} else if !own {
				if s, err := rest[j].Add(v.Decimal); err == nil {
					rest[j] = s
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		row.Cells = append(row.Cells, same.cells(p, value[p+"|"+last], scaled)...)
		row.Cells = append(row.Cells, growth.cells(value, p)...)
		if own {
			t.Rows = append(t.Rows, row)
		} else {
			others++
		}
	}
	if others > 0 {
		row := document.Row{Kind: document.MemoRow, Cells: []document.Cell{document.Txt(""), document.Txt(b.t("annex.other_partners", others))}}
		for j := range years {
			row.Cells = append(row.Cells, document.Cell{Number: briefing.Some(rest[j])})
		}
		row.Cells = append(append(row.Cells, same.blank()...), growth.blank()...)
		t.Rows = append(t.Rows, row)
	}
	if all {
		row := document.Row{Kind: document.MemoRow, Cells: []document.Cell{document.Txt(""), document.Txt(lang.Country(b.l, figure.World))}}
		for _, y := range years {
			v, ok := in(value[figure.World+"|"+y], unit.Base(), unit)
			cell := document.Cell{Number: v, Mark: status[figure.World+"|"+y].Mark()}
			if !ok || !v.Valid {
				cell = document.Cell{Text: "…", Mark: "x"}
			}
			row.Cells = append(row.Cells, cell)
		}
		row.Cells = append(row.Cells, same.cells(figure.World, value[figure.World+"|"+last], scaled)...)
		row.Cells = append(row.Cells, growth.cells(value, figure.World)...)
		t.Rows = append(t.Rows, row)
	} else if row, ok := b.partnersTotal(rows, years, same, growth, scaled); ok {
		t.Rows = append(t.Rows, row)
	}
	if same.there() {
		same.beforeLast(&t)
	}
	t.Source = b.dataLine(b.originOf(rows))
	return b.annexTable(t), true
}

func withoutWorld(partners []string) (countries []string, all bool) {
	for _, p := range partners {
		if p == figure.World {
			all = true
			continue
		}
		countries = append(countries, p)
	}
	return countries, all
}

// gaps tells which years are missing between the columns; empty where none is.
func (b *builder) gaps(years []string) string {
	var missing []string
	for i := 1; i < len(years); i++ {
		from, err := briefing.ParsePeriod(years[i-1])
		to, err2 := briefing.ParsePeriod(years[i])
		if err != nil || err2 != nil || from.Kind != briefing.YearPeriod || to.Kind != briefing.YearPeriod || to.From.Year-from.From.Year < 2 {
			continue
		}
		first, last := from.From.Year+1, to.From.Year-1
		if first == last {
			missing = append(missing, itoa(first))
		} else {
			missing = append(missing, itoa(first)+"–"+itoa(last))
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return b.t("annex.gaps", b.commas(missing...))
}
