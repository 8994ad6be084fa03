package store

import (
	"errors"

	"briefing/internal/briefing"
)

// recover deals with a working copy that a dead process left; done tells
// that the project is open with it. The caller holds the lock, so no living
// process uses the copy.
func (f *File) recover(w *working) (done bool, err error) {
	digest, err := digestOf(w.base.Path)
	if err != nil {
		return false, err
	}
	w.settlePending(digest)
	var d *db
	var l loaded
	if err = w.upgrade(); err == nil {
		d, err = connectWorking(w.database())
	}
	if err == nil {
		if l, err = d.load(); err != nil {
			err = errors.Join(err, d.close())
		}
	}
	if err != nil {
		if c := briefing.CodeOf(err); c != briefing.CodeDamaged && c != briefing.CodeInternal {
			return false, err // the copy may be sound: the disk failed, or is full
		}
		return false, f.putAside(w)
	}
	missing := int(l.last - w.base.Published)
	if missing <= 0 {
		return false, d.close()
	}
	f.db, f.project, f.last, f.steps, f.work = d, l.project, l.last, l.steps, w
	f.recovered = &Recovery{Actions: missing}
	if w.base.Path == f.path && (digest == w.base.Digest || digest == "") {
		return true, nil
	}
	return false, f.keepApart()
}

// putAside keeps a working copy that can't be read for repair.
func (f *File) putAside(w *working) error {
	aside, err := w.putAside()
	f.recovered = &Recovery{Aside: aside}
	return err
}

// keepApart writes recovered work to a copy of its own, since the user's file
// has become another one meanwhile, and lets the working copy go. Until that
// has succeeded nothing is lost: the next opening tries again.
func (f *File) keepApart() error {
	path := f.path
	f.path = f.work.base.Path
	err := f.publish()
	f.recovered.Conflict = f.path
	err = errors.Join(err, f.db.close(), f.also.Release())
	f.path, f.conflict, f.also = path, "", nil
	f.db, f.project, f.work, f.last = nil, nil, nil, 0
	return err
}
