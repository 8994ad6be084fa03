package trade

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// keyWide is the column of keys in the inspector.
const keyWide float32 = 92

// tell shows what the active cell is.
func (s *Screen) tell() {
	s.inspector.Objects = nil
	if s.view != nil && s.view.Lines() > 0 && len(s.columns) > 0 {
		row, column := s.table.Active()
		row, column = min(row, s.view.Lines()-1), min(column, len(s.columns)-1)
		l, c := *s.line(row), s.columns[column]
		if l.Group != nil {
			s.inspector.Objects = []fyne.CanvasObject{kit.NewInspector(nil, s.groupSections(l.Group, c)...)}
		} else {
			s.inspector.Objects = []fyne.CanvasObject{kit.NewInspector(nil, s.rowSections(&l.Row, c)...)}
		}
	}
	s.inspector.Refresh()
}

// headSection names the cell and shows its value; the cross hides the panel.
func (s *Screen) headSection(title, scope string, c app.TradeColumn, n briefing.MaybeNumber, text, unit string, marks ...fyne.CanvasObject) fyne.CanvasObject {
	top := kit.TopRow(4, kit.Flex(kit.Column(2, kit.NewWrapped(title, kit.Heading, theme.Ink), kit.NewWrapped(scope, kit.Caption, theme.Second))),
		kit.NewIconButton(kit.IconClose, s.t("panel.close"), s.toggleInspector))
	body := kit.Column(8, top)
	switch {
	case c.Amount() && n.Valid:
		body.Add(kit.NewFigureLine(kit.HeadlineFigure{Number: s.exact(n, c), Unit: unit}))
	case c.Amount():
		body.Add(kit.NewBold("—", kit.Display, theme.Second))
	case text != "":
		body.Add(kit.NewWrapped(text, kit.Heading, theme.Ink))
	}
	body.Objects = append(body.Objects, marks...)
	return kit.InspectorSection("", body)
}

// exact prints a number with all its digits, in the unit of its column.
func (s *Screen) exact(n briefing.MaybeNumber, c app.TradeColumn) string {
	d := n.Decimal
	if c == app.TradeWeight {
		d = app.Tonnes(d)
	}
	return lang.Number(s.desk.Lang(), d.Trim(0), lang.NumberStyle{Decimals: -1, Column: true, Window: true})
}

func (s *Screen) unit(c app.TradeColumn, code string) string {
	l := s.desk.Lang()
	switch c {
	case app.TradeWeight:
		return lang.Unit(l, "t")
	case app.TradePrice:
		return s.t("unit.price", code)
	}
	return code
}

func (s *Screen) rowSections(r *app.TradeRow, c app.TradeColumn) []fyne.CanvasObject {
	l := s.desk.Lang()
	var marks []fyne.CanvasObject
	status := s.t("status.normal")
	if r.Status != "" && r.Status != briefing.Normal {
		status = lang.Enum(l, "obs_status", string(r.Status))
	}
	marks = append(marks, kit.NewMark(kit.IconInfo, status, theme.Second))
	if r.Sample {
		marks = append(marks, kit.Row(0, kit.NewChip(kit.Warn, kit.IconReserved, s.t("sample"))))
	}
	title := s.text(r, app.TradeProduct)
	if title == "" {
		title = s.text(r, app.TradeCode)
	}
	scope := s.t("scope", s.text(r, app.TradeCode), lang.Period(l, r.Period), s.t("name."+string(c)))
	shown := s.cellText(r, c)
	sections := []fyne.CanvasObject{
		s.headSection(title, scope, c, r.Amount(c), shown, s.unit(c, r.Currency), marks...),
		kit.InspectorSection(s.t("what"), s.what(r)),
		kit.InspectorSection(s.t("from"), s.from(r)),
	}
	if c == app.TradePrice {
		sections = append(sections, kit.InspectorSection(s.t("how"), s.howRow(r)))
	}
	return sections
}

func (s *Screen) cellText(r *app.TradeRow, c app.TradeColumn) string {
	switch c {
	case app.TradeStatus:
		return s.statusCell(r).Text
	case app.TradeImport:
		return r.File
	}
	return s.text(r, c)
}

