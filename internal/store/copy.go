package store

import (
	"errors"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// CopyTo writes the project as it is, with its history, to another file, over
// any old one there; the project stays with its own. A project that is open
// for reading gives the bytes of its file.
func (f *File) CopyTo(path string) error {
	if err := f.Wait(); err != nil {
		return err
	}
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	open, work := f.db != nil, f.work
	f.mu.Unlock()
	switch {
	case !open:
		return f.closedError()
	case work != nil:
		defer safefile.Remove(work.draft()) //nolint:errcheck // goes with the working copy at the latest
		if _, err := f.draw(); err != nil {
			return err
		}
		return safefile.Copy(path, work.draft())
	case f.unpublished: // a picture of somebody's working copy
		return WriteNew(path, f.project, f.options)
	}
	if err := glance(f.path); err != nil {
		return err
	}
	return safefile.Copy(path, f.path)
}

// Last is the number of the last action of the journal.
func (f *File) Last() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last
}

// At gives the project as it was after an action. Nothing is changed: it is
// made in a transaction that is taken back. A project open for reading can't.
func (f *File) At(action int64) (*project.Project, error) {
	defer f.mu.Unlock()
	if err := f.change(); err != nil {
		return nil, err
	}
	out := &project.Project{}
	err := f.db.transaction(func() error {
		r := f.rewinding()
		if err := f.db.entries(`"journal"."action" > ?`, []any{action}, true, r.take); err != nil {
			return err
		}
		if err := r.write(&pen{db: f.db, action: f.last + 1}); err != nil {
			return err
		}
		for _, s := range shapes() {
			if err := f.db.loadKind(s, out); err != nil {
				return err
			}
		}
		var err error
		if out.Figures, err = f.db.readFigures(); err != nil {
			return err
		}
		return errLooked
	})
	if errors.Is(err, errLooked) {
		return out, nil
	}
	return nil, err
}

var errLooked = errors.New("only looked")

// keepsVersions are the entries that going back does not touch: the names of
// states are not part of a state.
const keepsVersions = `"kind" <> '` + string(briefing.KindVersion) + `'`
