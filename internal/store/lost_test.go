package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// crashed leaves a project with a working copy that has a commit which the
// user's file lacks, and gives the folder of the copy.
func crashed(t *testing.T, o store.Options) (path, work string) {
	t.Helper()
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	killAfter(t, cmd, out, 1)
	dirs := names(t, filepath.Join(o.StateDir, "work"))
	return path, filepath.Join(o.StateDir, "work", dirs[0])
}

// TestAWorkingCopyThatCantBeReadNowIsNotTakenForNone: its note is there, but
// the system refuses to read it; a moment later it can be read.
func TestAWorkingCopyThatCantBeReadNowIsNotTakenForNone(t *testing.T) {
	o := world(t)
	path, work := crashed(t, o)
	note := filepath.Join(work, "base.json")
	if err := os.Rename(note, note+".real"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("base.json", note); err != nil { // a link to itself
		t.Skip(err)
	}
	if f, err := store.Open(path, store.ReadWrite, o); err == nil || briefing.CodeOf(err) == briefing.CodeInternal {
		t.Errorf("opened without the working copy: %v, %+v", err, f)
	}
	if err := os.Rename(note+".real", note); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, store.ReadWrite, o)
	defer closed(t, f)
	if r := f.Recovered(); r == nil || r.Actions == 0 || len(f.Project().People) == 0 {
		t.Errorf("recovered %+v, people %q", r, people(f.Project()))
	}
}

func TestAWorkingCopyWithASpoiltNoteIsPutAside(t *testing.T) {
	o := world(t)
	path, work := crashed(t, o)
	if err := os.WriteFile(filepath.Join(work, "base.json"), []byte("{\"path\":"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, store.ReadWrite, o)
	defer closed(t, f)
	if r := f.Recovered(); r == nil || len(names(t, r.Aside)) == 0 {
		t.Errorf("recovered %+v", r)
	}
}
