package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func (v *Window) askImport() {
	if v.project == nil {
		return
	}
	dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close() // only its name was wanted
		v.Import(path)
	}, v.win).Show()
}

// Import shows how a file is understood before anything is stored.
func (v *Window) Import(path string) { v.preview(path, app.ImportOptions{}) }

func (v *Window) preview(path string, o app.ImportOptions) {
	v.flush()
	o.DryRun = true
	var seen app.Imported
	v.run(v.t("reading", filepath.Base(path)), func(ctx context.Context) (err error) {
		seen, err = v.project.Import(ctx, path, o)
		return err
	}, func(err error) {
		if briefing.CodeOf(err) == briefing.CodeUnitNeeded {
			v.askUnits(path, err)
			return
		}
		if err != nil {
			v.fail(err)
			return
		}
		if seen.Unchanged {
			dialog.ShowInformation(filepath.Base(path), v.t("unchanged"), v.win)
			return
		}
		text := v.t("understood", seen.Import.Profile) + "\n" + v.report(seen) + "\n\n" + v.t("first_rows") + "\n" + v.firstRows(seen)
		v.confirm(filepath.Base(path), text, v.t("store"), func() {
			o.DryRun = false
			v.importNow(path, o)
		})
	})
}

func (v *Window) importNow(path string, o app.ImportOptions) {
	var done app.Imported
	v.run(v.t("reading", filepath.Base(path)), func(ctx context.Context) (err error) {
		done, err = v.project.Import(ctx, path, o)
		return err
	}, func(err error) {
		if err != nil {
			v.fail(err)
			return
		}
		v.build()
		v.Show("trade")
		v.tell(v.t("report"), v.report(done))
	})
}

// askUnits asks what the file does not say, with what each choice would mean.
func (v *Window) askUnits(path string, err error) {
	choices := app.UnitChoices(err)
	value, weight := widget.NewSelect([]string{"usd", "thousand-usd", "million-usd", "rub", "cny", "eur"}, nil), widget.NewSelect([]string{"kg", "t", "thousand-t"}, nil)
	value.SetSelected("thousand-usd")
	weight.SetSelected("kg")
	note := widget.NewLabel(strings.Join(choices, "\n"))
	d := dialog.NewCustomConfirm(v.t("units"), v.t("next"), v.t("cancel"), container.NewVBox(widget.NewLabel(v.t("units_why")), value, weight, note), func(ok bool) {
		if !ok {
			return
		}
		o, err := app.ImportOptions{}.WithUnits("value=" + value.Selected + ",weight=" + weight.Selected)
		if err != nil {
			v.fail(err)
			return
		}
		v.preview(path, o)
	}, v.win)
	d.Show()
}

func (v *Window) report(d app.Imported) string {
	var sb strings.Builder
	sb.WriteString(v.t("counts", d.Report.Read, d.Report.Stored, d.Report.AsideRows(), len(d.Report.Rejected)))
	for _, s := range d.Report.SetAside {
		sb.WriteString("\n" + v.t("aside", lang.T(v.Lang, "importer.aside."+s.Reason), s.Rows))
	}
	for i, x := range d.Report.Rejected {
		if i == 50 {
			sb.WriteString("\n…")
			break
		}
		sb.WriteString("\n" + v.t("rejected", x.Line, x.Column, x.Text, lang.T(v.Lang, "importer.reject."+x.Reason)))
	}
	return sb.String()
}

func (v *Window) firstRows(d app.Imported) string {
	var sb strings.Builder
	for i := range min(d.Result.Figures.Len(), 6) {
		o := d.Result.Figures.At(i)
		for col := range 9 {
			sb.WriteString(v.cell(o, col) + " · ")
		}
		sb.WriteString("\n")
	}
	return sb.String()
}

func (v *Window) text(s string) fyne.CanvasObject {
	l := widget.NewLabel(s)
	l.Wrapping = fyne.TextWrapWord
	return container.NewGridWrap(fyne.NewSize(760, 380), container.NewVScroll(l))
}

