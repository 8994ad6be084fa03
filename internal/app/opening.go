package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// RescuedError is why a project does not open whose unpublished work was
// written to a file of its own all the same.
type RescuedError struct {
	Err  error
	Copy string // the file with the work
}

func (e *RescuedError) Error() string { return e.Err.Error() }

// Unwrap is why the project does not open.
func (e *RescuedError) Unwrap() error { return e.Err }

// Broken reports that a project was refused since its file is damaged, so
// that something may be recovered of it.
func Broken(err error) bool {
	c := briefing.CodeOf(err)
	return c == briefing.CodeDamaged || c == briefing.CodeTruncated
}

// openFile opens a project's file. Unpublished work of a file that turns out
// to be damaged goes to a conflict copy before that is known; the error tells
// of it.
func (w World) openFile(open opener, path string, mode store.Mode, o store.Options) (*store.File, error) {
	before := conflictCopies(path)
	f, err := open(path, mode, o)
	if err == nil || !Broken(err) {
		return f, err
	}
	for _, c := range conflictCopies(path) {
		if !slices.Contains(before, c) {
			return nil, &RescuedError{Err: err, Copy: c}
		}
	}
	return nil, err
}

// conflictCopies lists the conflict copies beside a file.
func conflictCopies(path string) []string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	ext := filepath.Ext(path)
	start := strings.TrimSuffix(filepath.Base(path), ext) + ".conflict-"
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // opening tells why
	}
	var out []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), start) && strings.HasSuffix(e.Name(), ext) {
			out = append(out, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return out
}

// TakeOver opens a project for editing although another machine holds it: the
// user's decision. When somebody is at work there after all, who saves second
// gets a conflict copy. A holder on this machine that is alive is not put
// aside: the project opens for reading.
func TakeOver(w World, path string) (*Project, error) {
	o := w.options()
	o.TakeOver = true
	w.forgetShown()
	f, err := w.openFile(store.Open, path, store.ReadWrite, o)
	if err != nil {
		return nil, err
	}
	return &Project{World: w, Path: path, file: f}, nil
}

// leftOpen reports that a process of this machine that is no more left the mark
// by which others see that a project is open: it did not close it.
func leftOpen(path string) bool {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	host, err := os.Hostname()
	if err != nil {
		return false
	}
	holder, running := safefile.Peek(path, host)
	return holder != nil && !running
}

// LastChange is when the project was last changed, in the zone of the world's
// clock; zero when its journal is empty or can't be read.
func (p *Project) LastChange() time.Time {
	last, err := p.Journal(1)
	if err != nil || len(last) == 0 {
		return time.Time{}
	}
	zone := p.World.Now().Location()
	at, _ := last[0].At.Bounds(zone)
	if at.IsZero() {
		return at
	}
	return at.In(zone)
}

// Elsewhere reports that the holder is on another machine, of which it can't be
// told whether he is still at work.
func (s State) Elsewhere() bool {
	host, err := os.Hostname()
	return err == nil && s.Holder != nil && s.Holder.Host != host
}

// BackupsOf lists the earlier states of a file, the latest first, be it
// damaged or gone.
func BackupsOf(w World, path string) ([]Backup, error) { return store.Backups(path, w.options()) }

// RestoreBackupOf writes a backup beside the file it is of, under a free name,
// and tells it. The file stays as it is.
func RestoreBackupOf(w World, path string, b Backup) (string, error) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + ".backup-" + b.At.In(w.Now().Location()).Format("20060102-1504")
	to := FreePath(stem, ext)
	return to, safefile.Copy(to, b.Path)
}

// RecoveredName is a free name beside a damaged file for what is recovered of it.
func RecoveredName(path, word string) string {
	ext := filepath.Ext(path)
	return FreePath(strings.TrimSuffix(path, ext)+"_"+word, ext)
}

// Waits reports whether a project was not closed, after a crash, and its working
// copy waits to be opened.
func Waits(w World, path string) bool { return store.Waits(path, w.options()) }
