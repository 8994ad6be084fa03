package packs

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/printing"
	"briefing/internal/settings"
)

// System hands finished files to the system.
type System struct {
	Open, Reveal func(path string) error
	Print        func(printing.Job) error
	// Documents is where outputs go until a folder was chosen.
	Documents string
}

// export is the dialog that makes the outputs. «Для кого» and «Проект /
// Выпуск» stand above the form, since they decide what is offered below.
type export struct {
	desk   desk.Desk
	system System
	dialog *kit.Dialog

	audience briefing.Audience
	issue    bool
	forms    map[string]bool
	langs    map[briefing.Lang]bool
	pdf      bool
	xlsx     bool
	copies   bool // all numbered copies as one file
	docx     bool
	csv      bool // the tables of the workbook
	guard    bool // the workbook's formulas are protected
	folder   string

	what, files, langsBox, mark *fyne.Container // the columns of the form
	folderText                  *kit.Text
	checks, progress, right     *fyne.Container
	foot                        *fyne.Container
	start, stop                 *kit.Button
	lock                        []fyne.Disableable
	run                         *running // nil until the first start
	review                      review
	state                       *kit.Segmented // draft or issue
}

// Measures of the dialog.
const (
	exportWidth  float32 = 1140
	exportHeight float32 = 700
	whatWidth    float32 = 350
	exportForm   float32 = 380
	checksLeast  float32 = 250
)

// ShowExport opens the dialog that makes the outputs.
func ShowExport(d desk.Desk, system System) {
	now := d.Settings().Get()
	e := &export{
		desk: d, system: system, audience: briefing.Leader, pdf: true, xlsx: true,
		forms: map[string]bool{app.Forms(d.Lang())[0][0]: true}, langs: map[briefing.Lang]bool{d.Content(): true},
		folder: now.Folder("export", filepath.Dir(d.Project().Path)),
	}
	e.build()
	e.examine()
	e.dialog.ShowOn(d.Window().Canvas())
}

func (e *export) t(key string, args ...any) string { return desk.T(e.desk, "export."+key, args...) }

