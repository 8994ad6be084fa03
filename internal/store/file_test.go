package store_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

var update = flag.Bool("update", false, "write goldens anew")

func TestEveryFieldOfEveryKindComesBack(t *testing.T) {
	o := world(t)
	want := fullProject(t)
	path, f := create(t, want, o)
	sameProject(t, f.Project(), want)
	closed(t, f)
	for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
		f := open(t, path, m, o)
		sameProject(t, f.Project(), want)
		if err := f.Verify(t.Context()); err != nil {
			t.Error(err)
		}
		closed(t, f)
	}
}

func TestEveryKindCanBeAddedChangedAndRemoved(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	want := fullProject(t)
	want.Figures = nil
	for _, d := range briefing.Descriptions() {
		for _, r := range want.Records(d.Kind) {
			commit(t, f, "add", store.Change{Put: r})
		}
	}
	sameProject(t, f.Project(), want)
	for _, d := range briefing.Descriptions() {
		r := d.Copy(want.Records(d.Kind)[0])
		fill(t, d.Fields, r, 40)
		for _, l := range d.Lists {
			l.Remove(r, 0)
			fill(t, l.Fields, l.Add(r), 50)
			fill(t, l.Fields, l.Add(r), 60)
		}
		want.Put(r)
		commit(t, f, "edit", store.Change{Put: r})
		if d.Kind != briefing.KindPack {
			ref := want.Records(d.Kind)[1].Ref()
			want.Remove(ref)
			commit(t, f, "remove", store.Change{Remove: ref})
		}
	}
	sameProject(t, f.Project(), want)
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	sameProject(t, f.Project(), want)
	closed(t, f)
}

func TestSchemaOfThisVersionIsFixed(t *testing.T) {
	golden := filepath.Join("testdata", fmt.Sprintf("schema-v%d.sql", store.SchemaVersion))
	if *update {
		if err := os.WriteFile(golden, []byte(store.SchemaText()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if want := bytesOf(t, golden); store.SchemaText() != want {
		t.Errorf("the tables differ from %s: once a version is released, a change of them needs the next SchemaVersion and a file of the old one; until then, -update", golden)
	}
}

func TestSameProjectGivesTheSameBytes(t *testing.T) {
	o := world(t)
	dir := t.TempDir()
	p := fullProject(t)
	for _, name := range []string{"a", "b"} {
		if err := store.WriteNew(filepath.Join(dir, name), p, o); err != nil {
			t.Fatal(err)
		}
	}
	if bytesOf(t, filepath.Join(dir, "a")) != bytesOf(t, filepath.Join(dir, "b")) {
		t.Error("two files of the same project differ")
	}
	if got := names(t, dir); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestAFailedCommitChangesNothing(t *testing.T) {
	o := world(t)
	path, f := create(t, fullProject(t), o)
	good := full(t, briefing.Descriptions()[1], 9)
	tests := []struct {
		name string
		bad  store.Change
		code briefing.Code
	}{
		{"no identifier", store.Change{Put: &briefing.Source{}}, briefing.CodeBadValue},
		{"identifier with a space", store.Change{Put: &briefing.Source{ID: "a b"}}, briefing.CodeBadValue},
		{"option unknown", store.Change{Put: &briefing.Source{ID: "s", Kind: "rumour"}}, briefing.CodeBadValue},
		{"bad field in a row", store.Change{Put: &briefing.Fact{ID: "s", Claims: []briefing.Claim{{}, {Source: "a b"}}}}, briefing.CodeBadValue},
		{"removing what is not there", store.Change{Remove: briefing.Ref{Kind: briefing.KindFact, ID: "none"}}, briefing.CodeNoRecord},
		{"removing the pack", store.Change{Remove: briefing.Ref{Kind: briefing.KindPack, ID: "pack"}}, briefing.CodeBadValue},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changes := []store.Change{{Put: good}, {AddFigures: figures(t, 5, "i9")}, {DropImport: "import-1"}, tt.bad}
			if err := f.Commit("try", "Анна", changes); briefing.CodeOf(err) != tt.code {
				t.Errorf("%v, want %s", err, tt.code)
			}
			sameProject(t, f.Project(), fullProject(t))
		})
	}
	if f.Dirty() {
		t.Error("there is something to publish")
	}
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	sameProject(t, f.Project(), fullProject(t))
	closed(t, f)
}

func TestChangesOfTheCallersRecordDoNotSlipIn(t *testing.T) {
	_, f := create(t, &project.Project{}, world(t))
	defer closed(t, f)
	r := &briefing.Person{ID: "p", Name: briefing.Text{RU: "первое"}}
	commit(t, f, "add", store.Change{Put: r})
	r.Name.RU = "второе"
	if got := f.Project().People[0].Name.RU; got != "первое" {
		t.Errorf("the project has %q", got)
	}
	shown := f.Project().People[0] // a caller that edits what he was shown
	shown.Name.RU = "третье"
	commit(t, f, "edit", store.Change{Put: shown})
	entries, err := f.Journal(1)
	if err != nil || len(entries) != 1 || entries[0].Old != "первое" || entries[0].New != "третье" {
		t.Errorf("%+v %v", entries, err)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.briefing")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(path, &project.Project{}, world(t)); briefing.CodeOf(err) != briefing.CodeExists {
		t.Error(err)
	}
	if bytesOf(t, path) != "mine" {
		t.Error("overwritten")
	}
}

func TestFiguresCanBeAddedDroppedAndAddedAgain(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	commit(t, f, "import", store.Change{AddFigures: figures(t, 500, "i1", "i2", "i3")})
	commit(t, f, "drop", store.Change{DropImport: "i2"}, store.Change{AddFigures: figures(t, 40, "i4")})
	commit(t, f, "nothing", store.Change{DropImport: "i2"}, store.Change{AddFigures: nil})
	commit(t, f, "import", store.Change{AddFigures: figures(t, 7, "i2")})
	want := printed(f.Project())
	if ids := f.Project().Figures.Imports(); len(ids) != 4 {
		t.Errorf("imports %v", ids)
	}
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	if printed(f.Project()) != want {
		t.Error("figures differ after opening again")
	}
	entries, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name+" "+string(e.Record)+" "+e.Old+">"+e.New)
	}
	want2 := []string{"import i2 >5", "drop i2 2>", "drop i4 >4", "import i1 >1", "import i2 >2", "import i3 >3"}
	if !slices.Equal(got, want2) {
		t.Errorf("journal %q", got)
	}
}
