package records

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// Widths of the columns of a table of records.
const (
	textColumn   float32 = 200
	shortColumn  float32 = 120
	numberColumn float32 = 88
)

// turnTable shows the records in a table with a column for each field, or in
// list and form again.
func (p *Pane) turnTable() {
	p.form.Flush()
	p.tabled = !p.tabled
	p.showTurn()
	p.arrange()
	p.fill()
}

func (p *Pane) showTurn() {
	b := kit.NewIconButton("pivot", p.t("as_table"), p.turnTable)
	if p.tabled {
		b = kit.NewIconButton("list", p.t("as_list"), p.turnTable)
	}
	p.turn.Objects = []fyne.CanvasObject{b}
	p.turn.Refresh()
}

// fillTable shows the records found; columns that nothing stands in are left out.
func (p *Pane) fillTable(columns []lang.RecordColumn, found []briefing.Record, names func(briefing.Ref) string) {
	cells := make([][]string, len(found))
	var heads []kit.TableColumn
	p.columns = nil
	for _, c := range columns {
		filled, column := false, make([]string, len(found))
		for i, r := range found {
			column[i] = strings.Join(strings.Fields(c.Text(r, names)), " ")
			filled = filled || column[i] != ""
		}
		if !filled {
			continue
		}
		for i := range found {
			cells[i] = append(cells[i], column[i])
		}
		heads = append(heads, kit.TableColumn{Title: c.Title, Number: c.Number, Width: columnWidth(c)})
		p.columns = append(p.columns, c.Key)
	}
	p.table.SetData(kit.TableData{
		Columns: heads, Rows: len(found),
		Row:  func(row int) kit.TableRow { return kit.TableRow{Number: strconv.Itoa(row + 1)} },
		Cell: func(row, column int) kit.Cell { return kit.Cell{Text: cells[row][column]} },
	})
}

func columnWidth(c lang.RecordColumn) float32 {
	switch {
	case c.Number:
		return numberColumn
	case c.Type == briefing.LineField, c.Type == briefing.ProseField, c.Type == briefing.RefField, c.Type == briefing.RefsField:
		return textColumn
	}
	return shortColumn
}

// openCell leads from a cell to its field in the form, from one of a child list
// to the list.
func (p *Pane) openCell(row, column int) {
	if row < 0 || row >= len(p.rows) || column < 0 || column >= len(p.columns) {
		return
	}
	field, _, _ := strings.Cut(p.columns[column], ".")
	p.Show(p.rows[row].ref, field)
}
