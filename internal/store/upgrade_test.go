package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/store"
)

// fixture puts a copy of the file of an earlier version into a folder.
func fixture(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "старый.briefing")
	if err := os.WriteFile(path, []byte(bytesOf(t, filepath.Join("testdata", name+".briefing"))), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Files of every released version: v1 is the first. A new version brings its
// own file, made by its own code, and none is ever taken away.
func versions() []string { return []string{"v1", "v2", "v3", "v4"} }

func TestFilesOfEarlierVersionsAreRead(t *testing.T) {
	for _, v := range versions() {
		t.Run(v, func(t *testing.T) {
			path, o := fixture(t, v), world(t)
			before := bytesOf(t, path)
			for _, mode := range []store.Mode{store.ReadOnly, store.ReadWrite} {
				f := open(t, path, mode, o)
				sameText(t, printed(f.Project()), bytesOf(t, filepath.Join("testdata", v+".txt")))
				if err := f.Verify(t.Context()); err != nil {
					t.Error(err)
				}
				closed(t, f)
				if bytesOf(t, path) != before || len(names(t, filepath.Dir(path))) != 1 {
					t.Fatal("opening alone changed the file")
				}
			}
		})
	}
}

func TestTheOldFileIsKeptBesideTheNew(t *testing.T) {
	for _, v := range versions() {
		path, o := fixture(t, v), world(t)
		before := bytesOf(t, path)
		f := open(t, path, store.ReadWrite, o)
		commit(t, f, "add", person("new"))
		closed(t, f)
		if got := bytesOf(t, path+".bak-"+v); got != before {
			t.Error("the copy is not the old file")
		}
		f = open(t, path, store.ReadWrite, o)
		if !strings.Contains(people(f.Project()), "new") {
			t.Errorf("people %q", people(f.Project()))
		}
		for { // undo reaches back beyond the upgrade
			if _, err := f.Undo("Анна"); briefing.CodeOf(err) == briefing.CodeNothing {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		want := fullProject(t)
		for _, a := range want.Agreements {
			a.Milestones = nil // of the fifth version
		}
		if v != "v4" {
			want.Acceptances, want.Tasks, want.Pack.Addressees = nil, nil, nil // of the fourth
		}
		if v < "v3" {
			want.Groups, want.Nomenclatures = nil, nil // of the third
		}
		if v == "v1" {
			want.Versions, want.Typed, want.Attachments = nil, nil, nil // of the second
		}
		sameProject(t, f.Project(), want)
		closed(t, f)
		if left := names(t, filepath.Dir(path)); len(left) != 2 {
			t.Errorf("beside the file: %v", left)
		}
	}
}

func TestAWorkingCopyOfAnEarlierVersionIsTakenOver(t *testing.T) {
	path, o := oldWork(t)
	f := open(t, path, store.ReadWrite, o)
	defer closed(t, f)
	if r := f.Recovered(); r == nil || r.Actions != 1 || r.Aside != "" {
		t.Errorf("recovered %+v", r)
	}
	sameText(t, printed(f.Project()), bytesOf(t, filepath.Join("testdata", "v1.txt")))
}

// A second window may look at the working copy of an earlier version in the
// very moment in which the first one makes it one of this version.
func TestAWorkingCopyIsTakenOverWhileOthersLookAtIt(t *testing.T) {
	for range 15 {
		path, o := oldWork(t)
		stop, looked := make(chan bool), make(chan error)
		go func() {
			var err error
			for {
				select {
				case <-stop:
					looked <- err
					return
				default:
				}
				f, e := store.Open(path, store.ReadOnly, o)
				if e == nil {
					e = f.Close()
				}
				err = errors.Join(err, e)
			}
		}()
		f := open(t, path, store.ReadWrite, o)
		if r := f.Recovered(); r == nil || r.Actions != 1 || r.Aside != "" {
			t.Errorf("recovered %+v", r)
		}
		commit(t, f, "add", person("after"))
		close(stop)
		if err := <-looked; err != nil {
			t.Error(err)
		}
		closed(t, f)
		f = open(t, path, store.ReadOnly, o)
		if !strings.Contains(people(f.Project()), "after") {
			t.Errorf("people %q", people(f.Project()))
		}
		closed(t, f)
	}
}

// oldWork is what a program of the first version leaves when it crashes with
// an action that its file did not get.
func oldWork(t *testing.T) (path string, o store.Options) {
	path, o = fixture(t, "v1"), world(t)
	f := open(t, path, store.ReadWrite, o)
	commit(t, f, "add", person("kept"))
	// What a program of the first version would have left: its tables.
	dirs := names(t, filepath.Join(o.StateDir, "work"))
	work := filepath.Join(o.StateDir, "work", dirs[0])
	note := bytesOf(t, filepath.Join(work, "base.json"))
	closed(t, f)
	if err := os.MkdirAll(work, 0o700); err != nil {
		t.Fatal(err)
	}
	old := bytesOf(t, filepath.Join("testdata", "v1.briefing"))
	note = strings.Replace(note, `"published":4`, `"published":3`, 1)
	err := errors.Join(
		os.WriteFile(filepath.Join(work, "work.briefing"), []byte(old), 0o600),
		os.WriteFile(filepath.Join(work, "base.json"), []byte(note), 0o600),
		os.WriteFile(path, []byte(old), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	return path, o
}
