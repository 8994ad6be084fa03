package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// MissingRows says of which periods the figures that the filter lets through
// lack rows, rejected at their import and not brought since: a sentence each,
// with its file.
func (p *Project) MissingRows(f figure.Filter, l briefing.Lang) []string {
	var out []string
	var periods map[briefing.Period]int
	for _, i := range p.importRecords() {
		for line := range strings.Lines(i.Note.In(l)) {
			line = strings.TrimSpace(line)
			if !importer.TellsOfLost(l, line) {
				continue
			}
			if periods == nil {
				periods = p.figures().Where(f).Periods()
			}
			of := figure.Filter{Imports: []briefing.ID{i.ID}}
			if said := lang.T(l, "app.missing", i.File, line); importer.OfLost(l, line, periods) && p.figures().May(of) && !slices.Contains(out, said) {
				out = append(out, said)
			}
		}
	}
	return out
}
