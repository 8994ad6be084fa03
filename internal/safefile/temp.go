package safefile

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Temporary files name the machine and the process that made them, so that
// another process can tell a leftover from work in progress.

const tempPrefix, tempSuffix = ".~briefing-", ".tmp"

func tempName(pid, n int) string {
	return tempPrefix + hostMark() + "-" + strconv.Itoa(pid) + "-" + strconv.Itoa(n) + tempSuffix
}

// hostMark is the machine's name as a part of a file name.
func hostMark() string {
	h, err := os.Hostname()
	if err != nil {
		return "x"
	}
	return strings.ReplaceAll(SafeName(h), "-", "_")
}

// Sweep removes the temporary files that dead processes of this machine left
// in the folder, and gives the names of what it removed. Files of other
// machines and of living processes stay.
func Sweep(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var gone []string
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), tempPrefix+hostMark()+"-")
		if !ok || !e.Type().IsRegular() || !strings.HasSuffix(rest, tempSuffix) {
			continue
		}
		number, _, _ := strings.Cut(rest, "-")
		pid, err := strconv.Atoi(number)
		if err != nil || pid <= 0 || Alive(pid) {
			continue
		}
		if Remove(filepath.Join(dir, e.Name())) == nil {
			gone = append(gone, e.Name())
		}
	}
	return gone
}

const tempDirPrefix = "briefing-"

// TempDir makes a folder of this user only among the system's temporary ones,
// for files that go with it.
func TempDir() (string, error) {
	dir, err := os.MkdirTemp("", tempDirPrefix+hostMark()+"-"+strconv.Itoa(os.Getpid())+"-")
	return dir, Error("write", os.TempDir(), err)
}

// SweepTempDirs removes, with all that is in them, the folders of TempDir that
// dead processes of this machine left, as far as this user may.
func SweepTempDirs() {
	base := os.TempDir()
	entries, err := os.ReadDir(base)
	if err != nil {
		return
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), tempDirPrefix+hostMark()+"-")
		number, _, made := strings.Cut(rest, "-")
		if !ok || !made || !e.IsDir() {
			continue
		}
		if pid, err := strconv.Atoi(number); err == nil && pid > 0 && !Alive(pid) {
			_ = os.RemoveAll(filepath.Join(base, e.Name()))
		}
	}
}

// Discard removes a temporary file that nobody needs any more. A second try
// follows a failed first one: on an office machine something else may hold a
// new file for an instant. What stays even so is swept with the leftovers of
// dead processes.
func Discard(path string) {
	if Remove(path) != nil {
		_ = Remove(path)
	}
}
