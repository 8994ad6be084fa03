package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// On a page the formula stands behind the name of its measure, over all columns,
// and no column is empty beside most numbers; a workbook keeps it in a column.
func TestFormulasStandBehindTheirMeasures(t *testing.T) {
	for _, l := range briefing.Langs() {
		heads := 0
		tables(build(t, demoProject(t), briefing.Leader, pack.Options{Lang: l}), func(_ document.Section, table document.Table) {
			if table.Title != lang.T(l, "pack.annex.measures") {
				return
			}
			if table.Sheet == nil || len(table.Sheet.Columns) != 4 || len(table.Sheet.Rows) != len(table.Rows) {
				t.Fatalf("%s: sheet %+v", l, table.Sheet)
			}
			for i, r := range table.Rows {
				formula := table.Sheet.Rows[i].Cells[2].Text
				if r.Kind == document.GroupRow {
					heads++
					if len(r.Cells) != 1 || !strings.HasSuffix(r.Cells[0].Text, formula) {
						t.Errorf("%s: %+v", l, r.Cells)
					}
					continue
				}
				if len(r.Cells) != 3 || r.Cells[2].Text == "" || !strings.HasPrefix(r.Cells[2].Text, formula) {
					t.Errorf("%s: %+v, formula %q", l, r.Cells, formula)
				}
			}
		})
		if heads < 4 {
			t.Errorf("%s: %d measures", l, heads)
		}
	}
}
