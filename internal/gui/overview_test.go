package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// Findings of one rule are one line of the overview, with their number; a line of
// several leads to the checks.
func TestOverviewTellsARuleOnce(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Overview, briefing.Ref{}, "")
	var many []*kit.ListRow
	seen := map[string]int{}
	each(r.top(), func(o fyne.CanvasObject) {
		row, ok := o.(*kit.ListRow)
		if !ok {
			return
		}
		seen[row.Item().Title]++
		if row.Item().Title == "Дата публикации и момент" {
			many = append(many, row)
		}
	})
	if len(many) != 1 || many[0].Item().Trail != "8" || !strings.Contains(many[0].Item().Sub, "Записка к визиту") {
		t.Fatalf("the rule that found eight times has %d lines in %v", len(many), seen)
	}
	many[0].Tapped(nil)
	r.runner.Flush()
	r.shows("Проверки", "Записка к визиту")
	if i := r.list().Selected(); i < 0 {
		t.Error("nothing is chosen among the checks")
	}
}

// Before anything was changed no place is kept for the last changes.
func TestOverviewKeepsNoPlaceForNoChanges(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Overview, briefing.Ref{}, "")
	r.lacks("Последние изменения")
	if err := r.shell.Project().Put(&briefing.Person{ID: "IV", Name: briefing.Text{RU: "Иванова Анна"}}); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.shows("Последние изменения")
}
