package trade

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

// filters are what rows can be narrowed to, in their order.
func filters() []app.TradeColumn {
	return []app.TradeColumn{app.TradeFlow, app.TradeReporter, app.TradePartner, app.TradePeriod, app.TradeCode, app.TradeInGroup, app.TradeImport}
}

func value(q *app.TradeQuery, c app.TradeColumn) string {
	switch c {
	case app.TradeFlow:
		return string(q.Flow)
	case app.TradeReporter:
		return q.Reporter
	case app.TradePartner:
		return q.Partner
	case app.TradePeriod:
		return q.Year
	case app.TradeCode:
		return q.Code
	case app.TradeInGroup:
		return q.Group
	}
	return string(q.Import)
}

func setValue(q *app.TradeQuery, c app.TradeColumn, v string) {
	switch c {
	case app.TradeFlow:
		q.Flow = figure.Flow(v)
	case app.TradeReporter:
		q.Reporter = v
	case app.TradePartner:
		q.Partner = v
	case app.TradePeriod:
		q.Year = v
	case app.TradeCode:
		q.Code = v
	case app.TradeInGroup:
		q.Group = v
	default:
		q.Import = briefing.ID(v)
	}
}

// named is a filter's value in words.
func (s *Screen) named(c app.TradeColumn, v string) string {
	l := s.desk.Lang()
	switch c {
	case app.TradeFlow:
		return lang.Enum(l, "flow", v)
	case app.TradeReporter, app.TradePartner:
		return lang.Country(l, v)
	case app.TradePlace:
		return placeName(l, v)
	case app.TradeCode:
		switch v {
		case figure.HiddenCode:
			return s.t("hidden")
		case figure.TotalCode:
			return s.t("total")
		}
		if name := lang.Chapter(l, v); name != "" {
			return v + " " + name
		}
		if name, ok := s.desk.Project().CodeName(l, "", v); ok && name.Of == v {
			return v + " " + name.Name
		}
	case app.TradeInGroup:
		if v == app.TradeRest {
			v = ""
		}
		return s.desk.Project().GroupName(v, l)
	case app.TradeImport:
		for _, i := range s.imports {
			if string(i.ID) == v {
				return i.File
			}
		}
	}
	return v
}

// offered tells whether rows can be narrowed by this: groups have to be there.
func (s *Screen) offered(c app.TradeColumn) bool {
	return c != app.TradeInGroup || len(s.desk.Project().GroupSets(s.desk.Lang())) > 0
}

// fillChips shows the filters that hold, and what adds one.
func (s *Screen) fillChips() {
	chips := []fyne.CanvasObject{kit.Fixed(0, 28, kit.NewIcon("filter", theme.Third))}
	more := false
	for _, c := range filters() {
		v := value(&s.query, c)
		if v == "" {
			more = more || s.offered(c)
			continue
		}
		var chip *kit.FilterChip
		text := s.t("chip", s.t("filter."+string(c)), s.named(c, v))
		chip = kit.NewFilterChip(text, func() { s.valueMenu(chip, c) }, func() { s.filter(c, "") })
		chips = append(chips, chip)
	}
	if more {
		var add *kit.Button
		add = kit.NewButton(kit.Link, "plus", s.t("filter"), func() { s.filterMenu(add) })
		chips = append(chips, kit.Fixed(0, 28, kit.Pad(4, 0, 0, 4, add)))
	}
	if s.query.By != "" {
		text := s.t("chip", s.t("grouped"), lang.Enum(s.desk.Lang(), "dimension", string(s.query.By)))
		chips = append(chips, kit.NewFilterChip(text, s.groupMenu, func() { s.groupBy("") }))
	}
	if s.view.Sample() {
		chips = append(chips, kit.Fixed(0, 28, kit.NewChip(kit.Warn, kit.IconReserved, s.t("sample"))))
	}
	s.chips.Objects = chips
	s.chips.Refresh()
	s.about.SetText(s.aboutRows())
}

// aboutRows says what all rows have in common, which therefore has no column.
func (s *Screen) aboutRows() string {
	text := ""
	for _, c := range []app.TradeColumn{app.TradeFlow, app.TradeReporter, app.TradePartner, app.TradePlace} {
		v, same := s.view.Constant(c)
		if !same || v == "" || s.shows(c) {
			continue
		}
		if text != "" {
			text += " · "
		}
		text += s.t("about", s.t("filter."+string(c)), s.named(c, v))
	}
	if text == "" {
		return s.t("about.rows", s.count(s.view.Len()), s.count(s.view.All()))
	}
	return s.t("about.same", text)
}

func (s *Screen) filter(c app.TradeColumn, v string) {
	q := s.query
	setValue(&q, c, v)
	s.ask(q)
}

