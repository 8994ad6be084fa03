package importing

import (
	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// everything is the choice of all differences in the table.
const everything figure.Difference = ""

// decided reports whether nothing is left to be decided of the file.
func (f *file) decided() bool {
	r := f.read.Revision
	if f.read.Overwrites() > 0 && f.read.Decision == app.Undecided {
		return false
	}
	return !f.read.UnitsDoubted() && (!r.Needed() || r.Allows(f.read.Decision))
}

// revisionPart shows what the file tells of figures that the project has, and
// asks what is to become of them.
func (w *wizard) revisionPart(f *file) fyne.CanvasObject {
	r := f.read.Revision
	part := kit.Column(16)
	if !r.Needed() {
		part.Add(kit.NewNotice(kit.Neutral, kit.IconInfo, w.t("revision.more"), w.t("revision.more.text", w.count(r.Same), w.count(len(r.Pairs)))))
		return part
	}
	part.Add(kit.NewNotice(kit.Warn, kit.IconRemark, w.t("revision"), w.t("revision.text")))
	part.Add(w.decisionCard(f))
	part.Add(w.differencesCard(f))
	return part
}

// decisionCard tells which imports are concerned and offers what can be done.
func (w *wizard) decisionCard(f *file) fyne.CanvasObject {
	r, l := f.read.Revision, w.desk.Lang()
	lines := kit.Column(8, kit.NewBold(w.t("revision.decide"), kit.Body, theme.Ink))
	for i, b := range r.Replaced {
		n := r.Batches[i]
		lines.Add(kit.NewWrapped(w.t("revision.of", b.File, lang.Stamp(l, b.Moment), w.count(n.Same), w.count(n.Changed), w.count(n.Gone)), kit.Small, theme.Second))
		if n.Outside > 0 {
			lines.Add(kit.NewWrapped(w.t("revision.outside", w.count(n.Outside)), kit.Small, theme.Second))
		}
	}
	var choices []kit.Segment
	for _, d := range app.Decisions() {
		if r.Allows(d) && (d != app.ReplaceGone || r.Count(figure.Gone) > 0) {
			choices = append(choices, kit.Segment{Key: string(d), Text: w.t("revise." + string(d))})
		}
	}
	lines.Add(kit.NewRadioGroup(choices, string(f.read.Decision), func(key string) {
		f.read.Decision = app.Decision(key)
		w.buttons(f)
		w.frame.Refresh()
	}))
	if !r.Allows(app.Beside) {
		lines.Add(kit.NewWrapped(w.t("revision.not.beside"), kit.Small, theme.Second))
	}
	lines.Add(kit.NewWrapped(w.t("revision.marked"), kit.Small, theme.Second))
	return kit.NewPaddedCard(lines)
}

// differencesCard lists the differing rows with what they were and would be.
func (w *wizard) differencesCard(f *file) fyne.CanvasObject {
	r := f.read.Revision
	header := kit.SectionHeader{Title: w.t("revision.rows"), Note: w.t("revision.rows.note", w.count(len(r.Pairs)))}
	table := kit.NewDataTable()
	table.RowHigh, table.Numbers = 28, 0
	show := func(d figure.Difference) {
		var rows []int32
		for i, p := range r.Pairs {
			if d == everything || p.Difference() == d {
				rows = append(rows, int32(i))
			}
		}
		table.SetData(w.differences(r, rows))
	}
	segments := []kit.Segment{{Key: string(everything), Text: w.t("difference.all"), Note: w.count(len(r.Pairs))}}
	for _, d := range []figure.Difference{figure.Changed, figure.Added, figure.Gone} {
		segments = append(segments, kit.Segment{Key: string(d), Text: w.t("difference." + string(d)), Note: w.count(r.Count(d))})
	}
	tabs := kit.NewTabs(segments, string(everything), func(key string) { show(figure.Difference(key)) })
	show(everything)
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Pad(8, 16, 8, 16, kit.Row(0, kit.Flex(tabs))),
		kit.NewRule(), kit.Fixed(0, tableHigh(len(r.Pairs), 9, 28), table), kit.NewRule(), kit.Pad(12, 16, 12, 16, w.totals(r))))
}

