package importer

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// A file of rejected rows begins with a line that says how they were read, so
// that a handful of rows out of a large table is read again as the table was:
// by the same profile, in the same units, with the same decimal sign. Before
// the columns of the table stand three that tell why and where each row was
// rejected; they are passed over. Without its first line the file is a table
// like any other.

// mended is that line.
type mended struct {
	Version int               `json:"briefing-rejects"`
	Profile string            `json:"profile"`
	Sheet   string            `json:"sheet,omitempty"` // of our workbook, whose sheets share a profile
	Shape   *Shape            `json:"shape,omitempty"` // of a table of free form
	Units   string            `json:"units,omitempty"`
	Numbers map[string]string `json:"numbers,omitempty"` // role → decimal sign
	Of      []string          `json:"of"`                // SHA-256 of the files that the rows were rejected from
}

const (
	mendedVersion = 1
	mendedStart   = `{"briefing-rejects":`
	mendedLimit   = 1 << 20
)

// mendedHeads are the headers of the columns before those of the table, in a
// language.
func mendedHeads(l briefing.Lang) []string {
	return []string{lang.T(l, "importer.rejects.reason"), lang.T(l, "importer.rejects.line"), lang.T(l, "importer.rejects.column")}
}

// mended reads a table of rejected rows; nil when it is none, or when the user
// wants it read by another profile.
func (g *recogniser) mended(ctx context.Context, p *part, v *variant, t cells.Table, h head) (*found, error) {
	if len(h.rows) < 2 || !slices.ContainsFunc(h.rows[0], func(s string) bool { return strings.HasPrefix(s, mendedStart) }) {
		return nil, nil
	}
	m, err := readMended(ctx, t)
	if m == nil || err != nil {
		return nil, err
	}
	mt := &mendedTable{source: t, first: h.lines[0], skip: leading(h.rows[1])}
	if h, err = readHead(ctx, mt); err != nil || len(h.rows) == 0 {
		return nil, err
	}
	if g.only != "" && g.only != m.Profile {
		return nil, nil
	}
	if m.Shape != nil {
		f, ok := m.Shape.fit(h)
		if !ok {
			return nil, nil
		}
		f.key = m.Profile
		out := f.found(p, v, mt)
		out.mended = m
		return &out, nil
	}
	at := slices.IndexFunc(g.profiles, func(x Profile) bool { return x.Key == m.Profile && x.Sheet == m.Sheet })
	if at < 0 {
		return nil, nil
	}
	binding, score := g.profiles[at].bind(h.rows[0])
	if score == 0 {
		return nil, nil
	}
	return &found{
		part: p, variant: v, table: mt, profile: &g.profiles[at], score: 100, line: h.lines[0],
		header: h.rows[0], binding: binding, first: h.rows[1:min(len(h.rows), 11)], mended: m,
	}, nil
}

// readMended reads the first line; nil when it can't be understood.
func readMended(ctx context.Context, t cells.Table) (*mended, error) {
	rows, err := t.Rows(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	row, err := rows.Next()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, c := range row.Cells {
		text := cells.Trim(c.Text)
		if len(text) > mendedLimit || !strings.HasPrefix(string(text[:min(len(text), len(mendedStart))]), mendedStart) {
			continue
		}
		var m mended
		if json.Unmarshal(text, &m) != nil || m.Version > mendedVersion || m.Shape != nil && m.Shape.Check() != nil {
			return nil, nil
		}
		if _, err := ParseUnits(m.Units); err != nil {
			return nil, nil //nolint:nilerr // what was changed by hand is no mark: the file is a table like any other
		}
		return &m, nil
	}
	return nil, nil
}

// leading counts the columns before those of the table: somebody may have
// deleted one of them.
func leading(header []string) (n int) {
	for n < len(header) && slices.ContainsFunc(briefing.Langs(), func(l briefing.Lang) bool {
		return slices.ContainsFunc(mendedHeads(l), func(s string) bool { return codes.Fold(s) == codes.Fold(header[n]) })
	}) {
		n++
	}
	return n
}

// units puts what the rows were read in beside what the user says now; the
// two may not differ.
func (m *mended) units(u Units) (Units, error) {
	if m == nil {
		return u, nil
	}
	was, err := ParseUnits(m.Units)
	if err != nil {
		return u, err
	}
	conflict := func(what string) error {
		return &briefing.Error{Code: briefing.CodeUnitConflict, Op: "read rejected rows", Path: what}
	}
	switch {
	case u.Value != "" && u.Value != was.Value:
		return u, conflict("value")
	case u.Weight != "" && u.Weight != was.Weight:
		return u, conflict("weight")
	case u.Flow != "" && u.Flow != was.Flow:
		return u, conflict("flow")
	case u.Basis != "" && u.Basis != was.Basis:
		return u, conflict("basis")
	case u.Period.Kind != briefing.NoPeriod && u.Period != was.Period:
		return u, conflict("period")
	}
	return was, nil
}

// decided sets the styles of numbers as they were in the table; false when the
// file does not tell.
func (m *mended) decided(styles *[roleCount]NumberStyle) bool {
	if m == nil || len(m.Numbers) == 0 {
		return false
	}
	for role := range roleCount {
		switch m.Numbers[role.String()] {
		case ",":
			styles[role] = NumberComma
		case ".":
			styles[role] = NumberPoint
		}
	}
	return true
}

// mends are the files whose rejected rows this one brings.
func (j *job) mends() (out []string) {
	for _, p := range j.plans {
		if p.mended == nil {
			continue
		}
		for _, h := range p.mended.Of {
			if !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

// mendedTable is the table without what stands before it.
type mendedTable struct {
	source cells.Table
	first  int // line with the mark
	skip   int // columns
}

// Name is the name of the source's table.
func (t *mendedTable) Name() string { return t.source.Name() }

// Rows reads the table from its header.
func (t *mendedTable) Rows(ctx context.Context) (cells.Rows, error) {
	rows, err := t.source.Rows(ctx)
	if err != nil {
		return nil, err
	}
	return &mendedRows{mendedTable: t, rows: rows}, nil
}

type mendedRows struct {
	*mendedTable
	rows   cells.Rows
	out    cells.Row
	places []int
}

// Close ends the reading.
func (r *mendedRows) Close() error { return r.rows.Close() }

// Next gives the next row of the table, whose places are those of the file.
func (r *mendedRows) Next() (*cells.Row, error) {
	for {
		src, err := r.rows.Next()
		if err != nil {
			return nil, err
		}
		if src.Line == r.first {
			continue
		}
		n := min(r.skip, len(src.Cells))
		r.out = *src
		r.out.Cells, r.out.Column = src.Cells[n:], max(0, src.Column-r.skip)
		for len(r.places) < len(r.out.Cells) {
			r.places = append(r.places, len(r.places)+1+r.skip)
		}
		r.out.Source = r.places[:len(r.out.Cells)]
		return &r.out, nil
	}
}
