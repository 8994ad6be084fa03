package trade

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// fillAskBar shows what is asked, each part with its menu.
func (s *Screen) fillAskBar() {
	l := s.desk.Lang()
	q := &s.inq.q
	by := s.t("ask.by.none")
	if len(q.By) > 0 {
		by = lang.Enum(l, "dimension", string(q.By[0]))
	}
	top := s.t("ask.top.all")
	if q.Top > 0 {
		top = strconv.Itoa(q.Top)
	}
	s.inq.bar.Objects = []fyne.CanvasObject{
		s.asker(s.t("ask.by", by), s.byMenu),
		s.asker(s.t("ask.span", s.t("ask.span."+string(q.Span))), s.spanMenu),
		s.asker(s.t("ask.measures"), s.measuresMenu),
		s.asker(s.t("ask.top", top), s.topMenu),
	}
	s.inq.bar.Refresh()
}

func (s *Screen) asker(text string, menu func(under fyne.CanvasObject)) fyne.CanvasObject {
	var b *kit.Button
	b = kit.NewButton(kit.Secondary, "", text, func() { menu(b) })
	return b
}

func (s *Screen) byMenu(under fyne.CanvasObject) {
	items := []kit.MenuItem{{Key: "-", Text: s.t("ask.by.none")}}
	for i, d := range []figure.Dimension{"partner", "province", "region", "hs2", "hs4", "code", figure.ByProduct, figure.ByGroup, "year", "quarter", "month"} {
		if d == figure.ByGroup && len(s.desk.Project().GroupSets(s.desk.Lang())) == 0 {
			continue
		}
		items = append(items, kit.MenuItem{Key: string(d), Text: lang.Enum(s.desk.Lang(), "dimension", string(d)), Line: i == 0})
	}
	current := "-"
	if len(s.inq.q.By) > 0 {
		current = string(s.inq.q.By[0])
	}
	kit.ShowMenu(under, 240, items, current, func(key string) {
		if s.inq.q.By = nil; key != "-" {
			s.inq.q.By = []figure.Dimension{figure.Dimension(key)}
		}
		if key == "year" || key == "quarter" || key == "month" {
			s.inq.q.Span = app.SpanPeriod
		}
		s.inquire()
	})
}

func (s *Screen) spanMenu(under fyne.CanvasObject) {
	var items []kit.MenuItem
	for _, k := range []string{"period", "ytd", "rolling-12"} {
		items = append(items, kit.MenuItem{Key: k, Text: s.t("ask.span." + k)})
	}
	kit.ShowMenu(under, 240, items, string(s.inq.q.Span), func(key string) {
		s.inq.q.Span = app.SpanPeriod
		switch key {
		case "ytd":
			s.inq.q.Span = app.SpanToDate
		case "rolling-12":
			s.inq.q.Span = app.SpanRolling
		}
		if by := s.inq.q.By; s.inq.q.Span != app.SpanPeriod && len(by) > 0 && (by[0] == "year" || by[0] == "quarter" || by[0] == "month") {
			s.inq.q.By = nil
		}
		s.inquire()
	})
}

// measuresMenu adds a measure or takes it away; balances are asked for by
// themselves.
func (s *Screen) measuresMenu(under fyne.CanvasObject) {
	balance := []string{"exports", "imports", "balance", "cover"}
	isBalance := slices.Contains(s.inq.q.Measures, "balance")
	var items []kit.MenuItem
	for _, m := range app.QuestionColumns() {
		if slices.Contains(balance, m) {
			continue
		}
		icon := ""
		if slices.Contains(s.inq.q.Measures, m) {
			icon = kit.IconTick
		}
		items = append(items, kit.MenuItem{Key: m, Text: app.ColumnName(m, s.desk.Lang()), Icon: icon})
	}
	icon := ""
	if isBalance {
		icon = kit.IconTick
	}
	items = append(items, kit.MenuItem{Key: "balance", Text: s.t("ask.balance"), Icon: icon, Line: true})
	records := app.RecordColumns()
	for i, m := range records {
		icon := ""
		if slices.Contains(s.inq.q.Measures, m) {
			icon = kit.IconTick
		}
		items = append(items, kit.MenuItem{Key: m, Text: app.ColumnName(m, s.desk.Lang()), Icon: icon, Line: i == 0})
	}
	ofRecords := app.OfRecords(s.inq.q)
	kit.ShowMenu(under, 360, items, "", func(key string) {
		have := slices.Clone(s.inq.q.Measures)
		switch {
		case key == "balance" && isBalance:
			s.inq.q.Measures = nil
			s.inquire()
			return
		case key == "balance":
			have = balance
		case slices.Contains(records, key) && !ofRecords:
			have = []string{key}
		case isBalance, ofRecords && !slices.Contains(records, key):
			have = []string{"value", key}
		case slices.Contains(have, key):
			have = slices.DeleteFunc(have, func(m string) bool { return m == key })
		default:
			have = append(have, key)
		}
		s.inq.q.Measures = slices.Compact(have)
		if len(have) == 0 {
			s.inq.q.Measures = []string{"value"}
		}
		s.inquire()
	})
}

func (s *Screen) topMenu(under fyne.CanvasObject) {
	items := []kit.MenuItem{}
	for _, n := range []string{"3", "5", "10", "20", "50"} {
		items = append(items, kit.MenuItem{Key: n, Text: n})
	}
	items = append(items, kit.MenuItem{Key: "0", Text: s.t("ask.top.all"), Line: true})
	kit.ShowMenu(under, 160, items, strconv.Itoa(s.inq.q.Top), func(key string) {
		s.inq.q.Top, _ = strconv.Atoi(key)
		s.inquire()
	})
}
