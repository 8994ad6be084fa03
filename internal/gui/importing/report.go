package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// firstShown is how many rows are shown as they will be stored.
const firstShown = 8

// checkPage accounts for every row: before it is stored, and after.
func (w *wizard) checkPage(f *file) fyne.CanvasObject {
	page := kit.Column(16)
	switch {
	case f.returned() && (f.stage == stored || f.same()):
		page.Add(w.returnedNotice(f))
	case f.stage == stored:
		page.Add(kit.NewNotice(kit.Good, kit.IconConfirmed, w.t("stored"), w.t("stored.text", w.count(f.read.Storable()))))
	case f.stage == unchanged:
		text := w.t("unchanged.text")
		if b := f.read.Before; b.File != "" {
			text = w.t("unchanged.before", b.File, lang.Stamp(w.desk.Lang(), b.Moment))
		} else if f.read.Revision != nil {
			text = w.t("unchanged.same")
		}
		var buttons []*kit.Button
		if f.read.Before.Profile != "" && !f.choice.anew {
			buttons = append(buttons, kit.NewButton(kit.Secondary, "", w.t("unchanged.anew"), func() {
				f.choice.anew = true
				w.recognise()
			}))
		}
		page.Add(kit.NewNotice(kit.Neutral, kit.IconInfo, w.t("unchanged"), text, buttons...))
	case f.read.Storable() == 0:
		page.Add(kit.NewNotice(kit.Warn, kit.IconRemark, w.t("nothing"), w.t("nothing.text")))
	}
	if f.stage == checked && f.read.Revision != nil && !f.returned() {
		page.Add(w.revisionPart(f))
	}
	if f.stage == checked && f.returned() {
		page.Add(w.returnedPart(f))
	}
	w.addPrices(page, f, true)
	if f.read.Overwrites() > 0 && f.stage == checked && !f.read.Revision.Needed() {
		page.Add(w.overwriteCard(f))
	}
	if len(f.changes) > 0 && f.stage == checked && !f.returned() { // of a book, cell by cell above
		page.Add(w.recordsCard(f))
	}
	page.Add(w.accountCard(f))
	if len(f.read.Report.Rejected) > 0 {
		page.Add(w.rejectedCard(f))
	}
	w.addPrices(page, f, false)
	if f.stage == unchanged && f.read.Before.Rejected > 0 && len(f.read.Report.Rejected) == 0 {
		page.Add(kit.NewPaddedCard(w.rejectsFoot()))
	}
	if len(f.read.Report.Totals) > 0 {
		page.Add(w.totalsCard(f))
	}
	if f.doubt > 0 && f.stage == checked {
		page.Add(w.doubtsCard(f))
	}
	if f.view != nil && f.view.Len() > 0 && f.stage == checked {
		page.Add(w.firstCard(f))
	}
	if f.view != nil && f.view.Len() > 0 && f.stage == checked {
		page.Add(w.sourceCard(f))
	}
	page.Add(w.fromCard(f))
	w.addSummary(page, f)
	return page
}

func (w *wizard) accountCard(f *file) fyne.CanvasObject {
	r := &f.read.Report
	equation := w.t("equation", w.count(r.Read), w.count(r.Stored), w.count(r.AsideRows()), w.count(len(r.Rejected)))
	line := func(text string, n int, color fyne.ThemeColorName) fyne.CanvasObject {
		return kit.Row(8, kit.Flex(kit.NewShrinking(text, kit.Small, color)), kit.NewText(w.count(n), kit.Small, color))
	}
	rows := kit.Column(8, kit.NewBold(w.t("account"), kit.Body, theme.Ink), kit.NewWrapped(equation, kit.Body, theme.Ink), kit.NewRule(),
		line(w.t("account.read"), r.Read, theme.Ink))
	key := "account.will"
	if f.stage != checked {
		key = "account.stored"
	}
	rows.Add(line(w.t(key), r.Stored, theme.Ink))
	kinds := f.read.Kinds()
	for _, d := range briefing.Descriptions() {
		if k := d.Kind; kinds[k] > 0 {
			rows.Add(kit.Pad(0, 0, 0, 16, kit.NewText(lang.KindCount(w.desk.Lang(), k, kinds[k]), kit.Small, theme.Second)))
		}
	}
	rows.Add(line(w.t("account.aside"), r.AsideRows(), theme.Ink))
	for _, a := range r.SetAside {
		rows.Add(kit.Pad(0, 0, 0, 16, line(lang.T(w.desk.Lang(), "importer.aside."+a.Reason), a.Rows, theme.Second)))
	}
	ink := theme.Ink
	if len(r.Rejected) > 0 {
		ink = theme.Bad
	}
	rows.Add(line(w.t("account.rejected"), len(r.Rejected), ink))
	said := r.Said(w.desk.Lang())
	if len(said) > 0 {
		rows.Add(kit.NewRule())
	}
	for _, n := range said {
		rows.Add(kit.TopRow(6, kit.NewSmallIcon(kit.IconInfo, theme.Second), kit.Flex(kit.NewWrapped(n, kit.Small, theme.Second))))
	}
	return kit.NewPaddedCard(rows)
}

