package importer

import (
	"context"
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Sheets of ministries hold several tables, one below the other or side by side.
// Each is read as if it stood on a sheet of its own. A table ends where, below a
// blank row or a title, a row of heads follows that is another one, or the same
// below a title that says otherwise; and where, beside its figures, a column of
// names begins that has figures of its own.

// dividedRows is how far into a sheet further tables are looked for. Longer ones
// are data, and what stands below them is told of when it is met.
const dividedRows = 4000

// divide gives the tables of a sheet: the sheet itself where it holds one.
func divide(ctx context.Context, t cells.Table) ([]cells.Table, error) {
	h, err := readRows(ctx, t, dividedRows)
	if err != nil {
		return nil, err
	}
	if len(h.rows) == 0 {
		return []cells.Table{t}, nil
	}
	d := &divider{head: h, table: t}
	from := 0
	for _, cut := range d.cuts() {
		d.beside(from, cut, h.lines[cut]-1)
		from = cut
	}
	if d.beside(from, len(h.rows), 0); len(d.found) < 2 {
		return []cells.Table{t}, nil
	}
	return d.found, nil
}

// divideAll gives the tables of sheets.
func divideAll(ctx context.Context, tables []cells.Table) ([]cells.Table, error) {
	var out []cells.Table
	for _, t := range tables {
		more, err := divide(ctx, t)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// divider looks through the rows of a sheet.
type divider struct {
	head
	table cells.Table
	found []cells.Table
}

// cuts are the rows at which further tables begin, with their titles.
func (d *divider) cuts() (at []int) {
	from := 0             // of the table
	first, last := -1, -1 // its rows of figures
	for i := range d.rows {
		switch {
		case figuresRow(d.rows[i]):
			if last = i; first < 0 {
				first = i
			}
			continue
		case last < 0 || !d.gap(last, i) || !d.heads(i):
			if filledCells(d.rows[i]) > 1 && last >= 0 && !remarkRow(d.rows[i]) && !d.gap(last, i) {
				last = i // a row without figures
			}
			continue
		}
		if d.same(from, first, last, i) {
			continue
		}
		from, first, last = d.begins(last, i), -1, -1
		at = append(at, from)
	}
	return at
}

// gap reports whether a blank row, or rows of one text, stand between two rows.
func (d *divider) gap(above, below int) bool {
	if below == above+1 {
		return d.lines[below] > d.lines[above]+1
	}
	return !slices.ContainsFunc(d.rows[above+1:below], func(row []string) bool { return filledCells(row) > 1 && !remarkRow(row) })
}

// heads reports whether a row is the first of the head of a table: it has no
// figures, its first text is the head of a column of names or it has none and all
// others are heads, and figures follow below them.
func (d *divider) heads(i int) bool {
	const long = 3 // rows of a head
	if filledCells(d.rows[i]) < 2 || !headLike(d.rows[i:i+1]) || remarkRow(d.rows[i]) {
		return false
	}
	below := -1
	for n := i + 1; n < len(d.rows) && n <= i+long && below < 0; n++ {
		if figuresRow(d.rows[n]) {
			below = n
		} else if !headLike(d.rows[n : n+1]) {
			return false
		}
	}
	if below < 0 {
		return false
	}
	key, told, filled, over := false, 0, 0, false
	for c, s := range d.rows[i] {
		if s == "" {
			continue
		}
		role, head := headRole(s)
		if filled++; filled == 1 {
			key = keyHead(s) || head && keyRole(role)
		}
		_, period := periods.In(codes.Fold(s))
		if head || period || periods.IsYear(s) || periods.MonthIn(s) > 0 {
			told++
		}
		over = over || filled > 1 && d.numbers(below, c)
	}
	return (over || below > i+1) && (key || d.rows[i][0] == "" && told > 1 && told == filled)
}

// numbers reports whether a row has a number in a column that is no year.
func (d *divider) numbers(row, column int) bool {
	return column < len(d.rows[row]) && numeric(d.rows[row][column]) && !periods.IsYear(d.rows[row][column])
}

// keyHead reports whether a text is the head of a column that tells rows apart.
func keyHead(s string) bool {
	r, ok := headRoles()[strings.TrimRight(codes.Fold(s), " .:*")]
	return ok && (keyRole(r) || numberHead(s))
}

// same reports whether the heads at row i are those of the table again, with no
// title between that says otherwise.
func (d *divider) same(from, first, last, i int) bool {
	again := slices.IndexFunc(d.rows[from:first], func(row []string) bool { return sameTexts(row, d.rows[i]) })
	if again < 0 {
		return false
	}
	var n nextTable
	collect := func(rows [][]string, to *[]string) {
		for _, row := range rows {
			for _, s := range row {
				if s != "" && len(s) <= 300 && len(*to) < titleTexts {
					*to = append(*to, s)
				}
			}
		}
	}
	collect(d.rows[from:from+again], &n.titles)
	collect(d.rows[last+1:i], &n.notes)
	if !slices.ContainsFunc(n.notes, func(s string) bool { r, _ := sectionIn(s, ""); return r == NoRole }) {
		return true // what it says is of the rows below it, see Shape.Sections
	}
	for _, s := range slices.Concat(n.titles, d.rows[i]) {
		n.units = append(n.units, unitIn(s), massIn(s))
	}
	return !n.contradicted()
}

func sameTexts(a, b []string) bool {
	for c := range max(len(a), len(b)) {
		if c >= len(a) && b[c] != "" || c >= len(b) && a[c] != "" || c < len(a) && c < len(b) && plainTitle(a[c]) != plainTitle(b[c]) {
			return false
		}
	}
	return true
}

// begins is the row from which on titles belong to the table whose head stands at
// row i: below the remarks of the one before, and below what follows that without a
// blank row, unless it is a title itself.
func (d *divider) begins(last, i int) int {
	from := last + 1
	for k := last + 1; k < i; k++ {
		text := strings.Join(d.rows[k], "")
		blank := text == "" || d.lines[k] > d.lines[k-1]+1
		switch {
		case remarkText(text):
			from = k + 1
		case blank && k > from && !slices.ContainsFunc(d.rows[from:k], titleRow):
			from = k
		}
	}
	return from
}

// titleRow reports whether a row is the title of a table of trade, or a word of one.
func titleRow(row []string) bool {
	s := strings.Join(row, "")
	role, _ := sectionIn(s, "")
	return role != NoRole || tradeTitle(s) || unitIn(s) != ""
}

// beside takes the tables that stand side by side in the rows from one up to another;
// to is the last line, 0 where there is no other table below.
func (d *divider) beside(from, to, last int) {
	first := from + slices.IndexFunc(d.rows[from:to], figuresRow)
	head := first
	for head > from && filledCells(d.rows[head-1]) > 1 && headLike(d.rows[head-1:head]) {
		head--
	}
	var starts []int
	top := from
	if first > from {
		for i := head; i < first && len(starts) == 0; i++ {
			starts, top = d.starts(i, first, to), i
		}
	}
	if len(starts) == 0 {
		starts = []int{0}
	}
	line := d.lines[min(top, len(d.lines)-1)]
	for n, c := range starts {
		p := &portion{source: d.table, among: d, head: line}
		p.at = cells.Range{FromRow: d.lines[from], FromColumn: c + 1, ToRow: last}
		if from == 0 {
			p.at.FromRow = 1
		}
		if n+1 < len(starts) {
			p.at.ToColumn = starts[n+1]
		}
		p.label = labelAt(d.table.Name(), c+1, max(1, d.firstLine(from, to)))
		d.found = append(d.found, p)
	}
}

// firstLine is the line of the first row that has anything.
func (d *divider) firstLine(from, to int) int {
	for i := from; i < to; i++ {
		if filledCells(d.rows[i]) > 0 {
			return d.lines[i]
		}
	}
	return 0
}

// starts are the columns, from 0, at which tables begin that have their heads in one
// row: each but the first has the head of a column of names that the one before it
// has too, or that a blank column divides from it; and each has figures.
func (d *divider) starts(head, first, to int) []int {
	row := d.rows[head]
	out, figures := []int{0}, false
	for c, s := range row {
		key := keyHead(s)
		if key && figures && (d.blank(head, to, c-1) || sameKeys(row[out[len(out)-1]:], row[c:])) && d.figuresFrom(head, first, to, c+1) {
			out, figures = append(out, c), false
		}
		figures = figures || !key && d.figuresIn(first, to, c)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// sameKeys reports whether heads begin with the same ones of columns of names.
func sameKeys(a, b []string) bool {
	n := 0
	for n < len(a) && keyHead(a[n]) {
		if n >= len(b) || plainTitle(a[n]) != plainTitle(b[n]) {
			return false
		}
		n++
	}
	return n > 0
}

// blank reports whether nothing stands in a column.
func (d *divider) blank(from, to, column int) bool {
	return !slices.ContainsFunc(d.rows[from:to], func(row []string) bool { return column < len(row) && row[column] != "" })
}

func (d *divider) figuresIn(from, to, column int) bool {
	for i := from; i < to; i++ {
		if d.numbers(i, column) {
			return true
		}
	}
	return false
}

// figuresFrom reports whether a column of amounts follows before the next blank one.
func (d *divider) figuresFrom(head, first, to, column int) bool {
	for c := column; c < len(d.rows[head]); c++ {
		if d.rows[head][c] == "" && d.blank(head, to, c) {
			return false
		}
		if !keyHead(d.rows[head][c]) && d.figuresIn(first, to, c) {
			return true
		}
	}
	return false
}
