package pack

import (
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/whence"
)

// shelf is where sheets of a role stand in a workbook: notes, annex, tables of
// the text, data, registers.
func shelf(r document.SheetRole) int {
	return slices.Index([]document.SheetRole{document.NotesSheet, document.AnnexSheet, document.BodySheet, document.DataSheet, document.RegisterSheet}, r)
}

// aboutBook is the line under the title of the contents.
func (b *builder) aboutBook() string {
	p := b.s.Pack
	whom := ""
	if w := b.in(p.ForWhom); w != "" && b.s.Audience != briefing.Partner {
		whom = b.colon(b.t("cover.for_whom"), w)
	}
	next := ""
	if p.AddendumAsOf != "" {
		next = b.colon(b.t("book.next"), lang.Stamp(b.l, p.AddendumAsOf))
	}
	return join(" · ", b.in(p.Title), whom, b.asOfLine(), next)
}

// notesTable tells how the workbook is made and how its numbers are to be
// read: structure, formulas, marks, measures, names, what is invented.
func (b *builder) notesTable(book *document.Book) document.Table {
	t := document.Table{ID: "NOTES", Title: b.t("book.notes"), Columns: []document.Column{
		{Key: "what", Title: b.t("book.col_about"), Weight: 0.6}, {Key: "note", Title: b.t("book.col_note"), Weight: 2},
	}}
	add := func(what, note string) {
		if note != "" {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Txt(what), document.Txt(b.sentence(note))}})
		}
	}
	add(b.t("book.note.sheets"), b.t("book.note.sheets_text"))
	add(b.t("book.note.formulas"), b.t("book.note.formulas_text"))
	if book.Keyed {
		add(b.t("book.note.back"), b.t("book.note.back_text"))
	}
	used, stamped, cut, dashed := b.bookMarks(book), false, false, false
	for _, s := range book.Sheets {
		dashed = dashed || hasDash(s.Table)
		stamped = stamped || s.Table.Stamp != ""
		cut = cut || s.Role == document.DataSheet
	}
	for _, s := range briefing.ObsStatuses() {
		if m := s.Mark(); m != "" && used[m] {
			add("["+m+"]", b.t("mark."+m))
		}
	}
	if dashed {
		add("—", b.t("mark.dash"))
	}
	if stamped {
		add(b.t("word.sample"), b.t("book.note.sample_text"))
	}
	for _, m := range measure.All() {
		if slices.Contains(b.used, m.Key) {
			add(b.sentence(whence.Name(b.l, m.Key)), whence.Formula(b.l, m.Key))
		}
	}
	if cut {
		add(b.t("book.note.data"), b.t("book.note.data_text"))
	}
	if slices.ContainsFunc(book.Sheets, func(s document.Sheet) bool { return s.Pivot != nil }) {
		add(b.t("book.note.pivot"), b.t("book.note.pivot_text"))
	}
	if lists := b.s.Names.Sources(b.l); len(lists) > 0 {
		add(b.t("book.note.names"), strings.Join(lists, "; "))
	}
	return t
}

func (b *builder) bookMarks(book *document.Book) map[string]bool {
	used := map[string]bool{}
	for i := range book.Sheets {
		for _, r := range book.Sheets[i].Table.Rows {
			for _, c := range r.Cells {
				if c.Mark != "" {
					used[c.Mark] = true
				}
			}
		}
	}
	return used
}

// covers is the time that a table is about: its own periods, else those of the
// facts it shows.
func (b *builder) covers(t *document.Table) string {
	periods := slices.Clone(t.Periods)
	if t.Long != nil {
		for p := range b.s.Figures.Periods() {
			periods = append(periods, p)
		}
	}
	for _, f := range b.factsIn(t) {
		for _, c := range f.Printed() {
			periods = append(periods, c.Period)
		}
	}
	from, to := 0, 0
	for _, p := range periods {
		y := p.Start().Year()
		if p.From.Year == 0 {
			y = p.End().Year()
		}
		last := p.End().Add(-time.Nanosecond).Year() // the end is the moment after
		if p.Kind == briefing.ByYearPeriod {
			last = y
		}
		if y <= 1 {
			continue
		}
		if from == 0 || y < from {
			from = y
		}
		to = max(to, last, y)
	}
	switch from {
	case 0:
		return ""
	case to:
		return lang.PeriodShort(b.l, briefing.Year(from))
	}
	return lang.PeriodShort(b.l, briefing.Year(from)) + "–" + lang.PeriodShort(b.l, briefing.Year(to))
}

// kindsOf is what kind of data a table holds beside plain actual values.
func (b *builder) kindsOf(t *document.Table) string {
	var kinds []string
	add := func(k string) {
		if k != "" && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	if t.Stamp != "" {
		add(b.t("book.kind.sample"))
	}
	for _, f := range b.factsIn(t) {
		if f.Nature == briefing.NaturePlan {
			add(b.t("book.kind.plan"))
		}
	}
	for _, s := range briefing.ObsStatuses() {
		m := s.Mark()
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				if m != "" && c.Mark == m {
					add(b.t("mark."+m) + " [" + m + "]")
				}
			}
		}
	}
	return b.commas(kinds...)
}

// factsIn are the facts whose numbers a table shows.
func (b *builder) factsIn(t *document.Table) []*briefing.Fact {
	shown := map[briefing.ID]bool{}
	note := func(ref *briefing.Ref) {
		if ref != nil && ref.Kind == briefing.KindFact {
			shown[ref.ID] = true
		}
	}
	for i := range t.Rows {
		note(t.Rows[i].Origin)
		for c := range t.Rows[i].Cells {
			cell := &t.Rows[i].Cells[c]
			note(cell.Origin)
			if cell.Shows != nil {
				note(&cell.Shows.Ref)
			}
		}
	}
	var out []*briefing.Fact
	for _, f := range b.s.Facts {
		if shown[f.ID] {
			out = append(out, f)
		}
	}
	return out
}

// hasDash reports whether a cell of a table holds a dash in the place of a value.
func hasDash(t document.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c document.Cell) bool { return c.Text == "—" })
	})
}
