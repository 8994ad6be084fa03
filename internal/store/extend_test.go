package store_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// typist types into the title of an agreement, keeping it at each pause.
type typist struct {
	t   *testing.T
	f   *store.File
	run int64
}

func (y *typist) pause(text string) {
	y.t.Helper()
	run, err := y.f.Extend(y.run, "edit", "Анна", &briefing.Agreement{ID: "a", Title: briefing.Text{RU: text}})
	if err != nil {
		y.t.Fatal(err)
	}
	y.run = run
}

func (y *typist) title() string {
	r, _ := y.f.Project().Find(briefing.Ref{Kind: briefing.KindAgreement, ID: "a"}).(*briefing.Agreement)
	if r == nil {
		return "(none)"
	}
	return r.Title.RU
}

func (y *typist) undo(want string) {
	y.t.Helper()
	if _, err := y.f.Undo("Анна"); err != nil {
		y.t.Fatal(err)
	}
	if got := y.title(); got != want {
		y.t.Errorf("after undo %q, want %q", got, want)
	}
}

func typing(t *testing.T) (*typist, string, store.Options) {
	t.Helper()
	o := world(t)
	path, f := create(t, &project.Project{Agreements: []*briefing.Agreement{{ID: "a", Title: briefing.Text{RU: "Договор"}}}}, o)
	return &typist{t: t, f: f}, path, o
}

func TestARunOfTypingIsOneActionOnTheDiskAtEachPause(t *testing.T) {
	y, path, o := typing(t)
	for _, text := range []string{"Договор о", "Договор о по", "Договор о поставках"} {
		y.pause(text)
		other := open(t, path, store.ReadOnly, o) // what is on the disk
		if got := (&typist{t: t, f: other}).title(); got != text {
			t.Errorf("on the disk is %q, want %q", got, text)
		}
		closed(t, other)
	}
	entries, err := y.f.History(briefing.Ref{Kind: briefing.KindAgreement, ID: "a"})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) == 0 || entries[0].Old != "Договор" || entries[0].New != "Договор о поставках" {
		t.Errorf("the journal tells %+v", entries)
	}
	y.undo("Договор")
	if _, err := y.f.Redo("Анна"); err != nil || y.title() != "Договор о поставках" {
		t.Errorf("after redo %q: %v", y.title(), err)
	}
	closed(t, y.f)
}

// The user's file may have the beginning of a run: the rest is published too,
// also when it takes the run back.
func TestARunOfTypingGoesOnOverAPublication(t *testing.T) {
	for _, last := range []string{"Договор о поставках", "Договор"} {
		y, path, o := typing(t)
		y.pause("Договор о")
		if err := y.f.Publish(); err != nil {
			t.Fatal(err)
		}
		y.pause(last)
		if !y.f.Dirty() {
			t.Errorf("%q is not for the next publication", last)
		}
		closed(t, y.f)
		y.f = open(t, path, store.ReadWrite, o)
		if got := y.title(); got != last {
			t.Errorf("the file has %q, want %q", got, last)
		}
		if _, ok := y.f.NextUndo(); ok != (last != "Договор") {
			t.Errorf("%q: undo is offered: %v", last, ok)
		}
		steps, err := y.f.Steps(10)
		if err != nil || len(steps) != map[bool]int{true: 2, false: 1}[last != "Договор"] {
			t.Errorf("%q: steps %+v (%v)", last, steps, err)
		}
		closed(t, y.f)
	}
}

func TestWhatEndsARunOfTyping(t *testing.T) {
	change := func(f *store.File, name string, r briefing.Record) error {
		return f.Commit(name, "Анна", []store.Change{{Put: r}})
	}
	tests := map[string]func(*typist) error{
		"another record": func(y *typist) error { return change(y.f, "edit", &briefing.Agreement{ID: "b"}) },
		"another field": func(y *typist) error {
			run, err := y.f.Extend(y.run, "edit", "Анна", &briefing.Agreement{ID: "a", Title: briefing.Text{RU: "Договор о", EN: "Treaty"}})
			if run == y.run {
				y.t.Error("another field joined")
			}
			y.run = run
			_, undo := y.f.Undo("Анна")
			y.run = 0
			if err == nil {
				err = undo
			}
			return err
		},
		"a version": func(y *typist) error {
			return change(y.f, "version", &briefing.Version{ID: "v", Name: "перед согласованием"})
		},
		"undo and redo": func(y *typist) error {
			_, err := y.f.Undo("Анна")
			if err == nil {
				_, err = y.f.Redo("Анна")
			}
			return err
		},
	}
	for name, between := range tests {
		t.Run(name, func(t *testing.T) {
			y, _, _ := typing(t)
			y.pause("Договор о")
			if err := between(y); err != nil {
				t.Fatal(err)
			}
			y.pause("Договор о поставках")
			y.undo("Договор о")
			closed(t, y.f)
		})
	}
}

// A record that is new is taken away by one undo with all that was typed of its
// first field.
func TestTheFirstWordsOfARecordAreOneAction(t *testing.T) {
	y, _, _ := typing(t)
	if err := y.f.Commit("remove", "Анна", []store.Change{{Remove: briefing.Ref{Kind: briefing.KindAgreement, ID: "a"}}}); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Д", "Догов", "", "Договор о поставках"} {
		y.pause(text)
	}
	if got := y.title(); got != "Договор о поставках" {
		t.Errorf("%q", got)
	}
	for n := 0; y.title() != "(none)"; n++ {
		if n == 2 { // one run, and one after the field was empty
			t.Fatalf("after %d times undo %q", n, y.title())
		}
		if _, err := y.f.Undo("Анна"); err != nil {
			t.Fatal(err)
		}
	}
	closed(t, y.f)
}

// A run that ended where it began leaves nothing, but what was taken back
// before it stays so, and the file tells the same after it is opened again.
func TestARunThatLeavesNothingEndsWhatCouldBeDoneAgain(t *testing.T) {
	y, path, o := typing(t)
	y.pause("Договор о поставках")
	y.undo("Договор")
	y.run = 0
	y.pause("Договор о")
	y.pause("Договор")
	offered := func() (undo, redo bool) {
		_, undo = y.f.NextUndo()
		_, redo = y.f.NextRedo()
		return undo, redo
	}
	if undo, redo := offered(); undo || redo {
		t.Errorf("offered undo %v, redo %v", undo, redo)
	}
	closed(t, y.f)
	y.f = open(t, path, store.ReadWrite, o)
	defer closed(t, y.f)
	if undo, redo := offered(); undo || redo {
		t.Errorf("offered undo %v, redo %v after opening", undo, redo)
	}
}
