package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check46: rows of a file that were rejected at the import have been mended and
// brought again. Till then sums of their periods lack them: no pack is issued
// with it unless somebody answers for it. Of rows whose period can't be told it
// is not known whether they were figures at all. A last month that evidently
// lacks rows is told as well, whoever left them out.
func check46() Check { return Check{Number: 46, data: rowsMissing} }

func rowsMissing(s *project.Snapshot) []Finding {
	var out []Finding
	var stored []briefing.ID
	for _, imp := range s.Imports {
		periods, somewhere := missingOf(imp, briefing.RU)
		if len(periods) == 0 && !somewhere {
			continue
		}
		if stored == nil {
			stored = s.Figures.Imports()
		}
		if !slices.Contains(stored, imp.ID) { // taken out, or replaced
			continue
		}
		severity, key := Blocking, "check.46.evidence"
		if len(periods) == 0 {
			severity, key = Warning, "check.46.somewhere"
		}
		out = append(out, Finding{
			Severity: severity, Ref: imp.Ref(),
			Evidence: text(key, func(l briefing.Lang) []any {
				periods, _ := missingOf(imp, l)
				return []any{imp.File, strings.Join(periods, lang.T(l, "check.46.comma"))}
			}),
			Mend: text("check.46.mend", nil),
		})
	}
	return append(out, thinEnds(s)...)
}

// missingOf reads from the note of an import of which periods rows are missing.
func missingOf(imp *briefing.Import, l briefing.Lang) (periods []string, somewhere bool) {
	for line := range strings.Lines(imp.Note.In(l)) {
		line = strings.TrimSpace(line)
		if p, ok := lang.Filled(l, "importer.note.lost", line); ok {
			periods = append(periods, p)
		}
		somewhere = somewhere || line == lang.T(l, "importer.note.lost.any")
	}
	return periods, somewhere
}
