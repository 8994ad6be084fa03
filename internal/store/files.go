package store

import (
	"errors"
	"path/filepath"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// All files of the database driver but images in memory are reached through
// here. The driver forgets the system's error before the statement that met it
// ends, and looks for a full disk in a form in which it never comes; so
// the two that matter get the driver's own codes here.

// system is what lies below; only harnesses put something else there.
var (
	system     = vfs.Find("")
	syncFolder = safefile.SyncFolder
)

const fileSystem = "briefing"

func init() { vfs.Register(fileSystem, files{}) }

// told gives the error of a full disk the code that the driver keeps.
func told(err error) error {
	if err != nil && briefing.CodeOf(safefile.Error("", "", err)) == briefing.CodeNoSpace {
		return vfs.SystemError(err, sqlite3.FULL)
	}
	return err
}

type files struct{}

func (files) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpen(system, name, flags)
	if err != nil {
		return nil, flags, told(err)
	}
	return &file{File: f}, flags, nil
}

func (files) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpenFilename(system, name, flags)
	if err != nil {
		return nil, flags, told(err)
	}
	out := &file{File: f}
	if flags&(vfs.OPEN_WAL|vfs.OPEN_MAIN_JOURNAL) != 0 && flags&vfs.OPEN_CREATE != 0 {
		out.newIn = filepath.Dir(name.String())
	}
	return out, flags, nil
}

func (files) Delete(name string, syncDir bool) error             { return told(system.Delete(name, syncDir)) }
func (files) Access(name string, f vfs.AccessFlag) (bool, error) { return system.Access(name, f) }
func (files) FullPathname(name string) (string, error)           { return system.FullPathname(name) }

type file struct {
	vfs.File
	newIn string // the folder of a log whose name may not be durable yet
}

func (f *file) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.File.ReadAt(p, at)
	if errors.Is(err, syscall.EIO) { // a bad sector: the file is damaged
		return n, vfs.SystemError(err, sqlite3.IOERR_CORRUPTFS)
	}
	return n, err
}

func (f *file) WriteAt(p []byte, at int64) (int, error) {
	n, err := f.File.WriteAt(p, at)
	return n, told(err)
}

// Sync makes the log's name durable with what it holds: the driver means to,
// but syncs the file a second time in place of its folder.
func (f *file) Sync(flags vfs.SyncFlag) error {
	if err := f.File.Sync(flags); err != nil || f.newIn == "" {
		return told(err)
	}
	if err := syncFolder(f.newIn); err != nil {
		return told(err)
	}
	f.newIn = ""
	return nil
}

func (f *file) Truncate(size int64) error { return told(f.File.Truncate(size)) }
func (f *file) SizeHint(size int64) error { return told(vfsutil.WrapSizeHint(f.File, size)) }

// What else the driver's own files can do is handed on: without the shared
// memory there would be no write-ahead log.

func (f *file) Unwrap() vfs.File                { return f.File }
func (f *file) SharedMemory() vfs.SharedMemory  { return vfsutil.WrapSharedMemory(f.File) }
func (f *file) LockState() vfs.LockLevel        { return vfsutil.WrapLockState(f.File) }
func (f *file) PersistWAL() bool                { return vfsutil.WrapPersistWAL(f.File) }
func (f *file) SetPersistWAL(keep bool)         { vfsutil.WrapSetPersistWAL(f.File, keep) }
func (f *file) PowersafeOverwrite() bool        { return vfsutil.WrapPowersafeOverwrite(f.File) }
func (f *file) SetPowersafeOverwrite(safe bool) { vfsutil.WrapSetPowersafeOverwrite(f.File, safe) }
func (f *file) HasMoved() (bool, error)         { return vfsutil.WrapHasMoved(f.File) }
