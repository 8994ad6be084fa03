package cells

import (
	"io"

	"briefing/internal/briefing"
)

// Limits bound what reading one file may cost. A zero field is no limit; use
// Default and change what is needed.
type Limits struct {
	Bytes    int64 // of the file
	Unzipped int64 // of all parts of an archive or workbook together
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

// Budget is a number of bytes that several readers spend together.
type Budget struct{ left int64 }

// NewBudget makes a budget; none when the limit is zero.
func NewBudget(limit int64) *Budget {
	if limit == 0 {
		return nil
	}
	return &Budget{left: limit}
}

// Reader takes what it reads from the budget and fails with CodeTooLarge once
// that is spent.
func (b *Budget) Reader(r io.Reader, path string) io.Reader {
	if b == nil {
		return r
	}
	return &budgeted{r: r, b: b, path: path}
}

type budgeted struct {
	r    io.Reader
	b    *Budget
	path string
}

func (r *budgeted) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if r.b.left -= int64(n); r.b.left < 0 {
		return 0, TooLarge("unzip", r.path)
	}
	return n, err
}
