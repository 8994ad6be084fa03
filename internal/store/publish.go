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

	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
	"briefing/internal/routine"
	"briefing/internal/safefile"
)

// Publish brings the user's file up to the last Commit: a compact copy is
// made, verified, written beside the file and put in its place. If somebody
// else has changed the file since it was last in step, that version stays,
// and ours goes to a conflict copy beside it (Conflict), where later
// publications go too. Nothing to publish is fine.
//
// Changes go on meanwhile; they are for the next one.
func (f *File) Publish() error {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	err := f.change()
	f.mu.Unlock()
	if err != nil {
		return err
	}
	return f.publish()
}

// publish is Publish for who has publishing.
func (f *File) publish() error {
	w := f.work
	if !f.Dirty() {
		return nil
	}
	defer safefile.Remove(w.draft()) //nolint:errcheck // goes with the working copy at the latest
	drawn, err := f.draw()
	if err != nil {
		return err
	}
	now, err := digestOf(f.path)
	if err != nil {
		return err
	}
	if err := f.aim(now); err != nil {
		return err
	}
	if err := f.keepOld(); err != nil {
		return err
	}
	if now != "" && now == w.base.Digest {
		_ = f.backUp(now) // a second net; without it the work is as safe as before
	}
	if err = f.replaceFile(drawn); briefing.CodeOf(err) != briefing.CodeNoSpace {
		return err
	}
	// The room that backups take is worth more to the work itself.
	for _, old := range slices.Backward(listBackups(backupDir(f.options.StateDir, f.path))) {
		if safefile.Remove(old.Path) != nil {
			break
		}
		if err = f.replaceFile(drawn); briefing.CodeOf(err) != briefing.CodeNoSpace {
			break
		}
	}
	return err
}

// aim turns to a conflict copy when the user's file, which has this digest
// now, has become another one.
func (f *File) aim(now string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	// An earlier attempt may have replaced the file and failed after that.
	f.work.settlePending(now)
	if now == f.work.base.Digest || now == "" {
		return nil
	}
	return f.sidestep()
}

// replaceFile puts the draft in the place of the user's file, announced beforehand.
func (f *File) replaceFile(drawn pending) error {
	note := func(change func(*base)) error {
		f.mu.Lock()
		defer f.mu.Unlock()
		change(&f.work.base)
		return f.work.save()
	}
	if err := note(func(b *base) { b.Pending = &drawn }); err != nil {
		return err
	}
	if err := safefile.Copy(f.path, f.work.draft()); err != nil {
		return err
	}
	return note(func(b *base) { b.Digest, b.Published, b.Pending = drawn.Digest, drawn.Action, nil })
}

// draw makes the compact copy in the working folder, verifies it and tells
// its digest and the last action in it.
func (f *File) draw() (pending, error) {
	draft := f.work.draft()
	if err := compact(f.work.database(), draft); err != nil {
		return pending{}, err
	}
	if err := glance(draft); err != nil {
		return pending{}, err
	}
	return f.inspectDraft(still{path: draft})
}

// beside is the size of a draft in bytes from which its checks go beside each
// other: they take long enough to be felt at the end of an import.
const beside = 4 << 20

// inspectDraft reads back what is to be published: its records and checksums
// as if it were opened, every page by SQLite's own check, and its digest.
func (f *File) inspectDraft(draft still) (pending, error) {
	var out pending
	steps := []func() error{
		func() error {
			d, l, err := draft.read(f.path, (*db).sumFigures)
			if err != nil {
				return err
			}
			out.Action = l.last
			return d.close()
		},
		func() error {
			d, err := draft.connect(f.path)
			if err != nil {
				return err
			}
			return errors.Join(d.verify(context.Background(), false), d.close())
		},
		func() (err error) {
			out.Digest, err = digestOf(draft.path)
			return err
		},
	}
	info, err := os.Stat(draft.path)
	if err != nil {
		return pending{}, safefile.Error("verify", draft.path, err)
	}
	failed := make([]error, len(steps))
	var work routine.Group
	for i, step := range steps {
		if info.Size() >= beside {
			work.Go(func() { failed[i] = step() })
		} else if failed[i] = step(); failed[i] != nil {
			break
		}
	}
	work.Wait()
	for _, err := range failed { // the first tells most
		if err != nil {
			return pending{}, err
		}
	}
	return out, nil
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
	unread := f.Wait() // told before; there is nothing to publish then
	f.publishing.Lock()
	defer f.publishing.Unlock()
	err := f.publishAll(unread == nil)
	defer f.mu.Unlock()
	if f.db == nil {
		return nil
	}
	done := f.work != nil && err == nil && unread == nil
	if done && f.work.renounce() == nil {
		// Where either is refused the log is brought in, and nothing is lost but time.
		_, _ = f.db.conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true)
	}
	err = errors.Join(err, f.db.close())
	f.db = nil
	switch {
	case unread != nil:
		err = errors.Join(err, f.takeBackOpening())
	case done && err == nil:
		err = f.work.discard()
	}
	return errors.Join(err, f.release())
}

// publishAll publishes until there is nothing left that could be, and returns
// with mu held.
func (f *File) publishAll(sound bool) error {
	for {
		f.mu.Lock()
		if f.db == nil || f.work == nil || !sound || f.last <= f.work.base.Published {
			return nil
		}
		f.mu.Unlock()
		if err := f.publish(); err != nil {
			f.mu.Lock()
			return err
		}
	}
}

func (f *File) takeBackOpening() error {
	if f.undo == nil {
		return nil
	}
	return f.undo()
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
