package pack_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A status is told by a sign beside its word, each status by another: colours
// are gone in a print in grey. The figure of a fact stands under its statement,
// which leaves the reason a column that can be read.
func TestStatusesHaveSignsOnTheCompilersSheet(t *testing.T) {
	for _, l := range briefing.Langs() {
		d := build(t, demoProject(t), briefing.Compiler, pack.Options{Lang: l, Form: pack.FormCompiler})
		words := map[document.Sign]string{}
		bold := 0
		tables(d, func(s document.Section, table document.Table) {
			if s.Key != "compiler" {
				return
			}
			for _, r := range table.Rows {
				status := r.Cells[2].Runs
				if len(status) != 2 || status[0].Sign == document.NoSign || status[1].Text == "" {
					t.Fatalf("%s: a status without its sign: %+v", l, status)
				}
				if w, ok := words[status[0].Sign]; ok && w != status[1].Text {
					t.Errorf("%s: one sign for %q and %q", l, w, status[1].Text)
				}
				words[status[0].Sign] = status[1].Text
				if says := r.Cells[1].Runs; len(says) == 3 && says[2].Bold {
					bold++
				}
			}
		})
		if len(words) != 5 || bold < 10 {
			t.Errorf("%s: %d signs, %d figures", l, len(words), bold)
		}
	}
}

// A workbook keeps the figure in a column of its own, where it can be sorted
// and filtered.
func TestTheWorkbookKeepsTheFigureOfAFactApart(t *testing.T) {
	p := demoProject(t)
	s := project.Take(p, project.Options{Audience: briefing.Compiler})
	for _, form := range []string{pack.FormPack, pack.FormCompiler} {
		book, err := pack.BuildBook(s, check.Data(s), pack.Options{Lang: briefing.RU, Form: form})
		if err != nil {
			t.Fatal(err)
		}
		seen := false
		for _, sh := range book.Sheets {
			if c := sh.Table.Columns; len(c) == 6 && c[0].Key == "fact" && c[2].Key == "figure" {
				seen = true
				for _, r := range sh.Table.Rows {
					if len(r.Cells) != 6 || len(r.Cells[1].Runs) > 1 {
						t.Errorf("%s: %+v", form, r.Cells)
					}
				}
			}
		}
		if !seen {
			t.Errorf("%s: no sheet of facts with their figures", form)
		}
	}
}
