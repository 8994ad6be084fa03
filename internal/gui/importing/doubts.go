package importing

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// openCard asks what the file leaves to be understood in two ways: of which place
// its rows are, how its numbers are written, whether heads stand above their columns.
func (w *wizard) openCard(f *file) fyne.CanvasObject {
	card := kit.Column(12, kit.NewBold(w.t("doubts.open"), kit.Body, theme.Ink), kit.NewWrapped(w.t("doubts.open.text"), kit.Small, theme.Second))
	if f.needs.Region {
		w.addPlace(card, "role.region", f.rec.RegionOf, w.t("doubt.region", f.needs.About["region"]), &f.choice.region)
	}
	if f.needs.Province {
		w.addPlace(card, "role.province", f.rec.ProvinceOf, w.t("doubt.province", f.needs.About["province"]), &f.choice.province)
	}
	if f.needs.Code {
		card.Add(w.codeField(f))
	}
	if f.needs.Decimal {
		items := []kit.MenuItem{{Key: app.DecimalComma, Text: w.t("doubt.decimal.comma")}, {Key: app.DecimalPoint, Text: w.t("doubt.decimal.point")}}
		w.addChoice(card, "doubt.decimal.sign", w.t("doubt.decimal", f.needs.About["decimal"]), items, f.choice.decimal, func(key string) { f.choice.decimal = key })
	}
	if f.needs.Turnover {
		items := []kit.MenuItem{{Key: app.AsideTurnover, Text: w.t("doubt.turnover.aside")}}
		for i, x := range []figure.Flow{figure.Export, figure.Import} {
			items = append(items, kit.MenuItem{Key: string(x), Text: lang.Enum(w.desk.Lang(), "flow", string(x)), Line: i == 0})
		}
		w.addChoice(card, "doubt.turnover.what", w.t("doubt.turnover", f.needs.About[app.AsideTurnover]), items, cmp.Or(f.choice.aside, string(f.choice.flow)), func(key string) {
			f.choice.aside, f.choice.flow = "", figure.Flow(key)
			if key == app.AsideTurnover {
				f.choice.aside, f.choice.flow = key, ""
			}
		})
	}
	if f.needs.Services {
		w.addChoice(card, "doubt.turnover.what", w.t("doubt.services", f.needs.About[app.AsideServices]), []kit.MenuItem{{Key: app.AsideServices, Text: w.t("doubt.services.aside")}}, f.choice.aside, func(key string) {
			f.choice.aside = key
		})
	}
	if f.needs.Columns {
		card.Add(kit.NewWrapped(w.t("doubt."+app.Asked("columns", f.needs.About["columns"]), f.needs.About["columns"]), kit.Body, theme.Warn))
		card.Add(kit.NewCheckBox(w.t("doubt.columns.seen"), "", f.choice.columns, func(on bool) {
			f.choice.columns = on
			w.show()
		}))
		card.Add(kit.Row(8, kit.NewButton(kit.Secondary, "", w.t("assist.open"), w.assist)))
	}
	return kit.NewPaddedCard(card)
}

// codeField asks which goods a table is of that names none.
func (w *wizard) codeField(f *file) *kit.Field {
	input := kit.NewTextField(f.choice.code, w.t("doubt.code.example"), nil)
	field := kit.NewField(w.t("doubt.code.what"), true, input)
	input.OnChange = func(s string) {
		f.choice.code = strings.TrimSpace(s)
		field.SetError("")
		if f.choice.code != "" && !f.choice.coded() {
			field.SetError(w.t("doubt.code.unknown"))
		}
		w.steps.Set(w.stepTexts(), f.step())
		w.buttons(f)
		w.frame.Refresh()
	}
	return field.WithHint(w.t("doubt.code"))
}

// addChoice asks for one of a few answers.
func (w *wizard) addChoice(card *fyne.Container, label, hint string, items []kit.MenuItem, now string, set func(string)) {
	card.Add(w.choiceField(label, items, now, set).WithHint(hint))
}

// choiceField is a field that has to be answered out of a list; the page shows
// what follows from the answer.
func (w *wizard) choiceField(label string, items []kit.MenuItem, now string, set func(string)) *kit.Field {
	return kit.NewField(w.t(label), true, kit.NewSelectField(items, now, w.t("units.choose"), func(key string) {
		set(key)
		w.show()
	}))
}

// addPlace asks for a part of a country, for the country whole, or for a place by
// the name that the title has for it.
func (w *wizard) addPlace(card *fyne.Container, label, country, hint string, to *string) {
	f := w.now()
	items := w.regionItems(country, kit.MenuItem{Key: app.WholeCountry, Text: w.t("region.whole")})
	listed, typed := "", *to
	if slices.ContainsFunc(items, func(it kit.MenuItem) bool { return it.Key == *to }) {
		listed, typed = *to, ""
	}
	w.addChoice(card, label, hint, items, listed, func(key string) { *to = key })
	card.Add(kit.NewField(w.t("doubt.place"), false, kit.NewTextField(typed, "", func(s string) {
		if *to = strings.TrimSpace(s); *to == "" {
			*to = listed
		}
		w.steps.Set(w.stepTexts(), f.step())
		w.buttons(f)
		w.frame.Refresh()
	})).WithHint(w.t("doubt.place.hint")))
}