// what lists the dimensions of a row, so that none is hidden with a column.
func (s *Screen) what(r *app.TradeRow) fyne.CanvasObject {
	var lines []kit.KeyValue
	for _, c := range []app.TradeColumn{app.TradeFlow, app.TradeReporter, app.TradePartner, app.TradePlace, app.TradePeriod, app.TradeCode} {
		v := s.text(r, c)
		if c == app.TradeCode && r.Classification != "" {
			v += " (" + s.class(r.Classification) + ")"
		}
		if v != "" {
			lines = append(lines, kit.KeyValue{Key: s.t("name." + string(c)), Value: v})
		}
	}
	if list := s.view.ProductList(r.Observation, s.desk.Lang()); list != "" {
		lines = append(lines, kit.KeyValue{Key: s.t("name.list"), Value: strings.ReplaceAll(list, "TNVED", s.class("TNVED"))})
	}
	for _, c := range []app.TradeColumn{app.TradeValue, app.TradeWeight} {
		if n := r.Amount(c); n.Valid {
			lines = append(lines, kit.KeyValue{Key: s.t("name." + string(c)), Value: s.exact(n, c) + "\u00a0" + s.unit(c, currency(r.Currency, r.Basis))})
		}
	}
	if r.Quantity.Valid {
		lines = append(lines, kit.KeyValue{Key: s.t("quantity"), Value: s.exact(r.Quantity, "") + "\u00a0" + r.QuantityUnit})
	}
	return kit.NewKeyValues(keyWide, lines...)
}

// from says whence the row is.
func (s *Screen) from(r *app.TradeRow) fyne.CanvasObject {
	l := s.desk.Lang()
	imp := s.view.ImportOf(r.Observation)
	lines := []kit.KeyValue{
		{Key: s.t("from.file"), Value: imp.File, OnPress: func() { s.Show(imp.Ref(), "") }},
		{Key: s.t("from.line"), Value: s.count(r.Line)},
	}
	if name := s.desk.Project().SourceCaption(imp.Source, l); name != "" {
		source := briefing.Ref{Kind: briefing.KindSource, ID: imp.Source}
		lines = append(lines, kit.KeyValue{Key: s.t("from.source"), Value: name, OnPress: func() { s.desk.Go(screen.Sources, source, "") }})
	}
	if imp.Moment != "" {
		lines = append(lines, kit.KeyValue{Key: s.t("from.moment"), Value: lang.Stamp(l, imp.Moment)})
	}
	if imp.By != "" {
		lines = append(lines, kit.KeyValue{Key: s.t("from.by"), Value: imp.By})
	}
	if imp.Profile != "" {
		lines = append(lines, kit.KeyValue{Key: s.t("from.profile"), Value: s.profile(imp.Profile)})
	}
	return kit.NewKeyValues(keyWide, lines...)
}

// profile names a kind of file; one that has no name shows as it is.
func (s *Screen) profile(key string) string {
	if name, ok := lang.Has(s.desk.Lang(), "gui.importing.profile."+key); ok {
		return name
	}
	return key
}

func (s *Screen) class(key string) string {
	return lang.Classification(s.desk.Lang(), key)
}

// how shows the division behind a price.
func (s *Screen) how(value, weight briefing.MaybeNumber, code string) fyne.CanvasObject {
	price, _ := app.PriceOf(value, weight)
	text := s.t("how.price", s.exact(value, app.TradeValue), s.exact(weight, app.TradeWeight), s.exact(price, app.TradePrice), code)
	p := kit.NewPanel(theme.Rail, kit.Pad(8, 10, 8, 10, kit.NewWrapped(text, kit.Small, theme.Ink)))
	p.Frame, p.Radius = theme.Line, theme.RadiusButton
	return p
}

