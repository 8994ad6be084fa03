package trade

import (
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// column is how a column of the table is shown.
type column struct {
	key   app.TradeColumn
	group string // key of the heading over it
	width float32
}

func columns() []column {
	return []column{
		{app.TradePeriod, "cut", 94},
		{app.TradeFlow, "cut", 76},
		{app.TradeReporter, "cut", 100},
		{app.TradePartner, "cut", 80},
		{app.TradePlace, "cut", 66},
		{app.TradeCode, "cut", 96},
		{app.TradeProduct, "cut", 190},
		{app.TradeValue, "value", 112},
		{app.TradeCurrency, "value", 72},
		{app.TradeWeight, "weight", 92},
		{app.TradePrice, "price", 92},
		{app.TradeStatus, "", 110},
		{app.TradeImport, "", 150},
	}
}

func (s *Screen) newTable() *kit.DataTable {
	t := kit.NewDataTable()
	t.OnSort = s.sortBy
	t.OnToggle = s.toggleGroup
	t.OnOpen = func(row, _ int) { s.toggleGroup(row) }
	t.OnActive = func(int, int) { s.tell() }
	t.OnRange = s.selected
	t.OnMenu = s.menu
	return t
}

// shows tells whether a column is shown: as the user has it, else where its
// rows differ.
func (s *Screen) shows(c app.TradeColumn) bool {
	if on, ok := s.wanted[c]; ok {
		return on
	}
	if c == app.TradeImport {
		return len(s.imports) > 1 && s.query.Import == ""
	}
	_, same := s.view.Constant(c)
	return !same
}

func (s *Screen) setColumns() {
	var data kit.TableData
	s.columns = nil
	s.table.SortColumn = -1
	for _, c := range columns() {
		if !s.shows(c.key) {
			continue
		}
		if c.key == s.query.Sort {
			s.table.SortColumn, s.table.SortDown = len(s.columns), s.query.Down
		}
		s.columns = append(s.columns, c.key)
		k := kit.TableColumn{Title: s.t("column." + string(c.key)), Width: c.width, Number: c.key.Amount(), Sorts: true, Group: " "}
		if c.group != "" {
			k.Group = s.t("heading." + c.group)
		}
		data.Columns = append(data.Columns, k)
	}
	data.Rows, data.Row, data.Cell, data.Plain = s.view.Lines(), s.row, s.cell, s.plain
	s.table.SetData(data)
}

func (s *Screen) line(i int) *app.TradeLine {
	if s.cached.at != i {
		s.cached = cachedLine{i, s.view.Line(i)}
	}
	return &s.cached.line
}

func (s *Screen) row(i int) kit.TableRow {
	l := s.line(i)
	if l.Group == nil {
		return kit.TableRow{Number: s.count(l.Number)}
	}
	r := kit.TableRow{Group: true, Open: l.Group.Open, Note: s.count(l.Group.Rows)}
	r.Icon, r.Code, r.Text = s.groupName(l.Group.Key())
	if l.Group.Twin {
		r.Note += " · " + s.splitName(l.Group.Split)
	}
	return r
}

// groupName is how a group is called.
func (s *Screen) groupName(key string) (icon, code, text string) {
	l := s.desk.Lang()
	if s.query.By == figure.ByGroup {
		return "", "", s.desk.Project().GroupName(key, l)
	}
	if key == "" {
		if s.query.By == "month" { // the period is told, and is no month
			return "", "", s.t("group.longer")
		}
		return "", "", s.t("group.none")
	}
	switch s.query.By {
	case "hs2":
		switch key {
		case figure.HiddenCode:
			return "lock", "", s.t("hidden")
		case figure.TotalCode:
			return "", "", s.t("total")
		}
		return "", key, lang.Chapter(l, key)
	case "year", "quarter", "month":
		if p, err := briefing.ParsePeriod(key); err == nil {
			return "", "", lang.Period(l, p)
		}
	case "flow":
		return "", "", lang.Enum(l, "flow", key)
	case "reporter", "partner":
		return "", "", lang.Country(l, key)
	case "region":
		return "", key, placeName(l, key)
	}
	return "", "", key
}

// placeName names a part of a country where the country is not at hand: codes
// of Russia have five digits, those of China two.
func placeName(l briefing.Lang, code string) string {
	if len(code) == 2 {
		return lang.Region(l, "CN", code)
	}
	return lang.Region(l, "RU", code)
}

// splitName tells apart groups of one key that must not be added.
func (s *Screen) splitName(p figure.Split) string {
	var parts []string
	frequency := ""
	if p.Frequency != "" {
		frequency = s.t("frequency." + p.Frequency)
	}
	area := ""
	if p.Area != figure.AreaCountry {
		area = lang.Area(s.desk.Lang(), p.Area)
	}
	for _, x := range []string{lang.Country(s.desk.Lang(), p.Reporter), area, p.Currency, p.Basis, s.class(p.Classification), frequency} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, ", ")
}

func (s *Screen) cell(i, column int) kit.Cell {
	l, c := s.line(i), s.columns[column]
	if l.Group != nil {
		return s.groupCell(l.Group, c)
	}
	switch c {
	case app.TradeStatus:
		return s.statusCell(&l.Row)
	case app.TradeImport:
		return kit.Cell{Text: l.Row.File, Color: theme.Second}
	case app.TradeCode:
		if l.Row.Code == figure.HiddenCode {
			return kit.Cell{Icon: "lock", Text: s.t("code.hidden"), Color: theme.Second}
		}
	}
	return kit.Cell{Text: s.text(&l.Row, c)}
}

