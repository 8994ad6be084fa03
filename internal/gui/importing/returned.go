package importing

import (
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// returned reports whether the file is a workbook of ours that came back.
func (f *file) returned() bool { return f.read.Result != nil && f.read.Result.Returned != nil }

// hasFigures reports whether the file has brought figures that can be looked at.
func (f *file) hasFigures() bool { return !f.returned() || f.read.Result.Figures.Len() > 0 }

// same reports whether nothing was edited in a workbook of ours.
func (f *file) same() bool {
	r := &f.read.Report
	return f.returned() && f.stage == checked && f.read.Storable() == 0 && len(r.Rejected)+len(r.Untaken) == 0
}

func (w *wizard) returnedNotice(f *file) fyne.CanvasObject {
	if f.stage == stored {
		return kit.NewNotice(kit.Good, kit.IconConfirmed, w.t("stored"), w.t("book.stored.text", w.count(f.read.Storable())))
	}
	return kit.NewNotice(kit.Neutral, kit.IconInfo, w.t("book.same"), w.t("book.same.text"))
}

// returnedPart shows what the workbook changes in the records, what of it is
// not taken, and what is missing from it.
func (w *wizard) returnedPart(f *file) fyne.CanvasObject {
	part := kit.Column(16)
	if lines := w.missing(f.read.Result.Returned); len(lines) > 0 {
		part.Add(kit.NewNotice(kit.Warn, kit.IconRemark, lines[0], strings.Join(lines[1:], "\n")))
	}
	if list := editRows(w.desk.Project().RecordChanges(f.read, w.desk.Lang())); len(list) > 0 {
		part.Add(w.editsCard(list))
	}
	if untaken := f.read.Report.Untaken; len(untaken) > 0 {
		header := kit.SectionHeader{Title: w.t("book.untaken"), Note: w.t("book.untaken.note")}
		part.Add(kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), w.cellsTable(untaken))))
	}
	return part
}

// missing says in sentences what is not there of the workbook.
func (w *wizard) missing(r *app.ReturnedBook) (lines []string) {
	if len(r.Missing) > 0 {
		lines = append(lines, w.t("book.missing", strings.Join(r.Missing, ", ")))
	}
	for _, s := range r.NoKeys {
		lines = append(lines, w.t("book.nokeys", s))
	}
	for _, c := range r.Columns {
		lines = append(lines, w.t("book.column", c.Sheet, c.Title))
	}
	for _, s := range r.Short {
		lines = append(lines, w.t("book.short", s.Sheet, w.count(s.Rows)))
	}
	return lines
}

// editRow is a line of the comparison: a field of a record, a new record, or
// one whose row is gone.
type editRow struct {
	what            string // key of its word
	caption         string
	field, old, now string
}

func editRows(list []app.Difference) []editRow {
	var out []editRow
	for _, d := range list {
		switch {
		case d.Added:
			out = append(out, editRow{what: "added", caption: d.Caption})
		case d.Gone:
			out = append(out, editRow{what: "gone", caption: d.Caption})
		default:
			for _, f := range d.Fields {
				out = append(out, editRow{"changed", d.Caption, f.Label, f.Old, f.New})
			}
		}
	}
	return out
}

// editsCard lists the edits: record, field, what the project has and what the
// workbook says.
func (w *wizard) editsCard(list []editRow) fyne.CanvasObject {
	changes := 0
	for _, e := range list {
		if e.what != "gone" {
			changes++
		}
	}
	header := kit.SectionHeader{Title: w.t("book.changes"), Note: w.t("book.changes.note", w.count(changes))}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: w.t("book.what"), Width: 148},
			{Title: w.t("book.record"), Width: 256},
			{Title: w.t("book.field"), Width: 140},
			{Title: w.t("book.old"), Width: 168},
			{Title: w.t("book.new"), Width: 168},
		},
		Rows: len(list),
		Cell: func(row, column int) kit.Cell {
			e := list[row]
			switch column {
			case 0:
				return w.editWord(e.what)
			case 1:
				return kit.Cell{Text: line(e.caption)}
			case 2:
				return kit.Cell{Text: e.field, Color: theme.Second}
			case 3:
				return kit.Cell{Text: line(e.old), Color: theme.Second}
			}
			if e.what == "gone" {
				return kit.Cell{Text: w.t("book.gone.text"), Color: theme.Second}
			}
			return kit.Cell{Text: line(e.now)}
		},
	})
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(list), 9, 28), t)))
}

func (w *wizard) editWord(what string) kit.Cell {
	word := w.t("book." + what)
	switch what {
	case "added":
		return kit.Cell{Icon: "plus", Text: word, Color: theme.Good}
	case "gone":
		return kit.Cell{Icon: "minus", Text: word, Color: theme.Second}
	}
	return kit.Cell{Icon: kit.IconRefresh, Text: word, Color: theme.Warn}
}

func line(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// cellsTable lists cells with their places and reasons.
func (w *wizard) cellsTable(cells []rejectedRow) fyne.CanvasObject {
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: w.t("rejected.file"), Width: 200},
			{Title: w.t("rejected.line"), Width: 68, Number: true},
			{Title: w.t("rejected.column"), Width: 76, Number: true},
			{Title: w.t("rejected.text"), Width: 120},
			{Title: w.t("rejected.reason"), Width: 432},
		},
		Rows: len(cells),
		Cell: func(row, column int) kit.Cell {
			c := cells[row]
			switch column {
			case 0:
				_, sheet, _ := strings.Cut(strings.TrimSuffix(c.File, "]"), " [") // the file's name stands above
				return kit.Cell{Text: sheet, Color: theme.Second}
			case 1:
				return kit.Cell{Text: w.count(c.Line)}
			case 2:
				return kit.Cell{Text: w.count(c.Column)}
			case 3:
				return kit.Cell{Text: line(c.Text)}
			}
			return kit.Cell{Text: c.Why(w.desk.Lang()), Color: theme.Second}
		},
	})
	return kit.Fixed(0, tableHigh(len(cells), 6, 28), t)
}
