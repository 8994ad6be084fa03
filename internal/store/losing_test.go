package store_test

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
)

// losing is a disk that may lose, at a power cut, whatever was not synced:
// each write since the last sync of its file on its own, in any order, or some
// sectors of it; a new name until its folder is synced; a removal.
type losing struct {
	vfs.VFS
	calls int
	files map[string]*losingDisk
	at    func(call int) // before each call that changes the disk
}

// losingDisk is what the disk knows of a file.
type losingDisk struct {
	durable []byte
	pending []losingWrite
	named   bool // the name survives
	removed bool
}

// losingWrite is a write, or for nil data a truncation.
type losingWrite struct {
	at   int64
	data []byte
}

func newLosing(at func(int)) *losing {
	return &losing{VFS: vfs.Find(""), files: map[string]*losingDisk{}, at: at}
}

func (v *losing) step() {
	v.calls++
	v.at(v.calls)
}

func (v *losing) syncFolder(dir string) error {
	v.step()
	for name, d := range v.files {
		if filepath.Dir(name) != dir {
			continue
		}
		if d.removed {
			delete(v.files, name)
		}
		d.named = true
	}
	return nil
}

func (v *losing) Delete(name string, syncDir bool) error {
	v.step()
	if d := v.files[name]; d != nil {
		d.removed = true
	}
	return v.VFS.Delete(name, syncDir)
}

func (v *losing) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	data, err := os.ReadFile(name.String())
	f, flags, openErr := vfsutil.WrapOpenFilename(v.VFS, name, flags)
	if openErr != nil {
		return nil, flags, openErr
	}
	d := v.files[name.String()]
	if d == nil || d.removed {
		d = &losingDisk{durable: data, named: err == nil}
		v.files[name.String()] = d
	}
	return &losingFile{f, v, d}, flags, nil
}

type losingFile struct {
	vfs.File
	v *losing
	d *losingDisk
}

func (f *losingFile) WriteAt(p []byte, at int64) (int, error) {
	f.d.pending = append(f.d.pending, losingWrite{at, slices.Clone(p)})
	f.v.step()
	return f.File.WriteAt(p, at)
}

func (f *losingFile) Truncate(size int64) error {
	f.d.pending = append(f.d.pending, losingWrite{size, nil})
	f.v.step()
	return f.File.Truncate(size)
}

func (f *losingFile) Sync(flags vfs.SyncFlag) error {
	f.v.step()
	for _, w := range f.d.pending {
		f.d.durable = w.do(f.d.durable)
	}
	f.d.pending = nil
	return f.File.Sync(flags)
}

func (f *losingFile) Unwrap() vfs.File               { return f.File }
func (f *losingFile) SharedMemory() vfs.SharedMemory { return vfsutil.WrapSharedMemory(f.File) }
func (f *losingFile) LockState() vfs.LockLevel       { return vfsutil.WrapLockState(f.File) }
func (f *losingFile) SizeHint(size int64) error      { return vfsutil.WrapSizeHint(f.File, size) }
func (f *losingFile) PersistWAL() bool               { return vfsutil.WrapPersistWAL(f.File) }
func (f *losingFile) SetPersistWAL(keep bool)        { vfsutil.WrapSetPersistWAL(f.File, keep) }
func (f *losingFile) PowersafeOverwrite() bool       { return vfsutil.WrapPowersafeOverwrite(f.File) }
func (f *losingFile) SetPowersafeOverwrite(on bool)  { vfsutil.WrapSetPowersafeOverwrite(f.File, on) }

func (w losingWrite) do(on []byte) []byte {
	if w.data == nil {
		return slices.Grow(on, int(w.at))[:w.at]
	}
	if end := int(w.at) + len(w.data); end > len(on) {
		on = append(on, make([]byte, end-len(on))...)
	}
	copy(on[w.at:], w.data)
	return on
}

// after is what the file holds when the power is back.
func (d *losingDisk) after(r *rand.Rand) []byte {
	on := slices.Clone(d.durable)
	keep := []float64{0, 0.1, 0.5, 0.9, 1}[r.IntN(5)]
	pending := slices.Clone(d.pending)
	switch r.IntN(3) {
	case 0: // the first ones only
		pending = pending[:r.IntN(len(pending)+1)]
		keep = 1
	case 1:
		r.Shuffle(len(pending), func(i, j int) { pending[i], pending[j] = pending[j], pending[i] })
	}
	const sector = 512
	for _, w := range pending {
		switch {
		case r.Float64() < keep:
			on = w.do(on)
		case w.data != nil && r.IntN(2) == 0: // torn
			for from := 0; from < len(w.data); from += sector {
				if r.IntN(2) == 0 {
					on = losingWrite{w.at + int64(from), w.data[from:min(from+sector, len(w.data))]}.do(on)
				}
			}
		}
	}
	return on
}

// image is the folder as it is found after a power cut now.
func (v *losing) image(t *testing.T, dir string, r *rand.Rand) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, "-shm") || v.files[path] != nil {
			return err
		}
		out[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(v.files)) {
		d := v.files[path]
		lost := (!d.named || d.removed) && r.IntN(2) == 0
		data := d.after(r)
		if _, err := os.Stat(filepath.Dir(path)); err == nil && !lost {
			out[path] = data
		}
	}
	return out
}

// restore puts the image in the place of what the folder holds.
func restore(t *testing.T, dir string, image map[string][]byte) {
	t.Helper()
	err := os.RemoveAll(dir)
	for path, data := range image {
		if err == nil {
			err = os.MkdirAll(filepath.Dir(path), 0o700)
		}
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
