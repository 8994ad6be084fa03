package importer

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/prices"
	"briefing/internal/lang"
)

// Limits bound what reading one file may cost; the zero value is cells.Default.
type Limits = cells.Limits

// Options say how a file is to be read.
type Options struct {
	Profile  string       // by key; empty: recognised
	Extra    []Profile    // saved profiles of the user, offered beside the built-in ones
	Shape    *Shape       // how free tables are read; then nothing is recognised
	Shapes   []NamedShape // of free tables, offered beside the profiles
	Units    Units
	Table    string // for Guess: of the file the sheet, or the table of several on it, see Guessed.Table
	Hidden   bool   // sheets that their workbook does not show are read too
	Limits   Limits
	Known    func(hash string) bool // whether a file of this SHA-256 has been imported
	ImportID briefing.ID            // of the batch; empty: made from the hash
	FileName string                 // name to record, if not the one read under
	Progress func(rows int)         // called now and then with the rows read so far
	// Along is called as Progress is, with the share of the file that has been
	// read, 0 to 1; 0 is not known.
	Along func(rows int, share float64)
	// Find looks a record up in the project by its ID or caption, for
	// references in our template; nil finds nothing.
	Find func(kind briefing.Kind, text string) (briefing.ID, bool)
	Zone *time.Location // of hours typed without a zone; nil is UTC
	// Record and Figures are what the project holds, for a workbook of ours
	// that comes back; nil are none. What Record gives is not changed.
	Record  func(briefing.Ref) briefing.Record
	Figures *figure.Set
	// Refused tells which edits of such a workbook are not wanted; nil wants
	// them all.
	Refused func(CellPlace) bool
	// Press packs the rows of a large file while they are read; nil leaves them
	// as they are.
	Press figure.Press
	// Early is of the file that ReadFile is to read, opened already; nil, and
	// of another file, is nothing.
	Early *Early

	plainly bool // every row by itself, for tests
	presume bool // see runPresuming
	hashing *hashing
}

// Result is what a file came to. Nothing of it is stored yet.
type Result struct {
	Import  briefing.Import // Moment, By and Source are for the caller to set
	Figures *figure.Set     // never nil
	Records []briefing.Record
	// RecordRows counts the rows of a sheet that each of Records came from.
	RecordRows map[briefing.Ref]int
	Names      []classification.List // of commodity codes, when the file is such a list
	Report     Report
	// Returned is set for a workbook of ours that came back: then Records are
	// whole records as they are to be stored, and Figures the observations
	// that take the place of those they are about: of Replaced, row by row.
	Returned *Returned
	Replaced []figure.Observation
	Preview  Mapping       // of the first table
	Tables   []Mapping     // of all
	Prices   prices.Report // of a tonne, beside the usual ones
	Titles   []string      // texts above the headers of the tables
	// Mends are the SHA-256 of the files whose rejected rows this one brings
	// again, mended; empty for any other file.
	Mends []string
}

// ReadFile reads the file at path; see Read. What is no readable file gives
// CodeNotFound, CodeIsDirectory or CodePermission, one that was written to
// meanwhile CodeChanged.
func ReadFile(ctx context.Context, path string, o Options) (*Result, error) {
	var res *Result
	read := func(f *os.File, size int64) (err error) {
		res, err = Read(ctx, filepath.Base(path), f, size, o)
		return err
	}
	var err error
	if early := o.Early.take(path); early != nil {
		o.hashing = o.Early.hashing
		err = early.with(func(f *os.File, size int64) error {
			defer o.hashing.stop() // whether or not it was asked for
			return read(f, size)
		})
	} else {
		err = withFile(path, read)
	}
	if err != nil {
		return nil, err
	}
	return res, nil
}

// RecogniseFile recognises the file at path; see Recognise.
func RecogniseFile(ctx context.Context, path string, o Options) (*Recognition, error) {
	var rec *Recognition
	err := withFile(path, func(f *os.File, size int64) (err error) {
		rec, err = Recognise(ctx, filepath.Base(path), f, size, o)
		return err
	})
	return rec, err
}

