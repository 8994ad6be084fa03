package pack_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Who looks for sections and findings is told the same by the outline as by
// the whole document: the same sections and tables under the same numbers, and
// the same findings. The rows of the large table are not in it.
func TestTheOutlineTellsWhatTheDocumentTells(t *testing.T) {
	p := demoProject(t)
	s := project.Take(p, project.Options{Audience: briefing.Leader})
	for _, l := range briefing.Langs() {
		whole, outline := build(t, p, briefing.Leader, pack.Options{Lang: l}), build(t, p, briefing.Leader, pack.Options{Lang: l, Outline: true})
		if got, want := labels(outline), labels(whole); got != want {
			t.Errorf("%s:\n got %s\nwant %s", l, got, want)
		}
		if got, want := fmt.Sprint(check.Document(s, outline)), fmt.Sprint(check.Document(s, whole)); got != want {
			t.Errorf("%s: findings\n got %s\nwant %s", l, got, want)
		}
		if n, all := rowsOf(outline), rowsOf(whole); n+50 > all {
			t.Errorf("%s: %d rows of %d", l, n, all)
		}
	}
}

func tables(d *document.Document, visit func(s document.Section, t document.Table)) {
	for _, s := range d.Sections {
		var each func([]document.Block)
		each = func(list []document.Block) {
			for _, b := range list {
				switch b := b.(type) {
				case document.Table:
					visit(s, b)
				case document.Columns:
					each(b.Left)
					each(b.Right)
				}
			}
		}
		each(s.Blocks)
	}
}

func labels(d *document.Document) (out string) {
	for _, s := range d.Sections {
		out += s.Key + " " + s.Number + " " + s.Title + "\n"
	}
	tables(d, func(s document.Section, t document.Table) { out += s.Key + ": " + t.Label + " " + t.Title + "\n" })
	return out
}

func rowsOf(d *document.Document) (n int) {
	tables(d, func(_ document.Section, t document.Table) { n += len(t.Rows) })
	return n
}
