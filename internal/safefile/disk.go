package safefile

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"briefing/internal/faults"
)

// Each call of this package that changes the disk passes a point of faults.

// disk is a file that is written.
type disk struct{ *os.File }

func (d disk) Write(p []byte) (int, error) { return faults.Write(d.Name(), p, d.File.Write) }

func (d disk) Sync() error {
	if err := faults.Point("sync", d.Name()); err != nil {
		return err
	}
	return d.File.Sync()
}

// empty takes out what the file holds.
func (d disk) empty() error {
	if err := faults.Point("truncate", d.Name()); err != nil {
		return err
	}
	_, err := d.Seek(0, io.SeekStart)
	return errors.Join(err, d.Truncate(0))
}

// openNew makes a file; create is how the file to be filled is made.
func openNew(name string, flags int, perm fs.FileMode) (*os.File, error) {
	if err := faults.Point("create", name); err != nil {
		return nil, err
	}
	return os.OpenFile(name, flags|os.O_CREATE, perm)
}

var create = createBeside

// move puts a file in the place of another one.
func move(from, to string) error {
	if err := faults.Point("rename", to); err != nil {
		return err
	}
	return rename(from, to)
}

// SyncFolder makes the names of the files in a folder durable.
func SyncFolder(dir string) error {
	if err := faults.Point("sync-folder", dir); err != nil {
		return err
	}
	return syncDir(dir)
}

// Remove removes a file; one that is not there is fine.
func Remove(path string) error {
	err := faults.Point("remove", path)
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return Error("remove", path, err)
}
