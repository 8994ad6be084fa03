//go:build unix

package store_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"briefing/internal/project"
	"briefing/internal/store"
)

func TestOpener(t *testing.T) {
	path := os.Getenv("STORE_OPEN")
	if path == "" {
		return // not started by another test
	}
	o := world(t)
	o.StateDir = filepath.Join(t.TempDir(), "state")
	f := open(t, path, store.ReadWrite, o)
	if f.ReadOnly() && f.Holder() == nil {
		_, _ = os.Stdout.WriteString("read only\n")
	}
	closed(t, f)
}

func TestAFileThatMayNotBeWrittenOpensForReading(t *testing.T) {
	tests := []struct {
		name         string
		folder, file os.FileMode
	}{
		{"the folder", 0o555, 0o666},
		{"the file", 0o777, 0o444},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path, f := create(t, &project.Project{}, world(t))
			closed(t, f)
			cmd := exec.Command(os.Args[0], "-test.run=^TestOpener$")
			cmd.Env = append(os.Environ(), "STORE_OPEN="+path)
			if os.Getuid() == 0 { // root ignores permissions
				reachable(t, filepath.Dir(path))
				reachable(t, filepath.Dir(os.Args[0]))
				cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
				cmd.Dir = "/"
			}
			for p, mode := range map[string]os.FileMode{filepath.Dir(path): tt.folder, path: tt.file} {
				if err := os.Chmod(p, mode); err != nil {
					t.Fatal(err)
				}
			}
			before := names(t, filepath.Dir(path))
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "read only") {
				t.Errorf("%v: %s", err, out)
			}
			if after := names(t, filepath.Dir(path)); len(after) != len(before) {
				t.Errorf("left behind: %v", after)
			}
		})
	}
}

func TestASymbolicLinkStaysOne(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	link := filepath.Join(t.TempDir(), "link.briefing")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	f = open(t, link, store.ReadWrite, o)
	commit(t, f, "add", person("a"))
	closed(t, f)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
	if got := read(t, path); got != "a" {
		t.Errorf("the file has %q", got)
	}
}

// reachable lets another user through the test's own folders.
func reachable(t *testing.T, dir string) {
	t.Helper()
	for ; dir != "/" && dir != filepath.Clean(os.TempDir()); dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}
