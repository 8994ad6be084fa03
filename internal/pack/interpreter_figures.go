package pack

import (
	"cmp"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/pivot"
)

// interpreterFigures sets the headline and plan figures, and every figure of a
// text that is read aloud, in the pack's language beside those in each language
// that they may be interpreted to.
func (b *builder) interpreterFigures() document.Table {
	var read []briefing.Binding
	if b.s.Audience == briefing.Interpreter { // other readers have the texts themselves; theirs is a reminder
		read = b.readAloud()
	}
	t, _ := b.saidFigures(read)
	return t
}

// saidFigures is that table with the figures of the texts given; ranks tell of
// each row how much a reader with little room needs it, the least first: what a
// text names, another headline.
func (b *builder) saidFigures(read []briefing.Binding) (t document.Table, ranks []int) {
	others := b.interpretedInto()
	if len(others) == 0 {
		return document.Table{}, nil
	}
	t = document.Table{
		Title: b.t("points.figures"),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.indicator"), Weight: 1.1},
			{Key: "here", Title: lang.T(b.l, "pack.lang."+string(b.l)), Weight: 1},
		},
	}
	for i, l := range others {
		key := "there"
		if i > 0 {
			key += "_" + string(l)
		}
		t.Columns = append(t.Columns, document.Column{Key: key, Title: lang.T(b.l, "pack.lang."+string(l)), Weight: 1.1})
	}
	changes := map[briefing.ID]bool{}
	named := map[briefing.ID]bool{}
	for _, m := range read {
		named[m.Fact] = true
		changes[m.Fact] = changes[m.Fact] || m.Form == "change"
	}
	var ids []briefing.ID
	headline := func(f *briefing.Fact) bool { return f.PartOf == "" && f.Measure != "" && f.Measure != "duration" }
	said := b.facts(func(f *briefing.Fact) bool {
		return !f.Sample && f.Use == briefing.Aloud && (headline(f) || named[f.ID])
	})
	slices.SortStableFunc(said, func(x, y *briefing.Fact) int { // where there is little room the headlines stay
		if c := cmp.Compare(after(named[x.ID]), after(named[y.ID])); c != 0 && b.o.Form == FormCard {
			return c // and before them what stands on the card
		}
		return cmp.Compare(after(headline(x)), after(headline(y)))
	})
	add := func(rank int, ref *briefing.Ref, what string, said func(briefing.Lang) string) bool {
		row := document.Row{Origin: ref, Cells: []document.Cell{document.Txt(what)}}
		for _, l := range append([]briefing.Lang{b.l}, others...) {
			text := said(l)
			if text == "" {
				return false
			}
			row.Cells = append(row.Cells, document.Txt(text))
		}
		ranks = append(ranks, rank)
		t.Rows = append(t.Rows, row)
		return true
	}
	name := func(f *briefing.Fact) string { return b.commas(b.subject(f), lang.PeriodShort(b.l, f.Period())) }
	for _, f := range eachClaim(said) {
		ref := f.Ref()
		if f.Figure().HasNumber() || f.Figure().IsVague() {
			ids = append(ids, b.sourcesOf(f)...)
			add(after(named[f.ID]), &ref, name(f), func(l briefing.Lang) string { return b.spoken(l, f) })
		}
		if c, ok := f.Claim(); ok && changes[f.ID] {
			add(after(named[f.ID]), &ref, b.commas(name(f), b.t("points.change")), func(l briefing.Lang) string { return lang.Change(l, c) })
		}
	}
	for _, m := range read {
		if m.Data == "" || b.s.Computed == nil {
			continue
		}
		if add(0, nil, b.ofObservations(m), func(l briefing.Lang) string {
			text, _ := b.s.Computed.Print(m, l)
			return text
		}) {
			ids = append(ids, b.dataSources(m.String())...)
		}
	}
	note := "points.figures_note"
	if b.l != briefing.ZH && !slices.Contains(others, briefing.ZH) {
		note = "points.figures_words"
	}
	t.Source = b.sourceLine(ids, b.t(note), b.contestedNote(said))
	return t, ranks
}

// after orders what is first before what is not.
func after(first bool) int {
	if first {
		return 0
	}
	return 1
}

// readAloud are the bindings of the texts that the interpreter hears, each
// once, in the order of the texts.
func (b *builder) readAloud() []briefing.Binding {
	var out []briefing.Binding
	for _, m := range b.messages("talking-point", "quotation") {
		if m.Use != briefing.Aloud && b.s.Audience != briefing.Partner {
			continue
		}
		for _, l := range []briefing.Lang{b.l, briefing.RU} { // a text that isn't translated is read in Russian
			if text := m.Body.In(l); text != "" {
				for _, x := range briefing.BindingsOf(text) {
					same := func(y briefing.Binding) bool { return x.Fact == y.Fact && x.Data == y.Data && x.Form == y.Form }
					if !pivot.Is(x) && !slices.ContainsFunc(out, same) {
						out = append(out, x)
					}
				}
				break
			}
		}
	}
	return out
}

// ofObservations says what a figure of the observations is of.
func (b *builder) ofObservations(m briefing.Binding) string {
	stand, ok := b.behind(m)
	if !ok {
		return ""
	}
	of := ""
	if len(stand.Numbers) > 0 {
		of = stand.Numbers[0].Of.In(b.l)
	}
	return b.commas(insight.Title(stand.Subject).In(b.l), of)
}

// spoken is the figure as it is said; a plan is never without its word.
func (b *builder) spoken(l briefing.Lang, f *briefing.Fact) string {
	s := lang.Figure(l, f.Figure())
	if f.Nature != briefing.NaturePlan {
		return s
	}
	if l == briefing.ZH {
		return lang.T(l, "pack.nature.plan") + s
	}
	return lang.T(l, "pack.nature.plan") + "\u00a0— " + s
}
