package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// shortcuts binds the keys of the window. Esc closes what lies on top by
// itself; here it only stops a running job.
func (s *Shell) shortcuts() {
	c := s.win.Canvas()
	bind := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if c.Overlays().Top() == nil { // a dialog keeps the window as it is
				do()
			}
		})
	}
	bind(fyne.KeyN, func() { s.askNew("") })
	bind(fyne.KeyO, s.askOpen)
	bind(fyne.KeyS, s.saveNow)
	bind(fyne.KeyI, func() { s.takeIn() })
	bind(fyne.KeyH, s.askReplace)
	bind(fyne.KeyE, func() {
		if s.open != nil {
			s.open.Export()
		}
	})
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) {
		if c.Overlays().Top() == nil {
			s.undo()
		}
	})
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) {
		if c.Overlays().Top() == nil {
			s.redo()
		}
	})
	c.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) {
		if c.Overlays().Top() == nil {
			s.pasteIntoScreen()
		}
	})
	for i, key := range digits() {
		bind(key, func() { s.showNumber(i) })
	}
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		switch ev.Name {
		case fyne.KeyEscape:
			s.cancelJobs()
		case fyne.KeyF1:
			s.chosen(string(helpKey))
		}
	})
}

func digits() []fyne.KeyName {
	return []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
}

// showNumber shows the n-th screen of the side bar, from 0.
func (s *Shell) showNumber(n int) {
	if list := entries(); s.open != nil && n < len(list) {
		s.show(list[n].key)
	}
}

// fileMenu opens what is done with the file as a whole.
func (s *Shell) fileMenu(anchor fyne.CanvasObject) {
	locked := s.open.project.State().ReadOnly
	items := append(s.undoItems(), []kit.MenuItem{
		{Key: "new", Text: s.t("menu.new"), Icon: "plus", Note: "Ctrl+N", Line: true},
		{Key: "open", Text: s.t("menu.open"), Icon: "folder", Note: "Ctrl+O"},
		{Key: "save", Text: s.t("menu.save"), Icon: "save", Note: "Ctrl+S"},
		{Key: "version", Text: s.t("menu.version"), Icon: "flag", Disabled: locked, Line: true},
		{Key: "history", Text: s.t("menu.history"), Icon: "history"},
		{Key: "replace", Text: s.t("replace.menu"), Icon: "edit", Note: "Ctrl+H", Disabled: locked},
		{Key: "insight", Text: s.t("insight.menu"), Icon: "figures", Disabled: locked},
		{Key: "copy", Text: s.t("menu.copy"), Icon: "copy"},
		{Key: "hand_over", Text: s.t("menu.hand_over"), Icon: "export"},
		{Key: "import", Text: s.t("menu.import"), Icon: "import", Note: "Ctrl+I", Line: true},
		{Key: "template", Text: s.t("menu.template"), Icon: "file"},
		{Key: "export", Text: s.t("menu.export"), Icon: "pack", Note: "Ctrl+E", Line: true},
		{Key: "reveal", Text: s.t("menu.reveal"), Icon: "external", Line: true},
		{Key: "close", Text: s.t("menu.close"), Icon: "close"},
	}...)
	damage := s.open.project.KnownDamage()
	if damage != nil {
		items = append([]kit.MenuItem{{Key: "rescue", Text: s.t("rescue.menu"), Icon: kit.IconReserved}}, items...)
	}
	kit.ShowMenu(anchor, 340, items, "", func(key string) {
		switch key {
		case "new":
			s.askNew("")
		case "open":
			s.askOpen()
		case "rescue":
			s.offerRescue(s.open.project.Path, damage)
		case "undo":
			s.undo()
		case "redo":
			s.redo()
		case "save":
			s.saveNow()
		case "version":
			s.askVersion()
		case "history":
			s.showHistory()
		case "replace":
			s.askReplace()
		case "insight":
			s.askInsight()
		case "copy":
			s.askCopy()
		case "hand_over":
			s.askHandOver()
		case "import":
			s.takeIn()
		case "template":
			s.askTemplate()
		case "export":
			s.open.Export()
		case "reveal":
			if err := s.conf.Reveal(s.open.project.Path); err != nil {
				s.fail(err)
			}
		case "close":
			s.closeToStart()
		}
	})
}

// showFoot shows a screen of the foot while no project is open.
func (s *Shell) showFoot(key screen.Key) {
	sc := s.bare.screen(key)
	if sc == nil {
		return
	}
	s.current = key
	s.nav.Select(string(key))
	s.body.Objects = []fyne.CanvasObject{sc.Object()}
	s.body.Refresh()
}
