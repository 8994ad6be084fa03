package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/figure"
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
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	target, err := absolute(path)
	if err != nil {
		return nil, err
	}
	f := &File{options: o, path: target, shapes: map[briefing.Kind]shape{}}
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
	in, err := os.Open(path)
	if err != nil {
		return safefile.Error("open", path, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	header := make([]byte, headerSize)
	n, _ := in.ReadAt(header, 0) // what is missing is judged as missing
	return inspect(path, header[:n], info.Size())
}

// image reads the bytes of a file that passed the glance.
func image(path string) ([]byte, error) {
	if err := glance(path); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, safefile.Error("open", path, err)
	}
	// It may have become another one since.
	return data, inspect(path, data[:min(headerSize, len(data))], int64(len(data)))
}

// readImage loads the project from the bytes of a file.
func (f *File) readImage(data []byte) (*db, loaded, error) {
	return f.readImageWith(data, (*db).readFigures)
}

func (f *File) readImageWith(data []byte, figures func(*db) (*figure.Set, error)) (*db, loaded, error) {
	data, err := f.current(data)
	if err != nil {
		return nil, loaded{}, damagedUnless(err)
	}
	d, err := connectImage(bytes.NewReader(data), int64(len(data)), f.path)
	if err != nil {
		return nil, loaded{}, err
	}
	l, err := d.loadWith(figures)
	if err != nil {
		return nil, l, errors.Join(damagedUnless(err), d.close())
	}
	return d, l, nil
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
	data, err := image(f.path)
	if err != nil {
		return err
	}
	d, l, err := f.readImage(data)
	if err != nil {
		return err
	}
	f.db, f.project, f.last, f.steps = d, l.project, l.last, l.steps
	return nil
}

// readWorking shows the working copy when it has something that the user's
// file lacks and goes back to that very file. If it can't be read, the file
// itself is shown.
func (f *File) readWorking(w *working, digest string) bool {
	w.settlePending(digest)
	if w.base.Path != f.path || (w.base.Digest != digest && digest != "") {
		return false
	}
	d, err := connectWorking(w.database())
	if err != nil {
		return false
	}
	defer d.close() //nolint:errcheck // nothing was changed through it
	last, err := d.number(lastAction)
	if err != nil || last <= w.base.Published {
		return false
	}
	_, picture, l, err := f.picture(w)
	if err != nil {
		return false
	}
	f.db, f.project, f.last, f.steps, f.unpublished = picture, l.project, l.last, l.steps, true
	return true
}

// picture reads a working copy as it is at this moment: its owner may let it go
// at any other.
func (f *File) picture(w *working) (data []byte, d *db, l loaded, err error) {
	temp := filepath.Join(w.dir, fmt.Sprintf("read-%d.briefing", os.Getpid()))
	defer os.Remove(temp) //nolint:errcheck // gone already when it was never made
	if data, err = compact(w.database(), temp); err != nil {
		return nil, nil, l, err
	}
	d, l, err = f.readImage(data)
	return data, d, l, err
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

// openFresh makes a new working copy of the user's file.
func (f *File) openFresh(w *working) error {
	data, err := image(f.path)
	if err != nil {
		return err
	}
	digest := digestOfBytes(data)
	if data, err = f.current(data); err != nil {
		return damagedUnless(err)
	}
	d, l, err := f.readImage(data)
	if err != nil {
		return err
	}
	if err := d.close(); err != nil {
		return err
	}
	b := base{Path: f.path, Digest: digest, Published: l.last}
	if err := w.start(b, data); err != nil {
		return err
	}
	if f.db, err = connectWorking(w.database()); err != nil {
		return err
	}
	f.project, f.last, f.steps, f.work = l.project, l.last, l.steps, w
	return nil
}
