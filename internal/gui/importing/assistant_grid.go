package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// at is the shape's column of an index, nil where it has none.
func (a *assistant) at(index int) *app.ShapeColumn {
	for i := range a.shape.Columns {
		if a.shape.Columns[i].Index == index {
			return &a.shape.Columns[i]
		}
	}
	return nil
}

// of is the shape's column of an index, made where it has none.
func (a *assistant) of(index int) *app.ShapeColumn {
	if c := a.at(index); c != nil {
		return c
	}
	a.shape.Columns = append(a.shape.Columns, app.ShapeColumn{Index: index})
	slices.SortFunc(a.shape.Columns, func(x, y app.ShapeColumn) int { return x.Index - y.Index })
	return a.at(index)
}

func (a *assistant) width() int {
	n := 0
	for _, r := range a.guess.Rows {
		for i := len(r); i > n; i-- {
			if r[i-1] != "" {
				n = i
			}
		}
	}
	for _, c := range a.shape.Columns {
		n = max(n, c.Index)
	}
	return min(n, 512)
}

// roleName names what a column is taken for.
func (a *assistant) roleName(r app.ColumnRole) string {
	if r == 0 {
		return a.w.t("role.none")
	}
	if text, ok := lang.Has(a.w.desk.Lang(), "gui.importing.assist.role."+r.String()); ok {
		return text
	}
	return a.w.t("role." + r.String())
}

// detail is what else is known of a column: its unit, its period.
func (a *assistant) detail(c *app.ShapeColumn) string {
	l := a.w.desk.Lang()
	var parts []string
	if c.Series.Period != "" {
		parts = append(parts, a.periodText(c.Series.Period))
	}
	if c.Series.Flow != "" {
		parts = append(parts, lang.Enum(l, "flow", c.Series.Flow))
	}
	if c.Series.Partner != "" {
		parts = append(parts, lang.Country(l, c.Series.Partner))
	}
	if c.Unit != "" {
		parts = append(parts, plain(lang.Unit(l, c.Unit)))
	}
	if c.Aside != "" {
		parts = append(parts, a.t("aside.short"))
	}
	return strings.Join(parts, ", ")
}

// fillGrid shows the table as it stands, with what is made of rows and columns.
func (a *assistant) fillGrid() {
	g := a.guess
	var columns []kit.TableColumn
	for i := range a.width() {
		col := kit.TableColumn{Title: lang.ColumnLetters(i + 1), Group: a.roleName(0)}
		if c := a.at(i + 1); c != nil {
			col.Group = a.roleName(c.Role)
			if d := a.detail(c); d != "" {
				col.Title += " · " + d
			}
		}
		col.Width = a.columnWide(i, col.Group, col.Title)
		columns = append(columns, col)
	}
	first := slices.Index(g.Lines, g.Line)
	waiting := a.preview != nil && (a.lacking() != "" || a.waits(app.RejectUnit) && a.preview.Rejected[app.RejectUnit] > 0)
	fate := func(row int) string {
		if row >= first && row < first+a.shape.HeaderRows {
			return "header"
		}
		if a.preview == nil {
			return ""
		}
		for _, sheet := range []string{g.Sheet, ""} {
			if f, ok := a.preview.Fates[app.RowPlace{Sheet: sheet, Line: g.Lines[row]}]; ok {
				if f == app.FateRejected && waiting {
					return "" // it is not bad, something has yet to be said
				}
				return f
			}
		}
		return ""
	}
	a.grid.SetData(kit.TableData{
		Columns: columns, Rows: len(g.Rows),
		Row: func(row int) kit.TableRow { return kit.TableRow{Number: a.w.count(g.Lines[row])} },
		Cell: func(row, column int) kit.Cell {
			c := kit.Cell{Color: theme.Ink}
			if column < len(g.Rows[row]) {
				c.Text = strings.Join(strings.Fields(g.Rows[row][column]), " ")
			}
			used := a.at(column + 1)
			switch f := fate(row); {
			case f == "header":
				c.Bold, c.Ground = true, theme.Tint
			case f == app.FateRejected:
				c.Ground = theme.BadTint
			case f != "" && f != app.FateStored:
				c.Color = theme.Third
			case used == nil || used.Role == 0:
				c.Color = theme.Third
			}
			return c
		},
	})
	if row, _ := a.grid.Active(); a.column > 0 && len(g.Rows) > 0 {
		if row < first+a.shape.HeaderRows && first >= 0 {
			row = min(first+a.shape.HeaderRows, len(g.Rows)-1)
		}
		a.grid.SetActive(row, a.column-1)
	}
}

