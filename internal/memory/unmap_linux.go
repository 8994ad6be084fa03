package memory

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// unmap goes through the mappings of the process. Only code qualifies: it is
// never written, so a page that is asked for again is the same; tables beside it
// may have been filled in when they were loaded, and would come back empty.
func unmap() (code int, err error) {
	f, err := os.Open("/proc/self/maps")
	if err != nil {
		return 0, err
	}
	defer f.Close() //nolint:errcheck // only read
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		from, to, ok := codeOf(lines.Text())
		if !ok {
			continue
		}
		if _, _, no := unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED); no == 0 {
			code += int(to - from) //nolint:gosec // the size of a mapping
		}
	}
	return code, lines.Err()
}

// codeOf reads a line of the list of mappings: it is code of a file when it can
// be run, not written, is private, and has an absolute path that still exists.
func codeOf(line string) (from, to uintptr, ok bool) {
	words := strings.Fields(line)
	if len(words) != 6 || words[1] != "r-xp" || !strings.HasPrefix(words[5], "/") {
		return 0, 0, false
	}
	low, high, _ := strings.Cut(words[0], "-")
	a, err := strconv.ParseUint(low, 16, 64)
	if err != nil {
		return 0, 0, false
	}
	b, err := strconv.ParseUint(high, 16, 64)
	if err != nil || b <= a {
		return 0, 0, false
	}
	return uintptr(a), uintptr(b), true
}
