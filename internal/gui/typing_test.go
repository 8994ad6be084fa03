package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// shortcut is what a combination of keys does to the field that has the focus.
// (The test driver's window has none of its own: the smoke test shows that one
// which the field has no use for comes to the window.)
func (r *rig) shortcut(s fyne.Shortcut) {
	r.t.Helper()
	r.canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

// takeBack takes the last action of the project back by the menu.
func (r *rig) takeBack() {
	r.t.Helper()
	r.press("Файл")
	for _, name := range r.names() {
		if strings.HasPrefix(name, "Отменить: ") {
			r.press(name)
			return
		}
	}
	r.t.Fatal("the menu offers nothing to take back")
}

func (r *rig) actions() int {
	r.t.Helper()
	acts, err := r.shell.Project().Acts(briefing.RU, 1000)
	if err != nil {
		r.t.Fatal(err)
	}
	return len(acts)
}

// typed types word by word, with a pause after each.
func (r *rig) typed(words ...string) {
	r.t.Helper()
	for _, w := range words {
		r.typeInto(w)
		r.runner.Flush()
	}
}

func TestTypingWithPausesIsOneAction(t *testing.T) {
	r := example(t)
	ref := r.records(briefing.KindMessage)[0].Ref()
	title := func() string { return r.records(briefing.KindMessage)[0].(*briefing.Message).Title.RU }
	r.shell.Show(screen.Messages, ref, "title_ru")
	before, n := title(), r.actions()
	r.typed("а", "б", "в")
	if title() != "абв"+before {
		t.Fatalf("kept is %q", title())
	}
	if got := r.actions(); got != n+1 {
		t.Errorf("%d actions, want one", got-n)
	}
	r.canvas().Unfocus() // the cursor leaves the field
	r.shell.Show(screen.Messages, ref, "title_ru")
	r.typed("г")
	if got := r.actions(); got != n+2 {
		t.Errorf("after the field was left %d actions, want two", got-n)
	}
	r.shell.Show(screen.Messages, ref, "body_ru")
	r.typeInto("д")
	r.canvas().Unfocus()
	if got := r.actions(); got != n+3 { // and kept at once
		t.Errorf("in another field %d actions, want three", got-n)
	}
	for range 3 {
		r.takeBack()
	}
	if title() != before || r.actions() != n+6 {
		t.Errorf("taken back is %q by %d actions, want %q", title(), r.actions()-n-3, before)
	}
}

func TestUndoInAFieldIsTheFieldsOwnWhileItHasAny(t *testing.T) {
	r := example(t)
	all := r.records(briefing.KindMessage)
	ref, other := all[0].Ref(), all[1].(*briefing.Message)
	title := func(i int) string { return r.records(briefing.KindMessage)[i].(*briefing.Message).Title.RU }
	was := other.Title.RU
	changed, err := r.shell.Project().Get(other.Ref())
	if err != nil {
		t.Fatal(err)
	}
	changed.(*briefing.Message).Title.RU = "Другой тезис"
	if err := r.shell.Project().Put(changed); err != nil {
		t.Fatal(err)
	}
	n := r.actions()
	r.shell.Show(screen.Messages, ref, "title_ru")
	before := title(0)
	r.typed("нов", "ое")
	r.shortcut(&fyne.ShortcutUndo{})
	r.runner.Flush()
	if r.focused().Text() != before || title(0) != before || title(1) != "Другой тезис" {
		t.Errorf("the field reads %q, kept is %q, the other record %q", r.focused().Text(), title(0), title(1))
	}
	if got := r.actions(); got != n {
		t.Errorf("%d actions are left of what was typed and taken back", got-n)
	}
	r.shortcut(&fyne.ShortcutRedo{})
	r.runner.Flush()
	if title(0) != "новое"+before {
		t.Errorf("done again is %q", title(0))
	}
	r.shortcut(&fyne.ShortcutUndo{})
	r.runner.Flush()
	r.shortcut(&fyne.ShortcutUndo{}) // nothing of the field's is left
	if title(1) != "Другой тезис" {
		t.Error("the field takes back what is not its own")
	}
	r.takeBack()
	if title(0) != before || title(1) != was {
		t.Errorf("kept is %q, the other record %q, want %q", title(0), title(1), was)
	}
}

// What is typed after the screen was left does not reach a field out of sight.
func TestKeysDoNotReachAFieldOfAScreenThatWasLeft(t *testing.T) {
	r := example(t)
	ref := r.records(briefing.KindPerson)[0].Ref()
	r.shell.Show(screen.People, ref, "name")
	before, err := r.shell.Project().Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	if r.canvas().Focused() == nil {
		t.Fatal("the field has no focus")
	}
	r.shell.Show(screen.Overview, briefing.Ref{}, "")
	if f := r.canvas().Focused(); f != nil {
		f.TypedRune('x')
	}
	r.runner.Flush()
	after, err := r.shell.Project().Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	if was, is := before.(*briefing.Person).Name, after.(*briefing.Person).Name; was != is {
		t.Errorf("a field out of sight took a key: %v, was %v", is, was)
	}
}
