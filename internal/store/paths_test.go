package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Whatever the file is called, it is made, changed, published, examined and
// recovered by that very name, or refused by a code before anything is written.
func TestFilesOfAnyNameLiveTheirWholeLife(t *testing.T) {
	deep := strings.Repeat(strings.Repeat("д", 60)+"/", 5) // 300 letters, 600 bytes
	tests := []struct {
		name, path string
		windows    bool // there is such a name there, too
	}{
		{"300 letters", deep + "Визит.briefing", true},
		{"a colon", "Визит: 20.03.2023.briefing", false},
		{"a point at the end", "Визит.", false},
		{"a space at the end", "Визит ", false},
		{"no ending", "Визит", true},
		{"й and ё composed", norm.NFC.String("Йод и ёлка.briefing"), true},
		{"й and ё decomposed", norm.NFD.String("Йод и ёлка.briefing"), true},
		{"a line break", "a\nb.briefing", false},
		{"a percent sign", "100%.briefing", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if runtime.GOOS == "windows" && !tt.windows {
				t.Skip("no such name on this system")
			}
			o := world(t)
			dir := t.TempDir()
			path := filepath.Join(dir, tt.path)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			f, err := store.Create(path, &project.Project{}, o)
			if err != nil {
				t.Fatal(err)
			}
			commit(t, f, "add", person("a"))
			closed(t, f)
			if got := read(t, path); got != "a" {
				t.Errorf("the file has %q", got)
			}
			if d := examined(t, path, o); !d.Sound() || len(d.Backups) != 1 {
				t.Errorf("%+v", d)
			}
			if _, err := store.Recover(t.Context(), path, path+"2", o); err != nil {
				t.Error(err)
			}
			want := []string{filepath.Base(path), filepath.Base(path) + "2"}
			if got := names(t, filepath.Dir(path)); !slices.Equal(got, want) {
				t.Errorf("beside it: %q", got)
			}
		})
	}
}

func TestNamesThatNoSystemTakesAreRefusedPlainly(t *testing.T) {
	o := world(t)
	dir := t.TempDir()
	tests := []struct {
		name, path string
		code       briefing.Code
	}{
		{"a name of 300 letters", filepath.Join(dir, strings.Repeat("д", 300)+".briefing"), briefing.CodeCannotWrite},
		{"a path of 5 000", filepath.Join(dir, strings.Repeat("abcdefghi/", 500), "a.briefing"), briefing.CodeCannotWrite},
		{"a NUL", filepath.Join(dir, "a\x00b.briefing"), briefing.CodeCannotWrite},
		{"no such folder", filepath.Join(dir, "none", "a.briefing"), briefing.CodeNotFound},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := store.Create(tt.path, &project.Project{}, o)
			var e *briefing.Error
			if !errors.As(err, &e) || e.Code != tt.code {
				t.Errorf("%v, want %s", err, tt.code)
			}
			if _, err := store.Open(tt.path, store.ReadWrite, o); err == nil || briefing.CodeOf(err) == briefing.CodeInternal {
				t.Errorf("opened: %v", err)
			}
			if left := names(t, dir); len(left) != 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

// Two spellings of one name are two files where the system says so; neither
// takes the other's working copy.
func TestBothSpellingsOfANameKeepTheirOwnWork(t *testing.T) {
	o := world(t)
	dir := t.TempDir()
	paths := []string{filepath.Join(dir, norm.NFC.String("йё.briefing")), filepath.Join(dir, norm.NFD.String("йё.briefing"))}
	for i, path := range paths {
		f, err := store.Create(path, &project.Project{}, o)
		if briefing.CodeOf(err) == briefing.CodeExists {
			t.Skip("one file by both names on this system")
		}
		if err != nil {
			t.Fatal(err)
		}
		commit(t, f, "add", person(briefing.ID("p"+string(rune('0'+i)))))
		defer closed(t, f)
	}
	for i, path := range paths {
		g := open(t, path, store.ReadOnly, o)
		if got := people(g.Project()); got != "p"+string(rune('0'+i)) {
			t.Errorf("%q has %q", path, got)
		}
		closed(t, g)
	}
}

// Journals beside the user's file are never ours: a published file has none.
// They are neither played back nor touched, be they of this project or another.
func TestJournalsBesideTheFileAreNotBelieved(t *testing.T) {
	o := world(t)
	path, p := lived(t, o)
	other, _ := large(t, o)
	before := bytesOf(t, path)
	strangers := map[string]string{"-journal": bytesOf(t, other), "-wal": "x7f\x06\x82" + bytesOf(t, other), "-shm": strings.Repeat("s", 32768)}
	for ending, text := range strangers {
		if err := os.WriteFile(path+ending, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
		f := open(t, path, m, o)
		sameProject(t, f.Project(), p)
		closed(t, f)
	}
	if bytesOf(t, path) != before {
		t.Error("the file was changed")
	}
	for ending, text := range strangers {
		if bytesOf(t, path+ending) != text {
			t.Errorf("%s was changed", ending)
		}
	}
}
