package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/whence"
)

// mostAlike is how many numbers of one measure and one subject the annex tells
// one by one. Of more, who reads the pack is told how many there are and how one
// of them was made: the others were made alike. The compiler gets them all.
const mostAlike = 2

// rowsOfMeasure are the numbers of a measure with what they were made of.
func (b *builder) rowsOfMeasure(w *whence.World, key string) (out []document.Row) {
	type set struct{ of, formula string }
	var order []set
	sets := map[set][]computed{}
	for _, c := range b.derived {
		if c.result.Measure != key {
			continue
		}
		s := set{first(c.of, c.title), c.formula}
		if b.s.Audience == briefing.Compiler {
			s.of = c.title + "\x00" + itoa(len(order)) // each by itself
		}
		if _, seen := sets[s]; !seen {
			order = append(order, s)
		}
		sets[s] = append(sets[s], c)
	}
	for _, s := range order {
		list := sets[s]
		if len(list) > mostAlike {
			if row, ok := b.alikeRow(w, s.of, list); ok {
				out = append(out, row)
			}
			continue
		}
		for _, c := range list {
			if row, ok := b.computedRow(w, c); ok {
				out = append(out, row)
			}
		}
	}
	return out
}

// alikeRow tells of numbers that were made alike: how many, of what, and the
// first of them with what it was made of.
func (b *builder) alikeRow(w *whence.World, of string, list []computed) (document.Row, bool) {
	row, ok := b.computedRow(w, list[0])
	if !ok {
		return row, false
	}
	example := b.t("annex.example", row.Cells[1].Text, row.Cells[3].Text)
	row.Cells[0] = document.Txt(of)
	row.Cells[1] = document.Txt(lang.Plural(b.l, "pack.annex.values", len(list)))
	row.Cells[3] = document.Txt(example)
	return row, true
}