// job is one file on its way.
type job struct {
	o       Options
	in      cells.Input
	hash    string // there once hashed has returned
	hashing *hashing
	faults  bool // some row could not be taken apart, or holds bytes that are no text
	found   []found
	skipped []string
	hidden  []string // sheets that are not shown and were not read
	plans   []*plan
	names   []*nameList // instead of plans: the file is a list of names
	book    *workbook   // instead of plans: it is a workbook of ours
}

// begin opens, recognises and plans.
func begin(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*job, error) {
	o.Limits = o.Limits.OrDefault()
	if err := o.Units.check(); err != nil {
		return nil, err
	}
	g, err := o.recogniser()
	if err != nil {
		return nil, err
	}
	j := &job{o: o, in: cells.Section(name, data, size)}
	j.in.Presume = o.presume
	if j.hashing = o.hashing; j.hashing == nil {
		j.hashing = hash(ctx, j.in, o.Limits)
	}
	begun := false
	defer func() {
		if !begun { // nobody asks for the hash of a file that is not read
			j.hashing.stop()
		}
	}()
	if err := j.recognise(ctx, g); err != nil {
		return nil, err
	}
	if len(j.names) > 0 || j.book != nil {
		begun = true
		return j, nil
	}
	for _, f := range j.found {
		p, err := newPlan(f, o.Units)
		if err != nil {
			return nil, err
		}
		if err := p.readLegend(ctx); err != nil {
			return nil, err
		}
		j.plans = append(j.plans, p)
	}
	if err := j.onePeriod(); err != nil {
		return nil, err
	}
	begun = true
	return j, nil
}

// recognise finds the tables and, beside that, takes the file's hash: the two
// go over the same bytes. Where nobody asks for the hash before the end, it goes on
// beside the reading; see hashed.
func (j *job) recognise(ctx context.Context, g *recogniser) error {
	parts, err := open(ctx, j.in, j.o.Limits, g.words)
	if err == nil {
		err = j.recogniseParts(ctx, g, parts)
	}
	if err == nil && (!j.o.presume || j.o.Known != nil || j.o.ImportID == "" || len(j.names) > 0 || j.book != nil) {
		err = j.hashed()
	}
	return err
}

// known reports whether the file has been imported before.
func (j *job) known() bool { return j.o.Known != nil && j.o.Known(j.hash) }

