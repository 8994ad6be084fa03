package briefing

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date whose month and day may be unknown (zero).
type Date struct{ Year, Month, Day int }

// PeriodKind tells what is known of a period.
type PeriodKind uint8

// Kinds of period.
const (
	NoPeriod PeriodKind = iota
	DayPeriod
	MonthPeriod
	QuarterPeriod
	HalfPeriod
	YearPeriod
	RangePeriod  // from..to, either end of which may be open
	ByYearPeriod // «к 2024 году»: by its first day or in its course, ambiguous
)

// Period is a stretch of time known only as far as its kind says: an event in
// «июнь 2022» has no day, and none is made up. Periods are comparable with ==.
type Period struct {
	Kind     PeriodKind
	From, To Date // To only in a range; an open end is the zero Date
}

// Year makes the period of a whole year.
func Year(y int) Period { return Period{Kind: YearPeriod, From: Date{Year: y}} }

// Month makes the period of a month.
func Month(y, m int) Period { return Period{Kind: MonthPeriod, From: Date{Year: y, Month: m}} }

// Months makes the period of the months from the first to the last of a year:
// the year when they are all, a month when they are one, else a range.
func Months(y, first, last int) Period {
	switch {
	case first == 1 && last == 12:
		return Year(y)
	case first == last:
		return Month(y, first)
	}
	return Period{Kind: RangePeriod, From: Date{Year: y, Month: first}, To: Date{Year: y, Month: last}}
}

// Day makes the period of one day.
func Day(y, m, d int) Period { return Period{Kind: DayPeriod, From: Date{y, m, d}} }

