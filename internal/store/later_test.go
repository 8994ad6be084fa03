package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/routine"
	"briefing/internal/store"
)

// eachSize runs the test with files in memory and with private copies on the disk.
func eachSize(t *testing.T, test func(t *testing.T)) {
	t.Run("memory", test)
	t.Run("disk", func(t *testing.T) {
		defer store.InMemory(0)()
		test(t)
	})
}

func TestRecordsAreThereBeforeTheFigures(t *testing.T) {
	eachSize(t, func(t *testing.T) {
		o, want := world(t), fullProject(t)
		path, f := create(t, want, o)
		closed(t, f)
		for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
			f, err := store.OpenSoon(path, m, o)
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Records(); len(got.People) != len(want.People) || got.Figures == nil {
				t.Errorf("records: %d people, figures %v", len(got.People), got.Figures)
			}
			if err := f.Wait(); err != nil {
				t.Fatal(err)
			}
			sameProject(t, f.Project(), want)
			sameProject(t, f.Records(), want)
			if m == store.ReadWrite {
				commit(t, f, "edit", person("p-new"))
			}
			closed(t, f)
		}
		f = open(t, path, store.ReadOnly, o)
		defer closed(t, f)
		if got := people(f.Project()); !strings.Contains(fmt.Sprint(got), "p-new") || f.Project().Figures.Len() != want.Figures.Len() {
			t.Errorf("after a change: people %q, %d figures", got, f.Project().Figures.Len())
		}
		if left := names(t, filepath.Join(o.StateDir, "work")); len(left) > 1 { // what is shown may lie there
			t.Errorf("left in the state folder: %q", left)
		}
	})
}

// TestAChangeMadeAtOnceWaitsForTheFigures: an import dropped while figures are
// still being read drops all of it.
func TestAChangeMadeAtOnceWaitsForTheFigures(t *testing.T) {
	o := world(t)
	path, f := create(t, fullProject(t), o)
	closed(t, f)
	f, err := store.OpenSoon(path, store.ReadWrite, o)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, f, "drop", store.Change{DropImport: "import-1"})
	if got := f.Project().Figures.Imports(); len(got) != 1 || got[0] != "import-2" {
		t.Errorf("imports %q", got)
	}
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	if got := f.Project().Figures.Len(); got != 150 {
		t.Errorf("%d figures", got)
	}
}

// TestDamagedFiguresAreToldAndLeaveNoTrace: SQLite sees nothing wrong with the
// segment; only its checksum tells.
func TestDamagedFiguresAreToldAndLeaveNoTrace(t *testing.T) {
	eachSize(t, func(t *testing.T) {
		o := world(t)
		path, f := create(t, fullProject(t), o)
		closed(t, f)
		spoilSegment(t, path)
		before := bytesOf(t, path)
		for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
			if f, err := store.Open(path, m, o); briefing.CodeOf(err) != briefing.CodeDamaged {
				t.Fatalf("Open: %v, %v", f, err)
			}
			f, err := store.OpenSoon(path, m, o)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Wait(); briefing.CodeOf(err) != briefing.CodeDamaged {
				t.Errorf("Wait: %v", err)
			}
			if err := f.Commit("edit", "", []store.Change{person("x")}); err == nil {
				t.Error("changed all the same")
			}
			closed(t, f)
			if bytesOf(t, path) != before {
				t.Fatal("the file was touched")
			}
			if left := names(t, filepath.Join(o.StateDir, "work")); len(left) > 0 {
				t.Errorf("left in the state folder: %q", left)
			}
		}
	})
}

// spoilSegment changes a byte of a stored segment and mends the checksum of
// its page, as a fault of memory before writing would.
func spoilSegment(t *testing.T, path string) {
	t.Helper()
	data := []byte(bytesOf(t, path))
	magic := []byte{0x28, 0xb5, 0x2f, 0xfd} // of zstd
	at := bytes.Index(data, magic)
	if at < 0 {
		t.Fatal("no segment found")
	}
	data[at+40] ^= 1
	const size = 4096
	page := data[at/size*size:][:size]
	store.Seal(page)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestChangesGoOnWhileTheFileIsPublished: what was acknowledged before the
// end is in the user's file after closing, and each publication is whole.
func TestChangesGoOnWhileTheFileIsPublished(t *testing.T) {
	eachSize(t, func(t *testing.T) {
		o := world(t)
		path, f := create(t, fullProject(t), o)
		const changes = 60
		var work routine.Group
		done := make(chan struct{})
		work.Go(func() {
			defer close(done)
			for n := range changes {
				if err := f.Commit("edit", "", []store.Change{person(briefing.ID("p" + strconv.Itoa(n)))}); err != nil {
					t.Error(err)
				}
			}
		})
		published := 0
		for again := true; again; published++ {
			select {
			case <-done:
				again = false
			default:
			}
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
			seen := open(t, path, store.ReadOnly, world(t))
			closed(t, seen)
		}
		work.Wait()
		closed(t, f)
		f = open(t, path, store.ReadOnly, o)
		defer closed(t, f)
		got := map[string]bool{}
		for _, p := range f.Project().People {
			got[string(p.ID)] = true
		}
		for n := range changes {
			if !got["p"+strconv.Itoa(n)] {
				t.Errorf("change %d is missing after %d publications", n, published)
			}
		}
	})
}

// TestALargeFileIsCopiedForReading: another file put in its place does not
// change what is shown, and the private copy goes with the project.
func TestALargeFileIsCopiedForReading(t *testing.T) {
	defer store.InMemory(0)()
	o, want := world(t), fullProject(t)
	path, f := create(t, want, o)
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	if err := store.WriteNew(path, &project.Project{Figures: figure.NewSet()}, world(t)); err != nil {
		t.Fatal(err)
	}
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	sameProject(t, f.Project(), want)
	closed(t, f)
	if left := names(t, filepath.Join(o.StateDir, "work")); len(left) > 0 {
		t.Errorf("left in the state folder: %q", left)
	}
}
