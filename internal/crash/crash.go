// Package crash is what is left of a crash: a report beside the settings.
//
// It promises: a report tells version, system and stack, and nothing of the
// user's data; what ended the program itself is found at its next start.
package crash

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"briefing/internal/safefile"
)

// Reports writes reports into a folder.
type Reports struct {
	Dir     string // the settings' folder; "" writes none
	Version string
	Now     func() time.Time
}

// Write writes the report of a panic and tells its path, "" when there is none.
// Of the value only its kind is written: a message may hold what the user typed.
func (r Reports) Write(value any, stack []byte) string {
	if r.Dir == "" || safefile.PrivateDir(r.Dir) != nil {
		return ""
	}
	what := fmt.Sprintf("%T", value)
	if e, ok := value.(runtime.Error); ok {
		what += ": " + e.Error() // the runtime's own words
	}
	text := r.head() + what + "\n\n" + string(stack)
	for n := 1; n < 100; n++ {
		path := filepath.Join(r.Dir, fmt.Sprintf("crash-%s-%d.txt", r.Now().Format("20060102-150405"), n))
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			continue
		}
		_, err = f.WriteString(text)
		if closing := f.Close(); err != nil || closing != nil {
			return ""
		}
		return path
	}
	return ""
}

func (r Reports) head() string {
	return fmt.Sprintf("Briefing %s, %s, %s/%s, %s\n", r.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH, r.Now().Format(time.RFC3339))
}

const running = "crash-running-"

// Watch lets the runtime write what ends the program into a file of its own,
// and tells the report that an earlier run has left so, "" when there is none.
// end takes the file away again.
func (r Reports) Watch() (left string, end func()) {
	none := func() {}
	if r.Dir == "" || safefile.PrivateDir(r.Dir) != nil {
		return "", none
	}
	left = r.sweep()
	path := filepath.Join(r.Dir, running+strconv.Itoa(os.Getpid())+".txt")
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return left, none
	}
	// The first line is there already when the runtime writes its own.
	_, err = f.WriteString(r.head())
	if err == nil {
		err = debug.SetCrashOutput(f, debug.CrashOptions{})
	}
	if closing := f.Close(); err != nil || closing != nil { // the runtime has its own handle
		_ = os.Remove(path)
		return left, none
	}
	return left, func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		_ = os.Remove(path)
	}
}

// sweep keeps what dead runs have left: a file with more than its first line
// is a report, the others go.
func (r Reports) sweep() (left string) {
	files, err := filepath.Glob(filepath.Join(r.Dir, running+"*.txt"))
	if err != nil {
		return ""
	}
	for _, path := range files {
		id, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), running), ".txt"))
		if id != os.Getpid() && safefile.Alive(id) {
			continue
		}
		text, err := os.ReadFile(path)
		info, statErr := os.Stat(path)
		if err != nil || statErr != nil {
			continue
		}
		if strings.Count(string(text), "\n") <= 1 {
			_ = os.Remove(path)
			continue
		}
		to := filepath.Join(r.Dir, "crash-"+info.ModTime().Format("20060102-150405")+".txt")
		if os.WriteFile(to, []byte(withoutValue(string(text))), fs.FileMode(0o600)) == nil { //nolint:gosec // a name of our own in our own folder
			left = to
			_ = os.Remove(path)
		}
	}
	return left
}

// withoutValue takes the value of a panic out of the runtime's report: «panic:
// "…"» may hold what the user typed.
func withoutValue(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "panic: ") || strings.HasPrefix(strings.TrimSpace(l), "panic: ") {
			if !strings.HasPrefix(l, "panic: runtime error") {
				lines[i] = "panic: (value left out)"
			}
			continue
		}
		if strings.HasPrefix(l, "goroutine ") {
			break
		}
	}
	return strings.Join(lines, "\n")
}
