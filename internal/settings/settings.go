// Package settings keeps what a user has chosen for the window: language of
// the interface, look, size, recent projects, last folders. One typed file in
// the user's configuration folder, with a version.
//
// It promises that a missing, older or broken file never stops the program:
// what can't be read is the default, and a file of a newer version is left as
// it is until the user changes something. No user data beyond paths is kept.
package settings

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// Version is the version of the file's form.
const Version = 1

// MaxRecent is how many projects the list of recent ones holds.
const MaxRecent = 12

// Settings are the user's choices.
type Settings struct {
	Version int           `json:"version"`
	Lang    briefing.Lang `json:"language"` // of the interface: ru or en
	Content briefing.Lang `json:"content"`  // of contents and preview: ru, en, zh
	Theme   string        `json:"theme"`    // "light", "dark", "contrast"
	// Scale is how large the window draws all it shows, in per cent of the system's
	// own size: 100 to 200.
	Scale  int      `json:"scale,omitempty"`
	Width  float32  `json:"width"` // of the window, in the toolkit's units
	Height float32  `json:"height"`
	Recent []Recent `json:"recent,omitempty"`
	// Folders are the last folders by purpose: "open", "import", "export".
	Folders map[string]string `json:"folders,omitempty"`
}

// Recent is a project that was open.
type Recent struct {
	Path     string    `json:"path"`
	Title    string    `json:"title,omitempty"`
	Subtitle string    `json:"subtitle,omitempty"`
	Template string    `json:"template,omitempty"`
	Share    int       `json:"share"`    // filled sections, per cent
	Blocking int       `json:"blocking"` // findings that stop an issue
	Opened   time.Time `json:"opened"`
}

// Defaults are the settings of a first start in the language.
func Defaults(l briefing.Lang) Settings {
	if l != briefing.EN {
		l = briefing.RU
	}
	return Settings{Version: Version, Lang: l, Content: briefing.RU, Theme: "light", Scale: 100, Width: 1280, Height: 720}
}

// Store is the settings with their file. Its methods may be called from any
// goroutine.
type Store struct {
	path string
	mu   sync.Mutex
	now  Settings
}

// Path is where the system keeps the file: BRIEFING_CONFIG, else the user's
// configuration folder.
func Path() (string, error) {
	dir := os.Getenv("BRIEFING_CONFIG")
	if dir == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return "", &briefing.Error{Code: briefing.CodeNotFound, Op: "find configuration folder", Err: err}
		}
		dir = filepath.Join(base, "briefing")
	}
	return filepath.Join(dir, "settings.json"), nil
}

// Open reads the file; with an empty path nothing is read or kept. The error
// says why the defaults are used instead, the store works all the same.
func Open(path string, l briefing.Lang) (*Store, error) {
	s := &Store{path: path, now: Defaults(l)}
	if path == "" {
		return s, nil
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, safefile.Error("read settings", path, err)
	}
	read := s.now
	if err := json.Unmarshal(b, &read); err != nil {
		return s, &briefing.Error{Code: briefing.CodeDamaged, Op: "read settings", Path: path, Err: err}
	}
	if read.Version > Version {
		return s, &briefing.Error{Code: briefing.CodeNewer, Op: "read settings", Path: path}
	}
	s.now = mended(read, l)
	return s, nil
}

// mended replaces values that no version of the window can show.
func mended(s Settings, l briefing.Lang) Settings {
	d := Defaults(l)
	s.Version = Version
	if s.Lang != briefing.RU && s.Lang != briefing.EN {
		s.Lang = d.Lang
	}
	if _, ok := briefing.ParseLang(string(s.Content)); !ok {
		s.Content = d.Content
	}
	if s.Scale < 100 || s.Scale > 200 {
		s.Scale = d.Scale
	}
	if s.Width < 320 || s.Height < 240 || s.Width > 16000 || s.Height > 16000 {
		s.Width, s.Height = d.Width, d.Height
	}
	s.Recent = s.Recent[:min(len(s.Recent), MaxRecent)]
	return s
}

// Get gives a copy of the settings.
func (s *Store) Get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.now
	c.Recent = slices.Clone(c.Recent)
	folders := make(map[string]string, len(c.Folders))
	for k, v := range c.Folders {
		folders[k] = v
	}
	c.Folders = folders
	return c
}

// Change changes the settings and writes the file.
func (s *Store) Change(fn func(*Settings)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	fn(&s.now)
	s.now = mended(s.now, s.now.Lang)
	if s.path == "" {
		return nil
	}
	b, err := json.MarshalIndent(s.now, "", "\t")
	if err != nil {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "write settings", Err: err}
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return safefile.Error("make folder", filepath.Dir(s.path), err)
	}
	return safefile.Replace(s.path, func(w io.Writer) error {
		_, err := w.Write(append(b, '\n'))
		return err
	})
}

// Opened puts a project at the head of the recent ones.
func (s *Settings) Opened(r Recent) {
	s.Forget(r.Path)
	s.Recent = append([]Recent{r}, s.Recent...)
	s.Recent = s.Recent[:min(len(s.Recent), MaxRecent)]
}

// Forget takes a project off the recent ones.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(r Recent) bool { return r.Path == path })
}

// Folder is the last folder of a purpose, or the fallback while there is none
// or it has gone.
func (s *Settings) Folder(purpose, fallback string) string {
	if f := s.Folders[purpose]; f != "" {
		if st, err := os.Stat(f); err == nil && st.IsDir() {
			return f
		}
	}
	return fallback
}

// SetFolder keeps the folder for a purpose.
func (s *Settings) SetFolder(purpose, folder string) {
	if s.Folders == nil {
		s.Folders = map[string]string{}
	}
	s.Folders[purpose] = folder
}
