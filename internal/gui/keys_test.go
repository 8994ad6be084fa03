package gui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// Insert in a list begins a new record with the cursor in its first field.
func TestInsertAddsARecord(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.People, briefing.Ref{}, "")
	before := len(r.records(briefing.KindPerson))
	r.canvas().Focus(r.list())
	r.list().TypedKey(&fyne.KeyEvent{Name: fyne.KeyInsert})
	r.typeInto("Иванова Анна Петровна")
	r.runner.Flush()
	if now := len(r.records(briefing.KindPerson)); now != before+1 {
		t.Errorf("%d people, want %d", now, before+1)
	}
}

// Insert begins a record on a screen that has none yet, too.
func TestInsertAddsTheFirstRecord(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.fields()[0].SetText("Визит")
	r.press("Создать")
	r.shell.ShowNumber(3) // the people, as Ctrl and a digit do
	if f := r.canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyInsert})
	} else {
		r.canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyInsert})
	}
	r.typeInto("Иванова Анна Петровна")
	r.runner.Flush()
	if list := r.records(briefing.KindPerson); len(list) != 1 || list[0].(*briefing.Person).Name.RU != "Иванова Анна Петровна" {
		t.Errorf("%d people", len(list))
	}
}

// The arrows go through the sections of the pack.
func TestArrowsWalkTheSections(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	list := r.shell.Project().Standing(briefing.RU).Sections
	r.canvas().Focus(r.sectionRow(list[0].Title))
	for i, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}} {
		r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: c.key})
		row, ok := r.canvas().Focused().(*kit.MovableRow)
		if !ok || row.Item().Title != list[c.want].Title {
			t.Fatalf("step %d: the focus is on %T, want %q", i, r.canvas().Focused(), list[c.want].Title)
		}
	}
}
