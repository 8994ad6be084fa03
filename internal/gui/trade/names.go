package trade

import (
	"strconv"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

func (s *Screen) buildNames() {
	s.nameTab = kit.NewDataTable()
	s.nameTab.Numbers = 0
	s.nameTab.OnActive = func(int, int) { s.nameTab.Refresh() }
}

// readNames takes over the lists of names of the project, the last one first.
func (s *Screen) readNames() {
	s.lists = nil
	s.desk.Project().ReadRecords(func(pr *project.Project) {
		for _, n := range pr.Nomenclatures {
			s.lists = append([]briefing.Nomenclature{*n}, s.lists...)
		}
	})
}

// listName is what a list names: «ТН ВЭД, 2022».
func (s *Screen) listName(n *briefing.Nomenclature) string {
	if n.Edition == 0 {
		return s.class(n.Classification)
	}
	return s.class(n.Classification) + ", " + strconv.Itoa(n.Edition)
}

func (s *Screen) fillNames() {
	cols := []kit.TableColumn{
		{Title: s.t("names.list"), Width: 180},
		{Title: s.t("names.lang"), Width: 110},
		{Title: s.t("names.count"), Width: 120, Number: true},
		{Title: s.t("names.file"), Width: 260},
		{Title: s.t("imports.moment"), Width: 164},
		{Title: s.t("imports.by"), Width: 110},
		{Title: s.t("imports.rejected"), Width: 88, Number: true},
	}
	l := s.desk.Lang()
	s.nameTab.SetData(kit.TableData{Columns: cols, Rows: len(s.lists), Cell: func(row, column int) kit.Cell {
		n := &s.lists[row]
		switch column {
		case 0:
			return kit.Cell{Text: s.listName(n), Bold: true}
		case 1:
			return kit.Cell{Text: lang.Enum(l, "language", n.Lang)}
		case 2:
			return kit.Cell{Text: s.count(n.Names)}
		case 3:
			return kit.Cell{Text: n.File, Color: theme.Second}
		case 4:
			return kit.Cell{Text: lang.Stamp(l, n.Moment)}
		case 5:
			return kit.Cell{Text: n.By}
		}
		c := kit.Cell{Text: s.count(n.Rejected)}
		if n.Rejected > 0 {
			c.Color = theme.Bad
		}
		return c
	}})
}

func (s *Screen) namesObject() fyne.CanvasObject {
	s.fillNames()
	if len(s.lists) == 0 {
		return kit.NewEmptyState(kit.IconImport, s.t("names.none"), s.t("names.next"),
			kit.NewButton(kit.Primary, kit.IconImport, s.t("names.import"), s.importFiles))
	}
	take := kit.NewButton(kit.Secondary, kit.IconImport, s.t("names.import"), s.importFiles)
	remove := kit.NewButton(kit.Quiet, "trash", s.t("names.remove"), s.confirmRemoveNames)
	remove.Tint = theme.Bad
	if s.desk.Project().State().ReadOnly {
		take.Disable()
		remove.Disable()
	}
	about := kit.NewShrinking(s.t("names.about"), kit.Small, theme.Second)
	head := kit.Pad(0, 24, 10, 24, kit.Row(8, kit.Flex(about), take, remove))
	return kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, s.nameTab)
}

// confirmRemoveNames asks before the chosen list goes.
func (s *Screen) confirmRemoveNames() {
	at, _ := s.nameTab.Active()
	if at < 0 || at >= len(s.lists) {
		return
	}
	list := s.lists[at]
	var d *kit.Dialog
	yes := kit.NewButton(kit.Primary, "trash", s.t("remove.yes"), func() {
		d.Close()
		if err := s.desk.Project().Remove(list.Ref()); err != nil {
			s.desk.Fail(err)
			return
		}
		s.Refresh()
		s.arrange()
		s.desk.Say(s.t("names.removed", s.listName(&list)))
	})
	body := kit.Column(8, kit.NewWrapped(s.t("names.remove_text", s.listName(&list), s.count(list.Names), list.File), kit.Body, theme.Ink),
		kit.NewWrapped(s.t("names.remove_hint"), kit.Body, theme.Second))
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("names.remove_title"), Content: body, CloseName: s.t("close"),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("remove.no"), func() { d.Close() }), yes},
	})
	d.ShowOn(s.desk.Window().Canvas())
}
