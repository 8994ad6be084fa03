package redline

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// typed reads what people have written in the place of a field that is stored in
// a form of its own: a period, an hour, a choice from a list. Ok is false for
// other types, and reason is Value where the text says none.
// Taken is how it reads then.
func typed(l briefing.Lang, f briefing.Field, text, before string) (after, taken string, reason Reason, ok bool) {
	text = strings.TrimSpace(text)
	switch f.Type {
	case briefing.PeriodField:
		p, err := lang.ParseRecordPeriod(l, text)
		if err != nil || p.Kind == briefing.NoPeriod {
			return "", "", Value, true
		}
		return p.String(), text, "", true
	case briefing.ClockField:
		at, err := lang.ParseClock(text)
		if err != nil {
			return "", "", Value, true
		}
		return hour(l, at, text, before)
	case briefing.EnumField:
		if o, ok := lang.ParseEnum(f.Group, f.Options, text); ok {
			return o, text, "", true
		}
		return "", "", Value, true
	}
	return "", "", "", false
}

// hour puts a written hour in the place of the one before. Without a zone it
// keeps the one it had: the page that was edited tells the zone under its table.
// A beginning that was moved without its end moves the end with it, since an item
// is put off more often than it is given no end; whoever takes the end alone out
// means just that. An end that was left standing before the new beginning is not
// one of the next day.
func hour(l briefing.Lang, at, text, before string) (after, taken string, reason Reason, ok bool) {
	c, ok := briefing.ParseClock(at)
	was, had := briefing.ParseClock(before)
	if !ok || !had {
		return at, text, "", true
	}
	written := c.Zoned
	if !c.Zoned && was.Zoned {
		c.Zoned, c.Offset = true, was.Offset
	}
	taken = text
	switch {
	case c.Length == 0 && was.Length > 0 && c.Face() != was.Face():
		c.Length = was.Length
		shown := c
		shown.Zoned = written
		taken = lang.Clock(l, shown.String())
	case c.Length > 0 && c.EndFace() == was.EndFace() && overnight(c) && !overnight(was):
		return "", "", Ends, true
	}
	return c.String(), taken, "", true
}

// overnight reports whether an hour ends on the next day.
func overnight(c briefing.Clock) bool { return c.EndFace() != "" && c.EndFace() < c.Face() }

// hourWords is the most words of an hour with its end and its zone: «с 11:00 до
// 12:30 МСК».
const hourWords = 5

// hourAndTitle parts an item of a programme. An hour is told with its zone only
// where the line was printed so: else a place behind it is the title's. An end may
// be written with blanks around its dash.
func hourAndTitle(text string, zoned bool) (hour, title string) {
	words := strings.Fields(text)
	for n := min(hourWords, len(words)); n > 0; n-- {
		hour := strings.Join(words[:n], " ")
		stored, err := lang.ParseClock(hour)
		c, _ := briefing.ParseClock(stored)
		if err == nil && (zoned || n == 1 || c.Length > 0 && !c.Zoned) {
			rest := strings.TrimLeft(text, " \u00a0\t")
			for range n {
				at := strings.IndexAny(rest, " \u00a0\t\u202f")
				if at < 0 {
					return hour, ""
				}
				rest = strings.TrimLeft(rest[at:], " \u00a0\t\u202f")
			}
			return hour, strings.TrimSpace(rest)
		}
	}
	return "", strings.TrimSpace(text)
}

// hourPrinted reports whether the line of an item was printed with the zone of
// its hour.
func hourPrinted(s *document.Shown, printed string) (zoned bool) {
	hour := strings.TrimSuffix(strings.TrimSpace(printed), strings.TrimSpace(s.Fields[1].Stored))
	return strings.ContainsAny(strings.TrimSpace(hour), " \u00a0")
}
