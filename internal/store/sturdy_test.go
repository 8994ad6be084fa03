package store_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/routine"
	"briefing/internal/store"
)

// TestACopyMadeAtAnyMomentIsAWholeVersion copies the user's file in a loop, as
// a backup program or a mail does, while the project is worked at and published:
// each copy is one of the versions that were published.
func TestACopyMadeAtAnyMomentIsAWholeVersion(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	var stop atomic.Bool
	copies := map[[32]byte][]byte{}
	taken := 0
	var work routine.Group
	work.Go(func() {
		for !stop.Load() {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Errorf("the file can't be read: %v", err)
				return
			}
			taken++
			copies[sha256.Sum256(data)] = data
		}
	})
	for n := range 40 {
		commit(t, f, "add", person(briefing.ID(fmt.Sprint("p", n))))
		if err := f.Publish(); err != nil {
			t.Fatal(err)
		}
	}
	stop.Store(true)
	work.Wait()
	closed(t, f)
	t.Logf("%d copies, %d versions among them", taken, len(copies))
	if len(copies) < 5 {
		t.Errorf("only %d versions were copied", len(copies))
	}
	dir := t.TempDir()
	for _, data := range copies {
		name := filepath.Join(dir, "copy.briefing")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := store.Open(name, store.ReadOnly, world(t))
		if err != nil {
			t.Fatalf("a copy of %d bytes: %v", len(data), err)
		}
		people := g.Project().People
		for n, p := range people {
			if p.ID != briefing.ID(fmt.Sprint("p", n)) {
				t.Errorf("a copy with %d people has %q for number %d", len(people), p.ID, n)
			}
		}
		if err := g.Verify(t.Context()); err != nil {
			t.Error(err)
		}
		closed(t, g)
	}
}

// TestReadingTheDatabaseBesideTheDriverLosesNoLock opens and closes what SQLite
// works on, and the user's file, in this process: on POSIX systems the close of
// any handle of a file gives up the process's locks on it. Changes go on being
// kept, and nobody else gets in between.
func TestReadingTheDatabaseBesideTheDriverLosesNoLock(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	look := func() {
		for _, root := range []string{o.StateDir, filepath.Dir(path)} {
			err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
				if err != nil || !d.Type().IsRegular() {
					return err
				}
				in, err := os.Open(name)
				if err != nil {
					return err
				}
				_, err = io.Copy(io.Discard, in)
				return errors.Join(err, in.Close())
			})
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
	}
	for n := range 20 {
		look()
		commit(t, f, "add", person(briefing.ID(fmt.Sprint("p", n))))
		look()
		g := open(t, path, store.ReadOnly, o) // a second reader beside it
		if len(g.Project().People) != n+1 {
			t.Errorf("beside it are %d people after %d", len(g.Project().People), n+1)
		}
		closed(t, g)
		look()
		second := open(t, path, store.ReadWrite, o)
		if second.Holder() == nil || !second.ReadOnly() {
			t.Fatal("a second one may write")
		}
		closed(t, second)
		if n%5 == 4 {
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	if len(f.Project().People) != 20 {
		t.Errorf("%d people are left", len(f.Project().People))
	}
}

// TestAFileOfTwoGigabytes: a file that is large and holds nothing behind its
// first pages costs neither its size in memory nor time; the disk holds the few
// pages only.
func TestAFileOfTwoGigabytes(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	for name, data := range map[string][]byte{
		"a project with a tail of nothing": good,
		"a header that claims it":          resealed(patched(good, 28, 0, 8, 0, 0)), // 524 288 pages
		"nothing at all":                   nil,
	} {
		t.Run(name, func(t *testing.T) {
			claims := name == "a header that claims it"
			if claims && os.Getenv("BRIEFING_SOAK") == "" {
				t.Skip("is copied as a whole: only in make soak")
			}
			path := filepath.Join(t.TempDir(), "large.briefing")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(path, 2<<30); err != nil {
				t.Skipf("no large files here: %v", err)
			}
			for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
				heap := watchHeap(t)
				f, err := store.Open(path, m, o)
				if got := heap() >> 20; got > 256 {
					t.Errorf("the heap held %d MB", got)
				}
				if err == nil { // the pages that are needed first are sound: the check of all of them tells
					err = f.Verify(t.Context())
					closed(t, f)
				}
				if c := briefing.CodeOf(err); c == briefing.CodeInternal || c == "" {
					t.Errorf("%v", err)
				}
				t.Logf("%s", briefing.CodeOf(err))
			}
		})
	}
}

// TestAFolderOfBackupsThatIsFull: backups of a past that can't be written to or
// pruned do not keep the project from being published.
func TestAFolderOfBackupsThatIsFull(t *testing.T) {
	o := world(t)
	now := time.Date(2023, 3, 1, 9, 0, 0, 0, time.UTC)
	o.Now = func() time.Time { return now }
	path, f := create(t, &project.Project{}, o)
	step := func(n int) {
		t.Helper()
		commit(t, f, "add", person(briefing.ID(fmt.Sprint("p", n))))
		if err := f.Publish(); err != nil {
			t.Fatalf("publication %d: %v", n, err)
		}
		now = now.Add(11 * time.Minute)
	}
	for n := range 30 { // more than are kept of a day
		step(n)
	}
	list, err := store.Backups(path, o)
	if err != nil || len(list) == 0 {
		t.Fatal(len(list), err)
	}
	dir := filepath.Dir(list[0].Path)
	if n := len(names(t, dir)); n > 12 {
		t.Errorf("%d backups of one day are kept", n)
	}
	// What lies there under a name of ours and can't be removed.
	blocked := filepath.Join(dir, "20200101-000000_00000000.briefing")
	if err := os.MkdirAll(filepath.Join(blocked, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	step(30)
	// A file in the place of the folder.
	if err := os.Rename(dir, dir+".gone"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	step(31)
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	if len(f.Project().People) != 32 {
		t.Errorf("%d people are published", len(f.Project().People))
	}
}

// TestAHundredThousandSteps of one file, each an action: all of them are taken
// back and done again, the program restarted in between. The quick run makes
// some of them.
func TestAHundredThousandSteps(t *testing.T) {
	number := 1500
	if os.Getenv("BRIEFING_SOAK") != "" {
		number = 100_000
	}
	defer store.Durably(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF`)() // nothing here is about a disk
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	at := func() int { return len(f.Project().People) }
	name := func() string {
		if at() == 0 {
			return ""
		}
		return f.Project().People[0].Name.RU
	}
	for n := range number {
		p := &briefing.Person{ID: "p", Name: briefing.Text{RU: fmt.Sprint(n)}}
		commit(t, f, "edit", store.Change{Put: p})
	}
	for half := range 2 {
		closed(t, f)
		f = open(t, path, store.ReadWrite, o)
		for range number / 2 {
			if _, err := f.Undo("Анна"); err != nil {
				t.Fatal(err)
			}
		}
		if want := fmt.Sprint(number/2 - 1); half == 0 && name() != want {
			t.Errorf("half taken back there is %q, want %q", name(), want)
		}
	}
	if at() != 0 {
		t.Errorf("all taken back there is %q", name())
	}
	for range number {
		if _, err := f.Redo("Анна"); err != nil {
			t.Fatal(err)
		}
	}
	if want := fmt.Sprint(number - 1); name() != want {
		t.Errorf("done again there is %q, want %q", name(), want)
	}
	closed(t, f)
}
