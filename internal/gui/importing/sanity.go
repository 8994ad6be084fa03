package importing

import (
	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// addPrices sets the file's prices of a tonne beside the usual ones: above all
// else when units are in doubt, which have to be confirmed then before the file
// can be stored, and below the account of rows when not.
func (w *wizard) addPrices(page *fyne.Container, f *file, above bool) {
	report := f.read.Prices()
	if f.stage != checked || (report.Slip != 0) != above {
		return
	}
	if report.Slip != 0 {
		page.Add(kit.NewPaddedCard(kit.Column(12,
			kit.Row(8, kit.NewIcon(kit.IconBlocking, theme.Bad), kit.Flex(kit.NewWrapped(w.t("sanity.slip"), kit.Heading, theme.Ink))),
			kit.NewWrapped(w.t("sanity.slip.text"), kit.Body, theme.Second),
			kit.NewCheckBox(w.t("sanity.confirm"), w.t("sanity.confirm.text"), f.read.TrustUnits, func(on bool) {
				f.read.TrustUnits = on
				w.buttons(f)
				w.frame.Refresh()
			}))))
	}
	page.Add(w.saidCard(f))
	if len(report.Lines) > 0 {
		page.Add(w.chaptersCard(report))
	}
}

// saidCard tells what was chosen of the file beside its units, and leads to
// where it is chosen.
func (w *wizard) saidCard(f *file) fyne.CanvasObject {
	l := w.desk.Lang()
	o, _ := app.ImportOptions{}.WithUnits(f.read.Import.Units) // it was read by these
	var lines []kit.KeyValue
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, kit.KeyValue{Key: w.t(key), Value: value})
		}
	}
	add("units.value", lang.Unit(l, o.Units.Value))
	add("units.weight", lang.Unit(l, o.Units.Weight))
	switch {
	case o.Units.Basis != "":
		add("units.basis", w.basis(o.Units.Basis))
	case f.needs.Basis:
		add("units.basis", w.t("units.basis.unsaid"))
	}
	add("role.region", w.regionText(f, o.Units.Region))
	if o.Units.Mirror != "" {
		add("units.mirror", lang.Country(l, o.Units.Mirror))
	}
	for _, r := range f.read.Rates {
		add("units.rate", w.t("units.rate.of", r.From, r.To, w.number(r.Per, -1), lang.Period(l, r.Date), r.Words))
	}
	change := kit.NewButton(kit.Secondary, "", w.t("sanity.change"), func() {
		f.stage = asked
		w.show()
	})
	body := kit.Column(8, kit.Row(8, kit.Flex(kit.NewBold(w.t("sanity.said"), kit.Body, theme.Ink)), change))
	if len(lines) > 0 {
		body.Add(kit.NewKeyValues(176, lines...))
	} else {
		body.Add(kit.NewWrapped(w.t("sanity.said.all"), kit.Small, theme.Second))
	}
	return kit.NewPaddedCard(body)
}

// chaptersCard is a table of chapters: rows, price of a tonne, the usual range,
// the verdict.
func (w *wizard) chaptersCard(report app.PriceReport) fyne.CanvasObject {
	l := w.desk.Lang()
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: w.t("sanity.chapter"), Width: 248},
			{Title: w.t("sanity.rows"), Width: 76, Number: true},
			{Title: w.t("sanity.price"), Width: 128, Number: true},
			{Title: w.t("rows.currency"), Width: 64},
			{Title: w.t("sanity.usual"), Width: 150, Number: true},
			{Title: w.t("sanity.verdict"), Width: 200},
		},
		Rows: len(report.Lines),
		Cell: func(row, column int) kit.Cell {
			c := report.Lines[row]
			switch column {
			case 0:
				return kit.Cell{Text: c.Chapter + " " + lang.Chapter(l, c.Chapter)}
			case 1:
				return kit.Cell{Text: w.count(c.Rows)}
			case 2:
				return kit.Cell{Text: w.tonne(c.PerTonne), Bold: c.Power != 0}
			case 3:
				return kit.Cell{Text: c.Currency, Color: theme.Second}
			case 4:
				return kit.Cell{Text: w.usual(c), Color: theme.Second}
			}
			return verdictCell(c, app.PriceWord(l, c))
		},
	})
	header := kit.SectionHeader{Title: w.t("sanity.chapters"), Note: w.t("sanity.chapters.note", w.count(report.Judged), w.count(report.Fitting))}
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(report.Lines), 6, 28), t)))
}

// tonne writes a price: whole units, but for what is less than ten.
func (w *wizard) tonne(n briefing.Number) string {
	if n.Abs().Cmp(briefing.Whole(10)) < 0 {
		return w.number(n, 2)
	}
	return w.number(n, 0)
}

func (w *wizard) usual(c app.PriceLine) string {
	if c.Verdict == app.PriceUnjudged {
		return "—"
	}
	return w.count(int(c.Range.Low)) + "–" + w.count(int(c.Range.High))
}

// verdictCell tells by icon and word how a chapter stands.
func verdictCell(c app.PriceLine, word string) kit.Cell {
	switch {
	case c.Verdict == app.PriceUsual:
		return kit.Cell{Icon: kit.IconTick, Text: word, Color: theme.Good}
	case c.Verdict == app.PriceUnjudged:
		return kit.Cell{Text: word, Color: theme.Third}
	case c.Power != 0:
		return kit.Cell{Icon: kit.IconBlocking, Text: word, Color: theme.Bad}
	}
	return kit.Cell{Icon: kit.IconRemark, Text: word, Color: theme.Warn}
}
