package lang

import (
	"strconv"
	"strings"
	"time"

	"briefing/internal/briefing"
)

// ParseStamp reads a moment as a person types it or as Stamp prints it in any
// of the languages: "20.03.2023", «март 2023», "20.03.2023 23:00",
// «20.03.2023 23:00 МСК», "20 March 2023, 21:05 UTC+8". An hour without a zone
// is an hour in the zone given. The empty text and «дата не указана» are the
// empty stamp; what can't be read is refused with briefing.CodeBadMoment.
func ParseStamp(l briefing.Lang, s string, in *time.Location) (briefing.Stamp, error) {
	s = strings.TrimSpace(s)
	if st, err := briefing.ParseStamp(s); err == nil {
		return st, nil
	}
	for _, l := range briefing.Langs() {
		if strings.EqualFold(s, T(l, "stamp.none")) {
			return "", nil
		}
	}
	bad := &briefing.Error{Code: briefing.CodeBadMoment, Op: "parse typed moment", Path: s}
	day, clock, said := splitClock(widened(s))
	if said != "" {
		z, ok := zoneNamed(said)
		if !ok {
			return "", bad
		}
		in = z
	} else if rest, z, ok := zoneBefore(day); ok && clock != "" {
		day, in = rest, z // 莫斯科时间2023年3月20日
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
		if t, err := time.ParseInLocation("2006-01-02 15:04", p.String()+" "+clock, in); err == nil {
			return briefing.Stamp(t.Format("2006-01-02T15:04:05-07:00")), nil
		}
	}
	return "", bad
}

// The offsets in use, in minutes; they differ by quarters of an hour.
const (
	zoneWest    = -12 * 60
	zoneEast    = 14 * 60
	zoneQuarter = 15
)

// zoneNamed reads a zone as moments print it: by a name of its own in any
// language, or by its offset, "UTC+8", "UTC−3:30", "+03:00".
func zoneNamed(s string) (*time.Location, bool) {
	for name, z := range namedZones() {
		if strings.EqualFold(s, name) {
			return z, true
		}
	}
	s = strings.ToUpper(strings.ReplaceAll(s, minus, "-"))
	if s == "Z" || s == "UTC" || s == "GMT" {
		return time.UTC, true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "UTC"), "GMT")
	if len(s) < 2 || s[0] != '+' && s[0] != '-' {
		return nil, false
	}
	hours, minutes, _ := strings.Cut(s[1:], ":")
	h, errH := strconv.ParseUint(hours, 10, 8)
	m, errM := strconv.ParseUint("0"+minutes, 10, 8)
	offset := int(h)*60 + int(m)
	if s[0] == '-' {
		offset = -offset
	}
	if errH != nil || errM != nil || m >= 60 || offset < zoneWest || offset > zoneEast {
		return nil, false
	}
	return time.FixedZone("", offset*60), true
}

// zoneBefore takes the name of a zone off the beginning of a day.
func zoneBefore(day string) (rest string, z *time.Location, ok bool) {
	for name, z := range namedZones() {
		if rest, ok := strings.CutPrefix(day, name); ok {
			return rest, z, true
		}
	}
	return day, nil, false
}

// namedZones are the zones that have a name in some language ("zone.<minutes>").
func namedZones() map[string]*time.Location {
	zones := map[string]*time.Location{}
	for m := zoneWest; m <= zoneEast; m += zoneQuarter {
		for _, l := range briefing.Langs() {
			if name, ok := lookup(l, "zone."+strconv.Itoa(m)); ok {
				zones[name] = time.FixedZone("", m*60)
			}
		}
	}
	return zones
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
