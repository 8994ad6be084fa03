package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/lang"
)

// newForm is the dialog of a new project.
type newForm struct {
	s                   *Shell
	kind, partner       *kit.SelectField
	title, when, moment *kit.TextField
	named, dated, asOf  *kit.Field
	folder              *kit.Text
	at, now             string // the folder, and the moment that was offered
}

// askNew asks what a new project is to be called, what is known of its matter,
// and where it is kept. Only the name is needed.
func (s *Shell) askNew(template string) {
	if template == "" {
		template = app.Templates()[0]
	}
	var items []kit.MenuItem
	for _, key := range app.Templates() {
		items = append(items, kit.MenuItem{Key: key, Text: s.t("template." + key)})
	}
	f := &newForm{
		s: s, at: s.projects(), folder: kit.NewText("", kit.Small, ""),
		kind:    kit.NewSelectField(items, template, "", nil),
		partner: kit.NewSelectField(recordform.Countries(s.lang()), "", s.t("new.partner_hint"), nil),
		title:   kit.NewTextField("", s.t("new.title_hint"), nil),
		when:    kit.NewTextField("", s.t("new.when_hint"), nil),
		moment:  kit.NewTextField(lang.Moment(s.lang(), s.conf.World.Now()), "", nil),
	}
	f.now = f.moment.Text()
	f.folder.Shrink = true
	f.named, f.dated, f.asOf = kit.NewField(s.t("new.name"), true, f.title), kit.NewField(s.t("new.when"), false, f.when), kit.NewField(s.t("new.moment"), false, f.moment)
	f.title.OnChange = func(string) { f.tell() }
	f.tell()
	choose := kit.NewButton(kit.Link, "", s.t("choose"), func() {
		s.askFolder(s.t("new.folder"), f.at, func(dir string) { f.at = dir; f.tell() })
	})
	var d *kit.Dialog
	create := kit.NewButton(kit.Primary, "", s.t("new.create"), func() {
		if o, ok := f.outset(); ok {
			d.Close()
			s.create(f.path(), f.kind.Selected(), o)
		}
	})
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("new.heading"), CloseName: s.t("close"), Width: 560,
		Content: kit.Form(f.named, kit.NewField(s.t("new.template"), false, f.kind),
			kit.NewField(s.t("new.partner"), false, f.partner), f.dated, f.asOf,
			kit.NewField(s.t("new.file"), false, kit.Row(8, kit.Flex(f.folder), choose))),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { d.Close() }), create},
	})
	d.ShowOn(s.win.Canvas())
}

func (f *newForm) path() string { return app.SuggestPath(f.at, f.title.Text()) }

func (f *newForm) tell() { f.folder.SetText(f.path()) }

// outset reads what was typed; what can't be read is told under its field.
func (f *newForm) outset() (o app.Outset, ok bool) {
	l := f.s.lang()
	o = app.Outset{Lang: l, Title: f.title.Text(), Partner: f.partner.Selected()}
	f.named.SetError("")
	f.dated.SetError("")
	f.asOf.SetError("")
	if o.Title == "" {
		f.named.SetError(f.s.t("new.name_missing"))
		f.title.Focus()
		return o, false
	}
	var err error
	if o.When, err = lang.ParsePeriod(l, f.when.Text()); err != nil {
		f.wrong(f.dated, f.when, err)
		return o, false
	}
	now := f.s.conf.World.Now()
	if typed := f.moment.Text(); typed != f.now {
		if o.Moment, err = lang.ParseStamp(l, typed, now.Location()); err != nil {
			f.wrong(f.asOf, f.moment, err)
			return o, false
		}
	}
	return o, true
}

func (f *newForm) wrong(field *kit.Field, text *kit.TextField, err error) {
	sentence, hint := lang.Error(f.s.lang(), err)
	field.SetError(strings.TrimSpace(sentence + " " + hint))
	text.Focus()
}

// create makes the project and opens it.
func (s *Shell) create(path, template string, o app.Outset) {
	s.load(func() (*app.Project, error) {
		if err := makeFolder(filepath.Dir(path)); err != nil {
			return nil, err
		}
		p, err := app.NewProject(s.conf.World, template)
		if err != nil {
			return nil, err
		}
		o.Begin(s.conf.World, p)
		return app.Create(s.conf.World, path, p)
	})
}

// makeFolder makes a folder of documents, as any other of the user's.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // others of his machine may read his documents
		return &briefing.Error{Code: briefing.CodePermission, Op: "make folder", Path: dir, Err: err}
	}
	return nil
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
