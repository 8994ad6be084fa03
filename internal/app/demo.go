package app

import (
	"context"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// Demo writes the example project, its pack in three languages and its
// workbook to the folder. The outputs are drafts, since months and products
// are invented there.
func Demo(ctx context.Context, w World, dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a folder of outputs, as any other of the user's
		return nil, safefile.Error("make folder", dir, err)
	}
	path := filepath.Join(dir, "demo.briefing")
	p, err := replaceWithDemo(w, path)
	if err != nil {
		return nil, err
	}
	files := []string{path}
	for _, l := range briefing.Langs() {
		o := ExportOptions{Lang: l, PDF: filepath.Join(dir, "demo-"+string(l)+".pdf"), Draft: true}
		if l == briefing.RU {
			o.XLSX = filepath.Join(dir, "demo.xlsx")
		}
		made, err := p.Export(ctx, o)
		files = append(files, made.Files...)
		if err != nil {
			_ = p.Close() // the error that is told is the first one
			return files, err
		}
	}
	return files, p.Close()
}

// replaceWithDemo makes the example project anew; an example made before is
// replaced, since it is ours, anything else of that name is not touched.
func replaceWithDemo(w World, path string) (*Project, error) {
	pr, err := demo.Project()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err == nil {
		if !isDemo(w, path) {
			return nil, &briefing.Error{Code: briefing.CodeExists, Op: "write example", Path: path}
		}
		if err := os.Remove(path); err != nil {
			return nil, safefile.Error("replace example", path, err)
		}
	}
	return Create(w, path, pr)
}

// isDemo reports whether the file is an unchanged or edited example: a project
// with the example's invented import.
func isDemo(w World, path string) bool {
	p, err := Open(w, path, false)
	if err != nil {
		return false
	}
	defer func() { _ = p.Close() }()
	found := false
	p.Read(func(pr *project.Project) {
		for _, imp := range pr.Imports {
			found = found || imp.Sample && imp.Profile == "sample"
		}
	})
	return found
}

// NewDemo makes the example project at the path and opens it, for the window.
func NewDemo(w World, path string) (*Project, error) {
	pr, err := demo.Project()
	if err != nil {
		return nil, err
	}
	return Create(w, path, pr)
}
