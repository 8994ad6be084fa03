package app

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/project"
	"briefing/internal/store"
)

// ImportOptions choose how a file is read.
type ImportOptions struct {
	Profile  string         // key, or name of a saved shape; empty: recognised by its contents
	Shape    *Shape         // how a free table is read; then Profile only names it
	Units    importer.Units // for what the file does not say
	Hidden   bool           // sheets that their workbook does not show are read too
	Decision Decision       // on figures that the project has already
	Trust    bool           // store although the price of a tonne says that units are a thousand times off
	Source   briefing.ID    // record that the rows stand on; empty: made with the import
	Refused  []EditPlace    // edits of a workbook of ours that are not wanted
	DryRun   bool           // report only, store nothing
	Anew     bool           // a file that has been taken in is read once more, under these answers
	Progress func(rows int)
	Along    func(ImportProgress) // how far it is; called from another goroutine
	Early    *Early               // the file, opened before the project; nil: not yet
}

// Early is a large file that is being looked at while its project is opened.
type Early = importer.Early

// OpenEarly begins to look at a file that is going to be imported; who begins
// closes it. What is not worth it, or can't be opened, is nil.
func OpenEarly(ctx context.Context, path string) *Early { return importer.OpenEarly(ctx, path) }

// Imported is what became of one file.
type Imported struct {
	File      string
	Import    briefing.Import
	Report    importer.Report
	Unchanged bool // the same file had been imported: nothing was stored
	Result    *importer.Result
	Before    briefing.Import // the import that has brought the same file
	Revision  *Revision       // what it tells of figures that the project has; nil when nothing
	Decision  Decision        // on Revision, for Accept
	// TrustUnits confirms, for Accept, units that UnitsDoubted doubts.
	TrustUnits bool
	Rates      []briefing.Rate // of exchange, stated for the file's currencies
	records    int             // of the result that differ from what the project has
	overwrites []briefing.Ref  // of these, those of which a filled field would change
	path       string
	options    ImportOptions // that it was read under
	again      []briefing.ID // imports that have brought the same file, read otherwise
}

// Import reads a file and stores its rows as one action. The source record
// that its figures stand on is made with it. A file that would change figures
// of the project needs a decision: without one nothing is stored and the
// error's code is CodeRevision (cause RevisionNeeded). So does one that would
// overwrite what records say: CodeOverwrite.
func (p *Project) Import(ctx context.Context, path string, o ImportOptions) (Imported, error) {
	out := Imported{
		File: filepath.Base(path), Decision: o.Decision, TrustUnits: o.Trust, Rates: o.Units.Rates, path: path, options: o,
	}
	pace := p.pacing(o.Along)
	res, err := p.readFile(ctx, path, o, pace)
	if err != nil {
		return out, err
	}
	pace.stage(StageCompare)
	out.Import, out.Report, out.Result = res.Import, res.Report, res
	before, known := p.knownImport(res.Import.Hash)
	out.Before = before
	if known && o.otherTable() {
		known = false // it stands beside what is read of the file
	}
	if known && o.anew(before) {
		out.again = p.importsOf(res.Import.Hash)
	}
	if known && out.again == nil {
		out.Unchanged = true
	} else if err := p.joinTotals(&out); err != nil {
		return out, err
	} else if err := p.setLevelsAside(&out); err != nil {
		return out, err
	} else if err := p.compare(ctx, &out); err != nil {
		return out, err
	}
	res = out.Result
	if !out.Unchanged {
		if err := p.checkRates(o, res); err != nil {
			return out, err
		}
		out.records, out.overwrites = len(p.recordsToPut(res)), p.overwritten(&out)
		if res.Figures.Len() == 0 && len(res.Names) == 0 && len(res.Records) > 0 && out.records == 0 {
			out.Unchanged = true // all of them are in the project as the file has them
			out.setAside(out.Report.Stored)
		}
	}
	if out, err = p.source(out, o.Source); err != nil {
		return out, err
	}
	if o.DryRun || out.Unchanged {
		return out, nil
	}
	if err := ctx.Err(); err != nil {
		return out, cancelled(err)
	}
	pace.stage(StageStore)
	return p.AcceptWithin(ctx, out)
}

