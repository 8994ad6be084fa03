package cli

import (
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// momentAt reads what a flag says of a moment, as it is printed or as RFC 3339
// has it: a day with its hour, in the time zone of the pack unless it names one.
func momentAt(l briefing.Lang, flag, s string, p *app.Project) (briefing.Stamp, time.Time, error) {
	zone := time.Local
	if t, ok := p.Pack().Moment(); ok {
		zone = t.Location()
	}
	for _, form := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(form, s, zone); err == nil {
			return briefing.Stamp(t.Format(time.RFC3339)), t, nil
		}
	}
	at, err := lang.ParseStamp(l, s, zone)
	if err == nil && len(at) == len("2006-01-02") { // a day alone: what else it takes is shown for that day
		return "", time.Time{}, usage(l, "parse "+flag, flag+" "+s, string(at)+"T20:00", "\""+lang.Stamp(l, at)+" 20:00\"")
	}
	t, bad := time.Parse(time.RFC3339, string(at)) // with its hour
	if err != nil || bad != nil {
		return "", time.Time{}, usage(l, "parse "+flag, flag+" "+s, "2023-03-20T23:00", "\"20.03.2023 23:00\"")
	}
	return at, t, nil
}

// asOf is the moment that --as-of names; without one the zero time, which is
// the pack's own.
func asOf(l briefing.Lang, s string, p *app.Project) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	_, t, err := momentAt(l, "--as-of", s, p)
	return t, err
}
