package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/project"
	"briefing/internal/safefile"
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
	if res.Figures.Len() == 0 && len(res.Records) == 0 {
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
	for _, r := range res.Records {
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
		Publisher:   importer.Publisher(imp.Profile),
		Retrieved:   imp.Moment,
		RetrievedBy: p.World.User,
	}
}

func (p *Project) known(hash string) bool {
	found := false
	p.Read(func(pr *project.Project) {
		found = slices.ContainsFunc(pr.Imports, func(i *briefing.Import) bool { return i.Hash == hash && hash != "" })
	})
	return found
}

func (p *Project) readFile(ctx context.Context, path string, o ImportOptions) (*importer.Result, error) {
	f, size, err := openInput(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	return importer.Read(ctx, filepath.Base(path), f, size, importer.Options{
		Profile: o.Profile, Units: o.Units, Known: p.known, ImportID: p.World.NewID(briefing.KindImport), Progress: o.Progress,
	})
}

// Recognise tells what a file is and what an import would ask.
func (p *Project) Recognise(ctx context.Context, path string) (importer.Recognition, error) {
	f, size, err := openInput(path)
	if err != nil {
		return importer.Recognition{}, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	return importer.Recognise(ctx, filepath.Base(path), f, size)
}

func openInput(path string) (*os.File, int64, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, 0, safefile.Error("open file", path, err)
	}
	if st.IsDir() {
		return nil, 0, &briefing.Error{Code: briefing.CodeIsDirectory, Op: "open file", Path: path}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, safefile.Error("open file", path, err)
	}
	return f, st.Size(), nil
}

// RemoveImport takes out an import with its rows as one action.
func (p *Project) RemoveImport(id briefing.ID) error {
	return p.commit("remove-import",
		store.Change{DropImport: id}, store.Change{Remove: briefing.Ref{Kind: briefing.KindImport, ID: id}})
}
