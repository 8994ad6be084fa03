package pack

import (
	"cmp"
	"math"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// programmeDays is how long a visit may be for each of its days to get a row.
const programmeDays = 31

// noPart stands behind the parts of the day.
const noPart = 3

var partOrder = []string{"morning", "afternoon", "evening"}

// night is the part of a day before this hour; it has a column only where
// something is in it: a flight after midnight is none of the morning.
const (
	night     = "night"
	nightEnds = 6
)

// dayPart is the part of the day of an item, from its clock if it has one.
func dayPart(e *briefing.Event) string {
	if c, ok := e.Hour(); ok {
		switch hour := c.Minute / 60; {
		case hour < nightEnds:
			return night
		case hour < 12:
			return "morning"
		case hour < 18:
			return "afternoon"
		}
		return "evening"
	}
	return e.DayPart
}

func dayOrder(e *briefing.Event) int {
	if dayPart(e) == night {
		return -1
	}
	if i := slices.Index(partOrder, dayPart(e)); i >= 0 {
		return i
	}
	return noPart
}

// hours is how the hours of a programme are told.
type hours struct {
	zones   []int // offsets in the order of the programme
	unzoned bool  // an hour without a zone
}

func hoursOf(items []*briefing.Event) hours {
	var h hours
	for _, e := range items {
		c, ok := e.Hour()
		switch {
		case ok && !c.Zoned:
			h.unzoned = true
		case ok && !slices.Contains(h.zones, c.Offset):
			h.zones = append(h.zones, c.Offset)
		}
	}
	return h
}

// each reports whether an hour must tell its own zone.
func (h hours) each() bool { return len(h.zones) > 1 || len(h.zones) == 1 && h.unzoned }

// note says whose time it is.
func (h hours) note(b *builder) string {
	switch {
	case h.each() && h.unzoned:
		return b.semis(b.t("event.time_mixed"), b.t("event.time_unzoned"))
	case h.each():
		return b.t("event.time_mixed")
	case len(h.zones) == 1:
		return lang.ZoneTime(b.l, h.zones[0])
	}
	return b.t("event.time_local")
}

// order is where an item stands among those of its day and part of the day:
// by hour, those without one last. Hours of different zones go by the moment
// they mean; one without a zone is not known to mean any.
func (h hours) order(e *briefing.Event) int {
	c, ok := e.Hour()
	switch {
	case !ok:
		return math.MaxInt
	case h.unzoned:
		return c.Minute
	}
	return c.Minute - c.Offset
}

// items lists the events of the programme in order of time, those without a
// day last.
func (b *builder) items(visit briefing.ID) []*briefing.Event {
	out := b.s.Programme(visit)
	h := hoursOf(out)
	slices.SortStableFunc(out, func(x, y *briefing.Event) int {
		if a, z := x.DayKnown(), y.DayKnown(); a != z {
			if a {
				return -1
			}
			return 1
		} else if !a {
			return x.When.Compare(y.When)
		}
		return cmp.Or(x.When.Start().Compare(y.When.Start()), dayOrder(x)-dayOrder(y), cmp.Compare(h.order(x), h.order(y)))
	})
	return out
}

// programme is every item of the visit: a table with a row a day and a column a
// part of the day, and under it those whose day is not set. Where the sources
// say nothing the slot says so, and nothing is filled in. A day that is none of
// the visit's gets a row too: what is left out there is missed by the delegation.
func (b *builder) programme(visit *briefing.Event) []document.Block {
	items := b.items(visit.ID)
	h := hoursOf(items)
	dayless := slices.IndexFunc(items, func(e *briefing.Event) bool { return !e.DayKnown() })
	if dayless < 0 {
		dayless = len(items)
	}
	var out []document.Block
	if dayless > 0 {
		out = append(out, b.programmeByDay(visit, items[:dayless], h))
	}
	if dayless < len(items) {
		out = append(out, b.programmeDayless(visit, items[dayless:], h, dayless == 0))
	}
	return out
}

func (b *builder) programmeByDay(visit *briefing.Event, items []*briefing.Event, h hours) document.Table {
	t := document.Table{
		Title: b.t("event.programme"),
		Columns: []document.Column{
			{Key: "day", Title: b.t("col.day"), Weight: 0.6},
			{Key: "morning", Title: b.t("day.morning"), Weight: 1},
			{Key: "afternoon", Title: b.t("day.afternoon"), Weight: 1},
			{Key: "evening", Title: b.t("day.evening"), Weight: 1},
		},
	}
	parts, byPart := partOrder, false
	in := func(order int) bool {
		return slices.ContainsFunc(items, func(e *briefing.Event) bool { return dayOrder(e) == order })
	}
	from := 0 // the order of the first column
	if in(-1) {
		from, parts = -1, append([]string{night}, parts...)
		t.Columns = slices.Insert(t.Columns, 1, document.Column{Key: night, Title: b.t("day.night"), Weight: 1})
	}
	if in(noPart) { // nobody named its part of the day
		parts = append(slices.Clone(parts), "")
		t.Columns = append(t.Columns, document.Column{Key: "open", Title: b.sentence(b.t("event.no_hour")), Weight: 1})
	}
	for _, e := range items {
		byPart = byPart || e.Clock == "" && e.DayPart != ""
	}
	var ids []briefing.ID
	for _, d := range programmeRows(visit, items) {
		row := document.Row{Cells: []document.Cell{{
			Runs: []document.Run{{Text: lang.DayMonth(b.l, d), Bold: true}}, Sub: lang.Weekday(b.l, d.Weekday()),
		}}}
		for i, part := range parts {
			cell := document.Cell{}
			if part != "" {
				cell.Runs = []document.Run{{Text: b.t("event.nothing"), Tone: document.Secondary}}
			}
			var runs []document.Run
			for _, e := range items {
				if !e.When.Start().Equal(d) || dayOrder(e) != from+i {
					continue
				}
				ids = append(ids, e.Sources...)
				if len(runs) > 0 {
					runs = append(runs, document.Run{Text: "\n", Apart: true})
				}
				runs = append(runs, b.itemRuns(e, h)...)
			}
			if len(runs) > 0 {
				cell.Runs = runs
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	note := h.note(b)
	if byPart {
		note = b.semis(note, b.t("event.programme_part"))
	}
	t.Source = b.sourceLine(ids, note)
	t.Sheet = b.programmeSheet(visit, items)
	return b.table(t)
}

// programmeRows are the days of the visit, where they are known and not too
// many, and those of its items.
func programmeRows(visit *briefing.Event, items []*briefing.Event) []time.Time {
	var out []time.Time
	from, to := visit.When.Start(), visit.When.End()
	if visit.DayKnown() && !to.IsZero() && to.Sub(from) <= programmeDays*24*time.Hour {
		for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
			out = append(out, d)
		}
	}
	for _, e := range items {
		out = append(out, e.When.Start())
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal)
}

func (b *builder) programmeDayless(visit *briefing.Event, items []*briefing.Event, h hours, alone bool) document.Table {
	t := document.Table{
		Title: b.t("event.dayless"),
		Columns: []document.Column{
			{Key: "when", Title: b.t("event.dayless_when"), Weight: 1},
			{Key: "item", Title: b.t("event.dayless_item"), Weight: 3},
		},
	}
	var ids []briefing.ID
	clock := false
	for _, e := range items {
		ref := e.Ref()
		ids = append(ids, e.Sources...)
		clock = clock || e.Clock != ""
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.daylessWhen(e),
			{Runs: b.itemRuns(e, h)},
		}})
	}
	if alone && clock {
		t.Source = b.sourceLine(ids, h.note(b))
	} else {
		t.Source = b.sourceLine(ids)
	}
	t.Sheet = b.programmeSheet(visit, items)
	return b.table(t)
}

