package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// program is the window's process.
type program struct {
	cmd    *exec.Cmd
	log    string
	began  time.Time
	screen *screen
}

// start starts a program on the screen, with a folder of its own for all it keeps.
func (s *screen) start(binary, dir string, args ...string) (*program, error) {
	for _, d := range []string{".cache", "Documents", "config"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			return nil, err
		}
	}
	settings := fmt.Sprintf(`{"version":1,"language":"ru","content":"ru","theme":"light","width":%d,"height":%d}`, screenWidth, screenHeight)
	if err := os.WriteFile(filepath.Join(dir, "config", "settings.json"), []byte(settings), 0o600); err != nil {
		return nil, err
	}
	p := &program{cmd: exec.Command(binary, args...), log: filepath.Join(dir, "log"), screen: s}
	log, err := os.Create(p.log)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	p.cmd.Stderr = log
	p.cmd.Env = append(os.Environ(), "DISPLAY="+s.name, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8", "HOME="+dir,
		"BRIEFING_STATE="+filepath.Join(dir, "state"), "BRIEFING_CONFIG="+filepath.Join(dir, "config"))
	s.move(screenWidth-200, 70) // where nothing lights up under it
	s.forget()
	p.began = time.Now()
	return p, p.cmd.Start()
}

// end closes the window as its user does: what is ended otherwise tells of a
// crash at its next start, and stands lower for it.
func (p *program) end() {
	gone := make(chan struct{})
	go func() {
		p.cmd.Wait() //nolint:errcheck // how it ended is not asked
		close(gone)
	}()
	for _, end := range []func(){
		p.screen.closeWindows,
		func() { p.cmd.Process.Signal(syscall.SIGTERM) }, //nolint:errcheck // it may have ended
	} {
		end()
		select {
		case <-gone:
			return
		case <-time.After(15 * time.Second):
		}
	}
	p.cmd.Process.Kill() //nolint:errcheck
	<-gone
}

// processor is the processor time that the process has used, all its threads.
func (p *program) processor() time.Duration {
	var t syscall.Timespec
	clock := (^p.cmd.Process.Pid)<<3 | 2 // the clock of another process, as clock_getcpuclockid makes it
	if _, _, err := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, uintptr(clock), uintptr(unsafe.Pointer(&t)), 0); err != 0 {
		return 0
	}
	return time.Duration(t.Nano())
}

// forget has the system read a file from the disk anew, as it does after a start
// of the machine. Of one that was written lately it holds large pieces, which it
// maps whole: some 15 MB of a program would count that it never touches.
func forget(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil { // what is not written yet can't be forgotten
		return err
	}
	const dontNeed = 4 // POSIX_FADV_DONTNEED
	if _, _, errno := syscall.Syscall6(syscall.SYS_FADVISE64, f.Fd(), 0, 0, dontNeed, 0, 0); errno != 0 {
		return fmt.Errorf("forget %s: %w", path, errno)
	}
	return nil
}

// memory is what the process holds, in MB: resident; its proportional share,
// where pages of files that others use too count in part; and what is its own,
// not of files, which the system can't take back.
type memory struct{ resident, share, own float64 }

func (p *program) memory() memory {
	f, err := os.Open(fmt.Sprintf("/proc/%d/smaps_rollup", p.cmd.Process.Pid))
	if err != nil {
		return memory{}
	}
	defer f.Close()
	var m memory
	for lines := bufio.NewScanner(f); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) < 2 {
			continue
		}
		kb, err := strconv.ParseFloat(words[1], 64)
		if err != nil {
			continue
		}
		switch words[0] {
		case "Rss:":
			m.resident = kb / 1024
		case "Pss:":
			m.share = kb / 1024
		case "Anonymous:":
			m.own = kb / 1024
		}
	}
	return m
}

func (m memory) String() string {
	return fmt.Sprintf("resident %3.0f MB, share %3.0f, own %3.0f", m.resident, m.share, m.own)
}
