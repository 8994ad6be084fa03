//go:build unix

package safefile

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"briefing/internal/briefing"
)

func systemCodes() []systemCode {
	return []systemCode{
		{unix.ENOSPC, briefing.CodeNoSpace},
		{unix.EDQUOT, briefing.CodeNoSpace},
		{unix.EFBIG, briefing.CodeNoSpace},
		{unix.EROFS, briefing.CodePermission},
		{unix.ETXTBSY, briefing.CodeCannotWrite},
	}
}

func rename(from, to string) error { return os.Rename(from, to) }

// syncDir makes the new name durable. Some file systems can't sync a folder;
// the rename stands all the same.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // a folder that may be written but not read
	}
	defer d.Close() //nolint:errcheck // opened for reading only
	if err := d.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return err
	}
	return nil
}

// Alive reports whether a process of this machine runs under the number.
func Alive(pid int) bool {
	err := unix.Kill(pid, 0)
	return err == nil || errors.Is(err, unix.EPERM)
}

// tryLock takes the system's lock on the open file; false when somebody has it.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.ENOLCK) {
		return true, nil // the file's text alone must do
	}
	return err == nil, err
}

// discard removes the lock file while the lock is still held, so that nobody
// takes a lock on a file that is about to vanish without noticing.
func discard(f *os.File) error {
	return errors.Join(Remove(f.Name()), f.Close())
}

func hide(string) {}
