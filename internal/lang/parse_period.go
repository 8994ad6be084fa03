package lang

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// ParsePeriod reads a period as a person types it or as Period and
// PeriodShort print it: "20.03.2023", «20–22 марта 2023 г.», «июнь 2022»,
// «III кв. 2022», "Q3 2022", «янв–окт 2022», «10 месяцев 2022 года», 2022年1–10月,
// «к 2024 году», «с ноября 2022», the stored form. Words of the language l go
// first, those of the others follow. Nothing is made up: a month without a
// year is refused with briefing.CodeBadPeriod. The empty text is no period.
func ParsePeriod(l briefing.Lang, s string) (briefing.Period, error) {
	s = strings.TrimSpace(s)
	if p, err := briefing.ParsePeriod(s); err == nil {
		return p, nil
	}
	if from, to, ok := strings.Cut(s, "/"); ok && strings.Count(from, "-") > 0 && strings.Count(from, "-") == strings.Count(to, "-") { // as ISO 8601 writes it: 2026-12-09/2026-12-11
		if p, err := briefing.ParsePeriod(from + ".." + to); err == nil {
			return p, nil
		}
	}
	langs := append([]briefing.Lang{l}, slices.DeleteFunc(briefing.Langs(), func(o briefing.Lang) bool { return o == l })...)
	for _, l := range langs {
		ts, ok := typedWords(l).tokens(s)
		if !ok {
			continue
		}
		if p, ok := readPeriod(ts); ok {
			// The stored form has the last word on days and order.
			if p, err := briefing.ParsePeriod(p.String()); err == nil {
				return p, nil
			}
		}
	}
	return briefing.Period{}, &briefing.Error{Code: briefing.CodeBadPeriod, Op: "parse typed period", Path: s}
}

func readPeriod(ts []token) (briefing.Period, bool) {
	is := func(r role) func(token) bool { return func(t token) bool { return t.role == r } }
	ts = slices.DeleteFunc(slices.Clone(ts), is(skipRole))
	if len(ts) == 0 {
		return briefing.Period{}, false
	}
	if ts[0].role == byRole {
		d, ok := side(ts[1:])
		return briefing.Period{Kind: briefing.ByYearPeriod, From: briefing.Date{Year: d.y}}, ok && d == partial{y: d.y}
	}
	open := ts[0].role == fromRole || ts[len(ts)-1].role == fromRole
	until := ts[0].role == toRole
	ts = slices.DeleteFunc(ts, is(fromRole))
	if until {
		d, ok := side(ts[1:])
		date, whole := d.date()
		return briefing.Period{Kind: briefing.RangePeriod, To: date}, ok && whole
	}
	for _, r := range []role{spanRole, toRole, hyphenRole} {
		if r == hyphenRole {
			if p, ok := single(ts, open); ok {
				return p, true
			}
		}
		if i := slices.IndexFunc(ts, is(r)); i > 0 {
			a, okA := side(ts[:i])
			b, okB := side(ts[i+1:])
			if !okA || !okB {
				return briefing.Period{}, false
			}
			return span(a, b)
		}
	}
	return briefing.Period{}, false
}

func single(ts []token, open bool) (briefing.Period, bool) {
	d, ok := side(ts)
	if !ok {
		return briefing.Period{}, false
	}
	if open {
		date, whole := d.date()
		return briefing.Period{Kind: briefing.RangePeriod, From: date}, whole
	}
	return d.period()
}

// partial is what one side of a typed period tells: parts that are not told
// are zero.
type partial struct {
	y, m, d int
	q, h, n int  // quarter, half, months from January
	bare    bool // d is a number without a mark: a day, or a month before "–10月"
}

// once stores a part; a second value for the same part is a contradiction.
func once(at *int, v int) bool {
	if *at != 0 || v == 0 {
		return false
	}
	*at = v
	return true
}

// side reads one date of a typed period, as far as it is given.
func side(ts []token) (p partial, ok bool) {
	for i := 0; i < len(ts); {
		used := 1
		next := func(k int) role {
			if i+k < len(ts) {
				return ts[i+k].role
			}
			return noRole
		}
		switch t := ts[i]; t.role {
		case numberRole:
			if n := numeric(ts[i:]); n > 1 {
				used, ok = 2*n-1, p.numericDate(ts[i:i+2*n-1])
			} else {
				used, ok = p.number(t, next(1))
			}
		case ordinalRole:
			used, ok = p.number(t, next(1))
		case nameRole:
			ok = once(&p.m, t.val)
		case quarterRole, halfRole: // Q3, H1
			at := &p.q
			if t.role == halfRole {
				at = &p.h
			}
			used, ok = 2, next(1) == numberRole && once(at, ts[i+1].val)
		case dotRole, yearRole:
			ok = i > 0
		default:
			ok = false
		}
		if !ok {
			return partial{}, false
		}
		i += used
	}
	return p, true
}

