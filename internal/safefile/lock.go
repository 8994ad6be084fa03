package safefile

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Holder is who has a file open for changing.
type Holder struct {
	User  string    `json:"user"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// Lock is the right to change a file, held from TakeLock to Release. Others
// see it as a small file beside the target that tells the holder; on the same
// machine the system's own lock on that file tells whether he still lives.
type Lock struct{ file *os.File }

// lockPath is where the lock of a target lies.
func lockPath(target string) string {
	return filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".lock")
}

// TakeLock takes the lock of target. When somebody else has it, the lock is
// nil and the holder is told; that is no error. A lock that a dead process of
// this machine left is taken over. One of another machine can't be judged
// from here: it is taken only with force, which the user decides; against a
// holder who lives on this machine force does nothing.
func TakeLock(target string, me Holder, force bool) (*Lock, *Holder, error) {
	path := lockPath(target)
	for range 10 { // the file can vanish between opening and locking
		f, err := openNew(path, os.O_RDWR, 0o666) // others on a share read who holds the project
		if err != nil {
			return nil, nil, Error("lock", target, err)
		}
		free, err := tryLock(f)
		if err != nil {
			return nil, nil, Error("lock", target, errors.Join(err, f.Close()))
		}
		if free && !same(f, path) {
			_ = f.Close()
			continue
		}
		holder := readHolder(f)
		if !free && holder == nil {
			holder = &Holder{} // he has not written his name yet
		}
		if !free || (holder != nil && holder.Host != me.Host && !force) {
			return nil, holder, f.Close()
		}
		hide(path)
		return writeHolder(f, target, me)
	}
	return nil, &Holder{}, nil
}

// same reports whether the path still leads to the open file.
func same(f *os.File, path string) bool {
	here, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(here, there)
}

func readHolder(f *os.File) *Holder {
	data, err := io.ReadAll(io.LimitReader(io.NewSectionReader(f, 0, 1<<16), 1<<16))
	var h Holder
	if err != nil || json.Unmarshal(data, &h) != nil {
		return nil
	}
	return &h
}

func writeHolder(f *os.File, target string, me Holder) (*Lock, *Holder, error) {
	data, err := json.Marshal(me)
	if err == nil {
		err = disk{f}.empty()
	}
	if err == nil {
		_, err = disk{f}.Write(data)
	}
	if err != nil {
		return nil, nil, Error("lock", target, errors.Join(err, discard(f)))
	}
	return &Lock{f}, nil, nil
}

// Release gives the lock back and removes its file. A nil lock is fine.
func (l *Lock) Release() error {
	if l == nil || l.file == nil {
		return nil
	}
	f := l.file
	l.file = nil
	if err := discard(f); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Error("unlock", f.Name(), err)
	}
	return nil
}
