package cells

import (
	"io"

	"briefing/internal/briefing"
)

// Limits bound what reading one file may cost. A zero field is no limit; use
// Default and change what is needed.
type Limits struct {
	Bytes    int64 // of the file
	Unzipped int64 // of one part of an archive or workbook
	Rows     int   // of all tables together
	Columns  int   // of a row
	Line     int   // bytes of a row, and of a cell
	Strings  int64 // bytes of a workbook's shared strings
	Parts    int   // files in an archive
	Rejected int   // rows listed as rejected before reading stops
}

// Default gives the limits a desktop of today can bear.
func Default() Limits {
	return Limits{
		Bytes:    4 << 30,
		Unzipped: 2 << 30,
		Rows:     50_000_000,
		Columns:  1024,
		Line:     1 << 20,
		Strings:  256 << 20,
		Parts:    10_000,
		Rejected: 200_000,
	}
}

// OrDefault fills the zero value with Default.
func (l Limits) OrDefault() Limits {
	if l == (Limits{}) {
		return Default()
	}
	return l
}

// TooLarge is the error of a limit that was met.
func TooLarge(op, path string) error {
	return &briefing.Error{Code: briefing.CodeTooLarge, Op: op, Path: path}
}

// Capped fails with CodeTooLarge once more than limit bytes were read; zero is
// no limit.
func Capped(r io.Reader, limit int64, path string) io.Reader {
	if limit == 0 {
		return r
	}
	return &capped{r: r, left: limit, path: path}
}

type capped struct {
	r    io.Reader
	left int64
	path string
}

func (r *capped) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if r.left -= int64(n); r.left < 0 {
		return 0, TooLarge("unzip", r.path)
	}
	return n, err
}
