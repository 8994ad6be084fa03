package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

func TestTheJournalTellsEveryChange(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	fact := &briefing.Fact{
		ID: "S1", Statement: briefing.Text{RU: "Поставлено 90 тыс. т"}, Nature: briefing.NatureFact,
		Claims: []briefing.Claim{{ID: "a", Wording: "первое"}, {ID: "b", Wording: "второе"}, {ID: "c", Wording: "третье"}},
	}
	commit(t, f, "add", store.Change{Put: fact}, store.Change{AddFigures: figures(t, 9, "i1")})
	edit := *fact
	edit.Statement.RU, edit.Nature = "Поставлено около 90 тыс. т", ""
	edit.Claims = []briefing.Claim{fact.Claims[0], {ID: "b", Wording: "второе, точнее"}, {ID: "d", Wording: "новое"}, fact.Claims[2]}
	commit(t, f, "edit", store.Change{Put: &edit})
	commit(t, f, "no change", store.Change{Put: &edit})
	short := edit
	short.Claims = edit.Claims[3:]
	commit(t, f, "rows", store.Change{Put: &short})
	commit(t, f, "remove", store.Change{Remove: fact.Ref()}, store.Change{DropImport: "i1"})
	closed(t, f)

	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	entries, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range entries {
		old, now := fmt.Sprintf("%q", e.Old), fmt.Sprintf("%q", e.New)
		if e.Added {
			old = "–"
		}
		if e.Gone {
			now = "–"
		}
		where := string(e.Kind) + "/" + string(e.Record)
		if e.List != "" {
			where += fmt.Sprintf(" %s[%d]", e.List, e.Row)
		}
		fmt.Fprintf(&b, "%d %s, %s, %s: %s %s: %s → %s\n", e.Action, e.Name, e.At, e.By, where, e.Field, old, now)
	}
	golden := filepath.Join("testdata", "journal.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if want := bytesOf(t, golden); b.String() != want {
		t.Errorf("journal\n%s\nwant\n%s", b.String(), want)
	}
	if last, err := f.Journal(3); err != nil || len(last) != 3 || last[0] != entries[0] {
		t.Errorf("the last three: %v %v", last, err)
	}
}
