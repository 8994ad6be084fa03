package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

var agriWorld = briefing.Ref{Kind: briefing.KindSeries, ID: "agri-world"}

// caveat gives a series of the example a text.
func (r *rig) caveat(text briefing.Text) {
	r.t.Helper()
	got, err := r.shell.Project().Get(agriWorld)
	if err != nil {
		r.t.Fatal(err)
	}
	got.(*briefing.Series).Caveat = text
	if err := r.shell.Project().Put(got); err != nil {
		r.t.Fatal(err)
	}
	r.runner.Flush()
}

func (r *rig) caveatIs() string {
	r.t.Helper()
	got, err := r.shell.Project().Get(agriWorld)
	if err != nil {
		r.t.Fatal(err)
	}
	return got.(*briefing.Series).Caveat.RU
}

func TestAFindingIsMendedFromTheWindow(t *testing.T) {
	r := example(t)
	r.caveat(briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "In 2018: US$829 million.", ZH: "2018年为8.29亿美元。"})
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("Исправление", "RU: В 2018 году — 829 млн долл. США. → В 2018 году — {S35e}.", "ZH: 2018年为8.29亿美元。 → 2018年为{S35e}。")
	r.picture("mend")
	button := r.find("Исправить")
	if _, ok := button.(fyne.Focusable); !ok {
		t.Error("the button can't be reached by the keyboard")
	}
	r.canvas().Focus(button.(fyne.Focusable))
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.runner.Flush()
	if got := r.caveatIs(); got != "В 2018 году — {S35e}." {
		t.Errorf("stored %q", got)
	}
	if strings.Contains(r.texts(), "829 млн") {
		t.Error("the finding is still listed")
	}
	each(r.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.AccessibilityLabel() == "Исправить" {
			t.Error("a finding without a mend has the button")
		}
	})
}
