package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// TimelineEntry is an event on the line of time.
type TimelineEntry struct {
	Ref    briefing.Ref
	Year   int    // 0 where it is not known
	Date   string // «12–13 янв.», «июнь»; empty where nothing is known
	Note   string // that the day is not known, or the day of the week
	Title  string
	Status string // in words
	// Of the visit: an item of its programme; Visit is the event of the pack.
	OfVisit, Visit bool
	Later          bool // after the moment of the pack
}

// Timeline lists the events by time; those of which no time is known are last.
func (p *Project) Timeline(l, content briefing.Lang) []TimelineEntry {
	moment := p.Pack().AsOf
	var events []*briefing.Event
	visit := briefing.ID("")
	p.ReadRecords(func(pr *project.Project) {
		d, _ := briefing.Describe(briefing.KindEvent)
		visit = pr.Pack.Event
		for _, r := range pr.Records(briefing.KindEvent) {
			events = append(events, d.Copy(r).(*briefing.Event))
		}
	})
	slices.SortStableFunc(events, func(x, y *briefing.Event) int {
		return cmp.Or(known(x.When).Compare(known(y.When)), strings.Compare(x.Clock, y.Clock))
	})
	var out []TimelineEntry
	for _, e := range events {
		t := TimelineEntry{
			Ref: e.Ref(), Title: e.Title.Any(content), Date: lang.PeriodShort(l, e.When), Later: afterMoment(e, moment),
			Visit: visit != "" && e.ID == visit, OfVisit: visit != "" && e.Parent == visit,
		}
		if at := known(e.When); at.Before(never) {
			t.Year = at.Year()
		}
		if e.Status != "" {
			t.Status = lang.Enum(l, "event_status", e.Status)
		}
		t.Note = timelineNote(l, e)
		out = append(out, t)
	}
	return out
}

// timelineNote says under the date what else is known of it, or is not.
func timelineNote(l briefing.Lang, e *briefing.Event) string {
	switch {
	case e.Clock != "":
		return lang.Clock(l, e.Clock)
	case e.When.Kind == briefing.DayPeriod:
		return lang.Weekday(l, e.When.Start().Weekday())
	case e.When.Kind == briefing.RangePeriod && e.When.From.Day > 0 && e.When.To.Day > 0:
		return ""
	}
	return lang.T(l, "gui.records.day_unknown")
}

var never = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// known is when an event is put in order; those without any time come last.
func known(p briefing.Period) time.Time {
	if t := p.Known(); !t.IsZero() {
		return t
	}
	return never
}
