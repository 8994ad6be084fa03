package settings_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/settings"
)

func TestChangesAreThereAtTheNextStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "settings.json")
	s, err := settings.Open(path, briefing.EN)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Get().Lang; got != briefing.EN {
		t.Fatalf("first start speaks %s", got)
	}
	opened := time.Date(2023, 3, 20, 22, 47, 0, 0, time.UTC)
	err = s.Change(func(c *settings.Settings) {
		c.Lang, c.Theme = briefing.RU, "dark"
		c.Opened(settings.Recent{Path: "/a.briefing", Title: "A", Opened: opened})
		c.Opened(settings.Recent{Path: "/b.briefing"})
		c.Opened(settings.Recent{Path: "/a.briefing", Title: "A2", Opened: opened})
		c.SetFolder("export", filepath.Dir(path))
	})
	if err != nil {
		t.Fatal(err)
	}
	again, err := settings.Open(path, briefing.EN)
	if err != nil {
		t.Fatal(err)
	}
	got := again.Get()
	if got.Lang != briefing.RU || got.Theme != "dark" {
		t.Errorf("language %s, theme %s", got.Lang, got.Theme)
	}
	if len(got.Recent) != 2 || got.Recent[0].Title != "A2" || !got.Recent[0].Opened.Equal(opened) {
		t.Errorf("recent: %+v", got.Recent)
	}
	if f := got.Folder("export", "x"); f != filepath.Dir(path) {
		t.Errorf("folder %q", f)
	}
	if f := got.Folder("import", "fallback"); f != "fallback" {
		t.Errorf("folder %q", f)
	}
}

func TestWhatCannotBeReadIsTheDefault(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		code    briefing.Code
	}{
		"broken":          {"{", briefing.CodeDamaged},
		"newer":           {`{"version": 99}`, briefing.CodeNewer},
		"unknown choices": {`{"version":1,"language":"xx","content":"tt","width":1,"height":1e9}`, ""},
	} {
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := settings.Open(path, briefing.RU)
		if briefing.CodeOf(err) != c.code {
			t.Errorf("%s: error %v", name, err)
		}
		got := s.Get()
		if d := settings.Defaults(briefing.RU); got.Lang != d.Lang || got.Content != d.Content || got.Width != d.Width || got.Height != d.Height {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestTheListOfRecentProjectsIsBounded(t *testing.T) {
	s, _ := settings.Open("", briefing.RU)
	_ = s.Change(func(c *settings.Settings) {
		for i := range 40 {
			c.Opened(settings.Recent{Path: string(rune('a' + i))})
		}
	})
	if n := len(s.Get().Recent); n != settings.MaxRecent {
		t.Errorf("%d recent projects", n)
	}
}
