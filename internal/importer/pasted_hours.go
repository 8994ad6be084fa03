package importer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

// hours is a time of day: a clock with perhaps an end, or a part of the day.
type hours struct {
	clock, end string
	part       string
}

// stored is the hour as an event keeps it, with its end where that is another.
func (h hours) stored() string {
	if c, ok := briefing.ParseClock(h.clock + "/" + h.end); ok {
		return c.String()
	}
	return h.clock
}

var clocks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:с|в|from|at)?\s*(\d{1,2})[:.时](\d{2})分?\s*(a\.?m\.?|p\.?m\.?)?(?:\s*(?:-|–|—|−|до|to|至|~)\s*(\d{1,2})[:.时](\d{2})分?\s*(a\.?m\.?|p\.?m\.?)?)?(?:\s*(?:ч\.?|час\.?|мск))?$`)
})

// parseHours reads «10:00–11:30», «с 10.00 до 11.30», «утром», "3:00 p.m.",
// 下午3:00.
func parseHours(text string) (h hours, ok bool) {
	s := strings.TrimSpace(codes.Fold(text))
	afternoon := false
	for _, w := range dayParts() {
		if s == w.word {
			return hours{part: w.means}, true
		}
		if rest, cut := strings.CutPrefix(s, w.word); cut && w.lang == briefing.ZH {
			s, afternoon = strings.TrimSpace(rest), w.means != "morning"
		}
	}
	m := clocks().FindStringSubmatch(s)
	if m == nil {
		return hours{}, false
	}
	if h.clock, ok = clockOf(m[1], m[2], m[3], afternoon); !ok {
		return hours{}, false
	}
	if m[4] != "" {
		if h.end, ok = clockOf(m[4], m[5], m[6], afternoon); !ok {
			return hours{}, false
		}
	}
	return h, true
}

// clockOf makes "15:04" of hours and minutes.
func clockOf(hour, minute, half string, afternoon bool) (string, bool) {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	switch half = strings.ReplaceAll(half, ".", ""); {
	case half != "" && (h < 1 || h > 12):
		return "", false
	case half == "am" && h == 12:
		h = 0
	case half == "pm" && h < 12, afternoon && h > 0 && h < 12:
		h += 12
	}
	return fmt.Sprintf("%02d:%02d", h, m), h < 24 && m < 60
}
