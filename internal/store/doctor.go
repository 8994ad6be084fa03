package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// Diagnosis is what an examination of a project file found.
type Diagnosis struct {
	Report
	Refusal error // why the file does not open as it is; nil when it does
	Work    *Work // a working copy with changes that the file lacks, or nil
	Holder  *safefile.Holder
	Running bool     // the holder is at work, as far as can be told from here
	Backups []Backup // the latest first
	Aside   []string // folders of unreadable working copies that were put aside
}

// Work is a private working copy that has something the file lacks.
type Work struct {
	Dir     string
	Actions int  // that the file lacks
	Sound   bool // it can be read whole
	Follows bool // it goes back to the file as it is now
	data    []byte
}

// Sound reports that the file opens and nothing in it is damaged. Newer work
// beside it, a lock or backups are no damage.
func (d *Diagnosis) Sound() bool { return d.Refusal == nil && len(d.Damages) == 0 }

// Examine looks through everything a project file holds and what belongs to
// it on this machine, and changes nothing. It fails where there is nothing to
// examine: not-found, is-directory, permission, empty-file, foreign-file,
// newer-version, too-large, and damaged when not one page of it is whole.
func Examine(ctx context.Context, path string, o Options) (*Diagnosis, error) {
	x, err := examine(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return &x.Diagnosis, nil
}

// examination is a diagnosis with what it was made of.
type examination struct {
	Diagnosis
	file *File
	data []byte
	read *salvage // nil when the file itself is gone
}

func examine(ctx context.Context, path string, o Options) (*examination, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	target, err := absolute(path)
	if err != nil {
		return nil, err
	}
	x := &examination{file: &File{options: o, path: target}}
	x.data, err = bytesToSalvage(target)
	w := workingOf(o.StateDir, target)
	if found, unclear := w.find(); briefing.CodeOf(err) == briefing.CodeNotFound && (found || unclear != nil) {
		x.Refusal, x.data = x.file.name(path, err), nil
	} else if err != nil {
		return nil, x.file.name(path, err)
	}
	if x.Refusal == nil {
		if x.read, err = salvaged(ctx, target, x.data); err != nil {
			return nil, x.file.name(path, err)
		}
		x.Refusal = x.file.name(path, x.open(ctx))
		x.Report = x.read.report
	}
	x.Work = x.file.lookAt(w, x.data)
	if x.Work != nil && x.Work.Sound && x.Work.Actions <= 0 && x.Refusal == nil {
		x.Work = nil // the file has become another one since; it was in step then
	}
	x.Holder, x.Running = safefile.Peek(target, o.Host)
	x.Aside, _ = filepath.Glob(w.dir + ".aside-*") // the pattern is sound
	x.Backups, err = Backups(target, o)
	return x, err
}

// bytesToSalvage reads a file that may be a project, damaged or not. One that
// is soundly something else is refused.
func bytesToSalvage(path string) ([]byte, error) {
	err := glance(path)
	switch briefing.CodeOf(err) {
	case "", briefing.CodeTruncated, briefing.CodeDamaged, briefing.CodeForeign, briefing.CodeNewer:
	default:
		return nil, err
	}
	if info, stat := os.Stat(path); stat != nil || !info.Mode().IsRegular() {
		return nil, err
	}
	data, readErr := os.ReadFile(path)
	if readErr != nil {
		return nil, safefile.Error("open", path, readErr)
	}
	refusal := inspect(path, data[:min(headerSize, len(data))], int64(len(data)))
	p := pagesOf(data)
	switch briefing.CodeOf(refusal) {
	case briefing.CodeForeign, briefing.CodeNewer:
		if p.has(1) && p.good[1] || !p.ours() {
			return nil, refusal
		}
	case briefing.CodeEmptyFile:
		return nil, refusal
	}
	return data, nil
}

// ours reports whether a page of the file bears a checksum. Nothing but a
// database of this kind has such, whatever its first bytes have become.
func (p *pages) ours() bool { return count(p.good) > 0 }

// open opens the file as a user would and has the database check all of it.
func (x *examination) open(ctx context.Context) error {
	if err := inspect(x.file.path, x.data[:min(headerSize, len(x.data))], int64(len(x.data))); err != nil {
		return err
	}
	s, err := x.file.current(still{data: x.data})
	if err != nil {
		return damagedUnless(err)
	}
	defer s.drop()
	d, _, err := s.read(x.file.path, (*db).readFigures)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	return errors.Join(damagedUnless(d.verify(ctx, true)), d.close())
}

// lookAt examines the working copy of a file, nil when it has nothing new.
func (f *File) lookAt(w *working, data []byte) *Work {
	found, err := w.find()
	if err != nil {
		return &Work{Dir: w.dir} // there is one, and it can't be told of what
	}
	if !found {
		return nil
	}
	digest := ""
	if data != nil {
		digest = digestOfBytes(data)
	}
	w.settlePending(digest)
	out := &Work{Dir: w.dir, Follows: w.base.Path == f.path && (w.base.Digest == digest || digest == "")}
	s, err := f.picture(w)
	if err != nil {
		return out
	}
	defer s.drop()
	d, l, err := s.read(f.path, (*db).readFigures)
	if err != nil {
		return out
	}
	out.Actions = int(l.last - w.base.Published)
	if err := d.close(); err != nil || out.Actions <= 0 && out.Follows {
		return nil
	}
	if out.data, err = s.bytes(); err == nil {
		out.Sound = true
	}
	return out
}

// Repair is what Recover did.
type Repair struct {
	Diagnosis
	From   Origin
	Actual Report // of what was written
}

// Origin is what a recovered project was made of.
type Origin string

// Origins.
const (
	FromFile Origin = "file" // what could be read of the damaged file
	FromCopy Origin = "copy" // the file was sound: the same bytes
	FromWork Origin = "work" // the working copy, which has all of the file and more
)

// Recover writes what can be saved of a project to a new file at out, which
// must not be there yet (exists). The file itself is only read. The working
// copy is taken instead when it is whole and goes on from where the file
// ends: then nothing is missing.
func Recover(ctx context.Context, path, out string, o Options) (*Repair, error) {
	if _, err := os.Lstat(out); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = fs.ErrExist
		}
		return nil, existing(out, err)
	}
	x, err := examine(ctx, path, o)
	if err != nil {
		return nil, err
	}
	r := &Repair{Diagnosis: x.Diagnosis, Actual: x.Report}
	switch {
	case x.Work != nil && x.Work.Sound && x.goesOn():
		r.From = FromWork
		s, err := salvaged(ctx, x.file.path, x.Work.data)
		if err != nil {
			return nil, err
		}
		r.Actual = s.report
		return r, safefile.WriteFile(out, x.Work.data)
	case x.read == nil: // and no working copy to speak of
		return nil, x.Refusal
	case x.Sound():
		r.From = FromCopy
		return r, safefile.WriteFile(out, x.data)
	}
	r.From = FromFile
	return r, x.read.write(out, x.file.options)
}

func existing(path string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return &briefing.Error{Code: briefing.CodeExists, Op: "salvage", Path: path}
	}
	return safefile.Error("salvage", path, err)
}

// goesOn reports whether the working copy has all actions that can be read of
// the file: it is the same project, later.
func (x *examination) goesOn() bool {
	if x.read == nil || x.Work.Follows {
		return true
	}
	if len(x.read.action) == 0 {
		return false
	}
	s, err := salvaged(x.read.ctx, x.file.path, x.Work.data)
	if err != nil {
		return false
	}
	has := map[string]bool{}
	for _, a := range s.action {
		has[actionText(a)] = true
	}
	for _, a := range x.read.action {
		if !has[actionText(a)] {
			return false
		}
	}
	return true
}

func actionText(a map[string]value) string {
	return fmt.Sprintf("%d %q %q %q", a["id"].n, a["name"].b, a["at"].b, a["by"].b)
}
