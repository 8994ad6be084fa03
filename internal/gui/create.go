package gui

import (
	"context"
	"os"
	"path/filepath"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
)

// askNew asks what a new project is to be called and where it is kept.
func (s *Shell) askNew(template string) {
	if template == "" {
		template = app.Templates()[0]
	}
	var items []kit.MenuItem
	for _, key := range app.Templates() {
		items = append(items, kit.MenuItem{Key: key, Text: s.t("template." + key)})
	}
	kind := kit.NewSelectField(items, template, "", nil)
	folder := kit.NewText("", kit.Small, "")
	folder.Shrink = true
	at := s.projects()
	title := kit.NewTextField("", s.t("new.title_hint"), nil)
	where := func() string { return app.SuggestPath(at, title.Text()) }
	tell := func() { folder.SetText(where()) }
	title.OnChange = func(string) { tell() }
	tell()
	choose := kit.NewButton(kit.Link, "", s.t("choose"), func() {
		s.askFolder(s.t("new.folder"), at, func(dir string) { at = dir; tell() })
	})
	named := kit.NewField(s.t("new.name"), true, title)
	var d *kit.Dialog
	create := kit.NewButton(kit.Primary, "", s.t("new.create"), func() {
		if title.Text() == "" {
			named.SetError(s.t("new.name_missing"))
			title.Focus()
			return
		}
		d.Close()
		s.create(where(), kind.Selected(), title.Text())
	})
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("new.heading"), CloseName: s.t("close"), Width: 520,
		Content: kit.Form(named, kit.NewField(s.t("new.template"), false, kind),
			kit.NewField(s.t("new.file"), false, kit.Row(8, kit.Flex(folder), choose))),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { d.Close() }), create},
	})
	d.ShowOn(s.win.Canvas())
}

// create makes the project and opens it.
func (s *Shell) create(path, template, title string) {
	l := s.lang()
	s.load(func() (*app.Project, error) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // a folder of documents, as any other of the user's
			return nil, &briefing.Error{Code: briefing.CodePermission, Op: "make folder", Path: filepath.Dir(path), Err: err}
		}
		p, err := app.NewProject(s.conf.World, template)
		if err != nil {
			return nil, err
		}
		*p.Pack.Title.At(l) = title
		return app.Create(s.conf.World, path, p)
	})
}

// askFolder asks for a folder beside the window.
func (s *Shell) askFolder(title, at string, then func(string)) {
	for at != "" { // the dialog wants a folder that is there
		if st, err := os.Stat(at); err == nil && st.IsDir() {
			break
		}
		if up := filepath.Dir(at); up != at {
			at = up
			continue
		}
		at = ""
	}
	var dir string
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		dir, err = s.conf.Dialogs.Folder(title, at)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
		} else if dir != "" {
			then(dir)
		}
	})
}
