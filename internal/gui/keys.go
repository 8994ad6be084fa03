package gui

import (
	"runtime"
	"strings"

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
	bind(fyne.KeyK, s.search)
	bind(fyne.KeyF, s.findHere)
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
	c.AddShortcut(kit.PastedTooMuch{}, func(fyne.Shortcut) { s.say(kit.Warn, kit.IconRemark, s.t("pasting.too_much")) })
	c.AddShortcut(kit.PastedNothing{}, func(fyne.Shortcut) { s.nothingPasted() })
	for i, key := range digits() {
		bind(key, func() { s.ShowNumber(i) })
	}
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		switch ev.Name {
		case fyne.KeyEscape:
			s.cancelJobs()
		case fyne.KeyInsert: // where no list has the focus: it may be empty
			s.insertHere()
		case fyne.KeyF1:
			s.chosen(string(helpKey))
		}
	})
}

// shownKeys names a combination as the system does.
func shownKeys(s string) string {
	if runtime.GOOS == "darwin" {
		return strings.ReplaceAll(s, "Ctrl+", "⌘")
	}
	return s
}

// nothingPasted tells why a paste did nothing, and where a picture goes.
func (s *Shell) nothingPasted() {
	s.say(kit.Warn, kit.IconRemark, s.t("pasting.no_text", s.t("records.attach")))
}

// findHere puts the caret into the search of the list in front, or opens the
// search over everything where there is none.
func (s *Shell) findHere() {
	if s.open != nil {
		if f, ok := s.open.screens[s.current].(interface{ Find() bool }); ok && f.Find() {
			return
		}
	}
	s.search()
}

// insertHere begins a new record on the screen in front.
func (s *Shell) insertHere() {
	if s.open == nil {
		return
	}
	if sc, ok := s.open.screens[s.current].(interface{ Insert() }); ok {
		sc.Insert()
	}
}

func digits() []fyne.KeyName {
	return []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
}

// ShowNumber shows the n-th screen of the side bar, from 0, and gives the keys to
// its list, as Ctrl and a digit do.
func (s *Shell) ShowNumber(n int) {
	if list := entries(); s.open != nil && n < len(list) {
		s.show(list[n].key)
		kit.FocusMain(s.win.Canvas(), s.body) // the hands are on the keys
	}
}

// fileMenu opens what is done with the file as a whole.
func (s *Shell) fileMenu(anchor fyne.CanvasObject) {
	commands := s.commands()
	items := make([]kit.MenuItem, len(commands))
	for i, c := range commands {
		items[i] = kit.MenuItem{Key: c.key, Text: c.text, Icon: c.icon, Note: shownKeys(c.keys), Disabled: c.off, Line: c.line}
	}
	kit.ShowMenu(anchor, 340, items, "", func(key string) {
		for _, c := range commands {
			if c.key == key {
				c.do()
			}
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