func (e *export) build() {
	e.what, e.files, e.langsBox, e.mark = kit.Column(10), kit.Wrapped(16), kit.Wrapped(16), kit.Column(8)
	e.checks, e.progress, e.foot = kit.Column(10), kit.Column(8), kit.Column(6)
	e.folderText = kit.NewShrinking("", kit.Body, theme.Ink)
	e.start = kit.NewButton(kit.Primary, "", "", e.begin)
	e.stop = kit.NewButton(kit.Secondary, "", desk.T(e.desk, "close"), e.leave)
	left := kit.Column(20, e.section("what", e.what))
	mid := kit.Column(16, e.section("languages", e.langsBox), kit.NewRule(), e.section("files", e.files), kit.NewRule(), e.section("mark", e.mark), kit.NewRule(), e.place())
	e.right = kit.Column(20, e.progress, e.section("checks", e.checks)) // what comes of it stands above however many findings
	head := e.head()
	columns := kit.ByWidth(whatWidth+exportForm+checksLeast, func() fyne.CanvasObject {
		return kit.Dock(head, nil, nil, nil, kit.Dock(nil, nil,
			kit.Dock(nil, nil, kit.Fixed(whatWidth, 0, column(theme.Surface, left)), kit.Fixed(exportForm, 0, column(theme.Surface, mid)), nil), nil,
			column(theme.Ground, e.right)))
	}, func() fyne.CanvasObject { // one column, which scrolls with all choices
		all := kit.Column(0, head, kit.Pad(20, 24, 20, 24, kit.Column(20, left, kit.NewRule(), mid, kit.NewRule(), e.right)))
		return kit.NewPanel(theme.Surface, container.NewVScroll(all))
	})
	subtitle := e.desk.Project().Pack().ShortTitle.Any(e.desk.Lang())
	if t, ok := e.desk.Project().Pack().Moment(); ok {
		subtitle = joined(subtitle, desk.T(e.desk, "moment.as_of", lang.Moment(e.desk.Lang(), t)))
	}
	e.dialog = kit.NewDialog(kit.DialogSpec{
		Title: e.t("title"), Subtitle: subtitle, Content: columns, Bare: true, Foot: e.foot,
		Buttons: []*kit.Button{e.stop, e.start}, CloseName: desk.T(e.desk, "close"), OnCancel: e.cancel,
		Width: exportWidth, Height: exportHeight,
	})
	e.show()
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

func column(ground fyne.ThemeColorName, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewPanel(ground, container.NewVScroll(kit.Pad(20, 24, 20, 24, o)))
}

func (e *export) section(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(12, kit.NewBold(e.t(key), kit.Body, theme.Ink), o)
}

// head holds the two choices that decide about all the rest.
func (e *export) head() fyne.CanvasObject {
	var whom []kit.Segment
	for _, a := range briefing.Audiences() {
		whom = append(whom, kit.Segment{Key: a.String(), Text: e.t("to." + a.String())})
	}
	audience := kit.NewSegmented(whom, e.audience.String(), func(key string) {
		e.audience, _ = briefing.ParseAudience(key)
		defer e.examine()
		for _, f := range e.offered() {
			e.forms[f[0]] = e.forms[f[0]] || len(e.offered()) == 1
		}
		e.show()
	})
	e.state = kit.NewSegmented(e.states(), "draft", func(key string) {
		e.issue = key == "issue"
		e.show()
	})
	e.lock = append(e.lock, audience, e.state)
	row := kit.Ends(12, kit.Wrapped(12, kit.NewBold(e.t("for_whom"), kit.Body, theme.Ink), audience), e.state)
	return kit.Column(0, kit.NewRule(), kit.Pad(12, 24, 12, 24, row), kit.NewRule())
}

// states are draft and issue; an issue that something stands against, in the
// languages and for the reader chosen, bears the sign of that.
func (e *export) states() []kit.Segment {
	issue := kit.Segment{Key: "issue", Text: e.t("issue")}
	if e.review.ready && len(e.review.blocking) > 0 {
		issue.Icon, issue.IconColor = kit.IconBlocking, theme.Bad
	}
	return []kit.Segment{{Key: "draft", Text: e.t("draft")}, issue}
}

// offered lists the forms that the audience may be given.
func (e *export) offered() [][2]string {
	return slices.DeleteFunc(app.Forms(e.desk.Lang()), func(f [2]string) bool {
		return !app.FormFor(f[0], e.audience)
	})
}

// show lays the form out for what has been chosen.
func (e *export) show() {
	e.showWhat()
	e.showLanguages()
	e.showMark()
	e.showChecks()
	e.folderText.SetText(e.folder)
	e.showFoot()
	e.dialog.Refresh()
}

func (e *export) tick(text, sub string, on bool, set func(bool)) *kit.CheckBox {
	box := kit.NewCheckBox(text, sub, on, func(on bool) {
		set(on)
		e.examine()
		e.showFoot()
	})
	if e.running() {
		box.Disable()
	}
	return box
}

func (e *export) showWhat() {
	e.what.Objects, e.files.Objects = nil, nil
	for _, f := range e.offered() {
		note, _ := lang.Has(e.desk.Lang(), "gui.export.form."+f[0])
		e.what.Add(e.tick(f[1], note, e.forms[f[0]], func(on bool) { e.forms[f[0]] = on }))
	}
	e.files.Add(e.tick(e.t("pdf"), "", e.pdf, func(on bool) { e.pdf = on }))
	e.files.Add(e.tick(e.t("xlsx"), "", e.xlsx, func(on bool) {
		e.xlsx = on
		e.showWhat()
	}))
	if e.xlsx {
		e.files.Add(kit.Pad(0, 0, 0, 24, e.tick(e.t("guard"), e.t("guard.note"), e.guard, func(on bool) { e.guard = on })))
	}
	e.files.Add(e.tick(e.t("docx"), "", e.docx, func(on bool) { e.docx = on }))
	e.files.Add(e.tick(e.t("csv"), "", e.csv, func(on bool) { e.csv = on }))
}

func (e *export) showLanguages() {
	e.langsBox.Objects = nil
	names := map[briefing.Lang]string{briefing.RU: "Русский", briefing.EN: "English", briefing.ZH: "中文"}
	for _, l := range briefing.Langs() {
		e.langsBox.Add(e.tick(names[l], "", e.langs[l], func(on bool) { e.langs[l] = on }))
	}
}

// showMark tells the mark as the pack's settings have it; an output for the
// partner never has one.
func (e *export) showMark() {
	e.mark.Objects = nil
	k := e.desk.Project().Pack()
	key := "mark.none"
	if k.Restricted && e.audience != briefing.Partner {
		key = "mark.restricted"
	}
	e.mark.Add(kit.NewText(e.t(key), kit.Body, theme.Ink))
	if key == "mark.restricted" {
		e.mark.Add(kit.NewKeyValues(120,
			kit.KeyValue{Key: e.t("mark.copies"), Value: number(k.Copies)},
			kit.KeyValue{Key: e.t("mark.number"), Value: number(k.Copy)}))
	}
	if n := max(k.Copies, len(k.Addressees)); n > 0 && e.audience != briefing.Partner {
		e.mark.Add(e.tick(e.t("copies"), e.t("copies.note"), e.copies, func(on bool) { e.copies = on }))
	}
	e.mark.Add(kit.NewWrapped(e.t("mark.note"), kit.Caption, theme.Second))
}

func (e *export) place() fyne.CanvasObject {
	choose := kit.NewButton(kit.Link, "", desk.T(e.desk, "choose"), e.askFolder)
	e.lock = append(e.lock, choose)
	return kit.Column(6, kit.NewText(e.t("folder"), kit.Small, theme.Second),
		kit.Row(8, kit.NewIcon("folder", theme.Third), kit.Flex(e.folderText), choose))
}

func (e *export) askFolder() {
	var dir string
	title, at := e.t("folder.ask"), e.folder
	e.desk.Run("", func(_ context.Context, _ func(int, int, string)) (err error) {
		dir, err = e.desk.Dialogs().Folder(title, at)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			e.desk.Fail(err)
		case dir != "":
			e.folder = dir
			if err := e.desk.Settings().Change(func(c *settings.Settings) { c.SetFolder("export", dir) }); err != nil {
				e.desk.Fail(err)
			}
			e.show()
		}
	})
}
