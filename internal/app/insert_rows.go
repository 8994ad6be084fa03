package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// mostSets is how many sets of rows tables are offered of: a project with more has
// them in «Свод», where they are chosen by name.
const mostSets = 6

// rowTables are the tables that the imported rows of trade make by themselves: of
// each set of rows that may be added up, by partner and by goods, over the years.
// They are put in as pivots, which have a lasting name and are computed anew on
// every page. To list them takes two sums over all rows at most, which these remember.
func (p *Project) rowTables(l briefing.Lang) (out []Insertable) {
	if p.Ready() != nil {
		return nil
	}
	of := p.PivotMeasure()
	p.Read(func(pr *project.Project) {
		rows, _ := ownRows(pr)
		sets, err := pivotSets(rows, pivot.Spec{Of: of})
		if err != nil {
			return
		}
		for _, set := range sets[:min(len(sets), mostSets)] {
			for _, by := range []figure.Dimension{"partner", "hs2", "hs4"} {
				if by != "partner" && !figure.Harmonised(set.Split.Classification) {
					continue
				}
				s := pivot.Spec{Rows: by, Columns: "year", Of: of, Flow: set.Flow, Split: set.Split, Top: 10}
				title, note := rowTableTitle(s, l)
				for _, form := range []pivot.Form{s.Forms()[0], pivot.NoChart} {
					how := briefing.ShowChart
					if form == pivot.NoChart {
						how = briefing.ShowTable
					}
					out = append(out, Insertable{
						Kind: InsertTable, Title: title, Text: "\n" + s.Binding(form).String() + "\n", Note: note + " · " + lang.T(l, "app.insert."+how),
					})
				}
			}
		}
	})
	return out
}

// rowTableTitle tells of what a table of rows is, and of which rows.
func rowTableTitle(s pivot.Spec, l briefing.Lang) (title, note string) {
	flow := capital(lang.Enum(l, "flow", string(s.Flow)))
	over := lang.T(l, "pack.pivot.over2", lang.T(l, "pack.pivot.by."+string(s.Rows)), lang.T(l, "pack.pivot.by."+string(s.Columns)))
	title = lang.T(l, "app.insert.rows", flow, lang.Country(l, s.Split.Reporter), over)
	area := ""
	if s.Split.Area != figure.AreaCountry {
		area = lang.Area(l, s.Split.Area)
	}
	told := slices.DeleteFunc([]string{area, s.Split.Currency, s.Split.Basis, lang.Classification(l, s.Split.Classification)}, func(x string) bool { return x == "" })
	return title, strings.Join(told, ", ")
}
