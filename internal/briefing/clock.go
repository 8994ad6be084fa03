package briefing

import (
	"fmt"
	"strings"
)

// Clock is an hour of a programme: a time of day and, where they are known, how
// long it takes from there and the zone that the time is of. An hour without a
// zone is local time of the place of the event, as programmes are written.
type Clock struct {
	Minute int // of the day, from 0
	Length int // minutes to its end, less than a day; 0: not known
	Zoned  bool
	Offset int // minutes east of UTC, of a zoned hour
}

// The offsets in use, in minutes.
const (
	minutesOfDay = 24 * 60

	offsetWest = -12 * 60
	offsetEast = 14 * 60
)

// ParseClock reads the stored form: "15:04", or "15:04+05:00" with a zone, and
// "/16:30" behind either with an end; one before the beginning is of the next
// day. It reports false for anything else, the empty text too.
func ParseClock(s string) (c Clock, ok bool) {
	s, until, ends := strings.Cut(s, "/")
	if c, ok = parseHour(s); !ok || !ends {
		return c, ok
	}
	if len(until) != 5 {
		return Clock{}, false
	}
	end, ok := dayMinute(until, 23)
	if c.Length = (end - c.Minute + minutesOfDay) % minutesOfDay; !ok || c.Length == 0 {
		return Clock{}, false
	}
	return c, true
}

func parseHour(s string) (c Clock, ok bool) {
	if len(s) != 5 && len(s) != 11 {
		return Clock{}, false
	}
	if c.Minute, ok = dayMinute(s[:5], 23); !ok || len(s) == 5 {
		return c, ok
	}
	off, ok := dayMinute(s[6:], 14)
	if s[5] == '-' {
		off = -off
	}
	if !ok || s[5] != '+' && s[5] != '-' || off < offsetWest || off > offsetEast {
		return Clock{}, false
	}
	c.Zoned, c.Offset = true, off
	return c, true
}

// dayMinute reads "15:04" as minutes.
func dayMinute(s string, hours int) (int, bool) {
	h, okH := number(s[:2], 2, 0, hours)
	m, okM := number(s[3:], 2, 0, 59)
	return h*60 + m, okH && okM && s[2] == ':'
}

// Face is the time of day alone, "15:04".
func (c Clock) Face() string { return fmt.Sprintf("%02d:%02d", c.Minute/60, c.Minute%60) }

// EndFace is the time of day at its end, "16:30"; empty where that is not known.
func (c Clock) EndFace() string {
	if c.Length == 0 {
		return ""
	}
	return Clock{Minute: (c.Minute + c.Length) % minutesOfDay}.Face()
}

// String is the stored form.
func (c Clock) String() string {
	if c.Length > 0 {
		begin := c
		begin.Length = 0
		return begin.String() + "/" + c.EndFace()
	}
	if !c.Zoned {
		return c.Face()
	}
	sign, off := "+", c.Offset
	if off < 0 {
		sign, off = "-", -off
	}
	return strings.Join([]string{c.Face(), fmt.Sprintf("%02d:%02d", off/60, off%60)}, sign)
}

// Hour is the hour of an event; false where it is not known.
func (r *Event) Hour() (Clock, bool) { return ParseClock(r.Clock) }

// DayKnown reports whether it is known on which day the event begins.
func (r *Event) DayKnown() bool {
	return (r.When.Kind == DayPeriod || r.When.Kind == RangePeriod) && r.When.From.Day > 0
}
