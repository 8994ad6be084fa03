package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// Publish brings the user's file up to the last Commit: a compact copy is
// made, verified, written beside the file and put in its place. If somebody
// else has changed the file since it was last in step, that version stays,
// and ours goes to a conflict copy beside it (Conflict), where later
// publications go too. Nothing to publish is fine.
func (f *File) Publish() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.writable(); err != nil {
		return err
	}
	return f.publish()
}

func (f *File) publish() error {
	w := f.work
	if f.last <= w.base.Published {
		return nil
	}
	defer safefile.Remove(w.draft()) //nolint:errcheck // goes with the working copy at the latest
	data, err := f.draw()
	if err != nil {
		return err
	}
	digest := digestOfBytes(data)
	now, err := digestOf(f.path)
	if err != nil {
		return err
	}
	// An earlier attempt may have replaced the file and failed after that.
	w.settlePending(now)
	if now != w.base.Digest && now != "" {
		if err := f.sidestep(); err != nil {
			return err
		}
	}
	if err := f.keepOld(); err != nil {
		return err
	}
	if now != "" && now == w.base.Digest {
		_ = f.backUp(now) // a second net; without it the work is as safe as before
	}
	if err = f.replaceFile(data, digest); briefing.CodeOf(err) != briefing.CodeNoSpace {
		return err
	}
	// The room that backups take is worth more to the work itself.
	for _, old := range slices.Backward(listBackups(backupDir(f.options.StateDir, f.path))) {
		if safefile.Remove(old.Path) != nil {
			break
		}
		if err = f.replaceFile(data, digest); briefing.CodeOf(err) != briefing.CodeNoSpace {
			break
		}
	}
	return err
}

// replaceFile puts the bytes in the place of the user's file, announced beforehand.
func (f *File) replaceFile(data []byte, digest string) error {
	w := f.work
	w.base.Pending = &pending{digest, f.last}
	if err := w.save(); err != nil {
		return err
	}
	if err := safefile.WriteFile(f.path, data); err != nil {
		return err
	}
	w.base.Digest, w.base.Published, w.base.Pending = digest, f.last, nil
	return w.save()
}

// draw makes the compact copy in the working folder, verifies it and gives
// its bytes.
func (f *File) draw() ([]byte, error) {
	data, err := compact(f.work.database(), f.work.draft())
	if err != nil {
		return nil, err
	}
	d, _, err := f.readImageWith(data, (*db).sumFigures)
	if err != nil {
		return nil, err
	}
	return data, errors.Join(d.verify(context.Background(), false), d.close())
}

// sidestep turns to a conflict copy, a name beside the user's file that
// nobody has, and takes its lock too.
func (f *File) sidestep() error {
	ext := filepath.Ext(f.path)
	stem := strings.TrimSuffix(f.path, ext)
	day := f.options.Now().Format("20060102-1504")
	for n := 1; n < 1000; n++ {
		path := fmt.Sprintf("%s.conflict-%s%s", stem, day, ext)
		if n > 1 {
			path = fmt.Sprintf("%s.conflict-%s-%d%s", stem, day, n, ext)
		}
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		lock, holder, err := safefile.TakeLock(path, f.options.holder(), false)
		if err != nil {
			return err
		}
		if holder != nil {
			continue
		}
		if err := f.also.Release(); err != nil { // of an earlier conflict
			return errors.Join(err, lock.Release())
		}
		f.also, f.path, f.conflict = lock, path, path
		f.work.base.Path, f.work.base.Digest = path, ""
		return nil
	}
	return &briefing.Error{Code: briefing.CodeExists, Op: "publish", Path: f.path}
}

// Close publishes what is unpublished and lets the file go. If publishing
// fails, the error tells why, and the working copy stays for the next Open.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil
	}
	var err error
	if f.work != nil {
		err = f.publish()
	}
	published := err == nil
	err = errors.Join(err, f.db.close())
	f.db = nil
	if f.work != nil && published && err == nil {
		err = f.work.discard()
	}
	return errors.Join(err, f.release())
}

func (f *File) release() error {
	err := errors.Join(f.also.Release(), f.lock.Release())
	f.also, f.lock = nil, nil
	return err
}

// abandon lets go of what a failed opening has taken. A working copy stays.
func (f *File) abandon() error {
	var err error
	if f.db != nil {
		err = f.db.close()
		f.db = nil
	}
	return errors.Join(err, f.release())
}

// Verify checks the whole file as it stands, all pages with their checksums
// and all observations; CodeDamaged tells what is wrong.
func (f *File) Verify(ctx context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	if err := f.db.verifySchema(); err != nil {
		return err
	}
	if err := f.db.verify(ctx, true); err != nil {
		return err
	}
	_, err := f.db.readFigures()
	return err
}
