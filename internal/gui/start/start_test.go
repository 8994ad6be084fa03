package start_test

import (
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/start"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
	"briefing/internal/settings"
)

// bare is the desk on which no project lies open.
type bare struct {
	*desktest.Desk
	store *settings.Store
	waits string
}

func (bare) AskNew(string)      {}
func (bare) AskOpen()           {}
func (bare) OpenProject(string) {}
func (bare) OpenExample()       {}

func (b bare) Settings() *settings.Store { return b.store }

func (b bare) Waits(path string) bool { return path == b.waits }

// Of the recent projects the one that a crash left open is marked as such.
func TestAProjectLeftOpenByACrashIsMarked(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, &project.Project{}, 1280, 720)
	store, err := settings.Open(filepath.Join(t.TempDir(), "settings.json"), briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Change(func(s *settings.Settings) {
		s.Opened(settings.Recent{Path: "/a/closed.briefing", Share: 75})
		s.Opened(settings.Recent{Path: "/a/left.briefing", Share: 75})
	})
	if err != nil {
		t.Fatal(err)
	}
	b := bare{d, store, "/a/left.briefing"}
	s := start.New(b)
	d.Put(s.Object())
	if got := strings.Count(d.Texts(), "Не был закрыт"); got != 1 {
		t.Errorf("%d projects are marked, want 1:\n%s", got, d.Texts())
	}
	d.Wants(t, "Готово на 75 %")
}
