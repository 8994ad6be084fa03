package importer

import (
	"context"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/sniff"
)

// ProfileBook is the key of a workbook that this program has exported and that
// comes back with what colleagues have changed in it.
const ProfileBook = "book"

// Returned tells what a workbook of ours that came back says beside its rows.
type Returned struct {
	Gone    []GoneRow // rows that stood for records and are not there any more
	Missing []string  // tables of the book that no sheet has: "T08"
	NoKeys  []string  // sheets of ours whose hidden column is gone: they are not read
	Columns []NoColumn
	Short   []ShortSheet
	Edits   []BookEdit // what is taken, cell by cell
}

// GoneRow is a row that a colleague has taken out. Nothing is done about it.
type GoneRow struct {
	Sheet string
	Ref   briefing.Ref
}

// NoColumn is a column of a sheet that is not there any more, or has another
// name: what was changed in it is not known.
type NoColumn struct{ Sheet, Title string }

// ShortSheet is a sheet of observations with fewer rows than it was written
// with.
type ShortSheet struct {
	Sheet string
	Rows  int // that are missing
}

// workbook is a workbook of ours on its way back.
type workbook struct {
	sheets []*bookSheet
	noKeys []string
	seen   map[string]bool // tables that stand on sheets without keys
	front  []Rejected      // cells of cover and contents that were edited
}

// bookSheet is a sheet with its hidden column.
type bookSheet struct {
	part  *part
	table cells.Table
	head  bookkey.Head
	key   int      // cell of the hidden column
	line  int      // of the table's head
	at    []int    // column of head → cell, −1 where it is not there any more
	heads []string // the table's head as it stands
	over  []overLine
	first [][]string
}

// overLine is the first cell of a row over the head.
type overLine struct {
	line, column int
	text         string
}

// changedOver are the lines over the head that do not say what they said. They
// are found by their order, which rows put in between do not change; one that is
// gone is not told: titles are taken off to work on.
func (s *bookSheet) changedOver() []overLine {
	var said []string
	for _, p := range s.head.Over {
		if p != "" {
			said = append(said, p)
		}
	}
	var out []overLine
	for _, l := range s.over {
		p := bookkey.Print(l.text)
		if i := slices.Index(said, p); i >= 0 {
			said = slices.Delete(said, i, i+1)
			continue
		}
		out = append(out, l)
	}
	return out[:min(len(out), len(said))] // what was written in beside is no line of ours
}

func (s *bookSheet) place() string { return place(s.part.file, s.table.Name()) }

// oursMark is what each of our sheets says of its table, in all languages.
var oursMark = regexp.MustCompile(`\btbl_([art][0-9]{2,3}|data[0-9]*)\b`)

// findBook looks for sheets with our hidden column; nil where there are none.
// ours tells that there are sheets of ours without one.
func findBook(ctx context.Context, parts []part) (book *workbook, ours bool, err error) {
	book = &workbook{seen: map[string]bool{}}
	for i := range parts {
		p := &parts[i]
		if p.kind != sniff.XLSX && p.kind != sniff.XLS {
			continue
		}
		for _, t := range p.variants[0].tables {
			s, marked, err := readBookHead(ctx, p, t)
			if err != nil {
				return nil, false, readError(p.file, err)
			}
			switch {
			case s != nil:
				book.sheets = append(book.sheets, s)
			case marked != "":
				book.noKeys = append(book.noKeys, t.Name())
				book.seen[marked] = true
			default:
				edited, err := changedFront(ctx, p, t)
				if err != nil {
					return nil, false, readError(p.file, err)
				}
				book.front = append(book.front, edited...)
			}
		}
	}
	ours = len(book.noKeys) > 0
	if len(book.sheets) == 0 {
		return nil, ours, nil
	}
	for _, s := range book.sheets {
		if s.head.Version > bookkey.Version {
			return nil, ours, &briefing.Error{Code: briefing.CodeBookNewer, Op: "read workbook", Path: s.part.file}
		}
	}
	return book, ours, nil
}

