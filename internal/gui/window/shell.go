package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// entry is one line of the side bar.
type entry struct {
	key   string
	kinds []briefing.Kind // of records; none: a screen of its own
}

func entries() []entry {
	return []entry{
		{key: "overview"},
		{"figures", []briefing.Kind{briefing.KindFact, briefing.KindSeries, briefing.KindCommodity}},
		{key: "trade"},
		{"events", []briefing.Kind{briefing.KindEvent}},
		{"people", []briefing.Kind{briefing.KindPerson}},
		{"agreements", []briefing.Kind{briefing.KindAgreement, briefing.KindOrganisation, briefing.KindFacility}},
		{"messages", []briefing.Kind{briefing.KindMessage}},
		{"sources", []briefing.Kind{briefing.KindSource, briefing.KindImport}},
		{"pack", []briefing.Kind{briefing.KindPack}},
		{key: "checks"},
	}
}

// build lays the window out for an open project.
func (v *Window) build() {
	content := widget.NewRadioGroup([]string{"RU", "EN", "中文"}, nil)
	content.Horizontal = true
	names := map[briefing.Lang]string{briefing.RU: "RU", briefing.EN: "EN", briefing.ZH: "中文"}
	content.SetSelected(names[v.Content])
	content.OnChanged = func(s string) {
		for l, name := range names {
			if name == s && l != v.Content {
				v.flush()
				v.Content = l
				v.Show(v.screen)
			}
		}
	}
	title := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Truncation = fyne.TextTruncateEllipsis
	v.project.Read(func(p *project.Project) { title.SetText(p.Pack.ShortTitle.Any(v.Lang)) })
	build := widget.NewButton(v.t("export"), v.ShowExport)
	build.Importance = widget.HighImportance
	bar := container.NewBorder(nil, nil, nil,
		container.NewHBox(content, widget.NewButton(v.t("import"), v.askImport), widget.NewButton(v.t("save"), v.save), build), title)
	nav := container.NewVBox()
	for _, e := range entries() {
		label := v.t("nav." + e.key)
		if n := v.count(e); n > 0 {
			label += "  " + strconv.Itoa(n)
		}
		b := widget.NewButton(label, func() { v.Show(e.key) })
		b.Alignment = widget.ButtonAlignLeading
		b.Importance = widget.LowImportance
		nav.Add(b)
	}
	nav.Add(layout.NewSpacer())
	side := container.NewGridWrap(fyne.NewSize(216, 720), nav)
	v.showStatus()
	v.win.SetContent(container.NewBorder(bar, v.status, container.NewVScroll(side), nil, v.main))
	v.Show("overview")
}

func (v *Window) count(e entry) int {
	n := 0
	v.project.Read(func(p *project.Project) {
		if e.key == "trade" {
			n = p.Figures.Len()
		}
		if len(e.kinds) > 0 && e.kinds[0] != briefing.KindPack {
			n = len(p.Records(e.kinds[0]))
		}
	})
	return n
}

// Show shows a screen of the side bar by its key.
func (v *Window) Show(key string) {
	v.flush()
	v.form, v.screen = nil, key
	var o fyne.CanvasObject
	switch key {
	case "overview":
		o = v.overview()
	case "trade":
		o = v.trade()
	case "checks":
		o = v.checks()
	default:
		for _, e := range entries() {
			if e.key == key {
				o = v.records(e.kinds)
			}
		}
	}
	v.main.Objects = []fyne.CanvasObject{o}
	v.main.Refresh()
}