// number places a number by the word behind it, or by its width.
func (p *partial) number(t token, mark role) (used int, ok bool) {
	if t.width == 4 {
		return 1, once(&p.y, t.val)
	}
	switch mark {
	case yearRole:
		return 2, false
	case monthRole:
		return 2, once(&p.m, t.val)
	case dayRole:
		return 2, once(&p.d, t.val)
	case monthsRole:
		return 2, once(&p.n, t.val)
	case quarterRole:
		return 2, once(&p.q, t.val)
	case halfRole:
		return 2, once(&p.h, t.val)
	}
	p.bare = true
	return 1, t.width <= 2 && once(&p.d, t.val)
}

// numeric counts the numbers joined by points, slashes or hyphens at the start.
func numeric(ts []token) int {
	n := 1
	for i := 1; i+1 < len(ts) && ts[i+1].role == numberRole; i += 2 {
		if r := ts[i].role; r != dotRole && r != slashRole && r != hyphenRole || i > 1 && r != ts[1].role {
			break
		}
		n++
	}
	return n
}

// numericDate reads 20.03.2023, 20.03.23, 03.2023, 20.03, 2023-03-20, 2023/03.
func (p *partial) numericDate(ts []token) bool {
	a, b := ts[0], ts[2]
	if len(ts) == 3 {
		switch {
		case a.width == 4 && b.width <= 2:
			return once(&p.y, a.val) && once(&p.m, b.val)
		case ts[1].role == hyphenRole:
			return false
		case b.width == 4:
			return a.width <= 2 && once(&p.m, a.val) && once(&p.y, b.val)
		}
		return a.width <= 2 && b.width == 2 && once(&p.d, a.val) && once(&p.m, b.val)
	}
	if len(ts) != 5 {
		return false
	}
	c := ts[4]
	if a.width == 4 {
		return c.width <= 2 && once(&p.y, a.val) && once(&p.m, b.val) && once(&p.d, c.val)
	}
	year := c.val
	if c.width == 2 {
		year += 2000
	}
	return c.width%2 == 0 && a.width <= 2 && once(&p.d, a.val) && once(&p.m, b.val) && once(&p.y, year)
}

// date is the calendar date told; ok is false when a part is missing between
// others or something else than a date is told.
func (p partial) date() (d briefing.Date, ok bool) {
	ok = p.y != 0 && (p.d == 0 || p.m != 0) && p.q == 0 && p.h == 0 && p.n == 0
	return briefing.Date{Year: p.y, Month: p.m, Day: p.d}, ok
}

func (p partial) period() (briefing.Period, bool) {
	only := p == partial{y: p.y, q: p.q, h: p.h, n: p.n} && p.y != 0
	switch {
	case p.n != 0:
		a, b := briefing.Date{Year: p.y, Month: 1}, briefing.Date{Year: p.y, Month: p.n}
		return briefing.Period{Kind: briefing.RangePeriod, From: a, To: b}, only && p.q == 0 && p.h == 0 && p.n <= 12
	case p.q != 0:
		return briefing.Period{Kind: briefing.QuarterPeriod, From: briefing.Date{Year: p.y, Month: 3*p.q - 2}}, only && p.h == 0 && p.q <= 4
	case p.h != 0:
		return briefing.Period{Kind: briefing.HalfPeriod, From: briefing.Date{Year: p.y, Month: 6*p.h - 5}}, only && p.h <= 2
	}
	d, ok := p.date()
	switch {
	case d.Day != 0:
		return briefing.Period{Kind: briefing.DayPeriod, From: d}, ok
	case d.Month != 0:
		return briefing.Period{Kind: briefing.MonthPeriod, From: d}, ok
	}
	return briefing.Period{Kind: briefing.YearPeriod, From: d}, ok
}

// span makes a range of two sides; what one leaves out the other tells: the
// year, the month of «20–22 марта», the mark of "1–10月".
func span(a, b partial) (briefing.Period, bool) {
	if a.y == 0 {
		a.y = b.y
	}
	if b.y == 0 {
		b.y = a.y
	}
	if b.q != 0 {
		if a.bare && a.q == 0 {
			a.q, a.d = a.d, 0
		}
		if a.q == 0 || a.q > b.q && a.y == b.y || b.q > 4 || a.m+a.d+b.m+b.d != 0 {
			return briefing.Period{}, false
		}
		a, b = partial{y: a.y, m: 3*a.q - 2}, partial{y: b.y, m: 3 * b.q}
	}
	switch {
	case a.bare && a.m == 0 && b.d == 0:
		a.m, a.d = a.d, 0
	case a.m == 0 && a.d != 0:
		a.m = b.m
	case b.m == 0 && b.d != 0:
		b.m = a.m
	}
	from, okA := a.date()
	to, okB := b.date()
	return briefing.Period{Kind: briefing.RangePeriod, From: from, To: to}, okA && okB
}