// Per reads a literal period and panics on a bad one; for literals in tests
// and built-in data only.
func Per(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// ParsePeriod reads the stored form: "2023-03-20", "2022-06", "2022-Q3",
// "2022-H1", "2022", "2022-01..2022-10" (open: "2022-11..", "..2023-03-20"),
// "by-2024"; the empty text is no period.
func ParsePeriod(s string) (Period, error) {
	bad := func() (Period, error) {
		return Period{}, &Error{Code: CodeBadPeriod, Op: "parse period", Path: s}
	}
	if s == "" {
		return Period{}, nil
	}
	if rest, ok := strings.CutPrefix(s, "by-"); ok {
		y, ok := number(rest, 4, 1000, 9999)
		if !ok {
			return bad()
		}
		return Period{Kind: ByYearPeriod, From: Date{Year: y}}, nil
	}
	if a, b, ok := strings.Cut(s, ".."); ok {
		from, okA := parseDate(a)
		to, okB := parseDate(b)
		if (a != "" && !okA) || (b != "" && !okB) || (a == "" && b == "") {
			return bad()
		}
		if a != "" && b != "" && to.end().Before(from.start()) {
			return bad()
		}
		return Period{Kind: RangePeriod, From: from, To: to}, nil
	}
	if len(s) == 7 && (s[5] == 'Q' || s[5] == 'H') && s[4] == '-' {
		y, okY := number(s[:4], 4, 1000, 9999)
		n, okN := number(s[6:], 1, 1, map[byte]int{'Q': 4, 'H': 2}[s[5]])
		if !okY || !okN {
			return bad()
		}
		if s[5] == 'Q' {
			return Period{Kind: QuarterPeriod, From: Date{Year: y, Month: 3*n - 2}}, nil
		}
		return Period{Kind: HalfPeriod, From: Date{Year: y, Month: 6*n - 5}}, nil
	}
	d, ok := parseDate(s)
	if !ok {
		return bad()
	}
	switch {
	case d.Day != 0:
		return Period{Kind: DayPeriod, From: d}, nil
	case d.Month != 0:
		return Period{Kind: MonthPeriod, From: d}, nil
	}
	return Period{Kind: YearPeriod, From: d}, nil
}

func number(s string, width, low, high int) (int, bool) {
	if len(s) != width {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= low && n <= high
}

func parseDate(s string) (Date, bool) {
	var d Date
	var ok bool
	switch len(s) {
	case 10:
		if s[7] != '-' {
			return d, false
		}
		if d.Day, ok = number(s[8:], 2, 1, 31); !ok {
			return Date{}, false
		}
		fallthrough
	case 7:
		if s[4] != '-' {
			return Date{}, false
		}
		if d.Month, ok = number(s[5:7], 2, 1, 12); !ok {
			return Date{}, false
		}
		fallthrough
	case 4:
		if d.Year, ok = number(s[:4], 4, 1000, 9999); !ok {
			return Date{}, false
		}
	default:
		return d, false
	}
	if d.Day != 0 && d.start().Day() != d.Day { // 31 April
		return Date{}, false
	}
	return d, true
}

// String is the date as far as it is known: "2023-03-20", "2023-03", "2023".
func (d Date) String() string {
	switch {
	case d == Date{}:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func (d Date) start() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// end is the first moment after the date.
func (d Date) end() time.Time {
	switch {
	case d.Month == 0:
		return time.Date(d.Year+1, 1, 1, 0, 0, 0, 0, time.UTC)
	case d.Day == 0:
		return time.Date(d.Year, time.Month(d.Month)+1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day+1, 0, 0, 0, 0, time.UTC)
}

// String is the stored form that ParsePeriod reads.
func (p Period) String() string {
	switch p.Kind {
	case NoPeriod:
		return ""
	case QuarterPeriod:
		return fmt.Sprintf("%04d-Q%d", p.From.Year, (p.From.Month+2)/3)
	case HalfPeriod:
		return fmt.Sprintf("%04d-H%d", p.From.Year, (p.From.Month+5)/6)
	case RangePeriod:
		return p.From.String() + ".." + p.To.String()
	case ByYearPeriod:
		return fmt.Sprintf("by-%04d", p.From.Year)
	}
	return p.From.String()
}

// Start is the first day of the period at midnight UTC (calendar arithmetic
// only); the zero time when there is none or the range is open.
func (p Period) Start() time.Time {
	if p.From == (Date{}) {
		return time.Time{}
	}
	return p.From.start()
}

// End is the first day after the period, with the same conventions as Start.
func (p Period) End() time.Time {
	switch p.Kind {
	case NoPeriod:
		return time.Time{}
	case RangePeriod:
		if p.To == (Date{}) {
			return time.Time{}
		}
		return p.To.end()
	case QuarterPeriod:
		return p.From.start().AddDate(0, 3, 0)
	case HalfPeriod:
		return p.From.start().AddDate(0, 6, 0)
	case ByYearPeriod:
		return Date{Year: p.From.Year}.end()
	}
	return p.From.end()
}

// Known is the time by which what happened in the period is put in order: its
// begin, or its end where only that is told («по 20 марта»). It is the zero
// time where nothing is known.
func (p Period) Known() time.Time {
	if t := p.Start(); !t.IsZero() {
		return t
	}
	return p.End()
}

// Months is the number of whole months covered; ok is false when the period
// is a day, open, ambiguous or not made of whole months.
func (p Period) Months() (n int, ok bool) {
	switch p.Kind {
	case MonthPeriod:
		return 1, true
	case QuarterPeriod:
		return 3, true
	case HalfPeriod:
		return 6, true
	case YearPeriod:
		return 12, true
	case RangePeriod:
		a, b := p.Start(), p.End()
		if a.IsZero() || b.IsZero() || a.Day() != 1 || b.Day() != 1 {
			return 0, false
		}
		return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month()), true
	}
	return 0, false
}

// YearBefore is the same period one year earlier.
func (p Period) YearBefore() Period {
	if p.From.Year != 0 {
		p.From.Year--
	}
	if p.To.Year != 0 {
		p.To.Year--
	}
	return p
}

// Ambiguous reports whether readers can understand the period in two ways.
func (p Period) Ambiguous() bool { return p.Kind == ByYearPeriod }

// Frequency is the SDMX frequency code: A, S (half), Q, M, D; "R" for a range
// or an ambiguous period and empty for none. Rows of different frequency are
// never added.
func (p Period) Frequency() string {
	return [...]string{"", "D", "M", "Q", "S", "A", "R", "R"}[p.Kind]
}

// Compare orders periods by start, then by end; no period comes last.
func (p Period) Compare(q Period) int {
	switch {
	case p.Kind == NoPeriod && q.Kind == NoPeriod:
		return 0
	case p.Kind == NoPeriod:
		return 1
	case q.Kind == NoPeriod:
		return -1
	}
	if c := p.Start().Compare(q.Start()); c != 0 {
		return c
	}
	return p.End().Compare(q.End())
}

// Apart reports whether two periods have no day in common. One that is known
// less exactly than the other is not apart from it, and neither is none.
func (p Period) Apart(q Period) bool {
	if p.Kind == NoPeriod || q.Kind == NoPeriod {
		return false
	}
	before := func(x, y Period) bool {
		return !x.End().IsZero() && !y.Start().IsZero() && !x.End().After(y.Start())
	}
	return before(p, q) || before(q, p)
}
