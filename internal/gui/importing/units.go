package importing

import (
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// unitsPage asks for what the file does not say, with the price of a tonne
// that each choice would mean.
func (w *wizard) unitsPage(f *file) fyne.CanvasObject {
	form := kit.Form()
	if f.needs.Value {
		form.Add(w.unitField(f, "value", app.ValueUnits(), f.choice.value, func(u briefing.Unit) { f.choice.value = u }))
	}
	if f.needs.Weight {
		form.Add(w.unitField(f, "weight", app.WeightUnits(), f.choice.weight, func(u briefing.Unit) { f.choice.weight = u }))
	}
	if f.needs.Flow {
		var items []kit.MenuItem
		for _, x := range []figure.Flow{figure.Export, figure.Import, figure.ReExport, figure.ReImport} {
			items = append(items, kit.MenuItem{Key: string(x), Text: lang.Enum(w.desk.Lang(), "flow", string(x))})
		}
		form.Add(w.choiceField("units.flow", items, string(f.choice.flow), func(key string) { f.choice.flow = figure.Flow(key) }))
	}
	if f.needs.Period {
		form.Add(w.periodField(f))
	}
	page := kit.Column(16)
	if f.err != nil { // of what was said
		sentence, hint := lang.Error(w.desk.Lang(), f.err)
		page.Add(kit.NewPaddedCard(kit.Column(8, kit.Row(8, kit.NewIcon(kit.IconBlocking, theme.Bad), kit.Flex(kit.NewWrapped(sentence, kit.Heading, theme.Ink))), kit.NewWrapped(hint, kit.Body, theme.Second))))
	}
	if f.needs.Doubts() {
		page.Add(w.openCard(f))
	}
	if f.needs.Value || f.needs.Weight || f.needs.Flow || f.needs.Period {
		page.Add(kit.NewPaddedCard(kit.Column(12, kit.NewBold(w.t("units.title"), kit.Body, theme.Ink),
			kit.NewWrapped(w.t("units.text"), kit.Small, theme.Second), form)))
	}
	if f.needs.Value || f.needs.Weight {
		if report, ok := f.needs.PricesUnder(f.choice.value, f.choice.weight); ok && len(report.Lines) > 0 {
			if report.Slip != 0 {
				page.Add(kit.NewNotice(kit.Warn, kit.IconRemark, w.t("sanity.slip"), w.t("sanity.slip.choose")))
			}
			page.Add(w.chaptersCard(report))
		}
		page.Add(w.pricesCard(f))
	}
	for _, card := range w.saidCards(f) {
		page.Add(card)
	}
	return page
}

// unitField chooses a unit; beside each stands the price it would mean with
// what else is chosen.
func (w *wizard) unitField(f *file, which string, units []briefing.Unit, now briefing.Unit, set func(briefing.Unit)) fyne.CanvasObject {
	var items []kit.MenuItem
	for _, u := range units {
		c := f.choice
		if which == "value" {
			c.value = u
		} else {
			c.weight = u
		}
		items = append(items, kit.MenuItem{Key: string(u), Text: plain(lang.Unit(w.desk.Lang(), u)), Note: w.price(f, c)})
	}
	return w.choiceField("units."+which, items, string(now), func(key string) { set(briefing.Unit(key)) })
}

// price is what a choice means, empty while it is not whole.
func (w *wizard) price(f *file, c choice) string {
	n, ok := f.needs.PerTonne(c.value, c.weight) // what the file states itself is known there
	if !ok {
		return ""
	}
	unit := c.value
	if !f.needs.Value {
		unit = f.needs.Worth.ValueOf
	}
	code, _ := unit.Currency()
	return w.t("units.price", w.number(n, 2), code)
}

func (w *wizard) periodField(f *file) fyne.CanvasObject {
	input := kit.NewTextField(f.choice.typed, w.t("units.period.example"), nil)
	field := kit.NewField(w.t("units.period"), true, input)
	input.OnChange = func(s string) {
		p, err := lang.ParsePeriod(w.desk.Lang(), s)
		f.choice.typed, f.choice.period = s, briefing.Period{}
		field.SetError("")
		if err == nil {
			f.choice.period = p
		} else if s != "" {
			sentence, _ := lang.Error(w.desk.Lang(), err)
			field.SetError(sentence)
		}
		w.steps.Set(w.stepTexts(), f.step())
		w.buttons(f)
		w.frame.Refresh()
	}
	return field
}

// pricesCard sets the choices beside each other: a thousandfold slip shows in
// the price of a tonne.
func (w *wizard) pricesCard(f *file) fyne.CanvasObject {
	l := w.desk.Lang()
	rows := kit.Column(8, kit.NewBold(w.t("prices.title"), kit.Body, theme.Ink), kit.NewWrapped(w.t("prices.text"), kit.Small, theme.Second))
	if now := w.price(f, f.choice); now != "" {
		rows.Add(kit.Row(8, kit.NewText(w.t("prices.chosen"), kit.Body, theme.Second), kit.NewBold(now, kit.Heading, theme.Ink)))
	}
	if len(f.needs.Choices) == 0 {
		rows.Add(kit.NewWrapped(w.t("prices.none"), kit.Small, theme.Second))
		return kit.NewPaddedCard(rows)
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{{Title: w.t("units.value"), Width: 190}, {Title: w.t("units.weight"), Width: 150}, {Title: w.t("prices.price"), Width: 200, Number: true}},
		Rows:    len(f.needs.Choices),
		Cell: func(row, column int) kit.Cell {
			c := f.needs.Choices[row]
			cell := kit.Cell{Bold: c.Value == f.choice.value && c.Weight == f.choice.weight}
			switch column {
			case 0:
				cell.Text = lang.Unit(l, c.Value)
			case 1:
				cell.Text = lang.Unit(l, c.Weight)
			default:
				cell.Text = w.number(c.PerTonne, 2)
			}
			return cell
		},
	})
	t.OnOpen = func(row, _ int) { // both units at once
		c := f.needs.Choices[row]
		if f.needs.Value {
			f.choice.value = c.Value
		}
		if f.needs.Weight {
			f.choice.weight = c.Weight
		}
		w.show()
	}
	rows.Add(kit.Fixed(0, tableHigh(len(f.needs.Choices), 6, 28), t))
	return kit.NewPaddedCard(rows)
}

// plain has ordinary spaces, so that typing finds it in a menu.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
