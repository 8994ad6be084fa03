package pack

import "briefing/internal/document"

// measuresPage is the table of how numbers were computed as a page shows it: the
// formula of a measure behind its name over all columns, that of a number before
// what it was made of. A column for formulas would be empty beside most numbers
// and take the room of the others; a workbook has one.
func (b *builder) measuresPage(t document.Table) document.Table {
	page := t
	page.Columns = []document.Column{t.Columns[0], t.Columns[1], t.Columns[3]}
	page.Columns[2].Title = b.t("annex.col.formula_from")
	page.Rows = make([]document.Row, len(t.Rows))
	for i, r := range t.Rows {
		what, value, formula, from := r.Cells[0], r.Cells[1], r.Cells[2].Text, r.Cells[3].Text
		if r.Kind == document.GroupRow {
			r.Cells = []document.Cell{document.Txt(b.colon(what.Text, formula))}
		} else {
			r.Cells = []document.Cell{what, value, document.Txt(b.semis(formula, from))}
		}
		page.Rows[i] = r
	}
	page.Sheet = &t
	return page
}
