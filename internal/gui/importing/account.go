package importing

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// r is a text of the report.
func (w *wizard) r(key string, args ...any) string {
	return desk.T(w.desk, "importreport."+key, args...)
}

// totalMost is how wide a column of the comparison may become.
const totalMost float32 = 300

// totalsCard sets the totals that the file states beside what comes of its
// rows; those that differ come first.
func (w *wizard) totalsCard(f *file) fyne.CanvasObject {
	var totals []app.CheckTotal
	agree := 0
	for _, want := range []bool{false, true} {
		for _, c := range f.read.Report.Totals {
			if c.Agrees() == want {
				totals = append(totals, c)
			}
			if want && c.Agrees() {
				agree++
			}
		}
	}
	columns := []kit.TableColumn{
		{Title: w.r("totals.state"), Width: 104},
		{Title: w.r("totals.of"), Width: 190},
		{Title: w.r("totals.stated"), Width: 100, Number: true},
		{Title: w.r("totals.stored"), Width: 100, Number: true},
		{Title: w.r("totals.difference"), Width: 96, Number: true},
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{Columns: columns, Rows: len(totals), Cell: func(row, column int) kit.Cell {
		c := totals[row]
		switch column {
		case 0:
			if d := c.Difference(); c.Agrees() && d.Valid && d.Decimal.Sign() != 0 {
				return kit.Cell{Icon: kit.IconConfirmed, Text: w.r("totals.near", app.ToleranceText(w.desk.Lang())), Color: theme.Good}
			}
			if c.Agrees() {
				return kit.Cell{Icon: kit.IconConfirmed, Text: w.r("totals.agrees"), Color: theme.Good}
			}
			if c.Part {
				return kit.Cell{Text: w.r("totals.part")}
			}
			return kit.Cell{Icon: kit.IconRemark, Text: w.r("totals.differs"), Color: theme.Warn}
		case 1:
			return kit.Cell{Text: app.TotalName(c, w.desk.Lang())}
		case 2:
			return w.amount(briefing.Some(c.Stated))
		case 3:
			return w.amount(briefing.Some(c.Stored))
		}
		return w.amount(c.Difference())
	}})
	t.FitColumns(totalMost)
	header := kit.SectionHeader{Title: w.r("totals"), Note: w.r("totals.note", w.count(agree), w.count(len(totals)))}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(totals), 6, 28), t)))
}

// fromCard tells the file from any other, and the import that its rows came
// with; the report can be kept.
func (w *wizard) fromCard(f *file) fyne.CanvasObject {
	imp, l := f.read.Import, w.desk.Lang()
	when := w.r("from.not")
	if f.stage == stored && imp.Moment != "" {
		when = strings.TrimSpace(lang.Stamp(l, imp.Moment) + " " + imp.By)
	} else if b := f.read.Before; f.stage == unchanged && b.Moment != "" {
		when = strings.TrimSpace(lang.Stamp(l, b.Moment) + " " + b.By)
	}
	lines := []kit.KeyValue{
		{Key: w.r("from.file"), Value: f.path},
		{Key: w.r("from.hash"), Value: imp.Hash},
		{Key: w.r("from.size"), Value: w.count(imp.Size)},
		{Key: w.r("from.import"), Value: when},
	}
	if line, ok := w.sourceLine(f); ok {
		lines = append(lines, line)
	}
	card := kit.Column(8, kit.NewBold(w.r("from"), kit.Body, theme.Ink), kit.NewKeyValues(148, lines...))
	if f.stage == stored && f.read.Report.Stored > 0 {
		card.Add(kit.NewWrapped(w.r("from.lines"), kit.Small, theme.Second))
	}
	card.Add(kit.Row(8, kit.NewButton(kit.Secondary, "", w.r("save.report"), w.saveReport)))
	return kit.NewPaddedCard(card)
}

// rejectsFoot offers to save the rejected rows.
func (w *wizard) rejectsFoot() fyne.CanvasObject {
	return kit.Pad(12, 16, 12, 16, kit.Row(12, kit.NewButton(kit.Secondary, "", w.r("save.rejects"), w.saveRejects),
		kit.Flex(kit.NewWrapped(w.r("save.rejects.note"), kit.Small, theme.Second))))
}

// saveRejects asks for a name and writes the rejected rows.
func (w *wizard) saveRejects() {
	f := w.now()
	read, title, l := f.read, w.r("save.title"), w.desk.Lang()
	name, folder := app.RejectsName(read), filepath.Dir(f.path)
	var paths []string
	w.beside(title, func(ctx context.Context) error {
		path, err := w.desk.Dialogs().Save(title, folder, name, "*"+filepath.Ext(name), "*.xlsx", "*.csv")
		if err != nil || path == "" {
			return err
		}
		paths, err = w.desk.Project().SaveRejects(ctx, read, path, l)
		return err
	}, func() {
		for _, p := range paths {
			w.desk.Say(w.r("rejects.saved", filepath.Base(p)))
		}
	})
}

// saveReport asks for a name and writes the report.
func (w *wizard) saveReport() {
	f := w.now()
	read, title, l := f.read, w.r("report.title"), w.desk.Lang()
	name, folder := strings.TrimSuffix(f.name(), filepath.Ext(f.name()))+"-"+w.r("report.name")+".txt", filepath.Dir(f.path)
	path := ""
	w.beside(title, func(context.Context) (err error) {
		if path, err = w.desk.Dialogs().Save(title, folder, name, "*.txt"); err != nil || path == "" {
			return err
		}
		return read.SaveReport(path, l)
	}, func() {
		if path != "" {
			w.desk.Say(w.r("report.saved", filepath.Base(path)))
		}
	})
}

// beside does something that leaves the dialog as it is.
func (w *wizard) beside(name string, work func(context.Context) error, then func()) {
	w.desk.Run(name, func(ctx context.Context, _ func(int, int, string)) error { return work(ctx) }, func(err error) {
		if err != nil {
			w.desk.Fail(err)
			return
		}
		then()
	})
}