func (s *Screen) groupSections(g *app.TradeGroup, c app.TradeColumn) []fyne.CanvasObject {
	l := s.desk.Lang()
	_, code, name := s.groupName(g.Key())
	if code != "" {
		name = code + " " + name
	}
	var marks []fyne.CanvasObject
	if g.Sample {
		marks = append(marks, kit.Row(0, kit.NewChip(kit.Warn, kit.IconReserved, s.t("sample"))))
	}
	if len(g.Levels) > 1 {
		marks = append(marks, kit.NewWrapped(s.t("levels.long"), kit.Small, theme.Warn))
	}
	shown := ""
	if !c.Amount() {
		shown = s.groupCell(g, c).Text
	}
	sections := []fyne.CanvasObject{
		s.headSection(name, s.t("subtotal", lang.Enum(l, "dimension", string(s.query.By))), c, g.Amount(c), shown, s.unit(c, g.Split.Currency), marks...),
		kit.InspectorSection(s.t("what"), kit.NewKeyValues(keyWide,
			kit.KeyValue{Key: s.t("subtotal.of"), Value: s.splitName(g.Split)},
			kit.KeyValue{Key: s.t("subtotal.rows"), Value: s.count(g.Rows)},
			kit.KeyValue{Key: s.t("subtotal.status"), Value: s.weakest(g.Status)},
		)),
	}
	sections = append(sections, kit.InspectorSection(s.t("from"), s.fromGroup(g)))
	with := map[app.TradeColumn]int{app.TradeValue: g.ValueRows, app.TradeWeight: g.WeightRows}
	switch {
	case c == app.TradePrice:
		sections = append(sections, kit.InspectorSection(s.t("how"), s.howGroup(g)))
	case c.Amount():
		sections = append(sections, kit.InspectorSection(s.t("how"), kit.NewWrapped(s.t("how.sum", s.count(with[c]), s.count(g.Rows)), kit.Small, theme.Ink)))
	}
	return sections
}

func (s *Screen) howRow(r *app.TradeRow) fyne.CanvasObject {
	if n, why := r.Price(); !n.Valid {
		return kit.NewWrapped(s.t("how.none", lang.T(s.desk.Lang(), why)), kit.Small, theme.Second)
	}
	return s.how(r.Value, r.NetWeight, r.Currency)
}

func (s *Screen) howGroup(g *app.TradeGroup) fyne.CanvasObject {
	if n, why := g.Price(); !n.Valid {
		return kit.NewWrapped(s.t("how.none", lang.T(s.desk.Lang(), why)), kit.Small, theme.Second)
	}
	return s.how(g.Value, g.Weight, g.Split.Currency)
}

func (s *Screen) weakest(o briefing.ObsStatus) string {
	if o == "" || o == briefing.Normal {
		return s.t("status.normal")
	}
	return lang.Enum(s.desk.Lang(), "obs_status", string(o))
}

// manyLines is how many selected lines are told of at once; more of them are
// added up beside the window.
const manyLines = 20_000

// selected tells count, sum, mean, least and largest of the range.
func (s *Screen) selected(r kit.Range) {
	if s.view == nil || len(s.columns) == 0 {
		return
	}
	s.sumTurn++
	turn, v := s.sumTurn, s.view
	picked := append([]app.TradeColumn(nil), s.columns[min(r.Left, len(s.columns)-1):min(r.Right+1, len(s.columns))]...)
	if r.Rows() <= manyLines {
		if sum, err := v.Sum(context.Background(), r.Top, r.Bottom, picked...); err == nil {
			s.showSum(r, sum)
		}
		return
	}
	work := v.Frozen()
	var sum app.TradeSum
	s.desk.Run(s.t("summing"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		sum, err = work.Sum(ctx, r.Top, r.Bottom, picked...)
		return err
	}, func(err error) {
		if err == nil && turn == s.sumTurn {
			s.showSum(r, sum)
		}
	})
}

func (s *Screen) showSum(r kit.Range, sum app.TradeSum) {
	s.foot.SetLeft("", kit.Neutral, kit.StatusPart{Text: s.t("foot.rows", s.count(s.view.Len()), s.count(s.view.All()))})
	parts := []kit.StatusPart{{Text: s.t("foot.cells"), Value: s.count(r.Rows() * r.Columns())}}
	if sum.Cells == 0 {
		s.foot.SetRight(parts...)
		return
	}
	parts = append(parts, kit.StatusPart{Text: s.t("foot.numbers"), Value: s.count(sum.Cells)})
	unit := "\u00a0" + s.unit(sum.Column, sum.Currency)
	if sum.Sum.Valid {
		parts = append(parts, kit.StatusPart{Text: s.t("foot.sum"), Value: s.exact(sum.Sum, sum.Column) + unit},
			kit.StatusPart{Text: s.t("foot.mean"), Value: s.amount(sum.Mean, sum.Column)})
	}
	if sum.Why != "" {
		parts = append(parts, kit.StatusPart{Text: s.t("why." + sum.Why)})
	}
	if sum.Min.Valid {
		parts = append(parts, kit.StatusPart{Text: s.t("foot.min"), Value: s.amount(sum.Min, sum.Column)},
			kit.StatusPart{Text: s.t("foot.max"), Value: s.amount(sum.Max, sum.Column)})
	}
	s.foot.SetRight(parts...)
}
