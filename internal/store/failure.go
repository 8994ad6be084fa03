package store

import (
	"errors"

	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// failure turns an error of the driver into one with a code.
func failure(op, path string, err error) error {
	var known *briefing.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &briefing.Error{Code: failureCode(err), Op: op, Path: path, Err: err}
}

func failureCode(err error) briefing.Code {
	codes := []struct {
		err  error
		code briefing.Code
	}{
		{sqlite3.FULL, briefing.CodeNoSpace},
		{sqlite3.IOERR_SHMSIZE, briefing.CodeNoSpace}, // the log's index can't be made larger
		{sqlite3.CORRUPT, briefing.CodeDamaged},
		{sqlite3.NOTADB, briefing.CodeDamaged},
		{sqlite3.IOERR_DATA, briefing.CodeDamaged}, // a page's checksum
		{sqlite3.IOERR_CORRUPTFS, briefing.CodeDamaged},
		{sqlite3.IOERR_SHORT_READ, briefing.CodeDamaged},
		{sqlite3.BUSY, briefing.CodeLocked},
		{sqlite3.LOCKED, briefing.CodeLocked},
		{sqlite3.INTERRUPT, briefing.CodeCancelled},
		{sqlite3.NOMEM, briefing.CodeTooLarge},
		{sqlite3.TOOBIG, briefing.CodeTooLarge},
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	var e *sqlite3.Error
	if errors.As(err, &e) && e.Unwrap() != nil {
		return briefing.CodeOf(safefile.Error("", "", e.Unwrap()))
	}
	switch {
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.PERM):
		return briefing.CodePermission
	case errors.Is(err, sqlite3.IOERR), errors.Is(err, sqlite3.CANTOPEN):
		return briefing.CodeCannotWrite
	}
	return briefing.CodeInternal
}
