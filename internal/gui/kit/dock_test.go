package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

// What scrolls by itself within a scrolled page reaches under what stands above
// and below the page; the clicks there are not its.
func TestWhatIsScrolledUnderHeadAndFootTakesNoClicks(t *testing.T) {
	begin(t)
	clicked := ""
	inner := container.NewVScroll(kit.Fixed(0, 1200, kit.NewButton(kit.Secondary, "", "Внутри", func() { clicked = "inner" })))
	head := kit.NewButton(kit.Secondary, "", "Шапка", func() { clicked = "head" })
	foot := kit.NewButton(kit.Primary, "", "Дальше", func() { clicked = "foot" })
	scroll := container.NewVScroll(kit.Column(0, kit.Fixed(0, 1200, inner)))
	win := window(t, kit.Dock(head, foot, nil, nil, scroll), 400, 300)
	scroll.ScrollToOffset(fyne.NewPos(0, 400)) // it goes on above and below
	at := func(o fyne.CanvasObject) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(10, o.Size().Height/2)
	}
	test.TapCanvas(win.Canvas(), at(head))
	if clicked != "head" {
		t.Errorf("a click on the head reaches %q", clicked)
	}
	test.TapCanvas(win.Canvas(), at(foot))
	if clicked != "foot" {
		t.Errorf("a click on the foot reaches %q", clicked)
	}
}
