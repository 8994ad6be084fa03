package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// TestAClockThatJumpsChangesNoOrder works with a clock that goes back, to 1970
// and beyond 2038, and whose zone changes: what was done last is taken back
// first, and nothing gets lost.
func TestAClockThatJumpsChangesNoOrder(t *testing.T) {
	zone := func(hours int) *time.Location { return time.FixedZone(fmt.Sprint(hours), hours*3600) }
	times := []time.Time{
		time.Date(2023, 3, 20, 23, 0, 0, 0, zone(3)),
		time.Date(2023, 3, 19, 1, 0, 0, 0, zone(3)), // set back
		time.Unix(0, 0).In(zone(14)),                // Kiritimati
		time.Date(2040, 2, 29, 23, 59, 59, 0, zone(-11)),
		time.Date(2023, 3, 26, 2, 30, 0, 0, zone(12)), // Kamchatka
		time.Date(2023, 3, 20, 23, 0, 0, 0, time.UTC),
	}
	o := world(t)
	now := times[0]
	o.Now = func() time.Time { return now }
	path, f := create(t, &project.Project{}, o)
	states := []string{people(f.Project())}
	for i := range 18 {
		now = times[i%len(times)]
		commit(t, f, "add", person(briefing.ID(fmt.Sprintf("p%02d", i))))
		states = append(states, people(f.Project()))
		if i%3 == 2 {
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
		}
		if i%5 == 4 {
			closed(t, f)
			f = open(t, path, store.ReadWrite, o)
			if r := f.Recovered(); r != nil || f.Conflict() != "" {
				t.Errorf("after a jump of the clock: recovered %+v, conflict %q", r, f.Conflict())
			}
		}
	}
	entries, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(entries, func(a, b store.JournalEntry) int { return int(b.Action - a.Action) }) {
		t.Error("the journal is not in the order of what was done")
	}
	for i := len(states) - 2; i >= 0; i-- {
		now = times[i%len(times)]
		if _, err := f.Undo("Анна"); err != nil {
			t.Fatal(err)
		}
		if got := people(f.Project()); got != states[i] {
			t.Fatalf("after undo there is %q, want %q", got, states[i])
		}
	}
	closed(t, f)
	if b, err := store.Backups(path, o); err != nil || len(b) == 0 {
		t.Errorf("backups %v, %v", b, err)
	}
}
