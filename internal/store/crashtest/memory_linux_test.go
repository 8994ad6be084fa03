package crashtest_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLittleMemory imports, lists and exports in a process that the system
// gives ever less memory (ulimit -v). Whatever it can't do, nothing is lost: the
// project is the one of before or the one of after, sound, and opens again.
//
// A process of Go that gets no memory at all for its own heap is ended by its
// runtime, with words for programmers; no program can mend that. Where it is
// the database that gets none, a sentence is told.
func TestLittleMemory(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell")
	}
	d := newDesk(t)
	file := filepath.Join(filepath.Dir(d.path()), "large.csv")
	if err := os.WriteFile(file, []byte(customs(60_000, 2020)), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := seen(d.path(), d.state())
	if err != nil {
		t.Fatal(err)
	}
	run := func(limit int, args string) (string, error) {
		cmd := d.program(nil)
		cmd.Path, _ = exec.LookPath("sh")
		cmd.Args = []string{"sh", "-c", fmt.Sprintf("ulimit -v %d && exec %q %s", limit<<10, built, args)}
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	outcomes := map[string]int{}
	for limit := 700; limit <= 2500; limit += 150 { // MB of addresses; Go takes 600 for itself
		for _, args := range []string{
			"list visit.briefing organisations --json",
			"import visit.briefing large.csv --unit value=thousand-usd,weight=t",
			"export visit.briefing --pdf out.pdf --lang ru --draft",
		} {
			said, failed := run(limit, args)
			switch {
			case failed == nil:
				outcomes["done"]++
			case strings.Contains(said, "not enough memory"):
				outcomes["told"]++
			case strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory") || strings.Contains(said, "page summary"):
				outcomes["ended by the runtime"]++
			case strings.Contains(said, "goroutine ") || strings.TrimSpace(said) == "":
				t.Errorf("%d MB, %s: %.400s", limit, args, said)
			default: // any other sentence
				outcomes["told"]++
			}
			if said, err := d.program(nil, "doctor", "visit.briefing").CombinedOutput(); err != nil {
				t.Fatalf("%d MB, %s: afterwards the doctor says %s", limit, args, said)
			}
			s, err := seen(d.path(), d.state())
			if err != nil {
				t.Fatalf("%d MB, %s: %v", limit, args, err)
			}
			if s == before {
				continue
			}
			if !strings.HasPrefix(args, "import") || strings.Contains(s, "\n0 rows ") {
				t.Errorf("%d MB, %s: the project has become another one", limit, args)
			}
			d = newDesk(t) // the import was made: the next one begins anew
			if err := os.WriteFile(filepath.Join(filepath.Dir(d.path()), "large.csv"), []byte(customs(60_000, 2020)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%v", outcomes)
	if outcomes["done"] == 0 || outcomes["done"] == 39 {
		t.Errorf("the limits do not bite, or too much: %v", outcomes)
	}
}
