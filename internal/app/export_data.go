package app

import (
	"io"
	"path/filepath"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/sdmx"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// ExportSDMX writes the imported observations as SDMX-CSV 2.0, those marked as
// invented with their mark: to the partner the rows that his pack can show by its
// moment. To everybody else all of them: it is data for the compiler and
// for other programs, and neither the moment of the pack nor an audience holds
// anything back. Errors are those of safefile.Replace.
func (p *Project) ExportSDMX(path string, who briefing.Audience) error {
	if err := mayTake(path); err != nil {
		return err
	}
	var set *figure.Set
	if who == briefing.Partner {
		set = shownRows(p.Snapshot(time.Time{}, who).Project)
	} else {
		p.Read(func(pr *project.Project) { set = pr.Figures.Clone() })
	}
	safefile.Sweep(filepath.Dir(path)) // of an export that was killed
	return safefile.Replace(path, func(w io.Writer) error { return sdmx.Write(w, set) })
}

// guardedBook is the book with its formulas protected, where that is wanted.
func guardedBook(b *document.Book, guard bool) *document.Book {
	out := *b
	out.Guarded = guard
	return &out
}