// overview says where the pack stands.
func (v *Window) overview() fyne.CanvasObject {
	box := container.NewVBox()
	bold := func(s string) {
		l := widget.NewLabelWithStyle(s, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		l.Wrapping = fyne.TextWrapWord
		box.Add(l)
	}
	line := func(s string) {
		l := widget.NewLabel(s)
		l.Wrapping = fyne.TextWrapWord
		box.Add(l)
	}
	snap := v.project.Snapshot(app.OwnMoment(), briefing.Leader)
	bold(snap.Pack.Title.Any(v.Content))
	if !snap.AsOf.IsZero() {
		line(v.t("as_of", lang.Moment(v.Lang, snap.AsOf)))
	}
	cards := container.NewGridWithColumns(3)
	for _, f := range snap.Headlines() {
		p := lang.FigureParts(v.Lang, f.Figure())
		number := widget.NewLabelWithStyle(p.Word+" "+p.Number+" "+p.Unit, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		what := widget.NewLabel(f.Product.Any(v.Content) + ", " + lang.Period(v.Lang, f.Period()))
		what.Wrapping = fyne.TextWrapWord
		cards.Add(widget.NewCard("", "", container.NewVBox(number, what)))
	}
	box.Add(cards)
	findings := v.project.Check(app.OwnMoment())
	bold(v.t("findings", len(findings), len(app.Blocking(findings))))
	for i, f := range findings {
		if i == 8 {
			line("…")
			break
		}
		line("• " + f.Evidence.Any(v.Lang))
	}
	return container.NewVScroll(box)
}

// checks lists the findings; a click opens the record.
func (v *Window) checks() fyne.CanvasObject {
	findings := v.project.Check(app.OwnMoment())
	if len(findings) == 0 {
		return widget.NewLabel(v.t("no_findings"))
	}
	list := widget.NewList(func() int { return len(findings) }, func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		f := findings[i]
		o.(*widget.Label).SetText(v.t("severity."+f.Severity.String()) + " · " + string(f.Ref.ID) + " · " + f.Evidence.Any(v.Lang) + " — " + f.Mend.Any(v.Lang))
	})
	list.OnSelected = func(i widget.ListItemID) { v.ShowRecord(findings[i].Ref) }
	return list
}

// ShowRecord shows the screen that holds the record, with the record in front.
func (v *Window) ShowRecord(ref briefing.Ref) {
	for _, e := range entries() {
		for _, k := range e.kinds {
			if k == ref.Kind {
				v.Show(e.key)
				v.openRecord(ref)
				return
			}
		}
	}
}

// trade is the imported rows as they are stored.
func (v *Window) trade() fyne.CanvasObject {
	set := v.figures()
	if set.Len() == 0 {
		return container.NewCenter(container.NewVBox(widget.NewLabel(v.t("no_rows")), widget.NewButton(v.t("import"), v.askImport)))
	}
	heads := []string{"period", "flow", "reporter", "partner", "code", "product", "value", "currency", "weight", "stamp"}
	widths := []float32{90, 80, 60, 60, 90, 320, 150, 60, 150, 180}
	t := widget.NewTableWithHeaders(func() (int, int) { return set.Len(), len(heads) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) {
			l := o.(*widget.Label)
			l.Alignment = fyne.TextAlignLeading
			if id.Col == 6 || id.Col == 8 {
				l.Alignment = fyne.TextAlignTrailing
			}
			l.SetText(v.cell(set.At(id.Row), id.Col))
		})
	t.ShowHeaderColumn = false
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		if id.Col >= 0 {
			o.(*widget.Label).SetText(v.t("trade." + heads[id.Col]))
		}
	}
	for i, w := range widths {
		t.SetColumnWidth(i, w)
	}
	return t
}

func (v *Window) figures() *figure.Set {
	var set *figure.Set
	v.project.Read(func(p *project.Project) { set = p.Figures })
	return set
}

func (v *Window) cell(o figure.Observation, col int) string {
	number := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "—"
		}
		return lang.Number(v.Lang, n.Decimal, lang.NumberStyle{Decimals: -1, Column: true, Window: true})
	}
	switch col {
	case 0:
		return o.Period.String()
	case 1:
		return lang.Enum(v.Lang, "flow", string(o.Flow))
	case 2:
		return o.Reporter
	case 3:
		return o.Partner
	case 4:
		return o.Code
	case 5:
		return o.Product
	case 6:
		return number(o.Value)
	case 7:
		return o.Currency
	case 8:
		return number(o.NetWeight)
	}
	if o.Sample {
		return v.t("sample")
	}
	return ""
}
