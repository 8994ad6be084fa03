package pivot

import (
	"slices"

	"briefing/internal/question"
)

// column adds the lines of a table of an answer as a column; none where the
// table is below 0. A narrowed one leaves out what the whole pivot can't tell.
func (m *making) column(h Head, a *question.Answer, table int, narrowed bool) {
	t := m.table
	at := len(t.Columns)
	t.Columns = append(t.Columns, h)
	if table >= 0 {
		for i, l := range a.Tables[table].Lines {
			if narrowed && l.Kind == question.Outside || len(l.Results) == 0 {
				continue
			}
			row := m.row(l)
			for len(t.Cells[row]) <= at {
				t.Cells[row] = append(t.Cells[row], Cell{})
			}
			t.Cells[row][at] = Cell{There: true, Result: l.Results[0], Answer: a, Table: table, Line: i}
		}
	}
	for i := range t.Cells {
		for len(t.Cells[i]) <= at {
			t.Cells[i] = append(t.Cells[i], Cell{})
		}
	}
}

// row finds the row of a line, or adds it.
func (m *making) row(l question.Line) int {
	h := Head{Kind: l.Kind, Stated: l.Stated}
	if l.Kind == question.Item {
		h.Key = l.Keys[0]
	}
	t := m.table
	same := func(o Head) bool {
		if h.Kind == question.Total {
			return o.Kind == h.Kind
		}
		return o == h
	}
	i := slices.IndexFunc(t.Rows, same)
	if i < 0 {
		t.Rows, t.Cells = append(t.Rows, h), append(t.Cells, nil)
		return len(t.Rows) - 1
	}
	t.Rows[i].Stated = t.Rows[i].Stated || h.Stated
	return i
}

// sort puts items in the order given, then what is no item in that of kinds.
func (m *making) sort(items [][]string) {
	t := m.table
	kinds := []question.Kind{question.Item, question.Rest, question.Unallocated, question.Hidden, question.Total, question.OfHidden, question.Outside}
	place := func(h Head) int {
		if h.Kind != question.Item {
			return len(items) + slices.Index(kinds, h.Kind)
		}
		return slices.IndexFunc(items, func(k []string) bool { return k[0] == h.Key })
	}
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return place(t.Rows[x]) - place(t.Rows[y]) })
	rows, cells := make([]Head, len(order)), make([][]Cell, len(order))
	for i, from := range order {
		rows[i], cells[i] = t.Rows[from], t.Cells[from]
	}
	t.Rows, t.Cells = rows, cells
}

// turn makes rows of the columns.
func (m *making) turn() {
	t := m.table
	cells := make([][]Cell, len(t.Columns))
	for c := range t.Columns {
		for r := range t.Rows {
			cells[c] = append(cells[c], t.Cells[r][c])
		}
	}
	t.Rows, t.Columns, t.Cells = t.Columns, t.Rows, cells
}
