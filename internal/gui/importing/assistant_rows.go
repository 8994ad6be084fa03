package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// fillRows shows what the shape comes to: the sum of rows, the first rows as
// they will be stored, and the suspicious ones.
func (a *assistant) fillRows() {
	w, p := a.w, a.preview
	a.rows.Objects = nil
	text, ink := w.t("reading", a.file.name()), theme.Second
	lacking := a.lacking()
	switch {
	case lacking == "lacks.amount":
		text, ink = a.t(lacking), theme.Bad
	case a.fault != nil:
		text, _ = lang.Error(w.desk.Lang(), a.fault)
		ink = theme.Bad
	case p != nil:
		aside, rejected := 0, 0
		for _, x := range p.Aside {
			aside += x.Rows
		}
		for _, n := range p.Rejected {
			rejected += n
		}
		text, ink = w.t("equation", w.count(p.Rows), w.count(p.Stored), w.count(aside), w.count(rejected)), theme.Ink
		switch {
		case lacking != "":
			text, ink = a.t(lacking), theme.Bad
		case p.Needed != nil && p.Rejected[app.RejectUnit] > 0:
			text, ink = a.t("lacks.unit"), theme.Warn
		case p.Needed != nil:
			text += ". " + a.t("asked")
		case p.More:
			text += ". " + a.t("sample")
		}
	}
	key := "first"
	if a.odd {
		key = "odd"
	}
	odd := len(a.suspect())
	tabs := kit.NewTabs([]kit.Segment{{Key: "first", Text: a.t("rows.first")}, {Key: "odd", Text: a.t("rows.odd", w.count(odd))}}, key, func(k string) {
		a.odd = k == "odd"
		a.fillRows()
	})
	head := kit.Pad(8, 16, 8, 16, kit.Ends(6, tabs, kit.NewShrinking(text, kit.Small, ink)))
	var below fyne.CanvasObject = kit.Column(0)
	if p != nil && lacking != "lacks.amount" && a.fault == nil {
		if below = a.firstTable(p); a.odd {
			below = a.oddTable()
		}
	}
	a.rows.Objects = []fyne.CanvasObject{kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, below)}
	a.rows.Refresh()
}

// regionColumn is where the region stands among the first rows: before the
// partner.
const regionColumn = 4

// firstTable shows the first rows as they will be stored.
func (a *assistant) firstTable(p *app.ShapePreview) fyne.CanvasObject {
	w, l := a.w, a.w.desk.Lang()
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	number := func(v briefing.MaybeNumber) kit.Cell {
		if !v.Valid {
			return kit.Cell{Text: "—", Color: theme.Third}
		}
		return kit.Cell{Text: lang.Number(l, v.Decimal.Trim(0), lang.NumberStyle{Decimals: -1, Column: true, Window: true})}
	}
	partner := float32(112)
	if slices.ContainsFunc(p.First, func(r app.PreviewRow) bool { return r.Figure.Province != "" }) { // behind the country
		partner = 200
	}
	columns := []kit.TableColumn{
		{Title: w.t("rejected.line"), Width: 64, Number: true},
		{Title: w.t("role.period"), Width: 96},
		{Title: w.t("role.flow"), Width: 106},
		{Title: a.t("role.reporter"), Width: 106},
		{Title: w.t("rows.partner"), Width: partner},
		{Title: w.t("rows.code"), Width: 104},
		{Title: w.t("rows.product"), Width: 116},
		{Title: w.t("rows.value"), Width: 116, Number: true},
		{Title: w.t("rows.currency"), Width: 70},
		{Title: a.t("rows.weight"), Width: 104, Number: true},
	}
	regional := slices.ContainsFunc(p.First, func(r app.PreviewRow) bool { return r.Figure.Region != "" })
	if regional {
		columns = slices.Insert(columns, regionColumn, kit.TableColumn{Title: a.t("role.region"), Width: 160})
	}
	t.SetData(kit.TableData{
		Columns: columns,
		Rows:    len(p.First),
		Cell: func(row, column int) kit.Cell {
			r := p.First[row]
			o := &r.Figure
			if regional && column >= regionColumn {
				if column == regionColumn {
					return kit.Cell{Text: lang.Region(l, o.Reporter, o.Region)}
				}
				column--
			}
			switch column {
			case 0:
				return kit.Cell{Text: w.count(r.Line), Color: theme.Second}
			case 1:
				return kit.Cell{Text: lang.Period(l, o.Period)}
			case 2:
				if o.Flow == "" {
					return kit.Cell{Text: a.t("later"), Color: theme.Warn}
				}
				return kit.Cell{Text: lang.Enum(l, "flow", string(o.Flow))}
			case 3:
				return kit.Cell{Text: lang.Country(l, o.Reporter)}
			case 4:
				if o.Province != "" {
					return kit.Cell{Text: lang.Country(l, o.Partner) + ", " + lang.Region(l, o.Partner, o.Province)}
				}
				return kit.Cell{Text: lang.Country(l, o.Partner)}
			case 5:
				if o.Code == "TOTAL" {
					return kit.Cell{Text: a.t("all"), Color: theme.Second}
				}
				return kit.Cell{Text: o.Code}
			case 6:
				return kit.Cell{Text: o.Product}
			case 7:
				return number(o.Value)
			case 8:
				return kit.Cell{Text: o.Currency, Color: theme.Second}
			}
			return number(o.NetWeight)
		},
	})
	return t
}

// waits reports whether rows are rejected for the reason only as long as the
// user has not said what the table does not.
func (a *assistant) waits(reason string) bool {
	switch reason {
	case app.RejectUnit:
		return a.preview.Needed != nil
	case app.RejectReporter:
		return a.lacking() == "lacks.reporter"
	case app.RejectPartner:
		return a.lacking() == "lacks.partner"
	}
	return false
}

// suspect are the rows that will not be stored as things stand, without those
// that wait for an answer.
func (a *assistant) suspect() []app.PreviewRow {
	if a.preview == nil {
		return nil
	}
	var rows []app.PreviewRow
	for _, r := range a.preview.Suspect {
		if !a.waits(r.Reject) {
			rows = append(rows, r)
		}
	}
	return rows
}

// oddTable shows the rows that will not be stored, and why.
func (a *assistant) oddTable() fyne.CanvasObject {
	w, l := a.w, a.w.desk.Lang()
	suspect := a.suspect()
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: w.t("rejected.line"), Width: 64, Number: true},
			{Title: w.t("rejected.column"), Width: 76},
			{Title: w.t("rejected.text"), Width: 300},
			{Title: a.t("rows.fate"), Width: 120},
			{Title: w.t("rejected.reason"), Width: 320},
		},
		Rows: len(suspect),
		Cell: func(row, column int) kit.Cell {
			r := suspect[row]
			rejected := r.Reject != ""
			switch {
			case column == 0:
				return kit.Cell{Text: w.count(r.Line), Color: theme.Second}
			case column == 1:
				return kit.Cell{Text: lang.ColumnLetters(r.Column), Color: theme.Second}
			case column == 2:
				return kit.Cell{Text: strings.Join(strings.Fields(r.Text), " ")}
			case column == 3 && rejected:
				return kit.Cell{Text: a.t("fate.rejected"), Color: theme.Bad}
			case column == 3:
				return kit.Cell{Text: a.t("fate.aside"), Color: theme.Second}
			case rejected:
				return kit.Cell{Text: lang.T(l, "importer.reject."+r.Reject), Color: theme.Bad}
			}
			return kit.Cell{Text: lang.T(l, "importer.aside."+r.Aside), Color: theme.Second}
		},
	})
	return t
}
