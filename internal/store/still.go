package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"briefing/internal/safefile"
)

// inMemory is the size up to which the state of a file is held in memory;
// above it is a private copy on the disk, so that two hundred megabytes of
// attachments do not sit there. Only tests change it.
var inMemory int64 = 16 << 20

// still is a state of a project file that nobody changes any more. The user's
// file itself stays free meanwhile: another process can replace it, on every
// system.
type still struct {
	data   []byte // nil when the state lies on the disk
	path   string
	own    bool   // the file at path goes when this is let go
	digest string // SHA-256 of the user's file, when it was asked for
}

// stillOf takes the state of a file after a glance at it. With digest it is
// hashed on the way.
func (f *File) stillOf(path string, digest bool) (still, error) {
	if err := glance(path); err != nil {
		return still{}, err
	}
	var h hash.Hash
	var also io.Writer
	if digest {
		h = sha256.New()
		also = h
	}
	s := still{own: true}
	if info, err := os.Stat(path); err == nil && info.Size() > inMemory {
		// Without room for a private copy memory must do.
		s.path, _ = f.privateCopy(path, also)
	}
	if s.path == "" {
		data, err := os.ReadFile(path)
		if err != nil {
			return still{}, safefile.Error("open", path, err)
		}
		s.data = data
		if h != nil {
			h.Reset()
			_, _ = h.Write(data)
		}
	}
	if h != nil {
		s.digest = hex.EncodeToString(h.Sum(nil))
	}
	// It may have become another one since.
	header, size, err := s.header()
	if err == nil {
		err = inspect(path, header, size)
	}
	if err != nil {
		s.drop()
		return still{}, err
	}
	return s, nil
}

// privateDir is the folder of private copies, without what dead processes left.
func (f *File) privateDir() (string, error) {
	dir := filepath.Join(f.options.StateDir, "work")
	err := safefile.PrivateDir(dir)
	if err == nil {
		safefile.Sweep(dir)
	}
	return dir, err
}

func (f *File) privateCopy(path string, also io.Writer) (string, error) {
	dir, err := f.privateDir()
	if err != nil {
		return "", err
	}
	return safefile.TempCopy(dir, path, also)
}

// header gives the first bytes and the size.
func (s still) header() ([]byte, int64, error) {
	if s.data != nil {
		return s.data[:min(headerSize, len(s.data))], int64(len(s.data)), nil
	}
	in, err := os.Open(s.path)
	if err != nil {
		return nil, 0, safefile.Error("open", s.path, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	info, err := in.Stat()
	if err != nil {
		return nil, 0, safefile.Error("open", s.path, err)
	}
	header := make([]byte, headerSize)
	n, _ := in.ReadAt(header, 0) // what is missing is judged as missing
	return header[:n], info.Size(), nil
}

// connect opens the state for reading; path is what errors are about.
func (s still) connect(path string) (*db, error) {
	if s.data != nil {
		return connectImage(bytes.NewReader(s.data), int64(len(s.data)), path)
	}
	return connect(address(s.path, url.Values{"mode": {"ro"}, "immutable": {"1"}}), path)
}

// bytes gives all of it.
func (s still) bytes() ([]byte, error) {
	if s.data != nil {
		return s.data, nil
	}
	data, err := os.ReadFile(s.path)
	return data, safefile.Error("open", s.path, err)
}

// drop lets it go.
func (s still) drop() {
	if s.own && s.path != "" {
		safefile.Discard(s.path)
	}
}

// kept is the connection's state for as long as it is open.
func (s still) kept(d *db) *db {
	closed := d.closed
	d.closed = func() {
		if closed != nil {
			closed()
		}
		s.drop()
	}
	return d
}

// read loads the project from a state of its file, with figures read as the
// function says. The state is that of an older version or of this one.
func (s still) read(path string, figures figureReading) (*db, loaded, error) {
	d, err := s.connect(path)
	if err != nil {
		return nil, loaded{}, err
	}
	l, err := d.loadWith(figures)
	if err != nil {
		return nil, l, errors.Join(damagedUnless(err), d.close())
	}
	return d, l, nil
}
