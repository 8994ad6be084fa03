package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/project"
)

// saidAround is what stands above and below the tables of a file.
func saidAround(res *importer.Result) []string {
	return append(slices.Clone(res.Titles), res.Report.Remarks...)
}

// publisherSaid is the body that a file names as the source of its figures, in the
// languages that it names it in, or, where that name is known here, in all that are
// known. Of several bodies none is the publisher: rows stand on one source.
func (p *Project) publisherSaid(says []string) briefing.Text {
	var t briefing.Text
	for _, s := range says {
		name, ok := importer.PublisherSaid(s)
		if !ok {
			continue
		}
		at := t.At(writtenIn(name))
		if *at != "" && !strings.EqualFold(*at, name) {
			return briefing.Text{}
		}
		*at = name
	}
	named := t
	for _, body := range p.bodies() {
		if !sameIn(named, body) {
			continue
		}
		for _, l := range briefing.Langs() {
			if at := t.At(l); *at == "" {
				*at = body.In(l)
			}
		}
	}
	return t
}

// bodies are the publishers that have a name here: those of known files, of the
// sources of the project, and its organisations.
func (p *Project) bodies() (list []briefing.Text) {
	for _, known := range importer.Profiles() {
		list = append(list, publisher(known.Key))
	}
	p.ReadRecords(func(pr *project.Project) {
		for _, s := range pr.Sources {
			list = append(list, s.Publisher)
		}
		for _, o := range pr.Organisations {
			list = append(list, o.Name)
		}
	})
	return list
}
