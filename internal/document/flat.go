package document

import "strings"

// Cells of outputs that hold one value or one text each: workbooks, CSV.

// IsRange reports whether the cell is a range without one value.
func (c *Cell) IsRange() bool { return c.Low.Valid || c.High.Valid }

// Says is the text of a cell that is no number, with its second line.
func (c *Cell) Says() string {
	s := c.Text
	if len(c.Runs) > 0 {
		s = RunsText(c.Runs)
	}
	if c.Sub != "" && !c.Number.Valid && !c.IsRange() {
		s = strings.TrimPrefix(s+"\n"+c.Sub, "\n")
	}
	return s
}

// RunsText is the text of runs where nothing can be raised and no page has a
// foot: «10^6», and a footnote in brackets.
func RunsText(runs []Run) string {
	if len(runs) == 1 && !runs[0].Super && len(runs[0].Note) == 0 {
		return runs[0].Text
	}
	var b strings.Builder
	for i := range runs {
		switch r := &runs[i]; {
		case len(r.Note) > 0:
			b.WriteString(" (" + RunsText(r.Note) + ")")
		case r.Super:
			b.WriteString("^" + r.Text)
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// RowNote gathers the words of precision, marks and second lines of a row's
// numbers, each with the head of its column: they don't fit a number.
func (t *Table) RowNote(row *Row, head func(Column) string) string {
	var parts []string
	for c := range row.Cells {
		if c >= len(t.Columns) {
			break
		}
		cell := &row.Cells[c]
		if !cell.Number.Valid && !cell.IsRange() && cell.Mark == "" {
			continue
		}
		words := strings.TrimSpace(cell.Word + " " + strings.ReplaceAll(cell.Sub, "\n", " "))
		if cell.Mark != "" {
			words = strings.TrimSpace(words + " [" + cell.Mark + "]")
		}
		if words != "" {
			parts = append(parts, head(t.Columns[c])+": "+words)
		}
	}
	return strings.Join(parts, "; ")
}

// Named is «Таблица 3 — Экспорт …»; a table without a number has its title only.
func (t *Table) Named() string {
	if t.Label == "" {
		return t.Title
	}
	return strings.TrimSpace(t.Label + " — " + t.Title)
}
