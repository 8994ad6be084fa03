package app

import (
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// HeldImport is an import with what the project still holds of it: a revision
// may have taken the place of a part.
type HeldImport struct {
	briefing.Import
	Rows int // of figures
}

// Imports lists the imports, the first one first.
func (p *Project) Imports() []HeldImport {
	var out []HeldImport
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			out = append(out, HeldImport{*i, pr.Figures.RowsOf(i.ID)})
		}
	})
	return out
}
