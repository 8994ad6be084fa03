package importing

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// profile names a kind of file in words.
func (w *wizard) profile(key string) string {
	if name, ok := lang.Has(w.desk.Lang(), "gui.importing.profile."+key); ok {
		return name
	}
	return key
}

// profileField chooses how a file is read; the tied ones come first.
func (w *wizard) profileField(selected string, first []string) *kit.SelectField {
	var items []kit.MenuItem
	known := map[string]bool{}
	for i, key := range append(append([]string(nil), first...), app.ImportProfiles()...) {
		if !known[key] {
			known[key] = true
			items = append(items, kit.MenuItem{Key: key, Text: w.profile(key), Line: len(first) > 0 && i == len(first)})
		}
	}
	return kit.NewSelectField(items, selected, w.t("profile.choose"), func(key string) {
		f := w.now()
		f.choice = choice{profile: key}
		w.recognise()
	})
}

// failedPage says what is in the way and what can be done about it.
func (w *wizard) failedPage(f *file) fyne.CanvasObject {
	sentence, hint := lang.Error(w.desk.Lang(), f.err)
	seen, tied, unknown := app.UnknownTable(f.err)
	if unknown {
		hint = w.t("unknown.hint")
		if len(tied) > 0 {
			hint = w.t("tied.hint")
		}
	}
	if f.guess != nil && len(tied) == 0 { // nothing is wrong: the table is one that nobody has described yet
		page := kit.Column(16, kit.NewNotice(kit.Neutral, kit.IconInfo, w.t("guessed"), w.t("guessed.text")), w.guessCard(f),
			kit.NewPaddedCard(kit.NewField(w.t("profile"), false, w.profileField(f.choice.profile, tied)).WithHint(w.t("profile.hint.none"))))
		w.addSummary(page, f)
		return page
	}
	lines := kit.Column(8, kit.Row(8, kit.NewIcon(kit.IconBlocking, theme.Bad), kit.Flex(kit.NewWrapped(sentence, kit.Heading, theme.Ink))),
		kit.NewWrapped(hint, kit.Body, theme.Second))
	if briefing.CodeOf(f.err) == briefing.CodeHiddenSheets {
		lines.Add(kit.Row(0, w.hiddenButton()))
	}
	page := kit.Column(16, kit.NewPaddedCard(lines))
	if f.guess != nil {
		page.Add(w.guessCard(f))
	} else if len(seen) > 0 {
		page.Add(kit.NewPaddedCard(kit.Column(8, kit.NewBold(w.t("unknown.header"), kit.Body, theme.Ink), kit.NewWrapped(strings.Join(seen, " · "), kit.Small, theme.Second))))
	}
	if unknown || f.choice.profile != "" {
		page.Add(kit.NewPaddedCard(kit.NewField(w.t("profile"), false, w.profileField(f.choice.profile, tied)).WithHint(w.t("profile.hint.none"))))
	}
	if f.guess == nil && unknown {
		page.Add(kit.Row(8, kit.NewButton(kit.Secondary, "", w.t("assist.open"), w.assist)))
	}
	w.addSummary(page, f)
	return page
}

// parsePage shows what the file is taken for and which column is what.
func (w *wizard) parsePage(f *file) fyne.CanvasObject {
	m := f.rec.Mapping
	page := kit.Column(16)
	if m.Score < app.SureScore {
		page.Add(kit.NewNotice(kit.Warn, kit.IconRemark, w.t("unsure"), w.t("unsure.text")))
	}
	lines := []kit.KeyValue{{Key: w.t("file"), Value: m.File}}
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, kit.KeyValue{Key: w.t(key), Value: value})
		}
	}
	add("sheet", m.Sheet)
	add("encoding", strings.ToUpper(m.Encoding))
	add("delimiter", w.delimiter(m.Delimiter))
	add("header", w.count(m.HeaderRow))
	add("score", w.t("score.of", w.count(m.Score)))
	add("role.region", w.regionText(f, f.choice.region))
	left := kit.Column(8, kit.NewKeyValues(148, lines...))
	right := kit.Column(0, kit.NewField(w.t("profile"), false, w.profileField(m.Profile, nil)).WithHint(w.t("profile.hint")))
	page.Add(kit.NewPaddedCard(kit.Cards(260, 2, 24, left, right)))
	if ofFigures(f.rec.Tables) {
		page.Add(kit.Row(8, kit.NewButton(kit.Secondary, "", w.t("assist.open"), w.assist)))
	}
	for i := range f.rec.Tables {
		page.Add(w.columnsCard(&f.rec.Tables[i], len(f.rec.Tables) > 1))
	}
	if len(f.rec.Skipped) > 0 {
		page.Add(kit.NewPaddedCard(kit.Column(6, kit.NewBold(w.t("skipped"), kit.Body, theme.Ink), kit.NewWrapped(strings.Join(f.rec.Skipped, "\n"), kit.Small, theme.Second))))
	}
	if len(f.rec.Hidden) > 0 {
		page.Add(kit.NewPaddedCard(kit.Column(6, kit.NewBold(w.t("hidden"), kit.Body, theme.Ink),
			kit.NewWrapped(strings.Join(f.rec.Hidden, "\n"), kit.Small, theme.Second), kit.Row(0, w.hiddenButton()))))
	}
	return page
}

