package importer

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// shaped hands over rows of a table of free form.
func (w *mending) shaped(ctx context.Context, p *plan, lines map[int][]Rejected) error {
	t, ok := p.table.(*shapedTable)
	if !ok {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "read rejected rows"}
	}
	last := ""
	if len(t.fit.shape.Estimates) > 0 && !t.fit.shape.hasRole(RoleStatus) {
		last = statusHead
	}
	err := eachRow(ctx, t.source, func(r *cells.Row) error {
		switch {
		case r.Line > t.fit.to:
			return io.EOF
		case r.Line >= t.fit.from:
			end := ""
			if r.Line == t.fit.to {
				end = last
			}
			row := *r
			row.Cells = padded(r.Cells, len(t.fit.header))
			return w.header(&row, r.Line == t.fit.from, end)
		}
		return nil
	})
	if err != nil {
		return err
	}
	source, err := t.source.Rows(ctx)
	if err != nil {
		return readError(p.part.file, err)
	}
	rows := newShapedRows(t, source)
	defer func() { _ = rows.Close() }()
	for {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readError(p.part.file, err)
		}
		list := lines[r.Line]
		switch {
		case len(list) == 0:
		case r.Part == 1:
			err = w.wide(p, rows, list)
		case r.Part == 0 && r.Fault != "":
			err = w.row(p, r, list, r.Cells)
		}
		if err != nil {
			return err
		}
	}
}

// wide hands over what was rejected of a row of several observations: the cells
// that name it, what was filled down into it, and those of its figures that
// were rejected. Estimates and others, which colours tell apart, stand in rows
// of their own.
func (w *mending) wide(p *plan, rows *shapedRows, list []Rejected) error {
	s := &rows.fit.shape
	byStatus := map[string][]Rejected{}
	whole := slices.ContainsFunc(list, func(r Rejected) bool { return r.Part == 0 })
	for i := range rows.groups {
		at := slices.IndexFunc(list, func(r Rejected) bool { return r.Part == i+1 })
		if at < 0 && whole && rows.groups[i].aside == "" {
			at = slices.IndexFunc(list, func(r Rejected) bool { return r.Part == 0 })
		}
		if at < 0 {
			continue
		}
		status := ""
		if len(s.Estimates) > 0 && !s.hasRole(RoleStatus) {
			c, _ := rows.statusCell(&rows.groups[i])
			status = string(c.Text)
		}
		r := list[at]
		r.Part = i + 1
		byStatus[status] = append(byStatus[status], r)
	}
	for _, status := range slices.Sorted(maps.Keys(byStatus)) {
		cs := rows.only(byStatus[status])
		if len(s.Estimates) > 0 && !s.hasRole(RoleStatus) {
			cs = append(padded(cs, len(rows.fit.header))[:len(rows.fit.header):len(rows.fit.header)], text(status))
		}
		if err := w.row(p, rows.src, byStatus[status], cs); err != nil {
			return err
		}
	}
	return nil
}

// only are the cells of the current row with those figures alone that were
// rejected.
func (r *shapedRows) only(list []Rejected) []cells.Cell {
	cs := slices.Clone(r.src.Cells)
	for i, g := range r.groups {
		if slices.ContainsFunc(list, func(x Rejected) bool { return x.Part == i+1 }) {
			continue
		}
		for _, c := range g.columns {
			if c.Index <= len(cs) {
				cs[c.Index-1] = cells.Cell{}
			}
		}
	}
	for _, c := range r.keys {
		if c.FillDown && c.Index <= len(cs) && len(cells.Trim(cs[c.Index-1].Text)) == 0 {
			cs[c.Index-1] = text(r.above[c.Index])
		}
	}
	return cs
}

// padded are the cells of a row made as wide as its header.
func padded(cs []cells.Cell, width int) []cells.Cell {
	if len(cs) >= width {
		return cs
	}
	return append(slices.Clone(cs), make([]cells.Cell, width-len(cs))...)
}
