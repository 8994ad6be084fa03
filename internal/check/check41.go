package check

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check41: the items of the visit's programme stand on its days, and nobody is
// at two of them at once. What was cancelled is in nobody's way.
func check41() Check { return Check{Number: 41, data: programmeItems} }

func programmeItems(s *project.Snapshot) []Finding {
	visit, ok := s.Event(s.Pack.Event)
	if !ok {
		return nil
	}
	var out []Finding
	var items []*briefing.Event
	from, to := visit.When.Start(), visit.When.End()
	for _, e := range s.Programme(visit.ID) {
		if e.Status == "cancelled" {
			continue
		}
		switch {
		case !e.DayKnown():
			out = append(out, Finding{
				Severity: Note, Ref: e.Ref(), Field: "when",
				Evidence: text("check.41.dayless", func(l briefing.Lang) []any { return []any{name(e, l)} }),
				Mend:     text("check.41.dayless.mend", nil),
			})
			continue
		case visit.DayKnown() && !to.IsZero() && (e.When.Start().Before(from) || !e.When.Start().Before(to)):
			out = append(out, Finding{
				Severity: Warning, Ref: e.Ref(), Field: "when",
				Evidence: text("check.41.outside", func(l briefing.Lang) []any {
					return []any{name(e, l), lang.Period(l, e.When), name(visit, l), lang.Period(l, visit.When)}
				}),
				Mend: text("check.41.outside.mend", nil),
			})
		}
		for _, other := range items {
			if f, both := atOnce(s, other, e); both {
				out = append(out, f)
			}
		}
		items = append(items, e)
	}
	return append(out, noItems(s, visit)...)
}

// noItems tells events on the days of the visit, the day before it or the day
// after, that are no items of its programme: they are printed among the events of
// the partnership, where nobody of the delegation looks for a flight at night.
func noItems(s *project.Snapshot, visit *briefing.Event) []Finding {
	from, to := visit.When.Start(), visit.When.End()
	if !visit.DayKnown() || from.IsZero() || to.IsZero() {
		return nil
	}
	var out []Finding
	for _, e := range s.Events {
		if e.ID == visit.ID || e.ID == visit.Parent || e.Parent != "" || e.Status == "cancelled" || !e.DayKnown() {
			continue
		}
		if e.When.Start().Before(from.AddDate(0, 0, -1)) || e.When.End().After(to.AddDate(0, 0, 1)) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: e.Ref(), Field: "parent",
			Evidence: text("check.41.apart", func(l briefing.Lang) []any {
				return []any{name(e, l), lang.Period(l, e.When), name(visit, l), lang.Period(l, visit.When)}
			}),
			Mend: text("check.41.apart.mend", nil),
		})
	}
	return out
}

// atOnce finds somebody who takes part in two items that begin together, or of
// which one begins before the other has ended.
func atOnce(s *project.Snapshot, a, b *briefing.Event) (Finding, bool) {
	x, okX := a.Hour()
	y, okY := b.Hour()
	if !okX || !okY || a.Parent == b.ID || b.Parent == a.ID || !meet(begin(a, x, y.Zoned), x, begin(b, y, x.Zoned), y) {
		return Finding{}, false
	}
	for _, p := range a.Participants {
		for _, q := range b.Participants {
			who, ok := s.Person(p.Person)
			if !ok || p.Person != q.Person {
				continue
			}
			return Finding{
				Severity: Warning, Ref: b.Ref(), Field: "clock",
				Evidence: text("check.41.twice", func(l briefing.Lang) []any {
					return []any{name(who, l), lang.Period(l, b.When) + ", " + lang.Clock(l, b.Clock), name(a, l), name(b, l)}
				}),
				Mend: text("check.41.twice.mend", nil),
			}, true
		}
	}
	return Finding{}, false
}

// meet reports whether two items that begin then have a minute in common; one
// whose end is not known has its first.
func meet(a time.Time, x briefing.Clock, b time.Time, y briefing.Clock) bool {
	if b.Before(a) {
		a, b, x = b, a, y
	}
	return a.Equal(b) || b.Before(a.Add(time.Duration(x.Length)*time.Minute))
}

// begin is when an item begins: in UTC where both hours have a zone, else as
// the clock shows it.
func begin(e *briefing.Event, c briefing.Clock, zoned bool) time.Time {
	at := e.When.Start().Add(time.Duration(c.Minute) * time.Minute)
	if c.Zoned && zoned {
		at = at.Add(-time.Duration(c.Offset) * time.Minute)
	}
	return at
}
