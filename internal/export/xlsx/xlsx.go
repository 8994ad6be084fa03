// Package xlsx writes a document.Book as an Excel workbook: a cover, a list of
// contents, then one table on one sheet, with a native chart below.
//
// It promises that
//   - the same book gives the same bytes, whenever and wherever it is written;
//   - numbers are numbers, and a number that follows from others is a live
//     formula whose value is stored too, so that a viewer which does not
//     calculate shows the same figures. A formula is written only if its value,
//     rounded as the column shows it, is the number of the book; otherwise the
//     number stands alone;
//   - text is text, whatever it begins with;
//   - no cell is merged and no row inside a table is blank.
//
// What does not fit a number stays beside it: words of precision and marks
// stand in a column of notes at the right.
package xlsx

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Rows of every sheet with a table.
const (
	titleRow  = 1
	unitRow   = 2
	sourceRow = 3
	marksRow  = 4
	headRow   = 5
	firstRow  = 6 // first row of data
)

// Write writes the book. Errors are briefing.Error: CodeTooLarge when a table
// has more rows or columns than a sheet, CodeCannotWrite when w refuses.
func Write(w io.Writer, b *document.Book) error {
	for _, s := range b.Sheets {
		if s.Table.Len()+firstRow > excelize.TotalRows || len(s.Table.Columns)+8 > excelize.MaxColumns {
			return &briefing.Error{Code: briefing.CodeTooLarge, Op: "write workbook", Path: s.Name}
		}
	}
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // removes temporary files; nothing is left to lose
	o := &output{book: b, f: f, styles: map[excelizeStyle]int{}, aside: map[string]any{}, tails: map[string]string{}, heads: map[string][]field{}, rows: map[string]sheetRows{}}
	if err := o.build(); err != nil {
		return failed("build workbook", err)
	}
	parts := &bundle{modified: b.AsOf, tails: o.tails, rows: o.rows}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return parts })
	if _, err := f.WriteToBuffer(); err != nil {
		return failed("pack workbook", err)
	}
	if err := parts.writeTo(w); err != nil {
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "write workbook", Err: err}
	}
	return nil
}

func failed(op string, err error) error {
	return &briefing.Error{Code: briefing.CodeInternal, Op: op, Err: err}
}

// output is a workbook on its way.
type output struct {
	book            *document.Book
	f               *excelize.File
	styles          map[excelizeStyle]int
	cover, contents string
	names           []string             // of the sheets, in order
	aside           map[string]any       // tables that excelize need not see
	charts          int                  // so far
	tails           map[string]string    // what is put at the end of a sheet's part
	rows            map[string]sheetRows // of long tables, by the sheet's part
	heads           map[string][]field   // of each table, by its ID
	pivots          int                  // so far
	said            map[string][]string  // check sums of what cover and contents say, by sheet
}

// field is a column of an Excel table; the key is empty for one that is not of
// the document.
type field struct{ key, head string }

func (o *output) build() error {
	n := namer{}
	o.cover, o.contents = n.sheet(o.book.Words.CoverSheet), n.sheet(o.book.Words.ContentsSheet)
	if err := o.f.SetSheetName("Sheet1", o.cover); err != nil {
		return err
	}
	if _, err := o.f.NewSheet(o.contents); err != nil {
		return err
	}
	for _, s := range o.book.Sheets {
		name := n.sheet(s.Name)
		o.names = append(o.names, name)
		if _, err := o.f.NewSheet(name); err != nil {
			return err
		}
	}
	if err := o.formOffers(n.sheet(o.book.Words.Lists), o.offers()); err != nil {
		return err
	}
	// Before the rows: afterwards excelize would parse all it has streamed.
	o.f.SetActiveSheet(0)
	if err := o.writeCover(); err != nil {
		return err
	}
	if err := o.writeContents(); err != nil {
		return err
	}
	if err := o.declarePivots(); err != nil {
		return err
	}
	tables := namer{contentsTable: true}
	for i := range o.book.Sheets {
		s := &sheet{output: o, name: o.names[i], part: sheetPart(i), in: &o.book.Sheets[i], table: tables.unique(tableName(o.book.Sheets[i].Table.ID), 250)}
		write := s.write
		if s.in.Pivot != nil {
			write = s.writePivot
		}
		if err := write(); err != nil {
			return err
		}
		o.setAside(len(o.aside) + 1)
	}
	for path, table := range o.aside {
		o.f.Pkg.Store(path, table)
	}
	return o.properties()
}

// sheetPart is the part of a sheet with a table: cover and contents come first.
func sheetPart(i int) string { return "xl/worksheets/sheet" + strconv.Itoa(i+3) + ".xml" }

// setAside takes out the tables before the last: to number the next one,
// excelize parses all that are there, for the highest number.
func (o *output) setAside(n int) {
	path := func(n int) string { return "xl/tables/table" + strconv.Itoa(n) + ".xml" }
	if _, more := o.f.Pkg.Load(path(n + 1)); !more {
		return
	}
	if table, ok := o.f.Pkg.LoadAndDelete(path(n)); ok {
		o.aside[path(n)] = table
	}
}

// properties are the document's, with the moment of the pack for its dates:
// nothing of the run gets into the file.
func (o *output) properties() error {
	stamp := o.book.AsOf.UTC().Format("2006-01-02T15:04:05Z")
	return o.f.SetDocProps(&excelize.DocProperties{
		Title: clean(o.book.Title), Subject: clean(o.book.Subject), Creator: clean(o.book.Author), Keywords: clean(o.book.Keywords),
		LastModifiedBy: clean(o.book.Author), Created: stamp, Modified: stamp, Language: string(o.book.Lang),
	})
}

// longestOnPaper is how many characters Excel takes in a head or a foot.
const longestOnPaper = 255

// onPaper is a text in the head or foot of a printed sheet, of so many
// characters at most. An ampersand opens a command there: «R&D» would print the
// date.
func onPaper(s string, most int) string {
	written := func(s string) string { return strings.ReplaceAll(s, "&", "&&") }
	if s = clean(s); units(written(s)) <= most {
		return written(s)
	}
	s = cut(s, most-1)
	for units(written(s)) > most-1 {
		s = cut(s, units(s)-1)
	}
	return written(s) + "…"
}
