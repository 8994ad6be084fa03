package redline

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// typed reads what people have written in the place of a field that is stored in
// a form of its own: a period, an hour, a choice from a list. Ok is false for
// other types, and reason is Value where the text says none.
func typed(l briefing.Lang, f briefing.Field, text, before string) (after string, reason Reason, ok bool) {
	text = strings.TrimSpace(text)
	switch f.Type {
	case briefing.PeriodField:
		p, err := lang.ParsePeriod(l, text)
		if err != nil || p.Kind == briefing.NoPeriod {
			return "", Value, true
		}
		return p.String(), "", true
	case briefing.ClockField:
		at, err := lang.ParseClock(text)
		if err != nil {
			return "", Value, true
		}
		return sameZone(at, before), "", true
	case briefing.EnumField:
		for _, o := range f.Options {
			if slices.ContainsFunc(briefing.Langs(), func(l briefing.Lang) bool {
				return strings.EqualFold(lang.Enum(l, f.Group, o), text)
			}) {
				return o, "", true
			}
		}
		return "", Value, true
	}
	return "", "", false
}

// sameZone gives an hour that was written without a zone the one it had: the
// page that was edited tells the zone under its table.
func sameZone(at, before string) string {
	c, ok := briefing.ParseClock(at)
	if was, had := briefing.ParseClock(before); ok && had && was.Zoned && !c.Zoned {
		c.Zoned, c.Offset = true, was.Offset
		return c.String()
	}
	return at
}

// hourAndTitle parts an item of a programme. An hour is told with its zone only
// where the line was printed so: else a place behind it is the title's.
func hourAndTitle(text string, zoned bool) (hour, title string) {
	words := strings.Fields(text)
	most := 1
	if zoned {
		most = 3
	}
	for n := min(most, len(words)); n > 0; n-- {
		hour := strings.Join(words[:n], " ")
		if _, err := lang.ParseClock(hour); err == nil {
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
