package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// powerCut is a state of the disk with the number of commits that had been
// acknowledged.
type powerCut struct {
	call  int
	acked int
	image map[string][]byte
}

// cutPower makes commits on a disk that loses what is not synced, and takes
// what would be left at a number of its calls, evenly spread. folder syncs a
// folder of the disk; every how many commits one has figures.
func cutPower(t *testing.T, schedules, every int, folder func(*losing, string) error) (dir, path string, o store.Options, states []string, cuts []powerCut) {
	t.Helper()
	dir = t.TempDir()
	o = world(t)
	o.StateDir = filepath.Join(dir, "state")
	path = filepath.Join(dir, "files", "visit.briefing")
	restore(t, dir, map[string][]byte{filepath.Join(dir, "files", "keep"): nil})
	if err := store.WriteNew(path, &project.Project{}, o); err != nil {
		t.Fatal(err)
	}
	acked, apart := 0, 10500/schedules
	var disk *losing
	disk = newLosing(func(call int) {
		if call%apart == 0 && len(cuts) < schedules {
			cuts = append(cuts, powerCut{call, acked, disk.image(t, dir, rand.New(rand.NewPCG(5, uint64(call))))})
		}
	})
	defer store.Beneath(disk, func(dir string) error { return folder(disk, dir) })()
	f := open(t, path, store.ReadWrite, o)
	r := rand.New(rand.NewPCG(1, 1))
	states = []string{printed(f.Project())}
	for n := range 60 {
		change := person(briefing.ID(fmt.Sprintf("p%d", n%9)))
		change.Put.(*briefing.Person).Biography.RU = strings.Repeat(fmt.Sprint(r.Uint64()), 1+r.IntN(6000))
		changes := []store.Change{change}
		if n%every == 0 {
			changes = append(changes, store.Change{AddFigures: figures(t, 300*every, briefing.ID(fmt.Sprintf("i%d", n)))})
		}
		commit(t, f, "edit", changes...)
		states, acked = append(states, printed(f.Project())), acked+1
		if n%25 == 24 {
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
		}
	}
	closed(t, f)
	t.Logf("%d calls, %d power cuts", disk.calls, len(cuts))
	return dir, path, o, states, cuts
}

// survived says what is wrong with what a power cut has left.
func survived(path string, o store.Options, states []string, acked int) error {
	f, err := store.Open(path, store.ReadWrite, o)
	if err != nil {
		return err
	}
	defer f.Close() // judged already
	if r := f.Recovered(); r != nil && (r.Aside != "" || r.Conflict != "") {
		return fmt.Errorf("work was put elsewhere: %+v", *r)
	}
	if now := printed(f.Project()); now != states[acked] && (acked+1 >= len(states) || now != states[acked+1]) {
		for k, s := range states {
			if s == now {
				return fmt.Errorf("%d commits of %d acknowledged are left", k, acked)
			}
		}
		return fmt.Errorf("half a commit after %d", acked)
	}
	return f.Verify(context.Background())
}

// lose judges all power cuts and counts those after which something is wrong.
func lose(t *testing.T, schedules, every int, folder func(*losing, string) error, wrong func(powerCut, error)) (lost, of int) {
	t.Helper()
	dir, path, o, states, cuts := cutPower(t, schedules, every, folder)
	for _, c := range cuts {
		restore(t, dir, c.image)
		if err := survived(path, o, states, c.acked); err != nil {
			lost++
			wrong(c, err)
		}
	}
	return lost, len(cuts)
}

func TestAPowerCutLosesNothingThatWasSynced(t *testing.T) {
	schedules := 50
	if os.Getenv("CRASH_KILLS") != "" {
		schedules = 400
	}
	for _, tt := range []struct {
		name         string
		every, large int
	}{
		{"batches that bring their log in", 7, 1 << 30},
		{"batches that leave their log to the next commit", 2, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			defer store.LargeBatch(tt.large)()
			_, of := lose(t, schedules, tt.every, (*losing).syncFolder, func(c powerCut, err error) {
				t.Errorf("call %d, %d acknowledged: %v", c.call, c.acked, err)
			})
			if of < schedules {
				t.Errorf("only %d power cuts", of)
			}
		})
	}
}

// TestAPowerCutIsSeenToLoseWhatWasNotSynced is the control.
func TestAPowerCutIsSeenToLoseWhatWasNotSynced(t *testing.T) {
	none := func(*losing, string) error { return nil }
	for _, tt := range []struct {
		name, pragmas string
		folder        func(*losing, string) error
		least         int // in percent
	}{
		{"nothing is synced", `PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF`, (*losing).syncFolder, 60},
		{"the log is synced by checkpoints only", `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`, (*losing).syncFolder, 40},
		{"the folder of the log is not synced", `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`, none, 20},
	} {
		t.Run(tt.name, func(t *testing.T) {
			defer store.Durably(tt.pragmas)()
			lost, of := lose(t, 20, 7, tt.folder, func(powerCut, error) {})
			t.Logf("%d of %d power cuts lost something", lost, of)
			if lost*100 < of*tt.least {
				t.Errorf("the harness saw a loss after %d of %d power cuts only", lost, of)
			}
		})
	}
}
