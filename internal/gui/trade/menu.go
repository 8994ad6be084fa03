package trade

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
)

// menu offers what can be done with a cell: to copy what is marked, to keep the
// rows with its value only, to set rows together by its column, to hide that.
func (s *Screen) menu(row, column int, at fyne.Position) {
	if row < 0 || row >= s.view.Lines() || column < 0 || column >= len(s.columns) {
		return
	}
	c := s.columns[column]
	items := []kit.MenuItem{{Key: "copy", Text: s.t("menu.copy"), Note: "Ctrl+C", Icon: "copy"}}
	l := s.line(row)
	v := ""
	if l.Group == nil && slices.Contains(filters(), c) {
		v = cellValue(&l.Row, c)
	}
	if v != "" && value(&s.query, c) == "" {
		items = append(items, kit.MenuItem{Key: "only", Text: s.t("menu.only", s.named(c, v)), Icon: "filter", Line: true})
	}
	if value(&s.query, c) != "" && slices.Contains(filters(), c) {
		items = append(items, kit.MenuItem{Key: "all", Text: s.t("menu.all"), Icon: "filter", Line: true})
	}
	if d := dimensionOf(c); d != "" && s.query.By != d {
		items = append(items, kit.MenuItem{Key: "group", Text: s.t("menu.group"), Icon: "list"})
	}
	if l.Group != nil {
		items = append(items, kit.MenuItem{Key: "toggle", Text: s.t("menu.toggle"), Note: "Enter", Line: true})
	}
	if s.query.By != "" {
		items = append(items, kit.MenuItem{Key: "ungroup", Text: s.t("group.no"), Line: l.Group == nil})
	}
	if len(s.columns) > 1 {
		items = append(items, kit.MenuItem{Key: "hide", Text: s.t("menu.hide"), Icon: "columns", Line: true})
	}
	kit.ShowMenuAt(s.desk.Window().Canvas(), at, items, func(key string) {
		switch key {
		case "copy":
			s.table.Copy()
		case "only":
			s.filter(c, v)
		case "all":
			s.filter(c, "")
		case "group":
			s.groupBy(dimensionOf(c))
		case "ungroup":
			s.groupBy("")
		case "toggle":
			s.toggleGroup(row)
		case "hide":
			s.showColumn(c, false)
		}
	})
}

// cellValue is what a filter of the column has to hold for the row to stay.
func cellValue(r *app.TradeRow, c app.TradeColumn) string {
	switch c {
	case app.TradeFlow:
		return string(r.Flow)
	case app.TradeReporter:
		return r.Reporter
	case app.TradePartner:
		return r.Partner
	case app.TradePeriod:
		return r.Key("year")
	case app.TradeCode:
		if r.Code == figure.HiddenCode || r.Code == figure.TotalCode {
			return r.Code
		}
		return r.Key("hs2")
	case app.TradeImport:
		return string(r.Import)
	}
	return ""
}

// dimensionOf is the dimension that rows are set together by for a column,
// empty for one that holds none.
func dimensionOf(c app.TradeColumn) figure.Dimension {
	switch c {
	case app.TradePeriod:
		return "year"
	case app.TradeFlow:
		return "flow"
	case app.TradeReporter:
		return "reporter"
	case app.TradePartner:
		return "partner"
	case app.TradePlace:
		return "region"
	case app.TradeCode:
		return "hs2"
	}
	return ""
}
