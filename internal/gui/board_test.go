package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

func TestACardOfTheBoardIsMovedByKeyboardMouseAndMenu(t *testing.T) {
	r := example(t)
	a := &briefing.Agreement{Title: briefing.Text{RU: "Протокол встречи"}, Kind: "protocol", Status: "preparing"}
	if err := r.shell.Project().Put(a); err != nil {
		t.Fatal(err)
	}
	status := func(want string) {
		t.Helper()
		got, err := r.shell.Project().Get(a.Ref())
		if err != nil {
			t.Fatal(err)
		}
		if s := got.(*briefing.Agreement).Status; s != want {
			t.Errorf("status %q, want %q", s, want)
		}
	}
	r.shell.Show(screen.Agreements, briefing.Ref{}, "")
	r.segment("По статусам")
	r.picture("board")
	r.shows("готовится", "действует", "уточняется", "Протокол встречи")

	r.focusOn("Протокол встречи")
	r.alt(fyne.KeyLeft) // there is nothing before the first
	status("preparing")
	r.alt(fyne.KeyRight)
	r.alt(fyne.KeyRight) // the focus goes with the card
	status("in-force")
	r.undo()
	status("signed")

	card := r.find("Протокол встречи")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(card)
	drag := card.(fyne.Draggable)
	drag.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-card.Size().Width, 40)})
	drag.DragEnd()
	status("preparing")

	r.find("Протокол встречи").(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{AbsolutePosition: at})
	r.press("Перенести: уточняется")
	status("unclear")
	r.press("Протокол встречи")
	r.shows("Ход исполнения") // the form of the agreement
}

// undo presses the button of the bar that takes the last action back.
func (r *rig) undo() {
	r.t.Helper()
	for _, name := range r.names() {
		if strings.HasPrefix(name, "Отменить") && strings.HasSuffix(name, "(Ctrl+Z)") {
			r.press(plain(name))
			return
		}
	}
	r.t.Fatal("nothing takes back")
}
