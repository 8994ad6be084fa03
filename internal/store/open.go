package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// Open opens a project. A file that is not one, or not a sound one, is
// refused and left as it is: not-found, is-directory, empty-file,
// foreign-file, truncated, newer-version, damaged, permission, too-large.
//
// ReadWrite brings back what a crash left unpublished (Recovered). Where the
// file may not be written, or somebody else holds it (Holder), it opens read
// only. ReadOnly shows newer unpublished work, if there is any (Unpublished).
func Open(path string, mode Mode, o Options) (*File, error) {
	return begin(path, mode, o, false)
}

// OpenSoon is Open that returns when the records are read and verified; the
// figures follow beside it. Until then Records shows the project without
// them, and what needs them waits. When they turn out to be damaged, Wait
// tells, and Close leaves everything as it was.
func OpenSoon(path string, mode Mode, o Options) (*File, error) {
	return begin(path, mode, o, true)
}

func begin(path string, mode Mode, o Options, soon bool) (*File, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	target, err := absolute(path)
	if err != nil {
		return nil, err
	}
	f := &File{options: o, path: target, shapes: map[briefing.Kind]shape{}, soon: soon, given: path}
	for _, s := range shapes() {
		f.shapes[s.Kind] = s
	}
	if mode == ReadWrite {
		err = f.openForChanges()
	} else {
		err = f.openForReading()
	}
	if err != nil {
		return nil, f.name(path, errors.Join(err, f.abandon()))
	}
	return f, nil
}

// name puts the path that the user gave in place of the one worked on.
func (f *File) name(path string, err error) error {
	var e *briefing.Error
	if errors.As(err, &e) && (e.Path == f.path || e.Path == "") {
		named := *e
		named.Path = path
		return &named
	}
	return err
}

// maxFile is the most bytes a project file may have.
const maxFile = 1 << 31

// glance judges a file by its header and size.
func glance(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return safefile.Error("open", path, err)
	}
	switch {
	case info.IsDir():
		return &briefing.Error{Code: briefing.CodeIsDirectory, Op: "open", Path: path}
	case !info.Mode().IsRegular():
		return &briefing.Error{Code: briefing.CodeForeign, Op: "open", Path: path}
	case info.Size() > maxFile:
		return &briefing.Error{Code: briefing.CodeTooLarge, Op: "open", Path: path}
	}
	header, size, err := still{path: path}.header()
	if err != nil {
		return err
	}
	return inspect(path, header, size)
}

// damagedUnless takes an unexpected error of reading a file for damage of it.
func damagedUnless(err error) error {
	switch briefing.CodeOf(err) {
	case briefing.CodeInternal, briefing.CodeCannotWrite, briefing.CodeCancelled, briefing.CodeNotFound:
		return &briefing.Error{Code: briefing.CodeDamaged, Op: "open", Err: err}
	}
	return err
}

func (f *File) openForReading() error {
	w := workingOf(f.options.StateDir, f.path)
	if found, _ := w.find(); found { // what can't be read can't be shown
		digest, err := digestOf(f.path)
		if err == nil && f.readWorking(w, digest) {
			return nil
		}
	}
	s, err := f.stillOf(f.path, false)
	if err != nil {
		return err
	}
	if s, err = f.current(s); err != nil {
		return damagedUnless(err)
	}
	d, l, err := s.read(f.path, f.figuresNow())
	if err != nil {
		s.drop()
		return err
	}
	f.take(s.kept(d), l)
	f.figuresLater(func() (*db, error) { return s.connect(f.path) }, nil, nil)
	return nil
}

// take makes the file show what was loaded.
func (f *File) take(d *db, l loaded) {
	f.db, f.project, f.last, f.steps = d, l.project, l.last, l.steps
}

// readWorking shows the working copy when it has something that the user's
// file lacks and goes back to that very file. If it can't be read, the file
// itself is shown.
func (f *File) readWorking(w *working, digest string) bool {
	w.settlePending(digest)
	if w.base.Path != f.path || (w.base.Digest != digest && digest != "") {
		return false
	}
	w.awaitGate()
	d, err := connectLooking(w.database())
	if err != nil {
		return false
	}
	defer d.close() //nolint:errcheck // nothing was changed through it
	last, err := d.number(lastAction)
	if err != nil || last <= w.base.Published {
		return false
	}
	s, err := f.picture(w)
	if err != nil {
		return false
	}
	d, l, err := s.read(f.path, (*db).readFigures)
	if err != nil {
		s.drop()
		return false
	}
	f.take(s.kept(d), l)
	f.unpublished = true
	return true
}

// picture takes the state of a working copy at this moment: its owner may let
// it go at any other.
func (f *File) picture(w *working) (still, error) {
	dir, err := f.privateDir()
	if err != nil {
		return still{}, err
	}
	return compacted(w.database(), dir)
}

func (f *File) openForChanges() error {
	if err := f.check(); err != nil {
		return err
	}
	if !writableFile(f.path) {
		return f.openForReading()
	}
	lock, holder, err := safefile.TakeLock(f.path, f.options.holder(), f.options.TakeOver)
	switch {
	case holder != nil:
		f.holder = holder
		return f.openForReading()
	case briefing.CodeOf(err) == briefing.CodePermission, briefing.CodeOf(err) == briefing.CodeNotFound:
		return f.openForReading() // a folder that is read only or, with the stick, gone
	case err != nil:
		return err
	}
	f.lock = lock
	safefile.Sweep(filepath.Dir(f.path))
	w := workingOf(f.options.StateDir, f.path)
	found, err := w.find()
	if briefing.CodeOf(err) == briefing.CodeDamaged {
		err = f.putAside(w)
	}
	if err != nil {
		return err
	}
	if found {
		done, err := f.recover(w)
		if done || err != nil {
			return err
		}
	}
	return f.openFresh(w)
}

// check refuses a path that leads to no project before a lock is put beside it.
func (f *File) check() error {
	if _, err := os.Stat(f.path); errors.Is(err, fs.ErrNotExist) {
		if found, err := workingOf(f.options.StateDir, f.path).find(); found || err != nil {
			return err
		}
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "open", Path: f.path}
	}
	return glance(f.path)
}

// writableFile reports whether the user may change the file, or make it.
func writableFile(path string) bool {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	return f.Close() == nil
}

// openFresh makes a new working copy of the user's file. The note that makes
// it one comes when everything in it has been read.
func (f *File) openFresh(w *working) error {
	s, err := f.stillOf(f.path, true)
	if err != nil {
		return err
	}
	defer s.drop()
	digest := s.digest
	now, err := f.current(s)
	if err != nil {
		return damagedUnless(err)
	}
	defer now.drop()
	d, l, err := now.read(f.path, f.figuresNow())
	if err != nil {
		return err
	}
	if err := d.close(); err != nil {
		return err
	}
	if err := w.place(now); err != nil {
		return err
	}
	if d, err = connectWorking(w.database()); err != nil {
		return err
	}
	f.take(d, l)
	f.work = w
	w.base = base{Path: f.path, Digest: digest, Published: l.last}
	if !f.soon {
		return w.save()
	}
	f.figuresLater(func() (*db, error) { return connectWorking(w.database()) }, w.save, w.discard)
	return nil
}
