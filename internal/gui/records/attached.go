package records

import (
	"context"
	"path/filepath"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// showAttached lists the files that are kept with the record.
func (p *Pane) showAttached() {
	add := kit.NewButton(kit.Link, "plus", p.t("attach"), p.attach)
	locked := p.desk.Project().State().ReadOnly
	if locked {
		add.Disable()
	}
	p.usage.Add(kit.Ends(8, kit.NewBold(p.t("attached"), kit.Body, theme.Ink), add))
	list := p.desk.Project().Attachments(p.chosen)
	if len(list) == 0 {
		p.usage.Add(kit.NewWrapped(p.t("attached.none"), kit.Small, theme.Second))
	}
	for _, a := range list {
		row := kit.Row(8, kit.NewIcon("file", theme.Third), kit.Flex(kit.NewShrinking(a.File, kit.Body, theme.Ink)),
			kit.NewText(lang.FileSize(p.desk.Lang(), a.Size), kit.Small, theme.Second))
		if app.Showable(a) {
			row.Add(kit.NewIconButton("eye", p.t("attached.show"), func() { p.show(a) }))
		}
		row.Add(kit.NewIconButton("save", p.t("attached.save"), func() { p.saveAttached(a) }))
		remove := kit.NewIconButton("trash", p.t("attached.remove"), func() { p.detach(a) })
		if locked {
			remove.Disable()
		}
		row.Add(remove)
		p.usage.Add(row)
	}
	p.usage.Add(kit.Pad(8, 0, 8, 0, kit.NewRule()))
}

// attach asks for files and keeps them with the record.
func (p *Pane) attach() {
	p.form.Flush()
	ref := p.chosen
	if ref.ID == "" {
		return
	}
	title := p.t("attach")
	p.desk.Run(title, func(ctx context.Context, progress func(int, int, string)) error {
		paths, err := p.desk.Dialogs().OpenMany(title, "")
		for i, path := range paths {
			if err != nil || ctx.Err() != nil {
				break
			}
			progress(i, len(paths), filepath.Base(path))
			err = p.desk.Project().Attach(ref, path)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.desk.Fail(err)
		}
		p.showUsage()
	})
}

func (p *Pane) show(a briefing.Attachment) {
	path := ""
	p.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		path, err = p.desk.Project().ShowAttachment(a)
		return err
	}, func(err error) {
		if err == nil {
			err = p.desk.Hand(path)
		}
		if err != nil {
			p.desk.Fail(err)
		}
	})
}

func (p *Pane) saveAttached(a briefing.Attachment) {
	path, title := "", p.t("attached.save")
	p.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		if path, err = p.desk.Dialogs().Save(title, "", a.File, "*"+filepath.Ext(a.File)); err != nil || path == "" {
			return err
		}
		return p.desk.Project().SaveAttachment(a, path)
	}, func(err error) {
		switch {
		case err != nil:
			p.desk.Fail(err)
		case path != "":
			p.desk.Say(p.t("attached.saved", strings.TrimSpace(filepath.Base(path))))
		}
	})
}

func (p *Pane) detach(a briefing.Attachment) {
	if err := p.desk.Project().Detach(a.ID); err != nil {
		p.desk.Fail(err)
		return
	}
	p.showUsage()
	p.desk.Say(p.t("attached.gone", a.File))
}
