package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// check37: the same goods are not counted twice, once by their heading and once
// by its subheadings. Within one file the import sees to that; of two files, one
// by four digits and one by ten, or one of all goods together, both are stored
// and added: every sum of them is wrong, so no pack is issued with it.
func check37() Check { return Check{Number: 37, data: goodsTwice} }

// trade is what must be equal for rows of two imports to be added.
type trade struct {
	flow, partner, region, year, month string
	split                              figure.Split
}

func goodsTwice(s *project.Snapshot) []Finding {
	if codes := s.Figures.Codes(); len(s.Imports) < 2 || !figure.Nested(codes) && !slices.Contains(codes, figure.TotalCode) { // as in most projects
		return nil
	}
	goods := make([]map[trade][]string, len(s.Imports))
	for i, imp := range s.Imports {
		goods[i] = goodsOf(s.Figures, imp.ID)
	}
	var out []Finding
	for i, later := range s.Imports {
		for j, earlier := range s.Imports[:i] {
			if !overlap(goods[i], goods[j]) {
				continue
			}
			out = append(out, Finding{
				Severity: Blocking, Ref: later.Ref(),
				Evidence: text("check.37.evidence", func(briefing.Lang) []any { return []any{later.File, earlier.File} }),
				Mend:     text("check.37.mend", nil),
			})
		}
	}
	return out
}

// goodsOf lists the codes of an import by trade, in order.
func goodsOf(set *figure.Set, id briefing.ID) map[trade][]string {
	groups, err := set.Aggregate(figure.Filter{Imports: []briefing.ID{id}}, []figure.Dimension{"flow", "partner", "region", "year", "month", "code"})
	if err != nil {
		return nil
	}
	out := map[trade][]string{}
	for _, g := range groups {
		k := trade{g.Keys[0], g.Keys[1], g.Keys[2], g.Keys[3], g.Keys[4], g.Split}
		out[k] = append(out[k], g.Keys[5])
	}
	return out
}

// overlap reports whether a code of the one holds one of the other in a trade
// that both have.
func overlap(a, b map[trade][]string) bool {
	for k, mine := range a {
		if theirs := b[k]; holds(mine, theirs) || holds(theirs, mine) {
			return true
		}
	}
	return false
}

// holds reports whether one of the codes above holds one of those below; all
// goods hold every code.
func holds(above, below []string) bool {
	total := slices.Contains(above, figure.TotalCode)
	for _, c := range below {
		if c == figure.HiddenCode || c == figure.TotalCode {
			continue
		}
		if total {
			return true
		}
		for n := len(c) - 1; n > 1; n-- {
			if _, ok := slices.BinarySearch(above, c[:n]); ok {
				return true
			}
		}
	}
	return false
}
