package importing

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// addSummary tells first, at the last of several files, what has become of them all.
func (w *wizard) addSummary(page *fyne.Container, last *file) {
	if len(w.files) < 2 || w.at+1 < len(w.files) || last.stage != stored && last.stage != unchanged && last.stage != failed {
		return
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	columns := []kit.TableColumn{
		{Title: w.t("file"), Width: 150},
		{Title: w.t("summary.state"), Width: 140},
		{Title: w.t("account.read"), Width: 88, Number: true},
		{Title: w.t("account.stored"), Width: 88, Number: true},
		{Title: w.t("account.aside"), Width: 88, Number: true},
		{Title: w.t("account.rejected"), Width: 88, Number: true},
		{Title: w.t("summary.why"), Width: 300},
	}
	t.SetData(kit.TableData{Columns: columns, Rows: len(w.files), Cell: func(row, column int) kit.Cell {
		f := w.files[row]
		r := &f.read.Report
		counts := []int{r.Read, r.Stored, r.AsideRows(), len(r.Rejected)}
		switch {
		case column == 0:
			return kit.Cell{Text: f.name()}
		case column == 1:
			icon, color, word := f.state()
			return kit.Cell{Icon: icon, Text: w.t(word), Color: color}
		case column == 6 && f.err != nil:
			sentence, _ := lang.Error(w.desk.Lang(), f.err)
			return kit.Cell{Text: sentence, Color: theme.Bad}
		case column == 6:
			return kit.Cell{}
		case f.stage != stored && f.stage != unchanged:
			return kit.Cell{Text: "—", Color: theme.Third}
		}
		return kit.Cell{Text: w.count(counts[column-2])}
	}})
	foot := w.summaryFoot()
	header := kit.SectionHeader{Title: w.t("summary"), Note: w.t("summary.note", w.count(len(w.files)))}
	card := kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(w.files), 10, 28), t), foot))
	page.Objects = slices.Insert(page.Objects, 0, fyne.CanvasObject(card)) // what was done comes first
}

// state is what has become of a file: by icon, colour and word.
func (f *file) state() (icon string, color fyne.ThemeColorName, word string) {
	switch f.stage {
	case stored:
		return kit.IconConfirmed, theme.Good, "state.stored"
	case unchanged:
		return kit.IconConfirmed, theme.Second, "state.unchanged"
	case failed:
		if f.guess != nil {
			return kit.IconRemark, theme.Warn, "step.guessed"
		}
		return kit.IconRejected, theme.Bad, "state.failed"
	case skipped:
		return "minus", theme.Third, "state.skipped"
	}
	return kit.IconClock, theme.Third, "state.waiting"
}
