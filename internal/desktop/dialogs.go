package desktop

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ncruces/zenity"
)

// ErrNoDialogs says that this system has no dialogs of its own to show: the
// window then shows the toolkit's.
var ErrNoDialogs = errors.New("the system has no file dialogs")

// Dialogs are the system's file dialogs. They block until the user has
// answered, so they are called beside the window's goroutine. An empty answer
// means that the user has cancelled.
type Dialogs struct{}

// Open asks for one file. Patterns are like "*.briefing".
func (Dialogs) Open(title, folder string, patterns ...string) (string, error) {
	s, err := zenity.SelectFile(options(title, folder, "", patterns)...)
	return s, answered(err)
}

// OpenMany asks for files.
func (Dialogs) OpenMany(title, folder string, patterns ...string) ([]string, error) {
	s, err := zenity.SelectFileMultiple(options(title, folder, "", patterns)...)
	return s, answered(err)
}

// Save asks for the name of a file to write.
func (Dialogs) Save(title, folder, name string, patterns ...string) (string, error) {
	s, err := zenity.SelectFileSave(append(options(title, folder, name, patterns), zenity.ConfirmOverwrite())...)
	return s, answered(err)
}

// Folder asks for a folder.
func (Dialogs) Folder(title, folder string) (string, error) {
	s, err := zenity.SelectFile(append(options(title, folder, "", nil), zenity.Directory())...)
	return s, answered(err)
}

func options(title, folder, name string, patterns []string) []zenity.Option {
	o := []zenity.Option{zenity.Context(context.Background())}
	if title != "" {
		o = append(o, zenity.Title(title))
	}
	if at := filepath.Join(folder, name); at != "" {
		if name == "" {
			at += string(filepath.Separator)
		}
		o = append(o, zenity.Filename(at))
	}
	if len(patterns) > 0 {
		o = append(o, zenity.FileFilter{Name: strings.Join(patterns, ", "), Patterns: slices.Clone(patterns), CaseFold: true}) // it folds the patterns in place
	}
	return o
}

func answered(err error) error {
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return nil
	case errors.Is(err, zenity.ErrUnsupported), errors.Is(err, exec.ErrNotFound):
		return ErrNoDialogs
	}
	return err
}
