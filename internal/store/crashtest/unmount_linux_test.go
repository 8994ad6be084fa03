package crashtest_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// TestAStickThatIsPulled unmounts, in a name space of its own, the disk that an
// open project lies on, and mounts it again.
func TestAStickThatIsPulled(t *testing.T) {
	apart(t, "TestInsideAStickThatIsPulled")
}

func TestInsideAStickThatIsPulled(t *testing.T) {
	dir := os.Getenv(fullDisk)
	if dir == "" {
		return // not started by another test
	}
	store, stick := filepath.Join(dir, "store"), filepath.Join(dir, "media", "stick")
	for _, d := range []string{store, stick} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mount("small", store, "tmpfs", 0, "size=8m"); err != nil {
		t.Fatalf("no disk: %v", err)
	}
	plug := func() {
		t.Helper()
		if err := errors.Join(os.MkdirAll(stick, 0o700), syscall.Mount(store, stick, "", syscall.MS_BIND, "")); err != nil {
			t.Fatalf("no disk: %v", err)
		}
	}
	pull := func() {
		t.Helper()
		if err := errors.Join(syscall.Unmount(stick, syscall.MNT_DETACH), os.Remove(stick)); err != nil {
			t.Fatal(err)
		}
	}
	plug()
	path := filepath.Join(stick, "visit.briefing")
	if err := os.WriteFile(path, blank(t), 0o600); err != nil {
		t.Fatal(err)
	}
	w := app.System()
	w.StateDir = filepath.Join(dir, "state")
	p, err := app.Open(w, path, true)
	if err != nil {
		t.Fatal(err)
	}
	put := func(id briefing.ID) error {
		return p.Put(&briefing.Person{ID: id, Name: briefing.Text{RU: string(id)}})
	}
	people := func() (n int) {
		p.Read(func(pr *project.Project) { n = len(pr.People) })
		return n
	}
	if err := errors.Join(put("a"), p.Save(), put("b")); err != nil {
		t.Fatal(err)
	}
	pull()
	if err := put("c"); err != nil {
		t.Errorf("a change without the stick: %v", err)
	}
	err = p.Save()
	sentence, _ := lang.Error(briefing.RU, err)
	if c := briefing.CodeOf(err); c == "" || c == briefing.CodeInternal {
		t.Errorf("saving without the stick: %q %v", c, err)
	}
	t.Logf("told: %s", sentence)
	if people() != 3 {
		t.Errorf("%d people are shown", people())
	}
	elsewhere := filepath.Join(dir, "elsewhere.briefing")
	if err := p.SaveCopy(elsewhere); err != nil {
		t.Errorf("save elsewhere: %v", err)
	}
	plug()
	if err := p.Save(); err != nil {
		t.Errorf("with the stick again: %v", err)
	}
	pull()
	if err := put("d"); err != nil {
		t.Error(err)
	}
	if err := p.Close(); err == nil {
		t.Error("closing without the stick tells nothing")
	}
	plug()
	if p, err = app.Open(w, path, true); err != nil {
		t.Fatal(err)
	}
	st := p.State()
	if people() != 4 || st.Conflict != "" || st.ReadOnly {
		t.Errorf("opened again: %d people, %+v", people(), st)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}
