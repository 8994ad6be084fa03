package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// check37: the same goods are not counted twice, once by their heading and once
// by its subheadings. Within one file the import sees to that; of two files, one
// by four digits and one by ten, both are stored and added.
func check37() Check { return Check{Number: 37, data: goodsTwice} }

// trade is what must be equal for rows of two imports to be added.
type trade struct {
	flow, partner, region, year, month string
	split                              figure.Split
}

// importGoods is what an import says of a trade.
type importGoods struct {
	imp   *briefing.Import
	trade map[trade][]uint8 // levels
}

func goodsTwice(s *project.Snapshot) []Finding {
	if s.Figures.Len() == 0 || len(s.Imports) < 2 {
		return nil
	}
	var all []importGoods
	for _, imp := range s.Imports {
		groups, err := s.Figures.Aggregate(figure.Filter{Imports: []briefing.ID{imp.ID}}, []figure.Dimension{"flow", "partner", "region", "year", "month"})
		if err != nil || len(groups) == 0 {
			continue
		}
		g := importGoods{imp, map[trade][]uint8{}}
		for _, x := range groups {
			g.trade[trade{x.Keys[0], x.Keys[1], x.Keys[2], x.Keys[3], x.Keys[4], x.Split}] = x.Levels
		}
		all = append(all, g)
	}
	var out []Finding
	for i, later := range all {
		for _, earlier := range all[:i] {
			if k, found := bothHave(later, earlier); found && nestedCodes(s, later.imp, earlier.imp, k) {
				a, b := earlier.imp.File, later.imp.File
				out = append(out, Finding{
					Severity: Warning, Ref: later.imp.Ref(),
					Evidence: text("check.37.evidence", func(briefing.Lang) []any { return []any{b, a} }),
					Mend:     text("check.37.mend", nil),
				})
			}
		}
	}
	return out
}

// bothHave finds a trade that both imports have at different levels of codes.
func bothHave(a, b importGoods) (trade, bool) {
	for k, levels := range a.trade {
		if other, ok := b.trade[k]; ok && !slices.Equal(levels, other) {
			return k, true
		}
	}
	return trade{}, false
}

// nestedCodes reports whether a code of the one import holds one of the other
// in that trade; all goods hold every code.
func nestedCodes(s *project.Snapshot, a, b *briefing.Import, k trade) bool {
	codes := func(imp *briefing.Import) []string {
		split := k.split
		f := figure.Filter{Imports: []briefing.ID{imp.ID}, Flow: figure.Flow(k.flow), Partner: k.partner, Region: k.region, Split: &split}
		groups, err := s.Figures.Aggregate(f, []figure.Dimension{"code"})
		if err != nil {
			return nil
		}
		var out []string
		for _, g := range groups {
			if g.Keys[0] != figure.HiddenCode {
				out = append(out, g.Keys[0])
			}
		}
		return out
	}
	mine, theirs := codes(a), codes(b)
	holds := func(up, down []string) bool {
		all := slices.Contains(up, figure.TotalCode)
		for _, c := range down {
			if all && c != figure.TotalCode {
				return true
			}
			for n := len(c) - 1; n > 1; n-- {
				if _, ok := slices.BinarySearch(up, c[:n]); ok {
					return true
				}
			}
		}
		return false
	}
	return holds(mine, theirs) || holds(theirs, mine)
}
