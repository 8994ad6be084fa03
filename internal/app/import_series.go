package app

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// likeLast lets the source of a file say of itself what that of the last file of the
// same series says, which is for the user to type only once: who publishes it, of what
// kind it is, and its legal status. Of one series are files that are read alike and
// whose names differ by their periods. A file that names another publisher is of
// another. Where they were taken from the note says, taken whether they were. It is
// called for files of nobody known.
func (p *Project) likeLast(src *briefing.Source, imp briefing.Import) (taken bool) {
	last := p.lastOf(imp)
	if last == nil || !src.Publisher.Empty() && !sameIn(src.Publisher, last.Publisher) {
		return false
	}
	own := *src
	src.Kind, src.Legal, src.LegalSince = last.Kind, last.Legal, last.LegalSince
	for _, l := range briefing.Langs() {
		if at := src.Publisher.At(l); *at == "" {
			*at = last.Publisher.In(l)
		}
	}
	if *src == own { // the file says all of it
		return false
	}
	for _, l := range briefing.Langs() {
		note := src.Note.At(l)
		*note = lang.T(l, "app.source.like", *note, last.Title.Any(l))
	}
	return true
}

// sameIn reports whether two texts are the same in some language.
func sameIn(a, b briefing.Text) bool {
	for _, l := range briefing.Langs() {
		if a.In(l) != "" && strings.EqualFold(a.In(l), b.In(l)) {
			return true
		}
	}
	return false
}

// lastOf is the source of the file of the same series that was imported last, nil
// where there is none. Names that are periods alone tell a series only where the files
// are read by a form that was given a name.
func (p *Project) lastOf(imp briefing.Import) (last *briefing.Source) {
	name := importer.SeriesName(imp.File)
	if name == "" && imp.Profile == ProfileTable {
		return nil
	}
	p.ReadRecords(func(pr *project.Project) {
		sources := map[briefing.ID]*briefing.Source{}
		for _, s := range pr.Sources {
			sources[s.ID] = s
		}
		at := briefing.Stamp("")
		for _, i := range pr.Imports {
			s := sources[i.Source]
			if s != nil && i.Profile == imp.Profile && importer.SeriesName(i.File) == name && i.Moment >= at {
				c := *s
				last, at = &c, i.Moment
			}
		}
	})
	return last
}
