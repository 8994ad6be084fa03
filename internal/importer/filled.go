package importer

import (
	"cmp"
	"context"
	"slices"

	"briefing/internal/importer/cells"
)

// Cells that are merged downwards hold for all rows that they cover, though
// their text stands in the first of them: the direction, month and country of
// several goods. Amounts are not given to each row: they are of all together.

// fillMerged puts a table in front of the one found that has the texts of merged
// cells in every row. Its merged cells are asked for only where a row below the
// header lacks what others tell, since that may cost a reading of the table.
func (f *found) fillMerged(ctx context.Context, h head) error {
	m, ok := f.table.(cells.Merger)
	if !ok || f.profile.Record != "" || f.profile.Settled {
		return nil
	}
	var keys []int // columns from 1
	for i, c := range f.profile.Columns {
		if at := f.binding[i]; at >= 0 && keyRole(c.Role) {
			keys = append(keys, at+1)
		}
	}
	if !lacksKeys(h, f.line, keys) {
		return nil
	}
	ranges, err := m.Merged(ctx)
	if err != nil {
		return err
	}
	var tall []cells.Range
	for _, r := range ranges {
		if r.ToRow > r.FromRow && r.FromRow > f.line && r.FromColumn == r.ToColumn && slices.Contains(keys, r.FromColumn) {
			tall = append(tall, r)
		}
	}
	if len(tall) == 0 {
		return nil
	}
	slices.SortFunc(tall, func(a, b cells.Range) int { return cmp.Compare(a.FromRow, b.FromRow) })
	f.table = &filledTable{source: f.table, tall: tall}
	return nil
}

// lacksKeys reports whether a row below the header has something, and nothing in
// one of the columns.
func lacksKeys(h head, header int, columns []int) bool {
	for i, row := range h.rows {
		if h.lines[i] <= header || !slices.ContainsFunc(row, func(s string) bool { return s != "" }) {
			continue
		}
		if slices.ContainsFunc(columns, func(c int) bool { return c > len(row) || row[c-1] == "" }) {
			return true
		}
	}
	return false
}

// filledTable is a table with the texts of cells that are merged downwards.
type filledTable struct {
	source cells.Table
	tall   []cells.Range // in order of their first rows
}

// Name is the name of the source's table.
func (t *filledTable) Name() string { return t.source.Name() }

// Rows reads the table from its beginning.
func (t *filledTable) Rows(ctx context.Context) (cells.Rows, error) {
	rows, err := t.source.Rows(ctx)
	if err != nil {
		return nil, err
	}
	return &filledRows{filledTable: t, rows: rows}, nil
}

type filledRows struct {
	*filledTable
	rows cells.Rows
	next int    // of the ranges
	open []held // that reach the row
	out  cells.Row
	row  []cells.Cell
}

// held is a range with the cell that stands in its first row.
type held struct {
	cells.Range
	cell cells.Cell
}

// Close ends the reading.
func (r *filledRows) Close() error { return r.rows.Close() }

// Next gives the next row.
func (r *filledRows) Next() (*cells.Row, error) {
	src, err := r.rows.Next()
	if err != nil {
		return nil, err
	}
	r.open = slices.DeleteFunc(r.open, func(h held) bool { return h.ToRow < src.Line })
	for r.next < len(r.tall) && r.tall[r.next].FromRow <= src.Line {
		h := held{Range: r.tall[r.next]}
		if h.FromRow == src.Line && h.FromColumn <= len(src.Cells) {
			h.cell = src.Cells[h.FromColumn-1]
			h.cell.Text = slices.Clone(h.cell.Text) // the reader's holds until its next row
		}
		if h.ToRow > src.Line {
			r.open = append(r.open, h)
		}
		r.next++
	}
	if src.Blank() || src.Fault != "" {
		return src, nil
	}
	r.row = append(r.row[:0], src.Cells...)
	for _, h := range r.open {
		if h.FromRow == src.Line || len(h.cell.Text) == 0 {
			continue
		}
		for len(r.row) < h.FromColumn {
			r.row = append(r.row, cells.Cell{})
		}
		if len(cells.Trim(r.row[h.FromColumn-1].Text)) == 0 {
			r.row[h.FromColumn-1] = h.cell
		}
	}
	r.out = *src
	r.out.Cells = r.row
	return &r.out, nil
}
