package gui

import (
	"context"
	"path/filepath"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/gui/exhibits"
	"briefing/internal/gui/history"
	"briefing/internal/gui/insights"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/replace"
	"briefing/internal/gui/theme"
)

// turnCommands are undo and redo, with what they would do.
func (s *Shell) turnCommands() []command {
	p, l := s.open.project, s.lang()
	item := func(key, icon, keys string, next func(briefing.Lang) (string, bool), do func()) command {
		words, ok := next(l)
		text := s.t("menu." + key)
		if ok {
			text = s.t("menu."+key+"_what", short(words))
		}
		return command{key: key, text: text, icon: icon, keys: keys, off: !ok, do: do}
	}
	return []command{
		item("undo", kit.IconUndo, "Ctrl+Z", p.NextUndo, s.undo),
		item("redo", kit.IconRedo, "Ctrl+Y", p.NextRedo, s.redo),
	}
}

// showTurns switches the buttons of the bar by what there is to take back.
func (s *Shell) showTurns() {
	if s.open == nil || s.turns[0] == nil {
		return
	}
	for i, c := range s.turnCommands() {
		b := s.turns[i]
		b.SetName(c.text + " (" + shownKeys(c.keys) + ")")
		if c.off {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// short keeps a line of the menu in its width.
func short(s string) string {
	if r := []rune(s); len(r) > 30 {
		return strings.TrimSpace(string(r[:29])) + "…"
	}
	return s
}

// showHistory opens the states of the project.
func (s *Shell) showHistory() {
	if s.open != nil {
		s.runner.Flush()
		history.Show(s.open, s.OpenProject)
	}
}

// askReplace opens the replacing of words in all texts.
func (s *Shell) askReplace() {
	if s.open != nil {
		s.runner.Flush() // what is being typed is looked through, too
		replace.Show(s.open)
	}
}

// showExhibits opens the charts and tables of the pack, to be taken one by one.
func (s *Shell) showExhibits() {
	if s.open != nil {
		s.runner.Flush() // what is being typed is in them, too
		exhibits.Show(s.open, s.conf.Clip, s.folder("export"))
	}
}

// askInsight opens the offer of sentences written from the data.
func (s *Shell) askInsight() {
	if s.open != nil {
		s.runner.Flush()
		insights.Show(s.open)
	}
}

// askVersion asks for the name of a version.
func (s *Shell) askVersion() {
	se := s.open
	s.runner.Flush()
	name := kit.NewTextField("", s.t("version.hint"), nil)
	field := kit.NewField(s.t("version.name"), true, name)
	var d *kit.Dialog
	save := kit.NewButton(kit.Primary, "", s.t("version.save"), func() {
		if strings.TrimSpace(name.Text()) == "" {
			field.SetError(s.t("version.missing"))
			name.Focus()
			return
		}
		d.Close()
		if err := se.project.SaveVersion(name.Text()); err != nil {
			s.fail(err)
			return
		}
		s.say(kit.Good, kit.IconConfirmed, s.t("version.saved", name.Text()))
	})
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("version.title"), CloseName: s.t("close"), Content: kit.Form(field),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { d.Close() }), save},
	})
	d.ShowOn(s.win.Canvas())
	name.Focus()
}

// askCopy writes a copy with history to a place that is asked for.
func (s *Shell) askCopy() {
	s.runner.Flush()
	p := s.open.project
	s.writeCopy(s.t("copy.title"), s.t("copy.word"), p.SaveCopy)
}

// askHandOver asks for whom a copy is, and writes it.
func (s *Shell) askHandOver() {
	p := s.open.project
	s.runner.Flush()
	var whom []kit.Segment
	for _, a := range briefing.Audiences() {
		whom = append(whom, kit.Segment{Key: a.String(), Text: s.t("export.to." + a.String())})
	}
	audience := kit.NewSegmented(whom, briefing.Compiler.String(), nil)
	var d *kit.Dialog
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("hand_over.title"), CloseName: s.t("close"), Width: 560,
		Content: kit.Column(12, kit.Row(0, audience), kit.NewWrapped(s.t("hand_over.why"), kit.Small, theme.Second)),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("hand_over.save"), func() {
				d.Close()
				a, _ := briefing.ParseAudience(audience.Selected())
				s.writeCopy(s.t("hand_over.title"), s.t("hand_over.word")+"_"+a.String(), func(path string) error { return p.HandOver(path, a) })
			}),
		},
	})
	d.ShowOn(s.win.Canvas())
}

func (s *Shell) writeCopy(title, word string, write func(path string) error) {
	own := s.open.project.Path
	ext := filepath.Ext(own)
	folder, name := filepath.Split(strings.TrimSuffix(own, ext))
	path := ""
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		if path, err = s.conf.Dialogs.Save(title, folder, name+"_"+word+ext, "*"+ext); err != nil || path == "" {
			return err
		}
		if filepath.Clean(path) == filepath.Clean(own) { // a copy over the project itself is none
			return &briefing.Error{Code: briefing.CodeExists, Op: "save copy", Path: path}
		}
		return write(path)
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case path != "":
			s.toasts.Say(kit.Good, kit.IconConfirmed, s.t("copy.saved", filepath.Base(path)), s.t("export.reveal"), func() {
				if err := s.conf.Reveal(path); err != nil {
					s.fail(err)
				}
			})
		}
	})
}
