package app

import (
	"cmp"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// ProgrammeItem is an event of the programme of the pack's visit.
type ProgrammeItem struct {
	Ref   briefing.Ref
	Title string
	// Minute of the day, or -1 where the hour is not known.
	Minute int
	// Said is what is known beside the title: part of the day, or the words
	// that the hour is not given; place.
	Said []string
	// Later tells that the item lies after the moment of the pack.
	Later bool
}

// ProgrammeDay is one day of the visit.
type ProgrammeDay struct {
	Date    briefing.Date
	Title   string // «20 марта»
	Weekday string
	Items   []ProgrammeItem // those without an hour first, then by hour
}

// Programme is the programme of the pack's visit by day and hour.
type Programme struct {
	Title string // of the visit
	Days  []ProgrammeDay
	// Dayless are items whose day is not known, or is none of the days.
	Dayless []ProgrammeItem
}

// programmeDays is how long a visit may be to be shown by day.
const programmeDays = 31

// Programme gives the items of the visit by day and hour. Without a visit, or
// without its days, there are no days and all items are without one.
func (p *Project) Programme(l, content briefing.Lang) Programme {
	var out Programme
	moment := p.Pack().AsOf
	p.ReadRecords(func(pr *project.Project) {
		visit, _ := pr.Find(briefing.Ref{Kind: briefing.KindEvent, ID: pr.Pack.Event}).(*briefing.Event)
		if visit == nil {
			return
		}
		out.Title = visit.Title.Any(content)
		for _, d := range daysOf(visit.When) {
			t := dayTime(d)
			out.Days = append(out.Days, ProgrammeDay{Date: d, Title: lang.DayMonth(l, t), Weekday: lang.Weekday(l, t.Weekday())})
		}
		for _, r := range pr.Records(briefing.KindEvent) {
			e := r.(*briefing.Event)
			if e.Parent != visit.ID || e.ID == visit.ID {
				continue
			}
			item := programmeItem(e, l, content, moment)
			if i := slices.IndexFunc(out.Days, func(d ProgrammeDay) bool { return startsOn(e.When, d.Date) }); i >= 0 {
				out.Days[i].Items = append(out.Days[i].Items, item)
			} else {
				out.Dayless = append(out.Dayless, item)
			}
		}
	})
	for _, d := range out.Days {
		slices.SortStableFunc(d.Items, func(x, y ProgrammeItem) int { return cmp.Compare(x.Minute, y.Minute) })
	}
	return out
}

func programmeItem(e *briefing.Event, l, content briefing.Lang, moment briefing.Stamp) ProgrammeItem {
	item := ProgrammeItem{Ref: e.Ref(), Title: e.Title.Any(content), Minute: minuteOf(e.Clock), Later: afterMoment(e, moment)}
	c, ok := e.Hour()
	if ok && c.Length > 0 {
		item.Said = append(item.Said, lang.T(l, "gui.programme.until", c.EndFace()))
	}
	if ok && c.Zoned {
		item.Said = append(item.Said, lang.ZoneName(l, c.Offset))
	}
	if item.Minute < 0 {
		if e.DayPart != "" {
			item.Said = append(item.Said, lang.Enum(l, "day_part", e.DayPart))
		}
		item.Said = append(item.Said, lang.T(l, "gui.programme.no_hour"))
		if e.When.Kind == briefing.RangePeriod {
			item.Said = append(item.Said, lang.Period(l, e.When))
		}
	}
	if place := e.Place.Any(content); place != "" {
		item.Said = append(item.Said, place)
	}
	return item
}

// afterMoment tells that an item begins after the moment, as far as its day
// and hour are known.
func afterMoment(e *briefing.Event, moment briefing.Stamp) bool {
	day := moment.Date()
	if e.When.Start().IsZero() || !moment.HasDay() {
		return false
	}
	at, begins := dayTime(day), e.When.Start()
	c, known := e.Hour()
	if known && c.Zoned && e.DayKnown() && moment.HasHour() { // in its own zone
		begins = begins.Add(time.Duration(c.Minute-c.Offset) * time.Minute)
		now, _ := moment.Bounds(time.UTC)
		return begins.After(now)
	}
	if !begins.Equal(at) || !known || !moment.HasHour() {
		return begins.After(at)
	}
	return c.Face() > string(moment)[11:16]
}

// daysOf lists the days of a visit, none where they are not known or too many.
func daysOf(when briefing.Period) []briefing.Date {
	if when.Kind != briefing.DayPeriod && when.Kind != briefing.RangePeriod || when.From.Day == 0 {
		return nil
	}
	var out []briefing.Date
	for t, end := when.Start(), when.End(); !t.IsZero() && t.Before(end); t = t.AddDate(0, 0, 1) {
		if len(out) == programmeDays {
			return nil
		}
		y, m, d := t.Date()
		out = append(out, briefing.Date{Year: y, Month: int(m), Day: d})
	}
	return out
}

func startsOn(when briefing.Period, day briefing.Date) bool { return when.From == day }

func dayTime(d briefing.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// minuteOf is the minute of the day that a clock shows, -1 where it shows none.
func minuteOf(clock string) int {
	c, ok := briefing.ParseClock(clock)
	if !ok {
		return -1
	}
	return c.Minute
}

// partStarts are the minutes at which the parts of the day begin, as the page
// of the programme takes them: an item gets its first hour there.
var partStarts = map[string]int{"morning": 9 * 60, "": 9 * 60, "afternoon": 12 * 60, "evening": 18 * 60}

// partOf is the part of the day in which a minute lies.
func partOf(minute int) string {
	switch {
	case minute < 6*60:
		return "night" // which nobody names
	case minute < 12*60:
		return "morning"
	case minute < 18*60:
		return "afternoon"
	}
	return "evening"
}

const lastMinute = 24*60 - 1

// ShiftProgramme moves an item of the programme by days and by minutes, as one
// action. It stays within the days of the visit and within its day; an item
// without an hour gets one at the begin of its part of the day, one without a
// day the first day. It reports whether anything changed.
func (p *Project) ShiftProgramme(id briefing.ID, days, minutes int) (bool, error) {
	all, e, err := p.programmed(id)
	if err != nil || len(all) == 0 {
		return false, err
	}
	minute := minuteOf(e.Clock)
	at := slices.IndexFunc(all, func(d briefing.Date) bool { return startsOn(e.When, d) })
	to := at
	switch {
	case at < 0:
		to = 0
	case days != 0:
		to = min(max(at+days, 0), len(all)-1)
	}
	switch {
	case minutes == 0:
	case minute < 0:
		minute = partStarts[e.DayPart]
	default:
		minute = min(max(minute+minutes, 0), lastMinute-lastMinute%15)
	}
	return p.placed(e, all[to], minute)
}

// PlaceProgramme sets an item of the programme on a day of the visit, at a
// minute of it or, with -1, without an hour, as one action. It reports whether
// anything changed.
func (p *Project) PlaceProgramme(id briefing.ID, day, minute int) (bool, error) {
	all, e, err := p.programmed(id)
	if err != nil || day < 0 || day >= len(all) {
		return false, err
	}
	return p.placed(e, all[day], min(max(minute, -1), lastMinute))
}

// programmed is an event and the days of the pack's visit.
func (p *Project) programmed(id briefing.ID) ([]briefing.Date, *briefing.Event, error) {
	r, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: id})
	if err != nil {
		return nil, nil, err
	}
	var days []briefing.Date
	if visit, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: p.Pack().Event}); err == nil {
		days = daysOf(visit.(*briefing.Event).When)
	}
	return days, r.(*briefing.Event), nil
}

// placed keeps day and minute. An item of several days keeps their number. The
// part of the day stays as somebody named it, unless an hour contradicts it:
// taking the hour away must not name one, the page would print it.
func (p *Project) placed(e *briefing.Event, day briefing.Date, minute int) (bool, error) {
	before := *e
	switch {
	case startsOn(e.When, day):
	case e.When.Kind == briefing.RangePeriod && e.When.From.Day > 0 && e.When.To.Day > 0:
		by := dayTime(day).Sub(dayTime(e.When.From))
		y, m, d := dayTime(e.When.To).Add(by).Date()
		e.When.From, e.When.To = day, briefing.Date{Year: y, Month: int(m), Day: d}
	default:
		e.When = briefing.Day(day.Year, day.Month, day.Day)
	}
	switch {
	case minute >= 0:
		c, _ := e.Hour() // it stays in its zone
		c.Minute = minute
		e.Clock = c.String()
		if partOf(minute) != e.DayPart {
			e.DayPart = ""
		}
	default:
		e.Clock = ""
	}
	if e.When == before.When && e.Clock == before.Clock {
		return false, nil
	}
	return true, p.Put(e)
}
