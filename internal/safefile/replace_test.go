package safefile_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = "<folder>"
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func only(t *testing.T, dir, name, want string) {
	t.Helper()
	if got := contents(t, dir); len(got) != 1 || got[name] != want {
		t.Errorf("folder holds %q, want only %s = %q", got, name, want)
	}
}

func TestReplaceMakesAndReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "сводка.pdf")
	for _, s := range []string{"one", "", strings.Repeat("long ", 100_000), "two"} {
		if err := safefile.Replace(path, text(s)); err != nil {
			t.Fatal(err)
		}
		only(t, dir, "сводка.pdf", s)
	}
	err := safefile.ReplaceBy(path, func(temp string) error { return os.WriteFile(temp, []byte("by name"), 0o600) })
	if err != nil {
		t.Fatal(err)
	}
	only(t, dir, "сводка.pdf", "by name")
}

func TestReplaceKeepsThePermissionsOfTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := safefile.Replace(path, text("x")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := os.FileMode(0o640); info.Mode().Perm() != want && os.PathSeparator == '/' {
		t.Errorf("mode %v, want %v", info.Mode().Perm(), want)
	}
}

func TestAFailureLeavesTheOldFileAlone(t *testing.T) {
	mine := errors.New("mine")
	tests := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"error at the start", func(io.Writer) error { return mine }},
		{"error after some text", func(w io.Writer) error { return errors.Join(text("half")(w), mine) }},
		{"panic", func(io.Writer) error { panic(mine) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.pdf")
			if err := safefile.Replace(path, text("old")); err != nil {
				t.Fatal(err)
			}
			func() {
				defer func() { _ = recover() }()
				if err := safefile.Replace(path, tt.write); !errors.Is(err, mine) || briefing.CodeOf(err) != briefing.CodeInternal {
					t.Errorf("the writer's own error became %v", err)
				}
			}()
			only(t, dir, "a.pdf", "old")
		})
	}
}

func TestReplaceRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "folder", "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte("f"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	tests := []struct {
		name, path string
		code       briefing.Code
	}{
		{"a folder", filepath.Join(dir, "folder"), briefing.CodeIsDirectory},
		{"no such folder", filepath.Join(dir, "none", "a.pdf"), briefing.CodeNotFound},
		{"a file as folder", filepath.Join(dir, "file", "a.pdf"), briefing.CodeCannotWrite},
		{"a name too long", filepath.Join(dir, strings.Repeat("н", 300)), briefing.CodeCannotWrite},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := safefile.Replace(tt.path, text("x"))
			if briefing.CodeOf(err) != tt.code {
				t.Errorf("%v, want %s", err, tt.code)
			}
			var e *briefing.Error
			if errors.As(err, &e) && e.Path != tt.path {
				t.Errorf("path told is %q", e.Path)
			}
			if after := contents(t, dir); len(after) != len(before) {
				t.Errorf("left behind: %v", after)
			}
		})
	}
}

// The tests below run in a process of their own: this test program again,
// with a task named in its environment.

func child(t *testing.T, task, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$")
	cmd.Env = append(os.Environ(), "SAFEFILE_TASK="+task, "SAFEFILE_DIR="+dir)
	return cmd
}

func TestChild(t *testing.T) {
	dir := os.Getenv("SAFEFILE_DIR")
	path := filepath.Join(dir, "a.pdf")
	switch os.Getenv("SAFEFILE_TASK") {
	case "die":
		_ = safefile.Replace(path, func(w io.Writer) error {
			_, _ = io.WriteString(w, strings.Repeat("half", 100_000))
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		})
	case "full":
		limitFileSize(1 << 12)
		err := safefile.Replace(path, text(strings.Repeat("x", 1<<20)))
		_, _ = os.Stdout.WriteString("code=" + string(briefing.CodeOf(err)) + "\n")
	case "nobody":
		err := safefile.Replace(path, text("new"))
		_, _ = os.Stdout.WriteString("code=" + string(briefing.CodeOf(err)) + "\n")
	case "hold":
		_, holder, err := safefile.TakeLock(path, safefile.Holder{User: "Пётр", Host: "здесь", PID: os.Getpid()}, false)
		if err != nil || holder != nil {
			t.Fatal(holder, err)
		}
		_, _ = os.Stdout.WriteString("held\n")
		_, _ = os.Stdin.Read([]byte{0}) // until the parent kills or closes
	}
}

func TestAKilledWriterLeavesTheOldFileAndSweepCleansUp(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	if err := safefile.Replace(path, text("old")); err != nil {
		t.Fatal(err)
	}
	if err := child(t, "die", dir).Run(); err == nil {
		t.Fatal("the child survived")
	}
	if got := contents(t, dir); got["a.pdf"] != "old" || len(got) != 2 {
		t.Fatalf("after the kill: %d files, a.pdf = %q", len(got), got["a.pdf"])
	}
	others := ".~briefing-other_host-1-0.tmp"
	if err := os.WriteFile(filepath.Join(dir, others), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := safefile.Replace(path, func(w io.Writer) error { // work in progress of this process stays
		if gone := safefile.Sweep(dir); len(gone) != 1 {
			t.Errorf("swept %v", gone)
		}
		return text("new")(w)
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); got["a.pdf"] != "new" || len(got) != 2 {
		t.Errorf("after the sweep: %q", got)
	}
	if gone := safefile.Sweep(filepath.Join(dir, "none")); gone != nil {
		t.Errorf("swept %v", gone)
	}
}
