package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

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

// replaceWithDemo makes the example project anew. An example made before is
// replaced; one that was worked in gets another name, anything else of that
// name is not touched.
func replaceWithDemo(w World, path string) (*Project, error) {
	pr, err := demo.Project()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err == nil {
		ours, edited := isDemo(w, path)
		switch {
		case !ours:
			return nil, &briefing.Error{Code: briefing.CodeExists, Op: "write example", Path: path}
		case edited: // somebody's work: it stays beside the new one
			err = os.Rename(path, FreePath(strings.TrimSuffix(path, filepath.Ext(path)), filepath.Ext(path)))
		default:
			err = os.Remove(path)
		}
		if err != nil {
			return nil, safefile.Error("replace example", path, err)
		}
	}
	return Create(w, path, pr)
}

// isDemo reports whether the file is an example: a project with the example's
// invented import; edited, whether something was done in it since it was made.
func isDemo(w World, path string) (ours, edited bool) {
	p, err := Open(w, path, false)
	if err != nil {
		return false, false
	}
	defer func() { _ = p.Close() }()
	p.Read(func(pr *project.Project) {
		for _, imp := range pr.Imports {
			ours = ours || imp.Sample && imp.Profile == "sample"
		}
	})
	acts, err := p.Acts(briefing.RU, 2)
	return ours, err != nil || len(acts) > 1
}

// NewDemo makes the example project at the path and opens it, for the window.
func NewDemo(w World, path string) (*Project, error) {
	pr, err := demo.Project()
	if err != nil {
		return nil, err
	}
	return Create(w, path, pr)
}
