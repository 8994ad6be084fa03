package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// alt presses Alt with a key where the focus is.
func (r *rig) alt(key fyne.KeyName) {
	r.t.Helper()
	f, ok := r.canvas().Focused().(fyne.Shortcutable)
	if !ok {
		r.t.Fatalf("%T takes no combination", r.canvas().Focused())
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
}

// focusOn gives the focus to what has that name.
func (r *rig) focusOn(name string) {
	r.t.Helper()
	f, ok := r.find(name).(fyne.Focusable)
	if !ok {
		r.t.Fatalf("nothing named %q takes the focus; there is: %s", name, strings.Join(r.names(), " | "))
	}
	r.canvas().Focus(f)
}

func (r *rig) event(id briefing.ID) *briefing.Event {
	r.t.Helper()
	e, err := r.shell.Project().Get(briefing.Ref{Kind: briefing.KindEvent, ID: id})
	if err != nil {
		r.t.Fatal(err)
	}
	return e.(*briefing.Event)
}

func TestProgrammeItemsAreMovedByKeyboardAndMouse(t *testing.T) {
	r := example(t)
	visit := r.event(r.shell.Project().Pack().Event)
	item := &briefing.Event{Title: briefing.Text{RU: "Ужин"}, When: briefing.Per("2023-03-21"), DayPart: "evening", Parent: visit.ID}
	if err := r.shell.Project().Put(item); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Events, briefing.Ref{}, "")
	r.segment("Лента и программа")
	r.picture("programme")
	r.shows("2022", "день неизвестен", "без часа", "нет сведений", "вечер · час не указан")

	r.focusOn("Ужин")
	r.alt(fyne.KeyDown)
	if got := r.event(item.ID); got.Clock != "18:00" {
		t.Fatalf("the first hour is %q", got.Clock)
	}
	r.alt(fyne.KeyDown) // the focus has stayed
	r.alt(fyne.KeyRight)
	if got := r.event(item.ID); got.Clock != "18:15" || got.When.String() != "2023-03-22" {
		t.Errorf("moved to %s %s", got.When, got.Clock)
	}
	r.shows("22 марта, 18:15")
	for range 3 {
		r.undo()
	}
	if got := r.event(item.ID); got.Clock != "" || got.DayPart != "evening" || got.When.String() != "2023-03-21" {
		t.Errorf("three steps back: %s %q %s", got.When, got.Clock, got.DayPart)
	}

	drag := r.find("Ужин").(fyne.Draggable)
	drag.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 300)})
	drag.DragEnd()
	dropped := r.event(item.ID)
	if dropped.Clock == "" || dropped.When.String() != "2023-03-21" {
		t.Errorf("dropped on %s at %q", dropped.When, dropped.Clock)
	}
	r.focusOn(dropped.Clock + " Ужин")
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := r.event(item.ID); got.Clock != "" {
		t.Errorf("the hour stayed: %q", got.Clock)
	}
	r.press("Ужин")
	r.shows("Участники") // the form of the event
}

func TestWithoutAVisitTheProgrammeLeadsToItsChoice(t *testing.T) {
	r := example(t)
	pack := r.shell.Project().Pack()
	pack.Event = ""
	if err := r.shell.Project().Put(pack); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Events, briefing.Ref{}, "")
	r.segment("Лента и программа")
	r.shows("Программы пока нет")
	r.press("К настройкам пакета")
	r.shows("Пакет")
}
