package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
)

const projectPattern = "*.briefing"

// askOpen asks for a project, or for a file to take in, and opens it.
func (s *Shell) askOpen() {
	var path string
	title, folder := s.t("open.title"), s.folder("open")
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		path, err = s.conf.Dialogs.Open(title, folder, projectPattern)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case path != "":
			s.OpenProject(path)
		}
	})
}

func (s *Shell) folder(purpose string) string {
	c := s.conf.Settings.Get()
	return c.Folder(purpose, s.conf.Documents)
}

// OpenProject closes what is open and opens the project of the path.
func (s *Shell) OpenProject(path string) {
	if whole, err := filepath.Abs(path); err == nil { // it is remembered, and told as the place of outputs
		path = whole
	}
	if s.open != nil && samePath(s.open.project.Path, path) {
		return
	}
	s.load(func() (*app.Project, error) { return app.OpenSoon(s.conf.World, path, true) })
}

func samePath(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// load opens a project beside the window, then takes the place of the open one.
func (s *Shell) load(open func() (*app.Project, error)) {
	s.closeProject(func() {
		var p *app.Project
		s.run(s.t("job.open"), func(context.Context, func(int, int, string)) (err error) {
			p, err = open()
			return err
		}, func(err error) {
			if err != nil {
				s.build()
				s.failOpening(err)
				return
			}
			s.adopt(p)
			s.tellState()
			s.checkFile()
		})
	})
}

// openCopy makes a copy of a project that can only be read, in the user's own
// folder, and opens it for work.
func (s *Shell) openCopy() {
	se := s.open
	if se == nil {
		return
	}
	ext := filepath.Ext(se.project.Path)
	name := strings.TrimSuffix(filepath.Base(se.project.Path), ext) + "_" + s.t("copy.word")
	path := ""
	s.run(s.t("job.open"), func(context.Context, func(int, int, string)) error {
		if err := makeFolder(s.projects()); err != nil {
			return err
		}
		path = app.FreePath(filepath.Join(s.projects(), name), ext)
		return se.project.SaveCopy(path)
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.OpenProject(path)
	})
}

// openExample opens the example in the user's folder; it is made when it is
// not there.
func (s *Shell) openExample() {
	path := filepath.Join(s.projects(), "demo.briefing")
	s.load(func() (*app.Project, error) {
		if _, err := os.Stat(path); err == nil {
			return app.OpenSoon(s.conf.World, path, true)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // a folder of documents, as any other of the user's
			return nil, err
		}
		return app.NewDemo(s.conf.World, path)
	})
}

// projects is the folder of new projects.
func (s *Shell) projects() string { return filepath.Join(s.conf.Documents, "Briefing") }

// closeToStart closes the project and shows the start screen.
func (s *Shell) closeToStart() { s.closeProject(s.build) }

// dropped takes files dropped on the window: a project is opened, other files
// are taken in.
func (s *Shell) dropped(_ fyne.Position, uris []fyne.URI) {
	var files []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			files = append(files, u.Path())
		}
	}
	if len(files) == 1 && strings.EqualFold(filepath.Ext(files[0]), ".briefing") {
		s.OpenProject(files[0])
		return
	}
	s.takeDropped(files)
}

// takeDropped takes files in, and those of folders.
func (s *Shell) takeDropped(files []string) {
	se := s.open
	s.run("", func(context.Context, func(int, int, string)) error { // a folder may lie on a drive that takes its time
		files = app.FilesOf(files)
		return nil
	}, func(error) {
		if s.open == se {
			s.takeIn(files...)
		}
	})
}

// takeIn shows the import of files; without files it asks for them.
func (s *Shell) takeIn(files ...string) {
	switch {
	case s.open == nil:
		s.say(kit.Warn, kit.IconReserved, s.t("import.no_project"))
	case len(files) > 0:
		words, others := wordFiles(files)
		if len(words) == 0 {
			s.importFiles(others...)
			return
		}
		// One dialog at a time: what is open is finished first.
		s.taking.Then(func() { s.wording.Then(func() { s.takeWords(words, others) }) })
	default:
		se := s.open
		var picked []string
		title, folder := s.t("import.title"), s.folder("import")
		s.run("", func(context.Context, func(int, int, string)) (err error) {
			picked, err = s.conf.Dialogs.OpenMany(title, folder)
			return err
		}, func(err error) {
			if err != nil {
				s.fail(err)
			} else if len(picked) > 0 && s.open == se {
				s.takeIn(picked...)
			}
		})
	}
}

// takePasted shows how the table on the clipboard is understood.
func (s *Shell) takePasted() {
	path, done, err := app.PastedTable(s.conf.App.Clipboard().Content(), s.t("import.pasted_name"))
	switch {
	case err != nil:
		s.fail(err)
	case path == "":
		s.say(kit.Warn, kit.IconReserved, s.t("import.nothing_pasted"))
	default:
		s.takeIn(path)
		s.taking.Then(done)
	}
}

// pasteIntoScreen pastes where no field or list has the focus: into the list,
// or the table, that is in front.
func (s *Shell) pasteIntoScreen() {
	if s.open == nil {
		return
	}
	if x, ok := s.open.screen(s.current).(interface{ Paste() bool }); ok {
		x.Paste()
	}
}

// askTemplate writes our own workbook for figures and records, to be filled in
// and taken in again.
func (s *Shell) askTemplate() {
	l := s.lang()
	var path string
	title, folder, name := s.t("template.title"), s.folder("import"), s.t("template.name")
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		if path, err = s.conf.Dialogs.Save(title, folder, name, "*.xlsx"); err != nil || path == "" {
			return err
		}
		return app.WriteTemplate(path, l)
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case path != "":
			s.toasts.Say(kit.Good, kit.IconConfirmed, s.t("template.written", filepath.Base(path)), s.t("export.open"), func() {
				if err := s.conf.Open(path); err != nil {
					s.fail(err)
				}
			})
		}
	})
}
