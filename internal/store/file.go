package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// File is an open project. Its methods may be called by any goroutine; they
// run one at a time.
type File struct {
	mu      sync.Mutex
	options Options
	shapes  map[briefing.Kind]shape
	db      *db // nil after Close
	project *project.Project
	path    string // the user's file that is published to
	lock    *safefile.Lock
	also    *safefile.Lock // of the conflict copy
	work    *working       // nil when read only
	last    int64          // number of the last action
	steps   steps

	publishing sync.Mutex // one publication at a time; taken before mu

	given   string           // the path as the user gave it
	soon    bool             // figures are read after opening
	later   *later           // nil when they came with the records
	without *project.Project // what there was before them
	undo    func() error     // takes the begun opening back when they can't be read

	holder      *safefile.Holder
	unpublished bool
	recovered   *Recovery
	conflict    string
}

// Recovery tells what opening a project brought back after a crash.
type Recovery struct {
	Actions  int    // changes that the user's file lacked
	Conflict string // the file they were written to, when the user's file had changed meanwhile
	Aside    string // the folder of a working copy that could not be read, kept for repair
}

// Change is one change of a project; one of its fields is set, or Put and Attach.
type Change struct {
	Put        briefing.Record // add or replace
	Remove     briefing.Ref
	AddFigures *figure.Set
	Attach     string      // with Put of an attachment: the file whose bytes it is to have
	Data       []byte      // with Put of a nomenclature: its names as they are to be stored
	DropImport briefing.ID // take out the observations of the import; its record is removed by Remove
}

// Project is what the file holds, up to the last Commit. It is changed by
// Commit only; who keeps it across one takes a snapshot. It waits for figures
// that are still being read.
func (f *File) Project() *project.Project {
	if f.later != nil {
		_ = f.enter() // told by Wait, and by every change
		defer f.mu.Unlock()
	}
	return f.project
}

// Path is the user's file; after a conflict, the conflict copy.
func (f *File) Path() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.path
}

// ReadOnly reports that Commit and Publish will be refused, be it asked for,
// forced by permissions, or because somebody else holds the file (Holder).
func (f *File) ReadOnly() bool { return f.work == nil }

// Holder is who else has the file open for changing, or nil.
func (f *File) Holder() *safefile.Holder { return f.holder }

// Unpublished reports that a read-only project shows changes that the user's
// file does not have yet.
func (f *File) Unpublished() bool { return f.unpublished }

// Recovered tells what opening brought back after a crash, or nil.
func (f *File) Recovered() *Recovery { return f.recovered }

// Conflict is the path of the copy that was written because somebody else had
// changed the user's file since it was opened; empty when there was none.
func (f *File) Conflict() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.conflict
}

// Dirty reports that there are changes that the user's file does not have yet.
func (f *File) Dirty() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.work != nil && f.last > f.work.base.Published
}

func (f *File) closedError() error {
	return &briefing.Error{Code: briefing.CodeReadOnly, Op: "use closed file", Path: f.path}
}

// change takes the file for a call that changes it; mu is held then, also
// after an error.
func (f *File) change() error {
	if err := f.enter(); err != nil {
		return err
	}
	return f.writable()
}

func (f *File) writable() error {
	switch {
	case f.db == nil:
		return f.closedError()
	case f.holder != nil:
		return &briefing.Error{Code: briefing.CodeLocked, Op: "commit", Path: f.path}
	case f.work == nil:
		return &briefing.Error{Code: briefing.CodeReadOnly, Op: "commit", Path: f.path}
	}
	return nil
}

// Commit makes the changes, in their order, as one action of the user: all of
// them with their journal entries are durable when it returns nil, and none
// is made when it returns an error. name is the key of the action's text, who
// is the user; changes that change nothing leave no action.
func (f *File) Commit(name, who string, changes []Change) error {
	return f.CommitWithin(context.Background(), name, who, changes)
}

// CommitWithin is Commit that gives up, with CodeCancelled and nothing
// changed, when the context ends before all is durable.
func (f *File) CommitWithin(ctx context.Context, name, who string, changes []Change) error {
	defer f.mu.Unlock()
	if err := f.change(); err != nil {
		return err
	}
	_, err := f.commit(ctx, name, who, changes, nil)
	return err
}

