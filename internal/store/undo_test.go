package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// randomAction commits one action of one to three changes; false when it left
// none in the journal. (One that adds a record and takes it out again is an
// action, though nothing is different after it.)
func randomAction(t *testing.T, r *rand.Rand, f *store.File, kinds []briefing.Description, imports *int) bool {
	t.Helper()
	before := f.Last()
	var changes []store.Change
	for range 1 + r.IntN(3) {
		changes = append(changes, anyChange(t, r, kinds[r.IntN(len(kinds))]))
	}
	switch r.IntN(6) {
	case 0:
		*imports++
		changes = append(changes, store.Change{AddFigures: figures(t, 1+r.IntN(40), briefing.ID(fmt.Sprint("import-", *imports)))})
	case 1:
		changes = append(changes, store.Change{DropImport: briefing.ID(fmt.Sprint("import-", 1+r.IntN(*imports)))})
	case 2: // more rows of an import that has some
		changes = append(changes, store.Change{AddFigures: figures(t, 3, briefing.ID(fmt.Sprint("import-", 1+r.IntN(*imports))))})
	}
	err := f.Commit("random", "Анна", changes)
	if err != nil && briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Fatal(err)
	}
	return f.Last() != before
}

func sameText(t *testing.T, got, want string) {
	t.Helper()
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(a), len(b)) {
		if at(a, i) != at(b, i) {
			t.Errorf("line %d of %d and %d\n got %s\nwant %s", i, len(a), len(b), at(a, i), at(b, i))
			return
		}
	}
}

func TestAnActionIsTakenBackAsAWhole(t *testing.T) {
	_, f := create(t, &project.Project{}, world(t))
	defer closed(t, f)
	commit(t, f, "add", person("a"), person("b"), store.Change{AddFigures: figures(t, 500, "i")})
	commit(t, f, "remove", store.Change{Remove: briefing.Ref{Kind: briefing.KindPerson, ID: "a"}}, store.Change{DropImport: "i"})
	step, ok := f.NextUndo()
	if !ok || step.Name != "remove" || step.Count != 2 || step.Ref.ID != "a" || step.By != "Анна" {
		t.Errorf("offered %+v", step)
	}
	if _, err := f.Undo("Олег"); err != nil {
		t.Fatal(err)
	}
	if people(f.Project()) != "a b" || f.Project().Figures.Len() != 500 {
		t.Errorf("people %q, %d rows", people(f.Project()), f.Project().Figures.Len())
	}
	entries, err := f.Journal(1)
	if err != nil || entries[0].By != "Олег" || entries[0].Undoes == 0 {
		t.Errorf("noted %+v, %v", entries, err)
	}
	if step, ok := f.NextRedo(); !ok || step.Name != "remove" {
		t.Errorf("to do again: %+v", step)
	}
	commit(t, f, "add", person("c"))
	if _, ok := f.NextRedo(); ok {
		t.Error("after another change there is nothing to do again")
	}
}

// A journal tells undo from redo, however long they take turns.
func TestTheJournalTellsUndoFromRedo(t *testing.T) {
	_, f := create(t, &project.Project{}, world(t))
	defer closed(t, f)
	commit(t, f, "add", person("a"))
	for range 3 {
		for _, again := range []bool{false, true} {
			turn := f.Undo
			if again {
				turn = f.Redo
			}
			if _, err := turn("Анна"); err != nil {
				t.Fatal(err)
			}
			entries, err := f.Journal(1)
			steps, stepsErr := f.Steps(1)
			if err := errors.Join(err, stepsErr); err != nil {
				t.Fatal(err)
			}
			if entries[0].Undoes == 0 || entries[0].Again != again || steps[0].Again != again {
				t.Errorf("done again %v: entry %+v, step %+v", again, entries[0], steps[0])
			}
		}
	}
	all, err := f.Journal(0)
	if last := all[len(all)-1]; err != nil || last.Again || last.Undoes != 0 {
		t.Errorf("the first action is %+v, %v", last, err)
	}
}

func TestHistoryGivesEveryEarlierFormOfARecord(t *testing.T) {
	_, f := create(t, &project.Project{}, world(t))
	defer closed(t, f)
	ref := briefing.Ref{Kind: briefing.KindPerson, ID: "p"}
	named := func(name string) store.Change {
		return store.Change{Put: &briefing.Person{ID: "p", Name: briefing.Text{RU: name}}}
	}
	for _, name := range []string{"первое", "второе", "третье"} {
		commit(t, f, "edit", named(name))
	}
	commit(t, f, "remove", store.Change{Remove: ref})
	entries, err := f.History(ref)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	last := int64(0)
	for _, e := range entries {
		if e.Action == last {
			continue
		}
		last = e.Action
		rec, ok, err := f.Before(ref, e.Action)
		if err != nil {
			t.Fatal(err)
		}
		name := "—"
		if ok {
			name = rec.(*briefing.Person).Name.RU
		}
		got = append(got, name)
	}
	if want := "[третье второе первое —]"; fmt.Sprint(got) != want {
		t.Errorf("before each action: %v", got)
	}
}

func TestRevertBringsBackWhatWasAfterAnAction(t *testing.T) {
	_, f := create(t, fullProject(t), world(t))
	defer closed(t, f)
	r := rand.New(rand.NewPCG(9, 9))
	imports := 2
	kinds := slices.DeleteFunc(briefing.Descriptions(), func(d briefing.Description) bool {
		return d.Kind == briefing.KindVersion // the names of states are not part of a state
	})
	states := map[int64]string{}
	for range 12 {
		randomAction(t, r, f, kinds, &imports)
		entries, err := f.Journal(1)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) > 0 {
			states[entries[0].Action] = printed(f.Project())
		}
	}
	end := printed(f.Project())
	for action, want := range states {
		if err := f.Revert(action, "revert", "Анна"); err != nil {
			t.Fatal(err)
		}
		sameText(t, printed(f.Project()), want)
		if _, err := f.Undo("Анна"); err != nil {
			t.Fatal(err)
		}
		sameText(t, printed(f.Project()), end)
	}
}
