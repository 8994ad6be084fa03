package gui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"briefing/internal/desktop"
)

// dialogs are the system's file dialogs, and the toolkit's where the system
// has none (a Linux desktop without zenity). They block, so they are called
// beside the window's goroutine.
type dialogs struct{ shell *Shell }

// Open asks for one file.
func (d dialogs) Open(title, folder string, patterns ...string) (string, error) {
	path, err := desktop.Dialogs{}.Open(title, folder, patterns...)
	if !errors.Is(err, desktop.ErrNoDialogs) {
		return path, err
	}
	return d.ask(func(answer func(string, error)) {
		f := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if r == nil || err != nil {
				answer("", err)
				return
			}
			answer(r.URI().Path(), r.Close())
		}, d.shell.win)
		d.show(f, title, folder, patterns)
	})
}

// OpenMany asks for files; the toolkit's own dialog gives one.
func (d dialogs) OpenMany(title, folder string, patterns ...string) ([]string, error) {
	paths, err := desktop.Dialogs{}.OpenMany(title, folder, patterns...)
	if !errors.Is(err, desktop.ErrNoDialogs) {
		return paths, err
	}
	path, err := d.Open(title, folder, patterns...)
	if path == "" {
		return nil, err
	}
	return []string{path}, err
}

// Save asks for the name of a file to write. The toolkit's own dialog would
// empty the file at once, so there only the folder is asked for.
func (d dialogs) Save(title, folder, name string, patterns ...string) (string, error) {
	path, err := desktop.Dialogs{}.Save(title, folder, name, patterns...)
	if !errors.Is(err, desktop.ErrNoDialogs) {
		return path, err
	}
	at, err := d.Folder(title, folder)
	if at == "" {
		return "", err
	}
	return filepath.Join(at, name), err
}

// Folder asks for a folder.
func (d dialogs) Folder(title, folder string) (string, error) {
	path, err := desktop.Dialogs{}.Folder(title, folder)
	if !errors.Is(err, desktop.ErrNoDialogs) {
		return path, err
	}
	return d.ask(func(answer func(string, error)) {
		f := dialog.NewFolderOpen(func(at fyne.ListableURI, err error) {
			if at == nil || err != nil {
				answer("", err)
				return
			}
			answer(at.Path(), nil)
		}, d.shell.win)
		d.show(f, title, folder, nil)
	})
}

func (d dialogs) show(f *dialog.FileDialog, title, folder string, patterns []string) {
	if title != "" {
		f.SetTitleText(title)
	}
	if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		f.SetLocation(at)
	}
	var extensions []string
	for _, p := range patterns {
		if len(p) > 1 && p[0] == '*' {
			extensions = append(extensions, p[1:])
		}
	}
	if len(extensions) > 0 {
		f.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	f.Show()
	f.Resize(fyne.NewSize(900, 600)) // before it is shown the toolkit has nothing to resize, and panics
}

// ask shows a dialog of the toolkit and waits for its answer.
func (d dialogs) ask(show func(answer func(string, error))) (string, error) {
	type reply struct {
		path string
		err  error
	}
	got := make(chan reply, 1)
	d.shell.runner.Do(func() {
		show(func(path string, err error) { got <- reply{path, err} })
	})
	r := <-got
	return r.path, r.err
}