// Accept stores what a dry run of Import has read, the very rows that were
// shown, as one action. What has been imported meanwhile is not stored twice;
// what the project's figures were changed to meanwhile is compared again.
func (p *Project) Accept(read Imported) (Imported, error) {
	return p.AcceptWithin(context.Background(), read)
}

// AcceptWithin is Accept that ends with the context: what has not been stored
// whole by then is not stored at all, and the error's code is CodeCancelled.
func (p *Project) AcceptWithin(ctx context.Context, read Imported) (Imported, error) {
	out, res := read, read.Result
	if out.Unchanged = out.Unchanged || read.again == nil && !out.options.otherTable() && p.known(out.Import.Hash); out.Unchanged || res == nil {
		return out, nil
	}
	if res.Figures.Len() == 0 && len(res.Records) == 0 && len(res.Names) == 0 {
		return out, nil
	}
	if p.stale(out.Revision) {
		if err := p.compare(ctx, &out); err != nil || out.Unchanged {
			return out, err
		}
	}
	out.Import.Moment = briefing.Stamp(p.World.Now().Format("2006-01-02T15:04:05-07:00"))
	out.Import.By = p.World.User
	if len(res.Names) > 0 { // a list of names has its own record
		changes, err := p.storeNames(out)
		if err != nil {
			return out, err
		}
		return out, p.commitWithin(ctx, "import", changes...)
	}
	if err := out.trusted(); err != nil {
		return out, err
	}
	if out.patches() {
		return p.acceptPatch(ctx, out)
	}
	figures, gone, err := p.decided(&out)
	if err != nil {
		return out, err
	}
	records, err := p.decidedRecords(&out)
	if err != nil {
		return out, err
	}
	if figures.Len() == 0 && len(records) == 0 {
		out.Unchanged = true
		return out, nil
	}
	if res.Returned != nil && figures.Len() == 0 { // records changed one by one: there is no batch to speak of
		var changes []store.Change
		for _, r := range records {
			changes = append(changes, store.Change{Put: r})
		}
		return out, p.commit("import", changes...)
	}
	var changes []store.Change
	if id, ok := p.ownSource(res.Records, records); ok && figures.Len() > 0 && out.Import.Source == "" {
		out.Import.Source = id
	}
	if figures.Len() > 0 && out.Import.Source == "" {
		src, like := p.sourceOf(out.Import, figures, res)
		if like {
			out.Report.Notes = append(slices.Clone(out.Report.Notes), importer.NoteLikeLast)
		}
		out.Import.Source = src.ID
		changes = append(changes, store.Change{Put: src})
	}
	sources, err := p.rateSources(&out)
	if err != nil {
		return out, err
	}
	changes = append(changes, sources...)
	joined, err := p.totalsToJoin(figures, dropped(gone))
	if err != nil {
		return out, err
	}
	changes = append(changes, joined...)
	imp := out.Import
	changes = append(append(changes, gone...), store.Change{Put: &imp})
	changes = append(changes, p.madeGood(&out)...)
	for _, r := range records {
		changes = append(changes, store.Change{Put: r})
	}
	if figures.Len() > 0 {
		changes = append(changes, store.Change{AddFigures: figures})
	}
	action := "import"
	if len(gone) > 0 {
		action = "revise"
	}
	return out, p.commitWithin(ctx, action, changes...)
}

// ownSource is the source that a workbook of ours brings along with its rows, where
// it brings one only: what else should they stand on? It is to be put now or is in
// the project.
func (p *Project) ownSource(brought, put []briefing.Record) (briefing.ID, bool) {
	isSource := func(r briefing.Record) bool { return r.Ref().Kind == briefing.KindSource }
	at := slices.IndexFunc(brought, isSource)
	if at < 0 || slices.ContainsFunc(brought[at+1:], isSource) {
		return "", false
	}
	ref := brought[at].Ref()
	if slices.ContainsFunc(put, func(r briefing.Record) bool { return r.Ref() == ref }) {
		return ref.ID, true
	}
	_, err := p.Get(ref)
	return ref.ID, err == nil
}

