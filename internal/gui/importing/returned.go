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
	if len(f.edits)+len(f.read.Result.Returned.Gone) > 0 {
		part.Add(w.editsCard(f))
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

// taken counts the edits that are wanted.
func (f *file) taken() int { return len(f.edits) - len(f.refusals()) }

// refusals are the cells whose edits are not.
func (f *file) refusals() (out []app.EditPlace) {
	for _, e := range f.edits {
		if f.refused[e.EditPlace] {
			out = append(out, e.EditPlace)
		}
	}
	return out
}

// editsCard lists the edits cell by cell, each to be taken or refused: what it is
// of, what the project has and what the workbook says. Rows that are gone stand
// last; nothing is done about them.
func (w *wizard) editsCard(f *file) fyne.CanvasObject {
	var gone []app.Difference
	for _, d := range f.changes {
		if d.Gone {
			gone = append(gone, d)
		}
	}
	header := kit.SectionHeader{Title: w.t("book.changes"), Note: w.t("book.changes.note", w.count(len(f.edits)))}
	list := kit.NewRecordList(kit.TallHeight, nil)
	list.SetItems(len(f.edits)+len(gone), func(i int) kit.RowItem {
		if i >= len(f.edits) {
			d := gone[i-len(f.edits)]
			return kit.RowItem{Icon: "minus", IconColor: theme.Second, Title: line(d.Caption), Dimmed: true, Sub: w.t("book.gone") + " · " + w.t("book.gone.text"), Trail: d.Sheet}
		}
		e := f.edits[i]
		item := kit.RowItem{
			Check: true, Checked: !f.refused[e.EditPlace], Title: line(e.Caption), Sub: line(e.Title) + ": " + line(e.Old) + " → " + line(e.New),
			SubColor: theme.Ink, Trail: e.String(),
		}
		if e.Added {
			item.Sub = w.t("book.added")
		}
		return item
	})
	take := func(on bool, edits ...app.Edit) {
		for _, e := range edits {
			f.refused[e.EditPlace] = !on
		}
		list.Refresh()
		w.buttons(f)
		w.frame.Refresh()
	}
	list.OnCheck = func(i int, on bool) {
		if i < len(f.edits) {
			take(on, f.edits[i])
		}
	}
	all := func(on bool) func() { return func() { take(on, f.edits...) } }
	const most = 8 // rows at a time
	foot := kit.Pad(8, 16, 8, 16, kit.Row(12, kit.NewButton(kit.Secondary, "", w.t("book.all"), all(true)), kit.NewButton(kit.Secondary, "", w.t("book.none"), all(false)),
		kit.Flex(kit.NewWrapped(w.t("book.refused.note"), kit.Small, theme.Second))))
	high := float32(min(len(f.edits)+len(gone), most)) * kit.TallHeight
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, high, list), kit.NewRule(), foot))
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
