package check

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check29: invented data stop an issue; a draft may show them, stamped.
func check29() Check { return Check{Number: 29, data: inventedData, document: unstampedData} }

func inventedData(s *project.Snapshot) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		if f.Sample {
			out = append(out, Finding{
				Ref: f.Ref(), Field: "sample",
				Evidence: text("check.29.fact", func(l briefing.Lang) []any { return []any{lang.Figure(l, f.Figure())} }),
				Mend:     text("check.29.mend", nil),
			})
		}
	}
	for _, i := range s.Imports {
		if rows := inventedRows(s, i); rows > 0 {
			out = append(out, Finding{
				Ref: i.Ref(), Field: "sample",
				Evidence: text("check.29.import", func(briefing.Lang) []any { return []any{i.File, rows} }),
				Mend:     text("check.29.mend", nil),
			})
		}
	}
	return out
}

// inventedRows counts the rows of an import that are invented: all of them
// when the import says so, else those that say so themselves.
func inventedRows(s *project.Snapshot, i *briefing.Import) int {
	if s.Figures == nil {
		return 0
	}
	f := figure.Filter{Imports: []briefing.ID{i.ID}}
	if !i.Sample {
		yes := true
		f.Sample = &yes
	}
	groups, err := s.Figures.Aggregate(f, nil)
	if err != nil {
		return 0
	}
	n := 0
	for _, g := range groups {
		n += g.Rows
	}
	return n
}

// unstampedData finds tables, charts and headline figures made of invented
// facts that don't say so.
func unstampedData(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	seen := map[briefing.ID]bool{}
	walk(d, func(p place) {
		if p.origin.Kind != briefing.KindFact || !p.block || p.stamp != "" || seen[p.origin.ID] {
			return
		}
		f, ok := s.Fact(p.origin.ID)
		if !ok || !f.Sample {
			return
		}
		seen[f.ID] = true
		out = append(out, Finding{
			Ref:      f.Ref(),
			Evidence: text("check.29.unstamped", func(briefing.Lang) []any { return []any{shorten(p.context())} }),
			Mend:     text("check.29.unstamped.mend", nil),
		})
	})
	return out
}
