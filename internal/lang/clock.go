package lang

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"briefing/internal/briefing"
)

// Clock prints the stored hour of an event with its end and its zone, where it
// has them: «11:00», «11:00–12:30», «11:00 UTC+5», «11:00 МСК». What can't be read is printed as it is
// stored.
func Clock(l briefing.Lang, stored string) string {
	c, ok := briefing.ParseClock(stored)
	if !ok {
		return stored
	}
	face := c.Face()
	if c.Length > 0 {
		face += dash(l) + c.EndFace()
	}
	if !c.Zoned {
		return face
	}
	return face + "\u00a0" + ZoneName(l, c.Offset)
}

// ZoneName names a zone by its offset in minutes: by a name of its own where
// the language has one, «МСК», else "UTC+5".
func ZoneName(l briefing.Lang, offset int) string {
	name, _ := zoneAt(l, offset)
	return name
}

// ZoneTime says whose time hours of one zone are: «Время московское»,
// «Время местное, UTC+5».
func ZoneTime(l briefing.Lang, offset int) string {
	if s, ok := lookup(l, "zone.time."+strconv.Itoa(offset)); ok {
		return s
	}
	return T(l, "zone.time", ZoneName(l, offset))
}

// ParseClock reads an hour as a person types it or as Clock prints it in any
// of the languages: «9:30», «9.30», «10:00–11:30», «с 10.00 до 11.30», «11:00
// МСК», «11:00 UTC+5», «11:00 (Ташкент)», and gives its stored form. An hour without a zone keeps none. The
// empty text is the unknown hour; what can't be read, and a place whose zone is
// not known or changes with the season, is refused with briefing.CodeBadClock.
func ParseClock(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	if c, ok := briefing.ParseClock(s); ok {
		return c.String(), nil
	}
	bad := &briefing.Error{Code: briefing.CodeBadClock, Op: "parse typed hour", Path: s}
	if m := fromTo().FindStringSubmatch(widened(s)); m != nil {
		begin, err := ParseClock(m[1] + m[3])
		if err != nil {
			return "", bad
		}
		until, err := ParseClock(m[2])
		if c, ok := briefing.ParseClock(begin + "/" + until); ok && err == nil {
			return c.String(), nil
		}
		return "", bad
	}
	typed := strings.ReplaceAll(widened(s), "\u00a0", " ")
	if len(typed) > 2 && !strings.Contains(typed, ":") { // «9.30»
		if i := strings.IndexByte(typed, '.'); i == 1 || i == 2 {
			typed = typed[:i] + ":" + typed[i+1:]
		}
	}
	if len(typed) <= len("09:30:00") && strings.Count(typed, ":") == 2 {
		typed = strings.TrimSuffix(typed, ":00") // as spreadsheets write it
	}
	before, face, named := splitClock(typed)
	c, ok := briefing.ParseClock(face)
	if !ok || before != "" && named != "" {
		return "", bad
	}
	if named += before; named != "" { // 莫斯科时间11:00
		if c.Offset, c.Zoned = zoneOf(named); !c.Zoned {
			return "", bad
		}
	}
	return c.String(), nil
}

// fromTo takes an hour with its end apart: «10:00–11:30 МСК», «с 10.00 до 11.30»,
// "from 10:00 to 11:30", 10:00至11:30.
var fromTo = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:с |from )?\s*(\d{1,2}[:.]\d{2})\s*(?:[-–—−/~]|до|по|to|至|到)\s*(\d{1,2}[:.]\d{2})(\D.*)?$`)
})

// zoneOf is the offset of a named zone, or of a place that keeps one all year.
func zoneOf(name string) (minutes int, ok bool) {
	if z, ok := zoneNamed(name); ok {
		_, seconds := time.Unix(0, 0).In(z).Zone()
		return seconds / 60, true
	}
	for m := zoneWest; m <= zoneEast; m += zoneQuarter {
		for _, l := range briefing.Langs() {
			places, _ := lookup(l, "zone.places."+strconv.Itoa(m))
			for p := range strings.SplitSeq(places, "|") {
				if p != "" && strings.EqualFold(p, name) {
					return m, true
				}
			}
		}
	}
	return 0, false
}
