//go:build faults

package faults

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// Unsafe tells that this run is to do without what makes changes safe.
var Unsafe = os.Getenv("BRIEFING_UNSAFE") == "1"

var (
	mu    sync.Mutex
	count int
	now   fault
)

// fault is what is to happen, and at which call.
type fault struct {
	at     int
	onward bool // at all later calls too
	kill   bool
	err    error
	list   *os.File
}

func init() {
	if err := Set(os.Getenv("BRIEFING_FAULT")); err != nil {
		panic(err)
	}
}

// Set arms a fault as BRIEFING_FAULT would, "" none, and begins to count anew.
func Set(spec string) error {
	mu.Lock()
	defer mu.Unlock()
	var err error
	count = 0
	now, err = parse(spec)
	return err
}

// Count is the number of calls since Set.
func Count() int {
	mu.Lock()
	defer mu.Unlock()
	return count
}

func parse(spec string) (f fault, err error) {
	kind, rest, _ := strings.Cut(spec, ":")
	switch kind {
	case "":
		return f, nil
	case "list":
		f.list, err = os.OpenFile(rest, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600) //nolint:gosec // the harness names the file
		return f, err
	case "kill":
		f.kill = true
	case "error":
		var name string
		rest, name, _ = strings.Cut(rest, ":")
		if f.err = errno(name); f.err == nil {
			return f, fmt.Errorf("unknown error in fault %q", spec)
		}
		rest, f.onward = strings.CutSuffix(rest, "+")
	default:
		return f, fmt.Errorf("unknown fault %q", spec)
	}
	f.at, err = strconv.Atoi(rest)
	return f, err
}

func errno(name string) error {
	for _, e := range []struct {
		name string
		err  syscall.Errno
	}{{"ENOSPC", syscall.ENOSPC}, {"EIO", syscall.EIO}, {"EDQUOT", syscall.EDQUOT}, {"EROFS", syscall.EROFS}} {
		if e.name == name {
			return e.err
		}
	}
	return nil
}

// Point is passed before a call that changes the disk.
func Point(op, path string) error {
	_, err := step(op, path, nil, nil)
	return err
}

// Write is Point for a call that writes: it calls write with p, or with the
// first half of it where a fault strikes.
func Write(path string, p []byte, write func([]byte) (int, error)) (int, error) {
	n, err := step("write", path, p, write)
	if err != nil {
		return n, err
	}
	return write(p)
}

// step counts a call. Nothing else that passes here goes on while one dies.
func step(op, path string, p []byte, write func([]byte) (int, error)) (n int, err error) {
	mu.Lock()
	defer mu.Unlock()
	count++
	if now.list != nil {
		_, err := fmt.Fprintf(now.list, "%s %s\n", op, filepath.Base(path))
		return 0, err
	}
	if now.at == 0 || count < now.at || (count > now.at && !now.onward) {
		return 0, nil
	}
	if write != nil {
		if n, err = write(p[:len(p)/2]); err != nil {
			return n, err
		}
	}
	if now.kill {
		die()
	}
	return n, &fs.PathError{Op: op, Path: path, Err: now.err}
}

// die ends the process as a power button would: no deferred call runs.
func die() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {} // until the signal arrives
}
