// Package window is the first whole window of the program: a start screen, a
// side bar with a list and a form for every kind of record, the imported
// figures, the findings, import and export.
//
// It promises that what was typed is stored within a second after the last
// keystroke and when another record is shown, that long work runs beside the
// window and can be cancelled, and that an error is one sentence with what to
// do.
package window

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Window is the window with at most one project open.
type Window struct {
	App     fyne.App
	World   app.World
	Lang    briefing.Lang // of the interface
	Content briefing.Lang // of contents, chosen in the top bar
	OpenURL func(path string) error

	win     fyne.Window
	project *app.Project
	main    *fyne.Container
	status  *widget.Label
	screen  string
	form    *form // of the record in front, nil when none is
}

// New makes the window with its start screen.
func New(a fyne.App, w app.World, l briefing.Lang) *Window {
	if l == briefing.ZH {
		l = briefing.EN // the interface is in Russian and English
	}
	v := &Window{App: a, World: w, Lang: l, Content: briefing.RU, win: a.NewWindow("Briefing"), status: widget.NewLabel("")}
	v.main = container.NewStack()
	v.win.Resize(fyne.NewSize(1280, 820))
	v.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		for _, u := range uris {
			v.take(u.Path())
		}
	})
	v.win.SetCloseIntercept(func() {
		if v.close() {
			v.win.Close()
		}
	})
	v.keys()
	v.start()
	return v
}

func (v *Window) t(key string, args ...any) string { return lang.T(v.Lang, "win."+key, args...) }

// Fyne is the toolkit's window, for tests and for the driver.
func (v *Window) Fyne() fyne.Window { return v.win }

// Project is the open project, nil on the start screen.
func (v *Window) Project() *app.Project { return v.project }

func (v *Window) keys() {
	add := func(key fyne.KeyName, fn func()) {
		v.win.Canvas().AddShortcut(&shortcut{key}, func(fyne.Shortcut) { fn() })
	}
	add(fyne.KeyO, v.askOpen)
	add(fyne.KeyN, v.askNew)
	add(fyne.KeyS, v.save)
	add(fyne.KeyE, v.ShowExport)
}

// shortcut is a key with Ctrl (Cmd on macOS).
type shortcut struct{ key fyne.KeyName }

func (s *shortcut) ShortcutName() string  { return "briefing." + string(s.key) }
func (s *shortcut) Key() fyne.KeyName     { return s.key }
func (s *shortcut) Mod() fyne.KeyModifier { return fyne.KeyModifierShortcutDefault }

// start shows what can be done without a project.
func (v *Window) start() {
	v.form, v.screen = nil, ""
	title := widget.NewLabelWithStyle("Briefing", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	open := widget.NewButton(v.t("open"), v.askOpen)
	open.Importance = widget.HighImportance
	language := widget.NewRadioGroup([]string{"Русский", "English"}, nil)
	language.Horizontal = true
	language.SetSelected(map[briefing.Lang]string{briefing.RU: "Русский", briefing.EN: "English"}[v.Lang])
	language.OnChanged = func(s string) {
		if l := map[string]briefing.Lang{"Русский": briefing.RU, "English": briefing.EN}[s]; l != "" && l != v.Lang {
			v.Lang = l
			v.start()
		}
	}
	v.win.SetContent(container.NewCenter(container.NewVBox(title,
		widget.NewLabelWithStyle(v.t("start"), fyne.TextAlignCenter, fyne.TextStyle{}),
		open, widget.NewButton(v.t("new"), v.askNew), widget.NewButton(v.t("example"), v.openExample),
		widget.NewSeparator(), container.NewHBox(layout.NewSpacer(), language, layout.NewSpacer()))))
}

func (v *Window) fail(err error) {
	if err == nil || briefing.CodeOf(err) == briefing.CodeCancelled {
		return
	}
	sentence, hint := lang.Error(v.Lang, err)
	text := widget.NewLabel(sentence + "\n" + hint)
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(v.t("error"), v.t("close"), container.NewGridWrap(fyne.NewSize(520, 130), container.NewVScroll(text)), v.win)
	d.Show()
}

// Open opens the project at the path in place of the one that is open.
func (v *Window) Open(path string) {
	p, err := app.Open(v.World, path, true)
	if err != nil {
		v.fail(err)
		return
	}
	v.use(p)
}

func (v *Window) use(p *app.Project) {
	if !v.close() {
		return
	}
	v.project = p
	p.Watch(func() { fyne.Do(v.showStatus) })
	v.build()
	if r := p.State().Recovered; r != nil {
		dialog.ShowInformation(v.t("recovered"), filepath.Base(p.Path), v.win)
	}
}

// close stores what is typed and publishes the project; false when that failed.
func (v *Window) close() bool {
	v.flush()
	if v.project == nil {
		return true
	}
	if err := v.project.Close(); err != nil {
		v.fail(err)
		return false
	}
	v.project = nil
	return true
}

func (v *Window) flush() {
	if v.form != nil {
		v.form.store()
	}
}

func (v *Window) save() {
	v.flush()
	if v.project == nil {
		return
	}
	if err := v.project.Save(); err != nil {
		v.fail(err)
		return
	}
	v.showStatus()
}

func (v *Window) askOpen() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close() // only its name was wanted
		v.Open(path)
	}, v.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".briefing"}))
	d.Show()
}

// saveAs asks for a name and hands it on.
func (v *Window) saveAs(name string, then func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			return
		}
		path := w.URI().Path()
		_ = w.Close() // the dialog has made an empty file: it is ours to replace
		then(path)
	}, v.win)
	d.SetFileName(name)
	d.Show()
}

func (v *Window) askNew() {
	v.saveAs("project.briefing", func(path string) {
		pr, err := app.NewProject(v.World, "")
		if err != nil {
			v.fail(err)
			return
		}
		v.create(path, pr)
	})
}

func (v *Window) create(path string, pr *project.Project) {
	p, err := app.CreateInPlace(v.World, path, pr)
	if err != nil {
		v.fail(err)
		return
	}
	v.use(p)
}

func (v *Window) openExample() {
	v.saveAs("demo.briefing", func(path string) {
		pr, err := app.ExampleProject()
		if err != nil {
			v.fail(err)
			return
		}
		v.create(path, pr)
	})
}

// take is what happens to a file dropped on the window.
func (v *Window) take(path string) {
	if filepath.Ext(path) == ".briefing" {
		v.Open(path)
		return
	}
	if v.project == nil {
		dialog.ShowInformation(v.t("error"), v.t("open_first"), v.win)
		return
	}
	v.Import(path)
}

func (v *Window) showStatus() {
	if v.project == nil {
		return
	}
	state := v.t("saved", time.Now().Format("15:04"))
	if v.project.State().ReadOnly {
		state = v.t("read_only")
	}
	rows := 0
	v.project.Read(func(p *project.Project) { rows = p.Figures.Len() })
	v.status.SetText(state + " · " + filepath.Base(v.project.Path) + " · " + v.t("rows", rows))
}

// run does work beside the window with a way to cancel it; then is called on
// the window's goroutine.
func (v *Window) run(what string, work func(context.Context) error, then func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBarInfinite()
	d := dialog.NewCustom(what, v.t("cancel"), container.NewGridWrap(fyne.NewSize(420, 24), bar), v.win)
	d.SetOnClosed(cancel)
	d.Show()
	go func() {
		err := work(ctx)
		fyne.Do(func() {
			d.Hide()
			then(err)
		})
	}()
}
