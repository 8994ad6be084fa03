package packs

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
)

const menuWidth float32 = 240

// arrange offers what can be done with a section: its place and its depth.
func (s *sections) arrange(at fyne.CanvasObject, sec app.SectionView) {
	p := s.desk.Project()
	t := func(key string) string { return desk.T(s.desk, "pack.arrange."+key) }
	s.menu(at, []kit.MenuItem{
		{Key: "up", Text: t("up"), Icon: "arrow-up"},
		{Key: "down", Text: t("down"), Icon: "arrow-down"},
		{Key: "brief", Text: t("brief"), Icon: ticked(sec.Brief), Line: true, Disabled: sec.Whole},
	}, func(key string) error {
		switch key {
		case "up":
			return p.MoveSection(sec.Key, -1)
		case "down":
			return p.MoveSection(sec.Key, 1)
		}
		set := p.Setting()
		set.Brief[sec.Key] = !sec.Brief
		return p.SetSetting(set)
	})
}

// setup offers the paper of the pack, how it is printed, and the languages
// beside Russian that its names and checks go by.
func (s *sections) setup(at fyne.CanvasObject) {
	p := s.desk.Project()
	set := p.Setting()
	t := func(key string) string { return desk.T(s.desk, "pack.arrange."+key) }
	paper, _ := p.Paper(app.ExportOptions{})
	var items []kit.MenuItem
	for _, size := range app.Papers() {
		items = append(items, kit.MenuItem{Key: size, Text: t(size), Icon: ticked(paper == size)})
	}
	items = append(items,
		kit.MenuItem{Key: "duplex", Text: t("duplex"), Icon: ticked(set.Duplex), Line: true},
		kit.MenuItem{Key: "total", Text: t("total"), Icon: ticked(set.Total)},
		kit.MenuItem{Key: "photos", Text: t("photos"), Icon: ticked(!set.NoPhotos)})
	langs := p.Languages()
	for i, l := range []briefing.Lang{briefing.EN, briefing.ZH} {
		items = append(items, kit.MenuItem{Key: string(l), Text: t("lang." + string(l)), Icon: ticked(slices.Contains(langs, l)), Line: i == 0})
	}
	s.menu(at, items, func(key string) error {
		if l, ok := briefing.ParseLang(key); ok {
			if set.Langs = append(langs, l); slices.Contains(langs, l) {
				set.Langs = slices.DeleteFunc(langs, func(other briefing.Lang) bool { return other == l })
			}
			return p.SetSetting(set)
		}
		switch key {
		case "duplex":
			set.Duplex = !set.Duplex
		case "photos":
			set.NoPhotos = !set.NoPhotos
		case "total":
			set.Total = !set.Total
		default:
			set.Paper = key
		}
		return p.SetSetting(set)
	})
}

func (s *sections) menu(at fyne.CanvasObject, items []kit.MenuItem, do func(key string) error) {
	kit.ShowMenu(at, menuWidth, items, "", func(key string) {
		if err := do(key); err != nil {
			s.desk.Fail(err)
		}
	})
}

// ticked is the icon of what is on.
func ticked(on bool) string {
	if on {
		return "ok"
	}
	return ""
}
