package importer

import (
	"context"
	"regexp"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
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
