package safefile

import (
	"errors"
	"io/fs"
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

// TempFolder makes a folder in dir that only the user can look into; Sweep
// takes it for a temporary file. What is done with it, remove is called.
func TempFolder(dir string) (path string, remove func(), err error) {
	if err := PrivateDir(dir); err != nil {
		return "", nil, err
	}
	for n := range 1000 {
		path = filepath.Join(dir, tempName(os.Getpid(), n))
		if err = os.Mkdir(path, 0o700); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", nil, Error("make folder", path, err)
	}
	// What can't be removed now is swept when this process is no more.
	return path, func() { _ = os.RemoveAll(path) }, nil
}

// Sweep removes the temporary files and folders that dead processes of this
// machine left in the folder, and gives the names of what it removed. Files of other
// machines and of living processes stay.
func Sweep(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var gone []string
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), tempPrefix+hostMark()+"-")
		if !ok || !e.Type().IsRegular() && !e.IsDir() || !strings.HasSuffix(rest, tempSuffix) {
			continue
		}
		number, _, _ := strings.Cut(rest, "-")
		pid, err := strconv.Atoi(number)
		if err != nil || pid <= 0 || Alive(pid) {
			continue
		}
		if sweep(filepath.Join(dir, e.Name()), e.IsDir()) == nil {
			gone = append(gone, e.Name())
		}
	}
	return gone
}

func sweep(path string, folder bool) error {
	if folder {
		return os.RemoveAll(path)
	}
	return Remove(path)
}