// commit is Commit for who has the file; settle, which may be nil, sees the
// entries before the action is noted and may note it in its own way. The answer
// is the number of the action, 0 when nothing was changed.
func (f *File) commit(ctx context.Context, name, who string, changes []Change, settle func(*pen) (settled bool, err error)) (int64, error) {
	p := &pen{db: f.db, action: f.last + 1}
	batches := make([][]*figure.Set, len(changes))
	settled := false
	change := func() (err error) {
		for i, c := range changes {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if batches[i], err = f.apply(p, c); err != nil {
				return err
			}
		}
		if p.entries == 0 {
			return errNothing
		}
		if settle != nil {
			if settled, err = settle(p); err != nil || settled {
				return err
			}
		}
		return f.db.exec(`INSERT INTO "action" VALUES (?, ?, ?, ?, 0)`, p.action, name, f.options.stamp(), who)
	}
	commit := func() error { return f.db.cancellable(ctx, change) }
	if large(changes) {
		bare := commit
		commit = func() error { return f.db.leavingLog(bare) }
	}
	err := commit()
	if errors.Is(err, errNothing) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	f.last = p.action
	if !settled {
		f.steps.add(f.last, 0)
	}
	f.show(changes, batches)
	return f.last, nil
}

var errNothing = errors.New("nothing to change")

// apply makes one change in the running transaction. It gives back the
// figures in the order they were written, an import at a time.
func (f *File) apply(p *pen, c Change) ([]*figure.Set, error) {
	switch {
	case c.Put != nil:
		if a, ok := c.Put.(*briefing.Attachment); ok && c.Attach != "" {
			if err := f.db.addBlob(a, c.Attach); err != nil {
				return nil, err
			}
		}
		if n, ok := c.Put.(*briefing.Nomenclature); ok && len(c.Data) > 0 {
			if err := f.db.addBytes(n, c.Data); err != nil {
				return nil, err
			}
		}
		return nil, f.put(p, c.Put)
	case c.Remove != briefing.Ref{}:
		return nil, f.remove(p, c.Remove)
	case c.AddFigures.Len() > 0:
		batches := segments(c.AddFigures)
		for _, s := range batches {
			ids, err := f.db.addFigures(s)
			if err != nil {
				return nil, err
			}
			p.kind, p.record = kindFigures, importOf(s)
			if p.note("", 0, "segments", nil, joinNumbers(ids)); p.err != nil {
				return nil, p.err
			}
		}
		return batches, nil
	case c.DropImport != "":
		ids, err := f.db.dropFigures(c.DropImport)
		if err != nil || len(ids) == 0 {
			return nil, err
		}
		p.kind, p.record = kindFigures, c.DropImport
		p.note("", 0, "segments", joinNumbers(ids), nil)
		return nil, p.err
	}
	return nil, nil
}

func (f *File) put(p *pen, r briefing.Record) error {
	ref := r.Ref()
	s, ok := f.shapes[ref.Kind]
	if !ok {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "store", Path: string(ref.Kind)}
	}
	if err := checkID(ref); err != nil {
		return err
	}
	now, err := s.take(r)
	if err != nil {
		return err
	}
	old, found, err := f.db.read(s, ref.ID)
	if err != nil {
		return err
	}
	p.kind, p.record = ref.Kind, ref.ID
	if !found {
		if now.position, err = f.db.number(`SELECT coalesce(max("position"), 0) + 1 FROM ` + quote(s.table)); err != nil {
			return err
		}
		if err := f.db.insert(s, ref.ID, now); err != nil {
			return err
		}
		return p.added(s, now)
	}
	if old.equal(now) {
		return nil
	}
	if err := f.db.update(s, ref.ID, old, now); err != nil {
		return err
	}
	return p.edited(s, old, now)
}

func (f *File) remove(p *pen, ref briefing.Ref) error {
	s, ok := f.shapes[ref.Kind]
	if !ok || ref.Kind == briefing.KindPack {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "remove", Path: string(ref.Kind)}
	}
	old, found, err := f.db.read(s, ref.ID)
	if err != nil {
		return err
	}
	if !found {
		return &briefing.Error{Code: briefing.CodeNoRecord, Op: "remove", Path: string(ref.Kind) + "/" + string(ref.ID)}
	}
	if err := f.db.delete(s, ref.ID); err != nil {
		return err
	}
	p.kind, p.record = ref.Kind, ref.ID
	return p.removed(s, old)
}

// show makes the project follow what is now durable. Records are copied, so
// that later changes of the caller's do not slip in without a Commit.
func (f *File) show(changes []Change, batches [][]*figure.Set) {
	figures := f.project.Figures
	for i, c := range changes {
		switch {
		case c.Put != nil:
			f.project.Put(f.shapes[c.Put.Ref().Kind].Copy(c.Put))
		case c.Remove != briefing.Ref{}:
			f.project.Remove(c.Remove)
		case c.AddFigures.Len() > 0:
			figures = figures.Grown(batches[i]...) // readers may still hold the old set
		case c.DropImport != "":
			figures = figures.DropImport(c.DropImport)
		}
	}
	figures.Remember()
	f.project.Figures = figures
}

// absolute is the path by which a file is told from others.
func absolute(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", safefile.Error("open", path, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	// The file may not be there yet; its folder may be reached by a link.
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs)), nil
	}
	return abs, nil
}
