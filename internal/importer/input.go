package importer

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
)

// input is a file that is read, and what it was when it was opened.
type input struct {
	path   string
	file   *os.File
	before fs.FileInfo
}

func (in *input) fail(c briefing.Code, err error) error {
	return &briefing.Error{Code: c, Op: "open file", Path: filepath.Base(in.path), Err: err}
}

// openInput opens a file; what is no readable one has the errors of ReadFile.
func openInput(path string) (*input, error) {
	in := &input{path: path}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, in.fail(briefing.CodeNotFound, err)
	case errors.Is(err, fs.ErrPermission):
		return nil, in.fail(briefing.CodePermission, err)
	case err != nil:
		return nil, in.fail(briefing.CodeNotFound, err)
	case info.IsDir():
		return nil, in.fail(briefing.CodeIsDirectory, nil)
	case !info.Mode().IsRegular():
		return nil, in.fail(briefing.CodeForeign, nil)
	}
	if in.file, err = os.Open(path); err != nil { // the user's own choice
		if errors.Is(err, fs.ErrPermission) {
			return nil, in.fail(briefing.CodePermission, err)
		}
		return nil, in.fail(briefing.CodeNotFound, err)
	}
	if in.before, err = in.file.Stat(); err != nil {
		return nil, errors.Join(in.fail(briefing.CodePermission, err), in.file.Close())
	}
	return in, nil
}

// withFile reads the file at path.
func withFile(path string, do func(*os.File, int64) error) error {
	in, err := openInput(path)
	if err != nil {
		return err
	}
	return in.with(do)
}

// with reads the file and closes it. It is gone over more than once: what was
// recognised, hashed and read must have been the same bytes.
func (in *input) with(do func(*os.File, int64) error) error {
	defer func() { _ = in.file.Close() }() // opened for reading only
	err := do(in.file, in.before.Size())
	if after, unknown := in.file.Stat(); unknown != nil || after.Size() != in.before.Size() || !after.ModTime().Equal(in.before.ModTime()) {
		return in.fail(briefing.CodeChanged, errors.Join(err, unknown))
	}
	return err
}

// Early is a large file that is going to be read, opened and being hashed while
// whoever wants its rows still makes ready what they go into.
type Early struct {
	input   *input // nil once it was taken
	hashing *hashing
}

// OpenEarly opens the file at path. It is nil where that saves nothing, and
// where the file can't be opened: ReadFile tells why.
func OpenEarly(ctx context.Context, path string) *Early {
	in, err := openInput(path)
	if err != nil {
		return nil
	}
	if in.before.Size() <= decode.Presumed {
		_ = in.file.Close()
		return nil
	}
	section := cells.Section(filepath.Base(path), in.file, in.before.Size())
	return &Early{in, hash(ctx, section, Limits{}.OrDefault())}
}

// take gives the file, once, to who reads that of the path.
func (e *Early) take(path string) *input {
	if e == nil || e.input == nil || e.input.path != path {
		return nil
	}
	in := e.input
	e.input = nil
	return in
}

// Close lets the file go if nobody has read it.
func (e *Early) Close() {
	if e == nil || e.input == nil {
		return
	}
	e.hashing.stop()
	_ = e.input.file.Close()
	e.input = nil
}