func (w *wizard) differences(r *app.Revision, rows []int32) kit.TableData {
	l := w.desk.Lang()
	columns := []kit.TableColumn{
		{Title: w.t("revision.what"), Width: 112},
		{Title: w.t("role.period"), Width: 72},
		{Title: w.t("role.flow"), Width: 104},
		{Title: w.t("rows.partner"), Width: 84},
		{Title: w.t("rows.code"), Width: 96},
		{Title: w.t("revision.old"), Width: 108, Number: true},
		{Title: w.t("revision.new"), Width: 108, Number: true},
		{Title: w.t("revision.difference"), Width: 108, Number: true},
		{Title: w.t("rows.currency"), Width: 76},
		{Title: w.t("revision.old.weight"), Width: 100, Number: true},
		{Title: w.t("revision.new.weight"), Width: 100, Number: true},
	}
	tonnes := func(n briefing.MaybeNumber) briefing.MaybeNumber {
		if n.Valid {
			n.Decimal = app.Tonnes(n.Decimal)
		}
		return n
	}
	last, row := -1, app.RevisedRow{}
	return kit.TableData{Columns: columns, Rows: len(rows), Cell: func(at, column int) kit.Cell {
		if at != last {
			last, row = at, r.Row(int(rows[at]))
		}
		switch column {
		case 0:
			return differenceCell(row.Difference, w.t("difference."+string(row.Difference)))
		case 1:
			return kit.Cell{Text: lang.PeriodShort(l, row.Any.Period)}
		case 2:
			return kit.Cell{Text: lang.Enum(l, "flow", string(row.Any.Flow))}
		case 3:
			return kit.Cell{Text: lang.Country(l, row.Any.Partner)}
		case 4:
			if row.Any.Code == figure.HiddenCode {
				return kit.Cell{Icon: "lock", Text: w.t("rows.hidden"), Color: theme.Second}
			}
			return kit.Cell{Text: row.Any.Code}
		case 5:
			return w.amount(row.Old.Value)
		case 6:
			return w.amount(row.New.Value)
		case 7:
			return w.amount(row.Rise())
		case 8:
			return kit.Cell{Text: row.Any.Currency + " " + row.Any.Basis, Color: theme.Second}
		case 9:
			return w.amount(tonnes(row.Old.NetWeight))
		}
		return w.amount(tonnes(row.New.NetWeight))
	}}
}

func differenceCell(d figure.Difference, word string) kit.Cell {
	switch d {
	case figure.Added:
		return kit.Cell{Icon: "plus", Text: word, Color: theme.Good}
	case figure.Gone:
		return kit.Cell{Icon: "minus", Text: word, Color: theme.Bad}
	}
	return kit.Cell{Icon: kit.IconRefresh, Text: word, Color: theme.Warn}
}

func (w *wizard) amount(v briefing.MaybeNumber) kit.Cell {
	if !v.Valid {
		return kit.Cell{Text: "—", Color: theme.Third}
	}
	return kit.Cell{Text: lang.Number(w.desk.Lang(), v.Decimal.Trim(0), lang.NumberStyle{Decimals: -1, Column: true, Window: true})}
}

// totals are the sums of what differs, for each flow and currency.
func (w *wizard) totals(r *app.Revision) fyne.CanvasObject {
	lines := kit.Column(6)
	totals, err := r.Totals()
	if err != nil {
		return lines
	}
	for _, t := range totals {
		name := lang.Enum(w.desk.Lang(), "flow", t.Flow) + ", " + t.Split.Currency
		if t.Split.Basis != "" {
			name += " " + t.Split.Basis
		}
		lines.Add(kit.NewWrapped(w.t("revision.total", name, w.amount(t.OldChanged).Text, w.amount(t.NewChanged).Text, w.amount(t.Added).Text, w.amount(t.Gone).Text), kit.Small, theme.Ink))
	}
	return lines
}
