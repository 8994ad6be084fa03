package importer

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// Place is where the user sees the header of a table.
type Place struct {
	Sheet      string // table of the file; "" lets the best be found
	Line       int    // of the header's first row; 0 lets it be found
	HeaderRows int    // 1 to 3; 0 lets it be found
	// Delimiter of the columns of a text file, as an earlier proposal found it;
	// 0 lets it be found.
	Delimiter byte
}

// gridRows are shown of a table as it stands.
const gridRows = 200

// GuessFileAt guesses for the file at path; see GuessAt.
func GuessFileAt(ctx context.Context, path string, at Place, o Options) (*Guessed, error) {
	var g *Guessed
	err := withFile(path, func(f *os.File, size int64) (err error) {
		g, err = GuessAt(ctx, filepath.Base(path), f, size, at, o)
		return err
	})
	return g, err
}

// GuessAt proposes how a table is read whose header the user has pointed at,
// and shows the table's beginning as it stands. Where no header is found, the
// first row that could be one is taken, and the columns of which nothing is
// known have no role: the user goes on from there. A file without any row, or
// without the table named, gives CodeNoHeader.
func GuessAt(ctx context.Context, name string, data io.ReaderAt, size int64, at Place, o Options) (*Guessed, error) {
	words := recogniser{profiles: Profiles()}
	parts, err := open(ctx, cells.Section(name, data, size), o.Limits.OrDefault(), words.words)
	if err != nil {
		return nil, err
	}
	var best *Guessed
	for i := range parts {
		for _, v := range parts[i].variants {
			if at.Delimiter != 0 && v.delimiter != at.Delimiter {
				continue
			}
			tables, err := divideAll(ctx, v.tables)
			if err != nil {
				return nil, readError(parts[i].file, err)
			}
			g, err := guessTablesAt(ctx, &parts[i], tables, at)
			if err != nil {
				return nil, readError(parts[i].file, err)
			}
			if g != nil && (best == nil || g.points() > best.points()) {
				best = g
				best.Delimiter = v.delimiter
			}
		}
	}
	if best == nil {
		return nil, &briefing.Error{Code: briefing.CodeNoHeader, Op: "guess", Path: name}
	}
	return best, nil
}

// guessTablesAt guesses for the best table of a part, or for the one named.
func guessTablesAt(ctx context.Context, p *part, tables []cells.Table, at Place) (*Guessed, error) {
	if at.Line == 0 && at.HeaderRows == 0 && at.Sheet == "" {
		g, err := guessTables(ctx, p, tables)
		if err != nil {
			return nil, err
		}
		if g != nil {
			return g, g.grid(ctx, tables)
		}
	}
	const most = 64 // tables looked at
	var best *Guessed
	for i, t := range tables[:min(len(tables), most)] {
		if at.Sheet != "" && tableLabel(t) != at.Sheet && sheetName(t) != at.Sheet {
			continue
		}
		h, err := readHead(ctx, t)
		if err != nil {
			return nil, err
		}
		around, err := surroundings(ctx, p.file, tables, i)
		if err != nil {
			return nil, err
		}
		g := guessAt(h, around, at)
		if g == nil {
			continue
		}
		g.File = p.file
		g.named(t)
		if best == nil || g.points() > best.points() {
			best = g
		}
	}
	if best == nil {
		return nil, nil
	}
	var heads []head
	var arounds []*surround
	for i, t := range tables[:min(len(tables), most)] {
		h, err := readHead(ctx, t)
		if err != nil {
			return nil, err
		}
		around, err := surroundings(ctx, p.file, tables, i)
		if err != nil {
			return nil, err
		}
		heads, arounds = append(heads, h), append(arounds, around)
	}
	best.sheets(tables, heads, arounds)
	best.judge()
	return best, best.grid(ctx, tables)
}

// Place is what the proposal's table is chosen by, see Place.Sheet.
func (g *Guessed) Place() string { return cmp.Or(g.Table, g.Sheet) }

// grid takes the beginning of the proposal's table.
func (g *Guessed) grid(ctx context.Context, tables []cells.Table) error {
	for _, t := range tables {
		g.Tables = append(g.Tables, tableLabel(t))
	}
	i := max(0, slices.Index(g.Tables, g.Place()))
	h, err := readRows(ctx, tables[i], gridRows)
	g.Rows, g.Lines = h.rows, h.lines
	return err
}

// guessAt proposes for a table with the header at the place; nil when there is
// no such row.
func guessAt(h head, around *surround, at Place) *Guessed {
	if at.Line == 0 && at.HeaderRows == 0 {
		if g := guessTable(h, around); g != nil {
			return g
		}
	}
	from := slices.IndexFunc(h.rows, func(row []string) bool { return at.Line == 0 && filledCells(row) > 1 })
	if at.Line > 0 {
		from = slices.Index(h.lines, at.Line)
	}
	if from < 0 || from >= searchRows {
		return nil
	}
	e := newEye()
	low, high := at.HeaderRows, at.HeaderRows
	if low == 0 {
		low, high = 1, 3
	}
	var best *guesser
	for n := max(1, low); n <= min(3, high) && from+n <= len(h.rows); n++ {
		if best != nil && !headLike(h.rows[from:from+n]) {
			break
		}
		x := newGuesser(e, h, from, n, around.with(h, h.lines[from]))
		if best == nil || x.points() > best.points() {
			best = x
		}
	}
	if best == nil {
		return nil
	}
	best.weights()
	best.fillDown()
	g := best.guessed()
	for i, c := range best.columns { // all columns can be given a role
		if c.Header == "" && c.Role == NoRole && best.looks[i].filled > 0 {
			g.Columns = append(g.Columns, GuessedColumn{Index: c.Index, Reason: best.reasons[i]})
			g.Shape.Columns = append(g.Shape.Columns, c)
		}
	}
	slices.SortFunc(g.Columns, func(a, b GuessedColumn) int { return a.Index - b.Index })
	slices.SortFunc(g.Shape.Columns, func(a, b ShapeColumn) int { return a.Index - b.Index })
	return g
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
