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

func TestAForbiddenFolderIsNamed(t *testing.T) {
	dir := t.TempDir()
	if err := safefile.Replace(filepath.Join(dir, "a.pdf"), text("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil { //nolint:gosec // the point of the test
		t.Fatal(err)
	}
	cmd := child(t, "nobody", dir)
	if os.Getuid() == 0 { // root ignores permissions
		for _, up := range []string{filepath.Dir(dir), filepath.Dir(filepath.Dir(dir)), filepath.Dir(os.Args[0])} {
			if err := os.Chmod(up, 0o755); err != nil { //nolint:gosec // for the other user to reach the test's own folders
				t.Fatal(err)
			}
		}
		for up := filepath.Dir(os.Args[0]); up != "/" && strings.HasPrefix(up, os.TempDir()) && up != os.TempDir(); up = filepath.Dir(up) {
			if err := os.Chmod(up, 0o755); err != nil { //nolint:gosec // as above
				t.Fatal(err)
			}
		}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		cmd.Dir = "/"
	}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "code=permission") {
		t.Errorf("%v: %s", err, out)
	}
	only(t, dir, "a.pdf", "old")
}
