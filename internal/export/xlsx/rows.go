package xlsx

import (
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// RowsSheet is a sheet of plain rows, as they stand in some table.
type RowsSheet struct {
	Name string
	Rows [][]RowsCell
}

// RowsCell is one cell of them.
type RowsCell struct {
	Text   string
	Number bool // the text is a number with a decimal point
	Marked bool // stands on a yellow ground
}

// WriteRows writes sheets of plain rows. What is no number is text whatever it
// looks like, so that codes keep their noughts and nothing is a formula. The
// same rows give the same bytes.
func WriteRows(w io.Writer, sheets []RowsSheet) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // removes temporary files; nothing is left to lose
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return failed("build rows", err)
	}
	marked, err := f.NewStyle(&excelize.Style{NumFmt: 49, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF2CC"}}})
	if err != nil {
		return failed("build rows", err)
	}
	n := namer{}
	for i, s := range sheets {
		name := n.sheet(s.Name)
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				return failed("build rows", err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			return failed("build rows", err)
		}
		if err := streamRows(f, name, s.Rows, text, marked); err != nil {
			return failed("build rows", err)
		}
	}
	const stamp = "2020-01-01T00:00:00Z" // no moment of the run
	if err := f.SetDocProps(&excelize.DocProperties{Created: stamp, Modified: stamp}); err != nil {
		return failed("build rows", err)
	}
	parts := &bundle{modified: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return parts })
	if _, err := f.WriteToBuffer(); err != nil {
		return failed("pack rows", err)
	}
	return parts.writeTo(w)
}

func streamRows(f *excelize.File, name string, rows [][]RowsCell, text, marked int) error {
	s, err := newStream(f, name)
	if err != nil {
		return err
	}
	if err := s.SetColWidth(2, 60, 14); err != nil { // before those to their left: see setWidths
		return err
	}
	if err := s.SetColWidth(1, 1, 36); err != nil {
		return err
	}
	for i, row := range rows {
		values := make([]any, len(row))
		for k, c := range row {
			style := text
			if c.Marked {
				style = marked
			}
			if v, err := strconv.ParseFloat(c.Text, 64); c.Number && err == nil {
				cell := excelize.Cell{Value: v}
				if c.Marked {
					cell.StyleID = marked
				}
				values[k] = cell
			} else if c.Text != "" || c.Marked {
				values[k] = excelize.Cell{Value: c.Text, StyleID: style}
			}
		}
		if err := s.SetRow(at(0, i+1), values); err != nil {
			return err
		}
	}
	return s.Flush()
}
