package safefile

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Temp makes an empty private file in the folder, named so that Sweep finds it
// when this process is gone.
func Temp(dir string) (path string, err error) {
	f, err := temp(dir)
	if err != nil {
		return "", err
	}
	return f.Name(), Error("make temporary file", dir, f.Close())
}

func temp(dir string) (*os.File, error) {
	f, err := create(filepath.Join(dir, "x"), 0o600)
	if err != nil {
		return nil, Error("make temporary file", dir, err)
	}
	return f, nil
}

// TempCopy copies the file at from to a private file in the folder, as Temp
// makes one; its bytes also go to the writer, nil for none. The copy is whole
// but not yet sure to outlive a loss of power: Adopt makes it so.
func TempCopy(dir, from string, also io.Writer) (path string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", Error("copy", from, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	f, err := temp(dir)
	if err != nil {
		return "", err
	}
	defer func() { // also when the writer panics
		if path == "" {
			_ = f.Close()
			Discard(f.Name())
		}
	}()
	w := bufio.NewWriterSize(disk{f}, 1<<20)
	var to io.Writer = told{w}
	if also != nil {
		to = io.MultiWriter(to, also)
	}
	if _, err = io.CopyBuffer(to, struct{ io.Reader }{in}, make([]byte, 1<<18)); err == nil {
		err = asWriting(w.Flush())
	}
	if err == nil {
		err = asWriting(f.Close())
	}
	if w := (writing{}); errors.As(err, &w) {
		return "", Error("copy", f.Name(), w.error)
	}
	if err != nil {
		return "", Error("copy", from, err)
	}
	return f.Name(), nil
}

// Adopt gives a finished private file of the same folder tree its name, in
// place of an old one; it lies on the disk when this returns nil.
func Adopt(path, temp string) error {
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return Error("replace", path, err)
	}
	err = errors.Join((disk{f}).Sync(), f.Close())
	if err == nil {
		err = move(temp, path)
	}
	if err == nil {
		err = SyncFolder(filepath.Dir(path))
	}
	return Error("replace", path, err)
}
