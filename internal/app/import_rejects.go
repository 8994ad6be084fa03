package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/export/xlsx"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// RejectsName proposes a name for the file of the rows rejected from a file: a
// workbook where they come from sheets or several tables, else a text.
func RejectsName(in Imported) string {
	name := strings.TrimSuffix(in.File, filepath.Ext(in.File)) + "-rejected"
	if in.Result != nil {
		if n, workbook := importer.RejectTables(in.Result.Tables, in.Report.Rejected); workbook || n > 1 {
			return name + ".xlsx"
		}
	}
	return name + ".csv"
}

// SaveRejects writes the rows that were rejected of a file which Import has
// read, to be mended and imported again: as a workbook when the name ends in
// .xlsx, else as CSV, one file for each table of the source. It gives the paths
// written, none when nothing was rejected. Reasons are in the language given.
// The source is read once more; one that has changed meanwhile gives
// CodeChangedSince. Other errors are those of Import and safefile.Replace.
func (p *Project) SaveRejects(ctx context.Context, in Imported, path string, l briefing.Lang) ([]string, error) {
	o, err := p.rereading(ctx, &in)
	if err != nil || len(in.Report.Rejected) == 0 || in.Result == nil {
		return nil, err
	}
	var got rejectRows
	if err := importer.Rejects(ctx, in.path, o, in.Import.Hash, in.Report.Rejected, l, &got); err != nil {
		return nil, placed(err, in.path)
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return []string{path}, safefile.Replace(path, func(w io.Writer) error { return xlsx.WriteRows(w, got.sheets()) })
	}
	var written []string
	for i, t := range got.tables {
		to := path
		if i > 0 {
			to = FreeName(path)
		}
		if err := safefile.Replace(to, func(w io.Writer) error { return t.write(w) }); err != nil {
			return written, err
		}
		written = append(written, to)
	}
	return written, nil
}

// FreeName is the first of FILE, FILE-2, … that is not there.
func FreeName(path string) string {
	ext := filepath.Ext(path)
	name := path
	for n := 2; ; n++ {
		if _, err := os.Stat(name); err != nil { // what else is in the way is told by who writes
			return name
		}
		name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// rereading are the options for reading a file again. Of one that has been
// imported before nothing is known yet but how many rows were rejected then:
// it is read as it was then.
func (p *Project) rereading(ctx context.Context, in *Imported) (importer.Options, error) {
	o := p.importing(in.options)
	o.Known = nil
	if !in.Unchanged || in.Before.Rejected == 0 || len(in.Report.Rejected) > 0 {
		return o, nil
	}
	if units, err := importer.ParseUnits(in.Before.Units); err == nil && o.Units.String() == "" {
		o.Units = units
	}
	res, err := importer.ReadFile(ctx, in.path, o)
	if err != nil {
		return o, placed(err, in.path)
	}
	in.Result, in.Report = res, res.Report
	return o, nil
}

// rejectTable are the rows of one table.
type rejectTable struct {
	name string
	rows [][]importer.RejectCell
}

// rejectRows gathers the rows of a file.
type rejectRows struct{ tables []rejectTable }

// Table begins the rows of a table.
func (r *rejectRows) Table(name string) error {
	r.tables = append(r.tables, rejectTable{name: name})
	return nil
}

// Row adds a row.
func (r *rejectRows) Row(row []importer.RejectCell) error {
	t := &r.tables[len(r.tables)-1]
	t.rows = append(t.rows, row)
	return nil
}

// sheets are the tables as they are written into a workbook.
func (r *rejectRows) sheets() []xlsx.RowsSheet {
	var out []xlsx.RowsSheet
	for _, t := range r.tables {
		s := xlsx.RowsSheet{Name: t.name}
		for _, row := range t.rows {
			cells := make([]xlsx.RowsCell, len(row))
			for i, c := range row {
				cells[i] = xlsx.RowsCell{Text: c.Text, Number: c.Number, Marked: c.Bad}
			}
			s.Rows = append(s.Rows, cells)
		}
		out = append(out, s)
	}
	return out
}

// write writes a text that Excel opens with Russian settings: UTF-8 with its
// mark, semicolons, CRLF.
func (t *rejectTable) write(w io.Writer) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	for _, row := range t.rows {
		line := make([]string, len(row))
		for i, cell := range row {
			if line[i] = cell.Text; cell.Number && cell.Comma {
				line[i] = strings.ReplaceAll(cell.Text, ".", ",")
			}
		}
		if err := c.Write(line); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// mending are the imports whose rejected rows a file brings again, mended.
func (p *Project) mending(res *importer.Result) (out []briefing.Import) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if slices.Contains(res.Mends, i.Hash) {
				out = append(out, *i)
			}
		}
	})
	return out
}

// madeGood takes from the imports whose rejected rows a file brings what their
// notes say of missing rows, of the periods that it has rows of: what is missing
// still, the file's own import tells.
func (p *Project) madeGood(in *Imported) (changes []store.Change) {
	for _, i := range p.mending(in.Result) {
		for _, l := range briefing.Langs() {
			var kept []string
			for line := range strings.Lines(*i.Note.At(l)) {
				if line = strings.TrimRight(line, "\n"); !importer.OfLost(l, line, in.Result.Figures.Periods()) {
					kept = append(kept, line)
				}
			}
			*i.Note.At(l) = joined(strings.Join(kept, "\n"), lang.T(l, "app.mended", in.Import.File))
		}
		changes = append(changes, store.Change{Put: &i})
	}
	return changes
}

// besides are the stored figures that a file is compared with: all but those of
// the imports whose rejected rows it brings. None of these is among them, and
// where one has the key of another it is a row of its own, as it would have
// been in its place.
func (p *Project) besides(stored *figure.Set, res *importer.Result) *figure.Set {
	mended := p.mending(res)
	if len(mended) == 0 {
		return stored
	}
	var others []briefing.ID
	for _, id := range stored.Imports() {
		if !slices.ContainsFunc(mended, func(i briefing.Import) bool { return i.ID == id }) {
			others = append(others, id)
		}
	}
	if len(others) == 0 {
		return figure.NewSet()
	}
	return stored.Where(figure.Filter{Imports: others})
}
