// Package start is the screen before a project is open: templates, recent
// projects, the example, and a place to drop a file.
package start

import (
	"context"
	"maps"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/settings"
)

// Desk is what the start screen asks of the shell.
type Desk interface {
	desk.Desk
	AskNew(template string)
	AskOpen()
	OpenProject(path string)
	OpenExample()
	Waits(path string) bool
}

// Screen is the start screen.
type Screen struct {
	desk  Desk
	all   *fyne.Container
	waits map[string]bool // paths of projects that a crash left open
}

// New builds the screen.
func New(d Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack()}
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "start."+key, args...) }

// Refresh lists the recent projects anew. Which of them a crash left open is looked
// up beside the window: a project may lie on a drive that does not answer.
func (s *Screen) Refresh() {
	s.show()
	var paths []string
	for _, r := range s.desk.Settings().Get().Recent {
		paths = append(paths, r.Path)
	}
	waits := map[string]bool{}
	s.desk.Run("", func(ctx context.Context, _ func(int, int, string)) error {
		for _, p := range paths {
			if ctx.Err() == nil && s.desk.Waits(p) {
				waits[p] = true
			}
		}
		return ctx.Err()
	}, func(err error) {
		if err == nil && !maps.Equal(waits, s.waits) {
			s.waits = waits
			s.show()
		}
	})
}

func (s *Screen) show() {
	head := kit.ScreenHead(s.t("title"), "",
		kit.NewButton(kit.Secondary, "folder", s.t("open"), s.desk.AskOpen),
		kit.NewButton(kit.Primary, "plus", s.t("new"), func() { s.desk.AskNew("") }))
	body := kit.Column(24,
		kit.Column(12, kit.NewHeading(kit.SectionHeader{Title: s.t("by_template")}), s.templates()),
		container.New(beside{side: 288, gap: 16}, s.recent(), s.fromFile()))
	s.all.Objects = []fyne.CanvasObject{kit.Dock(head, nil, nil, nil, container.NewVScroll(kit.Pad(0, 24, 24, 24, body)))}
	s.all.Refresh()
}

func (s *Screen) templates() fyne.CanvasObject {
	icons := map[string]string{"visit-received": "visit", "visit-abroad": "globe", "bulletin": "chart", "partner-profile": "people"}
	var cards []fyne.CanvasObject
	for _, key := range app.Templates() {
		cards = append(cards, newTile(icons[key], desk.T(s.desk, "template."+key), s.t("template."+key), func() { s.desk.AskNew(key) }))
	}
	return kit.Cards(240, 4, 16, cards...)
}

func (s *Screen) recent() fyne.CanvasObject {
	list := s.desk.Settings().Get().Recent
	head := kit.NewHeading(kit.SectionHeader{Title: s.t("recent"), Note: count(len(list))})
	if len(list) == 0 {
		card := kit.NewCard(kit.Fixed(0, 300, kit.NewEmptyState("clock", s.t("recent.none"), s.t("recent.none_next"),
			kit.NewButton(kit.Secondary, "", s.t("example.open"), s.desk.OpenExample))))
		return kit.Column(12, head, card)
	}
	var cards []fyne.CanvasObject
	for _, r := range list[:min(len(list), 8)] {
		cards = append(cards, s.project(r))
	}
	for len(cards) < 4 { // a few cards keep the width of many
		cards = append(cards, container.NewWithoutLayout())
	}
	return kit.Column(12, head, kit.Cards(190, 4, 16, cards...))
}

func (s *Screen) project(r settings.Recent) fyne.CanvasObject {
	title := r.Title
	if title == "" {
		title = strings.TrimSuffix(filepath.Base(r.Path), filepath.Ext(r.Path))
	}
	icon, color, state := kit.IconConfirmed, theme.Good, s.t("recent.ready")
	switch {
	case s.waits[r.Path]:
		icon, color, state = kit.IconUnchecked, theme.Second, s.t("recent.waits")
	case r.Blocking > 0:
		icon, color, state = kit.IconBlocking, theme.Bad, s.t("recent.blocking", r.Share, r.Blocking)
	case r.Share < 100:
		icon, color, state = kit.IconUnchecked, theme.Second, s.t("recent.share", r.Share)
	}
	return newProjectCard(projectCard{
		title: title, subtitle: r.Subtitle, file: filepath.Base(r.Path), icon: icon, color: color, state: state, when: s.when(r.Opened),
	}, func() { s.desk.OpenProject(r.Path) })
}

// when tells a time as a person does: the hour today, the day before that.
func (s *Screen) when(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	now := time.Now()
	at = at.In(now.Location())
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return s.t("today", at.Format("15:04"))
	}
	return at.Format("02.01.2006")
}

func (s *Screen) fromFile() fyne.CanvasObject {
	drop := kit.NewDropArea("import", s.t("drop"), s.t("drop.what"), kit.NewButton(kit.Secondary, "folder", s.t("drop.choose"), s.desk.AskOpen))
	example := kit.NewPaddedCard(kit.Column(8,
		kit.Row(12, newBadge("file"), kit.Flex(kit.Column(0, kit.NewBold(s.t("example"), kit.Body, theme.Ink),
			kit.NewShrinking(s.t("example.what"), kit.Small, theme.Second)))),
		kit.NewWrapped(s.t("example.note"), kit.Caption, theme.Second),
		kit.Row(0, kit.NewButton(kit.Secondary, "", s.t("example.open"), s.desk.OpenExample))))
	return kit.Column(12, kit.NewHeading(kit.SectionHeader{Title: s.t("from_file")}), kit.Fixed(0, 224, drop), example)
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}
