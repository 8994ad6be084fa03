package importer

import (
	"strings"

	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// A table of a known kind may have the year in one column and the month or the
// quarter in another.

// monthsOfYears takes a column of months that stands without one of years for
// the column of periods: «Месяц» over «ноябрь 2026».
func (p *plan) monthsOfYears() {
	if p.shape == nil && p.col[RoleMonth] >= 0 && p.col[RolePeriod] < 0 && p.col[RoleYear] < 0 {
		p.col[RolePeriod], p.col[RoleMonth] = p.col[RoleMonth], -1
	}
}

// monthOfYear joins a year and what the second column says of it: a month, a
// quarter, or nothing for the whole year. A period that is more than a year says
// all by itself.
func (m *mapper) monthOfYear(year, month []byte) []byte {
	if len(month) == 0 || len(year) != 4 || !periods.IsYear(string(year)) {
		return year
	}
	m.scratch = append(append(m.tagged('y', year), 0), month...)
	return []byte(memo(m.texts, m.scratch, func(string) string {
		of := string(month)
		if codes.Fold(m.header[m.col[RoleMonth]]) == codes.Fold(headQuarter) && !strings.Contains(codes.Fold(of), "кв") {
			of += " кв."
		}
		return periods.Join("", string(year), of, "")
	}))
}
