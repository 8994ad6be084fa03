package gui

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// backupsOffered is the most backups that a dialog offers.
const backupsOffered = 3

// failOpening tells why a project does not open. Of a damaged one it offers
// what there is: work that was written apart, backups, recovery.
func (s *Shell) failOpening(err error) {
	var e *briefing.Error
	if !app.Broken(err) || !errors.As(err, &e) || e.Path == "" {
		s.fail(err)
		return
	}
	s.offerRescue(e.Path, err)
}

// checkFile has the whole file checked beside the work. Damage is one line with
// what to do; the work goes on.
func (s *Shell) checkFile() {
	se := s.open
	if s.runner.Inline { // a test without goroutines looks at the outcome itself
		return
	}
	se.project.CheckFile(func(err error) {
		s.runner.Do(func() {
			if s.open == se && app.Broken(err) {
				s.tellDamage(err)
			}
		})
	})
}

// tellDamage says that the open project is damaged in a place not yet met.
func (s *Shell) tellDamage(err error) {
	s.showStatus()
	path := s.open.project.Path
	s.toasts.Say(kit.Warn, kit.IconReserved, s.t("rescue.found"), s.t("rescue.what"), func() { s.offerRescue(path, err) })
}

// offerRescue is the dialog of a damaged project.
func (s *Shell) offerRescue(path string, err error) {
	sentence, _ := lang.Error(s.lang(), err)
	body := paragraphs(sentence, s.t("rescue.hint"))
	var d *kit.Dialog
	link := func(text string, do func()) {
		body.Add(kit.Row(0, kit.NewButton(kit.Link, "", text, func() {
			d.Close()
			do()
		})))
	}
	var rescued *app.RescuedError
	if errors.As(err, &rescued) {
		body.Add(kit.NewWrapped(s.t("rescue.apart", filepath.Base(rescued.Copy)), kit.Body, theme.Ink))
		link(s.t("rescue.open_apart", filepath.Base(rescued.Copy)), func() { s.OpenProject(rescued.Copy) })
	}
	backups, _ := app.BackupsOf(s.conf.World, path) // those that can't be listed can't be offered
	for _, b := range backups[:min(len(backups), backupsOffered)] {
		at := lang.Moment(s.lang(), b.At.In(s.conf.World.Now().Location()))
		link(s.t("rescue.backup", at), func() { s.openBackup(path, b) })
	}
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("rescue.title"), CloseName: s.t("close"), Width: 560, Content: body,
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("close"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("rescue.repair"), func() {
				d.Close()
				s.askRepair(path)
			}),
		},
	})
	d.ShowOn(s.win.Canvas())
}

// openBackup writes a backup beside the file and opens it.
func (s *Shell) openBackup(path string, b app.Backup) {
	var to string
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		to, err = app.RestoreBackupOf(s.conf.World, path, b)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.OpenProject(to)
	})
}

// askRepair asks for the name of the new file and recovers what can be read.
func (s *Shell) askRepair(path string) {
	to := app.RecoveredName(path, s.t("rescue.word"))
	folder, name := filepath.Split(to)
	title := s.t("rescue.title")
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		to, err = s.conf.Dialogs.Save(title, folder, name, projectPattern)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case to != "":
			s.repair(path, to)
		}
	})
}

// repair recovers beside the window, under a dialog that can cancel it.
func (s *Shell) repair(path, to string) {
	var cancel func()
	var d *kit.Dialog
	stop := func() {
		if cancel != nil {
			cancel()
		}
	}
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("rescue.running"), OnCancel: stop, Content: paragraphs(s.t("rescue.running_hint", filepath.Base(path))),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", s.t("cancel"), func() { stop(); d.Close() })},
	})
	d.ShowOn(s.win.Canvas())
	var done *app.Repair
	cancel = s.runner.Run(func(ctx context.Context, _ func(int, int, string)) (err error) {
		done, err = app.Recover(ctx, s.conf.World, path, to)
		return err
	}, func(int, int, string) {}, func(err error) {
		d.Close()
		if err != nil {
			s.fail(err)
			return
		}
		s.tellRepair(to, done)
	})
}

// tellRepair says what was recovered and what was not, and offers to open it.
func (s *Shell) tellRepair(to string, r *app.Repair) {
	l := s.lang()
	body := paragraphs(app.TellRepair(l, filepath.Base(to), r)...)
	for _, x := range r.Actual.Damages {
		body.Add(kit.NewWrapped(app.TellDamage(l, x), kit.Small, theme.Second))
	}
	content := fyne.CanvasObject(body)
	height := float32(0)
	if len(r.Actual.Damages) > 6 {
		content, height = container.NewVScroll(body), 520
	}
	var d *kit.Dialog
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("rescue.done"), CloseName: s.t("close"), Width: 600, Height: height, Content: content,
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("close"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("rescue.open_new"), func() {
				d.Close()
				s.OpenProject(to)
			}),
		},
	})
	d.ShowOn(s.win.Canvas())
}

// offerTakeOver tells who holds the project on another machine and offers to
// work all the same: the machine may have been switched off.
func (s *Shell) offerTakeOver(st app.State) {
	h := st.Holder
	path := s.open.project.Path
	since := lang.Moment(s.lang(), h.Since.In(s.conf.World.Now().Location()))
	var d *kit.Dialog
	read := kit.NewButton(kit.Primary, "", s.t("rescue.read"), func() { d.Close() })
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("rescue.held"), CloseName: s.t("close"), Width: 560,
		Content: paragraphs(s.t("opened.held", h.User, h.Host, since), s.t("rescue.held_hint")),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("rescue.take_over"), func() {
				d.Close()
				s.load(func() (*app.Project, error) { return app.TakeOver(s.conf.World, path) })
			}),
			kit.NewButton(kit.Secondary, "", s.t("opened.copy"), func() { d.Close(); s.openCopy() }),
			read,
		},
	})
	d.ShowOn(s.win.Canvas())
	kit.FocusOn(read) // Space must not take the file from somebody who works at it
}
