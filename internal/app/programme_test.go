package app_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// visiting is the example project with a visit of three days and two items: one
// with an hour, one of which only the part of the day is told.
func visiting(t *testing.T) (p *app.Project, timed, part briefing.ID) {
	t.Helper()
	p = opened(t)
	visit, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: p.Pack().Event})
	if err != nil {
		t.Fatal(err)
	}
	visit.(*briefing.Event).When = briefing.Per("2023-03-20..2023-03-22")
	item := func(title, day, clock, part string) *briefing.Event {
		return &briefing.Event{Title: briefing.Text{RU: title}, When: briefing.Per(day), Clock: clock, DayPart: part, Parent: visit.Ref().ID}
	}
	a, b := item("Переговоры", "2023-03-21", "15:30", ""), item("Ужин", "2023-03-21", "", "evening")
	if err := p.Put(visit, a, b); err != nil {
		t.Fatal(err)
	}
	return p, a.ID, b.ID
}

// where is the place of an item: day, hour, what is said of it.
func where(p *app.Project, id briefing.ID) string {
	all := p.Programme(briefing.RU, briefing.RU)
	for n, d := range all.Days {
		for _, i := range d.Items {
			if i.Ref.ID == id {
				if i.Minute < 0 {
					return fmt.Sprintf("%d %s", n, i.Said[0])
				}
				return fmt.Sprintf("%d %02d:%02d", n, i.Minute/60, i.Minute%60)
			}
		}
	}
	return "nowhere"
}

func TestProgrammeItemsMoveWithinTheVisit(t *testing.T) {
	p, timed, part := visiting(t)
	for _, step := range []struct {
		id            briefing.ID
		days, minutes int
		want          string
		changed       bool
	}{
		{timed, 0, 15, "1 15:45", true},
		{timed, 1, 0, "2 15:45", true},
		{timed, 1, 0, "2 15:45", false}, // the visit ends here
		{timed, -9, 0, "0 15:45", true},
		{timed, 0, 24 * 60, "0 23:45", true},
		{timed, 0, -48 * 60, "0 00:00", true},
		{part, -1, 0, "0 вечер", true},  // no hour is made up by another day
		{part, 0, -15, "0 18:00", true}, // its part of the day
		{part, 0, 15, "0 18:15", true},
	} {
		changed, err := p.ShiftProgramme(step.id, step.days, step.minutes)
		if err != nil || changed != step.changed || where(p, step.id) != step.want {
			t.Errorf("by %d days, %d minutes: %s, %v, %v; want %s", step.days, step.minutes, where(p, step.id), changed, err, step.want)
		}
	}
	if changed, err := p.PlaceProgramme(part, 2, -1); err != nil || !changed || where(p, part) != "2 вечер" {
		t.Errorf("without an hour: %s, %v, %v", where(p, part), changed, err)
	}
	for _, step := range []struct {
		id     briefing.ID
		minute int
		want   string
	}{
		{timed, -1, "2 час не указан"}, // nobody has named a part of its day
		{timed, 9 * 60, "2 09:00"},
		{timed, -1, "2 час не указан"},
		{part, 9 * 60, "2 09:00"}, // no evening any more
		{part, -1, "2 час не указан"},
	} {
		if _, err := p.PlaceProgramme(step.id, 2, step.minute); err != nil || where(p, step.id) != step.want {
			t.Errorf("at minute %d: %s, %v; want %s", step.minute, where(p, step.id), err, step.want)
		}
	}
	if changed, err := p.PlaceProgramme(part, 7, 60); err != nil || changed {
		t.Errorf("on a day that is none of the visit: %v, %v", changed, err)
	}
	if _, err := p.ShiftProgramme("none", 0, 15); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("an event that is not there: %v", err)
	}
}

func TestAMoveInTheProgrammeIsOneStepToTakeBack(t *testing.T) {
	p, _, part := visiting(t)
	if _, err := p.PlaceProgramme(part, 0, 19*60+30); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(); err != nil || where(p, part) != "1 вечер" {
		t.Errorf("taken back: %s, %v", where(p, part), err)
	}
}

func TestWhatHasNoDayIsShownApart(t *testing.T) {
	p, timed, _ := visiting(t)
	r, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: timed})
	if err != nil {
		t.Fatal(err)
	}
	r.(*briefing.Event).When, r.(*briefing.Event).Clock = briefing.Per("2023-03"), ""
	if err := p.Put(r); err != nil {
		t.Fatal(err)
	}
	if all := p.Programme(briefing.RU, briefing.RU); len(all.Dayless) != 1 || where(p, timed) != "nowhere" {
		t.Fatalf("%d without a day, %s", len(all.Dayless), where(p, timed))
	}
	if _, err := p.ShiftProgramme(timed, 1, 0); err != nil || !strings.HasPrefix(where(p, timed), "0 ") {
		t.Errorf("moved to a day: %s, %v", where(p, timed), err)
	}
	pack := p.Pack()
	pack.Event = ""
	if err := p.Put(pack); err != nil {
		t.Fatal(err)
	}
	if all := p.Programme(briefing.RU, briefing.RU); len(all.Days) != 0 {
		t.Errorf("a pack without a visit has %d days", len(all.Days))
	}
	if changed, err := p.ShiftProgramme(timed, 1, 0); err != nil || changed {
		t.Errorf("moved without a visit: %v, %v", changed, err)
	}
}

func TestTheTimelineGoesByTimeAndSaysWhatIsNotKnown(t *testing.T) {
	p, timed, part := visiting(t)
	list := p.Timeline(briefing.RU, briefing.RU)
	order := map[briefing.ID]int{}
	for i, e := range list {
		order[e.Ref.ID] = i
		if i > 0 && e.Year != 0 && e.Year < list[i-1].Year {
			t.Errorf("%s of %d behind %d", e.Title, e.Year, list[i-1].Year)
		}
		if e.Date == "" && e.Note != "день неизвестен" {
			t.Errorf("%q has no date, and is said to have %q", e.Title, e.Note)
		}
	}
	if order[part] > order[timed] {
		t.Error("an item without an hour stands behind one of the same day with an hour")
	}
	for _, e := range list {
		if e.Visit != (e.Ref.ID == p.Pack().Event) {
			t.Errorf("%q: visit %v", e.Title, e.Visit)
		}
	}
}