// text is what a row says in a column.
func (s *Screen) text(r *app.TradeRow, c app.TradeColumn) string {
	l := s.desk.Lang()
	switch c {
	case app.TradePeriod:
		return lang.PeriodShort(l, r.Period)
	case app.TradeFlow:
		return lang.Enum(l, "flow", string(r.Flow))
	case app.TradeReporter:
		return lang.Country(l, r.Reporter)
	case app.TradePartner:
		return lang.Country(l, r.Partner)
	case app.TradePlace:
		region, province := lang.Region(l, r.Reporter, r.Region), lang.Region(l, r.Partner, r.Province)
		if region != "" && province != "" {
			return region + " / " + province
		}
		return region + province
	case app.TradeCode:
		switch r.Code {
		case figure.HiddenCode:
			return s.t("hidden")
		case figure.TotalCode:
			return s.t("code.total")
		}
		return r.Code
	case app.TradeProduct:
		if r.Code == figure.HiddenCode {
			return s.t("hidden")
		}
		return s.view.Product(r.Observation, l)
	case app.TradeCurrency:
		return currency(r.Currency, r.Basis)
	}
	return s.amount(r.Amount(c), c)
}

func currency(code, basis string) string {
	if basis == "" {
		return code
	}
	return code + " " + basis
}

// amount prints a number of a column: whole currency units, tonnes.
func (s *Screen) amount(n briefing.MaybeNumber, c app.TradeColumn) string {
	if !n.Valid {
		return "—"
	}
	if c != app.TradeWeight {
		return s.number(n.Decimal, 0)
	}
	tonnes := app.Tonnes(n.Decimal)
	if !tonnes.IsZero() && tonnes.Abs().Cmp(briefing.Num("0.05")) < 0 {
		return lang.Number(s.desk.Lang(), tonnes, lang.NumberStyle{Decimals: -1, Significant: 2, Window: true})
	}
	return s.number(tonnes, 1)
}

// plain gives a cell for other programs: exact digits in the column's unit.
func (s *Screen) plain(i, column int) string {
	l, c := s.line(i), s.columns[column]
	if !c.Amount() {
		if l.Group != nil {
			return s.groupCell(l.Group, c).Text
		}
		if c == app.TradeStatus {
			return s.statusCell(&l.Row).Text
		}
		if c == app.TradeImport {
			return l.Row.File
		}
		if c == app.TradeCode {
			return l.Row.Code
		}
		return s.text(&l.Row, c)
	}
	n := l.Row.Amount(c)
	if l.Group != nil {
		n = l.Group.Amount(c)
	}
	if !n.Valid {
		return ""
	}
	d := n.Decimal
	if c == app.TradeWeight {
		d = app.Tonnes(d)
	}
	if s.desk.Lang() == briefing.RU {
		return strings.ReplaceAll(d.Trim(0).String(), ".", ",")
	}
	return d.Trim(0).String()
}

func (s *Screen) groupCell(g *app.TradeGroup, c app.TradeColumn) kit.Cell {
	switch c {
	case app.TradeCurrency:
		return kit.Cell{Text: currency(g.Split.Currency, g.Split.Basis), Color: theme.Second}
	case app.TradeStatus:
		if len(g.Levels) > 1 {
			return kit.Cell{Icon: kit.IconRemark, Text: s.t("levels"), Color: theme.Warn}
		}
		if g.Sample {
			return kit.Cell{Icon: kit.IconReserved, Text: s.t("sample.short"), Color: theme.Warn}
		}
		return kit.Cell{}
	case app.TradeValue, app.TradeWeight:
		return kit.Cell{Text: s.amount(g.Amount(c), c), Bold: true}
	case app.TradePrice:
		return kit.Cell{Text: s.amount(g.Amount(c), c)}
	}
	return kit.Cell{}
}

// statusCell marks what a reader has to know of a row.
func (s *Screen) statusCell(r *app.TradeRow) kit.Cell {
	status := ""
	if r.Status != "" && r.Status != briefing.Normal {
		status = s.t("status." + string(r.Status))
	}
	switch {
	case r.Code == figure.HiddenCode:
		return kit.Cell{Icon: "lock", Text: s.t("status.hidden"), Color: theme.Second}
	case status != "":
		return kit.Cell{Icon: kit.IconClock, Text: status, Color: theme.Second}
	case r.Conf != "" && r.Conf != "F":
		return kit.Cell{Icon: "lock", Text: lang.Enum(s.desk.Lang(), "conf_status", string(r.Conf)), Color: theme.Second}
	case r.Sample:
		return kit.Cell{Icon: kit.IconReserved, Text: s.t("sample.short"), Color: theme.Warn}
	}
	return kit.Cell{}
}

func (s *Screen) sortBy(column int) {
	q := s.query
	c := s.columns[column]
	switch {
	case q.Sort != c:
		q.Sort, q.Down = c, c.Amount() // the largest are looked for first
	default:
		q.Down = !q.Down
	}
	s.ask(q)
}

func (s *Screen) toggleGroup(row int) {
	if row < 0 || row >= s.view.Lines() || s.line(row).Group == nil {
		return
	}
	s.view.Toggle(row)
	s.cached = cachedLine{at: -1}
	s.setColumns()
	s.tell()
	s.selected(s.table.Selection())
}
