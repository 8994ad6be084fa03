package app

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// ImportOptions choose how a file is read.
type ImportOptions struct {
	Profile  string         // empty: recognised by its contents
	Units    importer.Units // for what the file does not say
	DryRun   bool           // report only, store nothing
	Progress func(rows int)
}

// Imported is what became of one file.
type Imported struct {
	File      string
	Import    briefing.Import
	Report    importer.Report
	Unchanged bool // the same file had been imported: nothing was stored
	Result    *importer.Result
}

// Import reads a file and stores its rows as one action. The source record
// that its figures stand on is made with it.
func (p *Project) Import(ctx context.Context, path string, o ImportOptions) (Imported, error) {
	out := Imported{File: filepath.Base(path)}
	res, err := p.readFile(ctx, path, o)
	if err != nil {
		return out, err
	}
	out.Import, out.Report, out.Result = res.Import, res.Report, res
	out.Unchanged = p.known(res.Import.Hash)
	if o.DryRun || out.Unchanged {
		return out, nil
	}
	if err := ctx.Err(); err != nil {
		return out, cancelled(err)
	}
	return p.Accept(out)
}

// Accept stores what a dry run of Import has read, the very rows that were
// shown, as one action. What has been imported meanwhile is not stored twice.
func (p *Project) Accept(read Imported) (Imported, error) {
	out, res := read, read.Result
	if out.Unchanged = out.Unchanged || p.known(out.Import.Hash); out.Unchanged || res == nil {
		return out, nil
	}
	if res.Figures.Len() == 0 && len(res.Records) == 0 {
		return out, nil
	}
	records := p.recordsToPut(res.Records)
	if res.Figures.Len() == 0 && len(records) == 0 {
		out.Unchanged = true
		return out, nil
	}
	out.Import.Moment = briefing.Stamp(p.World.Now().Format("2006-01-02T15:04:05-07:00"))
	out.Import.By = p.World.User
	var changes []store.Change
	if res.Figures.Len() > 0 && out.Import.Source == "" {
		src := p.sourceOf(out.Import)
		out.Import.Source = src.ID
		changes = append(changes, store.Change{Put: src})
	}
	imp := out.Import
	changes = append(changes, store.Change{Put: &imp})
	for _, r := range records {
		changes = append(changes, store.Change{Put: r})
	}
	if res.Figures.Len() > 0 {
		changes = append(changes, store.Change{AddFigures: res.Figures})
	}
	return out, p.commit("import", changes...)
}

// sourceOf is the source record of an imported file; when it was published is
// for the compiler to say.
func (p *Project) sourceOf(imp briefing.Import) *briefing.Source {
	title := imp.File
	return &briefing.Source{
		ID: p.World.NewID(briefing.KindSource), Kind: "statistics",
		Title:       briefing.Text{RU: "Файл " + title, EN: "File " + title, ZH: "文件 " + title},
		Publisher:   publisher(imp.Profile),
		Retrieved:   imp.Moment,
		RetrievedBy: p.World.User,
	}
}

// publisher is the body behind a profile, where the profile tells it.
func publisher(profile string) briefing.Text {
	var t briefing.Text
	for _, l := range briefing.Langs() {
		if s, ok := lang.Has(l, "app.publisher."+profile); ok {
			*t.At(l) = s
		}
	}
	return t
}

func (p *Project) known(hash string) bool {
	found := false
	p.Read(func(pr *project.Project) {
		found = slices.ContainsFunc(pr.Imports, func(i *briefing.Import) bool { return i.Hash == hash && hash != "" })
	})
	return found
}

func (p *Project) readFile(ctx context.Context, path string, o ImportOptions) (*importer.Result, error) {
	res, err := importer.ReadFile(ctx, path, p.importing(o))
	return res, placed(err, path)
}

// importing are the importer's options in this project.
func (p *Project) importing(o ImportOptions) importer.Options {
	return importer.Options{
		Profile: o.Profile, Units: o.Units, Known: p.known, ImportID: p.World.NewID(briefing.KindImport),
		Progress: o.Progress, Find: p.find, Zone: p.World.Now().Location(),
	}
}

// find looks a record up by its ID or its caption in any language.
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
	})
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

// RemoveImport takes out an import with its rows as one action.
func (p *Project) RemoveImport(id briefing.ID) error {
	return p.commit("remove-import",
		store.Change{DropImport: id}, store.Change{Remove: briefing.Ref{Kind: briefing.KindImport, ID: id}})
}
