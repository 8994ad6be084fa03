package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// Each number that the pack computed says in the annex which sources it stands on.
func TestComputedNumbersCiteTheirSources(t *testing.T) {
	for _, l := range briefing.Langs() {
		rows := 0
		for _, s := range build(t, demoProject(t), briefing.Leader, pack.Options{Lang: l}).Sections {
			for _, b := range s.Blocks {
				table, ok := b.(document.Table)
				if !ok || len(table.Columns) != 3 || table.Columns[2].Key != "from" {
					continue
				}
				for _, r := range table.Rows {
					if r.Kind == document.GroupRow {
						continue
					}
					rows++
					if from := r.Cells[2].Says(); !strings.Contains(from, "[") {
						t.Errorf("%s: %s: %s", l, r.Cells[0].Says(), from)
					}
				}
			}
		}
		if rows < 10 {
			t.Errorf("%s: %d numbers", l, rows)
		}
	}
}

// Facts that are computed from each other, or from themselves, don't stop the program.
func TestFactsInACircleAreBuilt(t *testing.T) {
	p := demoProject(t)
	first, second, third := p.Facts[0], p.Facts[1], p.Facts[2]
	for f, from := range map[*briefing.Fact]*briefing.Fact{first: second, second: first, third: third} {
		f.Parents = []briefing.ID{from.ID}
		for i := range f.Claims {
			f.Claims[i].Source = ""
		}
	}
	for _, a := range []briefing.Audience{briefing.Leader, briefing.Compiler, briefing.Partner} {
		if d := build(t, p, a, pack.Options{Lang: briefing.RU}); len(d.Sections) == 0 {
			t.Errorf("%v: an empty pack", a)
		}
	}
}
