package gui

import (
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/gui/checks"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/overview"
	"briefing/internal/gui/packs"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/settings"
)

// entry is one screen of the side bar.
type entry struct {
	key   screen.Key
	icon  string
	group int // 0 top, 1 data, 2 issue, 3 foot
	kinds []briefing.Kind
	make  func(desk.Desk) screen.Screen
}

// Screens of the foot, which screen does not name.
const (
	settingsKey screen.Key = "settings"
	helpKey     screen.Key = "help"
)

// entries lists the screens in the order of the side bar; Ctrl+1…9 go by it.
// To add a screen, write its package and list it here.
func entries() []entry {
	list := []entry{
		{key: screen.Overview, icon: "overview", make: func(d desk.Desk) screen.Screen { return overview.New(d) }},
		{key: screen.Pack, icon: "pack", group: 2, kinds: []briefing.Kind{briefing.KindPack}, make: func(d desk.Desk) screen.Screen { return packs.New(d) }},
		{key: screen.Checks, icon: "checks", group: 2, make: func(d desk.Desk) screen.Screen { return checks.New(d) }},
		{key: settingsKey, icon: "settings", group: 3, make: func(d desk.Desk) screen.Screen { return settings.New(d) }},
		{key: helpKey, icon: "help", group: 3, make: func(d desk.Desk) screen.Screen { return newHelp(d) }},
	}
	return append(list[:1:1], append(dataEntries(), list[1:]...)...)
}

// screenOf is the screen that holds records of a kind.
func screenOf(k briefing.Kind) (screen.Key, bool) {
	for _, e := range entries() {
		for _, kind := range e.kinds {
			if kind == k {
				return e.key, true
			}
		}
	}
	return "", false
}

func (s *Shell) showNav() {
	if s.open == nil {
		s.nav.SetItems([]kit.NavGroup{{Items: []kit.NavItem{
			{Key: "start", Icon: "overview", Label: s.t("nav.start")},
			{Key: "open", Icon: "folder", Label: s.t("nav.open"), Count: shownKeys("Ctrl+O")},
			{Key: "example", Icon: "file", Label: s.t("nav.example")},
		}}}, s.footItems())
		s.nav.Select("start")
		return
	}
	groups := []kit.NavGroup{{}, {Title: s.t("nav.data")}, {Title: s.t("nav.issue")}}
	for _, e := range entries() {
		if e.group > 2 {
			continue
		}
		item := kit.NavItem{Key: string(e.key), Icon: e.icon, Label: s.t("nav." + string(e.key))}
		item.Count, item.Marks = s.open.count(e.key)
		groups[e.group].Items = append(groups[e.group].Items, item)
	}
	if len(groups[1].Items) == 0 {
		groups = []kit.NavGroup{groups[0], groups[2]}
	}
	s.nav.SetItems(groups, s.footItems())
	s.nav.Select(string(s.current))
}

func (s *Shell) footItems() []kit.NavItem {
	return []kit.NavItem{
		{Key: string(settingsKey), Icon: "settings", Label: s.t("nav.settings")},
		{Key: string(helpKey), Icon: "help", Label: s.t("nav.help"), Count: "F1"},
	}
}

// chosen is called when the user picks an entry of the side bar.
func (s *Shell) chosen(key string) {
	switch {
	case s.open != nil:
		s.show(screen.Key(key))
	case key == "open":
		s.nav.Select("start")
		s.askOpen()
	case key == "example":
		s.nav.Select("start")
		s.openExample()
	case key == "start":
		s.showStart()
	default:
		s.showFoot(screen.Key(key))
	}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
