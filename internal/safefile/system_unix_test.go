//go:build unix

package safefile_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"briefing/internal/safefile"
)

// limitFileSize makes the system refuse to let files of this process grow:
// to the program that is a full disk.
func limitFileSize(bytes uint64) {
	_ = unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: bytes})
}

func TestAFullDiskIsNamedAndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := safefile.Replace(filepath.Join(dir, "a.pdf"), text("old")); err != nil {
		t.Fatal(err)
	}
	out, err := child(t, "full", dir).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "code=no-space") {
		t.Errorf("%v: %s", err, out)
	}
	only(t, dir, "a.pdf", "old")
}

func TestAForbiddenFolderIsNamed(t *testing.T) {
	dir := t.TempDir()
	if err := safefile.Replace(filepath.Join(dir, "a.pdf"), text("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	cmd := child(t, "nobody", dir)
	if os.Getuid() == 0 { // root ignores permissions
		reachable(t, filepath.Dir(dir))
		reachable(t, filepath.Dir(os.Args[0]))
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		cmd.Dir = "/"
	}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "code=permission") {
		t.Errorf("%v: %s", err, out)
	}
	only(t, dir, "a.pdf", "old")
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
