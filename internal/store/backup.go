package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/safefile"
)

// Before the user's file is replaced, what it held is kept in the state
// folder, under a name made of its path: two files of one name do not take
// each other's place. Newer backups are close together, older ones a day apart.
const (
	backupPause = 10 * time.Minute // no backup sooner after another
	backupsKept = 10               // the newest, whatever their age
	backupDays  = 30               // of these days one each, the last of the day
	backupBytes = 512 << 20        // of one project together; two stay in any case
)

// Backup is an earlier published state of a project's file.
type Backup struct {
	Path string
	At   time.Time // when it was replaced
	Size int64
	Mark string // beginning of the SHA-256 of its bytes
}

const backupTime = "20060102-150405"

func backupDir(state, target string) string {
	sum := sha256.Sum256([]byte(target))
	return filepath.Join(state, "backups", hex.EncodeToString(sum[:8]))
}

// Backups lists the backups of a project's file, the latest first. What does
// not bear the mark of its bytes is none: it was changed since.
func Backups(path string, o Options) ([]Backup, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	target, err := absolute(path)
	if err != nil {
		return nil, err
	}
	var out []Backup
	for _, b := range listBackups(backupDir(o.StateDir, target)) {
		if digest, err := digestOf(b.Path); err == nil && strings.HasPrefix(digest, b.Mark) {
			out = append(out, b)
		}
	}
	return out, nil
}

// listBackups reads the names only.
func listBackups(dir string) []Backup {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // none yet
	}
	var out []Backup
	for _, e := range entries {
		stem, isOurs := strings.CutSuffix(e.Name(), ".briefing")
		when, mark, ok := strings.Cut(stem, "_")
		at, err := time.Parse(backupTime, when)
		info, statErr := e.Info()
		if !isOurs || !ok || err != nil || statErr != nil || len(mark) != 8 {
			continue
		}
		out = append(out, Backup{filepath.Join(dir, e.Name()), at, info.Size(), mark})
	}
	slices.SortFunc(out, func(a, b Backup) int { return strings.Compare(b.Path, a.Path) })
	return out
}

// backUp keeps the user's file as it is, unless there is a fresh backup. It is
// a second net under the working copy: when it can't be made, saving goes on.
func (f *File) backUp(digest string) error {
	dir := backupDir(f.options.StateDir, f.path)
	have := listBackups(dir)
	now := f.options.Now().UTC()
	if len(have) > 0 {
		age := now.Sub(have[0].At)
		if age >= 0 && age < backupPause || have[0].Mark == digest[:8] {
			return nil
		}
	}
	if err := safefile.PrivateDir(dir); err != nil {
		return err
	}
	safefile.Sweep(dir) // what a dead process left half copied
	path := filepath.Join(dir, fmt.Sprintf("%s_%s.briefing", now.Format(backupTime), digest[:8]))
	if err := safefile.Copy(path, f.path); err != nil {
		return err
	}
	return prune(listBackups(dir))
}

// prune removes what the rules above do not keep; list is the latest first.
func prune(list []Backup) error {
	days := map[string]bool{}
	total := int64(0)
	for i, b := range list {
		day := b.At.Format(time.DateOnly)
		keep := i < backupsKept || !days[day] && len(days) < backupDays
		days[day] = true
		if total += b.Size; i >= 2 && total > backupBytes {
			keep = false
		}
		if keep {
			continue
		}
		total -= b.Size
		if err := safefile.Remove(b.Path); err != nil {
			return safefile.Error("prune backups", b.Path, err)
		}
	}
	return nil
}
