package importer

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// RejectCell is a cell of a rejected row as it stands in its file.
type RejectCell struct {
	Text   string
	Number bool // a number of a workbook or dBase table, with a decimal point
	Comma  bool // the texts of its column have a decimal comma
	Bad    bool // what the row was rejected for
}

// RejectSink takes the tables with rejected rows of a file one after another,
// each row after its table. A row's cells are the sink's to keep.
type RejectSink interface {
	Table(name string) error
	Row(row []RejectCell) error
}

// Rejects goes over a file once more and hands over the rows that were
// rejected from it, as tables that Read takes for the same: the columns of the
// file, before them why and where each row was rejected, in the language given,
// and on top how they were read. Of a row that holds several observations only
// the figures that were rejected are handed over. The options are those of the
// reading; hash is that of the file then: one that has changed since is
// CodeChangedSince. Other errors are those of Read, and the sink's.
func Rejects(ctx context.Context, path string, o Options, hash string, rejected []Rejected, l briefing.Lang, sink RejectSink) error {
	return withFile(path, func(f *os.File, size int64) error {
		j, err := begin(ctx, filepath.Base(path), f, size, o)
		if err != nil {
			return err
		}
		if j.hash != hash {
			return &briefing.Error{Code: briefing.CodeChangedSince, Op: "read rejected rows", Path: path}
		}
		w := &mending{l: l, sink: sink, hash: hash, at: map[string]map[int][]Rejected{}}
		for _, r := range rejected {
			if w.at[r.File] == nil {
				w.at[r.File] = map[int][]Rejected{}
			}
			w.at[r.File][r.Line] = append(w.at[r.File][r.Line], r.Cells()...)
		}
		for _, p := range j.plans {
			if err := w.table(ctx, p); err != nil {
				return err
			}
		}
		for _, n := range j.names {
			if err := w.names(ctx, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// RejectTables counts the tables that rejected rows come from; workbook tells
// that one of them is a sheet.
func RejectTables(tables []Mapping, rejected []Rejected) (n int, workbook bool) {
	seen := map[string]bool{}
	for _, r := range rejected {
		seen[r.File] = true
	}
	for _, t := range tables {
		workbook = workbook || t.Sheet != "" && seen[place(t.File, t.Sheet)]
	}
	return len(seen), workbook
}

// mending hands rejected rows over.
type mending struct {
	l    briefing.Lang
	sink RejectSink
	hash string
	at   map[string]map[int][]Rejected // by table and line
}

// table hands over what was rejected from one table.
func (w *mending) table(ctx context.Context, p *plan) error {
	lines := linesOf(p.table, w.at[place(p.part.file, p.table.Name())])
	if len(lines) == 0 {
		return nil
	}
	if err := p.decideStyles(ctx); err != nil {
		return err
	}
	mark, err := p.mark(w.hash)
	if err != nil {
		return err
	}
	name := tableLabel(p.table)
	if name == "" {
		name = baseName(p.part.file)
	}
	if err := w.sink.Table(name); err != nil {
		return err
	}
	about := []RejectCell{{Text: lang.T(w.l, "importer.rejects.about", baseName(p.part.file))}, {}, {}, {Text: mark}}
	if err := w.sink.Row(about); err != nil {
		return err
	}
	if p.shape != nil {
		return w.shaped(ctx, p, lines)
	}
	return w.plain(ctx, p, lines)
}

// mark is the first line of the table as it is read again.
func (p *plan) mark(hash string) (string, error) {
	m := mended{Version: mendedVersion, Profile: p.profile.Key, Sheet: p.profile.Sheet, Of: []string{hash}}
	u := p.units
	if p.col[RoleFlow] < 0 && p.profile.Record == "" {
		u.Flow = p.flow
	}
	u.Period = p.period
	m.Units = u.String()
	if p.mended != nil {
		m.Of = append(slices.Clone(p.mended.Of), hash)
	}
	if p.shape != nil {
		s := p.shape.again(sheetName(p.table))
		m.Shape = &s
	}
	if p.profile.Numbers == NumberAuto && p.profile.Record == "" {
		m.Numbers = map[string]string{}
		for role := range roleCount {
			if p.col[role] < 0 {
				continue
			}
			switch p.styles[role] {
			case NumberComma:
				m.Numbers[role.String()] = ","
			case NumberPoint:
				m.Numbers[role.String()] = "."
			}
		}
	}
	b, err := json.Marshal(m)
	return string(b), err
}

// again is the shape as it was fitted to a table, with what titles, sheet and
// colours said put into it.
func (f *fitted) again(sheet string) Shape {
	s := f.shape
	s.ReadTitle, s.HeaderRows = false, f.to-f.from+1
	if s.Sheet != NoRole {
		with := s
		*with.Constants.of(s.Sheet) = sheet
		with.Sheet = NoRole
		if with.Check() == nil { // else only a sheet of that name can say it
			s = with
		}
	}
	if len(s.Estimates) > 0 && !s.hasRole(RoleStatus) {
		s.Columns = append(slices.Clone(s.Columns), ShapeColumn{Index: len(f.header) + 1, Header: statusHead, Role: RoleStatus})
	}
	s.Estimates = nil
	return s
}

// statusHead is the header of the column that says what colours said.
const statusHead = "OBS_STATUS"

// plain hands over rows of a table of one observation a row.
func (w *mending) plain(ctx context.Context, p *plan, lines map[int][]Rejected) error {
	return eachRow(ctx, p.table, func(r *cells.Row) error {
		switch list := lines[r.Line]; {
		case r.Line == p.line:
			return w.header(r, true, "")
		case r.Line > p.line && len(list) > 0:
			return w.row(p, r, list, r.Cells)
		}
		return nil
	})
}

// header hands over a row of the header.
func (w *mending) header(r *cells.Row, first bool, last string) error {
	row := make([]RejectCell, 3, len(r.Cells)+4)
	if first {
		for i, h := range mendedHeads(w.l) {
			row[i].Text = h
		}
	}
	for _, c := range r.Cells {
		row = append(row, RejectCell{Text: string(c.Text)})
	}
	if last != "" {
		row = append(row, RejectCell{Text: last})
	}
	return w.sink.Row(row)
}

// row hands over a rejected row: why, where, and its cells.
func (w *mending) row(p *plan, r *cells.Row, list []Rejected, cs []cells.Cell) error {
	var reasons, columns []string
	bad := map[int]bool{}
	for _, x := range list {
		if reason := x.Why(w.l); !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
		if x.Column > 0 && !bad[x.Column] {
			bad[x.Column] = true
			columns = append(columns, strconv.Itoa(x.Column))
		}
	}
	row := []RejectCell{{Text: strings.Join(reasons, "; ")}, {Text: strconv.Itoa(r.Line)}, {Text: strings.Join(columns, ", ")}}
	commas := p.commas()
	for i, c := range cs {
		row = append(row, RejectCell{Text: string(c.Text), Number: c.Kind == cells.Number, Comma: commas[i], Bad: bad[r.Place(i+1)]})
	}
	return w.sink.Row(row)
}

// commas are the cells of a row that have a decimal comma.
func (p *plan) commas() map[int]bool {
	out := map[int]bool{}
	if p.shape != nil {
		for _, c := range p.shape.shape.Columns {
			out[c.Index-1] = p.styles[c.Role] == NumberComma
		}
		return out
	}
	for role, at := range p.col {
		if at >= 0 && p.styles[role] == NumberComma {
			out[at] = true
		}
	}
	return out
}

// names hands over the rows rejected from a list of names, as a list: it is
// known by its header alone.
func (w *mending) names(ctx context.Context, n *nameList) error {
	lines := w.at[place(n.part.file, n.table.Name())]
	if len(lines) == 0 {
		return nil
	}
	if err := w.sink.Table(baseName(n.part.file)); err != nil {
		return err
	}
	return eachRow(ctx, n.table, func(r *cells.Row) error {
		if r.Line != n.line && (r.Line < n.line || len(lines[r.Line]) == 0) {
			return nil
		}
		var row []RejectCell
		for _, c := range r.Cells {
			row = append(row, RejectCell{Text: string(c.Text)})
		}
		return w.sink.Row(row)
	})
}

// eachRow calls do for every row of a table; io.EOF from it ends the reading.
func eachRow(ctx context.Context, t cells.Table, do func(*cells.Row) error) error {
	rows, err := t.Rows(ctx)
	if err != nil {
		return readError(t.Name(), err)
	}
	defer func() { _ = rows.Close() }()
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return readError(t.Name(), ctx.Err())
		}
		r, err := rows.Next()
		if err == nil {
			if err = do(r); err == nil {
				continue
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		return readError(t.Name(), err)
	}
}