// readBookHead reads a sheet up to the head of its table; nil where it has no
// hidden column. marked is the table of ours that it holds all the same.
func readBookHead(ctx context.Context, p *part, t cells.Table) (s *bookSheet, marked string, err error) {
	r, err := t.Rows(ctx)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = r.Close() }()
	var over []overLine
	for n := 0; n < searchRows; n++ {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, "", err
		}
		over = appendOver(over, row, s)
		for i, c := range row.Cells {
			text := string(cells.Trim(c.Text))
			if m := oursMark.FindStringSubmatch(text); m != nil {
				marked = strings.ToUpper(m[1])
			}
			if s != nil || !bookkey.IsHead(text) {
				continue
			}
			if h, ok := bookkey.ParseHead(text); ok {
				s = &bookSheet{part: p, table: t, head: h, key: i}
			}
		}
		if s == nil {
			continue
		}
		if key := keyHeading(row); key >= 0 {
			was := s.key
			if s.key = key; s.heading(row) {
				s.over = over
				return s, marked, s.preview(r)
			}
			s.key = was
		}
		if s.key < len(row.Cells) {
			if text := string(cells.Trim(row.Cells[s.key].Text)); !bookkey.IsHead(text) {
				s.head.Keys = append(s.head.Keys, bookkey.KeysOf(text)...)
			}
		}
	}
	return nil, marked, nil
}

// appendOver notes the first cell of a row that has text; what the hidden column
// says is none.
func appendOver(list []overLine, row *cells.Row, s *bookSheet) []overLine {
	for i, c := range row.Cells {
		text := string(cells.Trim(c.Text))
		if text == "" || c.Kind == cells.Number || s != nil && i == s.key {
			continue
		}
		if bookkey.IsHead(text) {
			return list
		}
		return append(list, overLine{row.Line, i + 1, text})
	}
	return list
}

// keyHeading finds the hidden column in the head of the table, the last that
// bears its name; -1 where there is none.
func keyHeading(row *cells.Row) int {
	for i := len(row.Cells) - 1; i >= 0; i-- {
		if strings.HasPrefix(string(cells.Trim(row.Cells[i].Text)), bookkey.Header) {
			return i
		}
	}
	return -1
}

// heading takes a row as the head of the table if it has any of its titles.
func (s *bookSheet) heading(row *cells.Row) bool {
	s.line, s.heads, s.at = row.Line, nil, make([]int, len(s.head.Columns))
	var folded []string
	for _, c := range row.Cells {
		text := string(cells.Trim(c.Text))
		s.heads, folded = append(s.heads, text), append(folded, codes.Fold(text))
	}
	known := 0
	for i, c := range s.head.Columns {
		s.at[i] = slices.Index(folded, codes.Fold(c.Title))
		if s.at[i] == s.key {
			s.at[i] = -1
		}
		if s.at[i] >= 0 {
			known++
		}
	}
	return known > 0
}

// preview keeps the first rows as they stand.
func (s *bookSheet) preview(r cells.Rows) error {
	for len(s.first) < 10 {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var text []string
		for i, c := range row.Cells {
			if i != s.key {
				text = append(text, string(cells.Trim(c.Text)))
			}
		}
		s.first = append(s.first, text)
	}
	return nil
}

// mapping describes a sheet for the preview: which columns are given back.
func (s *bookSheet) mapping() Mapping {
	m := Mapping{File: s.part.file, Sheet: s.table.Name(), HeaderRow: s.line, Profile: ProfileBook, Score: 100, First: s.first}
	given := s.givenBack()
	for i, h := range s.heads {
		if i == s.key || h == "" {
			continue
		}
		c := MappedColumn{Index: i + 1, Header: h}
		if at := slices.Index(s.at, i); at >= 0 && given[at] {
			c.Role = RoleField.String()
		}
		m.Columns = append(m.Columns, c)
	}
	return m
}

