package importing

import (
	"cmp"
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

// fillSide shows what the marked column means, what holds for all rows, and
// the profile.
func (a *assistant) fillSide() {
	page := kit.Column(12)
	for _, s := range a.guess.Assumed {
		page.Add(kit.TopRow(6, kit.NewSmallIcon(kit.IconRemark, theme.Warn), kit.Flex(kit.NewWrapped(lang.T(a.w.desk.Lang(), "importer.assumed."+s), kit.Caption, theme.Warn))))
	}
	page.Add(kit.NewPaddedCard(a.columnForm()))
	page.Add(kit.NewPaddedCard(a.constantsForm()))
	page.Add(kit.NewPaddedCard(a.tableForm()))
	page.Add(kit.NewPaddedCard(a.profileForm()))
	offset := a.side.Offset
	a.side.Content = kit.Pad(12, 16, 16, 12, page)
	a.side.Offset = offset
	a.side.Refresh()
	a.enable()
}

// selected is a field to choose from a list; "" is its first line.
func selected(label string, items []kit.MenuItem, now string, pick func(string)) *kit.Field {
	return kit.NewField(label, false, kit.NewSelectField(items, now, "—", pick))
}

// reason is why the column is taken for what it is.
func (a *assistant) reason(index int) string {
	if a.own[index] {
		return a.t("reason.own")
	}
	for _, c := range a.guess.Columns {
		if c.Index == index {
			return lang.T(a.w.desk.Lang(), "importer.guess."+c.Reason)
		}
	}
	return lang.T(a.w.desk.Lang(), "importer.guess."+app.ReasonUnknown)
}

// columnForm is the marked column.
func (a *assistant) columnForm() fyne.CanvasObject {
	c := a.of(a.column)
	head := c.Header
	if head == "" {
		head = a.t("column.bare")
	}
	a.picked = kit.NewSelectField(a.roleItems(), "role:"+c.Role.String(), "—", func(key string) {
		a.setRole(a.column, key)
		a.fillSide()
	})
	form := kit.Column(12,
		kit.Column(2, kit.NewBold(a.t("column", lang.ColumnLetters(a.column)), kit.Body, theme.Ink), kit.NewWrapped(head, kit.Small, theme.Second)),
		kit.NewField(a.t("column.role"), false, a.picked).WithHint(a.reason(a.column)))
	switch c.Role {
	case app.RoleValue, app.RoleWeight:
		units := app.ValueUnits()
		if c.Role == app.RoleWeight {
			units = app.WeightUnits()
		}
		form.Add(selected(a.w.t("columns.unit"), a.unitItems(units, c.Unit), string(c.Unit), func(key string) {
			a.of(a.column).Unit = briefing.Unit(key)
			a.changed()
		}))
	case app.RoleQuantity:
		form.Add(kit.NewField(a.w.t("columns.unit"), false, kit.NewTextField(c.QuantityUnit, "", func(s string) {
			a.of(a.column).QuantityUnit = strings.TrimSpace(s)
			a.changed()
		})))
	}
	if app.Amount(c.Role) {
		a.seriesFields(form, c)
	} else if c.Role != 0 {
		form.Add(kit.NewCheckBox(a.t("fill"), a.t("fill.hint"), c.FillDown, func(on bool) {
			a.of(a.column).FillDown = on
			a.changed()
		}))
	}
	return form
}

// loaded is the choice not to set the figures of a column aside.
const loaded = "\x00loaded"

// seriesFields are what the header of figures says of them: years, countries
// or directions that stand across.
func (a *assistant) seriesFields(form *fyne.Container, c *app.ShapeColumn) {
	form.Add(a.periodOf(a.t("series.period"), c.Series.Period, func(s string) { a.of(a.column).Series.Period = s }))
	form.Add(selected(a.t("series.flow"), a.flowItems(), c.Series.Flow, func(key string) {
		a.of(a.column).Series.Flow = key
		a.changed()
	}))
	form.Add(a.countryOf(a.t("series.partner"), c.Series.Partner, false, func(s string) { a.of(a.column).Series.Partner = s }))
	form.Add(selected(a.t("aside"), []kit.MenuItem{
		{Key: loaded, Text: a.t("aside.none")},
		{Key: app.AsideGrowing, Text: a.t("aside.growing")},
		{Key: app.AsideTotal, Text: a.t("aside.total")},
		{Key: app.AsidePlan, Text: a.t("aside.plan")},
		{Key: app.AsideTwice, Text: a.t("aside.twice")},
		{Key: app.AsideTurnover, Text: a.t("aside.turnover")},
		{Key: app.AsideServices, Text: a.t("aside.services")},
	}, cmp.Or(c.Aside, loaded), func(key string) {
		if key == loaded {
			key = ""
		}
		a.of(a.column).Aside = key
		a.changed()
	}))
}

// unitItems offer the units, the one that holds among them.
func (a *assistant) unitItems(units []briefing.Unit, now briefing.Unit) []kit.MenuItem {
	items := []kit.MenuItem{{Text: a.t("unit.none")}}
	if now != "" && !slices.Contains(units, now) {
		units = append([]briefing.Unit{now}, units...)
	}
	for _, u := range units {
		items = append(items, kit.MenuItem{Key: string(u), Text: plain(lang.Unit(a.w.desk.Lang(), u))})
	}
	return items
}

func (a *assistant) flowItems() []kit.MenuItem {
	items := []kit.MenuItem{{Text: a.t("unsaid")}}
	for _, x := range []figure.Flow{figure.Export, figure.Import, figure.ReExport, figure.ReImport} {
		items = append(items, kit.MenuItem{Key: string(x), Text: lang.Enum(a.w.desk.Lang(), "flow", string(x))})
	}
	return items
}

// periodText names a period of a shape; "-05" is May of a year said elsewhere.
func (a *assistant) periodText(s string) string {
	l := a.w.desk.Lang()
	if strings.HasPrefix(s, "-") {
		if p, ok := app.PartPeriod(s); ok {
			return strings.TrimSpace(strings.NewReplacer("2001 г.", "", "2001年", "", "2001", "").Replace(lang.Period(l, p)))
		}
		return s
	}
	if p, err := briefing.ParsePeriod(s); err == nil {
		return lang.Period(l, p)
	}
	return s
}

// periodOf is a field for a period, as people write it.
func (a *assistant) periodOf(label, now string, set func(string)) *kit.Field {
	text := ""
	if now != "" {
		text = a.periodText(now)
	}
	input := kit.NewTextField(text, a.w.t("units.period.example"), nil)
	field := kit.NewField(label, false, input)
	input.OnChange = func(s string) {
		field.SetError("")
		if s = strings.TrimSpace(s); s == "" {
			set("")
			a.changed()
			return
		}
		p, err := lang.ParsePeriod(a.w.desk.Lang(), s)
		if err != nil {
			sentence, _ := lang.Error(a.w.desk.Lang(), err)
			field.SetError(sentence)
			return
		}
		set(p.String())
		a.changed()
	}
	return field
}

// countryOf is a field for a country, by its name or its code.
func (a *assistant) countryOf(label, now string, required bool, set func(string)) *kit.Field {
	return a.w.countryField(label, now, required, func(code string) {
		set(code)
		a.changed()
	})
}

// countryField takes the name or code of a country and gives its code, empty
// while it is none.
func (w *wizard) countryField(label, now string, required bool, set func(string)) *kit.Field {
	input := kit.NewTextField(lang.Country(w.desk.Lang(), now), w.t("assist.country.example"), nil)
	field := kit.NewField(label, required, input)
	input.OnChange = func(s string) {
		field.SetError("")
		code := ""
		if strings.TrimSpace(s) != "" {
			var ok bool
			if code, ok = app.CountryCode(s); !ok {
				field.SetError(w.t("assist.country.unknown"))
			}
		}
		set(code)
	}
	return field
}

// constantsForm is what holds for all rows that do not say otherwise.
func (a *assistant) constantsForm() fyne.CanvasObject {
	c, missing := &a.shape.Constants, a.shape.Missing()
	lacks := func(what string) bool { return slices.Contains(missing, what) }
	form := kit.Column(12, kit.Column(2, kit.NewBold(a.t("constants"), kit.Body, theme.Ink), kit.NewWrapped(a.t("constants.note"), kit.Caption, theme.Second)))
	told := a.guess.Shape.Constants
	own := func(title, now string) { // where the user contradicts the title over the table, it is not read again
		if title != "" && now != "" && title != now {
			a.shape.ReadTitle = false
		}
		a.changed()
	}
	flow := selected(a.w.t("units.flow"), a.flowItems(), c.Flow, func(key string) {
		a.shape.Constants.Flow = key
		own(told.Flow, key)
	})
	flow.Required = lacks("flow")
	form.Add(flow)
	form.Add(a.countryOf(a.w.t("guess.reporter"), c.Reporter, lacks("reporter"), func(s string) { a.shape.Constants.Reporter = s }))
	form.Add(a.countryOf(a.w.t("guess.partner"), c.Partner, lacks("partner"), func(s string) { a.shape.Constants.Partner = s }))
	for _, field := range []fyne.CanvasObject{
		a.partField(app.RoleRegion, "role.region", c.Reporter, told.Region, &c.Region, own), a.partField(app.RoleProvince, "role.province", c.Partner, told.Province, &c.Province, own),
	} {
		if field != nil {
			form.Add(field)
		}
	}
	period := a.periodOf(a.w.t("units.period"), c.Period, func(s string) {
		a.shape.Constants.Period = s
		own(told.Period, s)
	})
	period.Required = lacks("period")
	form.Add(period)
	form.Add(selected(a.w.t("units.value"), a.unitItems(app.ValueUnits(), c.ValueUnit), string(c.ValueUnit), func(key string) {
		a.shape.Constants.ValueUnit = briefing.Unit(key)
		own(string(told.ValueUnit), key)
	}))
	form.Add(selected(a.w.t("units.weight"), a.unitItems(app.WeightUnits(), c.WeightUnit), string(c.WeightUnit), func(key string) {
		a.shape.Constants.WeightUnit = briefing.Unit(key)
		own(string(told.WeightUnit), key)
	}))
	form.Add(selected(a.w.t("role.basis"), []kit.MenuItem{{Text: a.t("unsaid")}, {Key: "FOB", Text: a.t("basis.fob")}, {Key: "CIF", Text: a.t("basis.cif")}}, c.Basis, func(key string) {
		a.shape.Constants.Basis = key
		a.changed()
	}))
	return form
}

// partField is of which part of a country the rows are, where no column tells:
// what the title names stands there, and can be changed or cleared.
func (a *assistant) partField(role app.ColumnRole, label, country, told string, to *string, own func(title, now string)) fyne.CanvasObject {
	if a.shape.Tells(role) || len(lang.Regions(country)) == 0 {
		return nil
	}
	items := a.w.regionItems(country, kit.MenuItem{Text: a.w.t("region.whole")})
	field := selected(a.w.t(label), items, *to, func(key string) {
		*to = key
		a.shape.Said(role)
		own(told, key)
	})
	if told != "" && told == *to {
		return field.WithHint(a.w.t("region.told"))
	}
	return field
}

// tableForm is where the table lies: sheet, header, rows that are set aside.
func (a *assistant) tableForm() fyne.CanvasObject {
	g := a.guess
	form := kit.Column(12, kit.NewBold(a.t("table"), kit.Body, theme.Ink))
	if len(g.Tables) > 1 {
		var items []kit.MenuItem
		for _, n := range g.Tables {
			items = append(items, kit.MenuItem{Key: n, Text: n})
		}
		form.Add(selected(a.w.t("sheet"), items, g.Place(), func(key string) {
			a.chosen = true
			a.anew(app.ShapePlace{Sheet: key})
		}))
	}
	var lines []kit.MenuItem
	for i, n := range g.Lines[:min(len(g.Lines), 40)] {
		if filledCells(g.Rows[i]) > 0 {
			lines = append(lines, kit.MenuItem{Key: a.w.count(n), Text: a.w.count(n), Note: shortened(a.word(i))})
		}
	}
	line := func(key string) int {
		for _, n := range g.Lines {
			if a.w.count(n) == key {
				return n
			}
		}
		return 0
	}
	form.Add(selected(a.w.t("header"), lines, a.w.count(g.Line), func(key string) {
		a.anew(app.ShapePlace{Delimiter: g.Delimiter, Sheet: g.Place(), Line: line(key), HeaderRows: a.shape.HeaderRows})
	}))
	form.Add(kit.NewField(a.t("head.rows"), false, kit.NewSegmented([]kit.Segment{{Key: "1", Text: "1"}, {Key: "2", Text: "2"}, {Key: "3", Text: "3"}}, a.w.count(a.shape.HeaderRows), func(key string) {
		a.anew(app.ShapePlace{Delimiter: g.Delimiter, Sheet: g.Place(), Line: g.Line, HeaderRows: int(key[0] - '0')})
	})))
	sheets := []kit.MenuItem{{Text: a.t("sheet.none")}}
	for _, r := range []app.ColumnRole{app.RolePeriod, app.RoleRegion, app.RolePartner, app.RoleReporter, app.RoleFlow, app.RoleProduct} {
		sheets = append(sheets, kit.MenuItem{Key: r.String(), Text: a.roleName(r)})
	}
	form.Add(selected(a.t("sheet.says"), sheets, a.shape.Sheet.String(), func(key string) {
		for _, r := range app.ColumnRoles() {
			if r.String() == key {
				a.shape.Sheet = r
			}
		}
		a.changed()
	}))
	form.Add(kit.NewField(a.t("totals"), false, kit.NewTextField(strings.Join(a.shape.Totals, "; "), a.t("totals.example"), func(s string) {
		a.shape.Totals = nil
		for word := range strings.SplitSeq(s, ";") {
			if word = strings.TrimSpace(word); word != "" {
				a.shape.Totals = append(a.shape.Totals, word)
			}
		}
		a.changed()
	})).WithHint(a.t("totals.hint")))
	form.Add(kit.NewCheckBox(a.t("title.read"), a.t("title.read.hint"), a.shape.ReadTitle, func(on bool) {
		a.shape.ReadTitle = on
		a.changed()
	}))
	form.Add(kit.NewCheckBox(a.t("zero"), "", a.shape.ZeroUnreported, func(on bool) {
		a.shape.ZeroUnreported = on
		a.changed()
	}))
	return form
}
