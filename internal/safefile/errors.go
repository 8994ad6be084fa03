package safefile

import (
	"errors"
	"io/fs"
	"syscall"

	"briefing/internal/briefing"
)

// Error turns an error of the operating system into one with a code and the
// path it is about; a briefing.Error stays as it is, nil stays nil.
func Error(op, path string, err error) error {
	if err == nil {
		return nil
	}
	var known *briefing.Error
	if errors.As(err, &known) {
		return err
	}
	return &briefing.Error{Code: codeOf(err), Op: op, Path: path, Err: err}
}

func codeOf(err error) briefing.Code {
	for _, c := range systemCodes() {
		if errors.Is(err, c.errno) {
			return c.code
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return briefing.CodeNotFound
	case errors.Is(err, syscall.EISDIR):
		return briefing.CodeIsDirectory
	case errors.Is(err, fs.ErrPermission):
		return briefing.CodePermission
	}
	return briefing.CodeCannotWrite
}

type systemCode struct {
	errno error
	code  briefing.Code
}
