package kit

import "fyne.io/fyne/v2"

// fitRows is how many rows are looked at for the width of a column.
const fitRows = 500

// FitColumns makes each column as wide as its title and its cells need, up to
// most, so that what is to be compared can be read. It is for tables of few
// rows; of a long one the first are looked at.
func (t *DataTable) FitColumns(most float32) {
	widths := make([]float32, len(t.data.Columns))
	for c, col := range t.data.Columns {
		need := fyne.MeasureText(col.Title, 13, fyne.TextStyle{Bold: true}).Width
		for row := range min(t.data.Rows, fitRows) {
			cell := t.data.Cell(row, c)
			st := fyne.TextStyle{Bold: cell.Bold, Monospace: col.Number && figuresOnly(cell.Text)}
			wide := float32(0)
			if cell.Text != "" {
				wide = fyne.MeasureText(cell.Text, 13, st).Width
			}
			if cell.Icon != "" {
				wide += SmallIconSide + 4
			}
			need = max(need, wide)
		}
		widths[c] = min(ceil(need)+2*cellInset, most)
	}
	t.SetWidths(widths)
}
