package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// said is what the user may say of a file beside what has to be said.
type said struct {
	basis                         string // "FOB", "CIF", app.BasisByFlow
	region                        string // a code, app.WholeCountry, a name; empty: as the file says
	province                      string // of the partner, likewise
	code                          string // of the goods, as typed
	decimal                       string // app.DecimalPoint, app.DecimalComma
	aside                         string // app.AsideTurnover, app.AsideServices: all rows
	columns                       bool   // the columns have been looked at beside their heads
	mirror                        string // country whose trade may be read from the other side
	rateFrom, rateTo              string // currencies
	ratePer, rateDate, rateSource string // as typed
}

// rate puts the typed rate together; ok is false while there is none or it is
// not whole. What is wrong is the error's path.
func (s *said) rate(l briefing.Lang) (r briefing.Rate, typed bool, err error) {
	if s.ratePer == "" && s.rateDate == "" && s.rateSource == "" {
		return briefing.Rate{}, false, nil
	}
	per, date := s.ratePer, s.rateDate
	if n, err := lang.ParseNumberIn(l, per); err == nil {
		per = n.String()
	}
	if p, err := lang.ParsePeriod(l, date); err == nil {
		date = p.String()
	}
	words := func(s string) string { return strings.ReplaceAll(s, " ", "_") } // what was not understood stays one word
	r, err = briefing.ParseRate(s.rateFrom + "/" + s.rateTo + "=" + words(per) + " " + words(date) + " " + s.rateSource)
	return r, true, err
}

// whole reports whether nothing that was begun is left unfinished.
func (s *said) whole(l briefing.Lang) bool {
	_, _, err := s.rate(l)
	return err == nil
}

// coded reports whether a code of the goods was said.
func (s *said) coded() bool {
	_, ok := app.GoodsCode(s.code)
	return ok
}

// apply gives the options what was said.
func (s *said) apply(l briefing.Lang, o app.ImportOptions) app.ImportOptions {
	o.Units.Basis, o.Units.Mirror, o.Units.Region = s.basis, s.mirror, s.region
	o.Units.Code, _ = app.GoodsCode(s.code)
	o.Units.Province, o.Units.Decimal, o.Units.Aside = s.province, s.decimal, s.aside
	if s.columns {
		o.Units.Columns = app.ColumnsChecked
	}
	if r, typed, err := s.rate(l); typed && err == nil {
		o.Units.Rates = []briefing.Rate{r}
	}
	return o
}

func (w *wizard) basis(key string) string {
	if key == app.BasisByFlow {
		return w.t("units.basis.flow")
	}
	return key
}

// saidCards ask for what may be said and does not have to.
func (w *wizard) saidCards(f *file) []fyne.CanvasObject {
	cards := []fyne.CanvasObject{}
	if card := w.regionCard(f); card != nil {
		cards = append(cards, card)
	}
	if f.needs.Basis || f.choice.basis != "" {
		items := []kit.MenuItem{{Key: "", Text: w.t("units.basis.unsaid")}}
		for _, b := range []string{"FOB", "CIF", app.BasisByFlow} {
			items = append(items, kit.MenuItem{Key: b, Text: w.basis(b)})
		}
		field := kit.NewField(w.t("units.basis"), false, kit.NewSelectField(items, f.choice.basis, w.t("units.basis.unsaid"), func(key string) { f.choice.basis = key }))
		cards = append(cards, kit.NewPaddedCard(field.WithHint(w.t("units.basis.hint"))))
	}
	return append(cards, w.mirrorCard(f), w.rateCard(f))
}

// mirrorCard asks whether the file may be read from the other side.
func (w *wizard) mirrorCard(f *file) fyne.CanvasObject {
	l := w.desk.Lang()
	items := []kit.MenuItem{{Key: "", Text: w.t("units.mirror.no")}}
	codes := slices.Clone(lang.Countries())
	slices.SortFunc(codes, func(a, b string) int { return strings.Compare(lang.Country(l, a), lang.Country(l, b)) })
	for i, c := range append([]string{"RU", "CN"}, codes...) {
		if i < 2 || c != "RU" && c != "CN" {
			items = append(items, kit.MenuItem{Key: c, Text: lang.Country(l, c), Note: c, Line: i == 2})
		}
	}
	body := kit.Column(12, kit.NewBold(w.t("units.mirror"), kit.Body, theme.Ink),
		kit.NewField(w.t("units.mirror.of"), false, kit.NewSelectField(items, f.choice.mirror, w.t("units.mirror.no"), func(key string) {
			f.choice.mirror = key
			w.show()
		})).WithHint(w.t("units.mirror.hint")))
	if f.choice.mirror != "" {
		body.Add(kit.TopRow(6, kit.NewSmallIcon(kit.IconInfo, theme.Warn), kit.Flex(kit.NewWrapped(lang.T(l, "importer.note.read-mirror"), kit.Small, theme.Second))))
	}
	return kit.NewPaddedCard(body)
}

// rateCard asks for a rate of exchange with its date and source.
func (w *wizard) rateCard(f *file) fyne.CanvasObject {
	c := &f.choice
	if c.rateFrom == "" {
		c.rateFrom, c.rateTo = f.currency(), "USD"
		if c.rateFrom == "USD" {
			c.rateTo = "RUB"
		}
	}
	var items []kit.MenuItem
	for i, c := range briefing.Currencies() {
		code, _ := c.Currency()
		item := kit.MenuItem{Key: code, Text: code, Line: i == 4}
		if name := lang.Currency(w.desk.Lang(), code); name != code {
			item.Note = name
		}
		items = append(items, item)
	}
	source := kit.NewTextField(c.rateSource, w.t("units.rate.source.example"), nil)
	field := kit.NewField(w.t("units.rate.source"), false, source)
	said := func() {
		field.SetError("")
		if _, typed, err := c.rate(w.desk.Lang()); typed && err != nil && c.ratePer != "" && c.rateDate != "" && c.rateSource != "" {
			sentence, _ := lang.Error(w.desk.Lang(), err)
			field.SetError(sentence)
		}
		w.buttons(f)
		w.frame.Refresh()
	}
	text := func(into *string, placeholder string) *kit.TextField {
		return kit.NewTextField(*into, placeholder, func(s string) { *into = strings.TrimSpace(s); said() })
	}
	source.OnChange = func(s string) { c.rateSource = strings.TrimSpace(s); said() }
	choose := func(into *string) *kit.SelectField {
		return kit.NewSelectField(items, *into, "", func(key string) { *into = key; said() })
	}
	return kit.NewPaddedCard(kit.Column(12, kit.NewBold(w.t("units.rate"), kit.Body, theme.Ink),
		kit.NewWrapped(w.t("units.rate.text"), kit.Small, theme.Second),
		kit.Cards(150, 4, 12,
			kit.NewField(w.t("units.rate.from"), false, choose(&c.rateFrom)), kit.NewField(w.t("units.rate.to"), false, choose(&c.rateTo)),
			kit.NewField(w.t("units.rate.per"), false, text(&c.ratePer, "0,155")), kit.NewField(w.t("units.rate.date"), false, text(&c.rateDate, w.t("units.rate.date.example")))),
		field))
}

// currency is that of the file's values, as far as it is known.
func (f *file) currency() string {
	unit := f.choice.value
	if f.rec != nil {
		for _, c := range f.rec.Columns {
			if c.Role == "value" && c.Unit != "" {
				unit = c.Unit
			}
		}
	}
	if code, ok := unit.Currency(); ok {
		return code
	}
	return "CNY"
}
