package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// knows is known, or nil in a project that has imported nothing: then nobody
// has to wait for the hash of a file.
func (p *Project) knows(o ImportOptions) (known func(hash string) bool) {
	p.Read(func(pr *project.Project) {
		if len(pr.Imports)+len(pr.Nomenclatures) > 0 {
			known = func(hash string) bool {
				before, ok := p.knownImport(hash)
				return ok && !o.anew(before)
			}
		}
	})
	return known
}

func (p *Project) known(hash string) bool {
	_, ok := p.knownImport(hash)
	return ok
}

// knownImport is the import of a file of this hash. One whose figures have been
// taken out since, or replaced, wholly or in part, does not count: the file can be
// taken in again. A revision that was taken out itself has left a hole that only
// the file it replaced can fill.
func (p *Project) knownImport(hash string) (found briefing.Import, ok bool) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if hash != "" && i.Hash == hash && (i.Source == "" || i.Stored == 0 || holds(pr.Figures, i)) {
				found, ok = *i, true
			}
		}
		for _, n := range pr.Nomenclatures {
			if hash != "" && n.Hash == hash {
				found, ok = briefing.Import{ID: n.ID, File: n.File, Hash: n.Hash, Moment: n.Moment, By: n.By}, true
			}
		}
	})
	return found, ok
}

// holds reports whether the project has the figures of an import, and all of them.
func holds(s *figure.Set, i *briefing.Import) bool {
	rows := s.RowsOf(i.ID)
	return rows > 0 && rows >= i.Stored
}

// importsOf are the imports that a file of this hash has come with and whose
// figures are there.
func (p *Project) importsOf(hash string) (ids []briefing.ID) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if i.Hash == hash && slices.Contains(pr.Figures.Imports(), i.ID) {
				ids = append(ids, i.ID)
			}
		}
	})
	return ids
}

// Again reports whether the file had been taken in before and was read once
// more, otherwise than then.
func (in *Imported) Again() bool { return in.again != nil }

// otherTable reports whether one table of the file is to be read and no other: what an
// import has brought of the file before may be of another.
func (o ImportOptions) otherTable() bool { return o.Shape != nil && o.Shape.OnlyOf() != "" }

// anew reports whether a file that an import has brought is to be read once
// more, since something else is said of it now than then: other units, another
// profile, hidden sheets. How a free table was read is not kept with an import,
// so a shape is always read again. A list of names is what it is.
func (o ImportOptions) anew(before briefing.Import) bool {
	if before.Profile == "" {
		return false
	}
	units := o.Units.String()
	return o.Anew || o.Hidden || o.Shape != nil || units != "" && units != before.Units || o.Profile != "" && o.Profile != before.Profile
}
