//go:build faults

package store

import (
	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"

	"briefing/internal/faults"
)

// Every call by which the driver changes the disk passes a point of faults.
// The driver puts its checksums around these files, so they see pages as they
// lie on the disk.
func init() {
	system = faultyFiles{system}
	if faults.Unsafe {
		durably = `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`
	}
}

type faultyFiles struct{ vfs.VFS }

func (v faultyFiles) Delete(name string, syncDir bool) error {
	if err := faults.Point("remove", name); err != nil {
		return err
	}
	return v.VFS.Delete(name, syncDir)
}

func (v faultyFiles) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	if flags&vfs.OPEN_CREATE != 0 {
		if err := faults.Point("create", name.String()); err != nil {
			return nil, flags, err
		}
	}
	f, flags, err := vfsutil.WrapOpenFilename(v.VFS, name, flags)
	if err != nil {
		return nil, flags, err
	}
	return &faultyFile{f, name.String()}, flags, nil
}

type faultyFile struct {
	vfs.File
	name string
}

func (f *faultyFile) WriteAt(p []byte, at int64) (int, error) {
	return faults.Write(f.name, p, func(p []byte) (int, error) { return f.File.WriteAt(p, at) })
}

func (f *faultyFile) Truncate(size int64) error {
	if err := faults.Point("truncate", f.name); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *faultyFile) Sync(flags vfs.SyncFlag) error {
	if err := faults.Point("sync", f.name); err != nil {
		return err
	}
	return f.File.Sync(flags)
}

func (f *faultyFile) SizeHint(size int64) error {
	if err := faults.Point("allocate", f.name); err != nil {
		return err
	}
	return vfsutil.WrapSizeHint(f.File, size)
}

// What else the driver's own files can do is handed on.

func (f *faultyFile) Unwrap() vfs.File               { return f.File }
func (f *faultyFile) SharedMemory() vfs.SharedMemory { return vfsutil.WrapSharedMemory(f.File) }
func (f *faultyFile) LockState() vfs.LockLevel       { return vfsutil.WrapLockState(f.File) }
func (f *faultyFile) PersistWAL() bool               { return vfsutil.WrapPersistWAL(f.File) }
func (f *faultyFile) SetPersistWAL(keep bool)        { vfsutil.WrapSetPersistWAL(f.File, keep) }
func (f *faultyFile) PowersafeOverwrite() bool       { return vfsutil.WrapPowersafeOverwrite(f.File) }
func (f *faultyFile) SetPowersafeOverwrite(safe bool) {
	vfsutil.WrapSetPowersafeOverwrite(f.File, safe)
}
func (f *faultyFile) HasMoved() (bool, error) { return vfsutil.WrapHasMoved(f.File) }