// daylessWhen is the period of an item without a day, as it is stored where no
// part of the day stands with it.
func (b *builder) daylessWhen(e *briefing.Event) document.Cell {
	c := document.Txt(b.commas(first(lang.Period(b.l, e.When), b.t("event.dayless_unset")), b.dayPartWord(e)))
	if b.dayPartWord(e) == "" {
		return b.shows(c, e, "when")
	}
	return c
}

// itemRuns is an item as the programme tells it. What was cancelled or is not
// settled says so beside its title.
func (b *builder) itemRuns(e *briefing.Event, h hours) []document.Run {
	head := b.in(e.Title)
	if c, ok := e.Hour(); ok {
		c.Zoned = c.Zoned && h.each() // else the line under the table says whose time it is
		head = lang.Clock(b.l, c.String()) + "\u00a0" + head
	}
	shown := b.shows(document.Cell{}, e, "clock", "title").Shows
	if shown != nil {
		shown.Join = document.HourJoin
	}
	runs := []document.Run{{Text: head, Bold: true, Shows: shown}}
	status := lowerFirst(lang.Enum(b.l, "event_status", e.Status), b.l)
	switch e.Status {
	case "cancelled":
		runs = []document.Run{{Text: head, Tone: document.Secondary, Shows: shown}, {Text: "\n" + status, Bold: true, Tone: document.Bad}}
	case "unclear":
		runs = append(runs, document.Run{Text: "\n" + status, Tone: document.Warn})
	}
	if e.Clock == "" && e.DayPart != "" && e.DayKnown() { // else the column says it
		runs = append(runs, document.Run{Text: "\n" + b.t("event.no_hour"), Tone: document.Secondary})
	}
	days := ""
	if e.DayKnown() && e.When.Kind == briefing.RangePeriod {
		days = lang.Period(b.l, e.When)
	}
	line := func(list ...document.Run) {
		if document.RunsText(list) != "" {
			runs = append(append(runs, document.Run{Text: "\n"}), list...)
		}
	}
	line(document.Run{Text: days})
	for _, key := range []string{"place", "format", "outcome"} {
		if list, ok := b.field(e, key); ok {
			line(list...)
		}
	}
	line(document.Run{Text: b.people2(e)})
	ref := e.Ref()
	for i := range runs { // several items stand in one cell
		if runs[i].Origin == nil {
			runs[i].Origin = &ref
		}
	}
	return runs
}
