package importer

import (
	"cmp"
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// ShapePreview shows the beginning of a file as a shape would store it.
type ShapePreview struct {
	Tables []Mapping
	First  []PreviewRow // stored, from the start
	// Suspect are rejected rows, and rows set aside for other reasons than empty
	// cells.
	Suspect []PreviewRow
	// Counts of the observations that were looked at, Rows in all; More tells
	// that the file has others.
	Rows, Stored int
	Aside        []SetAside
	Rejected     map[string]int // by reason
	More         bool
	// Fates are what became of the first rows of each table: FateStored,
	// FateRejected, or the reason for which the row is set aside.
	Fates  map[RowPlace]string
	Needed *Needed // what has to be chosen before the file can be read

	seen   *figure.Set  // what would be stored
	worlds []PreviewRow // rows of all countries, whose fate the others decide
}

// RowPlace is where a row stands in a file.
type RowPlace struct {
	Sheet string
	Line  int
}

// Fates of a row beside the reasons for which rows are set aside.
const (
	FateStored   = "stored"
	FateRejected = "rejected"
)

// PreviewRow is one observation and its fate.
type PreviewRow struct {
	Sheet  string
	Line   int                // of the file, from 1
	Figure figure.Observation // of a stored row, in base units
	Aside  string             // reason, when it is set aside
	Reject string             // reason, when it is rejected
	Column int                // of the rejected cell, from 1; 0: the whole row
	Text   string             // of that cell, or of the row's first
}

// Bounds of a preview.
const (
	previewRows  = 5000 // observations looked at
	previewFirst = 30   // shown of the stored
	previewOdd   = 60   // and of the suspicious
	previewFates = 400  // lines whose fates are told
)

// PreviewFile previews the file at path; see Preview.
func PreviewFile(ctx context.Context, path string, o Options) (*ShapePreview, error) {
	var p *ShapePreview
	err := withFile(path, func(f *os.File, size int64) (err error) {
		p, err = Preview(ctx, filepath.Base(path), f, size, o)
		return err
	})
	return p, err
}

// Preview reads the first rows of a file under the options, which name a Shape
// or a profile. Duplicates and mixed levels are found by a whole reading only.
// What the file does not say (units, flow, period) is in Needed; rows are
// shown without direction or period, and rejected for a unit. Errors are those of Recognise.
func Preview(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*ShapePreview, error) {
	j, err := begin(ctx, name, data, size, o)
	if err != nil {
		return nil, err
	}
	out := &ShapePreview{Rejected: map[string]int{}, Fates: map[RowPlace]string{}, seen: figure.NewSet()}
	for _, p := range j.plans { // number styles and implied prices by the same rows
		p.table = &sampledTable{Table: p.table, most: 4 * previewRows}
	}
	need, err := j.needed(ctx)
	if err != nil {
		return nil, err
	}
	if len(need.Needs) > 0 {
		out.Needed = need
	}
	led := newLedger()
	for i, p := range j.plans {
		out.Tables = append(out.Tables, j.found[i].mapping())
		if p.profile.Record != "" {
			continue
		}
		if err := p.decideStyles(ctx); err != nil {
			return nil, err
		}
		if err := out.table(ctx, newMapper(p, led, ""), led); err != nil {
			return nil, err
		}
	}
	if err := out.settleWorlds(led); err != nil {
		return nil, err
	}
	for _, reason := range slices.Sorted(maps.Keys(led.aside)) {
		out.Aside = append(out.Aside, SetAside{reason, led.aside[reason]})
	}
	return out, nil
}

// table looks at the rows of one table; each table gets its share.
func (out *ShapePreview) table(ctx context.Context, m *mapper, led *ledger) error {
	var failed error
	n := 0
	err := m.each(ctx, func(r *cells.Row) bool {
		if n++; n > previewRows || out.Rows >= 3*previewRows {
			out.More = true
			return false
		}
		var o figure.Observation
		f := m.row(r, &o)
		if f.err != nil {
			failed = f.err
			return false
		}
		out.Rows++
		if f.staged() && out.seen.Append(o) == nil && o.Partner == figure.World && !m.profile.Settled {
			out.worlds = append(out.worlds, PreviewRow{Sheet: m.table.Name(), Line: r.Line, Figure: o, Text: firstText(r)})
			return true
		}
		out.fate(RowPlace{m.table.Name(), r.Line}, f)
		row := PreviewRow{Sheet: m.table.Name(), Line: r.Line, Aside: f.aside, Reject: f.reject, Column: r.Place(f.column), Text: f.text}
		switch {
		case f.aside != "":
			led.setAside(f.aside)
			if row.Text == "" && len(r.Cells) > 0 {
				row.Text = firstText(r)
			}
			if f.aside == AsideEmpty || f.aside == AsideZero {
				return true
			}
			out.suspect(row)
		case f.reject != "":
			out.Rejected[f.reject]++
			out.suspect(row)
		default:
			out.Stored++
			if row.Figure = o; len(out.First) < previewFirst {
				out.First = append(out.First, row)
			}
		}
		return true
	})
	if failed != nil {
		return failed
	}
	return err
}

// settleWorlds gives the rows of all countries their fate; they come to stand
// where they do in the file.
func (out *ShapePreview) settleWorlds(led *ledger) error {
	totals, err := worldTotals(out.seen, !out.More)
	if err != nil || len(out.worlds) == 0 {
		return err
	}
	sheets := map[string]int{}
	for i, t := range out.Tables {
		sheets[t.Sheet] = i
	}
	inOrder := func(a, b PreviewRow) int { return cmp.Or(sheets[a.Sheet]-sheets[b.Sheet], a.Line-b.Line) }
	for _, row := range out.worlds {
		if !totals[marketOf(row.Figure)] {
			out.Stored++
			row.Text = ""
			out.First = append(out.First, row)
			out.fate(RowPlace{row.Sheet, row.Line}, stay())
			continue
		}
		led.setAside(AsideTotal)
		out.fate(RowPlace{row.Sheet, row.Line}, setAside(AsideTotal))
		row.Figure, row.Aside = figure.Observation{}, AsideTotal
		out.Suspect = append(out.Suspect, row)
	}
	slices.SortStableFunc(out.First, inOrder)
	slices.SortStableFunc(out.Suspect, inOrder)
	out.First, out.Suspect = out.First[:min(len(out.First), previewFirst)], out.Suspect[:min(len(out.Suspect), previewOdd)]
	return nil
}

// fate keeps what became of a row; of its observations one that is stored or
// rejected tells more than one that is set aside.
func (out *ShapePreview) fate(at RowPlace, f fate) {
	if at.Line > previewFates {
		return
	}
	switch now := out.Fates[at]; {
	case f.reject != "":
		out.Fates[at] = FateRejected
	case f.aside == "" && now != FateRejected:
		out.Fates[at] = FateStored
	case now == "":
		out.Fates[at] = f.aside
	}
}

// sampledTable ends after its first rows, so that a preview of a large file is
// at once there.
type sampledTable struct {
	cells.Table
	most int
}

// Rows reads the first rows.
func (t *sampledTable) Rows(ctx context.Context) (cells.Rows, error) {
	rows, err := t.Table.Rows(ctx)
	if err != nil {
		return nil, err
	}
	return &sampledRows{Rows: rows, left: t.most}, nil
}

type sampledRows struct {
	cells.Rows
	left int
}

// Next gives the next row of the sample.
func (r *sampledRows) Next() (*cells.Row, error) {
	if r.left--; r.left < 0 {
		return nil, io.EOF
	}
	return r.Rows.Next()
}

func (out *ShapePreview) suspect(row PreviewRow) {
	if len(out.Suspect) < previewOdd {
		out.Suspect = append(out.Suspect, row)
	}
}

// firstText is the first text of a row that is set aside.
func firstText(r *cells.Row) string {
	for _, c := range r.Cells {
		if b := cells.Trim(c.Text); len(b) > 0 {
			return strings.ToValidUTF8(string(b[:min(len(b), textLimit)]), "\uFFFD")
		}
	}
	return ""
}
