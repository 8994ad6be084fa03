package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// keepPrinted takes from a copy for a reader the texts that no page of his says:
// those of figures that his rows don't bear, those that their kind doesn't print,
// and messages of which nothing is left. A thesis loses the word by which the house
// lists it: lists name one without a title by how it begins.
func keepPrinted(p *project.Project, rows project.Computed) {
	for _, d := range briefing.Descriptions() {
		for _, r := range p.Records(d.Kind) {
			dropUnprinted(d.Fields, r, rows)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					dropUnprinted(l.Fields, l.At(r, i), rows)
				}
			}
		}
	}
	for _, m := range p.Messages {
		if !m.Titled() {
			m.Title = briefing.Text{}
		}
	}
	p.Messages = slices.DeleteFunc(slices.Clone(p.Messages), func(m *briefing.Message) bool { return m.Unsaid() != "" })
}

// dropUnprinted empties the texts of a row, in each language by itself, that
// aren't printed of it.
func dropUnprinted(fields []briefing.Field, row any, rows project.Computed) {
	for _, f := range fields {
		text := f.Get(row)
		if f.Lang == "" || text == "" {
			continue
		}
		unprinted := !briefing.Prints(row, f) || slices.ContainsFunc(briefing.BindingsOf(text), func(b briefing.Binding) bool {
			if _, series := b.Exhibits(); b.Data == "" || series || pivot.Is(b) {
				return false // of facts the snapshot has seen to it; a table that can't be made leaves its text
			}
			_, ok := rows.Print(b, f.Lang)
			return !ok
		})
		if unprinted {
			_ = f.Set(row, "") // any text may be empty
		}
	}
}
