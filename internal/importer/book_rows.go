package importer

import (
	"context"
	"errors"
	"io"
	"strconv"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// returning turns the rows of a workbook that came back into what they change.
type returning struct {
	job    *job
	led    *ledger
	parse  *recorder // reads what people typed
	sheets []*sheetRows

	drafts   map[briefing.Ref]briefing.Record
	order    []briefing.Ref
	taken    map[string]string // what a cell has set, by record and field
	figures  *figure.Set
	replaced []figure.Observation // by row of figures
	untaken  []Rejected
	edits    []BookEdit
	numbers  map[string]briefing.ID // of sources, by register

	known, unknown int // rows whose record the project has, and has not
}

// sheetRows is a sheet that has been read.
type sheetRows struct {
	*bookSheet
	rows []bookRow
}

// bookRow is a row of a sheet. What it shows is kept only where it is not what
// it showed before.
type bookRow struct {
	line int
	key  bookkey.Row
	// identity is what no other row of the sheet has, unless it was copied. Rows of
	// statistics may have one key and differ in file, line or amounts: of these the
	// hidden cell has the sums, and all its text tells them apart.
	identity string
	bad      bool // the hidden cell can't be read
	edits    []int
	refused  bool       // some of its edits, or the row itself, are not wanted
	cells    []bookCell // by column of the head
}

// bookCell is a cell of an edited row.
type bookCell struct {
	text string
	kind cells.Kind
	calc bool
}

func newReturning(j *job, led *ledger) *returning {
	return &returning{
		job: j, led: led, parse: newRecorder(led, j.o), drafts: map[briefing.Ref]briefing.Record{}, taken: map[string]string{}, figures: figure.NewSet(),
	}
}

// stored is the record of the project, nil where it has none.
func (b *returning) stored(ref briefing.Ref) briefing.Record {
	if b.job.o.Record == nil {
		return nil
	}
	return b.job.o.Record(ref)
}

// foreign reports whether not one of the records is the project's.
func (b *returning) foreign() bool { return b.known == 0 && b.unknown > 0 }

// observations reports whether the rows of the sheet are observations.
func (s *sheetRows) observations() bool {
	return len(s.rows) > 0 && bookkey.IsObservation(s.rows[0].key.Key)
}

// read reads the rows of a sheet.
func (b *returning) read(ctx context.Context, s *bookSheet) error {
	rows, err := s.table.Rows(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	out := &sheetRows{bookSheet: s}
	b.sheets = append(b.sheets, out)
	for _, l := range s.changedOver() {
		b.untaken = append(b.untaken, cut(Rejected{File: s.place(), Line: l.line, Column: l.column, Text: l.text, Reason: RejectDerived}))
	}
	limits := b.job.o.Limits
	for {
		if err := ctx.Err(); err != nil {
			return readError(s.part.file, err)
		}
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readError(s.part.file, err)
		}
		if row.Line <= s.line {
			continue
		}
		r, ok := s.row(row)
		if !ok {
			continue
		}
		b.led.read++
		if limits.Rows > 0 && b.led.read > limits.Rows {
			return cells.TooLarge("read rows", s.part.file)
		}
		if ref, ok := bookkey.Ref(r.key.Key); ok {
			if b.stored(ref) != nil {
				b.known++
			} else {
				b.unknown++
			}
		}
		b.refuse(s, &r)
		out.rows = append(out.rows, r)
		if b.job.o.Progress != nil && b.led.read%progressStep == 0 {
			b.job.o.Progress(b.led.read)
		}
	}
}

// row reads a row under the head; ok is false for one that has nothing of the
// table in it: the numbers of the chart, a blank line.
func (s *bookSheet) row(row *cells.Row) (r bookRow, ok bool) {
	r.line = row.Line
	own := ""
	if s.key < len(row.Cells) {
		own = string(cells.Trim(row.Cells[s.key].Text))
	}
	shown := make([]bookCell, len(s.at))
	prints := make([]string, len(s.at))
	filled := false
	for i, at := range s.at {
		if at < 0 || at >= len(row.Cells) {
			continue
		}
		shown[i] = shownCell(&row.Cells[at])
		prints[i] = shown[i].print()
		filled = filled || prints[i] != ""
	}
	if own == "" {
		r.cells = shown
		return r, filled && !s.foot(prints)
	}
	r.key, ok = bookkey.ParseRow(own)
	observation := bookkey.IsObservation(r.key.Key)
	if r.identity = r.key.Key; observation {
		r.identity = own
	}
	if !ok || !observation && len(r.key.Cells) != len(s.at) {
		r.bad, r.cells = true, shown
		return r, true
	}
	if observation {
		r.edits = s.dataEdits(&r, shown, prints)
	} else {
		for i, c := range r.key.Cells {
			if s.at[i] >= 0 && prints[i] != c.Print && (!c.Live || !shown[i].calc) {
				r.edits = append(r.edits, i)
			}
		}
	}
	ref, _ := bookkey.Ref(r.key.Key)
	switch {
	case len(r.edits) > 0:
		r.cells = shown
	case ref.Kind != briefing.KindSource: // of a source its number is asked still
		r.key.Cells = nil
	}
	return r, true
}

// foot tells that a row without a key is the line under the chart.
func (s *bookSheet) foot(prints []string) bool {
	n := 0
	for _, p := range prints {
		switch {
		case p == "":
		case p != s.head.Foot:
			return false
		default:
			n++
		}
	}
	return n == 1
}

func shownCell(c *cells.Cell) bookCell {
	out := bookCell{text: string(cells.Trim(c.Text)), kind: c.Kind, calc: c.Calc}
	if c.Kind == cells.Fault && out.text == "" {
		out.text = "#"
	}
	return out
}

// print is the check sum of what the cell shows.
func (c bookCell) print() string {
	if c.kind == cells.Number {
		if v, err := strconv.ParseFloat(c.text, 64); err == nil {
			return bookkey.Print(bookkey.Number(v))
		}
	}
	return bookkey.Print(c.text)
}

// settle gives each row its fate and gathers what they change.
func (b *returning) settle(ctx context.Context) error {
	d := &dataRows{returning: b}
	for _, s := range b.sheets {
		first := s.originals()
		for i := range s.rows {
			r := &s.rows[i]
			switch {
			case r.bad:
				b.enter(s, r, rejectRow(RejectKey).at(s.key+1))
			case r.refused && len(r.edits) == 0:
				b.enter(s, r, setAside(AsideRefused))
			case r.key.Key == "":
				b.enter(s, r, b.added(s, r))
			case first[r.identity] != i: // a row that was copied, its hidden cell too
				if len(r.edits) > 0 {
					b.enter(s, r, b.added(s, r))
				} else {
					b.enter(s, r, setAside(AsideDuplicate))
				}
			case len(r.edits) == 0:
				b.enter(s, r, setAside(AsideKept))
			case bookkey.IsObservation(r.key.Key):
				d.wait(s, r)
			default:
				b.enter(s, r, b.edited(s, r))
			}
		}
	}
	if err := d.settle(ctx); err != nil {
		return err
	}
	if most := b.job.o.Limits.Rejected; most > 0 && len(b.led.rejected)+len(b.untaken) > most {
		return cells.TooLarge("list rejected rows", b.job.in.Name)
	}
	return nil
}

// originals finds, for each row that was written, the one that has its place by
// right: of several, the one that was changed least.
func (s *sheetRows) originals() map[string]int {
	out := make(map[string]int, len(s.rows))
	for i := range s.rows {
		k := s.rows[i].identity
		if at, seen := out[k]; !seen || len(s.rows[i].edits) < len(s.rows[at].edits) {
			out[k] = i
		}
	}
	return out
}

// enter gives a row its fate.
func (b *returning) enter(s *sheetRows, r *bookRow, f fate) {
	switch {
	case f.aside != "":
		b.led.setAside(f.aside)
	case f.reject != "":
		b.led.reject(Rejected{File: s.place(), Line: r.line, Column: f.column, Text: f.text, Reason: f.reject})
	default:
		b.led.staged++
	}
}

// leave lists a cell whose change is not taken.
func (b *returning) leave(s *sheetRows, r *bookRow, column int, reason string) {
	b.untaken = append(b.untaken, cut(Rejected{File: s.place(), Line: r.line, Column: s.at[column] + 1, Text: r.cells[column].text, Reason: reason}))
}
