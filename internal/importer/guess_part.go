package importer

import (
	"briefing/internal/briefing"
	"briefing/internal/importer/periods"
)

// Where the columns or rows have the years alone, a title may say which part of
// them is meant.

// yearsAlone reports whether columns or rows tell the time of figures by years
// alone. rows are the first ones below the header.
func (s *Shape) yearsAlone(rows [][]string) bool {
	across := false
	for _, c := range s.Columns {
		if !amountRole(c.Role) || c.Series.Period == "" || c.Aside == AsidePlan {
			continue
		}
		if p, ok := periods.Parse(c.Series.Period); !ok || p.Kind != briefing.YearPeriod {
			return false
		}
		across = true
	}
	if s.hasRole(RoleMonth) {
		return false
	}
	for _, c := range s.Columns {
		if c.Role != RoleYear && c.Role != RolePeriod {
			continue
		}
		for _, r := range rows {
			if c.Index <= len(r) && r[c.Index-1] != "" && !periods.IsYear(r[c.Index-1]) && !totalWord(r[c.Index-1]) {
				return false
			}
		}
		across = true
	}
	return across
}

// readPart has years mean the part of the year that stands above the table.
func (s *Shape) readPart(titles []string, rows [][]string) {
	if !s.yearsAlone(rows) {
		return
	}
	if part, ok := periods.OnlyPart(titles); ok {
		s.Constants.Period = periods.PartText(part)
	} else if periods.IsPart(s.Constants.Period) {
		s.Constants.Period = ""
	}
}
