package records

import (
	"slices"
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
	headMost     float32 = 260
	headInset    float32 = 28 // what a head has beside its text
	headText     float32 = 13
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
	o := fyne.CanvasObject(kit.NewIconButton("pivot", p.t("as_table"), p.turnTable))
	if p.tabled {
		p.choose = kit.NewIconButton("columns", p.t("columns"), p.columnsMenu)
		o = kit.Row(4, p.choose, kit.NewIconButton("list", p.t("as_list"), p.turnTable))
	}
	p.turn.Objects = []fyne.CanvasObject{o}
	p.turn.Refresh()
}

// columnsMenu shows and hides columns; one that is empty everywhere is shown to be
// filled.
func (p *Pane) columnsMenu() {
	var items []kit.MenuItem
	for _, c := range lang.RecordColumns(p.desk.Lang(), p.desc) {
		icon := ""
		if slices.Contains(p.columns, c.Key) {
			icon = kit.IconTick
		}
		items = append(items, kit.MenuItem{Key: c.Key, Text: c.Title, Icon: icon})
	}
	kit.ShowMenu(p.choose, 320, items, "", func(key string) {
		p.wanted[key] = !slices.Contains(p.columns, key)
		p.narrow()
	})
}

// fillTable shows the records found; columns that nothing stands in are left out,
// unless they are asked for.
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
		if on, asked := p.wanted[c.Key]; asked && !on || !asked && !filled {
			continue
		}
		for i := range found {
			cells[i] = append(cells[i], column[i])
		}
		heads = append(heads, kit.TableColumn{Title: c.Title, Number: c.Number, Width: max(columnWidth(c), headWidth(c.Title))})
		p.columns = append(p.columns, c.Key)
	}
	p.table.SetData(kit.TableData{
		Columns: heads, Rows: len(found),
		Row:  func(row int) kit.TableRow { return kit.TableRow{Number: strconv.Itoa(row + 1)} },
		Cell: func(row, column int) kit.Cell { return kit.Cell{Text: cells[row][column]} },
	})
}

// headWidth is room for the head of a column, as far as that is no waste: heads that
// are cut may look alike.
func headWidth(title string) float32 {
	return min(fyne.MeasureText(title, headText, fyne.TextStyle{}).Width+headInset, headMost)
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
