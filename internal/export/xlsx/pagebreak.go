package xlsx

import "briefing/internal/document"

// breakBeforeChart begins a new page with the chart where table and chart may not
// have room on one: a page that ended inside the chart would cut it in two.
func (s *sheet) breakBeforeChart() error {
	if s.drawable() == nil || s.in.Table.Len() == 0 || s.onOnePage() {
		return nil
	}
	return s.f.InsertPageBreak(s.name, at(0, s.chartTop()))
}

// onOnePage reports whether the sheet down to the source of its chart surely has
// room on a page. A sheet that is made smaller to fit the width has more room than
// one that is not; where another font makes columns wider it has more still.
func (s *sheet) onOnePage() bool {
	wide, down := portraitRoom, uprightRows
	if s.onPaper.sideways {
		wide, down = sidewaysRoom, sidewaysRows
	}
	if pixels := s.leastPixels(); pixels*toPoints > wide*float64(s.onPaper.pages) {
		down *= pixels * toPoints / (wide * float64(s.onPaper.pages))
	}
	const taller = 1.05 // rows where another font takes the place of ours
	left := down/(rowHeight*taller) - float64(s.chartTop()+chartRows)
	if left < 0 {
		return false
	}
	t := &s.in.Table
	for r := range t.Len() {
		if left -= float64(s.rowLines(t.Row(r, &s.scratch)) - 1); left < 0 {
			return false
		}
	}
	return true
}

// leastPixels is how wide the columns on paper are in our own font.
func (s *sheet) leastPixels() (pixels float64) {
	for i := range s.right() + 1 {
		if i < len(s.widths) {
			pixels += s.widths[i]*digitPixels + 5
		} else if i >= s.wide() {
			pixels += usualColumn
		}
	}
	return pixels
}

// rowLines is how many lines a row of the table takes.
func (s *sheet) rowLines(row *document.Row) int {
	t := &s.in.Table
	most := 1
	for c := range row.Cells {
		if c < len(t.Columns) && !row.Cells[c].Number.Valid {
			most = max(most, wrapped(s.text(t.Columns[c], &row.Cells[c]), s.widths[c]))
		}
	}
	if s.notes {
		most = max(most, wrapped(t.RowNote(row, head), s.widths[s.columns()-1]))
	}
	return most
}