// rejectedCard lists the rows that can't be stored, with their places.
func (w *wizard) rejectedCard(f *file) fyne.CanvasObject {
	var rejected []rejectedRow
	for _, r := range f.read.Report.Rejected {
		rejected = append(rejected, r.Cells()...)
	}
	several := slices.ContainsFunc(rejected, func(r rejectedRow) bool { return r.File != rejected[0].File })
	columns := []kit.TableColumn{
		{Title: w.t("rejected.line"), Width: 76, Number: true},
		{Title: w.t("rejected.column"), Width: 76, Number: true},
		{Title: w.t("rejected.text"), Width: 160},
		{Title: w.t("rejected.reason"), Width: 260},
	}
	if several {
		columns = append(columns, kit.TableColumn{Title: w.t("rejected.file"), Width: 200})
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{Columns: columns, Rows: len(rejected), Cell: func(row, column int) kit.Cell {
		r := rejected[row]
		switch column {
		case 0:
			return kit.Cell{Text: w.count(r.Line)}
		case 1:
			if r.Column == 0 {
				return kit.Cell{Text: "—", Color: theme.Second}
			}
			return kit.Cell{Text: w.count(r.Column)}
		case 2:
			return kit.Cell{Text: strings.ReplaceAll(r.Text, "\n", " ")}
		case 3:
			return kit.Cell{Text: r.Why(w.desk.Lang()), Color: theme.Bad}
		}
		return kit.Cell{Text: r.File, Color: theme.Second}
	}})
	header := kit.SectionHeader{Title: w.t("rejected"), Note: w.t("rejected.note")}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(rejected), 6, 28), t), kit.NewRule(), w.rejectsFoot()))
}

// rejectedRow is a row that could not be stored.
type rejectedRow = app.RejectedRow

// rowsTable shows observations as they will be stored.
func (w *wizard) rowsTable(n int, at func(int) app.TradeRow, last kit.TableColumn, tail func(int) kit.Cell) fyne.CanvasObject {
	l := w.desk.Lang()
	columns := []kit.TableColumn{
		{Title: w.t("rejected.line"), Width: 60, Number: true},
		{Title: w.t("role.period"), Width: 92},
		{Title: w.t("role.flow"), Width: 96},
		{Title: w.t("rows.partner"), Width: 92},
		{Title: w.t("rows.code"), Width: 96},
		{Title: w.t("rows.value"), Width: 120, Number: true},
		{Title: w.t("rows.currency"), Width: 76},
		{Title: w.t("rows.weight"), Width: 112, Number: true},
		last,
	}
	const region, looked = 3, 50
	regional := false
	for i := range min(n, looked) {
		regional = regional || at(i).Region != ""
	}
	if regional {
		columns = slices.Insert(columns, region, kit.TableColumn{Title: w.t("role.region"), Width: 156})
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	number := func(v briefing.MaybeNumber) kit.Cell {
		if !v.Valid {
			return kit.Cell{Text: "—"}
		}
		return kit.Cell{Text: lang.Number(l, v.Decimal.Trim(0), lang.NumberStyle{Decimals: -1, Column: true, Window: true})}
	}
	t.SetData(kit.TableData{Columns: columns, Rows: n, Cell: func(row, column int) kit.Cell {
		r := at(row)
		if regional && column >= region {
			if column == region {
				return kit.Cell{Text: lang.Region(l, r.Reporter, r.Region)}
			}
			column--
		}
		switch column {
		case 0:
			return kit.Cell{Text: w.count(r.Line)}
		case 1:
			return kit.Cell{Text: lang.PeriodShort(l, r.Period)}
		case 2:
			return kit.Cell{Text: lang.Enum(l, "flow", string(r.Flow))}
		case 3:
			return kit.Cell{Text: lang.Country(l, r.Partner)}
		case 4:
			if r.Code == figure.HiddenCode {
				return kit.Cell{Icon: "lock", Text: w.t("rows.hidden"), Color: theme.Second}
			}
			return kit.Cell{Text: r.Code}
		case 5:
			return number(r.Value)
		case 6:
			return kit.Cell{Text: strings.TrimSpace(r.Currency + " " + r.Basis)}
		case 7:
			if r.NetWeight.Valid {
				r.NetWeight.Decimal = app.Tonnes(r.NetWeight.Decimal)
			}
			return number(r.NetWeight)
		}
		return tail(row)
	}})
	return kit.Fixed(0, tableHigh(n, 8, 28), t)
}

func (w *wizard) firstCard(f *file) fyne.CanvasObject {
	n := min(f.view.Len(), firstShown)
	table := w.rowsTable(n, f.view.At, kit.TableColumn{Title: w.t("rows.product"), Width: 160}, func(i int) kit.Cell {
		return kit.Cell{Text: f.view.Product(f.view.At(i).Observation, w.desk.Lang()), Color: theme.Second}
	})
	header := kit.SectionHeader{Title: w.t("first"), Note: w.t("first.note", w.count(n), w.count(f.view.Len()))}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), table))
}

// doubtsCard lists rows that are stored as they are but look wrong.
func (w *wizard) doubtsCard(f *file) fyne.CanvasObject {
	table := w.rowsTable(len(f.doubts), func(i int) app.TradeRow { return f.doubts[i].Row }, kit.TableColumn{Title: w.t("doubt.why"), Width: 300}, func(i int) kit.Cell {
		d := f.doubts[i]
		text := w.t("doubt.zero")
		if price, _ := d.Row.Price(); d.Why == app.DoubtPrice && price.Valid {
			text = w.t("doubt.price", w.number(price.Decimal, 0), w.number(d.Usual.Decimal, 0))
		}
		return kit.Cell{Icon: kit.IconRemark, Text: text, Color: theme.Warn}
	})
	header := kit.SectionHeader{Title: w.t("doubts"), Note: w.t("doubts.note", w.count(len(f.doubts)), w.count(f.doubt))}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), table))
}
