package safefile_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/safefile"
)

func TestFoldersOfDeadProcessesGoWithWhatIsInThem(t *testing.T) {
	base := t.TempDir()
	t.Setenv("TMPDIR", base)
	t.Setenv("TMP", base)
	mine, err := safefile.TempDir()
	if err != nil {
		t.Fatal(err)
	}
	ended := exec.Command("go", "version")
	if err := ended.Run(); err != nil {
		t.Skip("no process to end:", err)
	}
	own, dead := "-"+strconv.Itoa(os.Getpid())+"-", "-"+strconv.Itoa(ended.Process.Pid)+"-"
	left := filepath.Join(base, strings.Replace(filepath.Base(mine), own, dead, 1))
	other := filepath.Join(base, "briefing-elsewhere"+dead+"1")
	for _, dir := range []string{mine, left, other} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "t.tsv"), []byte("1"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	safefile.SweepTempDirs()
	for dir, stays := range map[string]bool{mine: true, left: false, other: true} {
		if _, err := os.Stat(filepath.Join(dir, "t.tsv")); (err == nil) != stays {
			t.Errorf("%s: %v; stays is %v", filepath.Base(dir), err, stays)
		}
	}
}
