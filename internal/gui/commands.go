package gui

import (
	"path/filepath"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/palette"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// command is something done with the project as a whole: a line of the file
// menu, and an action of the palette.
type command struct {
	key, text, icon, keys string
	off, line             bool
	do                    func()
}

// commands lists what is done with the open project, in the order of the menu.
func (s *Shell) commands() []command {
	se := s.open
	locked := se.project.State().ReadOnly
	var list []command
	if damage := se.project.KnownDamage(); damage != nil {
		list = append(list, command{key: "rescue", text: s.t("rescue.menu"), icon: kit.IconReserved, do: func() { s.offerRescue(se.project.Path, damage) }})
	}
	list = append(list, s.turnCommands()...)
	return append(list, []command{
		{key: "new", text: s.t("menu.new"), icon: "plus", keys: "Ctrl+N", line: true, do: func() { s.askNew("") }},
		{key: "open", text: s.t("menu.open"), icon: "folder", keys: "Ctrl+O", do: s.askOpen},
		{key: "save", text: s.t("menu.save"), icon: "save", keys: "Ctrl+S", do: s.saveNow},
		{key: "version", text: s.t("menu.version"), icon: "flag", off: locked, line: true, do: s.askVersion},
		{key: "history", text: s.t("menu.history"), icon: "history", do: s.showHistory},
		{key: "replace", text: s.t("replace.menu"), icon: "edit", keys: "Ctrl+H", off: locked, do: s.askReplace},
		{key: "insight", text: s.t("insight.menu"), icon: "figures", off: locked, do: s.askInsight},
		{key: "copy", text: s.t("menu.copy"), icon: "copy", do: s.askCopy},
		{key: "hand_over", text: s.t("menu.hand_over"), icon: "export", do: s.askHandOver},
		{key: "import", text: s.t("menu.import"), icon: "import", keys: "Ctrl+I", line: true, do: func() { s.takeIn() }},
		{key: "template", text: s.t("menu.template"), icon: "file", do: s.askTemplate},
		{key: "export", text: s.t("menu.export"), icon: "pack", keys: "Ctrl+E", line: true, do: se.Export},
		{key: "exhibits", text: s.t("exhibits.menu"), icon: "figures", do: s.showExhibits},
		{key: "reveal", text: s.t("menu.reveal"), icon: "external", line: true, do: func() {
			if err := s.conf.Reveal(se.project.Path); err != nil {
				s.fail(err)
			}
		}},
		{key: "close", text: s.t("menu.close"), icon: "close", do: s.closeToStart},
	}...)
}

// searchField is the field of the bar that opens the palette.
func (s *Shell) searchField() *kit.SearchField {
	return kit.NewSearchField(s.t("palette.field"), shownKeys("Ctrl+K"), s.search)
}

// search opens the palette.
func (s *Shell) search() {
	s.runner.Flush() // what is being typed can be found, too
	se := s.open
	if se == nil {
		palette.Show(s.bare, s.bareActions())
		return
	}
	palette.Show(se, s.actions())
}

// bareActions are those without a project.
func (s *Shell) bareActions() []palette.Action {
	list := []palette.Action{
		{Icon: "folder", Text: s.t("menu.open"), Key: shownKeys("Ctrl+O"), Do: s.askOpen},
		{Icon: "file", Text: s.t("start.example.open"), Do: s.openExample},
	}
	for _, key := range app.Templates() {
		list = append(list, palette.Action{Icon: "plus", Text: s.t("palette.new", s.t("template."+key)), Do: func() { s.askNew(key) }})
	}
	for _, r := range s.conf.Settings.Get().Recent {
		title := r.Title
		if title == "" {
			title = filepath.Base(r.Path)
		}
		list = append(list, palette.Action{Icon: "history", Text: s.t("palette.recent", title), Also: r.Path, Do: func() { s.OpenProject(r.Path) }})
	}
	list = append(list,
		palette.Action{Icon: "settings", Text: s.t("nav.settings"), Do: func() { s.showFoot(settingsKey) }},
		palette.Action{Icon: "help", Text: s.t("nav.help"), Key: "F1", Do: func() { s.showFoot(helpKey) }})
	return append(list, s.lookActions()...)
}

// actions are all that can be done with the open project.
func (s *Shell) actions() []palette.Action {
	var list []palette.Action
	for i, e := range entries() {
		keys := ""
		if i < len(digits()) {
			keys = "Ctrl+" + count(i+1)
		} else if e.key == helpKey {
			keys = "F1"
		}
		list = append(list, palette.Action{Icon: e.icon, Text: s.t("palette.go", s.t("nav."+string(e.key))), Key: shownKeys(keys), Do: func() { s.show(e.key) }})
	}
	if !s.open.project.State().ReadOnly {
		for _, k := range []briefing.Kind{
			briefing.KindFact, briefing.KindEvent, briefing.KindPerson, briefing.KindOrganisation,
			briefing.KindAgreement, briefing.KindFacility, briefing.KindMessage, briefing.KindSource,
		} {
			list = append(list, palette.Action{Icon: "plus", Text: s.t("palette.add", lang.KindName(s.lang(), k, false)), Do: func() { s.add(k) }})
		}
	}
	for _, c := range s.commands() {
		if !c.off {
			list = append(list, palette.Action{Icon: c.icon, Text: c.text, Key: shownKeys(c.keys), Do: c.do})
		}
	}
	list = append(list, palette.Action{Icon: kit.IconClock, Text: s.t("moment.title"), Do: s.open.askMoment})
	return append(list, s.lookActions()...)
}

// add begins a new record of a kind on the screen that holds it.
func (s *Shell) add(k briefing.Kind) {
	key, ok := screenOf(k)
	if !ok || s.open == nil {
		return
	}
	s.show(key)
	if sc, ok := s.open.screens[key].(interface{ Add(briefing.Kind) }); ok {
		sc.Add(k)
	}
}

// lookActions change looks and languages.
func (s *Shell) lookActions() []palette.Action {
	var list []palette.Action
	change := func(fn func(*settings.Settings)) func() {
		return func() {
			s.keep(fn)
			s.apply()
		}
	}
	for _, set := range theme.Sets() {
		list = append(list, palette.Action{
			Icon: "eye", Text: s.t("palette.theme", s.t("settings.theme."+set.Key())), Also: set.Key(),
			Do: change(func(c *settings.Settings) { c.Theme = set.Key() }),
		})
	}
	for l, name := range map[briefing.Lang]string{briefing.RU: "Русский", briefing.EN: "English"} {
		if l != s.lang() {
			list = append(list, palette.Action{Icon: "globe", Text: s.t("palette.language", name), Do: change(func(c *settings.Settings) { c.Lang = l })})
		}
	}
	return list
}
