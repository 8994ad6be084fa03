package app

import (
	"io"
	"path/filepath"

	"briefing/internal/document"
	"briefing/internal/export/sdmx"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// ExportSDMX writes all imported observations as SDMX-CSV 2.0, those marked as
// invented with their mark. It is data for the compiler and for other programs,
// not an output for a reader: neither the moment of the pack nor an audience
// holds anything back. Errors are those of safefile.Replace.
func (p *Project) ExportSDMX(path string) error {
	if err := mayTake(path); err != nil {
		return err
	}
	var set *figure.Set
	p.Read(func(pr *project.Project) { set = pr.Figures.Clone() })
	safefile.Sweep(filepath.Dir(path)) // of an export that was killed
	return safefile.Replace(path, func(w io.Writer) error { return sdmx.Write(w, set) })
}

// guardedBook is the book with its formulas protected, where that is wanted.
func guardedBook(b *document.Book, guard bool) *document.Book {
	out := *b
	out.Guarded = guard
	return &out
}
