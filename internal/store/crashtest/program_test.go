package crashtest_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fullDisk names the folder for the test that is started by another test.
const fullDisk = "CRASH_FULL_DISK"

// built is the program with the points of faults in it.
var built string

func TestMain(m *testing.M) {
	if os.Getenv(fullDisk) != "" { // started by another test
		os.Exit(m.Run())
	}
	dir, err := os.MkdirTemp("", "crashtest")
	if err == nil {
		built = filepath.Join(dir, "briefing.exe")
		cmd := exec.Command("go", "build", "-tags", "headless,faults", "-o", built, "briefing/cmd/briefing")
		var out []byte
		if out, err = cmd.CombinedOutput(); err != nil {
			err = fmt.Errorf("build: %w\n%s", err, out)
		}
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// desk is a folder with a project, the figures to be imported and a state folder.
type desk struct{ dir string }

func (d desk) path() string  { return filepath.Join(d.dir, "files", "visit.briefing") }
func (d desk) state() string { return filepath.Join(d.dir, "state") }

// program prepares a run of a command in the desk's folder under a fault.
func (d desk) program(env []string, args ...string) *exec.Cmd {
	cmd := exec.Command(built, args...)
	cmd.Dir = filepath.Join(d.dir, "files")
	cmd.Env = append(os.Environ(), "BRIEFING_STATE="+d.state(), "BRIEFING_LANG=en", "BRIEFING_FAULT=", "TMPDIR="+d.dir)
	cmd.Env = append(cmd.Env, env...)
	return cmd
}

// ran is what a run said.
type ran struct {
	done   int    // the last change acknowledged; those before it were, too
	failed string // the first failure that was told
	err    error
	said   string
}

func (r ran) killed() bool {
	var e *exec.ExitError
	return errors.As(r.err, &e) && e.ExitCode() == -1
}

// apply runs all lines at once.
func (d desk) apply(lines []string, env ...string) ran {
	cmd := d.program(env, "apply", "visit.briefing", "-")
	cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	r := ran{err: cmd.Run()}
	r.said = said.String()
	for line := range strings.Lines(out.String()) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case word == "done" && r.failed == "":
			fmt.Sscan(rest, &r.done)
		case word == "failed" && r.failed == "":
			r.failed = rest
		}
	}
	return r
}

// talk is a run that is given one line at a time.
type talk struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Scanner
	said bytes.Buffer
}

func (d desk) talk(t *testing.T, env ...string) *talk {
	t.Helper()
	k := &talk{cmd: d.program(env, "apply", "visit.briefing", "-")}
	k.cmd.Stderr = &k.said
	var err error
	if k.in, err = k.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := k.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	k.out = bufio.NewScanner(out)
	if err := k.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = k.cmd.Process.Kill() })
	return k
}

// ask sends a line and gives what is said to it, without its number; empty
// when the program has ended.
func (k *talk) ask(line string) string {
	if _, err := io.WriteString(k.in, line+"\n"); err != nil || !k.out.Scan() {
		return ""
	}
	word, rest, _ := strings.Cut(k.out.Text(), " ")
	_, code, _ := strings.Cut(rest, " ")
	return strings.TrimSpace(word + " " + code)
}

func (k *talk) end() error {
	_ = k.in.Close()
	return k.cmd.Wait()
}
