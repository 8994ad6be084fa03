// Package exhibits is the dialog of the charts and tables of the pack, each to be
// taken by itself: as a picture, or a table by the clipboard.
//
// It promises that what is taken bears what the pages bear: source, stamp, moment
// and marks, and «ПРОЕКТ» as long as findings stop an issue.
package exhibits

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// Measures of the dialog.
const (
	width  float32 = 860
	height float32 = 640
)

// Clip puts a table on the clipboard as HTML, with the text where the system
// takes both.
type Clip func(text, html string) error

// Dialog is the dialog.
type Dialog struct {
	desk   screen.Desk
	clip   Clip
	folder string
	dialog *kit.Dialog
	list   *fyne.Container
	scroll *container.Scroll
	said   *kit.Text // what was done: notices of the window lie under the dialog
}

// Show opens the dialog for the pack in the language of the contents; folder is
// where pictures are offered to be put.
func Show(d screen.Desk, clip Clip, folder string) *Dialog {
	x := &Dialog{desk: d, clip: clip, folder: folder, list: kit.Column(0), said: kit.NewShrinking("", kit.Small, theme.Second)}
	x.scroll = container.NewVScroll(kit.Pad(0, 12, 4, 0, x.list))
	x.dialog = kit.NewDialog(kit.DialogSpec{
		Title: x.t("title"), Subtitle: x.t("subtitle"), CloseName: lang.T(d.Lang(), "gui.close"), Width: width, Height: height,
		Content: x.scroll, Foot: x.said,
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", lang.T(d.Lang(), "gui.close"), func() { x.dialog.Close() })},
	})
	x.dialog.ShowOn(d.Window().Canvas())
	x.look()
	return x
}

func (x *Dialog) t(key string, args ...any) string {
	return lang.T(x.desk.Lang(), "gui.exhibits."+key, args...)
}

func (x *Dialog) options() app.ExportOptions { return app.ExportOptions{Lang: x.desk.Content()} }

// look lists what the pack holds.
func (x *Dialog) look() {
	var items []app.Item
	p, o := x.desk.Project(), x.options()
	x.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		items, err = p.Items(o)
		return err
	}, func(err error) {
		if err != nil {
			x.desk.Fail(err)
			return
		}
		section := ""
		for i, item := range items {
			if item.Section != section || i == 0 {
				section = item.Section
				x.list.Add(kit.Pad(12, 0, 4, 0, kit.NewBold(section, kit.Small, theme.Second)))
			}
			x.list.Add(x.row(item))
			x.list.Add(kit.NewRule())
		}
		if len(items) == 0 {
			x.list.Add(kit.NewWrapped(x.t("none"), kit.Body, theme.Ink))
		}
		x.list.Refresh()
		x.scroll.Refresh()
	})
}

// row is one chart or table with what can be done with it.
func (x *Dialog) row(item app.Item) fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		kit.Flex(kit.Column(0, kit.NewShrinking(item.Title, kit.Body, theme.Ink), kit.NewText(item.Label, kit.Caption, theme.Second))),
	}
	if item.Table != nil {
		objects = append(objects,
			kit.NewButton(kit.Link, "", x.t("copy"), func() { x.copy(item) }),
			kit.NewButton(kit.Link, "", x.t("formatted"), func() { x.formatted(item) }))
	}
	for _, form := range []string{"png", "svg"} {
		objects = append(objects, kit.NewButton(kit.Link, "", x.t(form), func() { x.save(item, form) }))
	}
	return kit.Pad(6, 0, 6, 0, kit.Row(12, objects...))
}

// copy puts a table on the clipboard as text that spreadsheets take apart.
func (x *Dialog) copy(item app.Item) {
	text, _ := app.TableText(item, x.desk.Content())
	fyne.CurrentApp().Clipboard().SetContent(text)
	x.said.SetText(x.t("copied", item.Label))
}

// formatted puts it there with its look, past the toolkit; as text where the
// system has no way.
func (x *Dialog) formatted(item app.Item) {
	text, html := app.TableText(item, x.desk.Content())
	without := false
	x.desk.Run("", func(context.Context, func(int, int, string)) error {
		without = x.clip == nil || x.clip(text, html) != nil
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			x.desk.Fail(err)
		case without:
			fyne.CurrentApp().Clipboard().SetContent(text)
			x.said.SetText(x.t("plain", item.Label))
		default:
			x.said.SetText(x.t("copied", item.Label))
		}
	})
}

// save asks for a name and writes the picture.
func (x *Dialog) save(item app.Item, form string) {
	p, o := x.desk.Project(), x.options()
	title, name := x.t("save", item.Label), item.Key+"-"+string(o.Lang)+"."+form
	draft := false
	x.desk.Run(x.t("job"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		if o.Picture, err = x.desk.Dialogs().Save(title, x.folder, name, "*."+form); err != nil || o.Picture == "" {
			return err
		}
		if !app.IsPicture(o.Picture) {
			o.Picture += "." + form
		}
		o.Item, o.Unkept = item.Key, true
		_, err = p.Export(ctx, o)
		if draft = briefing.CodeOf(err) == briefing.CodeBlocking; draft {
			o.Draft = true
			_, err = p.Export(ctx, o)
		}
		return err
	}, func(err error) {
		var told *briefing.Error
		switch {
		case errors.As(err, &told) && told.Code == briefing.CodeCancelled || err == nil && o.Picture == "":
		case err != nil:
			x.desk.Fail(err)
		case draft:
			x.said.SetText(x.t("written.draft", filepath.Base(o.Picture)))
		default:
			x.said.SetText(x.t("written", filepath.Base(o.Picture)))
		}
	})
}
