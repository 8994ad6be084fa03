// Package settings is the screen of the user's choices for the window.
package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/settings"
)

// Screen is the screen of settings. What is chosen holds at once.
type Screen struct {
	desk desk.Desk
	all  *fyne.Container
}

// New builds the screen.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack()}
	s.build()
	return s
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

// Refresh has nothing to renew: a change builds the window anew.
func (s *Screen) Refresh() {}

// Show has no records.
func (s *Screen) Show(briefing.Ref, string) {}

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "settings."+key, args...) }

func (s *Screen) build() {
	now := s.desk.Settings().Get()
	language := kit.NewSegmented([]kit.Segment{
		{Key: string(briefing.RU), Text: "Русский"}, {Key: string(briefing.EN), Text: "English"},
	}, string(now.Lang), func(key string) {
		s.change(func(c *settings.Settings) { c.Lang = briefing.Lang(key) })
	})
	var looks []kit.Segment
	for _, set := range theme.Sets() {
		looks = append(looks, kit.Segment{Key: set.Key(), Text: s.t("theme." + set.Key())})
	}
	look := kit.NewSegmented(looks, now.Theme, func(key string) {
		s.change(func(c *settings.Settings) { c.Theme = key })
	})
	var sizes []kit.Segment
	for _, n := range []int{100, 125, 150, 175, 200} {
		sizes = append(sizes, kit.Segment{Key: strconv.Itoa(n), Text: strconv.Itoa(n) + "\u00a0%"})
	}
	large := kit.NewSegmented(sizes, strconv.Itoa(now.Scale), func(key string) {
		n, _ := strconv.Atoi(key) // of the list above
		s.change(func(c *settings.Settings) { c.Scale = n })
	})
	recent := kit.NewButton(kit.Secondary, "trash", s.t("recent.clear"), func() {
		s.change(func(c *settings.Settings) { c.Recent = nil })
		s.desk.Say(s.t("recent.cleared"))
	})
	if len(now.Recent) == 0 {
		recent.Disable()
	}
	body := kit.Column(16,
		card(s.t("language"), s.t("language.note"), language),
		card(s.t("theme"), s.t("theme.note"), look),
		card(s.t("scale"), s.t("scale.note"), large),
		card(s.t("recent"), s.t("recent.note"), recent))
	page := kit.Pad(0, 24, 24, 24, body)
	s.all.Objects = []fyne.CanvasObject{kit.Dock(kit.ScreenHead(desk.T(s.desk, "nav.settings"), ""), nil, nil, nil, container.NewVScroll(page))}
}

// card is one setting: what it is, what it changes, and the choice.
func card(title, note string, choice fyne.CanvasObject) fyne.CanvasObject {
	words := kit.Column(2, kit.NewBold(title, kit.Body, theme.Ink), kit.NewWrapped(note, kit.Small, theme.Second))
	return kit.NewPaddedCard(kit.Row(24, kit.Flex(words), choice))
}

func (s *Screen) change(fn func(*settings.Settings)) {
	if err := s.desk.Settings().Change(fn); err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Apply()
}
