package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"briefing/internal/document"
)

// Form is a workbook to be filled in by hand: a sheet with a line of advice,
// a head, an example and room below.
type Form struct {
	Sheets []FormSheet
	Lists  string // the name of a sheet, not shown, that holds what columns offer
	Title  string // on the foot of each printed page
	Page   string // the word before its number
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
	Options  []string // offered as a list; any characters, any number
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
	o := &output{f: f, styles: map[excelizeStyle]int{}, book: &document.Book{Title: form.Title, Words: document.BookWords{Page: form.Page}}}
	n := namer{}
	var offers []formOffer
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
		for i, c := range s.Columns {
			if len(c.Options) > 0 {
				offers = append(offers, formOffer{sheet: name, column: i, of: c, first: formExample, last: formRows})
			}
		}
	}
	if err := o.formOffers(n.sheet(form.Lists), offers); err != nil {
		return failed("build form", err)
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
	if err := o.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: formHead, TopLeftCell: at(0, formExample), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return o.page(name, formPaper(s), fmt.Sprintf("$%d:$%[1]d", formHead))
}

// formPaper lays a sheet of a form on paper.
func formPaper(s FormSheet) paper {
	wide := 0.0
	for _, c := range s.Columns {
		wide += paperPixels(formWidth(c))
	}
	return paperFor(wide, textSize, true)
}

func formWidth(c FormColumn) float64 { return min(max(width(c.Head)+3, 12), 34) }

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
	if err := o.f.SetColWidth(name, letter(i), letter(i), formWidth(c)); err != nil {
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
	if c.Hint == "" || len(c.Options) > 0 { // those of a list come with it
		return nil
	}
	return o.formAdvice(formOffer{sheet: name, column: i, of: c, first: formExample, last: formRows}, "")
}

// formOffer is a column of a sheet that offers a list.
type formOffer struct {
	sheet       string
	column      int
	of          FormColumn
	first, last int // rows
}

// formOffers writes what columns offer into a sheet of its own, a column for
// each list, since a list inside a rule is cut at commas and at 255 characters.
func (o *output) formOffers(lists string, offers []formOffer) error {
	if len(offers) == 0 {
		return nil
	}
	if _, err := o.f.NewSheet(lists); err != nil {
		return err
	}
	written := map[string]string{} // where a list stands
	for _, x := range offers {
		key := strings.Join(x.of.Options, "\x00")
		if written[key] == "" {
			i := len(written)
			for k, text := range append([]string{x.of.Head}, x.of.Options...) {
				if err := o.f.SetCellStr(lists, at(i, k+1), line(text)); err != nil {
					return err
				}
			}
			written[key] = fmt.Sprintf("'%s'!$%s$2:$%[2]s$%d", lists, letter(i), len(x.of.Options)+1)
		}
		if err := o.formAdvice(x, written[key]); err != nil {
			return err
		}
	}
	return o.f.SetSheetVisible(lists, false)
}

// formAdvice offers a column's list or shows its hint; a list does not refuse
// other words, the import reads them in three languages.
func (o *output) formAdvice(x formOffer, list string) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = at(x.column, x.first) + ":" + at(x.column, x.last)
	if list != "" {
		v.SetSqrefDropList(list)
		v.ShowErrorMessage = false
	}
	if c := x.of; c.Hint != "" {
		v.SetInput(cut(c.Head, 31), cut(c.Hint, 254))
	}
	return o.f.AddDataValidation(x.sheet, v)
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
