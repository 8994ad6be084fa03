package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// SourceChoice is a source record that an import can stand on.
type SourceChoice struct {
	ID      briefing.ID
	Caption string
}

// SourceChoices are the sources that a file which has been read can stand on,
// those of the publisher that its kind tells first, then by title.
func (p *Project) SourceChoices(in Imported, l briefing.Lang) []SourceChoice {
	type choice struct {
		SourceChoice
		near bool
	}
	of := publisher(in.Import.Profile)
	d, _ := briefing.Describe(briefing.KindSource)
	var list []choice
	p.ReadRecords(func(pr *project.Project) {
		for _, s := range pr.Sources {
			near := of != (briefing.Text{}) && s.Publisher.Any(briefing.RU) == of.Any(briefing.RU)
			list = append(list, choice{SourceChoice{s.ID, strings.TrimSpace(d.Caption(s, l))}, near})
		}
	})
	slices.SortStableFunc(list, func(a, b choice) int {
		if a.near != b.near {
			if a.near {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Caption, b.Caption)
	})
	out := make([]SourceChoice, len(list))
	for i, c := range list {
		out[i] = c.SourceChoice
	}
	return out
}

// StandOn lets the rows of a file stand on a source record that the project
// has, or on a new one when the ID is empty. A record that is not there is
// CodeNoRecord.
func (p *Project) StandOn(in Imported, source briefing.ID) (Imported, error) {
	if source != "" {
		if _, err := p.Get(briefing.Ref{Kind: briefing.KindSource, ID: source}); err != nil {
			return in, err
		}
	}
	in.Import.Source = source
	return in, nil
}

// Source is the record that the rows of the file will stand on, empty for one
// that is made with the import.
func (in Imported) Source() briefing.ID { return in.Import.Source }

// source settles what the rows stand on: the record chosen, or, where they are
// the mended rows of a file, what the others of that file stand on. Rows that came
// back in a workbook of ours stand each on its own source, see patch.
func (p *Project) source(in Imported, chosen briefing.ID) (Imported, error) {
	if chosen != "" {
		return p.StandOn(in, chosen)
	}
	for _, i := range p.mending(in.Result) {
		if with, err := p.StandOn(in, i.Source); err == nil && i.Source != "" {
			return with, nil
		}
	}
	return in, nil
}
