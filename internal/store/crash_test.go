package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// writer starts this test program again as a process that opens the project,
// commits people one by one and says so after each, until it is killed.
func writer(t *testing.T, path string, o store.Options, publishEvery int) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriter$")
	cmd.Env = append(os.Environ(), "STORE_PATH="+path, "STORE_STATE="+o.StateDir, fmt.Sprintf("STORE_PUBLISH=%d", publishEvery))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

func TestWriter(t *testing.T) {
	path := os.Getenv("STORE_PATH")
	if path == "" {
		return // not started by another test
	}
	o := world(t)
	o.StateDir = os.Getenv("STORE_STATE")
	f := open(t, path, store.ReadWrite, o)
	every := 0
	if _, err := fmt.Sscan(os.Getenv("STORE_PUBLISH"), &every); err != nil {
		t.Fatal(err)
	}
	say := bufio.NewWriter(os.Stdout)
	for n := len(f.Project().People) + 1; ; n++ {
		id := briefing.ID(fmt.Sprintf("p%d", n))
		commit(t, f, "add", person(id), store.Change{AddFigures: figures(t, 20, id)})
		if every > 0 && n%every == 0 {
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
		}
		_, _ = fmt.Fprintln(say, "done", n)
		_ = say.Flush()
	}
}

// killAfter lets the writer acknowledge some commits and kills it; it gives
// the last number acknowledged.
func killAfter(t *testing.T, cmd *exec.Cmd, out *bufio.Scanner, commits int) int {
	t.Helper()
	last := 0
	for range commits {
		if !out.Scan() {
			t.Fatal("the writer ended by itself")
		}
		if _, err := fmt.Sscanf(out.Text(), "done %d", &last); err != nil {
			t.Fatal(err, out.Text())
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for out.Scan() { // what it said before the signal came
		if _, err := fmt.Sscanf(out.Text(), "done %d", &last); err != nil {
			t.Fatal(err, out.Text())
		}
	}
	_ = cmd.Wait()
	return last
}

func TestAKilledProcessLosesNothingItAcknowledged(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	before := bytesOf(t, path)
	total := 0
	for i, commits := range []int{1, 3, 2, 7} {
		cmd, out := writer(t, path, o, 0)
		acknowledged := killAfter(t, cmd, out, commits)
		if bytesOf(t, path) != before {
			t.Fatal("the user's file was touched")
		}
		g := open(t, path, store.ReadOnly, o)
		n := len(g.Project().People)
		if n < acknowledged || n > acknowledged+1 || !g.Unpublished() || g.Project().Figures.Len() != 20*n {
			t.Fatalf("kill %d: %d people, %d acknowledged, %d rows", i, n, acknowledged, g.Project().Figures.Len())
		}
		closed(t, g)
		total = n
	}
	f = open(t, path, store.ReadWrite, o)
	if r := f.Recovered(); r == nil || r.Actions != total || len(f.Project().People) != total {
		t.Errorf("recovered %+v of %d", r, total)
	}
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	closed(t, f)
	if got := strings.Fields(read(t, path)); len(got) != total {
		t.Errorf("published %d people of %d", len(got), total)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file: %v", left)
	}
}

func TestAKillWhilePublishingLeavesAWholeFile(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	for i := range 6 {
		cmd, out := writer(t, path, o, 1)
		acknowledged := killAfter(t, cmd, out, 1+i%3)
		g := open(t, path, store.ReadOnly, world(t)) // without the working copy
		if n := len(g.Project().People); n < acknowledged || n > acknowledged+1 {
			t.Fatalf("kill %d: the file has %d people, %d were published", i, n, acknowledged)
		}
		closed(t, g)
		g = open(t, path, store.ReadWrite, o)
		if n := len(g.Project().People); n < acknowledged || n > acknowledged+1 {
			t.Fatalf("kill %d: %d people, %d acknowledged", i, n, acknowledged)
		}
		if g.Conflict() != "" || (g.Recovered() != nil && g.Recovered().Conflict != "") {
			t.Fatal("its own publication was taken for somebody else's change")
		}
		closed(t, g)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file: %v", left)
	}
}

func TestWorkLeftByACrashGoesToAConflictCopyWhenTheFileHasChanged(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	killAfter(t, cmd, out, 2)
	if err := store.WriteNew(path, &project.Project{People: []*briefing.Person{{ID: "theirs"}}}, world(t)); err != nil {
		t.Fatal(err)
	}
	g := open(t, path, store.ReadOnly, o)
	if g.Unpublished() || people(g.Project()) != "theirs" {
		t.Errorf("reading shows %q", people(g.Project()))
	}
	closed(t, g)
	f = open(t, path, store.ReadWrite, o)
	r := f.Recovered()
	if r == nil || r.Conflict == "" || people(f.Project()) != "theirs" || f.ReadOnly() {
		t.Fatalf("recovered %+v, shown %q", r, people(f.Project()))
	}
	closed(t, f)
	if got := read(t, r.Conflict); !strings.HasPrefix(got, "p1 p2") {
		t.Errorf("the conflict copy has %q", got)
	}
	if got := read(t, path); got != "theirs" {
		t.Errorf("the file has %q", got)
	}
	f = open(t, path, store.ReadWrite, o)
	if f.Recovered() != nil {
		t.Error("recovered twice")
	}
	closed(t, f)
}

func TestAnUnreadableWorkingCopyIsPutAside(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	killAfter(t, cmd, out, 1)
	work := filepath.Join(o.StateDir, "work")
	dirs := names(t, work)
	for _, name := range []string{"work.briefing", "work.briefing-wal"} {
		if err := os.WriteFile(filepath.Join(work, dirs[0], name), []byte(strings.Repeat("spoilt ", 2000)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f = open(t, path, store.ReadWrite, o)
	defer closed(t, f)
	if r := f.Recovered(); r == nil || len(names(t, r.Aside)) == 0 || f.ReadOnly() {
		t.Errorf("recovered %+v", r)
	}
	commit(t, f, "add", person("a"))
}

// After a kill a project waits, until it is opened and closed; while somebody has it
// open it does not.
func TestAKilledProjectWaits(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	if store.Waits(path, o) {
		t.Error("an open project waits")
	}
	closed(t, f)
	if store.Waits(path, o) || store.Waits(path+".none", o) {
		t.Error("a closed project waits, or one that is not there")
	}
	cmd, out := writer(t, path, o, 0)
	killAfter(t, cmd, out, 1)
	if !store.Waits(path, o) {
		t.Error("a killed project does not wait")
	}
	closed(t, open(t, path, store.ReadWrite, o))
	if store.Waits(path, o) {
		t.Error("it waits after it was opened and closed")
	}
}
