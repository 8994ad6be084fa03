package importer

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/periods"
)

// Some texts of periods can be read in two ways, and only the other cells of
// their column tell which is meant: 2026.1 is October where a table program has
// taken «2026.10» for a number, and January where months are written without a
// zero; 3/1/2026 is the first of March or the third of January. Where the column
// does not tell either, the cell is refused rather than guessed.

// Reasons why such a cell is refused ("importer.reject.<reason>" in the texts).
const (
	RejectTenth    = "tenth"        // 2026.1, January or October
	RejectDayMonth = "day-or-month" // 3/4/2026, the third of April or the fourth of March
)

// Notes on what the column told.
const (
	NoteMonthFirst = "month-first" // dates were read as month/day/year
	NoteMonths     = "months"      // dates were read as the months that they begin or end
)

// periodColumn is what the cells of a column say together of texts that can be
// read in two ways.
type periodColumn struct {
	met                        map[string]bool
	padded, single             bool     // 2026.03; 2026.3 but for 2026.1
	first, tenth, lone, number bool     // 2026.01; 2026.10; 2026.1; 2026.1 in a cell that holds a number
	dates                      bool     // 3/1/2026
	dayFirst, monthFirst       bool     // a date that can only be read so
	opens, closes              bool     // all dates are the first of a month, read with the month first; with the day first
	days                       []string // all dates, once each
	swapped, sure, months      bool     // see settle
}

func newPeriodColumn() *periodColumn {
	return &periodColumn{met: map[string]bool{}, opens: true, closes: true}
}

// see takes a cell into account.
func (c *periodColumn) see(cell *cells.Cell) {
	b := cells.Trim(cell.Text)
	if len(b) < 6 || len(b) > 19 {
		return
	}
	if c.met[string(b)] {
		if cell.Kind == cells.Number && !c.number {
			month, ok := pointMonth(string(b))
			c.number = ok && month == "1" // that was met as a text before
		}
		return
	}
	s := string(b)
	if len(c.met) < memoLimit {
		c.met[s] = true
	}
	if month, ok := pointMonth(s); ok {
		switch {
		case month == "1":
			c.lone, c.number = true, c.number || cell.Kind == cells.Number
		case len(month) == 1:
			c.single = true
		case month[0] == '0':
			c.padded, c.first = true, c.first || month == "01"
		case month == "10":
			c.tenth = true
		}
	}
	day := false
	if a, b, _, ok := slashDate(s); ok {
		c.dates, day = true, true
		c.dayFirst, c.monthFirst = c.dayFirst || a > 12, c.monthFirst || b > 12
		c.opens, c.closes = c.opens && b == 1, c.closes && a == 1
	}
	if !day && len(s) >= 8 {
		p, ok := periods.Parse(s)
		day = ok && p.Kind == briefing.DayPeriod
	}
	if day && len(c.days) < memoLimit {
		c.days = append(c.days, s)
	}
}

// settle decides once the column has been seen: how dates are written, and
// whether they stand for months. A file of trade by months may have the first or
// the last day of each, as a table program makes of «01.2025».
func (c *periodColumn) settle() (notes []string) {
	c.swapped, c.sure = c.order()
	if c.swapped {
		notes = append(notes, NoteMonthFirst)
	}
	first, last := len(c.days) > 0, len(c.days) > 0
	for _, s := range c.days {
		p, why := c.period(s)
		if why != "" || p.Kind != briefing.DayPeriod {
			first, last = false, false
			break
		}
		first = first && p.From.Day == 1
		last = last && p.Start().AddDate(0, 0, 1).Day() == 1
	}
	if c.months = first || last; c.months {
		notes = append(notes, NoteMonths)
	}
	return notes
}

// open reports whether cells further down may still tell.
func (c *periodColumn) open() bool {
	return c.padded || c.single || c.lone || c.tenth || c.dates || len(c.days) > 0
}

// tenthMonth is the month that 2026.1 stands for, 0 when the column does not
// tell. A column that writes 2026.03 has no January but 2026.01; one that holds
// a text 2026.10, or any month without a zero, has no October but 2026.10 —
// unless it is a number, of which the zero at the end is lost.
func (c *periodColumn) tenthMonth() int {
	switch {
	case c == nil || c.number && !c.padded || c.padded && c.single && !c.tenth || c.first && c.tenth || c.number && c.tenth:
		return 0
	case c.padded && !c.tenth:
		return 10
	case c.tenth || c.single:
		return 1
	}
	return 0
}

// order tells how the dates with slashes are written: the month first or the
// day. A file of trade stands by months: where all its dates are the first of a
// month, read one way and not the other, they are read that way.
func (c *periodColumn) order() (monthFirst, sure bool) {
	if c.dayFirst != c.monthFirst {
		return c.monthFirst, true
	}
	return c.opens && !c.closes, c.opens || c.closes
}

// period reads a text of the column; reason is why it is none.
func (c *periodColumn) period(s string) (p briefing.Period, reason string) {
	s = strings.TrimPrefix(s, "'") // a text that a table program would take for something else
	if year, ok := strings.CutSuffix(s, ".0"); ok && periods.IsYear(year) {
		s = year // that a program took for a number
	}
	if month, ok := pointMonth(s); ok && month == "1" {
		n := c.tenthMonth()
		if n == 0 {
			return p, RejectTenth
		}
		year, _ := strconv.Atoi(s[:4])
		return briefing.Month(year, n), ""
	}
	if a, b, year, ok := slashDate(s); ok {
		monthFirst, sure := c != nil && c.swapped, c != nil && c.sure
		switch {
		case a > 12 && b <= 12, a == b:
			monthFirst = false
		case b > 12 && a <= 12:
			monthFirst = true
		case !sure:
			return p, RejectDayMonth
		}
		if monthFirst {
			s = strconv.Itoa(b) + "/" + strconv.Itoa(a) + "/" + year
		}
	}
	p, ok := periods.Parse(s)
	if !ok {
		return briefing.Period{}, RejectPeriod
	}
	if c != nil && c.months && p.Kind == briefing.DayPeriod {
		p = briefing.Month(p.From.Year, p.From.Month)
	}
	return p, ""
}

// pointMonth cuts a year and a month apart that a point stands between: 2026.1.
func pointMonth(s string) (month string, ok bool) {
	if len(s) != 6 && len(s) != 7 || s[4] != '.' || !periods.IsYear(s[:4]) {
		return "", false
	}
	month = s[5:]
	n, err := strconv.Atoi(month)
	return month, err == nil && month[0] != '+' && month[0] != '-' && n >= 1 && n <= 12
}

// slashDate cuts a date with slashes and the year at its end apart.
func slashDate(s string) (a, b int, year string, ok bool) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || !periods.IsYear(parts[2]) || strings.Trim(s, "0123456789/") != "" {
		return 0, 0, "", false
	}
	a, _ = strconv.Atoi(parts[0])
	b, _ = strconv.Atoi(parts[1])
	return a, b, parts[2], a > 0 && b > 0
}
