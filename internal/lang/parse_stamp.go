package lang

import (
	"strconv"
	"strings"
	"time"

	"briefing/internal/briefing"
)

// ParseStamp reads a moment as a person types it or as Stamp prints it:
// "20.03.2023", «март 2023», "20.03.2023 23:00", the stored form. An hour
// without a zone is an hour in the zone given; a zone that is named must be
// that one. The empty text and «дата не указана» are the empty stamp; what
// can't be read is refused with briefing.CodeBadMoment.
func ParseStamp(l briefing.Lang, s string, in *time.Location) (briefing.Stamp, error) {
	s = strings.TrimSpace(s)
	if st, err := briefing.ParseStamp(s); err == nil {
		return st, nil
	}
	if strings.EqualFold(s, T(l, "stamp.none")) {
		return "", nil
	}
	bad := &briefing.Error{Code: briefing.CodeBadMoment, Op: "parse typed moment", Path: s}
	day, clock, said := splitClock(widened(s))
	if name, ok := lookup(l, "zone."+offset(in)); ok && said == "" && strings.HasPrefix(day, name) {
		day, said = strings.TrimPrefix(day, name), name // 莫斯科时间2023年3月20日
	}
	p, err := ParsePeriod(l, day)
	if err != nil {
		return "", bad
	}
	switch p.Kind {
	case briefing.YearPeriod, briefing.MonthPeriod:
		if clock == "" {
			return briefing.Stamp(p.String()), nil
		}
	case briefing.DayPeriod:
		if clock == "" {
			return briefing.Stamp(p.String()), nil
		}
		t, err := time.ParseInLocation("2006-01-02 15:04", p.String()+" "+clock, in)
		name, _ := zone(l, t)
		if err == nil && (said == "" || said == name) {
			return briefing.Stamp(t.Format(time.RFC3339)), nil
		}
	}
	return "", bad
}

// offset is the standard offset of a zone in minutes, as keys have it.
func offset(in *time.Location) string {
	_, seconds := time.Date(2000, 1, 1, 0, 0, 0, 0, in).Zone()
	return strconv.Itoa(seconds / 60)
}

// splitClock takes "20.03.2023, 9:00 МСК" apart into day, "09:00" and zone.
func splitClock(s string) (day, clock, zone string) {
	i := strings.IndexByte(s, ':')
	if i < 1 || i+3 > len(s) {
		return s, "", ""
	}
	from := i
	for from > 0 && i-from < 2 && s[from-1] >= '0' && s[from-1] <= '9' {
		from--
	}
	clock = s[from : i+3]
	if len(clock) == 4 {
		clock = "0" + clock
	}
	return strings.Trim(s[:from], " ,T"), clock, strings.Trim(s[i+3:], " ,()")
}
