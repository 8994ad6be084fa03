//go:build unix

package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// TestFewFiles is run as a process of its own that may open but few files: it
// opens the project over and over until it can't, and says what it was told.
func TestFewFiles(t *testing.T) {
	path := os.Getenv("STORE_FEW")
	if path == "" {
		return // not started by another test
	}
	o := world(t)
	o.StateDir = os.Getenv("STORE_STATE")
	if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: 32, Max: 32}); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(path, store.ReadWrite, o)
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for n := range 50 {
		if err := f.Commit("add", "Анна", []store.Change{person(briefing.ID(fmt.Sprintf("p%d", n)))}); err == nil {
			acknowledged++
		}
		if in, err := os.Open(os.DevNull); err == nil { // somebody else in the process uses them up
			defer in.Close()
		}
	}
	publish := briefing.CodeOf(f.Publish())
	_, err = store.Open(path, store.ReadOnly, o)
	fmt.Printf("acknowledged=%d publish=%s open=%s\n", acknowledged, publish, briefing.CodeOf(err))
}

func TestAProcessOutOfFilesIsToldSoAndLosesNothing(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd := exec.Command(os.Args[0], "-test.run=^TestFewFiles$")
	cmd.Env = append(os.Environ(), "STORE_FEW="+path, "STORE_STATE="+o.StateDir)
	out, err := cmd.CombinedOutput()
	var acknowledged int
	var codes string
	if _, scan := fmt.Sscanf(string(out), "acknowledged=%d %s", &acknowledged, &codes); err != nil || scan != nil || acknowledged == 0 {
		t.Fatalf("%v, %v: %s", err, scan, out)
	}
	if !strings.Contains(string(out), "publish=cannot-write open=cannot-write") {
		t.Errorf("told: %s", out)
	}
	f = open(t, path, store.ReadWrite, o)
	if n := len(f.Project().People); n != acknowledged || f.Recovered() == nil {
		t.Errorf("%d people, %d acknowledged", n, acknowledged)
	}
	closed(t, f)
	if got := len(strings.Fields(read(t, path))); got != acknowledged {
		t.Errorf("published %d of %d", got, acknowledged)
	}
}

// A link to a damaged project is followed for reading and stays a link.
func TestADamagedProjectBehindALinkIsRecovered(t *testing.T) {
	o := world(t)
	path, _ := lived(t, o)
	if err := os.Truncate(path, 100_000); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	link, out := filepath.Join(dir, "link.briefing"), filepath.Join(dir, "out.briefing")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), out); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Recover(t.Context(), link, out, o); briefing.CodeOf(err) != briefing.CodeExists {
		t.Errorf("a link in the new file's place: %v", err)
	}
	if err := os.Remove(out); err != nil {
		t.Fatal(err)
	}
	if r, err := store.Recover(t.Context(), link, out, o); err != nil || r.Records == 0 {
		t.Errorf("%v, %+v", err, r)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
}
