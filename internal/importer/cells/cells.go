// Package cells is what every reader of a table yields and what every limit
// of reading is: rows of cells with their places in the file, handed over one
// at a time, so that a file of any length passes in bounded memory.
package cells

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// Kind is what a reader knows of a cell beyond its text.
type Kind uint8

// Kinds of cell. A text file has only Text; a spreadsheet tells numbers and
// dates apart.
const (
	Text   Kind = iota
	Number      // Text holds it with a decimal point and without grouping
	Date        // Text holds it as ISO 8601, as far as its format shows it
	Bool        // "1" or "0"
	Fault       // an error value, or a formula that was never calculated
)

// Colour is a background; its zero value is a cell that no colour was given.
type Colour struct {
	Given   bool
	R, G, B uint8
}

// String gives the colour as "#rrggbb", empty when there is none.
func (c Colour) String() string {
	if !c.Given {
		return ""
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Cell is one cell of a row. Its bytes belong to the reader and change with
// the next row.
type Cell struct {
	Text []byte
	Kind Kind
	Calc bool // of workbooks: a formula stands in the cell, Text is what it came to
	Look
}

// Look is what a cell says beside its text. It is a struct of its own since one
// of more than four fields is put together in memory and copied, for each cell of
// millions of rows.
type Look struct {
	// Indent is how far in the workbook shows the text, in its own steps of about
	// three letters: rows of parts are set so below what they are parts of.
	Indent uint8
	Fill   Colour // only of pages: some sources mark estimates by colour alone
}

// Range is a rectangle of a table: rows and columns counted from 1, both ends
// in it.
type Range struct{ FromRow, FromColumn, ToRow, ToColumn int }

// Merger is a table that knows which of its cells are merged; the text stands
// in the first cell of each range. Asking may cost a reading of the table.
type Merger interface {
	Merged(ctx context.Context) ([]Range, error)
}

// Hider is a table that its workbook may keep out of sight.
type Hider interface{ Hidden() bool }

// IsHidden reports whether the table is kept out of sight.
func IsHidden(t Table) bool {
	h, ok := t.(Hider)
	return ok && h.Hidden()
}

// MergedLimit is how many merged ranges a reader keeps: a header and what
// stands beside it have far fewer.
const MergedLimit = 1 << 16

// Reasons why a row could not be read as it should; they are the reasons the
// report lists ("importer.reject.<reason>" in the texts).
const (
	FaultQuote    = "quote"     // a quoted field that never ends
	FaultLong     = "too-long"  // longer than Limits.Line
	FaultColumns  = "columns"   // more cells than Limits.Columns
	FaultNUL      = "nul"       // holds a NUL byte
	FaultEncoding = "encoding"  // bytes that are no text in the file's encoding
	FaultCell     = "cell-size" // a cell longer than Limits.Line
	FaultDeleted  = "deleted"   // a record its program has marked as deleted; set aside
	FaultPlace    = "place"     // a row or column number that no sheet has
)

// Row is one row of a table. Cells[i] stands in column i+1.
type Row struct {
	Line   int // of a text file, or row of a sheet; counted from 1
	Cells  []Cell
	Fault  string // why the row is unreadable, empty for a sound one
	Column int    // of the fault, 0 when it is the whole row's
	Aside  string // why a row that holds no data is set aside, where a reader of free tables knows it
	Hidden bool   // it, or a column it has text in, is not shown in the workbook
	Source []int  // Cells[i] stood in column Source[i] of the file, 0 in none; nil: in column i+1
	Part   int    // which of the rows that were made of one row of the file, from 1; 0: it is the row itself
}

// Clone is the row with texts of its own: a reader's row holds until the next.
func (r *Row) Clone() Row {
	out := *r
	out.Cells, out.Source = slices.Clone(r.Cells), slices.Clone(r.Source)
	for i := range out.Cells {
		out.Cells[i].Text = bytes.Clone(out.Cells[i].Text)
	}
	return out
}

// Place is the column of the file that the row's column n comes from; 0 is the
// row as a whole.
func (r *Row) Place(n int) int {
	if r.Source == nil || n < 1 {
		return n
	}
	if n > len(r.Source) {
		return 0
	}
	return r.Source[n-1]
}

// CheckText marks a sound row of a workbook that has a cell which could not be
// decoded: with the sign that stands for that, or with a NUL.
func (r *Row) CheckText() {
	if r.Fault != "" {
		return
	}
	for i, c := range r.Cells {
		if bytes.Contains(c.Text, []byte("\uFFFD")) || bytes.IndexByte(c.Text, 0) >= 0 {
			r.Fault, r.Column = FaultEncoding, i+1
			return
		}
	}
}

// Blank reports whether no cell holds anything but white space.
func (r *Row) Blank() bool {
	for _, c := range r.Cells {
		if len(Trim(c.Text)) > 0 {
			return false
		}
	}
	return true
}

// Table is one table of a file: the file itself, or a sheet of a workbook.
type Table interface {
	// Name is the sheet's name, empty for a file that is one table.
	Name() string
	// Rows starts reading at the first row; it can be called again.
	Rows(ctx context.Context) (Rows, error)
}

// Rows hands over a table's rows in order; after the last comes io.EOF. The
// row and its cells are the reader's and hold until the next call.
type Rows interface {
	Next() (*Row, error)
	Close() error
}

// Input is a file, or a file in an archive, that can be read from its start
// as often as needed.
type Input struct {
	Name string // for the user: base name, inside an archive with the archive's before it
	Size int64  // bytes, as far as known beforehand
	Open func() (io.ReadCloser, error)
	Data io.ReaderAt // random access where there is one, else nil
	// Presume lets the encoding of a large text be presumed from its beginning:
	// who reads it makes sure then.
	Presume bool
}

// Section makes an Input of bytes that can be read anywhere.
func Section(name string, data io.ReaderAt, size int64) Input {
	return Input{Name: name, Size: size, Data: data, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(data, 0, size)), nil
	}}
}

// Trim cuts white space of every kind met in tables from both ends: blanks,
// tabs, line ends, no-break, thin and ideographic spaces, byte order marks.
func Trim(b []byte) []byte {
	for len(b) > 0 {
		if b[0] <= ' ' {
			b = b[1:]
		} else if n := wideSpace(b); n > 0 {
			b = b[n:]
		} else {
			break
		}
	}
	for len(b) > 0 {
		last := b[len(b)-1]
		if last <= ' ' {
			b = b[:len(b)-1]
			continue
		}
		if last < utf8.RuneSelf {
			break
		}
		_, n := utf8.DecodeLastRune(b)
		if wideSpace(b[len(b)-n:]) == 0 {
			break
		}
		b = b[:len(b)-n]
	}
	return b
}

// IsSpace reports whether the rune is one of the spaces met in tables.
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x202F, 0x3000, 0xFEFF, 0x200B, 0x1680, 0x205F, 0x2028, 0x2029:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// wideSpace is the length of a space of several bytes at the start of b.
func wideSpace(b []byte) int {
	if b[0] < utf8.RuneSelf {
		return 0
	}
	r, n := utf8.DecodeRune(b)
	if IsSpace(r) {
		return n
	}
	return 0
}
