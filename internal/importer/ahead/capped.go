package ahead

import (
	"io"

	"briefing/internal/importer/cells"
)

// large is the size in bytes from which unpacking beside the reading is worth
// its goroutine.
const large = 1 << 20

// Capped is an unpacked part of an archive under a limit of bytes (CodeTooLarge
// for the file of that name beyond it), read ahead when it claims to be large.
func Capped(part io.ReadCloser, claimed uint64, limit int64, name string) io.ReadCloser {
	capped := struct {
		io.Reader
		io.Closer
	}{cells.Capped(part, limit, name), part}
	if claimed < large {
		return capped
	}
	return Reader(capped)
}