func (p *Project) readFile(ctx context.Context, path string, o ImportOptions, pace *pacing) (*importer.Result, error) {
	with := p.importing(o)
	if pace.tell != nil {
		with.Along = pace.along
	}
	res, err := importer.ReadFile(ctx, path, with)
	return res, placed(err, path)
}

// importing are the importer's options in this project.
func (p *Project) importing(o ImportOptions) importer.Options {
	return importer.Options{
		Profile: o.Profile, Shape: o.Shape, Shapes: p.World.namedShapes(), Units: o.Units, Hidden: o.Hidden, Known: p.knows(o), ImportID: p.World.NewID(briefing.KindImport),
		Progress: o.Progress, Find: p.find, Zone: p.World.Now().Location(),
		Record: p.stored, Figures: p.figures(), Press: p.press(), Early: o.Early, Refused: o.refused(),
	}
}

// press packs what is read as it will be stored. Where there are figures
// already the rows are to be compared with them, and packed ones would have to
// be unpacked for that.
func (p *Project) press() figure.Press {
	if p.figures().Len() > 0 {
		return nil
	}
	return store.Press()
}

// stored is a record of the project, nil where there is none.
func (p *Project) stored(ref briefing.Ref) briefing.Record {
	r, err := p.Get(ref)
	if err != nil {
		return nil
	}
	return r
}

func (p *Project) figures() (s *figure.Set) {
	p.Read(func(pr *project.Project) { s = pr.Figures })
	return s
}

// find looks a record up by its ID or its caption in any language, a source by
// its title too.
func (p *Project) find(kind briefing.Kind, text string) (id briefing.ID, ok bool) {
	d, known := briefing.Describe(kind)
	if !known {
		return "", false
	}
	p.Read(func(pr *project.Project) {
		for _, r := range pr.Records(kind) {
			match := string(r.Ref().ID) == text
			for _, l := range briefing.Langs() {
				match = match || strings.EqualFold(d.Caption(r, l), text)
			}
			if match {
				id, ok = r.Ref().ID, true
				return
			}
		}
		switch kind {
		case briefing.KindSource:
			id, ok = byTitle(pr.Sources, text)
		case briefing.KindPerson:
			id, ok = personsOf(pr.People).find(text)
		}
	})
	return id, ok
}

// byTitle finds the one source of a title; several are told apart by their
// publishers, which the caption has.
func byTitle(list []*briefing.Source, text string) (id briefing.ID, ok bool) {
	for _, src := range list {
		named := false
		for _, l := range briefing.Langs() {
			named = named || text != "" && strings.EqualFold(src.Title.In(l), text)
		}
		if named && ok {
			return "", false
		}
		if named {
			id, ok = src.ID, true
		}
	}
	return id, ok
}

// placed gives an importer's error the path as the user named it.
func placed(err error, path string) error {
	var e *briefing.Error
	if errors.As(err, &e) && (e.Path == "" || e.Path == filepath.Base(path)) {
		c := *e
		c.Path = path
		return &c
	}
	return err
}

// Recognise tells what a file is and what an import would ask.
func (p *Project) Recognise(ctx context.Context, path string, o ImportOptions) (*importer.Recognition, error) {
	rec, err := importer.RecogniseFile(ctx, path, p.importing(o))
	return rec, placed(err, path)
}

// RemoveImport takes out an import with its rows as one action, which can be
// undone. Records that came with it, and its source, stay. One that is not
// there is CodeNoRecord.
func (p *Project) RemoveImport(id briefing.ID) error {
	if _, err := p.Get(briefing.Ref{Kind: briefing.KindImport, ID: id}); err != nil {
		return err
	}
	return p.commit("remove-import",
		store.Change{DropImport: id}, store.Change{Remove: briefing.Ref{Kind: briefing.KindImport, ID: id}})
}
