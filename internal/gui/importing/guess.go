package importing

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// guess proposes how a table that no profile fits could be read. Without a
// proposal the page says only why it can't be.
func (w *wizard) guess(refused error) {
	f := w.now()
	var g *app.ShapeGuess
	w.run(func(ctx context.Context, _ func(app.ImportProgress)) (err error) {
		g, err = w.desk.Project().GuessShape(ctx, f.path)
		return err
	}, func(err error) {
		if f.stage, f.err, f.guess = failed, refused, g; err != nil {
			f.guess = nil // the refusal says what is in the way
		}
		w.show()
		w.goOn()
	})
}

// guessCard shows the proposal column by column, with the reasons, and asks
// for what the table does not tell.
func (w *wizard) guessCard(f *file) fyne.CanvasObject {
	g, l := f.guess, w.desk.Lang()
	var lines []kit.KeyValue
	for _, c := range g.Columns {
		role := w.t("role.none")
		if c.Role != 0 {
			role = w.t("role." + c.Role.String())
		}
		lines = append(lines, kit.KeyValue{Key: c.Header, Value: role + " — " + lang.T(l, "importer.guess."+c.Reason)})
	}
	if c := &g.Shape.Constants; c.Region != "" {
		lines = append(lines, kit.KeyValue{Key: w.t("role.region"), Value: w.t("region.title", lang.Region(l, c.Reporter, c.Region))})
	}
	if c := &g.Shape.Constants; c.Province != "" {
		lines = append(lines, kit.KeyValue{Key: w.t("role.province"), Value: w.t("region.title", lang.Region(l, c.Partner, c.Province))})
	}
	card := kit.Column(12,
		kit.NewBold(w.t("guess"), kit.Heading, theme.Ink),
		kit.NewWrapped(w.t("guess.text", w.count(g.Line), w.count(g.Score)), kit.Body, theme.Second),
		kit.NewKeyValues(260, lines...))
	for _, a := range g.Assumed {
		card.Add(kit.NewWrapped(lang.T(l, "importer.assumed."+a), kit.Body, theme.Warn))
	}
	for _, m := range g.Missing {
		if _, own := lang.Has(l, "gui.importing.doubt."+m); own { // asked for on the way, see openCard
			card.Add(kit.NewWrapped(w.t("doubt."+app.Asked(m, g.About[m]), g.About[m]), kit.Body, theme.Warn))
		}
	}
	shape := &g.Shape // what is typed here is there when the table is opened whole
	missing, name := slices.Clone(g.Missing), ""
	read := kit.NewButton(kit.Primary, "", w.t("guess.read"), func() { w.readAs(*shape, name) })
	lacking := func() bool {
		return slices.Contains(missing, "reporter") && shape.Constants.Reporter == "" ||
			slices.Contains(missing, "partner") && shape.Constants.Partner == "" ||
			slices.Contains(missing, "columns") // not before they have been looked at in the table
	}
	ask := func(what string, to *string) {
		if slices.Contains(missing, what) {
			card.Add(w.countryField(w.t("guess."+what), *to, true, func(code string) {
				*to = code
				enable(read, !lacking())
			}))
		}
	}
	ask("reporter", &shape.Constants.Reporter)
	ask("partner", &shape.Constants.Partner)
	card.Add(kit.NewField(w.t("guess.name"), false, kit.NewTextField("", "", func(s string) { name = strings.TrimSpace(s) })).WithHint(w.t("guess.name.hint")))
	enable(read, !lacking())
	card.Add(kit.Row(8, read, kit.NewButton(kit.Secondary, "", w.t("assist.open"), w.assist)))
	return kit.NewPaddedCard(card)
}

// readAs goes on with the proposal, which is kept under a name if one is given.
func (w *wizard) readAs(s app.Shape, name string) {
	f := w.now()
	if name != "" {
		if _, err := w.desk.Project().World.SaveShape(name, lasting(s)); err != nil {
			w.desk.Fail(err)
			return
		}
	}
	f.choice = choice{shape: &s}
	w.recognise()
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}

// ofFigures reports whether tables hold figures alone, which the user may have
// read otherwise; the records of our own workbooks are not for that.
func ofFigures(tables []app.ImportMapping) bool {
	for _, m := range tables {
		if slices.ContainsFunc(m.Columns, func(c app.ImportColumn) bool { return c.Role == "field" }) {
			return false
		}
	}
	return true
}