// hiddenButton has the sheets read that the workbook does not show.
func (w *wizard) hiddenButton() *kit.Button {
	return kit.NewButton(kit.Secondary, "", w.t("hidden.read"), func() {
		w.now().choice.hidden = true
		w.recognise()
	})
}

func (w *wizard) delimiter(d string) string {
	switch d {
	case "\t":
		return w.t("delimiter.tab")
	case ",":
		return w.t("delimiter.comma")
	case ";":
		return w.t("delimiter.semicolon")
	}
	return d
}

// columnsCard lists the columns of a table: as the file has them, an example,
// what each becomes, and in which unit.
func (w *wizard) columnsCard(m *app.ImportMapping, named bool) fyne.CanvasObject {
	columns := slices.Clone(m.Columns)
	slices.SortStableFunc(columns, func(a, b app.ImportColumn) int { // what is not used comes last
		return cmp.Compare(min(len(b.Role), 1), min(len(a.Role), 1))
	})
	used := slices.IndexFunc(columns, func(c app.ImportColumn) bool { return c.Role == "" })
	if used < 0 {
		used = len(columns)
	}
	header := kit.SectionHeader{Title: w.t("columns"), Note: w.t("columns.note", w.count(used), w.count(len(m.Columns)))}
	if named {
		header.Title = w.t("columns.of", m.Sheet, w.profile(m.Profile))
	}
	t := kit.NewDataTable()
	t.RowHigh, t.Numbers = 28, 0
	example := func(i int) string {
		for _, row := range m.First {
			if i < len(row) && row[i] != "" {
				return row[i]
			}
		}
		return ""
	}
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: "№", Width: 40},
			{Title: w.t("columns.file"), Width: 160},
			{Title: w.t("columns.example"), Width: 124},
			{Title: w.t("columns.field"), Width: 168},
			{Title: w.t("columns.unit"), Width: 104},
		},
		Rows: len(m.Columns),
		Cell: func(row, column int) kit.Cell {
			c := columns[row]
			switch column {
			case 0:
				return kit.Cell{Text: w.count(c.Index), Color: theme.Third}
			case 1:
				return kit.Cell{Text: c.Header}
			case 2:
				return kit.Cell{Text: example(c.Index - 1), Color: theme.Second}
			case 3:
				if c.Role == "" {
					return kit.Cell{Text: w.t("role.none"), Color: theme.Third}
				}
				return kit.Cell{Icon: kit.IconTick, Text: w.t("role." + c.Role)}
			}
			return w.unitCell(c.Role, lang.Unit(w.desk.Lang(), c.Unit))
		},
	})
	return kit.NewCard(kit.Column(0, kit.NewSectionHeader(header), kit.NewRule(), kit.Fixed(0, tableHigh(len(m.Columns), 10, 28), t)))
}

// unitCell names the unit of a column, or says that it has to be chosen.
func (w *wizard) unitCell(role, unit string) kit.Cell {
	n := w.now().needs
	if unit == "" && (role == "value" && n.Value || role == "weight" && n.Weight) {
		return kit.Cell{Icon: kit.IconRemark, Text: w.t("columns.choose"), Color: theme.Warn}
	}
	return kit.Cell{Text: unit, Color: theme.Second}
}

// tableHigh is the height of a table inside a page: up to most rows.
func tableHigh(rows, most int, row float32) float32 {
	return 28 + float32(max(min(rows, most), 2))*row + 10
}
