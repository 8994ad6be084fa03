package briefing

import (
	"strings"
	"time"
)

// Stamp is a moment known as far as a source tells it: "", "2023", "2023-03",
// "2023-03-20" or RFC 3339 to the minute "2023-03-20T21:00:00+03:00". The
// empty stamp is «дата не указана».
type Stamp string

// ParseStamp checks the stored form.
func ParseStamp(s string) (Stamp, error) {
	if s == "" {
		return "", nil
	}
	if strings.Contains(s, "T") {
		if _, err := time.Parse(time.RFC3339, s); err == nil {
			return Stamp(s), nil
		}
	} else if _, ok := parseDate(s); ok {
		return Stamp(s), nil
	}
	return "", &Error{Code: CodeBadMoment, Op: "parse moment", Path: s}
}

// Same reports whether two stamps say the same: the stored form of an hour in
// UTC may end with Z or with +00:00.
func (s Stamp) Same(o Stamp) bool {
	if s == o || !s.HasHour() || !o.HasHour() {
		return s == o
	}
	a, errA := time.Parse(time.RFC3339, string(s))
	b, errB := time.Parse(time.RFC3339, string(o))
	_, here := a.Zone()
	_, there := b.Zone()
	return errA == nil && errB == nil && a.Equal(b) && here == there
}

// HasHour reports whether the hour is known.
func (s Stamp) HasHour() bool { return strings.Contains(string(s), "T") }

// HasDay reports whether the day is known.
func (s Stamp) HasDay() bool { return len(s) >= 10 }

// Date is the calendar date as far as known.
func (s Stamp) Date() Date {
	d, _ := parseDate(string(s[:min(len(s), 10)]))
	return d
}

// Bounds are the earliest moment the stamp can mean and the first moment
// after the latest one, in the zone given for stamps without an hour; both
// are zero for an empty stamp.
func (s Stamp) Bounds(zone *time.Location) (from, to time.Time) {
	if s == "" {
		return
	}
	if s.HasHour() {
		t, err := time.Parse(time.RFC3339, string(s))
		if err != nil {
			return
		}
		return t, t
	}
	d := s.Date()
	a, b := d.start(), d.end()
	in := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, zone)
	}
	return in(a), in(b)
}

// Gate is where a stamp stands to an as-of moment.
type Gate uint8

// Standings to the as-of moment.
const (
	Before  Gate = iota // published by the moment
	After               // published later: outside the pack
	Unknown             // no date, or no hour on the day of the moment
)

// Against tells where the stamp stands to the moment (pack.md §5, check 8).
func (s Stamp) Against(asOf time.Time) Gate {
	from, to := s.Bounds(asOf.Location())
	switch {
	case s == "":
		return Unknown
	case from.After(asOf):
		return After
	case !to.After(asOf):
		return Before
	}
	return Unknown
}
