package trade

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

func (s *Screen) buildImports() {
	s.detail = container.NewStack()
	s.importTab = kit.NewDataTable()
	s.importTab.Numbers = 0
	s.importTab.OnActive = func(row, _ int) { s.pickImport(row) }
	s.importTab.OnOpen = func(int, int) { s.showRows() }
}

// fillImports shows the imports and keeps the chosen one.
func (s *Screen) fillImports() {
	cols := []kit.TableColumn{
		{Title: s.t("imports.file"), Width: 180},
		{Title: s.t("imports.profile"), Width: 180},
		{Title: s.t("imports.moment"), Width: 164},
		{Title: s.t("imports.read"), Width: 88, Number: true},
		{Title: s.t("imports.stored"), Width: 88, Number: true},
		{Title: s.t("imports.aside"), Width: 84, Number: true},
		{Title: s.t("imports.rejected"), Width: 88, Number: true},
		{Title: s.t("imports.by"), Width: 110},
	}
	l := s.desk.Lang()
	s.importTab.SetData(kit.TableData{Columns: cols, Rows: len(s.imports), Cell: func(row, column int) kit.Cell {
		i := &s.imports[row]
		switch column {
		case 0:
			return kit.Cell{Text: i.File, Bold: i.ID == s.chosen}
		case 1:
			return kit.Cell{Text: s.profile(i.Profile), Color: theme.Second}
		case 2:
			return kit.Cell{Text: lang.Stamp(l, i.Moment)}
		case 7:
			return kit.Cell{Text: i.By}
		}
		n := []int{i.Read, i.Stored, i.SetAside, i.Rejected}[column-3]
		c := kit.Cell{Text: s.count(n)}
		if column == 6 && n > 0 {
			c.Color = theme.Bad
		}
		return c
	}})
	at := 0
	for i := range s.imports {
		if s.imports[i].ID == s.chosen {
			at = i
		}
	}
	s.importTab.SetActive(at, 0)
	s.pickImport(at)
}

// pickImport shows an import beside the list.
func (s *Screen) pickImport(row int) {
	s.detail.Objects, s.chosen = nil, ""
	if row >= 0 && row < len(s.imports) {
		s.chosen = s.imports[row].ID
		s.detail.Objects = []fyne.CanvasObject{s.importDetail(&s.imports[row])}
	}
	s.detail.Refresh()
	s.importTab.Refresh()
}

func (s *Screen) importsObject() fyne.CanvasObject {
	s.fillImports()
	if len(s.imports) == 0 {
		return kit.NewEmptyState(kit.IconImport, s.t("imports.none"), s.t("empty.next"),
			kit.NewButton(kit.Primary, kit.IconImport, s.t("empty.button"), s.importFiles))
	}
	return kit.Dock(kit.NewRule(), nil, nil, s.detail, s.importTab)
}

func (s *Screen) importDetail(i *briefing.Import) fyne.CanvasObject {
	l := s.desk.Lang()
	head := kit.Column(6, kit.NewWrapped(i.File, kit.Heading, theme.Ink), kit.NewWrapped(s.profile(i.Profile), kit.Caption, theme.Second))
	if i.Sample {
		head.Add(kit.Row(0, kit.NewChip(kit.Warn, kit.IconReserved, s.t("sample"))))
	}
	lines := []kit.KeyValue{}
	add := func(key, value string, press func()) {
		if value != "" {
			lines = append(lines, kit.KeyValue{Key: s.t(key), Value: value, OnPress: press})
		}
	}
	add("from.moment", lang.Stamp(l, i.Moment), nil)
	add("from.by", i.By, nil)
	source := briefing.Ref{Kind: briefing.KindSource, ID: i.Source}
	add("from.source", s.desk.Project().SourceCaption(i.Source, l), func() { s.desk.Go(screen.Sources, source, "") })
	add("imports.units", s.units(i.Units), nil)
	add("imports.hash", i.Hash, nil)
	sections := []fyne.CanvasObject{
		kit.InspectorSection("", head),
		kit.InspectorSection(s.t("imports.account"), kit.NewWrapped(s.t("imports.equation", s.count(i.Read), s.count(i.Stored), s.count(i.SetAside), s.count(i.Rejected)), kit.Small, theme.Ink)),
		kit.InspectorSection(s.t("from"), kit.NewKeyValues(keyWide, lines...)),
	}
	if note := i.Note.Any(l); note != "" {
		sections = append(sections, kit.InspectorSection(s.t("imports.notes"), kit.NewWrapped(note, kit.Small, theme.Second)))
	}
	remove := kit.NewButton(kit.Quiet, "trash", s.t("imports.remove"), s.confirmRemove)
	remove.Tint = theme.Bad
	if s.desk.Project().State().ReadOnly {
		remove.Disable()
	}
	foot := kit.Column(8, kit.NewButton(kit.Secondary, "filter", s.t("imports.show"), s.showRows), remove)
	return kit.NewInspector(foot, sections...)
}

// units puts the choice that was made into words.
func (s *Screen) units(choice string) string {
	o, err := app.ImportOptions{}.WithUnits(choice)
	if err != nil {
		return choice
	}
	l := s.desk.Lang()
	text := ""
	for _, u := range []briefing.Unit{o.Units.Value, o.Units.Weight} {
		if u == "" {
			continue
		}
		if text != "" {
			text += "; "
		}
		text += lang.Unit(l, u)
	}
	for _, said := range []string{o.Units.Basis, lang.Country(l, o.Units.Mirror)} {
		if said == "" {
			continue
		}
		if text != "" {
			text += "; "
		}
		text += said
	}
	return text
}

// showRows narrows the table to the chosen import.
func (s *Screen) showRows() {
	if s.chosen == "" {
		return
	}
	s.part = partRows
	s.ask(app.TradeQuery{Import: s.chosen})
}

func (s *Screen) confirmRemove() {
	at := -1
	for i := range s.imports {
		if s.imports[i].ID == s.chosen {
			at = i
		}
	}
	if at < 0 {
		return
	}
	imp := s.imports[at]
	var d *kit.Dialog
	yes := kit.NewButton(kit.Primary, "trash", s.t("remove.yes"), func() {
		d.Close()
		s.remove(imp)
	})
	body := kit.Column(8, kit.NewWrapped(s.t("remove.text", imp.File, desk.Plural(s.desk, "trade.rows", imp.Stored)), kit.Body, theme.Ink),
		kit.NewWrapped(s.t("remove.hint"), kit.Body, theme.Second))
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("remove.title"), Content: body, CloseName: s.t("close"),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("remove.no"), func() { d.Close() }), yes},
	})
	d.ShowOn(s.desk.Window().Canvas())
}

func (s *Screen) remove(imp briefing.Import) {
	if err := s.desk.Project().RemoveImport(imp.ID); err != nil {
		s.desk.Fail(err)
		return
	}
	s.chosen = ""
	if s.query.Import == imp.ID {
		s.query.Import = ""
	}
	s.Refresh()
	s.arrange()
	s.desk.Say(s.t("removed", imp.File))
}