// givenBack tells, by the first rows, which columns show what is stored.
func (s *bookSheet) givenBack() []bool {
	out := make([]bool, len(s.head.Columns))
	r, err := s.table.Rows(context.Background())
	if err != nil {
		return out
	}
	defer func() { _ = r.Close() }()
	for n := 0; n < 100; {
		row, err := r.Next()
		if err != nil {
			break
		}
		if row.Line <= s.line || s.key >= len(row.Cells) {
			continue
		}
		n++
		k, ok := bookkey.ParseRow(string(cells.Trim(row.Cells[s.key].Text)))
		if !ok {
			continue
		}
		for i, c := range s.head.Columns {
			if bookkey.IsObservation(k.Key) {
				out[i] = out[i] || dataCell(c.Key) >= 0
			} else if i < len(k.Cells) {
				out[i] = out[i] || len(k.Cells[i].Parts) > 0
			}
		}
	}
	return out
}

// bookResult reads a workbook that came back.
func (j *job) bookResult(ctx context.Context) (*Result, error) {
	led := newLedger()
	b := newReturning(j, led)
	b.untaken = append(b.untaken, j.book.front...)
	for _, s := range j.book.sheets {
		if err := b.read(ctx, s); err != nil {
			return nil, err
		}
	}
	if b.foreign() {
		return nil, &briefing.Error{Code: briefing.CodeBookOther, Op: "read workbook", Path: j.book.sheets[0].head.Book}
	}
	if err := b.settle(ctx); err != nil {
		return nil, err
	}
	res := &Result{Figures: b.figures, Replaced: b.replaced, Records: b.records(), Returned: b.told()}
	var err error
	if res.Report, err = led.close(); err != nil {
		return nil, err
	}
	res.Report.Untaken = b.untaken
	for _, s := range j.book.sheets {
		res.Tables = append(res.Tables, s.mapping())
	}
	res.Preview = res.Tables[0]
	res.Import = briefing.Import{
		ID: j.importID(), File: baseName(j.in.Name), Hash: j.hash, Size: int(j.in.Size), Profile: ProfileBook,
		Read: res.Report.Read, Stored: res.Report.Stored, SetAside: res.Report.AsideRows(), Rejected: len(res.Report.Rejected),
		Sample: res.Figures.HasSample(),
	}
	if j.o.FileName != "" {
		res.Import.File = j.o.FileName
	}
	return res, nil
}

// told lists what the sheets say beside their rows.
func (b *returning) told() *Returned {
	out := &Returned{NoKeys: b.job.book.noKeys, Edits: b.edits}
	tables := map[string]bool{}
	seen := map[string]map[string]bool{} // table → keys
	rows := map[string]int{}             // table → rows: observations may say the same, and have one key
	for _, s := range b.sheets {
		tables[s.head.Table] = true
		if seen[s.head.Table] == nil {
			seen[s.head.Table] = map[string]bool{}
		}
		rows[s.head.Table] += len(s.rows)
		for _, r := range s.rows {
			seen[s.head.Table][r.key.Key] = true
		}
		for i, at := range s.at {
			if at < 0 {
				out.Columns = append(out.Columns, NoColumn{s.table.Name(), s.head.Columns[i].Title})
			}
		}
	}
	done := map[string]bool{}
	for _, s := range b.sheets {
		if done[s.head.Table] {
			continue // a copy of a sheet
		}
		done[s.head.Table] = true
		for _, k := range s.head.Keys {
			ref, ok := bookkey.Ref(k)
			if ok && !seen[s.head.Table][k] && b.stored(ref) != nil {
				out.Gone = append(out.Gone, GoneRow{s.table.Name(), ref})
			}
		}
		if n := s.head.Rows - rows[s.head.Table]; n > 0 && s.observations() {
			out.Short = append(out.Short, ShortSheet{s.table.Name(), n})
		}
	}
	for _, t := range b.sheets[0].head.Tables {
		if !tables[t] && !b.job.book.seen[t] {
			out.Missing = append(out.Missing, t)
		}
	}
	return out
}

// figuresOf gives the project's observations, none where there is no project.
func (o Options) figuresOf() *figure.Set {
	if o.Figures == nil {
		return figure.NewSet()
	}
	return o.Figures
}
