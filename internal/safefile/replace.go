package safefile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
)

// Replace puts a new file in place of path, or makes it. What write gives goes
// to a temporary file beside it, which takes the name only when all of it is
// on the disk; on any error, also one of write, the old file stays and the
// temporary one goes. Errors that are not write's own are briefing.Errors:
// is-directory, not-found (the folder), permission, no-space, cannot-write
// (among them: the target is open in another program).
func Replace(path string, write func(io.Writer) error) error {
	return replace(path, func(temp *os.File) error {
		w := bufio.NewWriterSize(disk{temp}, 1<<16)
		if err := write(told{w}); err != nil {
			return err
		}
		return asWriting(w.Flush())
	})
}

// ReplaceBy is Replace for content that can only be made under a name: fill
// gets the path of an empty temporary file and must have closed it when it
// returns.
func ReplaceBy(path string, fill func(temp string) error) error {
	return replace(path, func(temp *os.File) error { return fill(temp.Name()) })
}

// WriteFile puts a file of these bytes in place of path, or makes it.
func WriteFile(path string, data []byte) error {
	return Replace(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// Copy puts a copy of the file at from in place of path, or makes it.
func Copy(path, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return Error("copy", from, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	return Replace(path, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// writing marks an error of the disk among those of the caller.
type writing struct{ error }

func (w writing) Unwrap() error { return w.error }

func asWriting(err error) error {
	if err == nil {
		return nil
	}
	return writing{err}
}

// told is a writer whose errors are known to be of the disk.
type told struct{ io.Writer }

func (t told) Write(p []byte) (int, error) {
	n, err := t.Writer.Write(p)
	return n, asWriting(err)
}

func replace(path string, fill func(temp *os.File) error) (err error) {
	const op = "replace"
	mode, err := modeFor(path)
	if err != nil {
		return err
	}
	temp, err := create(path, mode)
	if err != nil {
		return refusal(op, path, err)
	}
	done := false
	defer func() { // also when fill panics
		if !done {
			_ = temp.Close()
			Discard(temp.Name())
		}
	}()
	if err := fill(temp); err != nil {
		if w := (writing{}); errors.As(err, &w) {
			return Error(op, path, w.error)
		}
		return err
	}
	if err := (disk{temp}).Sync(); err != nil {
		return Error(op, path, err)
	}
	if err := temp.Close(); err != nil {
		return Error(op, path, err)
	}
	if err := move(temp.Name(), path); err != nil {
		return refusal(op, path, err)
	}
	done = true
	if err := SyncFolder(filepath.Dir(path)); err != nil {
		return Error(op, path, err)
	}
	return nil
}

// refusal is Error, but says not-found only of a folder that is not there:
// systems say it of names that they can't take, too.
func refusal(op, path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		if _, missing := os.Stat(filepath.Dir(path)); missing == nil {
			return &briefing.Error{Code: briefing.CodeCannotWrite, Op: op, Path: path, Err: err}
		}
	}
	return Error(op, path, err)
}

// modeFor gives the permissions of the file there is, 0 when there is none,
// and refuses a directory.
func modeFor(path string) (fs.FileMode, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, nil
	case err != nil:
		return 0, Error("replace", path, err)
	case info.IsDir():
		return 0, &briefing.Error{Code: briefing.CodeIsDirectory, Op: "replace", Path: path}
	}
	return info.Mode().Perm(), nil
}

// createBeside makes an empty temporary file in the folder of path, with the
// given permissions or, for 0, with those of any new file of the user.
func createBeside(path string, mode fs.FileMode) (*os.File, error) {
	dir := filepath.Dir(path)
	for n := range 1000 {
		perm := fs.FileMode(0o600)
		if mode == 0 {
			perm = 0o666 // less the user's umask
		}
		name := filepath.Join(dir, tempName(os.Getpid(), n))
		f, err := openNew(name, os.O_RDWR|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if mode != 0 {
			// A file system without permissions is no reason to refuse.
			_ = f.Chmod(mode)
		}
		return f, nil
	}
	return nil, fmt.Errorf("no free temporary name in %s", dir)
}

// PrivateDir makes the folder, if need be with those above it, so that only
// the user can look inside.
func PrivateDir(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return Error("make folder", path, err)
	}
	return nil
}