func (s *Screen) dropFilters() {
	s.ask(app.TradeQuery{By: s.query.By, Set: s.query.Set, Sort: s.query.Sort, Down: s.query.Down})
}

// filterMenu offers the filters that do not hold yet.
func (s *Screen) filterMenu(under fyne.CanvasObject) {
	var items []kit.MenuItem
	for _, c := range filters() {
		if value(&s.query, c) == "" && s.offered(c) {
			items = append(items, kit.MenuItem{Key: string(c), Text: s.t("filter." + string(c))})
		}
	}
	kit.ShowMenu(under, 200, items, "", func(key string) { s.valueMenu(under, app.TradeColumn(key)) })
}

// valueMenu offers the values that are present.
func (s *Screen) valueMenu(under fyne.CanvasObject, c app.TradeColumn) {
	facets, err := s.desk.Project().Facets(s.query, c)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	items := make([]kit.MenuItem, 0, len(facets))
	for _, f := range facets {
		items = append(items, kit.MenuItem{Key: f.Key, Text: s.named(c, f.Key), Note: s.count(f.Rows)})
	}
	if len(items) == 0 {
		items = append(items, kit.MenuItem{Text: s.t("filter.nothing"), Disabled: true})
	}
	kit.ShowMenu(under, 240, items, value(&s.query, c), func(v string) { s.filter(c, v) })
}

// setKey begins the keys of sets of product groups in the menu.
const setKey = "set:"

func (s *Screen) groupMenu() {
	items := []kit.MenuItem{{Key: "-", Text: s.t("group.no")}}
	dimensions := []string{"hs2", "year", "month", "flow", "partner", "reporter", "region"}
	for i, d := range dimensions {
		items = append(items, kit.MenuItem{Key: d, Text: lang.Enum(s.desk.Lang(), "dimension", d), Line: i == 0})
	}
	sets := s.desk.Project().GroupSets(s.desk.Lang())
	for i, set := range sets {
		text := lang.Enum(s.desk.Lang(), "dimension", string(figure.ByGroup))
		if set != "" {
			text = s.t("chip", text, set)
		}
		items = append(items, kit.MenuItem{Key: setKey + set, Text: text, Line: i == 0})
	}
	if s.query.By != "" {
		items = append(items, kit.MenuItem{Key: "open", Text: s.t("group.open"), Line: true}, kit.MenuItem{Key: "close", Text: s.t("group.close")})
	}
	current := string(s.query.By)
	switch {
	case current == "":
		current = "-"
	case s.query.By == figure.ByGroup && s.query.Set == "" && len(sets) > 0:
		current = setKey + sets[0]
	case s.query.By == figure.ByGroup:
		current = setKey + s.query.Set
	}
	kit.ShowMenu(s.groups, 220, items, current, func(key string) {
		switch key {
		case "open", "close":
			s.view.OpenGroups(key == "open")
			s.cached = cachedLine{at: -1}
			s.setColumns()
		case "-":
			s.groupBy("")
		default:
			if set, ok := strings.CutPrefix(key, setKey); ok {
				s.groupByProducts(set)
				return
			}
			s.groupBy(figure.Dimension(key))
		}
	})
}

func (s *Screen) groupBy(d figure.Dimension) {
	q := s.query
	q.By = d
	s.ask(q)
}

// groupByProducts sets rows together by the groups of a set. A group of another
// set is no filter then.
func (s *Screen) groupByProducts(set string) {
	q := s.query
	if q.Set != set {
		q.Group = ""
	}
	q.By, q.Set = figure.ByGroup, set
	s.ask(q)
}

// dropLostGroups takes groups out of the query that the project no longer has.
func (s *Screen) dropLostGroups() {
	sets := s.desk.Project().GroupSets(s.desk.Lang())
	if s.query.Set == "" && len(sets) > 0 || slices.Contains(sets, s.query.Set) {
		return
	}
	s.query.Set, s.query.Group = "", ""
	if s.query.By == figure.ByGroup && len(sets) == 0 {
		s.query.By = ""
	}
}

// columnsMenu shows and hides columns.
func (s *Screen) columnsMenu() {
	if s.view == nil {
		return
	}
	var items []kit.MenuItem
	for _, c := range columns() {
		icon := ""
		if s.shows(c.key) {
			icon = kit.IconTick
		}
		items = append(items, kit.MenuItem{Key: string(c.key), Text: s.t("name." + string(c.key)), Icon: icon})
	}
	kit.ShowMenu(s.choose, 220, items, "", func(key string) {
		c := app.TradeColumn(key)
		s.showColumn(c, !s.shows(c))
	})
}

// showColumn shows or hides a column.
func (s *Screen) showColumn(c app.TradeColumn, on bool) {
	s.wanted[c] = on
	s.setColumns()
	s.about.SetText(s.aboutRows())
	s.tell()
}
