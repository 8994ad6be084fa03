package importing

import (
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// recordLine is one line of the table of what changes in records: a new
// record, or a field of one that is there.
type recordLine struct {
	of    *app.Difference
	field int // of a record that is there, else -1
}

// overwriteCard asks whether records that the project has are to say what the
// file says; a decision about figures of the same file stands for both.
func (w *wizard) overwriteCard(f *file) fyne.CanvasObject {
	choices := []kit.Segment{
		{Key: string(app.Replace), Text: w.r("overwrite.replace")},
		{Key: string(app.Beside), Text: w.r("overwrite.beside")},
	}
	return kit.NewPaddedCard(kit.Column(8, kit.NewBold(w.r("overwrite.ask", w.count(f.read.Overwrites())), kit.Body, theme.Ink),
		kit.NewRadioGroup(choices, string(f.read.Decision), func(key string) {
			f.read.Decision = app.Decision(key)
			w.buttons(f)
			w.frame.Refresh()
		})))
}

// recordsCard lists what storing would change in records, field by field, as
// the differences of figures are listed.
func (w *wizard) recordsCard(f *file) fyne.CanvasObject {
	l := w.desk.Lang()
	var lines []recordLine
	added := 0
	for _, fresh := range []bool{false, true} {
		for i := range f.changes {
			d := &f.changes[i]
			switch {
			case d.Added != fresh:
			case d.Added:
				added++
				lines = append(lines, recordLine{d, -1})
			default:
				for n := range d.Fields {
					lines = append(lines, recordLine{d, n})
				}
			}
		}
	}
	columns := []kit.TableColumn{
		{Title: w.r("records.what"), Width: 112},
		{Title: w.r("records.kind"), Width: 120},
		{Title: w.r("records.record"), Width: 210},
		{Title: w.r("records.field"), Width: 150},
		{Title: w.r("records.old"), Width: 150},
		{Title: w.r("records.new"), Width: 150},
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	flat := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
	t.SetData(kit.TableData{Columns: columns, Rows: len(lines), Cell: func(row, column int) kit.Cell {
		x := lines[row]
		switch {
		case column == 0 && x.field < 0:
			return kit.Cell{Icon: "plus", Text: w.r("records.added"), Color: theme.Good}
		case column == 0:
			return kit.Cell{Icon: kit.IconRefresh, Text: w.r("records.changed"), Color: theme.Warn}
		case column == 1:
			return kit.Cell{Text: lang.KindName(l, x.of.Ref.Kind, false), Color: theme.Second}
		case column == 2:
			return kit.Cell{Text: flat(x.of.Caption)}
		case x.field < 0:
			return kit.Cell{}
		case column == 3:
			return kit.Cell{Text: x.of.Fields[x.field].Label}
		case column == 4:
			return kit.Cell{Text: flat(x.of.Fields[x.field].Old), Color: theme.Second}
		}
		return kit.Cell{Text: flat(x.of.Fields[x.field].New)}
	}})
	header := kit.SectionHeader{Title: w.r("records"), Note: w.r("records.note", w.count(len(f.changes)-added), w.count(added))}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(lines), 8, 28), t)))
}
