package importer

import (
	"strings"

	"briefing/internal/briefing"
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
	if len(month) == 0 || len(year) == 0 {
		return year
	}
	m.scratch = append(append(m.tagged('y', year), 0), month...)
	return []byte(memo(m.texts, m.scratch, func(string) string {
		if p, ok := periods.Parse(string(year)); !ok || p.Kind != briefing.YearPeriod {
			return string(year)
		}
		return periods.Join("", string(year), partOfYear(m.header[m.col[RoleMonth]], string(month)), "")
	}))
}

// partOfYear spells out what a column of quarters or halves of years says by a
// number alone: 1 under «Квартал» is no January.
func partOfYear(header, said string) string {
	if strings.Trim(said, "0123456789IVXivx") != "" {
		return said
	}
	switch partHead(header) {
	case quarterPart:
		return said + " кв."
	case halfPart:
		return said + " полугодие"
	}
	return said
}

// yearPart is what the rows of a column beside years tell by numbers.
type yearPart uint8

const (
	monthPart yearPart = iota
	quarterPart
	halfPart
)

// partHead tells columns of quarters and of halves of years from those of months.
func partHead(header string) yearPart {
	f := codes.Fold(spelledHead(header))
	if at := strings.LastIndex(f, " / "); at >= 0 {
		f = f[at+len(" / "):]
	}
	switch strings.Trim(f, " .:*") {
	case "квартал", "кварталы", "кв", "номер квартала", "№ квартала", "quarter", "qtr", "q", "季度", "季", "kv", "kvart", "kvartal":
		return quarterPart
	case "полугодие", "полугодия", "half", "half-year", "half year", "半年", "polugod", "polugodie":
		return halfPart
	}
	return monthPart
}
