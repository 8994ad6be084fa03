package importer

import (
	"context"
	"io"
	"strconv"

	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// portion is one of several tables that stand on a sheet, read as if it had a
// sheet of its own: its columns begin with the first, its rows keep their lines.
type portion struct {
	source cells.Table
	among  *divider    // what found it and those beside it
	at     cells.Range // ToRow and ToColumn are 0 where it reaches to the end
	head   int         // line of its header's first row
	label  string      // what it is chosen by: «Лист1!B8»
}

// Name is the name of the sheet; of tables that stand side by side, which have their
// lines in common, what each is chosen by.
func (p *portion) Name() string {
	if p.at.FromColumn > 1 || p.at.ToColumn > 0 {
		return p.label
	}
	return p.source.Name()
}

// Hidden reports whether the sheet is kept out of sight.
func (p *portion) Hidden() bool { return cells.IsHidden(p.source) }

// Merged are the merged cells of the portion.
func (p *portion) Merged(ctx context.Context) ([]cells.Range, error) {
	m, ok := p.source.(cells.Merger)
	if !ok {
		return nil, nil
	}
	all, err := m.Merged(ctx)
	var out []cells.Range
	for _, r := range all {
		r.FromColumn, r.ToColumn = max(r.FromColumn-p.at.FromColumn+1, 1), r.ToColumn-p.at.FromColumn+1
		if p.at.ToColumn > 0 {
			r.ToColumn = min(r.ToColumn, p.at.ToColumn-p.at.FromColumn+1)
		}
		if r.FromColumn <= r.ToColumn && p.holds(r.FromRow) {
			out = append(out, r)
		}
	}
	return out, err
}

func (p *portion) holds(line int) bool {
	return line >= p.at.FromRow && (p.at.ToRow == 0 || line <= p.at.ToRow)
}

// Rows reads the portion from its beginning.
func (p *portion) Rows(ctx context.Context) (cells.Rows, error) {
	rows, err := p.source.Rows(ctx)
	if err != nil {
		return nil, err
	}
	return &portionRows{portion: p, rows: rows}, nil
}

type portionRows struct {
	*portion
	rows  cells.Rows
	out   cells.Row
	place []int
}

// Close ends the reading.
func (r *portionRows) Close() error { return r.rows.Close() }

// Next gives the next row of the portion.
func (r *portionRows) Next() (*cells.Row, error) {
	for {
		src, err := r.rows.Next()
		switch {
		case err != nil:
			return nil, err
		case r.at.ToRow > 0 && src.Line > r.at.ToRow:
			return nil, io.EOF
		case !r.holds(src.Line):
			continue
		case r.at.FromColumn == 1 && r.at.ToColumn == 0:
			return src, nil
		}
		return r.columns(src), nil
	}
}

// columns leaves of a row the columns of the portion. A text that stands alone
// above the heads of tables that stand side by side is the title of all of them.
func (r *portionRows) columns(src *cells.Row) *cells.Row {
	from, to := r.at.FromColumn-1, len(src.Cells)
	if r.at.ToColumn > 0 {
		to = min(to, r.at.ToColumn)
	}
	if src.Line < r.head {
		if at, ok := onlyCell(src); ok && (at < from || at >= to) {
			from, to = at, at+1
		}
	}
	r.out, r.place = *src, r.place[:0]
	r.out.Cells = nil
	for i := from; i < to; i++ {
		r.place = append(r.place, src.Place(i+1))
	}
	if from < to {
		r.out.Cells = src.Cells[from:to]
	}
	r.out.Source = r.place
	return &r.out
}

// onlyCell is the index of the cell of a row that alone has a text.
func onlyCell(src *cells.Row) (at int, ok bool) {
	at = -1
	for i := range src.Cells {
		if len(cells.Trim(src.Cells[i].Text)) > 0 {
			if at >= 0 {
				return 0, false
			}
			at = i
		}
	}
	return max(at, 0), at >= 0
}

// tableLabel is what a table of a file is chosen by: the sheet's name, or that and
// the cell in which one of several begins.
func tableLabel(t cells.Table) string {
	if p := portionOf(t); p != nil {
		return p.label
	}
	return t.Name()
}

// sheetName is the name of the sheet that a table stands on.
func sheetName(t cells.Table) string {
	if p := portionOf(t); p != nil {
		return p.source.Name()
	}
	return t.Name()
}

// portionOf is the portion of a sheet that a table of free form is, nil where it is a
// sheet.
func portionOf(t cells.Table) *portion {
	switch t := t.(type) {
	case *portion:
		return t
	case *shapedTable:
		return portionOf(t.source)
	}
	return nil
}

// labelAt is what a table is chosen by whose head begins in a cell.
func labelAt(sheet string, column, line int) string {
	at := lang.ColumnLetters(column) + strconv.Itoa(line)
	if sheet == "" {
		return at
	}
	return sheet + "!" + at
}
