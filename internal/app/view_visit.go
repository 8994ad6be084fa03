package app

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// VisitPhase tells where the as-of moment stands to the event.
type VisitPhase uint8

// Phases of an event.
const (
	NoVisit VisitPhase = iota // no event is chosen, or its days are not known
	BeforeVisit
	DuringVisit
	AfterVisit
)

// Visit is the countdown to the pack's event, reckoned from the as-of moment,
// so that a pack reads the same later.
type Visit struct {
	Phase VisitPhase
	Dates string // «20–22 марта 2023 г.»
	Day   int    // during: which day it is, from 1
	Of    int    // how many days the event has
	Days  int    // before: days until it begins; during: days until it ends
	Ended string // after: the last day
	// Labels name the days, «20 пн»; empty when there are too many to show.
	Labels []string
}

const maxDayLabels = 5

func (v *viewing) visit() Visit {
	e, ok := v.all.Event(v.snap.Pack.Event)
	if !ok {
		return Visit{}
	}
	from, to := e.When.Start(), e.When.End()
	out := Visit{Dates: lang.Period(v.l, e.When)}
	if from.IsZero() || to.IsZero() || v.snap.AsOf.IsZero() || e.When.Kind != briefing.DayPeriod && e.When.Kind != briefing.RangePeriod {
		return out
	}
	y, m, d := v.snap.AsOf.Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	last := to.AddDate(0, 0, -1)
	out.Of = days(from, to)
	switch {
	case today.Before(from):
		out.Phase, out.Days = BeforeVisit, days(today, from)
	case today.Before(to):
		out.Phase, out.Day, out.Days = DuringVisit, days(from, today)+1, days(today, last)
	default:
		out.Phase = AfterVisit
		out.Ended = lang.Stamp(v.l, briefing.Stamp(last.Format(time.DateOnly)))
	}
	if out.Of <= maxDayLabels {
		for at := from; at.Before(to); at = at.AddDate(0, 0, 1) {
			out.Labels = append(out.Labels, v.t("visit.day_label", at.Day(), v.t("weekday."+at.Weekday().String())))
		}
	}
	return out
}

func days(from, to time.Time) int { return int(to.Sub(from).Hours()) / 24 }