// columnWide is the width of a column by what stands over it and in its first
// rows.
func (a *assistant) columnWide(i int, heads ...string) float32 {
	longest := 8
	for _, s := range heads {
		longest = max(longest, len([]rune(s)))
	}
	for _, r := range a.guess.Rows[:min(len(a.guess.Rows), 30)] {
		if i < len(r) && filledCells(r) > 1 {
			longest = max(longest, len([]rune(r[i])))
		}
	}
	return min(max(float32(longest)*7.5+20, 116), 220)
}

func filledCells(row []string) int {
	n := 0
	for _, s := range row {
		if s != "" {
			n++
		}
	}
	return n
}

// mark shows a column at the right.
func (a *assistant) mark(index int) {
	if index == a.column {
		return
	}
	a.column = index
	a.fillSide()
}

// Keys of the menu of a cell beside the roles.
const (
	headHere  = "\x00head"
	headTwo   = "\x00head2"
	totalHere = "\x00total"
)

// menuItems are what can be said of a cell: its row first, then its column.
func (a *assistant) menuItems(row int) []kit.MenuItem {
	items := []kit.MenuItem{
		{Key: headHere, Text: a.t("menu.head", a.w.count(a.guess.Lines[row]))},
		{Key: headTwo, Text: a.t("menu.head.two", a.w.count(a.guess.Lines[row]))},
	}
	if word := a.word(row); word != "" {
		text := a.t("menu.total", shortened(word))
		if slices.Contains(a.shape.Totals, word) {
			text = a.t("menu.untotal", shortened(word))
		}
		items = append(items, kit.MenuItem{Key: totalHere, Text: text})
	}
	roles := a.roleItems()
	roles[0].Line = true
	return append(items, roles...)
}

func (a *assistant) roleItems() []kit.MenuItem {
	var items []kit.MenuItem
	for _, r := range app.ColumnRoles() {
		items = append(items, kit.MenuItem{Key: "role:" + r.String(), Text: a.roleName(r)})
	}
	return items
}

// word is the first text of a row, by which rows like it are set aside.
func (a *assistant) word(row int) string {
	for _, s := range a.guess.Rows[row] {
		if s != "" {
			return s
		}
	}
	return ""
}

func shortened(s string) string {
	const most = 28
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

func (a *assistant) menu(row, column int, anchor fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
	a.menuAt(row, column, at.AddXY(80, 64))
}

func (a *assistant) menuAt(row, column int, at fyne.Position) {
	if row < 0 || row >= len(a.guess.Rows) {
		return
	}
	a.mark(column + 1)
	kit.ShowMenuAt(a.w.desk.Window().Canvas(), at, a.menuItems(row), func(key string) { a.choose(row, key) })
}

// choose does what was picked from the menu of a cell.
func (a *assistant) choose(row int, key string) {
	switch key {
	case headHere:
		a.anew(app.ShapePlace{Delimiter: a.guess.Delimiter, Sheet: a.guess.Place(), Line: a.guess.Lines[row], HeaderRows: 1})
	case headTwo:
		a.anew(app.ShapePlace{Delimiter: a.guess.Delimiter, Sheet: a.guess.Place(), Line: a.guess.Lines[row], HeaderRows: 2})
	case totalHere:
		a.total(a.word(row))
	default:
		a.setRole(a.column, key)
		a.fillSide()
	}
}

// total sets rows that begin with the word aside, or no longer.
func (a *assistant) total(word string) {
	if at := slices.Index(a.shape.Totals, word); at >= 0 {
		a.shape.Totals = slices.Delete(a.shape.Totals, at, at+1)
	} else {
		a.shape.Totals = append(a.shape.Totals, word)
	}
	a.fillSide()
	a.changed()
}

// setRole takes a column for something else.
func (a *assistant) setRole(index int, key string) {
	for _, r := range app.ColumnRoles() {
		if "role:"+r.String() != key {
			continue
		}
		c := a.of(index)
		if money := r == app.RoleValue; money != (c.Role == app.RoleValue) {
			c.Unit = "" // a unit of the other kind
		}
		c.Role = r
		if !app.Amount(r) {
			c.Aside, c.Series, c.QuantityUnit = "", app.ShapeDims{}, ""
		}
		a.own[index] = true
		a.shape.Codes()
		a.changed()
	}
}
