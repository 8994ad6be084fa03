package safefile

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"

	"briefing/internal/briefing"
)

func systemCodes() []systemCode {
	return []systemCode{
		{windows.ERROR_DISK_FULL, briefing.CodeNoSpace},
		{windows.ERROR_HANDLE_DISK_FULL, briefing.CodeNoSpace},
		{windows.ERROR_DISK_QUOTA_EXCEEDED, briefing.CodeNoSpace},
		{windows.ERROR_WRITE_PROTECT, briefing.CodePermission},
		// Open in Excel, Acrobat or another window: «закройте файл».
		{windows.ERROR_SHARING_VIOLATION, briefing.CodeCannotWrite},
		{windows.ERROR_LOCK_VIOLATION, briefing.CodeCannotWrite},
		{windows.ERROR_USER_MAPPED_FILE, briefing.CodeCannotWrite},
	}
}

// rename replaces the target in one step. Virus scanners and indexers hold a
// new file for a moment, so it tries again for about two seconds; it never
// removes the target first. A target that stays refused although its folder
// can be written is one that another program has open.
func rename(from, to string) error {
	var err error
	for _, pause := range []time.Duration{50, 150, 300, 600, 900, 0} {
		if err = os.Rename(from, to); err == nil {
			return nil
		}
		if !busy(err) {
			return err
		}
		time.Sleep(pause * time.Millisecond)
	}
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) && !readOnly(to) {
		return errors.Join(windows.ERROR_SHARING_VIOLATION, err)
	}
	return err
}

func busy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

func readOnly(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o200 == 0
}

// syncDir has nothing to do: the system keeps names by a journal of its own.
func syncDir(string) error { return nil }

// Alive reports whether a process of this machine runs under the number.
func Alive(pid int) bool {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer windows.CloseHandle(h) //nolint:errcheck // nothing was changed through it
	var code uint32
	const stillActive = 259
	return windows.GetExitCodeProcess(h, &code) == nil && code == stillActive
}

// farByte is the byte that is locked: beyond the text, so that others can read it.
const farByte = 1 << 30

// tryLock takes the system's lock on the open file; false when somebody has it.
func tryLock(f *os.File) (bool, error) {
	at := windows.Overlapped{Offset: farByte}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// discard removes the lock file; an open file can't be removed here.
func discard(f *os.File) error {
	return errors.Join(f.Close(), Remove(f.Name()))
}

func hide(path string) {
	if p, err := windows.UTF16PtrFromString(path); err == nil {
		_ = windows.SetFileAttributes(p, windows.FILE_ATTRIBUTE_HIDDEN)
	}
}
