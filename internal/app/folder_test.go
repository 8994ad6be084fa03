package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
)

func TestAFolderStandsForItsFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.CSV", "~$b.xlsx", ".hidden.csv", "note.pdf", "deep/c.csv", "empty/readme.md"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	empty := filepath.Join(dir, "empty")
	got := app.FilesOf([]string{filepath.Join(dir, "note.pdf"), dir, empty, filepath.Join(dir, "none.csv")})
	for i := range got {
		got[i] = filepath.ToSlash(strings.TrimPrefix(got[i], dir))
	}
	if want := "/note.pdf /a.CSV /b.xlsx /empty /none.csv"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
