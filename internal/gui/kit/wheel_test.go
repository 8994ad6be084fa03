package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

// turn turns the wheel over the middle of an object.
func turn(win fyne.Window, o fyne.CanvasObject, by float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.Scroll(win.Canvas(), at.AddXY(o.Size().Width/2, min(o.Size().Height/2, 30)), 0, by)
}

// Whatever stands in a form and is seen whole lets the wheel move the form: a
// form is almost all fields, so else it would stand still under the pointer.
func TestTheWheelOverAnythingInAFormMovesTheForm(t *testing.T) {
	begin(t)
	for name, o := range every() {
		if name == "inspector" {
			continue // a panel that scrolls by itself
		}
		high := o.MinSize().Height
		if name == "data table" || name == "record list" {
			high = 3000 // seen whole
		}
		scroll := container.NewVScroll(kit.Pad(0, 0, 2000, 0, kit.Fixed(0, high, o)))
		win := window(t, scroll, 700, 400)
		turn(win, o, -25)
		if scroll.Offset.Y != 25 {
			t.Errorf("the wheel over the %s moves the form by %v, want 25", name, scroll.Offset.Y)
		}
	}
}

func TestATextLongerThanItsFieldScrollsToItsEndAndThenTheForm(t *testing.T) {
	begin(t)
	area := kit.NewTextArea(strings.Repeat("строка\n", 12), "", 3, nil)
	scroll := container.NewVScroll(kit.Pad(0, 0, 2000, 0, area))
	win := window(t, scroll, 500, 300)
	turn(win, area, -30)
	if scroll.Offset.Y != 0 {
		t.Errorf("the form moves by %v while the text has lines left", scroll.Offset.Y)
	}
	for range 20 {
		turn(win, area, -30)
	}
	if scroll.Offset.Y == 0 {
		t.Error("the form does not move once the text is at its end")
	}
}

func TestALongLineStaysWhereItsCaretIsAndTheFormMoves(t *testing.T) {
	begin(t)
	line := kit.NewTextField(strings.Repeat("длинный адрес ", 40), "", nil)
	scroll := container.NewVScroll(kit.Pad(0, 0, 2000, 0, line))
	win := window(t, scroll, 300, 300)
	turn(win, line, -25)
	if scroll.Offset.Y != 25 {
		t.Errorf("the form moves by %v", scroll.Offset.Y)
	}
}

// The foot of a one-line field, which is out of sight, lies under the label of
// the next one.
func TestTheWheelBelowAFieldMovesTheForm(t *testing.T) {
	begin(t)
	first := kit.NewTextField("а", "", nil)
	scroll := container.NewVScroll(kit.Pad(0, 0, 2000, 0, kit.Column(40, first, kit.NewText("подпись", kit.Body, ""))))
	win := window(t, scroll, 500, 300)
	for i := range 12 {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(first)
		before := scroll.Offset.Y
		test.Scroll(win.Canvas(), at.AddXY(40, 30+float32(i)*3), 0, -1)
		if scroll.Offset.Y != before+1 {
			t.Errorf("%d below the field the form moves by %v", i*3-2, scroll.Offset.Y-before)
		}
	}
}

// In a dialog the dialog's page moves, not the one beneath.
func TestTheWheelOverAFieldOfADialogMovesTheDialog(t *testing.T) {
	begin(t)
	under := container.NewVScroll(kit.Fixed(0, 3000, kit.NewText("под диалогом", kit.Body, "")))
	win := window(t, under, 700, 400)
	field := kit.NewTextField("а", "", nil)
	page := container.NewVScroll(kit.Pad(0, 0, 2000, 0, field))
	d := kit.NewDialog(kit.DialogSpec{Title: "Диалог", Content: kit.Fixed(0, 200, page), CloseName: "Закрыть"})
	d.ShowOn(win.Canvas())
	turn(win, field, -25)
	if page.Offset.Y != 25 || under.Offset.Y != 0 {
		t.Errorf("the dialog moves by %v, the page beneath by %v", page.Offset.Y, under.Offset.Y)
	}
}
