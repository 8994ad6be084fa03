package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// sheets finds the tables that the shape fits and, where there are several, reads
// what their names say. periods are those that their titles tell, one for each
// table; empty where a title tells none.
func (g *Guessed) sheets(tables []cells.Table, heads []head, around []*surround) {
	var names, sheets, periods []string
	sheetsMet, last := 0, (*divider)(nil)
	var taken stood
	for i, h := range heads {
		f, ok := g.Shape.fit(h)
		if !ok {
			if p := portionOf(tables[i]); p != nil {
				g.Others = append(g.Others, p.label)
			}
			continue
		}
		above := around[i].with(h, f.from)
		if f.titles = above.titles; !f.read(above, &g.Shape, tables[i], &taken) {
			g.Others = append(g.Others, tableLabel(tables[i]))
			continue
		}
		names, sheets = append(names, tableLabel(tables[i])), append(sheets, sheetName(tables[i]))
		periods = append(periods, titleConstants(above).Period)
		if p := portionOf(tables[i]); p == nil || p.among != last {
			sheetsMet++
		}
		if p := portionOf(tables[i]); p != nil {
			last = p.among
		}
	}
	if len(names) > 1 {
		g.Sheets = names
	}
	if sheetsMet > 1 {
		g.bySheet(sheets, periods)
	}
}

// read follows the titles of a table, and reports whether it is one that the shape is
// for, see stood.
func (f *fitted) read(above *surround, of *Shape, t cells.Table, taken *stood) bool {
	if portionOf(t) == nil {
		return true
	}
	if of.against(above.titles) != "" {
		return false
	}
	f.readTitle(above)
	return taken.take(t, f)
}

// bySheet has the sheets' names read, when each says the same kind of thing;
// names of sheets that add others up («Итого», «Край всего») do not count.
// Where each title tells a period of its own, the names need not.
func (g *Guessed) bySheet(sheets, periods []string) {
	s := &g.Shape
	names := slices.DeleteFunc(slices.Clone(sheets), func(n string) bool { return totalSheet(n) || turnoverText(n) })
	if len(names) == 0 {
		return
	}
	all := func(ok func(string) bool) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return !ok(n) })
	}
	told := func(r Role) bool { return s.hasRole(r) || s.seriesSay(r) }
	titles := len(periods) > 1 && !slices.Contains(periods, "") && !slices.Equal(slices.Compact(slices.Sorted(slices.Values(periods))), periods[:1])
	part := func(country string) func(string) bool {
		return func(n string) bool {
			_, ok := codes.Region(country, n)
			return ok && strings.Trim(n, "0123456789") != ""
		}
	}
	partner := s.Constants.Partner
	if partner == "" && !told(RolePartner) && s.Constants.Reporter != "CN" {
		partner = "CN" // if its provinces are named
	}
	switch {
	case all(periodName):
		if !titles && !told(RolePeriod) && !s.hasRole(RoleYear) && !s.hasRole(RoleMonth) {
			s.Sheet = RolePeriod
		}
	case all(func(n string) bool { return parseFlow(n) != "" }):
		if !told(RoleFlow) {
			s.Sheet = RoleFlow
		}
	case all(func(n string) bool { return countryName(n) != "" }):
		if !told(RolePartner) {
			s.Sheet = RolePartner
		} else if !told(RoleReporter) {
			s.Sheet = RoleReporter
		}
	case all(part(partner)) && !all(part(s.Constants.Reporter)):
		if !told(RoleProvince) {
			s.Sheet, s.Constants.Partner = RoleProvince, partner
		}
	case titles || told(RoleRegion) || slices.ContainsFunc(names, func(n string) bool { return plainSheet(n) || periodName(n) }):
	default:
		s.Sheet = RoleRegion
	}
	if s.Sheet != NoRole {
		*s.Constants.of(s.Sheet) = sheetConstant(s)
		g.Assumed = append(g.Assumed, AssumedSheets)
	}
}

// totalSheet reports whether a sheet's name says that it adds up the others.
func totalSheet(n string) bool {
	f := strings.TrimSpace(codes.Fold(n))
	return totalWord(n) || wholeText(n) || strings.HasPrefix(f, "сводн") || f == "свод" || f == "summary" || f == "汇总"
}

// sheetConstant keeps the year that months on sheets belong to.
func sheetConstant(s *Shape) string {
	if s.Sheet == RolePeriod {
		return s.Constants.Period
	}
	return ""
}

func periodName(n string) bool {
	if periods.NamesPart(n) {
		return true
	}
	_, ok := periods.Parse(strings.TrimSpace(n))
	return ok
}

// plainSheet tells the names that programs give to sheets.
func plainSheet(n string) bool {
	f := strings.ToLower(strings.TrimRight(n, " 0123456789#()_-"))
	return f == "" || slices.Contains([]string{"лист", "sheet", "工作表", "table", "таблица", "表"}, f)
}
