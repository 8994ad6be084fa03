package xlsx

import (
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// Form is a workbook to be filled in by hand: a sheet with a line of advice,
// a head, an example and room below.
type Form struct {
	Sheets []FormSheet
}

// FormSheet is one sheet of a form.
type FormSheet struct {
	Name, About string
	Columns     []FormColumn
}

// FormColumn is a column to be filled in.
type FormColumn struct {
	Head     string
	Hint     string   // shown when a cell of the column is chosen
	Options  []string // offered as a list
	Example  string
	Number   bool // else the cells are text, so that codes keep their noughts
	Required bool // the head stands on a filled ground
}

// formRows are the rows that lists and hints are prepared for.
const formRows = 2000

// rows of a form
const (
	formAbout   = 1
	formHead    = 2
	formExample = 3
)

// WriteForm writes a form. The same form gives the same bytes.
func WriteForm(w io.Writer, form Form) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // removes temporary files; nothing is left to lose
	o := &output{f: f, styles: map[excelizeStyle]int{}}
	n := namer{}
	for i, s := range form.Sheets {
		name := n.sheet(s.Name)
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				return failed("build form", err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			return failed("build form", err)
		}
		if err := o.formSheet(name, s); err != nil {
			return failed("build form", err)
		}
	}
	f.SetActiveSheet(0)
	const stamp = "2020-01-01T00:00:00Z" // no moment of the run
	if err := f.SetDocProps(&excelize.DocProperties{Created: stamp, Modified: stamp}); err != nil {
		return failed("build form", err)
	}
	parts := &bundle{modified: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return parts })
	if _, err := f.WriteToBuffer(); err != nil {
		return failed("pack form", err)
	}
	return parts.writeTo(w)
}

func (o *output) formSheet(name string, s FormSheet) error {
	about, err := o.style(excelizeStyle{grey: true})
	if err != nil {
		return err
	}
	if err := o.putForm(name, at(0, formAbout), about, s.About); err != nil {
		return err
	}
	for i, c := range s.Columns {
		if err := o.formColumn(name, i, c); err != nil {
			return err
		}
	}
	return o.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: formHead, TopLeftCell: at(0, formExample), ActivePane: "bottomLeft"})
}

// formColumn writes head and example, and prepares the cells below.
func (o *output) formColumn(name string, i int, c FormColumn) error {
	head, err := o.style(excelizeStyle{bold: true, white: c.Required, fill: c.Required, wrap: true})
	if err != nil {
		return err
	}
	example, err := o.style(excelizeStyle{grey: true, text: !c.Number})
	if err != nil {
		return err
	}
	cells, err := o.style(excelizeStyle{text: !c.Number})
	if err != nil {
		return err
	}
	if err := o.f.SetColStyle(name, letter(i), cells); err != nil {
		return err
	}
	if err := o.f.SetColWidth(name, letter(i), letter(i), min(max(width(c.Head)+3, 12), 34)); err != nil {
		return err
	}
	if err := o.putForm(name, at(i, formHead), head, c.Head); err != nil {
		return err
	}
	if v, err := strconv.ParseFloat(c.Example, 64); err == nil && c.Number {
		if err := o.f.SetCellFloat(name, at(i, formExample), v, -1, 64); err != nil {
			return err
		}
		if err := o.f.SetCellStyle(name, at(i, formExample), at(i, formExample), example); err != nil {
			return err
		}
	} else if err := o.putForm(name, at(i, formExample), example, c.Example); err != nil {
		return err
	}
	return o.formAdvice(name, i, c)
}

// formAdvice offers a column's list or shows its hint; a list does not refuse
// other words, the import reads them in three languages.
func (o *output) formAdvice(name string, i int, c FormColumn) error {
	if c.Hint == "" && len(c.Options) == 0 {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = at(i, formExample) + ":" + at(i, formRows)
	if len(c.Options) > 0 {
		if err := v.SetDropList(c.Options); err != nil {
			return nil //nolint:nilerr // too long a list for a cell: the column goes without
		}
		v.ShowErrorMessage = false
	}
	if c.Hint != "" {
		v.SetInput(cut(c.Head, 31), cut(c.Hint, 254))
	}
	return o.f.AddDataValidation(name, v)
}

// putForm writes a text in a look; nothing where there is no text.
func (o *output) putForm(name, cell string, style int, text string) error {
	if text == "" {
		return nil
	}
	if err := o.f.SetCellStr(name, cell, line(text)); err != nil {
		return err
	}
	return o.f.SetCellStyle(name, cell, cell, style)
}
