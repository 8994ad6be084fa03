package importertest

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Edited is a workbook in the hands of a colleague. Sheets are named by the
// beginning of their names.
type Edited struct {
	t testing.TB
	f *excelize.File
}

// EditWorkbook opens a workbook to be edited.
func EditWorkbook(t testing.TB, data []byte) *Edited {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return &Edited{t, f}
}

// Save gives the bytes of the workbook.
func (e *Edited) Save() []byte {
	e.t.Helper()
	var buf bytes.Buffer
	e.must(e.f.Write(&buf))
	return buf.Bytes()
}

func (e *Edited) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// Sheets are the names of all sheets, in their order.
func (e *Edited) Sheets() []string { return e.f.GetSheetList() }

// Sheet is the whole name of a sheet.
func (e *Edited) Sheet(begins string) string {
	e.t.Helper()
	for _, s := range e.f.GetSheetList() {
		if strings.HasPrefix(s, begins) {
			return s
		}
	}
	e.t.Fatalf("no sheet %s", begins)
	return ""
}

// Get is what a cell shows.
func (e *Edited) Get(sheet, cell string) string {
	e.t.Helper()
	s, err := e.f.GetCellValue(e.Sheet(sheet), cell)
	e.must(err)
	return s
}

// Set writes a cell; a formula in it goes.
func (e *Edited) Set(sheet, cell string, value any) {
	e.t.Helper()
	e.must(e.f.SetCellFormula(e.Sheet(sheet), cell, ""))
	e.must(e.f.SetCellValue(e.Sheet(sheet), cell, value))
}

// Indent has a cell's text shown as many steps further in, without a blank in it.
func (e *Edited) Indent(sheet, cell string, steps int) {
	e.t.Helper()
	style, err := e.f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: steps}})
	e.must(err)
	e.must(e.f.SetCellStyle(sheet, cell, cell, style))
}

// Find is the cell of a sheet that shows a text: "B7".
func (e *Edited) Find(sheet, text string) string {
	e.t.Helper()
	list, err := e.f.SearchSheet(e.Sheet(sheet), text)
	e.must(err)
	if len(list) == 0 {
		e.t.Fatalf("no %q on %s", text, sheet)
	}
	return list[0]
}

// At names a cell by its column and row, from 1.
func At(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ""
	}
	return name
}

// Rows gives all cells of a sheet as they are stored.
func (e *Edited) Rows(sheet string) [][]string {
	e.t.Helper()
	rows, err := e.f.GetRows(e.Sheet(sheet), excelize.Options{RawCellValue: true})
	e.must(err)
	return rows
}

// InsertRow inserts an empty row before one, InsertColumn a column.
func (e *Edited) InsertRow(sheet string, row int) {
	e.t.Helper()
	e.must(e.f.InsertRows(e.Sheet(sheet), row, 1))
}

// InsertColumn inserts an empty column before one.
func (e *Edited) InsertColumn(sheet, column string) {
	e.t.Helper()
	e.must(e.f.InsertCols(e.Sheet(sheet), column, 1))
}

// RemoveRow takes a row out.
func (e *Edited) RemoveRow(sheet string, row int) {
	e.t.Helper()
	e.must(e.f.RemoveRow(e.Sheet(sheet), row))
}

// RemoveColumn takes a column out.
func (e *Edited) RemoveColumn(sheet, column string) {
	e.t.Helper()
	e.must(e.f.RemoveCol(e.Sheet(sheet), column))
}

// Swap exchanges two rows without formulas, as sorting does, hidden cells too.
func (e *Edited) Swap(sheet string, row, other int) {
	e.t.Helper()
	rows, name := e.Rows(sheet), e.Sheet(sheet)
	numeric := map[int]map[int]bool{row: {}, other: {}}
	for r, at := range numeric {
		for n := range rows[r-1] {
			cell, err := excelize.CoordinatesToCellName(n+1, r)
			e.must(err)
			kind, err := e.f.GetCellType(name, cell)
			e.must(err)
			at[n] = kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
		}
	}
	for n := range max(len(rows[row-1]), len(rows[other-1])) {
		for _, to := range [][2]int{{row, other}, {other, row}} {
			cell, err := excelize.CoordinatesToCellName(n+1, to[0])
			e.must(err)
			text := ""
			if from := rows[to[1]-1]; n < len(from) {
				text = from[n]
			}
			value := any(text)
			if v, err := strconv.ParseFloat(text, 64); err == nil && numeric[to[1]][n] {
				value = v
			}
			e.must(e.f.SetCellValue(name, cell, value))
		}
	}
}

// Rename gives a sheet another name.
func (e *Edited) Rename(sheet, name string) {
	e.t.Helper()
	e.must(e.f.SetSheetName(e.Sheet(sheet), name))
}

// Remove takes a sheet out.
func (e *Edited) Remove(sheet string) {
	e.t.Helper()
	e.must(e.f.DeleteSheet(e.Sheet(sheet)))
}

// Copy makes a copy of a sheet under a name.
func (e *Edited) Copy(sheet, name string) {
	e.t.Helper()
	to, err := e.f.NewSheet(name)
	e.must(err)
	from, err := e.f.GetSheetIndex(e.Sheet(sheet))
	e.must(err)
	e.must(e.f.CopySheet(from, to))
}

// Hidden reports whether a column is hidden.
func (e *Edited) Hidden(sheet, column string) bool {
	e.t.Helper()
	shown, err := e.f.GetColVisible(e.Sheet(sheet), column)
	e.must(err)
	return !shown
}

// CellName is the name of a cell: column from 0, row from 1.
func CellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return "A1" // no such cell in a sheet of ours
	}
	return name
}