func (v *Window) tell(title, s string) {
	dialog.NewCustom(title, v.t("close"), v.text(s), v.win).Show()
}

func (v *Window) confirm(title, s, yes string, then func()) {
	dialog.NewCustomConfirm(title, yes, v.t("cancel"), v.text(s), func(ok bool) {
		if ok {
			then()
		}
	}, v.win).Show()
}

// ShowExport asks for whom and what, and makes it.
func (v *Window) ShowExport() {
	if v.project == nil {
		return
	}
	v.flush()
	pick := func(keys []string, group string) *widget.Select {
		var names []string
		for _, k := range keys {
			names = append(names, lang.Enum(v.Lang, group, k))
		}
		s := widget.NewSelect(names, nil)
		s.SetSelectedIndex(0)
		return s
	}
	audiences := []string{"leader", "compiler", "interpreter", "partner"}
	who := pick(audiences, "audience")
	var forms []string
	for _, f := range app.Forms(v.Lang) {
		forms = append(forms, f[0])
	}
	form := pick(forms, "form")
	draft := widget.NewCheck(v.t("draft"), nil)
	draft.SetChecked(true)
	asPDF, asBook := widget.NewCheck("PDF", nil), widget.NewCheck("Excel", nil)
	asPDF.SetChecked(true)
	asBook.SetChecked(true)
	folder := widget.NewEntry()
	folder.SetText(filepath.Dir(v.project.Path))
	items := []*widget.FormItem{
		widget.NewFormItem(v.t("for_whom"), who), widget.NewFormItem(v.t("form"), form), widget.NewFormItem("", draft),
		widget.NewFormItem("", container.NewHBox(asPDF, asBook)), widget.NewFormItem(v.t("folder"), folder),
	}
	d := dialog.NewForm(v.t("export"), v.t("make"), v.t("cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		o := app.ExportOptions{Lang: v.Content, Form: forms[form.SelectedIndex()], Draft: draft.Checked}
		o.Audience, _ = briefing.ParseAudience(audiences[who.SelectedIndex()])
		if asPDF.Checked {
			o.PDF = filepath.Join(folder.Text, v.project.DefaultName(o, ".pdf"))
		}
		if asBook.Checked {
			o.XLSX = filepath.Join(folder.Text, v.project.DefaultName(o, ".xlsx"))
		}
		v.Export(o)
	}, v.win)
	d.Resize(fyne.NewSize(560, 360))
	d.Show()
}

// Export makes the outputs beside the window, then offers to open them.
func (v *Window) Export(o app.ExportOptions) {
	var made app.Exported
	v.run(v.t("making"), func(ctx context.Context) (err error) {
		made, err = v.project.Export(ctx, o)
		return err
	}, func(err error) {
		if briefing.CodeOf(err) == briefing.CodeBlocking {
			var sb strings.Builder
			for _, f := range app.Blocking(made.Findings) {
				sb.WriteString("• " + f.Evidence.Any(v.Lang) + " — " + f.Mend.Any(v.Lang) + "\n")
			}
			v.confirm(v.t("blocked"), sb.String(), v.t("to_checks"), func() { v.Show("checks") })
			return
		}
		if err != nil {
			v.fail(err)
			return
		}
		v.made(made.Files)
	})
}

func (v *Window) made(files []string) {
	box := container.NewVBox()
	for _, f := range files {
		box.Add(container.NewBorder(nil, nil, nil, container.NewHBox(
			widget.NewButton(v.t("open_file"), func() { v.fail(v.OpenURL(f)) }),
			widget.NewButton(v.t("show_folder"), func() { v.fail(v.OpenURL(filepath.Dir(f))) }),
		), widget.NewLabel(filepath.Base(f))))
	}
	if _, err := os.Stat(v.project.Path); err == nil {
		v.showStatus()
	}
	dialog.NewCustom(v.t("made"), v.t("close"), box, v.win).Show()
}