// needed lists what has to be chosen before the file can be read.
func (j *job) needed(ctx context.Context) (*Needed, error) {
	n := &Needed{}
	if err := j.openNumbers(ctx); err != nil {
		return nil, err
	}
	for _, p := range j.plans {
		for _, what := range p.needs {
			if !slices.Contains(n.Needs, what) {
				n.Needs = append(n.Needs, what)
			}
			if about := p.about[what]; about != "" && n.About[what] == "" {
				if n.About == nil {
					n.About = map[string]string{}
				}
				n.About[what] = about
			}
		}
		if p.basisOpen && n.Unsaid == nil {
			n.Unsaid = []string{"basis"}
		}
	}
	if !slices.Contains(n.Needs, "value") && !slices.Contains(n.Needs, "weight") {
		return n, nil
	}
	for _, p := range j.plans {
		if len(p.needs) == 0 || len(n.Implied) > 0 {
			continue
		}
		if err := p.decideStyles(ctx); err != nil {
			return nil, err
		}
		var err error
		if n.Implied, n.Worth, err = p.implied(ctx); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// Recognise tells what a file is taken for and what has to be chosen, without
// reading it in. Errors are those of Read, but for needed units.
func Recognise(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*Recognition, error) {
	j, err := begin(ctx, name, data, size, o)
	if err != nil {
		return nil, err
	}
	rec := &Recognition{Skipped: j.skipped, Hidden: j.hidden, Hash: j.hash, Repeated: j.known()}
	for i := range j.found {
		rec.Tables = append(rec.Tables, j.found[i].mapping())
	}
	for _, n := range j.names {
		rec.Tables = append(rec.Tables, n.mapping())
	}
	if j.book != nil {
		for _, s := range j.book.sheets {
			rec.Tables = append(rec.Tables, s.mapping())
		}
	}
	rec.Mapping = rec.Tables[0]
	for _, p := range j.plans {
		if rec.RegionOf == "" {
			rec.RegionOf, rec.Region = p.openRegion()
		}
		if p.shape != nil && slices.Contains(p.needs, "province") {
			rec.ProvinceOf = p.shape.shape.Constants.Partner
		}
	}
	n, err := j.needed(ctx)
	if err != nil {
		return nil, err
	}
	rec.Needs, rec.About, rec.Unsaid, rec.Implied, rec.Worth = n.Needs, n.About, n.Unsaid, n.Implied, n.Worth
	return rec, nil
}

// Read reads a file whole, or not at all. Errors are briefing.Error with the
// file's name: CodeEmptyFile, CodeForeign, CodeEncrypted, CodeTruncated,
// CodeNoHeader, CodeUnknownTable (cause UnknownTable), CodeBadProfile,
// CodeUnitNeeded (cause Needed), CodeUnitConflict, CodePeriodSpread, CodeHiddenSheets (path: the
// sheets), CodeTooLarge, CodeCancelled.
// A file that Options.Known knows stores nothing; its rows are set aside as
// unchanged.
func Read(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*Result, error) {
	data, o = o.tracked(data, size)
	o.presume = !o.plainly
	res, err := read(ctx, name, data, size, o)
	if errors.Is(err, errPresumed) {
		o.presume, o.hashing = false, nil // which has been given up
		res, err = read(ctx, name, data, size, o)
	}
	return res, err
}

// read is Read; errPresumed asks for it once more, without presuming.
func read(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*Result, error) {
	j, err := begin(ctx, name, data, size, o)
	if err != nil {
		if o.presume && size > decode.Presumed {
			err = errPresumed
		}
		return nil, err
	}
	defer j.hashing.stop()
	if j.presumed() {
		return j.runPresuming(ctx)
	}
	if !j.known() {
		n, err := j.needed(ctx)
		if err != nil {
			return nil, err
		}
		if len(n.Needs) > 0 {
			return nil, &briefing.Error{Code: briefing.CodeUnitNeeded, Op: "read", Path: name, Err: n}
		}
	}
	switch {
	case len(j.names) > 0:
		return j.namesResult(ctx)
	case j.book != nil:
		return j.bookResult(ctx)
	}
	return j.run(ctx)
}

// namesResult reads the lists of names that the file is.
func (j *job) namesResult(ctx context.Context) (*Result, error) {
	res, err := j.readNames(ctx)
	if err != nil {
		return nil, err
	}
	res.Figures = figure.NewSet()
	res.Import = briefing.Import{
		ID: j.importID(), File: baseName(j.in.Name), Hash: j.hash, Size: int(j.in.Size), Profile: j.names[0].profile,
		Read: res.Report.Read, Stored: res.Report.Stored, SetAside: res.Report.AsideRows(), Rejected: len(res.Report.Rejected),
	}
	if j.o.FileName != "" {
		res.Import.File = j.o.FileName
	}
	return res, nil
}

// importOf describes the batch.
func (j *job) importOf(r Report, classes []string) briefing.Import {
	imp := briefing.Import{
		ID: j.importID(), File: baseName(j.in.Name), Hash: j.hash, Size: int(j.in.Size),
		Profile: j.plans[0].profile.Key, Units: j.o.Units.String(), Dimensions: strings.Join(classes, " "),
		Read: r.Read, Stored: r.Stored, SetAside: r.AsideRows(), Rejected: len(r.Rejected),
	}
	if j.o.FileName != "" {
		imp.File = j.o.FileName
	}
	for _, l := range briefing.Langs() {
		var notes []string
		for _, n := range r.Notes {
			if n == NotePlaces || n == NoteHiddenPart || n == NoteWholes {
				notes = append(notes, r.Note(l, n))
				continue
			}
			notes = append(notes, lang.T(l, "importer.note."+n))
		}
		notes = slices.Concat(notes, r.lostNotes(l), r.roundedNotes(l), r.remarks(l))
		*imp.Note.At(l) = strings.Join(notes, "\n")
	}
	return imp
}

func (j *job) importID() briefing.ID {
	if j.o.ImportID != "" {
		return j.o.ImportID
	}
	return briefing.ID("import-" + j.hash[:12])
}
